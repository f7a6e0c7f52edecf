/** Writes fax strips and TIFF files, for the tests of their readers. */
import { MODE_CODES, RUNS } from './faxCodes.ts'

const WHITE_OR_BLACK = [0, 1] as const

/** The bits of a code's key without the 1 put before. */
const bitsOf = (key: number) => key.toString(2).slice(1)

const runBits = WHITE_OR_BLACK.map((colour) => new Map([...RUNS[colour]].map(([key, run]) => [run, bitsOf(key)])))
const modeBits = new Map([...MODE_CODES].map(([key, mode]) => [mode, bitsOf(key)]))

function runOf(length: number, colour: 0 | 1): string {
  let rest = length
  let bits = ''
  while (rest >= 2560) {
    bits += runBits[colour]!.get(2560)!
    rest -= 2560
  }
  if (rest >= 64) bits += runBits[colour]!.get(rest - (rest % 64))!
  return bits + runBits[colour]!.get(rest % 64)!
}

const edgesOf = (row: readonly number[]) => row.flatMap((ink, x) => (ink === (row[x - 1] ?? 0) ? [] : [x]))

/** A row by itself. */
export function ownRow(row: readonly number[]): string {
  const edges = [0, ...edgesOf(row), row.length]
  return edges
    .slice(1)
    .map((edge, i) => runOf(edge - edges[i]!, (i % 2) as 0 | 1))
    .join('')
}

/** A row by the one above it (T.6). */
export function rowByAbove(row: readonly number[], above: readonly number[]): string {
  const width = row.length
  const next = (line: readonly number[], from: number, colour: number) => {
    let x = from
    while (x < width && !(line[x] !== (line[x - 1] ?? 0) && line[x] !== colour)) x++
    return Math.min(x, width)
  }
  const change = (line: readonly number[], from: number) => {
    let x = from
    while (x < width && line[x] === (line[x - 1] ?? 0)) x++
    return Math.min(x, width)
  }
  let bits = ''
  let at = -1
  let colour: 0 | 1 = 0
  while (at < width) {
    const b1 = next(above, at + 1, colour)
    const b2 = change(above, b1 + 1)
    const a1 = next(row, Math.max(at, 0) + (at < 0 ? 0 : 1) - (at < 0 ? 0 : row[at] === colour ? 0 : 1), colour)
    if (b2 < a1) {
      bits += modeBits.get(100)!
      at = b2
    } else if (Math.abs(a1 - b1) <= 3) {
      bits += modeBits.get(a1 - b1)!
      at = a1
      colour = colour === 0 ? 1 : 0
      if (a1 === width) break
    } else {
      const a2 = change(row, a1 + 1)
      bits += modeBits.get(101)! + runOf(a1 - Math.max(at, 0), colour) + runOf(a2 - a1, colour === 0 ? 1 : 0)
      at = a2
    }
  }
  return bits
}

export const ROW_END = '000000000001'

export function bytesOf(bits: string): Uint8Array {
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0')
  return Uint8Array.from({ length: padded.length / 8 }, (_, i) => Number.parseInt(padded.slice(8 * i, 8 * i + 8), 2))
}

/** A TIFF file of one page: its tags with their values (as longs), and one strip. */
export function tiffOf(tags: Readonly<Record<number, number>>, strip: Uint8Array): Uint8Array {
  const all = { ...tags, 273: 8, 279: strip.length }
  const entries = Object.entries(all).toSorted(([a], [b]) => Number(a) - Number(b))
  const directory = 8 + strip.length + (strip.length % 2)
  const bytes = new Uint8Array(directory + 2 + 12 * entries.length + 4)
  const view = new DataView(bytes.buffer)
  bytes.set([0x49, 0x49, 42, 0])
  view.setUint32(4, directory, true)
  bytes.set(strip, 8)
  view.setUint16(directory, entries.length, true)
  for (const [i, [tag, value]] of entries.entries()) {
    const at = directory + 2 + 12 * i
    view.setUint16(at, Number(tag), true)
    view.setUint16(at + 2, 4, true)
    view.setUint32(at + 4, 1, true)
    view.setUint32(at + 8, value, true)
  }
  return bytes
}
