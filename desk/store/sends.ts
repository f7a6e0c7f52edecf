import type { Act } from './act.ts'
import { type Answer, notFound, type Refusal, refuse } from './answer.ts'
import type { Json } from './canonicalJson.ts'
import { draft, unlessCurrent } from './drafts.ts'
import { expiredJobs, expireJob, finishJob, type Job, orderJob, returnJob, unlessHeld } from './jobs.ts'
import type { Store } from './open.ts'
import { appendState, type Submission, type SubmissionState, submission } from './submissionStates.ts'

/** The kind of the jobs that send: each is done at most once. */
export const SEND = 'send'

/** What came of a send: EDGAR received it, said that it did not take it, or gave no answer that tells. */
export type SendOutcome =
  | { state: 'received'; accessionNumber: string; answer: Json }
  | { state: 'refused'; answer: Json }
  | { state: 'outcomeUnknown'; why: Json }

/** Orders that a prepared submission be sent. Ordered twice it is one send. D406 when it is not prepared any more. */
export async function orderSend(act: Act, submissionId: string): Promise<Answer<Job>> {
  const of = await submission(act, submissionId)
  if (!of) return notFound('submission', submissionId)
  if (of.last.state !== 'prepared')
    return refuse('D406', `submission/${submissionId}`, {
      subject: 'submission',
      state: of.last.state,
      wanted: 'sending',
    })
  const job = { kind: SEND, key: submissionId, payload: { submissionId }, dueAt: act.at, onlyOnce: true }
  return { value: await orderJob(act, job) }
}

/**
 * The last step before the bytes leave: records that sending begins. Only who gets a value here may send, and must
 * have ended, answer or not, before the job's `leaseUntil`. Refused: the job is not this worker's any more (D412), the
 * submission was sent or withdrawn (D406), the draft changed (D403).
 */
export async function beginSend(act: Act, job: Job): Promise<Answer<Submission>> {
  const id = job.key
  const of = await submission(act, id)
  if (!of) return notFound('submission', id)
  const from = await draft(act, of.draftId)
  const refusal = (await unlessHeld(act, job)) ?? (from && unlessCurrent(from, of.ofHash))
  if (refusal) return refusal
  const state = await appendState(act, id, 'sending', { worker: job.leasedBy })
  return 'refused' in state ? state : { value: { ...of, last: state.value } }
}

/**
 * What came of the send. An answer that comes after the lease ran out still tells what happened, and is taken: the
 * submission's state follows it, the job stays `lost`.
 */
export async function recordSend(act: Act, job: Job, outcome: SendOutcome): Promise<Answer<SubmissionState>> {
  const detail = outcome.state === 'outcomeUnknown' ? outcome.why : outcome.answer
  const accessionNumber = outcome.state === 'received' ? outcome.accessionNumber : null
  const state = await appendState(act, job.key, outcome.state, detail, accessionNumber)
  if ('refused' in state) return state
  await finishJob(act, job, { state: outcome.state })
  return state
}

/**
 * Looks after jobs whose lease ran out, of all organisations; `now` in milliseconds UTC. A send that had begun becomes
 * `outcomeUnknown` and is never repeated; one that provably had not goes back to be taken by another worker. Gives the
 * submissions whose outcome is unknown now.
 */
export async function settleExpiredJobs(store: Store, now: number): Promise<SubmissionState[]> {
  const unknown: SubmissionState[] = []
  for (const job of await expiredJobs(store, now)) {
    const actor = { organizationId: job.organizationId, by: 'desk', at: now }
    const settled = await store.act(actor, (act) => (job.kind === SEND ? settleSend(act, job) : settleOther(act, job)))
    if ('value' in settled && settled.value) unknown.push(settled.value)
  }
  return unknown
}

async function settleOther(act: Act, job: Job): Promise<{ value: undefined } | Refusal> {
  const expired = await expireJob(act, job)
  return 'refused' in expired ? expired : { value: undefined }
}

async function settleSend(act: Act, job: Job): Promise<Answer<SubmissionState | undefined>> {
  const state = (await submission(act, job.key))?.last.state
  const left = state === 'prepared' ? await returnJob(act, job) : await expireJob(act, job)
  if ('refused' in left) return left
  return state === 'sending'
    ? appendState(act, job.key, 'outcomeUnknown', { leaseRanOut: job.leasedBy })
    : { value: undefined }
}
