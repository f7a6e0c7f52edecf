/**
 * Real filings printed by us and read back from paper: PDF text, HTML of ours and in EDGAR's markup, in each edition in
 * turn, and scans of several kinds, field by field against what was printed. Arguments: `--part NAME` one part only
 * (see `PARTS`), `--count N` filings of it, `--differences N` how many differences of a part are shown. The sample is
 * drawn by the seed. What was read is kept with the code it was read by, so that a run that was ended goes on where it
 * was, and a run of other code begins anew.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import type { OwnershipDocument } from '../../core/model/index.ts'
import { readOwnershipXml } from '../../core/read/index.ts'
import type { PageOptions } from '../../core/render/index.ts'
import { readEdgarBack } from '../../paper/html/edgarPages.mts'
import { readBack } from '../../paper/html/ownPages.mts'
import { printAndRead } from '../../paper/pdf/printedTrip.mts'
import type { Distortion } from '../../paper/scan/distort.mts'
import { type OcrEngine, startOcr } from '../../paper/scan/ocr/ocrEngine.ts'
import { scanTrip } from '../../paper/scan/scanTrip.mts'
import { type Counts, countsOf, countTold, type Demands, notShown, sumByName, totalOf } from '../../paper/tally.mts'
import { editionInTurn, type FieldOutcome, outcomeTold, type Trip, wrongOf } from '../../paper/trip.mts'
import type { LongTest } from '../full.ts'
import { bulkDocuments, type CorpusDocument, corpusIsThere, looseDocuments, NO_CORPUS } from '../testing/corpus.ts'
import { fingerprint } from '../testing/fingerprint.ts'
import { Random, seedOf } from '../testing/random.ts'

export const about =
  "real filings printed and read back: PDF text, HTML, EDGAR's, scans of six kinds; two hours on two processors"

const WORKERS = 2

interface Part extends Demands {
  /** Of filings. */
  readonly count: number
  /** The way back where no OCR is needed. */
  readonly trip?: (document: OwnershipDocument, options: PageOptions) => Trip | Promise<Trip>
  /** What the scanner does, where it is. */
  readonly scan?: { readonly dpi: number; readonly distortion: Distortion }
}

const PARTS: Readonly<Record<string, Part>> = {
  pdf: { count: 1000, trip: printAndRead, mostWrong: 0 },
  html: { count: 1000, trip: readBack, mostWrong: 0 },
  edgar: { count: 1000, trip: readEdgarBack, mostWrong: 0 },
  scan300: { count: 1300, scan: { dpi: 300, distortion: 'none' }, mostFlagged: 0.05, wrongNotFlaggedBound: 1e-4 },
  scan200: { count: 150, scan: { dpi: 200, distortion: 'none' }, mostFlagged: 0.08 },
  scan150: { count: 150, scan: { dpi: 150, distortion: 'none' }, mostFlagged: 0.15 },
  noise: { count: 150, scan: { dpi: 300, distortion: 'noise' } },
  skew: { count: 150, scan: { dpi: 300, distortion: 'skew' } },
  fax: { count: 150, scan: { dpi: 300, distortion: 'fax' } },
}

/** What became of one filing in one part. */
interface Result {
  readonly part: string
  readonly name: string
  /** By what stands in the fields. */
  readonly counts: Counts
  /** Cells of rows in which nothing stands. */
  readonly blank: number
  /** Texts without a place. */
  readonly unplaced: number
  readonly wrong: readonly FieldOutcome[]
}

interface Task {
  readonly part: string
  readonly document: CorpusDocument
  /** Which of the filings it is, counted from the seed: decides the edition. */
  readonly n: number
  readonly seed: number
}

