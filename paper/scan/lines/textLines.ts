import type { Component } from '../image/components.ts'
import { type Box, boxAround } from '../image/greyImage.ts'

/** A piece of a line of text: what stands side by side without a rule or a wide gap in between. */
export interface TextLine extends Box {
  /** From left to right. */
  readonly letters: readonly Component[]
  /** The row on which its letters stand (exclusive, as `bottom` is). */
  readonly baseline: number
  /** How high its tall letters are. */
  readonly height: number
  /** Marks that stand raised behind or between its letters: each a piece of its own. */
  readonly raised: readonly RaisedPiece[]
}

export interface RaisedPiece extends Box {
  readonly letters: readonly Component[]
}

/** In heights of the letters. */
const WIDEST_GAP = 1.1
/** Below this share of the usual height, a piece of ink is a point, a dash, a quote: no letter by itself. */
const SMALL = 0.55

interface OpenLine {
  readonly letters: Component[]
  top: number
  bottom: number
  right: number
}

/**
 * The lines of text that pieces of ink form. `isCut` says whether a rule runs down between two places of a row. What
 * joins no line and is too small to be a letter is left out: `specks`.
 */
export function textLinesOf(
  pieces: readonly Component[],
  isCut: (left: number, right: number, y: number) => boolean,
): { lines: TextLine[]; specks: Component[] } {
  const usual = usualHeight(pieces)
  const isSmall = ({ top, bottom }: Box) => bottom - top < SMALL * usual
  const lines = chained(
    pieces.filter((piece) => !isSmall(piece)),
    usual,
    isCut,
  )
  const { specks } = attach(pieces.filter(isSmall), lines, usual, isCut)
  const own = lines.map(({ letters }) => ({ letters, ...standingOf(letters) }))
  return {
    lines: own
      .map((line) => finished(line.letters, neighbourly(line, own)))
      .toSorted((a, b) => a.baseline - b.baseline || a.left - b.left),
    specks,
  }
}

/** The median height of what is high enough to be a letter. */
function usualHeight(pieces: readonly Component[]): number {
  const heights = pieces.map(({ top, bottom }) => bottom - top).filter((height) => height >= 9)
  heights.sort((a, b) => a - b)
  return heights[heights.length >> 1] ?? 20
}

function chained(pieces: readonly Component[], usual: number, isCut: (l: number, r: number, y: number) => boolean) {
  const lines: OpenLine[] = []
  let open: OpenLine[] = []
  for (const piece of pieces.toSorted((a, b) => a.left - b.left)) {
    open = open.filter(({ right }) => piece.left - right < 200)
    const line = bestLine(piece, open, usual, isCut)
    if (line) add(line, piece)
    else {
      const own = { letters: [piece], top: piece.top, bottom: piece.bottom, right: piece.right }
      open.push(own)
      lines.push(own)
    }
  }
  return lines
}

function bestLine(
  piece: Component,
  open: readonly OpenLine[],
  usual: number,
  isCut: (left: number, right: number, y: number) => boolean,
): OpenLine | undefined {
  let best: OpenLine | undefined
  let most = 0
  for (const line of open) {
    const high = Math.max(line.bottom - line.top, piece.bottom - piece.top)
    if (piece.left - line.right > WIDEST_GAP * Math.max(usual, Math.min(high, 3 * usual))) continue
    const common = Math.min(line.bottom, piece.bottom) - Math.max(line.top, piece.top)
    const share = common / Math.min(line.bottom - line.top, piece.bottom - piece.top)
    if (share < 0.45 || share <= most) continue
    const y = (Math.max(line.top, piece.top) + Math.min(line.bottom, piece.bottom)) >> 1
    if (isCut(Math.min(line.right, piece.left), piece.left, y)) continue
    best = line
    most = share
  }
  return best
}

/** A line is as high as its last few letters, so that a large heading does not swallow what stands behind it. */
function add(line: OpenLine, piece: Component): void {
  line.letters.push(piece)
  const last = line.letters.slice(-6)
  const box = boxAround(last)
  line.top = box.top
  line.bottom = box.bottom
  line.right = Math.max(line.right, piece.right)
}

/** Points, dashes and quotes go to the line that they stand nearest to. */
function attach(
  small: readonly Component[],
  lines: OpenLine[],
  usual: number,
  isCut: (left: number, right: number, y: number) => boolean,
): { specks: Component[] } {
  const bodies = lines.map((line) => ({ line, box: boxAround(line.letters) }))
  const specks: Component[] = []
  const loose: Component[] = []
  for (const piece of small) {
    const near = bodies
      .map(({ line, box }) => ({ line, away: awayFrom(piece, box, line, usual, isCut) }))
      .reduce((a, b) => (b.away < a.away ? b : a), { line: undefined as OpenLine | undefined, away: usual })
    if (near.line) near.line.letters.push(piece)
    else loose.push(piece)
  }
  for (const piece of loose) {
    if (piece.right - piece.left >= 0.3 * usual && piece.bottom - piece.top >= 2) {
      lines.push({ letters: [piece], top: piece.top, bottom: piece.bottom, right: piece.right })
    } else specks.push(piece)
  }
  for (const { letters } of lines) letters.sort((a, b) => a.left - b.left)
  return { specks }
}

