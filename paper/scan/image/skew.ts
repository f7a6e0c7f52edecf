import type { Box } from './greyImage.ts'

/** Pages are laid on the glass by hand: more than this is not a skewed page but something else. */
export const MOST_SKEW = 5

/** How a page lies: whether its lines run across or down, and by how many degrees clockwise they fall off. */
export interface Lie {
  readonly runsAcross: boolean
  readonly degrees: number
}

/**
 * How the lines of a page lie, by the edges of its letters: on text, the feet of the letters crowd in few rows when
 * looked at along the lines. `undefined` where there are too few letters to say. Precise to some hundredths of a degree.
 */
export function lieOf(letters: readonly Box[]): Lie | undefined {
  if (letters.length < 12) return undefined
  const few = some(letters)
  const across = steepest(few.flatMap(({ left, top, bottom }) => [left, top, left, bottom]))
  const down = steepest(few.flatMap(({ left, right, top }) => [top, left, top, right]))
  return across.score >= down.score
    ? { runsAcross: true, degrees: across.degrees }
    : { runsAcross: false, degrees: -down.degrees }
}

/** By how many degrees the lines of a part of a flat page may fall off, and how many letters say so. */
const MOST_BENT = 0.35
const LEAST_LETTERS = 150
/** Columns are slanted where letters crowd so much more under another angle than upright. */
const MORE_CROWDED = 1.3

/**
 * Whether lines and columns of a straight page of that size are parallel, as they are on a scanner and are not in a photo:
 * those of its upper and lower part, and of its left and right.
 */
export function isFlat(letters: readonly Box[], width: number, height: number): boolean {
  const left = letters.filter((letter) => letter.left < width * 0.4)
  const right = letters.filter((letter) => letter.left > width * 0.6)
  const upper = letters.filter((letter) => letter.top < height * 0.4)
  const lower = letters.filter((letter) => letter.top > height * 0.6)
  return [left, right, upper, lower].every(isLevel) && [left, right].every(isPlumb)
}

function isLevel(letters: readonly Box[]): boolean {
  if (letters.length < LEAST_LETTERS) return true
  const { degrees } = steepest(some(letters).flatMap(({ left, bottom }) => [left, bottom]))
  return Math.abs(degrees) <= MOST_BENT
}

function isPlumb(letters: readonly Box[]): boolean {
  if (letters.length < LEAST_LETTERS) return true
  const edges = some(letters).flatMap(({ left, top }) => [top, left])
  const { degrees, score } = steepest(edges)
  return Math.abs(degrees) <= MOST_BENT || score < MORE_CROWDED * crowding(edges, 0, 1)
}

interface Found {
  readonly degrees: number
  readonly score: number
}

/** So many letters say how lines run as well as all do. */
const ENOUGH_LETTERS = 1200

/** Every so many of the letters that there are no more than enough. */
function some(letters: readonly Box[]): readonly Box[] {
  const every = Math.ceil(letters.length / ENOUGH_LETTERS)
  return every <= 1 ? letters : letters.filter((_, i) => i % every === 0)
}

/** The angle at which points (along and across the lines, by turns) crowd most. Coarse, then fine. */
function steepest(points: readonly number[]): Found {
  let best: Found = { degrees: 0, score: 0 }
  for (const [reach, step, bin] of [
    [MOST_SKEW, 0.25, 4],
    [0.3, 0.05, 2],
    [0.06, 0.01, 1],
  ] as const) {
    const middle = best.degrees
    best = { degrees: middle, score: crowding(points, middle, bin) }
    for (let k = 1; k * step <= reach + 1e-9; k++) {
      for (const degrees of [middle - k * step, middle + k * step]) {
        const score = crowding(points, degrees, bin)
        if (score > best.score) best = { degrees, score }
      }
    }
  }
  return best
}

/** How much the points crowd in rows of `bin` pixels when the page is looked at under an angle. */
function crowding(points: readonly number[], degrees: number, bin: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const rows = new Int32Array(points.length / 2)
  for (let i = 0; i < points.length; i += 2) rows[i >> 1] = Math.floor((points[i + 1]! - points[i]! * slope) / bin)
  rows.sort()
  let sum = 0
  for (let i = 0, first = 0; i <= rows.length; i++) {
    if (i < rows.length && rows[i] === rows[first]) continue
    sum += (i - first) ** 2
    first = i
  }
  return sum
}
