import { type Box, boxAround } from '../image/greyImage.ts'
import { SMALL } from './chains.ts'

/** How a line stands by its own letters. */
export interface Standing extends Box {
  /** The row on which its letters stand (exclusive, as `bottom` is). */
  readonly baseline: number
  /** How high its tall letters are. */
  readonly height: number
  /** How many letters say so. */
  readonly count: number
}

/** Up to so many letters do not say by themselves where they stand: most may be raised marks. So many do. */
const FEW = 10
const ENOUGH = 5

export function standingOf(letters: readonly Box[]): Standing {
  const highest = Math.max(...letters.map(({ top, bottom }) => bottom - top))
  const tall = letters.filter(({ top, bottom }) => bottom - top >= SMALL * highest)
  const baseline = baselineOf(tall)
  return { ...boxAround(letters), baseline, height: heightOf(tall, baseline), count: tall.length }
}

/**
 * Where a line stands: few letters stand as the nearest of the longer lines beside them does, if that stands within half a
 * letter of them and has letters of about the size.
 */
export function neighbourly(line: Standing, all: readonly Standing[]): Standing {
  if (line.count > FEW) return line
  let nearest: Standing | undefined
  let least = Number.POSITIVE_INFINITY
  for (const other of all) {
    const distance = Math.max(other.left - line.right, line.left - other.right, 0)
    if (distance >= least || other === line || !isBeside(line, other)) continue
    nearest = other
    least = distance
  }
  if (!nearest) return line
  const isAlike = Math.abs(nearest.baseline - line.baseline) <= 2
  return { ...line, baseline: isAlike ? line.baseline : nearest.baseline, height: nearest.height }
}

const isBeside = (line: Standing, other: Standing) =>
  other.count >= ENOUGH &&
  Math.abs(other.baseline - line.baseline) < 0.5 * other.height &&
  line.top < other.baseline &&
  line.bottom > other.baseline - 1.4 * other.height &&
  Math.abs(other.height - line.height) < 0.35 * other.height

/**
 * Where most letters stand: the row with the most feet, its two neighbours counted in. Wide letters weigh more, since
 * the narrow ones are often brackets, which reach below; and what begins a line is hardly a raised mark.
 */
function baselineOf(letters: readonly Box[]): number {
  const feet = new Map<number, number>()
  for (const [i, letter] of letters.entries()) {
    const weight = (isNarrow(letter) ? 1 : 3) + (i === 0 ? 1.5 : 0)
    feet.set(letter.bottom, weight + (feet.get(letter.bottom) ?? 0))
  }
  let best = letters[0]!.bottom
  let most = 0
  for (const [row, weight] of feet) {
    const all = 2 * weight + (feet.get(row - 1) ?? 0) + (feet.get(row + 1) ?? 0)
    if (all > most || (all === most && row < best)) {
      best = row
      most = all
    }
  }
  return best
}

/** The height of the tall letters that stand on a row: that of the eighth part that is highest. */
function heightOf(letters: readonly Box[], baseline: number): number {
  const heights = letters
    .filter(({ bottom }) => Math.abs(bottom - baseline) <= 1)
    .map(({ top, bottom }) => bottom - top)
    .toSorted((a, b) => b - a)
  return heights[heights.length >> 3]!
}

export const isNarrow = ({ left, right, top, bottom }: Box) => right - left < 0.45 * (bottom - top)
