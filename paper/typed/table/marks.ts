import type { ColumnKey } from '@section16/core/facts'

/** A text and the footnote marks that stood behind it. */
export interface Marked {
  readonly text: string
  readonly marks: readonly string[]
}

const NUMBERED = /\s*[([](\d{1,2}(?:\s*(?:,|and|&)\s*\d{1,2})*)[)\]][,;]?$/
const LETTERED = /\s*[([]([a-z])[)\]][,;]?$/i
const STARS = /\s*(?:\((\*{1,4})\)|(\*{1,4}))$/

/** Columns where a letter in brackets is the answer. */
const LETTERS: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'code',
  'voluntary',
  'acquiredOrDisposed',
  'directOrIndirect',
])

/**
 * Takes footnote marks from the end of a cell: numbers and stars in brackets, stars alone, and letters in brackets where
 * a footnote has that mark and the column knows no such answers.
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
  const numbered = NUMBERED.exec(text)
  if (numbered) return { at: numbered.index, marks: numbered[1]!.split(/\D+/) }
  const stars = STARS.exec(text)
  if (stars) return { at: stars.index, marks: [stars[1] ?? stars[2]!] }
  const lettered = LETTERS.has(key) ? null : LETTERED.exec(text)
  return lettered && footnotes.has(lettered[1]!) ? { at: lettered.index, marks: [lettered[1]!] } : undefined
}
