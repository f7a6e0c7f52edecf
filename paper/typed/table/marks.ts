import type { ColumnKey } from '@section16/core/facts'

/** A text and the footnote marks that stood behind it. */
export interface Marked {
  readonly text: string
  readonly marks: readonly string[]
}

const NUMBERED = /\s*[([{](?:note )?(\d{1,2}(?:\s*(?:,|and|&)\s*\d{1,2})*)[)\]}][,;]?$/i
const LETTERED = /\s*[([{](?:note )?([a-z])[)\]}][,;]?$/i
/** `/1/`, apart from what stands before it: `10/1/` is a date cut short. */
const SLASHED = /(?:^|\s+)\/(\d{1,2})\/$/
const STARS = /\s*(?:\((\*{1,4})\)|(\*{1,4}))$/

/** Columns where a letter in brackets is the answer. */
const LETTERS: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'code',
  'voluntary',
  'acquiredOrDisposed',
  'directOrIndirect',
])

const ALONE = /^(?:[([{](?:note )?\w{1,2}[)\]}]\s*|\/\d{1,2}\/\s*|\*+)+$/i

/** Whether a text is nothing but marks. */
export function isMarksOnly(text: string): boolean {
  return ALONE.test(text)
}

/**
 * Takes footnote marks from the end of a cell: numbers and stars in brackets of any kind (`(1)`, `{1}`, `/1/`,
 * `[Note 1]`), stars alone, and letters in brackets where a footnote has that mark and the column knows no such answers.
 */
export function withoutMarks(key: ColumnKey, printed: string, footnotes: ReadonlySet<string>): Marked {
  let text = printed
  const marks: string[] = []
  for (;;) {
    const found = markOf(key, text, footnotes)
    if (!found) return { text, marks }
    text = text.slice(0, found.at)
    marks.unshift(...found.marks)
  }
}

function markOf(key: ColumnKey, text: string, footnotes: ReadonlySet<string>) {
  const numbered = NUMBERED.exec(text) ?? SLASHED.exec(text)
  if (numbered) return { at: numbered.index, marks: numbered[1]!.split(/\D+/) }
  const stars = STARS.exec(text)
  if (stars) return { at: stars.index, marks: [stars[1] ?? stars[2]!] }
  const lettered = LETTERS.has(key) ? null : LETTERED.exec(text)
  return lettered && footnotes.has(lettered[1]!) ? { at: lettered.index, marks: [lettered[1]!] } : undefined
}
