import { codeOf, following, linesOf } from '../lines.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Along one line with running totals, a disposal of more than the row before says was owned, without a footnote on
 * either balance or on the number.
 *
 * ## Why
 * A number is wrong, the line is another one, or it would be a short sale, which insiders may not make.
 *
 * Fires on 0.01 % of 14,041 accepted filings.
 *
 * ## Example
 * Owned after the first row 300; the second row sells 500.
 *
 * ## Fix
 * Compare number and balance with the line before; the shares may come from another line.
 *
 * ## Source
 * Form 4, Table I, columns 4 and 5; section16-rules.md R2.7.1; Exchange Act 16(c).
 */
export default rule({
  code: 'C643',
  name: 'sold-more-than-owned',
  severity: 'doubt',
  message: '{shares} disposed of, but only {owned} owned before this row.',
  fix: 'Compare number and balance with the line before; the shares may come from another line.',
  source: 'Form 4, Table I, columns 4 and 5; section16-rules.md R2.7.1; Exchange Act 16(c)',
  forms: ['4', '5'],
  of: 'filing',
  check: (filing, report) => {
    for (const line of linesOf(filing)) {
      for (const [i, current] of line.entries()) {
        const before = line[i - 1]
        const owned = before && following(before)
        const after = following(current)
        const { shares, acquiredDisposedCode } = current.row.amounts
        if (!owned || !after || !shares.value || acquiredDisposedCode.value !== 'D') continue
        // The same total on both rows is the total after all of them; a higher one before is an order in reverse.
        if (after.equals(owned) || after.compare(owned) > 0 || shares.value.compare(owned) <= 0) continue
        const { footnotes } = current.row.postTransactionAmounts.sharesOwnedFollowingTransaction
        if (footnotes.length + shares.footnotes.length > 0 || codeOf(current) === 'J') continue
        const data = { shares: String(shares.value), owned: String(owned) }
        report(`${current.path}/transactionAmounts/transactionShares`, data)
      }
    }
  },
})
