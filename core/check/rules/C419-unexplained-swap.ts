import { footnotesOn } from '../lines.ts'
import { titleOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A line marked as equity swap has a footnote, or the form has remarks.
 *
 * ## Why
 * The columns cannot hold reference price, maturity and settlement of a swap; they go into a footnote.
 *
 * Fires on less than 0.01 % of 14,054 accepted filings.
 *
 * ## Example
 * Code S with the swap mark, no footnote.
 *
 * ## Fix
 * State the terms of the swap in a footnote on the line.
 *
 * ## Source
 * section16-rules.md 2.10 [V:FACTS]
 */
export default rule({
  code: 'C419',
  name: 'unexplained-swap',
  severity: 'doubt',
  message: 'An equity swap in {title} has no footnote on its terms.',
  fix: 'State the terms of the swap in a footnote on the line.',
  source: 'section16-rules.md 2.10 [V:FACTS]',
  forms: ['4', '5'],
  of: 'transactions',
  check: (line, report, { document }) => {
    if (!line.row.coding.equitySwapInvolved.value || document.remarks.kind === 'value') return
    if (footnotesOn(line).length > 0) return
    report('transactionCoding/equitySwapInvolved', { title: titleOf(line) })
  },
})
