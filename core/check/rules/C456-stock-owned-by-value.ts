import { titleOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Common stock and ordinary shares are owned in numbers, not in dollars.
 *
 * ## Why
 * Dollars owned cannot be added to shares owned. The choice between the two elements is a usual slip of a template.
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * Common Stock with valueOwnedFollowingTransaction.
 *
 * ## Fix
 * State the number of shares; a value is for debt and where there are no shares.
 *
 * ## Source
 * section16-rules.md R2.7.7 [K]
 */
export default rule({
  code: 'C456',
  name: 'stock-owned-by-value',
  severity: 'doubt',
  message: '{title} owned is stated as a value in dollars, not as a number.',
  fix: 'State the number of shares; a value is for debt and where there are no shares.',
  source: 'section16-rules.md R2.7.7 [K]',
  of: 'rows',
  check: (line, report) => {
    const owned = line.row.postTransactionAmounts.valueOwnedFollowingTransaction
    if (owned.kind !== 'value' || !/common (?:stock|share)|ordinary share/i.test(titleOf(line))) return
    report('postTransactionAmounts/valueOwnedFollowingTransaction', { title: titleOf(line) })
  },
})
