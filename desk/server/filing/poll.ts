/** Asking what became of a submission until it is final; on acceptance the form is archived at once. */
import {
  afterPoll,
  nextPoll,
  type PollState,
  type StatusTold,
  type SubmissionStatus,
  startPoll,
} from '@section16/edgar/submission'
import {
  type Act,
  type Answer,
  archive,
  failJob,
  finishJob,
  type Job,
  type Json,
  orderJob,
  recordVerdict,
  type Submission,
  submission,
} from '../../store/index.ts'
import type { DeskConfiguration } from '../configuration.ts'
import { clientOf, DESK, revealTokens } from './client.ts'
import { freeze } from './freeze.ts'

export const POLL = 'poll'

/** EDGAR may keep a submission for days, and a token may be renewed only after them: asking never ends by itself. */
const MOST_ATTEMPTS = 1_000_000
/** After an answer that asking again cannot change, a token that ran out say, it is asked again so much later. */
const LATER_MS = 15 * 60_000

/** Orders that EDGAR be asked about a submission that it has. */
export async function orderPoll(act: Act, submissionId: string, accessionNumber: string, sentAt: number): Promise<Job> {
  const payload = { submissionId, state: { ...startPoll(accessionNumber, sentAt) } as unknown as Json }
  return orderJob(act, { kind: POLL, key: submissionId, payload, dueAt: act.at, mostAttempts: MOST_ATTEMPTS })
}

/** What a job was ordered with, or, later, what it knew when it last asked. */
function stateOf({ payload, outcome }: Job): PollState {
  const kept = (outcome as { state?: unknown } | null)?.state ?? (payload as { state: unknown }).state
  return kept as PollState
}

/** Does one step of a poll job. */
export async function poll(config: Pick<DeskConfiguration, 'store' | 'edgar'>, job: Job, clock: () => number) {
  const { store } = config
  const { organizationId } = job
  const doing = () => ({ organizationId, by: DESK, at: clock() })
  const state = stateOf(job)
  const step = nextPoll(state, clock())
  if (step.do === 'wait') return void (await store.act(doing(), (act) => failJob(act, job, kept(state), step.until)))
  const tokens = await store.act(doing(), async (act) => {
    const of = await submission(act, job.key)
    return { value: of && (await revealTokens(act, of.by, `status of submission ${job.key}`)) }
  })
  if ('refused' in tokens || !tokens.value)
    return void (await store.act(doing(), (act) => failJob(act, job, kept(state), act.at + LATER_MS)))
  const { accessionNumber, sentAt } = state
  const answer = await clientOf(config, tokens.value, clock).statusOf(accessionNumber, { sentAt })
  const after = afterPoll(state, answer, clock())
  await store.act(doing(), (act) => settle(act, job, after, answer.kind === 'status' ? answer : undefined))
}

function kept(state: PollState): Json {
  return JSON.parse(JSON.stringify({ state })) as Json
}

const ACCEPTED = new Set<SubmissionStatus['processing']>(['ACCEPTED', 'DISSEMINATED', 'DONE'])

/** Records a verdict with all that follows from it, in one act; else says when to ask again. */
async function settle(act: Act, job: Job, state: PollState, told: StatusTold | undefined): Promise<Answer<unknown>> {
  const of = await submission(act, job.key)
  if (!of) return failJob(act, job, kept(state), act.at + LATER_MS)
  const processing = told?.submission.processing
  if (told && processing && (ACCEPTED.has(processing) || processing === 'SUSPENDED')) return judged(act, job, of, told)
  const next = nextPoll(state, act.at)
  if (next.do === 'stop') {
    // Begin anew, later: with the states that stopped it, it would never ask again.
    const { accessionNumber, sentAt } = state
    return failJob(act, job, kept({ ...startPoll(accessionNumber, sentAt), askedAt: act.at }), act.at + LATER_MS)
  }
  return failJob(act, job, kept(state), next.do === 'wait' ? next.until : act.at)
}

async function judged(act: Act, job: Job, of: Submission, told: StatusTold): Promise<Answer<unknown>> {
  const answer = JSON.parse(JSON.stringify(told)) as Json
  const { notification, processing } = told.submission
  await keep(act, of.id, 'status', 'application/json', JSON.stringify(told))
  if (notification !== undefined) await keep(act, of.id, 'notification', 'text/plain', notification)
  const isAccepted = ACCEPTED.has(processing)
  const verdict = await recordVerdict(act, of.id, isAccepted ? 'accepted' : 'suspended', answer)
  if ('refused' in verdict) return verdict
  if (isAccepted && of.mode === 'LIVE') {
    const frozen = await freeze(act, of, told.submission, answer)
    if ('refused' in frozen) return frozen
  }
  return finishJob(act, job, { processing })
}

async function keep(act: Act, submissionId: string, kind: string, mediaType: string, text: string): Promise<void> {
  await archive(act, { submissionId, kind, mediaType, bytes: new TextEncoder().encode(text) })
}
