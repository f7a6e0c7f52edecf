import { readFile } from 'node:fs/promises'
import { FINDINGS, FINE } from '../batch.ts'
import { amendmentLines, filedLines } from '../desk/amendmentTold.ts'
import type { AmendmentTrial, Draft, DraftNote, Event, FilingLines } from '../desk/answers.ts'
import { atDesk, type DeskClient, type DeskOptions } from '../desk/deskClient.ts'
import { draftLines, questionLines } from '../desk/draftTold.ts'
import { assertFree, writeNew } from '../files.ts'
import { jsonText } from '../json.ts'
import { Output } from '../output.ts'
import { UsageError } from '../usageError.ts'

export interface DraftVerbOptions extends DeskOptions {
  /** A file of what happened: the drafts it comes to are made. */
  event?: string
  /** A file of issuer, insiders and form: an empty draft is made. */
  new?: string
  /** A filed form: its lines are shown, or with `changes` an amendment of it is made. */
  amend?: string
  /** A file of what was wrong. */
  changes?: string
  /** Of an amendment: only what it would be. */
  trial?: boolean
  /** Split it into the forms that it takes. */
  split?: boolean
  /** A file of what `--json` gave, with changes: it is saved. */
  save?: string
  /** Where the form is put. */
  output?: string
  force?: boolean
  json?: boolean
}

/** `section16 draft`: makes drafts of an event, of nothing, or of what was wrong; shows one, saves one. */
export function draft(id: string | undefined, options: DraftVerbOptions): Promise<number> {
  const { event, new: blank, amend } = options
  if ([id, event, blank, amend].filter((one) => one !== undefined).length !== 1)
    throw new UsageError('draft takes the id of a draft, or --event FILE, --new FILE or --amend FILING')
  return atDesk(options, (desk) => {
    if (id !== undefined) return options.split ? divided(desk, id, options) : shown(desk, id, options)
    if (event !== undefined) return made(desk, event, options)
    return blank === undefined ? amended(desk, amend!, options) : begun(desk, blank, options)
  })
}

/** Of an event that still asks something its questions are told, and nothing is made. */
async function made(desk: DeskClient, path: string, { json }: DraftVerbOptions): Promise<number> {
  const event = await desk.post<Event>('/events', await jsonFile(path))
  const output = new Output()
  const isWhole = event.results.every(({ isComplete }) => isComplete)
  if (!isWhole) {
    if (json) await output.line(jsonText(event, 2))
    else for (const line of questionLines(event)) await output.line(line)
  } else {
    const { drafts } = await desk.post<{ drafts: DraftNote[] }>('/drafts', { from: 'event', eventId: event.id })
    await tellMade(output, drafts, json)
  }
  await output.end()
  return isWhole ? FINE : FINDINGS
}

async function begun(desk: DeskClient, path: string, { json }: DraftVerbOptions): Promise<number> {
  const blank = { ...(await jsonFile(path)), from: 'scratch' }
  const { drafts } = await desk.post<{ drafts: DraftNote[] }>('/drafts', blank)
  const output = new Output()
  await tellMade(output, drafts, json)
  await output.end()
  return FINE
}

async function divided(desk: DeskClient, id: string, { json }: DraftVerbOptions): Promise<number> {
  const path = `/drafts/${encodeURIComponent(id)}`
  const { hash } = await desk.get<Draft>(path)
  const { drafts } = await desk.post<{ drafts: DraftNote[] }>(`${path}/parts`, { ofHash: hash })
  const output = new Output()
  await tellMade(output, drafts, json)
  await output.end()
  return FINE
}

async function tellMade(output: Output, drafts: readonly DraftNote[], json = false): Promise<void> {
  if (json) await output.line(jsonText(drafts, 2))
  else for (const { id, formType } of drafts) await output.line(`Form ${formType}: section16 draft ${id}`)
}

/** The lines of a filed form; or what an amendment of it comes to, and unless it is a trial its draft. */
async function amended(desk: DeskClient, filing: string, options: DraftVerbOptions): Promise<number> {
  const { changes, trial = false, json } = options
  const path = `/filings/${encodeURIComponent(filing)}`
  const output = new Output()
  if (changes === undefined) {
    const lines = await desk.get<FilingLines>(`${path}/lines`)
    if (json) await output.line(jsonText(lines, 2))
    else for (const line of filedLines(lines)) await output.line(line)
    await output.end()
    return FINE
  }
  const where = trial ? 'amendment-trials' : 'amendments'
  const answer = await desk.post<AmendmentTrial & { draftId?: string }>(`${path}/${where}`, await jsonFile(changes))
  if (json) await output.line(jsonText(answer, 2))
  else for (const line of amendmentLines(answer)) await output.line(line)
  await output.end()
  return answer.filing === null ? FINDINGS : FINE
}

async function shown(desk: DeskClient, id: string, options: DraftVerbOptions): Promise<number> {
  const path = `/drafts/${encodeURIComponent(id)}`
  const { output: file, force = false } = options
  const page = file === undefined ? undefined : pageOf(file)
  if (file !== undefined) assertFree([file], force)
  const draft = options.save === undefined ? await desk.get<Draft>(path) : await saved(desk, path, options.save)
  if (file !== undefined) writeNew(file, await desk.bytes(`${path}/${page}`), force)
  const output = new Output()
  if (options.json) await output.line(jsonText(draft, 2))
  else if (file === undefined) for (const line of draftLines(draft)) await output.line(line)
  await output.end()
  return FINE
}

/** Which of the form's files a name asks for. */
function pageOf(file: string): string {
  const ending = /\.(xml|html|pdf)$/i.exec(file)?.[1]?.toLowerCase()
  if (ending === undefined) throw new UsageError(`-o takes a name that ends in .xml, .html or .pdf, not ${file}`)
  return ending === 'xml' ? 'form.xml' : `page.${ending}`
}

/** Saved on the version that the file was made from; where somebody saved meanwhile the desk declines. */
async function saved(desk: DeskClient, path: string, file: string): Promise<Draft> {
  const { hash, filing } = (await jsonFile(file)) as Partial<Draft>
  if (typeof hash !== 'string' || filing === undefined)
    throw new UsageError(`${file} is not what draft --json gave: hash and filing are needed`)
  return desk.put<Draft>(path, { basedOn: hash, filing })
}

async function jsonFile(path: string): Promise<object> {
  try {
    const json: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (typeof json === 'object' && json !== null) return json
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== undefined) throw new UsageError(`${path} cannot be read (${code})`)
  }
  throw new UsageError(`${path} is no JSON object`)
}
