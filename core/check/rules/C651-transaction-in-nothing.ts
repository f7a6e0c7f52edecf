import { codeOf, footnotesOn } from '../lines.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A transaction whose number of securities is zero, without a footnote on the row. A bare row on an exit filing is
 * let be.
 *
 * ## Why
 * Nothing was traded, so nothing is to be reported: a number is missing.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * Code P, 0 shares at 20.00.
 *
 * ## Fix
 * Give the number, or report a holding in place of a transaction.
 *
 * ## Source
 * Form 4, Table I, column 4; section16-rules.md 7.3.
 */
export default rule({
  code: 'C651',
  name: 'transaction-in-nothing',
  severity: 'doubt',
  message: 'A transaction (code {code}) in zero securities.',
  fix: 'Give the number, or report a holding in place of a transaction.',
  source: 'Form 4, Table I, column 4; section16-rules.md 7.3',
  forms: ['4', '5'],
  of: 'transactions',
  check: (current, report, { document }) => {
    if (!current.row.amounts.shares.value?.isZero || footnotesOn(current).length > 0) return
    if (!document.notSubjectToSection16.value) report('transactionAmounts/transactionShares', { code: codeOf(current) })
  },
})
