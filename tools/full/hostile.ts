/**
 * Sources made to hurt, a million of each thing: no crash, no hang, bounded memory, time that grows as the source does.
 * Argument: `--only NAME` one of them.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { readOwnershipXml } from '../../core/read/ownershipXml.ts'
import type { LongTest } from '../full.ts'
import { HOSTILE } from '../testing/hostileSources.ts'
import { Random } from '../testing/random.ts'
import { randomSource } from '../testing/randomSource.ts'
import { worded } from '../testing/worded.ts'

export const about = 'a million of everything that could hurt the reader, each in bounded time and memory; 3 minutes'

/** The source grows four times; time may grow eight times, for a machine with other things to do. */
const N = 250_000
const GROWTH = 4
const MOST_GROWTH = 8
/** Times below this say nothing about growth. */
const FLOOR_MILLISECONDS = 150
const MOST_MILLISECONDS = 30_000
/** Of the heap of one case, source included: a million of the longest make 50 MB. */
const HEAP_MEGABYTES = 2048

const EVERY_PREFIX = 'every beginning of documents'
const TOO_LONG = 'a text longer than any string'

interface Measured {
  name: string
  bytes: number
  milliseconds: number[]
  outcome: string
  code: string
  fault?: string
}

/** Runs in a worker of its own, so that running out of memory or stack ends it and nothing else. */
function measure(name: string): Measured {
  if (name === EVERY_PREFIX) return everyPrefix()
  if (name === TOO_LONG) return tooLong()
  const make = HOSTILE[name] as (n: number) => string | Uint8Array
  const runs = [N / 10, N, N * GROWTH].map((n) => read(make(n)))
  const [, small, large] = runs as [Run, Run, Run]
  const milliseconds = [small.milliseconds, large.milliseconds]
  const measured: Measured = { name, ...large, milliseconds }
  const growth = large.milliseconds / Math.max(small.milliseconds, FLOOR_MILLISECONDS)
  if (growth > MOST_GROWTH) measured.fault = `grew ${growth.toFixed(1)} times`
  if (large.milliseconds > MOST_MILLISECONDS) measured.fault = 'took too long'
  return measured
}

interface Run {
  bytes: number
  milliseconds: number
  outcome: string
  code: string
  fault?: string
}

function read(source: string | Uint8Array): Run {
  const began = performance.now()
  const { outcome, diagnostics } = readOwnershipXml(source)
  const { length } = diagnostics
  const milliseconds = performance.now() - began
  const run: Run = { bytes: source.length, milliseconds, outcome, code: diagnostics[0]?.code ?? '' }
  if (outcome !== 'read' && length === 0) run.fault = 'refused without a word'
  for (const diagnostic of diagnostics.slice(0, 1000)) {
    const lack = worded(diagnostic)
    if (lack !== undefined) run.fault = lack
  }
  return run
}

/** Ten invented documents cut at every byte. */
function everyPrefix(): Measured {
  const began = performance.now()
  let bytes = 0
  let fault: string | undefined
  for (let i = 0; i < 10; i++) {
    const source = new TextEncoder().encode(randomSource(new Random(i)))
    for (let length = 0; length < source.length; length++) {
      const run = read(source.subarray(0, length))
      bytes += length
      const isWhole = new TextDecoder().decode(source.subarray(length)).trim() === ''
      if (run.outcome === 'read' && !isWhole && !endsInMisc(source, length))
        fault = `document ${i}, ${length} bytes: read`
      fault ??= run.fault
    }
  }
  const measured = { name: EVERY_PREFIX, bytes, milliseconds: [performance.now() - began], outcome: '', code: '' }
  return fault === undefined ? measured : { ...measured, fault }
}

/** Whether the root is closed already, and a comment behind it is cut off as a whole. */
function endsInMisc(source: Uint8Array, length: number): boolean {
  return new TextDecoder().decode(source.subarray(0, length)).trimEnd().endsWith('</ownershipDocument>')
}

/** One value of 600 million characters: V8's longest string has 536,870,888. */
function tooLong(): Measured {
  const bytes = Buffer.alloc(600_000_000, 'x')
  bytes.write('<ownershipDocument><remarks>')
  const before = process.memoryUsage()
  const run = read(bytes)
  const { heapUsed, external } = process.memoryUsage()
  const grown = heapUsed + external - before.heapUsed - before.external
  const measured = { name: TOO_LONG, ...run, milliseconds: [run.milliseconds] }
  return run.code === 'R100' && grown < 10_000_000
    ? measured
    : { ...measured, fault: `${run.code}, ${grown} bytes more` }
}

/** See `about`. */
export const run: LongTest['run'] = async ({ out, args }) => {
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined
  const names = [...Object.keys(HOSTILE), EVERY_PREFIX, TOO_LONG].filter((name) => only === undefined || name === only)
  const slowest = { name: '', milliseconds: 0 }
  let failed = 0
  for (const name of names) {
    const { bytes, milliseconds, outcome, code, fault } = await inWorker(name)
    const times = milliseconds.map((time) => `${time.toFixed(0)} ms`).join(', then ')
    out(`${fault === undefined ? '  ' : '! '}${name}: ${bytes} bytes, ${times}, ${outcome} ${code} ${fault ?? ''}`)
    if (fault !== undefined) failed++
    const last = milliseconds.at(-1) ?? 0
    if (name !== EVERY_PREFIX && last > slowest.milliseconds) Object.assign(slowest, { name, milliseconds: last })
  }
  const worst = `slowest=${slowest.milliseconds.toFixed(0)}ms (${slowest.name})`
  return { ok: failed === 0 && names.length > 0, summary: `sources=${names.length} failed=${failed} ${worst}` }
}

function inWorker(name: string): Promise<Measured> {
  return new Promise((resolve) => {
    const resourceLimits = { maxOldGenerationSizeMb: HEAP_MEGABYTES }
    const worker = new Worker(new URL(import.meta.url), { workerData: { hostile: name }, resourceLimits })
    const fail = (fault: string) => resolve({ name, bytes: 0, milliseconds: [], outcome: '', code: '', fault })
    worker.on('message', resolve)
    worker.on('error', (error) => fail(`threw ${error.message}`))
    worker.on('exit', () => fail('ended without an answer'))
  })
}

if (!isMainThread && typeof workerData?.hostile === 'string') parentPort?.postMessage(measure(workerData.hostile))
