/**
 * Lines and tags of a text, by offsets. Lines end with CRLF, LF or CR: feed files have been seen with LF after the
 * first line and bare CR after all others (dissemination.md section 4).
 */

const TAB = 9
export const LF = 10
export const CR = 13
const BLANK = 32
const BYTE_ORDER_MARK = 0xfeff

/** Where the line that holds `from` ends: the offset of its line end, or `limit`. */
export function lineEnd(text: string, from: number, limit: number): number {
  for (let i = from; i < limit; i++) {
    const unit = text.charCodeAt(i)
    if (unit === LF || unit === CR) return i
  }
  return limit
}

/** Past the line end at `at`, if one is there: CRLF is one line end. */
export function skipLineEnd(text: string, at: number, limit: number): number {
  if (at >= limit) return limit
  const unit = text.charCodeAt(at)
  if (unit === LF) return at + 1
  if (unit !== CR) return at
  return at + 1 < limit && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1
}

/** Whether nothing but blanks stands before `at` on its line: EDGAR writes none, but people indent what they keep. */
export function beginsLine(text: string, at: number): boolean {
  let i = at - 1
  while (i >= 0 && isBlank(text.charCodeAt(i))) i--
  if (i < 0) return true
  const before = text.charCodeAt(i)
  return before === LF || before === CR || before === BYTE_ORDER_MARK
}

function isBlank(unit: number): boolean {
  return unit === BLANK || unit === TAB
}

/** The first offset from `from` on that holds neither blank nor tab, or `limit`. */
export function skipBlanks(text: string, from: number, limit: number): number {
  let i = from
  while (i < limit && isBlank(text.charCodeAt(i))) i++
  return i
}

/** White space as XML has it, and the byte order mark. */
export function isSpace(unit: number): boolean {
  return unit === BLANK || unit === LF || unit === CR || unit === TAB || unit === BYTE_ORDER_MARK
}

/** The first offset from `from` on that holds no white space, or `limit`. */
export function skipSpace(text: string, from: number, limit: number): number {
  let i = from
  while (i < limit && isSpace(text.charCodeAt(i))) i++
  return i
}

/** The last offset up to `from`, and not below `limit`, that has no white space right before it. */
export function skipSpaceBack(text: string, from: number, limit: number): number {
  let i = from
  while (i > limit && isSpace(text.charCodeAt(i - 1))) i--
  return i
}

/** The text of [from, to) without white space at its ends. */
export function trimmed(text: string, from: number, to: number): string {
  const start = skipSpace(text, from, to)
  return text.slice(start, skipSpaceBack(text, to, start))
}

/**
 * Finds one tag at the beginning of lines, again and again from growing offsets. What was found is remembered, so
 * that a text with a thousand documents and not one `</TEXT>` is searched through once and not a thousand times.
 */
export class LineTag {
  readonly tag: string
  readonly #text: string
  /** What was last asked for and answered; nothing yet. */
  #from = Number.POSITIVE_INFINITY
  #found = 0

  constructor(text: string, tag: string) {
    this.#text = text
    this.tag = tag
  }

  /** The first line at or behind `from` that begins with the tag; the text's length where none does. */
  at(from: number): number {
    if (from < this.#from || from > this.#found) {
      this.#from = from
      this.#found = this.#search(from)
    }
    return this.#found
  }

  #search(from: number): number {
    let at = this.#text.indexOf(this.tag, from)
    while (at >= 0 && !beginsLine(this.#text, at)) at = this.#text.indexOf(this.tag, at + 1)
    return at < 0 ? this.#text.length : at
  }
}
