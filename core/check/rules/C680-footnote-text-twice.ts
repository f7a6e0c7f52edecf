import type { Footnote } from '../../model/ownershipDocument.ts'
import { plain } from '../phrases.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Two footnotes with the same text, white space and signs aside.
 *
 * ## Why
 * Either one is superfluous, or a text was copied and a date or number in it not changed.
 *
 * Fires on 0.36 % of 14,041 accepted filings.
 *
 * ## Example
 * F1 and F2 both “Held by the Quill Family Trust.”
 *
 * ## Fix
 * Refer to one footnote from both places, or say in the second what is different.
 *
 * ## Source
 * ownership-xml.md section 5.2 (one footnote may be referred to from many fields).
 */
export default rule({
  code: 'C680',
  name: 'footnote-text-twice',
  severity: 'note',
  message: 'Footnote {id} says the same as footnote {first}.',
  fix: 'Refer to one footnote from both places, or say in the second what is different.',
  source: 'ownership-xml.md section 5.2 (one footnote may be referred to from many fields)',
  of: 'filing',
  check: ({ document }, report) => {
    const { footnotes } = document.footnotes
    const seen = new Map<string, string>()
    footnotes.forEach((footnote, i) => {
      if (!hasNear(footnote, footnotes)) return
      // Signs aside, but not those that make numbers.
      const key = plain(footnote.text.replace(/[.,](?=\d)/g, 'x').replaceAll('%', ' percent'))
      const first = seen.get(key)
      if (first === undefined || key === '') seen.set(key, footnote.id)
      else report(`/ownershipDocument/footnotes/footnote[${i + 1}]`, { id: footnote.id, first })
    })
  },
})

/** Whether another footnote may say the same: equal texts begin alike and are of about one length. */
function hasNear({ id, text }: Footnote, footnotes: readonly Footnote[]): boolean {
  for (const other of footnotes) {
    if (other.id !== id && Math.abs(other.text.length - text.length) < 9 && beginAlike(other.text, text)) return true
  }
  return false
}

const LETTERS = 24

/** Whether the first letters of two texts are the same; a sign that is read as a word ends what is compared. */
function beginAlike(one: string, other: string): boolean {
  let i = 0
  let j = 0
  for (let met = 0; met < LETTERS; met++) {
    while (i < one.length && !isLetter(one.charCodeAt(i))) i++
    while (j < other.length && !isLetter(other.charCodeAt(j))) j++
    const c = one.charCodeAt(i++)
    const d = other.charCodeAt(j++)
    if (c === PERCENT || d === PERCENT || Number.isNaN(c) || Number.isNaN(d)) return true
    // Capitals differ from small letters in one bit.
    if ((c | 32) !== (d | 32)) return false
  }
  return true
}

const PERCENT = 37

function isLetter(c: number): boolean {
  return c === PERCENT || ((c | 32) >= 97 && (c | 32) <= 122)
}
