/** Latencies and memory as figures and verdicts. */
import { readdirSync, readFileSync } from 'node:fs'
import type { Took } from './traffic.ts'

export interface Figures {
  count: number
  median: number
  p99: number
  max: number
}

/** Nearest rank; zeros where there is nothing. */
export function figuresOf(times: readonly number[]): Figures {
  const sorted = times.toSorted((a, b) => a - b)
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  return { count: sorted.length, median: rank(0.5), p99: rank(0.99), max: sorted.at(-1) ?? 0 }
}

/** A line for each kind of request, reads first. */
export function figureLines(took: readonly Took[]): string[] {
  const kinds = [...Map.groupBy(took, ({ kind }) => kind)]
  return kinds
    .toSorted(([, [a]], [, [b]]) => Number(a?.isWrite) - Number(b?.isWrite))
    .map(([kind, some]) => `  ${kind.padEnd(15)} ${told(figuresOf(some.map(({ ms }) => ms)))}`)
}

const MINUTE_MS = 60_000

/** A line for each minute: what stands still at its beginning shows there. */
export function minuteLines(took: readonly Took[]): string[] {
  const began = Math.min(...took.slice(0, 1000).map(({ planned }) => planned))
  const minutes = [...Map.groupBy(took, ({ planned }) => Math.floor((planned - began) / MINUTE_MS))]
  return minutes
    .toSorted(([a], [b]) => a - b)
    .map(([minute, some]) => `  minute ${String(minute + 1).padEnd(8)} ${told(figuresOf(some.map(({ ms }) => ms)))}`)
}

export function told({ count, median, p99, max }: Figures): string {
  return `n=${count} median=${median.toFixed(1)}ms p99=${p99.toFixed(0)}ms max=${max.toFixed(0)}ms`
}

/** What reads and writes may take (issue 6, accept 6), in milliseconds. */
export const LIMITS = { readMedian: 20, readP99: 250, writeP99: 500 } as const

/** Whether memory grew: by more than this between the second and the last fifth of the time, each by its median. */
const MOST_GROWTH = 1.15

export interface Memory {
  start: number
  middle: number
  end: number
  isFlat: boolean
}

/** Of samples at even distances, in megabytes. The first fifth, in which caches fill, is not compared. */
export function memoryOf(samples: readonly number[]): Memory {
  const fifth = Math.max(1, Math.floor(samples.length / 5))
  const median = (some: readonly number[]) => figuresOf(some).median
  const [second, last] = [median(samples.slice(fifth, 2 * fifth)), median(samples.slice(-fifth))]
  return {
    start: samples[0] ?? 0,
    middle: samples[Math.floor(samples.length / 2)] ?? 0,
    end: samples.at(-1) ?? 0,
    isFlat: samples.length >= 10 && last <= second * MOST_GROWTH,
  }
}

/** Resident memory of a process, megabytes. Linux. */
export function residentOf(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}

/** Processor time of all threads of a process, milliseconds. Linux. */
export function processorOf(pid: number): number {
  const folder = `/proc/${pid}/task`
  const nanoseconds = readdirSync(folder).map((thread) =>
    Number(readFileSync(`${folder}/${thread}/schedstat`, 'utf8').split(' ')[0]),
  )
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e6
}
