import type { Act } from './act.ts'
import { type Refusal, refuse } from './answer.ts'
import { appendState, type SubmissionState, submissionsOf } from './submissionStates.ts'
import type { DraftTable } from './tables/drafts.ts'
import type { SubmissionStateName } from './tables/filing.ts'

/** States after which a live submission holds its draft: it may be filed, or is. */
const HOLDING: readonly SubmissionStateName[] = ['sending', 'received', 'accepted', 'outcomeUnknown']

/**
 * Before a draft changes: D406 for one that is closed or under way to EDGAR, which changes no more. What was prepared
 * from it and never began to be sent is withdrawn. `has`: whether it was ever to be sent, where that is known.
 */
export async function clearForChange(
  act: Act,
  { id, closedBecause }: DraftTable,
  has = { submissions: true },
): Promise<Refusal | undefined> {
  const sent = closedBecause === null && has.submissions ? await submissionsOf(act, id) : []
  const live = sent.filter(({ mode }) => mode === 'LIVE').map(({ last }) => last)
  const state = closedBecause ?? live.find(holds)?.state
  if (state !== undefined) return refuse('D406', `draft/${id}`, { subject: 'draft', state, wanted: 'another' })
  for (const one of sent)
    if (one.last.state === 'prepared') await appendState(act, one.id, 'withdrawn', { because: 'the draft changed' })
  return undefined
}

function holds({ state, detail }: SubmissionState): boolean {
  const foundFiled = state === 'resolved' && (detail as { filed?: unknown }).filed === true
  return foundFiled || HOLDING.includes(state)
}
