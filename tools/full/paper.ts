/**
 * Real filings printed by us and read back from paper: PDF text, HTML, and scans of several kinds, field by field against
 * what was printed. Arguments: `--part NAME` one part only (see `PARTS`), `--count N` filings of it, `--differences N`
 * how many differences are shown. The sample is drawn by the seed. What was read is kept with the code it was read by,
 * so that a run that was ended goes on where it was, and a run of other code begins anew.
 */
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import type { OwnershipDocument } from '../../core/model/index.ts'
import { readOwnershipXml } from '../../core/read/index.ts'
import { readBack } from '../../paper/html/ownPages.mts'
import { printAndRead } from '../../paper/pdf/printedTrip.mts'
import type { Distortion } from '../../paper/scan/distort.mts'
import { type OcrEngine, startOcr } from '../../paper/scan/ocr/ocrEngine.ts'
import { type FieldKind, scanTrip } from '../../paper/scan/scanTrip.mts'
import type { LongTest } from '../full.ts'
import { ownFiles, root } from '../repository.ts'
import { bulkDocuments, type CorpusDocument, corpusIsThere, looseDocuments, NO_CORPUS } from '../testing/corpus.ts'
import { Random, seedOf } from '../testing/random.ts'

export const about =
  'real filings printed and read back: PDF text, HTML, scans of seven kinds; two hours on two processors'

const WORKERS = 2
/** What of the reading may be flagged at most, as a share of the fields; and how often it may be wrong and not flagged. */
interface Part {
  readonly count: number
  readonly dpi?: number
  readonly distortion?: Distortion
  readonly mostFlagged?: number
  readonly mostWrong?: number
}

const PARTS: Readonly<Record<string, Part>> = {
  pdf: { count: 1000 },
  html: { count: 1000 },
  scan300: { count: 1000, dpi: 300, distortion: 'none', mostFlagged: 0.05, mostWrong: 1e-4 },
  scan200: { count: 150, dpi: 200, distortion: 'none', mostFlagged: 0.08 },
  scan150: { count: 150, dpi: 150, distortion: 'none', mostFlagged: 0.15 },
  noise: { count: 150, dpi: 300, distortion: 'noise' },
  skew: { count: 150, dpi: 300, distortion: 'skew' },
  fax: { count: 150, dpi: 300, distortion: 'fax' },
}

/** Counts of fields of one kind. */
interface Count {
  fields: number
  flagged: number
  wrong: number
  wrongNotFlagged: number
}

/** What became of one filing in one part. */
interface Result {
  readonly part: string
  readonly name: string
  readonly pages: number
  readonly blank: number
  readonly counts: Readonly<Partial<Record<FieldKind | 'field', Count>>>
  readonly differences: readonly string[]
}

interface Task {
  readonly part: string
  readonly document: CorpusDocument
  readonly seed: number
}

/** See `about`. */
export const run: LongTest['run'] = async ({ seed, out, stateDir, args }) => {
  if (!corpusIsThere) return { ok: true, summary: NO_CORPUS }
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
  const only = option('--part')
  const parts = Object.entries(PARTS).filter(([name]) => only === undefined || name === only)
  if (parts.length === 0)
    return { ok: false, summary: `no part is called ${only}; there are ${Object.keys(PARTS).join(', ')}` }
  const file = join(stateDir, `${seed}-${fingerprint()}.ndjson`)
  const done = resultsIn(file)
  const documents = [...looseDocuments(), ...bulkDocuments()]
  const tasks = parts.flatMap(([name, { count }]) => tasksOf(name, Number(option('--count') ?? count), documents, seed))
  const open = tasks.filter(({ part, document }) => !done.has(keyOf(part, document.name)))
  out(`${tasks.length} readings, ${tasks.length - open.length} of them done before`)
  await readAll(open, (result) => {
    done.set(keyOf(result.part, result.name), result)
    appendFileSync(file, `${JSON.stringify(result)}\n`)
    if (done.size % 25 === 0) out(`  ${done.size} of ${tasks.length}`)
  })
  const judged = parts.map(([name, part]) => {
    const results = tasks
      .filter((task) => task.part === name)
      .flatMap((task) => done.get(keyOf(name, task.document.name)) ?? [])
    return judge(name, part, results, Number(option('--differences') ?? 10), out)
  })
  return { ok: judged.every(({ ok }) => ok), summary: judged.map(({ summary }) => summary).join('; ') }
}

const keyOf = (part: string, name: string) => `${part} ${name}`

/** All code and data that a result depends on, as a name. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const path of ownFiles().filter((own) =>
    /^(?:(?:core|print|paper|tools)\/.*\.m?ts|package-lock\.json)$/.test(own),
  )) {
    if (!path.endsWith('.test.ts')) hash.update(path).update(readFileSync(join(root, path)))
  }
  return hash.digest('hex').slice(0, 12)
}

function resultsIn(file: string): Map<string, Result> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  // A run that was killed may have left half a line.
  const results = lines.filter((line) => line.endsWith('}')).map((line): Result => JSON.parse(line))
  return new Map(results.map((result) => [keyOf(result.part, result.name), result]))
}

/** So many of the documents, drawn by the seed: the same for every part, as far as it goes. */
function tasksOf(part: string, count: number, documents: readonly CorpusDocument[], seed: number): Task[] {
  const random = new Random(seed)
  const bag = [...documents]
  const tasks: Task[] = []
  while (tasks.length < count && bag.length > 0) {
    const at = random.below(bag.length)
    const document = bag[at]!
    bag[at] = bag.at(-1)!
    bag.pop()
    tasks.push({ part, document, seed: seedOf(seed, tasks.length) })
  }
  return tasks
}

