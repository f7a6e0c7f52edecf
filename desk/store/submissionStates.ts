import { type Act, said, type View } from './act.ts'
import { type Answer, notFound, refuse } from './answer.ts'
import { record } from './audit.ts'
import { canonicalJson, type Json, sha256 } from './canonicalJson.ts'
import type { SubmissionStateName, SubmissionStateTable, SubmissionTable } from './tables/filing.ts'

export type SubmissionState = Omit<SubmissionStateTable, 'detail'> & { detail: Json }

/** A submission with the state that holds. */
export interface Submission extends SubmissionTable {
  last: SubmissionState
}

/**
 * What may follow what. `sending` follows `prepared` alone: nothing is sent twice. From `outcomeUnknown` a late answer
 * still tells (`received`, `refused`), else a person resolves it; one that was found filed goes on to be accepted or
 * suspended.
 */
const FOLLOWS: Record<SubmissionStateName, readonly SubmissionStateName[]> = {
  prepared: ['sending', 'withdrawn'],
  sending: ['received', 'refused', 'outcomeUnknown'],
  outcomeUnknown: ['received', 'refused', 'resolved'],
  received: ['accepted', 'suspended'],
  resolved: ['accepted', 'suspended'],
  withdrawn: [],
  refused: [],
  accepted: [],
  suspended: [],
}

/** Appends a state to a submission. D404, or D406 when it cannot follow the one that holds. */
export async function appendState(
  act: Act,
  submissionId: string,
  state: SubmissionStateName,
  detail: Json,
  accessionNumber: string | null = null,
): Promise<Answer<SubmissionState>> {
  const last = (await statesOf(act, submissionId)).at(-1)
  if (state !== 'prepared' && !last) return notFound('submission', submissionId)
  const foundUnfiled = last?.state === 'resolved' && (last.detail as { filed?: unknown }).filed !== true
  if (last && (foundUnfiled || !FOLLOWS[last.state].includes(state)))
    return refuse('D406', `submission/${submissionId}`, { subject: 'submission', state: last.state, wanted: state })
  const { db, organizationId } = act
  const number = (last?.number ?? 0) + 1
  // A number once given to a submission stays its number.
  const known = accessionNumber ?? last?.accessionNumber ?? null
  const row = { organizationId, submissionId, number, state, accessionNumber: known, ...said(act) }
  const text = canonicalJson(detail)
  await db
    .insertInto('submission_state')
    .values({ ...row, detail: text })
    .execute()
  await record(act, `submission.${state}`, 'submission', submissionId, {
    accessionNumber: known,
    detailHash: sha256(text),
  })
  return { value: { ...row, detail } }
}

/** What happened to a submission, first to last. */
export async function statesOf({ db, organizationId }: View, submissionId: string): Promise<SubmissionState[]> {
  const rows = await db
    .selectFrom('submission_state')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('submissionId', '=', submissionId)
    .orderBy('number')
    .execute()
  return rows.map(stateOf)
}

/** A draft's submissions, oldest first. */
export async function submissionsOf(view: View, draftId: string): Promise<Submission[]> {
  const rows = await view.db
    .selectFrom('submission')
    .selectAll()
    .where('organizationId', '=', view.organizationId)
    .where('draftId', '=', draftId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return withStates(view, rows)
}

/** One submission; `undefined` when this organisation has none such. */
export async function submission(view: View, id: string): Promise<Submission | undefined> {
  const row = await view.db
    .selectFrom('submission')
    .selectAll()
    .where('organizationId', '=', view.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && (await withStates(view, [row]))[0]
}

/** Every submission in one of these states, the longest there first: what is to be polled, what is to be found out. */
export async function submissionsIn(view: View, states: readonly SubmissionStateName[]): Promise<Submission[]> {
  const { db, organizationId } = view
  const rows = await db
    .selectFrom('submission_state as last')
    .innerJoin('submission', (join) =>
      join
        .onRef('submission.organizationId', '=', 'last.organizationId')
        .onRef('submission.id', '=', 'last.submissionId'),
    )
    .selectAll('submission')
    .where('last.organizationId', '=', organizationId)
    .where('last.state', 'in', [...states])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('submission_state as later')
            .select('later.number')
            .whereRef('later.organizationId', '=', 'last.organizationId')
            .whereRef('later.submissionId', '=', 'last.submissionId')
            .whereRef('later.number', '>', 'last.number'),
        ),
      ),
    )
    .orderBy('last.at')
    .orderBy('submission.id')
    .execute()
  return withStates(view, rows)
}

async function withStates({ db, organizationId }: View, rows: readonly SubmissionTable[]): Promise<Submission[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const states = await db
    .selectFrom('submission_state')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('submissionId', 'in', ids)
    .orderBy('number')
    .execute()
  const last = new Map(states.map((state) => [state.submissionId, stateOf(state)]))
  return rows.map((row) => ({ ...row, last: last.get(row.id) as SubmissionState }))
}

function stateOf(row: SubmissionStateTable): SubmissionState {
  return { ...row, detail: JSON.parse(row.detail) as Json }
}