/** How far a small piece is from a line, in pixels; infinite where it cannot belong to it. */
function awayFrom(
  piece: Box,
  box: Box,
  line: OpenLine,
  usual: number,
  isCut: (left: number, right: number, y: number) => boolean,
): number {
  const beside = Math.max(box.left - piece.right, piece.left - box.right, 0)
  const middle = (piece.top + piece.bottom) / 2
  const above = Math.max(box.top - middle, middle - box.bottom, 0)
  if (beside > 0.9 * usual || above > 0.45 * usual) return Number.POSITIVE_INFINITY
  const nearest = line.letters.reduce(
    (least, letter) => Math.min(least, Math.max(letter.left - piece.right, piece.left - letter.right, 0)),
    Number.POSITIVE_INFINITY,
  )
  if (beside > 0) {
    const y = Math.round(middle)
    if (piece.left >= box.right ? isCut(box.right, piece.left, y) : isCut(piece.right, box.left, y)) {
      return Number.POSITIVE_INFINITY
    }
  }
  return Math.min(nearest, beside + usual) * 0.5 + above
}

/** How a line stands by its own letters. */
interface Standing extends Box {
  readonly baseline: number
  readonly height: number
  /** How many letters say so. */
  readonly count: number
}

function standingOf(letters: readonly Component[]): Standing {
  const highest = Math.max(...letters.map(({ top, bottom }) => bottom - top))
  const tall = letters.filter(({ top, bottom }) => bottom - top >= SMALL * highest)
  const baseline = baselineOf(tall)
  return { ...boxAround(letters), baseline, height: heightOf(tall, baseline), count: tall.length }
}

/** Up to so many letters do not say by themselves where they stand: most may be raised marks. So many do. */
const FEW = 10
const ENOUGH = 5

/**
 * Where a line stands: few letters stand as the longer lines beside them do, if those stand within half a letter of it
 * and have letters of about the size.
 */
function neighbourly(line: Standing, all: readonly Standing[]): Standing {
  if (line.count > FEW) return line
  const beside = all.filter(
    (other) =>
      other !== line &&
      other.count >= ENOUGH &&
      Math.abs(other.baseline - line.baseline) < 0.5 * other.height &&
      line.top < other.baseline &&
      line.bottom > other.baseline - other.height - 0.4 * other.height &&
      Math.abs(other.height - line.height) < 0.35 * other.height,
  )
  if (beside.length === 0) return line
  const distance = (other: Standing) => Math.max(other.left - line.right, line.left - other.right, 0)
  const nearest = beside.reduce((a, b) => (distance(b) < distance(a) ? b : a))
  const isAlike = Math.abs(nearest.baseline - line.baseline) <= 2
  return { ...line, baseline: isAlike ? line.baseline : nearest.baseline, height: nearest.height }
}

function finished(letters: readonly Component[], { baseline, height }: Standing): TextLine {
  const high = letters.map(
    ({ top, bottom }, i) =>
      bottom - top >= 0.5 * height &&
      bottom <= baseline - 0.14 * height &&
      top < baseline - 1.06 * height &&
      !isBracketed(letters, i, baseline - 0.14 * height) &&
      !isPartOf(letters, i),
  )
  const standing = letters.filter((_, i) => !high[i])
  const isMark =
    standing.length > 0
      ? standing.some(({ top, bottom }) => bottom - top >= SMALL * height)
      : medianHeight(letters) <= MARK * height
  if (!isMark) return { ...boxAround(letters), letters, baseline, height, raised: [] }
  const raised: RaisedPiece[] = []
  let group: Component[] = []
  for (const [i, letter] of letters.entries()) {
    if (high[i]) group.push(letter)
    else if (group.length > 0 && letter.bottom - letter.top >= SMALL * height) {
      raised.push({ ...boxAround(group), letters: group })
      group = []
    }
  }
  if (group.length > 0) raised.push({ ...boxAround(group), letters: group })
  return { ...boxAround(letters), letters: standing, baseline, height, raised }
}

/** The letters of a mark that stands alone are no higher, as a share of the height of those beside. */
const MARK = 0.88

function medianHeight(letters: readonly Box[]): number {
  const heights = letters.map(({ top, bottom }) => bottom - top).toSorted((a, b) => a - b)
  return heights[heights.length >> 1]!
}

/** The height of the tall letters that stand on a row: that of the tenth highest of a hundred. */
function heightOf(letters: readonly Box[], baseline: number): number {
  const heights = letters
    .filter(({ bottom }) => Math.abs(bottom - baseline) <= 2)
    .map(({ top, bottom }) => bottom - top)
    .toSorted((a, b) => b - a)
  return heights[Math.floor(heights.length / 10)]!
}

/**
 * Where most letters stand: the row with the most feet, its two neighbours counted in. Wide letters weigh more, since
 * the narrow ones are often brackets, which reach below; and what begins a line is hardly a raised mark.
 */
function baselineOf(letters: readonly Box[]): number {
  const feet = new Map<number, number>()
  letters.forEach((letter, i) => {
    const weight = (isNarrow(letter) ? 1 : 3) + (i === 0 ? 1.5 : 0)
    feet.set(letter.bottom, weight + (feet.get(letter.bottom) ?? 0))
  })
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

const isNarrow = ({ left, right, top, bottom }: Box) => right - left < 0.45 * (bottom - top)

/** Whether two brackets stand around a letter: it is no mark then, however far they reach below it. */
function isBracketed(letters: readonly Box[], i: number, lowest: number): boolean {
  const [before, own, after] = [letters[i - 1], letters[i], letters[i + 1]]
  if (!before || !own || !after || !isNarrow(before) || !isNarrow(after)) return false
  return [before, after].every(({ top, bottom }) => top <= own.top && bottom > lowest)
}

/** Whether a letter stands above or below its neighbour, as the rings of a per cent sign do. */
function isPartOf(letters: readonly Box[], i: number): boolean {
  const own = letters[i]!
  return [letters[i - 1], letters[i + 1]].some(
    (other) =>
      other && Math.min(other.right, own.right) - Math.max(other.left, own.left) >= 0.2 * (own.right - own.left),
  )
}
