import type { Diagnostic } from '../../model/diagnostic.ts'
import type { SubmissionDocument } from '../../model/submission.ts'
import { lineEnd, skipLineEnd } from './lines.ts'
import { report } from './report.ts'

const BEGIN = 'begin '
const END = 'end'
const FIRST = 32
const LAST = 96

/** A file out of a uuencoded document. */
export interface UuencodedFile {
  /** As the encoder wrote it; free text, not to be used as a path. */
  name: string
  /** UNIX permissions in octal, `644`. */
  mode: string
  bytes: Uint8Array
}

/**
 * The file in a uuencoded document: graphics, and PDF copies (dissemination.md section 2.1). `undefined` with R241
 * where there is none. A damaged line is decoded as far as it goes (R242), a missing `end` is told (R243).
 */
export function decodeUuencoded(
  text: string,
  document: SubmissionDocument,
): { file: UuencodedFile | undefined; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const { end } = document
  const begin = findBegin(text, document.start, end)
  if (begin === undefined) {
    report(diagnostics, 'R241', document.start)
    return { file: undefined, diagnostics }
  }
  const decoder = new Decoder(text, end - begin.next)
  let at = begin.next
  let isEnded = false
  while (at < end && !isEnded) {
    const to = lineEnd(text, at, end)
    isEnded = to - at === END.length && text.startsWith(END, at)
    if (!isEnded) decoder.addLine(at, to)
    at = skipLineEnd(text, to, end)
  }
  if (decoder.damagedLines > 0) {
    report(diagnostics, 'R242', decoder.firstDamage, { lines: decoder.damagedLines, name: begin.name })
  }
  if (!isEnded) report(diagnostics, 'R243', document.start, { name: begin.name })
  return { file: { name: begin.name, mode: begin.mode, bytes: decoder.bytes() }, diagnostics }
}

/** The line `begin 644 name`, and where the line after it starts. */
function findBegin(text: string, start: number, end: number): { name: string; mode: string; next: number } | undefined {
  for (let at = start; at < end; ) {
    const to = lineEnd(text, at, end)
    const next = skipLineEnd(text, to, end)
    if (text.startsWith(BEGIN, at)) {
      const found = /^([0-7]{3,4}) (.*)$/.exec(text.slice(at + BEGIN.length, to).trimEnd())
      if (found) return { mode: found[1]!, name: found[2]!, next }
    }
    at = next
  }
  return undefined
}

class Decoder {
  damagedLines = 0
  firstDamage = 0
  readonly #text: string
  readonly #bytes: Uint8Array
  #length = 0

  constructor(text: string, units: number) {
    this.#text = text
    // Four characters give three bytes; the length signs and line ends leave room to spare.
    this.#bytes = new Uint8Array(Math.ceil(units / 4) * 3 + 63)
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  /**
   * One line: its first character says how many bytes it stands for, then four characters make three bytes.
   *
   * ```
   * M_]C_X  02D9)1@ ...      M is 77: 77 - 32 = 45 bytes, 60 characters
   * ```
   *
   * Blanks stand for zero, and mailers cut blanks at line ends, so a short line is not a damaged one.
   */
  addLine(from: number, to: number): void {
    const text = this.#text
    let at = from
    if (at === to) return
    // In privacy-enhanced mail a line that begins with `-` (13 bytes, 21 characters) is written `- -`.
    if (to - at >= 23 && text.startsWith('- -', at)) at += 2
    const bytes = this.#sextet(at, to)
    const units = Math.ceil(bytes / 3) * 4
    let isDamaged = bytes < 0 || to - at - 1 > units + 1
    let left = Math.max(bytes, 0)
    for (let i = at + 1; left > 0; i += 4) {
      const a = this.#sextet(i, to)
      const b = this.#sextet(i + 1, to)
      const c = this.#sextet(i + 2, to)
      const d = this.#sextet(i + 3, to)
      if (a < 0 || b < 0 || c < 0 || d < 0) isDamaged = true
      this.#put(left--, (a << 2) | (b >> 4))
      this.#put(left--, (b << 4) | (c >> 2))
      this.#put(left--, (c << 6) | d)
    }
    if (isDamaged && this.damagedLines++ === 0) this.firstDamage = from
  }

  /** The six bits of a character: 0 where the line has ended, -1 for a character that is none of the encoding. */
  #sextet(at: number, to: number): number {
    if (at >= to) return 0
    const unit = this.#text.charCodeAt(at)
    return unit < FIRST || unit > LAST ? -1 : (unit - FIRST) & 63
  }

  #put(left: number, byte: number): void {
    if (left > 0) this.#bytes[this.#length++] = byte
  }
}
