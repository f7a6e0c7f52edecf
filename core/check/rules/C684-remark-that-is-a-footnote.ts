import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Remarks that begin a numbered note, (1), Note 1:, Footnote 1:, while the filing has no footnote of this number that
 * they could continue.
 *
 * ## Why
 * Only a footnote is tied to its field; in the remarks a program cannot tell which box is meant.
 *
 * Fires on 0.08 % of 14,041 accepted filings.
 *
 * ## Example
 * Remarks “(1) Held by the Quill Family Trust.”, no footnotes.
 *
 * ## Fix
 * Make it a footnote on the field that it explains.
 *
 * ## Source
 * Form 4, Explanation of Responses; section16-rules.md 7.5; ownership-xml.md section 5.2.
 */
export default rule({
  code: 'C684',
  name: 'remark-that-is-a-footnote',
  severity: 'note',
  message: 'The remarks hold a numbered note: {found}.',
  fix: 'Make it a footnote on the field that it explains.',
  source: 'Form 4, Explanation of Responses; section16-rules.md 7.5; ownership-xml.md section 5.2',
  of: 'filing',
  check: ({ document }, report) => {
    const remarks = document.remarks.value
    if (!remarks) return
    const found = /^\W*(?:(?:foot)?note\s*)?\(?(\d{1,2})\)\s|^\W*(?:foot)?note\s*(\d{1,2})\s*[:.-]/i.exec(remarks)
    const number = found?.[1] ?? found?.[2]
    if (!found || number === undefined) return
    if (document.footnotes.footnotes.some(({ id }) => id === `F${number}`)) return
    report('/ownershipDocument/remarks', { found: found[0].trim() })
  },
})
