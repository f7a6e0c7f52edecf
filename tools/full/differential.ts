/**
 * The reader against saxes, against itself and against the writer, on every real ownership document there is and on
 * mutations of them. Arguments: `--count N` mutations (100,000), `--only I` one of them, with its text.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { LongTest } from '../full.ts'
import { bulkDocuments, type CorpusDocument, corpusIsThere, looseDocuments, NO_CORPUS } from '../testing/corpus.ts'
import { type Examined, examine } from '../testing/examine.ts'
import { mutate } from '../testing/mutate.ts'
import { Random, seedOf } from '../testing/random.ts'
import { randomSource } from '../testing/randomSource.ts'

export const about = 'the reader agrees with saxes, its fast way with its slow one, the writer with both; 4 minutes'

const WORKERS = 2
const MUTATIONS = 100_000
/** Mutations start from every nth bulk document, from all others, and from invented ones, which have what is rare. */
const EVERY_NTH_BULK = 10
const INVENTED = 500
const MOST_FAULTS_SHOWN = 40

interface Share {
  seed: number
  worker: number
  count: number
}

type Counts = Record<string, number>

type Message = { counts: Counts } | { fault: string } | { progress: string }

/** The document that a mutation of this number starts from, changed. */
function mutation(bases: readonly CorpusDocument[], seed: number, n: number) {
  const random = new Random(seedOf(seed, n))
  const { name, text } = random.pick(bases)
  return { name, ...mutate(text, random) }
}

function count(counts: Counts, prefix: string, examined: Examined): void {
  const { outcome, departure, fast, roundTrip, repaired, faults } = examined
  const add = (key: string, when = true) => {
    if (when) counts[key] = (counts[key] ?? 0) + 1
  }
  add(prefix)
  add(outcome)
  add('agree', (outcome === 'wellFormed' || outcome === 'notWellFormed') && faults.length === 0)
  add(`saxesDiffers.${departure}`, departure !== undefined)
  add('fast', fast)
  add('roundTrip', roundTrip)
  add('repaired', repaired)
  add('disagree', faults.length > 0)
}

/** Every document, its own share of them examined as they are; returns those to be mutated. */
function examineDocuments({ seed, worker }: Share, counts: Counts, fault: (text: string) => void): CorpusDocument[] {
  const bases: CorpusDocument[] = []
  let n = 0
  const take = (document: CorpusDocument, isBase: boolean) => {
    if (isBase) bases.push(document)
    if (n++ % WORKERS !== worker) return
    const examined = examine(document.text)
    count(counts, 'documents', examined)
    for (const text of examined.faults) fault(`${document.name}: ${text}`)
  }
  for (const document of looseDocuments()) take(document, true)
  for (const document of bulkDocuments()) take(document, n % EVERY_NTH_BULK === 0)
  for (let i = 0; i < INVENTED; i++) {
    take({ name: `invented ${i}`, text: randomSource(new Random(seedOf(seed, i))) }, true)
  }
  return bases
}

function work(share: Share, send: (message: Message) => void): void {
  const counts: Counts = {}
  const fault = (text: string) => send({ fault: text })
  const bases = examineDocuments(share, counts, fault)
  send({ progress: `worker ${share.worker}: ${counts.documents} documents examined, ${bases.length} to be mutated` })
  for (let n = share.worker; n < share.count; n += WORKERS) {
    const { name, text, kinds } = mutation(bases, share.seed, n)
    try {
      const examined = examine(text)
      count(counts, 'mutations', examined)
      for (const kind of kinds) counts[`kind.${kind}`] = (counts[`kind.${kind}`] ?? 0) + 1
      for (const found of examined.faults) fault(`mutation ${n} (${kinds.join(', ')} of ${name}): ${found}`)
    } catch (error) {
      counts.thrown = (counts.thrown ?? 0) + 1
      fault(`mutation ${n} (${kinds.join(', ')} of ${name}) threw ${(error as Error).stack}`)
    }
    if (n % 20_000 === share.worker) send({ progress: `worker ${share.worker}: at mutation ${n}` })
  }
  send({ counts })
}

function showOne(seed: number, n: number, out: (line: string) => void): void {
  const bases = examineDocuments({ seed, worker: WORKERS, count: 0 }, {}, out)
  const { name, text, kinds } = mutation(bases, seed, n)
  out(`mutation ${n}: ${kinds.join(', ')} of ${name}\n${text}`)
  out(JSON.stringify(examine(text), null, 2))
}

function summaryOf(counts: Counts): string {
  const n = (key: string) => counts[key] ?? 0
  const departures = Object.keys(counts).filter((key) => key.startsWith('saxesDiffers.'))
  return [
    `documents=${n('documents')} mutations=${n('mutations')} wellFormed=${n('wellFormed')} agree=${n('agree')}`,
    `policy=${n('policy')} saxesDiffers=${n('saxesDiffers')} disagree=${n('disagree')} thrown=${n('thrown')}`,
    `fastEqualsThorough=${n('fast')} roundTrip=${n('roundTrip')} repaired=${n('repaired')}`,
    ...departures.map((key) => `${key}=${counts[key]}`),
  ].join(' ')
}

/** See `about`. */
export const run: LongTest['run'] = async ({ seed, out, args }) => {
  if (!corpusIsThere) return { ok: false, summary: NO_CORPUS }
  const option = (name: string) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : undefined)
  const only = option('--only')
  if (only !== undefined) {
    showOne(seed, only, out)
    return { ok: true, summary: `mutation ${only} shown` }
  }
  const counts: Counts = {}
  let shown = 0
  const receive = (message: Message) => {
    if ('progress' in message) out(message.progress)
    else if ('counts' in message) {
      for (const [key, n] of Object.entries(message.counts)) counts[key] = (counts[key] ?? 0) + n
    } else if (shown++ < MOST_FAULTS_SHOWN) out(message.fault)
  }
  const shares = Array.from(
    { length: WORKERS },
    (_, worker): Share => ({ seed, worker, count: option('--count') ?? MUTATIONS }),
  )
  await Promise.all(shares.map((share) => workerDone(share, receive)))
  const kinds = Object.entries(counts).filter(([key]) => key.startsWith('kind.'))
  out(`of each kind: ${kinds.map(([key, n]) => `${key.slice('kind.'.length)} ${n}`).join(', ')}`)
  return { ok: (counts.disagree ?? 0) + (counts.thrown ?? 0) === 0, summary: summaryOf(counts) }
}

function workerDone(share: Share, receive: (message: Message) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: share })
    worker.on('message', receive)
    worker.on('error', reject)
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))))
  })
}

if (!isMainThread && workerData?.worker !== undefined)
  work(workerData as Share, (message) => parentPort?.postMessage(message))
