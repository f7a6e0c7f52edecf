import type { GreyImage } from './greyImage.ts'

/** A piece of a ruled line in one row; `to` is exclusive. */
export interface RuleRun {
  readonly row: number
  readonly from: number
  readonly to: number
}

/**
 * Lengths in pixels at 150 dpi, in which lines are looked for.
 *
 * Half of the stretch over which a row has to be dark, and half of that over which it has to be dark here.
 */
const FAR = 15
const HERE = 1
/** How dark both have to be, from 0 to 255: a hairline of a scan in grey is. */
const DARK_FAR = 32
const DARK_HERE = 36
/** A row so far above or below a rule is outside of it. */
const OUTSIDE = 3
/** Gaps that a worn rule may have. */
const GAP = 3
/** A rule under letters is solid: of its pixels this share is dark. The feet of letters are not. */
const SOLID = 0.95
/** A worn rule has nothing beside it: the rows outside have no more than this share of its darkness. */
const CLEAR = 0.12

/**
 * Pieces of lines that run across a picture, row by row. A line is darker than what lies above and below it over a
 * stretch, so that grain and dirt average out, which break its ink to pieces.
 */
export function* ruleRuns(picture: GreyImage, shortest: number): Generator<RuleRun> {
  const { width, height, data } = picture
  const far = averaged(picture)
  const sums = new Int32Array(width + 1)
  for (let row = OUTSIDE; row < height - OUTSIDE; row++) {
    const start = row * width
    const above = start - OUTSIDE * width
    const below = start + OUTSIDE * width
    let isSummed = false
    for (let x = 0; x < width; x++) {
      if (!isRidge(far, start + x, above + x, below + x)) continue
      if (!isSummed) {
        for (let i = 0; i < width; i++) sums[i + 1] = sums[i]! + 255 - data[start + i]!
        isSummed = true
      }
      if (darkness(sums, x, HERE) < DARK_HERE) continue
      let to = x + 1
      for (let next = to; next < width && next - to <= GAP; next++) {
        if (isRidge(far, start + next, above + next, below + next) && darkness(sums, next, HERE) >= DARK_HERE) {
          to = next + 1
        }
      }
      const run = { row, from: x, to }
      if (to - x >= shortest && isRule(run, sums, far, above, below, start)) yield run
      x = to
    }
  }
}

const isRidge = (far: Uint8Array, own: number, above: number, below: number) =>
  far[own]! >= DARK_FAR && 2 * far[above]! <= far[own]! && 2 * far[below]! <= far[own]!

/** The mean darkness of some pixels to both sides of one. */
function darkness(sums: Int32Array, x: number, half: number): number {
  const from = Math.max(0, x - half)
  const to = Math.min(sums.length - 1, x + half + 1)
  return (sums[to]! - sums[from]!) / (to - from)
}

function isRule(
  { from, to }: RuleRun,
  sums: Int32Array,
  far: Uint8Array,
  above: number,
  below: number,
  own: number,
): boolean {
  let dark = 0
  let inside = 0
  let outside = 0
  for (let x = from; x < to; x++) {
    if (darkness(sums, x, 0) >= DARK_HERE) dark++
    inside += far[own + x]!
    outside += Math.max(far[above + x]!, far[below + x]!)
  }
  return dark >= SOLID * (to - from) || outside <= CLEAR * inside
}

/** The mean darkness of `FAR` pixels to both sides of each. */
function averaged({ width, height, data }: GreyImage): Uint8Array {
  const result = new Uint8Array(data.length)
  for (let row = 0; row < height; row++) {
    const start = row * width
    let sum = 0
    let count = Math.min(FAR, width)
    for (let x = 0; x < count; x++) sum += 255 - data[start + x]!
    for (let x = 0; x < width; x++) {
      if (x + FAR < width) {
        sum += 255 - data[start + x + FAR]!
        count++
      }
      if (x > FAR) {
        sum -= 255 - data[start + x - FAR - 1]!
        count--
      }
      result[start + x] = sum / count
    }
  }
  return result
}
