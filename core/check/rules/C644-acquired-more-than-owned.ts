import { following } from '../lines.ts'
import { plain } from '../phrases.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An acquisition in Table I of more securities than its line shows as owned afterwards, on a filing that disposes of
 * nothing with the same title, without a footnote on title, number or balance.
 *
 * ## Why
 * What was acquired is owned afterwards unless it was disposed of: a digit is missing, or the balance was not brought
 * up to date.
 *
 * Fires on 0.01 % of 14,041 accepted filings.
 *
 * ## Example
 * Purchase of 5,000 shares; owned afterwards 1,500.
 *
 * ## Fix
 * Give in column 5 or 9 all that is owned on this line, the acquired included.
 *
 * ## Source
 * Form 4, Table I, column 5; section16-rules.md R2.7.1.
 */
export default rule({
  code: 'C644',
  name: 'acquired-more-than-owned',
  severity: 'doubt',
  message: '{shares} acquired, but only {after} owned afterwards and nothing of the line disposed of.',
  fix: 'Give in column 5 or 9 all that is owned on this line, the acquired included.',
  source: 'Form 4, Table I, column 5; section16-rules.md R2.7.1',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'I',
  check: (current, report, { transactions }) => {
    const { row } = current
    const { shares, acquiredDisposedCode } = row.amounts
    const after = following(current)
    if (acquiredDisposedCode.value !== 'A' || !shares.value || !after || after.compare(shares.value) >= 0) return
    const title = plain(row.securityTitle.value)
    const disposed = transactions.some(
      ({ row: other }) =>
        other.amounts.acquiredDisposedCode.value !== 'A' && plain(other.securityTitle.value) === title,
    )
    if (disposed) return
    const balance = row.postTransactionAmounts.sharesOwnedFollowingTransaction
    if (balance.footnotes.length + shares.footnotes.length + row.securityTitle.footnotes.length > 0) return
    report('postTransactionAmounts/sharesOwnedFollowingTransaction', {
      shares: String(shares.value),
      after: String(after),
    })
  },
})