/** See `about`. */
export const run: LongTest['run'] = async ({ seed, out, stateDir, args }) => {
  if (!corpusIsThere) return { ok: false, summary: NO_CORPUS }
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
  const only = option('--part')
  const parts = Object.entries(PARTS).filter(([name]) => only === undefined || name === only)
  if (parts.length === 0)
    return { ok: false, summary: `no part is called ${only}; there are ${Object.keys(PARTS).join(', ')}` }
  const file = join(stateDir, `${seed}-${fingerprint(DEPENDED_ON)}.ndjson`)
  const done = resultsIn(file)
  const documents = [...looseDocuments(), ...bulkDocuments()]
  const tasks = parts.flatMap(([name, { count }]) => tasksOf(name, Number(option('--count') ?? count), documents, seed))
  const open = tasks.filter(({ part, document }) => !done.has(keyOf(part, document.name)))
  out(`${tasks.length} readings, ${tasks.length - open.length} of them done before`)
  let finished = tasks.length - open.length
  await readAll(open, (result) => {
    done.set(keyOf(result.part, result.name), result)
    appendFileSync(file, `${JSON.stringify(result)}\n`)
    if (++finished % 25 === 0) out(`  ${finished} of ${tasks.length}`)
  })
  const judged = parts.map(([name, part]) => {
    const results = tasks.filter((task) => task.part === name).map((task) => done.get(keyOf(name, task.document.name))!)
    return judge(name, part, results, Number(option('--differences') ?? 10), out)
  })
  return { ok: judged.every(({ ok }) => ok), summary: judged.map(({ summary }) => summary).join('; ') }
}

const keyOf = (part: string, name: string) => `${part} ${name}`

/** The code and data that a result depends on: that of the rooms, of this runner, and what other packages they use. */
const DEPENDED_ON = [
  /^(?:core|print|paper)\/.*\.m?ts$/,
  /^tools\/testing\/(?:corpus|fingerprint|random)\.ts$/,
  /^tools\/full\/paper\.ts$/,
  /^(?:print|paper)\/package\.json$/,
]

/** What a run has left in a file. Half a line, which a run that was killed may have left at the end, is taken away. */
function resultsIn(file: string): Map<string, Result> {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole.length < text.length) writeFileSync(file, whole)
  const lines = whole.split('\n').slice(0, -1)
  const results = lines.map((line): Result => JSON.parse(line))
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
    tasks.push({ part, document, n: Math.abs(seed) + tasks.length, seed: seedOf(seed, tasks.length) })
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
  const counts = sumByName(results.map((result) => result.counts))
  const total = (key: 'blank' | 'unplaced') => results.reduce((count, result) => count + result[key], 0)
  out(`${name}: ${results.length} filings, ${total('blank')} blank cells, ${total('unplaced')} texts without a place`)
  for (const [kind, count] of Object.entries(counts)) out(`  ${kind.padEnd(8)} ${countTold(count)}`)
  const filingOf = new Map(results.flatMap((result) => result.wrong.map((outcome) => [outcome, result.name] as const)))
  for (const outcome of wrongOf([...filingOf.keys()]).slice(0, shown)) {
    out(`    ${filingOf.get(outcome)} ${outcomeTold(outcome)}`)
  }
  const all = totalOf(counts)
  const missed = notShown(part, all)
  const what = `${name} filings=${results.length} ${countTold(all)}`
  return { ok: missed.length === 0, summary: [what, ...missed].join(', ') }
}

/** Reads one document back. */
async function read({ part, document: source, n, seed }: Task, ocr: () => Promise<OcrEngine>): Promise<Result> {
  const { name, text } = source
  const { document } = readOwnershipXml(text)
  if (!document) return { part, name, counts: {}, blank: 0, unplaced: 0, wrong: [] }
  const { trip, scan } = PARTS[part]!
  const { outcomes, blank, unplaced } = scan
    ? await scanTrip(document, { ...scan, seed }, await ocr())
    : await trip!(document, editionInTurn(n))
  const wrong = wrongOf(outcomes)
  return { part, name, counts: countsOf(outcomes), blank, unplaced: unplaced.length, wrong }
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
