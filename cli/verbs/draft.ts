import { readFile } from 'node:fs/promises'
import { FINDINGS, FINE } from '../batch.ts'
import { Complaints } from '../complaints.ts'
import { amendmentLines, filedLines } from '../desk/amendmentTold.ts'
import type {
  AmendmentTrial,
  Draft,
  DraftNote,
  Event,
  FilingLines,
  FillTable,
  Insider,
  Recipe,
} from '../desk/answers.ts'
import { atDesk, type DeskClient, type DeskOptions, diagnosticLine } from '../desk/deskClient.ts'
import { draftLines, questionLines } from '../desk/draftTold.ts'
import { type PeopleTable, peopleTable } from '../desk/peopleTable.ts'
import { assertFree, writeNew } from '../files.ts'
import { printable } from '../input/names.ts'
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
  /** A broker's table of trades, for the event. */
  fills?: string
  /** A stock plan's table: whom the event concerns, and the answers of each. */
  people?: string
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
  for (const name of ['fills', 'people'] as const)
    if (options[name] !== undefined && event === undefined) throw new UsageError(`--${name} goes with --event FILE`)
  return atDesk(options, (desk) => {
    if (id !== undefined) return options.split ? divided(desk, id, options) : shown(desk, id, options)
    if (event !== undefined) return made(desk, options)
    return blank === undefined ? amended(desk, amend!, options) : begun(desk, blank, options)
  })
}

/** Of an event that still asks something its questions are told, and nothing is made. */
async function made(desk: DeskClient, options: DraftVerbOptions): Promise<number> {
  const told = await eventOf(desk, options)
  if (told === undefined) return FINDINGS
  const { json } = options
  const event = await desk.post<Event>('/events', told)
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

/** The event of a file, with what its tables say; `undefined`, and told, where a table is none. */
async function eventOf(desk: DeskClient, { event = '', fills, people }: DraftVerbOptions): Promise<object | undefined> {
  const told = (await jsonFile(event)) as { recipe?: string; facts?: object }
  const trades = fills === undefined ? {} : await fillsOf(desk, fills)
  const concerned = people === undefined ? {} : await concernedOf(desk, people, told.recipe)
  return trades && concerned && { ...told, ...concerned, facts: { ...told.facts, ...trades } }
}

/** Whom a stock plan's table names, and the answers of each. */
async function concernedOf(desk: DeskClient, path: string, recipe = ''): Promise<PeopleTable | undefined> {
  const { recipes } = await desk.get<{ recipes: Recipe[] }>('/recipes')
  const facts = recipes.find(({ name }) => name === recipe)?.facts ?? []
  const table = peopleTable(await textFile(path), await insidersOf(desk), facts)
  if (!('problems' in table)) return table
  const complaints = new Complaints()
  for (const problem of table.problems) complaints.line(printable(`section16: ${path}: ${problem}`))
  return undefined
}

interface InsiderPage {
  insiders: Insider[]
  next: string | null
}

/** All insiders whom the caller may see. */
async function insidersOf(desk: DeskClient): Promise<Insider[]> {
  const all: Insider[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: InsiderPage = await desk.get(`/insiders${after === '' ? '' : `?after=${encodeURIComponent(after)}`}`)
    all.push(...page.insiders)
    after = page.next
  }
  return all
}

/** The answer to the question for trades out of a table; what keeps a line from being one is told, and then there is none. */
async function fillsOf(desk: DeskClient, path: string): Promise<{ fills: FillTable['fills'] } | undefined> {
  const text = await textFile(path)
  const { fills, diagnostics } = await desk.post<FillTable>('/fill-table', { text })
  const complaints = new Complaints()
  for (const one of diagnostics) complaints.line(`section16: ${printable(path)}: ${diagnosticLine(one)}`)
  return diagnostics.length > 0 ? undefined : { fills }
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
  const text = await textFile(path)
  try {
    const json: unknown = JSON.parse(text)
    if (typeof json === 'object' && json !== null) return json
  } catch {
    // As below.
  }
  throw new UsageError(`${path} is no JSON object`)
}

async function textFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new UsageError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code})`)
  }
}
