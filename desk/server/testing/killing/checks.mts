/** Whether a desk's records and the other side's log agree, whatever was killed between. */
import { type Store, type Submission, submissionsIn, verifyChain } from '../../../store/index.ts'
import { remarksOf, type Taken, takenBy } from './edgarLog.mts'

type Name = Submission['last']['state']

const ALL: readonly Name[] = [
  'prepared',
  'withdrawn',
  'sending',
  'refused',
  'received',
  'accepted',
  'suspended',
  'outcomeUnknown',
  'resolved',
]
const NEVER_TAKEN: readonly Name[] = ['prepared', 'withdrawn', 'refused']

/** What is wrong, and the submissions that nobody has the answer to. */
export interface Standing {
  faults: string[]
  /** Begun to be sent before this life, and nothing came of it yet. */
  cutOff: string[]
  unknown: string[]
}

/**
 * Compares every submission with what the rehearsal took. The worker may be at work meanwhile: what was taken before the
 * records are read has begun to be sent there, and what they say was received was taken when they have been read.
 * `bornAt`: when this life began, by the desk's clock.
 */
export async function compare(
  store: Store,
  { organizationId, journal }: { organizationId: string; journal: string },
  bornAt: number,
): Promise<Standing> {
  const before = takenBy(journal)
  const view = store.view(organizationId)
  const known = await submissionsIn(view, ALL)
  const marks = await marksOf(store)
  const after = takenBy(journal)
  const chain = await verifyChain(view)
  return {
    faults: [
      ...twice(after),
      ...known.flatMap((one) => disagreement(one, marks.get(one.draftId) ?? '', before, after) ?? []),
      ...unheard(before, known, marks),
      ...(chain.intact ? [] : [`the chain is ${chain.reason} at ${chain.number}`]),
    ],
    cutOff: known.filter(({ last }) => last.state === 'sending' && last.at < bornAt).map(({ id }) => id),
    unknown: known.filter(({ last }) => last.state === 'outcomeUnknown').map(({ id }) => id),
  }
}

/** By which mark a draft is known at the other side. */
async function marksOf({ kysely }: Store): Promise<Map<string, string>> {
  const versions = await kysely
    .selectFrom('draft_version')
    .select(['draftId', 'content'])
    .where('content', 'like', `%${remarksOf('%')}%`)
    .execute()
  return new Map(
    versions.map(({ draftId, content }) => [draftId, /Known as (\S+)\./.exec(content)?.[1] ?? 'none'] as const),
  )
}

function twice(taken: readonly Taken[]): string[] {
  const groups = Map.groupBy(taken, ({ mode, mark }) => `${mode} ${mark}`)
  return [...groups].filter(([, all]) => all.length > 1).map(([name, all]) => `${name} was taken ${all.length} times`)
}

function disagreement(
  { id, mode, last: { state, accessionNumber, detail } }: Submission,
  mark: string,
  before: readonly Taken[],
  after: readonly Taken[],
): string | undefined {
  const isIt = (one: Taken) => one.mode === mode && one.mark === mark
  const isFound = state !== 'resolved' || (detail as { filed?: unknown }).filed === true
  if (state === 'sending' || state === 'outcomeUnknown') return undefined
  // Of a filing that was found not filed and sent anew, the other submission speaks.
  if (NEVER_TAKEN.includes(state) || !isFound) return undefined
  return after.some((one) => isIt(one) && one.accessionNumber === accessionNumber)
    ? undefined
    : `${id} is ${state} with ${accessionNumber}, taken was ${JSON.stringify(before.find(isIt) ?? null)}`
}

/** What was taken, and no submission says that it may have been. */
function unheard(taken: readonly Taken[], known: readonly Submission[], marks: ReadonlyMap<string, string>): string[] {
  const begun = new Set(
    known
      .filter(({ last }) => !NEVER_TAKEN.includes(last.state))
      .filter(({ last }) => last.state !== 'resolved' || (last.detail as { filed?: unknown }).filed === true)
      .map(({ draftId, mode }) => `${mode} ${marks.get(draftId)}`),
  )
  return taken
    .filter(({ mode, mark }) => !begun.has(`${mode} ${mark}`))
    .map(({ mode, mark, accessionNumber }) => `${accessionNumber} (${mode} ${mark}) was taken and is not known`)
}
