import type { Act, View } from './act.ts'
import { appendState, type SubmissionState, submissionsOf } from './submissionStates.ts'
import type { SubmissionStateName } from './tables/filing.ts'

/** States after which a live submission holds its draft: it may be filed, or is. */
const HOLDING: readonly SubmissionStateName[] = ['sending', 'received', 'accepted', 'outcomeUnknown']

/** The live submission because of which a draft may not change; `undefined` when there is none. */
export async function lockingSubmission(view: View, draftId: string): Promise<SubmissionState | undefined> {
  const live = (await submissionsOf(view, draftId)).filter(({ mode }) => mode === 'LIVE')
  return live.map(({ last }) => last).find(holds)
}

function holds({ state, detail }: SubmissionState): boolean {
  const foundFiled = state === 'resolved' && (detail as { filed?: unknown }).filed === true
  return foundFiled || HOLDING.includes(state)
}

/** Withdraws what was prepared from a draft and never began to be sent. */
export async function endPreparedSubmissions(act: Act, draftId: string): Promise<void> {
  for (const { id, last } of await submissionsOf(act, draftId))
    if (last.state === 'prepared') await appendState(act, id, 'withdrawn', { because: 'the draft changed' })
}
