import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Footnotes are numbered 1, 2, 3 … without gaps.
 *
 * ## Why
 * A gap makes a reader look for what was taken out. Nobody objects: 91 of 17,942 documents are not numbered so.
 *
 * ## Example
 * F1 and F3.
 *
 * ## Fix
 * None needed; a draft may be numbered anew.
 *
 * ## Source
 * ownership-xml.md sections 5.2 and 7.6 (EDGAR does not ask for it).
 */
export default rule({
  code: 'C265',
  name: 'footnote-number-left-out',
  severity: 'note',
  message: 'There is no footnote {id} before the last one.',
  fix: 'Number footnotes without gaps.',
  source: 'ownership-xml.md sections 5.2 and 7.6 (EDGAR does not ask for it)',
  of: 'filing',
  check: ({ document }, report) => {
    const { footnotes } = document.footnotes
    // Nearly always they are numbered in order.
    if (footnotes.every(({ id }, i) => Number(id.slice(1)) === i + 1)) return
    const ids = new Set(footnotes.map(({ id }) => id))
    const missing = footnotes.findIndex((_, i) => !ids.has(`F${i + 1}`))
    if (missing >= 0) report('/ownershipDocument/footnotes', { id: `F${missing + 1}` })
  },
})
