import { type Act, newId, said } from './act.ts'
import { type Answer, notFound, refuse } from './answer.ts'
import type { Json } from './canonicalJson.ts'
import { unfit } from './checks.ts'
import { draft, unlessCurrent } from './drafts.ts'
import { appendState, type Submission, type SubmissionState, submissionsOf } from './submissionStates.ts'
import type { Destination, SubmissionMode } from './tables/filing.ts'

/** What is to be sent where. */
export interface NewSubmission {
  draftId: string
  ofHash: string
  mode: SubmissionMode
  destination: Destination
}

/**
 * Prepares a draft's content for sending; nothing leaves yet. Refused: a content that is not the draft's any more
 * (D403), a closed draft, or one of which a submission of the same mode is under way, was accepted, or may have been
 * (D406).
 */
export async function prepareSubmission(act: Act, order: NewSubmission): Promise<Answer<Submission>> {
  const of = await draft(act, order.draftId)
  if (!of) return notFound('draft', order.draftId)
  const refusal = unlessCurrent(of, order.ofHash) ?? (await alreadyOnItsWay(act, order, of.closedBecause))
  if (refusal) return refusal
  const { db, organizationId } = act
  const row = { organizationId, id: newId(), ...order, ...said(act) }
  await db.insertInto('submission').values(row).execute()
  const state = await appendState(act, row.id, 'prepared', { ...order })
  return 'refused' in state ? state : { value: { ...row, last: state.value } }
}

/** States after which the same may be sent anew: it is certain that this one was not filed. */
const OVER = ['withdrawn', 'refused', 'suspended']

async function alreadyOnItsWay(act: Act, { draftId, mode }: NewSubmission, closedBecause: string | null) {
  const refusal = (state: string) => refuse('D406', `draft/${draftId}`, { subject: 'draft', state, wanted: 'prepared' })
  if (closedBecause !== null) return refusal(closedBecause)
  const others = (await submissionsOf(act, draftId)).filter((other) => other.mode === mode)
  // A test that was accepted may be made again; a live filing may not.
  const open = others.find(({ last }) => !isOver(last) && !(mode === 'TEST' && last.state === 'accepted'))
  return open && refusal(open.last.state)
}

function isOver({ state, detail }: SubmissionState): boolean {
  return OVER.includes(state) || (state === 'resolved' && (detail as { filed?: unknown }).filed !== true)
}

/** Takes back what was prepared and has not begun to be sent. D406 otherwise. */
export async function withdrawSubmission(act: Act, id: string, because: string): Promise<Answer<SubmissionState>> {
  return appendState(act, id, 'withdrawn', { because })
}

/**
 * A named person found out what became of a submission whose outcome was unknown. `filed`: its accession number, or
 * null when it was not filed, after which the draft may be sent anew. `how`: what the person looked at; `typed`: the
 * words by which they confirmed it.
 */
export async function resolveSubmission(
  act: Act,
  id: string,
  { filed, how, typed }: { filed: string | null; how: string; typed: string },
): Promise<Answer<SubmissionState>> {
  const refusal = unfit(`submission/${id}`, [['accession number', filed]])
  return refusal ?? appendState(act, id, 'resolved', { filed: filed !== null, how, typed }, filed)
}

/** EDGAR's final word on a submission that it received, or that was found filed. */
export async function recordVerdict(
  act: Act,
  id: string,
  verdict: 'accepted' | 'suspended',
  answer: Json,
): Promise<Answer<SubmissionState>> {
  return appendState(act, id, verdict, answer)
}
