import type { Place, Word } from '../page/page.ts'
import type { Glyph } from './operators.ts'

/** A gap between two letters that is a blank, as a share of the font's height. */
const BLANK_GAP = 0.17
/** How far the next letter may stand back, as kerning puts it. */
const BACK = 0.35
/** A letter of another size, or so much higher or lower, begins a word: footnote marks touch what they mark. */
const OTHER_SIZE = 0.08
const OFF_LINE = 0.12
/** Letters' height above and below the baseline. */
const ABOVE = 0.74
const BELOW = 0.2

/** Letters put together, not yet judged. */
interface Piece {
  text: string
  left: number
  right: number
  readonly baseline: number
  readonly size: number
  readonly isBold: boolean
  isSpaced: boolean
  /** The next piece stands on another line. */
  endsLine: boolean
}

/** Letters on a level line, in the order painted, put together to words. */
export function wordsOf(glyphs: readonly Glyph[], page: number): Word[] {
  const pieces = piecesOf(glyphs)
  const writesBlanks = endsInBlanks(pieces)
  return pieces.map((piece, i) => wordOf(piece, pieces[i - 1], pieces[i + 1], page, writesBlanks))
}

function piecesOf(glyphs: readonly Glyph[]): Piece[] {
  const pieces: Piece[] = []
  let open: Piece | undefined
  for (const { text: written, from, to, size, isBold } of glyphs) {
    const [left, baseline] = from
    const right = Math.max(to[0], left)
    const text = withoutLigatures(written)
    if (text.trim() === '') {
      if (open && !isElsewhere(open, left, baseline, size)) open.isSpaced = true
      continue
    }
    if (open && (open.isSpaced || open.isBold !== isBold || isElsewhere(open, left, baseline, size))) open = undefined
    if (open) {
      open.text += text
      open.right = Math.max(open.right, right)
    } else {
      const last = pieces.at(-1)
      if (last) last.endsLine = left < last.left || Math.abs(baseline - last.baseline) > 0.6 * last.size
      open = { text, left, right, baseline, size, isBold, isSpaced: false, endsLine: false }
      pieces.push(open)
    }
  }
  const last = pieces.at(-1)
  if (last) last.endsLine = true
  return pieces
}

/** Whether a letter does not go on where a piece ends. */
function isElsewhere(open: Piece, left: number, baseline: number, size: number): boolean {
  const gap = left - open.right
  return (
    gap > BLANK_GAP * open.size ||
    gap < -BACK * open.size ||
    Math.abs(baseline - open.baseline) > OFF_LINE * open.size ||
    Math.abs(size - open.size) > OTHER_SIZE * open.size
  )
}

/** Whether this page writes the blanks at which lines are broken. */
function endsInBlanks(pieces: readonly Piece[]): boolean {
  const ends = pieces.filter(({ endsLine }) => endsLine)
  const spaced = ends.filter(({ isSpaced }) => isSpaced).length
  return spaced >= 3 && spaced * 20 >= ends.length
}

function wordOf(
  piece: Piece,
  before: Piece | undefined,
  after: Piece | undefined,
  page: number,
  writesBlanks: boolean,
): Word {
  const { text, left, right, baseline, size, isBold, isSpaced, endsLine } = piece
  const place: Place = { page, left, top: baseline - ABOVE * size, right, bottom: baseline + BELOW * size }
  const isRaised = [before, after].some((other) => other && isAbove(piece, other))
  return {
    text,
    place,
    certainty: 1,
    ...(isRaised ? { isRaised } : {}),
    isBold,
    ...(writesBlanks && endsLine ? { isUnspaced: !isSpaced } : {}),
  }
}

/** Smaller than its neighbour and higher, but not a line higher. */
function isAbove(piece: Piece, other: Piece): boolean {
  const rise = other.baseline - piece.baseline
  const gap = Math.max(piece.left - other.right, other.left - piece.right)
  return piece.size < 0.9 * other.size && rise > OFF_LINE * other.size && rise < 0.9 * other.size && gap < other.size
}

/** `\ufb01` is two letters to whoever compares words. */
const withoutLigatures = (text: string) => text.replace(/[\ufb00-\ufb06]/g, (each) => each.normalize('NFKC'))
