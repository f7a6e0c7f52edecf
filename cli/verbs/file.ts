import { setTimeout } from 'node:timers/promises'
import { FINDINGS, FINE } from '../batch.ts'
import { Complaints } from '../complaints.ts'
import type { Draft, Submission } from '../desk/answers.ts'
import { Asking } from '../desk/asking.ts'
import { atDesk, type DeskClient, DeskDeclined, type DeskOptions, told } from '../desk/deskClient.ts'
import { draftLines } from '../desk/draftTold.ts'
import { isFinal, submissionLines } from '../desk/submissionTold.ts'
import { jsonText } from '../json.ts'
import { Output } from '../output.ts'
import { UsageError } from '../usageError.ts'

export interface FileVerbOptions extends DeskOptions {
  test?: boolean
  live?: boolean
  /** The words that confirm it; asked for where absent. */
  typed?: string
  /** Seconds. */
  wait: number
  json?: boolean
}

/**
 * `section16 file`: has the desk send drafts, each once, and waits for what EDGAR says. One that the desk declines is told,
 * and the others go. Status 0 where all were accepted, or nobody waits; 1 for everything else.
 */
export function file(ids: readonly string[], options: FileVerbOptions): Promise<number> {
  if (!options.test && !options.live) throw new UsageError('file takes --test or --live')
  return atDesk(options, async (desk) => {
    const drafts = []
    for (const id of new Set(ids)) drafts.push(await desk.get<Draft>(`/drafts/${encodeURIComponent(id)}`))
    const mode = options.live ? 'LIVE' : 'TEST'
    const words = options.typed === undefined ? await confirmed(drafts, mode) : () => options.typed
    const sent = []
    for (const draft of drafts) {
      const one = await ordered(desk, draft, mode, words(draft.toType[mode]) ?? '')
      if (one) sent.push(one)
    }
    const submissions = []
    for (const one of sent) submissions.push(await outcomeOf(desk, one, options.wait))
    const output = new Output()
    if (options.json && submissions.length > 0)
      await output.line(jsonText(ids.length === 1 ? submissions[0] : submissions, 2))
    if (!options.json) for (const one of submissions) for (const line of submissionLines(one)) await output.line(line)
    await output.end()
    const isDone = sent.length === drafts.length
    return isDone && (options.wait === 0 || submissions.every(({ state }) => state === 'accepted')) ? FINE : FINDINGS
  })
}

/** Orders that a draft be sent; `undefined`, and told, where the desk declines. */
async function ordered(desk: DeskClient, { id, hash }: Draft, mode: Mode, typed: string) {
  try {
    const order = { ofHash: hash, mode, typed }
    return await desk.post<Submission>(`/drafts/${encodeURIComponent(id)}/submissions`, order)
  } catch (error) {
    if (!(error instanceof DeskDeclined) || error.status === 401) throw error
    told(error, desk.url)
    return undefined
  }
}

type Mode = 'TEST' | 'LIVE'

/**
 * Shows what would be sent, and asks for the words that the desk wants, once for all drafts that want the same; the desk is
 * the judge of them.
 */
async function confirmed(drafts: readonly Draft[], mode: Mode): Promise<(wanted: string) => string | undefined> {
  const complaints = new Complaints()
  for (const line of drafts.flatMap(draftLines)) complaints.line(line)
  const typed = new Map<string, string>()
  const asking = new Asking()
  try {
    for (const wanted of new Set(drafts.map(({ toType }) => toType[mode]))) {
      const count = drafts.filter(({ toType }) => toType[mode] === wanted).length
      const what = count === 1 ? 'it' : `these ${count}`
      typed.set(wanted, (await asking.ask(`Type “${wanted}” to send ${what}:`)).trim())
    }
  } finally {
    asking.end()
  }
  return (wanted) => typed.get(wanted)
}

const BETWEEN_MS = 500

/** The submission when its state is final, or as it is after so many seconds. Asking again sends nothing again. */
async function outcomeOf(desk: DeskClient, sent: Submission, seconds: number): Promise<Submission> {
  const complaints = new Complaints()
  const until = performance.now() + seconds * 1000
  let submission = sent
  while (!isFinal(submission) && performance.now() < until) {
    await setTimeout(BETWEEN_MS)
    submission = await desk.get<Submission>(`/submissions/${sent.id}`)
    complaints.progress(() => `submission ${sent.id}: ${submission.state}`)
  }
  complaints.clear()
  return submission
}
