/** One send: from a prepared submission to what came of it. Done at most once, whatever happens. */
import type { SendOutcome as Heard } from '@section16/edgar/submission'
import {
  type Act,
  type Answer,
  archive,
  beginSend,
  finishJob,
  type Job,
  type Json,
  recordSend,
  type SendOutcome,
  type Store,
  type Submission,
  submission,
  withdrawSubmission,
} from '../../store/index.ts'
import type { DeskConfiguration } from '../configuration.ts'
import { notThere } from '../declined.ts'
import { ofServer } from '../diagnostics.ts'
import { openDraft } from '../forms/openDraft.ts'
import { exhibitsOf, formXml, revealCccs, submissionFile } from '../forms/submissionFile.ts'
import { clientOf, DESK, revealTokens, type Tokens } from './client.ts'
import { isDemonstration } from './organization.ts'
import { orderPoll } from './poll.ts'

/** Everything that leaves, in memory only. */
interface Load {
  of: Submission
  xml: string
  tokens: Tokens
  demonstration: boolean
}

/** Does a send job. */
export async function send(config: Pick<DeskConfiguration, 'store' | 'edgar'>, job: Job, clock: () => number) {
  const { store } = config
  const loaded = await store.act({ organizationId: job.organizationId, by: DESK, at: clock() }, (act) => load(act, job))
  if ('refused' in loaded) return await giveUp(store, job, loaded.refused.code, clock())
  const startedAt = clock()
  const outcome = await sent(config, loaded.value, clock)
  await store.act({ organizationId: job.organizationId, by: DESK, at: clock() }, async (act) => {
    const state = await recordSend(act, job, outcome)
    if ('refused' in state || outcome.state !== 'received') return state
    await orderPoll(act, job.key, outcome.accessionNumber, startedAt)
    return state
  })
}

/**
 * Judges once more whether it may be sent, puts it together, and records that sending begins. A refusal takes all of it
 * back, the revealing of secrets too: then nothing left.
 */
async function load(act: Act, job: Job): Promise<Answer<Load>> {
  const path = `submission/${job.key}`
  const of = await submission(act, job.key)
  const open = of && (await openDraft(act, of.draftId, act.at))
  if (!of || !open) return { refused: notThere('submission').diagnostic }
  if (open.blockers.length > 0) return { refused: ofServer('D533', path) }
  const why = `submission ${of.id}`
  const tokens = await revealTokens(act, of.by, why)
  const cccs = await revealCccs(act, open.insiders, why)
  if (!tokens) return { refused: ofServer('D523', path) }
  if (Array.isArray(cccs)) return { refused: ofServer('D522', path) }
  const { xml } = submissionFile(open, of.mode, await exhibitsOf(act, open), cccs)
  const form = formXml(open)
  if (xml === undefined || form === undefined) return { refused: ofServer('D521', path) }
  const bytes = new TextEncoder().encode(form)
  await archive(act, { submissionId: of.id, kind: 'form', mediaType: 'application/xml', bytes })
  const begun = await beginSend(act, job)
  if ('refused' in begun) return begun
  return { value: { of, xml, tokens, demonstration: await isDemonstration(act) } }
}

async function sent(config: Pick<DeskConfiguration, 'edgar'>, load: Load, clock: () => number): Promise<SendOutcome> {
  const { xml, of, tokens, demonstration } = load
  try {
    const client = clientOf(config, tokens, clock)
    return outcomeOf(await client.send(xml, of.mode, { demonstration }))
  } catch (error) {
    // Whatever failed may have failed after the bytes left.
    return {
      state: 'outcomeUnknown',
      why: { because: 'programFailed', name: error instanceof Error ? error.name : '' },
    }
  }
}

function outcomeOf(heard: Heard): SendOutcome {
  const answer = JSON.parse(JSON.stringify(heard)) as Json
  if (heard.kind === 'received') return { state: 'received', accessionNumber: heard.accessionNumber, answer }
  return heard.kind === 'outcomeUnknown' ? { state: 'outcomeUnknown', why: answer } : { state: 'refused', answer }
}

/** Nothing left: the submission is withdrawn and the job done, with the code that says why. */
async function giveUp(store: Store, job: Job, code: string, at: number): Promise<void> {
  await store.act({ organizationId: job.organizationId, by: DESK, at }, async (act) => {
    const withdrawn = await withdrawSubmission(act, job.key, code)
    const done = await finishJob(act, job, { code })
    return 'refused' in done ? done : withdrawn
  })
}
