import { setTimeout } from 'node:timers/promises'
import { FINDINGS, FINE } from '../batch.ts'
import { Complaints } from '../complaints.ts'
import type { Draft, Submission } from '../desk/answers.ts'
import { Asking } from '../desk/asking.ts'
import { atDesk, type DeskClient, type DeskOptions } from '../desk/deskClient.ts'
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
 * `section16 file`: has the desk send a draft, once, and waits for what EDGAR says. Status 0 where it was accepted, or
 * nobody waits; 1 for everything else.
 */
export function file(id: string, options: FileVerbOptions): Promise<number> {
  if (!options.test && !options.live) throw new UsageError('file takes --test or --live')
  return atDesk(options, async (desk) => {
    const draft = await desk.get<Draft>(`/drafts/${encodeURIComponent(id)}`)
    const mode = options.live ? 'LIVE' : 'TEST'
    const typed = options.typed ?? (await confirmed(draft, mode))
    const order = { ofHash: draft.hash, mode, typed }
    const sent = await desk.post<Submission>(`/drafts/${encodeURIComponent(draft.id)}/submissions`, order)
    const submission = await outcomeOf(desk, sent, options.wait)
    const output = new Output()
    if (options.json) await output.line(jsonText(submission, 2))
    else for (const line of submissionLines(submission)) await output.line(line)
    await output.end()
    return submission.state === 'accepted' || options.wait === 0 ? FINE : FINDINGS
  })
}

/** Shows what would be sent, and asks for the words that the desk wants; the desk is the judge of them. */
async function confirmed(draft: Draft, mode: 'TEST' | 'LIVE'): Promise<string> {
  const complaints = new Complaints()
  for (const line of draftLines(draft)) complaints.line(line)
  const asking = new Asking()
  try {
    return (await asking.ask(`Type “${draft.toType[mode]}” to send it:`)).trim()
  } finally {
    asking.end()
  }
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
