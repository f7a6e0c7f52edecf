import { FINDINGS, FINE } from '../batch.ts'
import type { Draft, Submission, WorkItem } from '../desk/answers.ts'
import { atDesk, type DeskClient, DeskDeclined, type DeskOptions } from '../desk/deskClient.ts'
import { draftLines } from '../desk/draftTold.ts'
import { submissionLines } from '../desk/submissionTold.ts'
import { printable } from '../input/names.ts'
import { jsonText } from '../json.ts'
import { Output } from '../output.ts'

export interface StatusVerbOptions extends DeskOptions {
  json?: boolean
}

/**
 * `section16 status`: what is due and for whom it waits, or what became of one submission or draft. Status 1 for a
 * submission that was refused or suspended, or of which nobody knows.
 */
export function status(id: string | undefined, options: StatusVerbOptions): Promise<number> {
  return atDesk(options, async (desk) => {
    const told = id === undefined ? await work(desk) : await one(desk, encodeURIComponent(id))
    const output = new Output()
    if (options.json) await output.line(jsonText(told.json, 2))
    else for (const line of told.lines) await output.line(line)
    await output.end()
    return told.isWrong ? FINDINGS : FINE
  })
}

interface Told {
  json: object
  lines: string[]
  isWrong: boolean
}

async function work(desk: DeskClient): Promise<Told> {
  const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone)
  const answer = await desk.get<{ items: WorkItem[] }>(`/work?zone=${zone}`)
  const lines = answer.items.length === 0 ? ['Nothing is to be done.'] : answer.items.flatMap(itemLines)
  return { json: answer, lines, isWrong: false }
}

function itemLines({ kind, id, title, due, waitingFor, who, serious }: WorkItem): string[] {
  const whom = who.length === 0 ? '' : ` of ${who.map(printable).join(', ')}`
  return [
    printable(title),
    ...(due ? [`  due ${due.eastern}, here ${due.local}${due.isPast ? ', past' : ''}`] : []),
    `  waits for ${waitingFor}${whom}${serious === 0 ? '' : `; findings that matter: ${serious}`}`,
    `  ${kind} ${id}`,
  ]
}

/** A submission; a draft where none has this id. */
async function one(desk: DeskClient, id: string): Promise<Told> {
  try {
    const submission = await desk.get<Submission>(`/submissions/${id}`)
    const isWrong = ['refused', 'suspended', 'outcomeUnknown'].includes(submission.state)
    return { json: submission, lines: submissionLines(submission), isWrong }
  } catch (error) {
    if (!(error instanceof DeskDeclined && error.status === 404)) throw error
    const draft = await desk.get<Draft>(`/drafts/${id}`)
    return { json: draft, lines: draftLines(draft), isWrong: false }
  }
}