/** Gives each worker a task whenever it has none. */
async function readAll(tasks: readonly Task[], take: (result: Result) => void): Promise<void> {
  const waiting = [...tasks]
  await Promise.all(
    Array.from({ length: Math.min(WORKERS, tasks.length) }, () => {
      const worker = new Worker(import.meta.filename)
      return new Promise<void>((resolve, reject) => {
        worker.on('message', (result: Result | 'ready') => {
          if (result !== 'ready') take(result)
          worker.postMessage(waiting.shift() ?? 'end')
        })
        worker.on('error', reject)
        worker.on('exit', () => resolve())
      })
    }),
  )
}

function judge(name: string, part: Part, results: readonly Result[], shown: number, out: (line: string) => void) {
  const totals = new Map<string, Count>()
  for (const { counts } of results) for (const [kind, count] of Object.entries(counts)) addTo(totals, kind, count)
  const all = [...totals.values()].reduce(sum, { fields: 0, flagged: 0, wrong: 0, wrongNotFlagged: 0 })
  const blank = results.reduce((count, result) => count + result.blank, 0)
  out(
    `${name}: ${results.length} filings, ${results.reduce((n, { pages }) => n + pages, 0)} pages, ${blank} blank cells`,
  )
  for (const [kind, count] of totals) out(`  ${kind.padEnd(8)} ${told(count)}`)
  for (const line of results.flatMap(({ differences }) => differences).slice(0, shown)) out(`    ${line}`)
  const bound = upperBound(all.wrongNotFlagged) / all.fields
  // What is not read by OCR is read without a fault.
  const ok =
    (part.dpi !== undefined || all.wrong === 0) &&
    (part.mostFlagged === undefined || all.flagged <= part.mostFlagged * all.fields) &&
    (part.mostWrong === undefined ||
      bound <= part.mostWrong ||
      (all.wrongNotFlagged === 0 && results.length < part.count))
  return { ok, summary: `${name} ${told(all)} bound=${bound.toExponential(1)}` }
}

const told = ({ fields, flagged, wrong, wrongNotFlagged }: Count) =>
  `fields=${fields} right=${fields - wrong} flagged=${((100 * flagged) / fields).toFixed(2)}% wrong=${wrong} wrongNotFlagged=${wrongNotFlagged}`

const sum = (a: Count, b: Count): Count => ({
  fields: a.fields + b.fields,
  flagged: a.flagged + b.flagged,
  wrong: a.wrong + b.wrong,
  wrongNotFlagged: a.wrongNotFlagged + b.wrongNotFlagged,
})

function addTo(totals: Map<string, Count>, kind: string, count: Count): void {
  const before = totals.get(kind)
  totals.set(kind, before ? sum(before, count) : count)
}

/**
 * The upper 95 % bound of the mean of a Poisson variable that came out as so many: at which mean that few or fewer come
 * out one time in twenty.
 */
function upperBound(seen: number): number {
  let low = seen
  let high = 3 * seen + 10
  for (let step = 0; step < 60; step++) {
    const mean = (low + high) / 2
    let term = Math.exp(-mean)
    let below = term
    for (let k = 1; k <= seen; k++) below += term *= mean / k
    if (below > 0.05) low = mean
    else high = mean
  }
  return high
}

const shortly = (text: string | undefined) => (text === undefined ? 'nothing' : JSON.stringify(text.slice(0, 120)))

/** Reads one document back. */
async function read({ part, document: { name, text }, seed }: Task, ocr: () => Promise<OcrEngine>): Promise<Result> {
  const { document } = readOwnershipXml(text)
  const nothing = { part, name, pages: 0, blank: 0, counts: {}, differences: [] }
  if (!document) return nothing
  const { dpi, distortion } = PARTS[part]!
  if (dpi !== undefined && distortion !== undefined) {
    const trip = await scanTrip(document, { dpi, distortion, seed }, await ocr())
    const counts = new Map<string, Count>()
    for (const { kind, isRight, isFlagged } of trip.outcomes) {
      addTo(counts, kind, {
        fields: 1,
        flagged: Number(isFlagged),
        wrong: Number(!isRight),
        wrongNotFlagged: Number(!isRight && !isFlagged),
      })
    }
    const differences = trip.differences.map(
      ({ at, truth, read: own, isFlagged }) =>
        `${isFlagged ? 'flagged' : 'WRONG'} ${name} ${at}: ${shortly(truth?.text)} ${truth?.marks.join() ?? ''} read as ${shortly(own?.text)} ${own?.marks.join() ?? ''}`,
    )
    return { ...nothing, pages: trip.pages, blank: trip.blank, counts: Object.fromEntries(counts), differences }
  }
  const { compared, faults } = part === 'pdf' ? await printAndRead(document) : htmlTrip(document)
  const wrong = faults.length
  return {
    ...nothing,
    counts: { field: { fields: compared, flagged: 0, wrong, wrongNotFlagged: wrong } },
    differences: faults.map((fault) => `${name} ${fault.slice(0, 300)}`),
  }
}

function htmlTrip(document: OwnershipDocument): { compared: number; faults: string[] } {
  const { compared, differences } = readBack(document)
  return { compared, faults: differences.map((difference) => JSON.stringify(difference)) }
}

if (!isMainThread && parentPort) {
  const port = parentPort
  let engine: Promise<OcrEngine> | undefined
  const ocr = () => (engine ??= startOcr())
  const answer = async (task: Task | 'end') => {
    if (task !== 'end') return port.postMessage(await read(task, ocr))
    await (await engine)?.end()
    port.close()
  }
  port.on('message', (task: Task | 'end') => void answer(task))
  port.postMessage('ready')
}
