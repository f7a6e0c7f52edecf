import type { Diagnostic } from '../../model/diagnostic.ts'
import { isSpace, lineEnd, skipLineEnd, skipSpace } from './lines.ts'
import { report } from './report.ts'

/** EDGAR's longest line in the years in which it cut lines (seen in 2004 and 2006). */
const CUT_AT = 1023
const OPEN = 60
const CLOSE = 62

/** A seam in the joined text: the line end that was taken out. */
export interface Join {
  /** Offset in the joined text of the first character behind the seam. */
  at: number
  /** Offset in the source of the line end that is gone, and its length. */
  sourceOffset: number
  removed: number
}

export interface RejoinedText {
  text: string
  joins: Join[]
  diagnostics: Diagnostic[]
}

/**
 * Mends what EDGAR did to long lines in its early XML filings: it cut them after 1,023 characters, in the middle of a
 * word or of a tag.
 *
 * ```
 * <footnote id="F1">Each share … of employment.</fo
 * otnote>
 * ```
 *
 * Only lines of exactly that length are joined with the next, each with a diagnostic (R231). They are left alone
 * where any line is longer, for then nothing was cut at that length, and where the line end stands between two tags,
 * where it does no harm: a line may have 1,023 characters by itself. Returns [start, end) itself where nothing is to
 * be joined. What remains open: a line of text that ends by itself at that length is taken for a cut one, and two
 * words become one.
 */
export function rejoinBrokenLines(text: string, start = 0, end = text.length): RejoinedText {
  const cuts = findCuts(text, start, end)
  if (cuts.length === 0) return { text: text.slice(start, end), joins: [], diagnostics: [] }
  const diagnostics: Diagnostic[] = []
  const joins: Join[] = []
  const pieces: string[] = []
  let from = start
  let length = 0
  for (const cut of cuts) {
    const next = skipLineEnd(text, cut, end)
    pieces.push(text.slice(from, cut))
    length += cut - from
    joins.push({ at: length, sourceOffset: cut, removed: next - cut })
    report(diagnostics, 'R231', cut)
    from = next
  }
  pieces.push(text.slice(from, end))
  return { text: pieces.join(''), joins, diagnostics }
}

/** Where an offset of the joined text stood in the source, which was joined from `start` on. */
export function sourceOffsetOf(offset: number, joins: readonly Join[], start = 0): number {
  // Asked for every diagnostic of a document, so the last seam at or before the offset is searched for by halves.
  let low = 0
  let high = joins.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((joins[middle] as Join).at <= offset) low = middle + 1
    else high = middle
  }
  const join = joins[low - 1]
  return join ? join.sourceOffset + join.removed + (offset - join.at) : start + offset
}

function findCuts(text: string, start: number, end: number): number[] {
  const cuts: number[] = []
  for (let at = start; at < end; ) {
    const to = lineEnd(text, at, end)
    if (to - at > CUT_AT) return []
    if (to - at === CUT_AT && isCut(text, to, end)) cuts.push(to)
    at = skipLineEnd(text, to, end)
  }
  return cuts
}

function isCut(text: string, to: number, end: number): boolean {
  const next = skipLineEnd(text, to, end)
  if (next >= end || next === to) return false
  const isBetweenTags = text.charCodeAt(to - 1) === CLOSE && text.charCodeAt(skipSpace(text, next, end)) === OPEN
  return !isBetweenTags && !isBlankLine(text, next, end)
}

/** A cut line goes on with what was cut off; an empty line says that the line had ended. */
function isBlankLine(text: string, at: number, end: number): boolean {
  const unit = text.charCodeAt(at)
  return isSpace(unit) && skipSpace(text, at, end) >= lineEnd(text, at, end)
}
