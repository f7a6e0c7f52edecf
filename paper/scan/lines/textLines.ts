import type { Component } from '../image/components.ts'
import { type Box, boxAround } from '../image/greyImage.ts'
import { chainsOf, type IsCut, SMALL } from './chains.ts'
import { isNarrow, neighbourly, type Standing, standingOf } from './standing.ts'

/** A piece of a line of text: what stands side by side without a rule or a wide gap in between. */
export interface TextLine extends Box {
  /** From left to right, without the raised ones. */
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

/** A raised mark is so high at least, and so far from the row its line stands on; as shares of the letters' height. */
const LEAST_HEIGHT = 0.5
const FOOT = 0.14
/** Its top reaches above the letters. A dollar sign reaches below; the digits beside it are no marks for that. */
const TOP = 1.03
/** The letters of a mark that stands alone are no higher, as a share of the height of those beside. */
const ALONE = 0.88

/**
 * The lines of text that pieces of ink form, from top to bottom. What joins no line and is too small to be a letter is
 * left out: `specks`.
 */
export function textLinesOf(pieces: readonly Component[], isCut: IsCut): { lines: TextLine[]; specks: Component[] } {
  const { lines, specks } = chainsOf(pieces, isCut)
  const standing = lines.map(standingOf)
  return {
    lines: lines
      .map((letters, i) => withRaised(letters, neighbourly(standing[i]!, standing)))
      .toSorted((a, b) => a.baseline - b.baseline || a.left - b.left),
    specks,
  }
}

function withRaised(all: readonly Component[], { baseline, height }: Standing): TextLine {
  const isHigh = all.map(
    (letter, i) =>
      isRaised(letter, baseline, height) && !isPartOf(all, i) && !isBracketed(all, i, baseline - FOOT * height),
  )
  const letters = all.filter((_, i) => !isHigh[i])
  const isAnyRaised =
    letters.length > 0
      ? letters.some(({ top, bottom }) => bottom - top >= SMALL * height)
      : medianHeight(all) <= ALONE * height
  const box = boxAround(all)
  if (!isAnyRaised) return { ...box, letters: all, baseline, height, raised: [] }
  const raised: RaisedPiece[] = []
  let mark: Component[] = []
  for (const [i, letter] of all.entries()) {
    if (isHigh[i]) mark.push(letter)
    else if (letter.bottom - letter.top >= SMALL * height) {
      if (mark.length > 0) raised.push({ ...boxAround(mark), letters: mark })
      mark = []
    }
  }
  if (mark.length > 0) raised.push({ ...boxAround(mark), letters: mark })
  return { ...box, letters, baseline, height, raised }
}

const isRaised = ({ top, bottom }: Box, baseline: number, height: number) =>
  bottom - top >= LEAST_HEIGHT * height && bottom <= baseline - FOOT * height && top < baseline - TOP * height

function medianHeight(letters: readonly Box[]): number {
  const heights = letters.map(({ top, bottom }) => bottom - top).toSorted((a, b) => a - b)
  return heights[heights.length >> 1]!
}

/** Whether two brackets that reach lower stand around a letter: it is no mark then, however far they reach below it. */
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
