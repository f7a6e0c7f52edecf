import { assuming } from '../../facts/assumptions.ts'
import { following, linesOf, signedShares } from '../lines.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Two following transactions of one derivative series (same title, exercise price, dates, underlying class and nature
 * of ownership) whose amounts owned afterwards neither differ by the transaction, in either order, nor are the same.
 * Rows with a footnote on number or balance are let be.
 *
 * ## Why
 * Column 9 counts one series. A total over all options in one row and of the series in the next makes both useless.
 *
 * Fires on 0.49 % of 14,041 accepted filings.
 *
 * ## Example
 * Exercise of 1,000 leaves 4,000; the next exercise of 500 of the same option leaves 4,200.
 *
 * ## Fix
 * Work column 9 out again for this series; explain any other change in a footnote.
 *
 * ## Source
 * Form 4, Table II, column 9; section16-rules.md R2.7.5.
 */
export default rule({
  code: 'C641',
  name: 'derivative-balance-does-not-add-up',
  severity: 'doubt',
  message: '{before} owned, {change} by this row, gives {expected}; column 9 says {after}.',
  fix: 'Work column 9 out again for this series; explain any other change in a footnote.',
  source: 'Form 4, Table II, column 9; section16-rules.md R2.7.5',
  forms: ['4', '5'],
  assumes: ['derivative-balance'],
  of: 'filing',
  check: (filing, report) => {
    if (filing.assumptions['derivative-balance'] !== 'series') return
    for (const line of linesOf(filing)) {
      if (line[0]?.table === 'I') continue
      for (const [i, row] of line.entries()) {
        const before = line[i - 1]
        const owned = before && following(before)
        const after = following(row)
        const change = signedShares(row)
        const changeBefore = before && signedShares(before)
        if (!owned || !after || !change || !changeBefore) continue
        const { amounts, postTransactionAmounts, securityTitle } = row.row
        const notes = [amounts.shares, postTransactionAmounts.sharesOwnedFollowingTransaction, securityTitle]
        if (notes.some(({ footnotes }) => footnotes.length > 0)) continue
        if (after.equals(owned) || owned.plus(change).equals(after) || after.plus(changeBefore).equals(owned)) continue
        // A grant of its own, beside others of the same terms, may be counted for itself.
        if (after.equals(change) || owned.equals(changeBefore)) continue
        const data = {
          before: String(owned),
          change: String(change),
          expected: String(owned.plus(change)),
          after: String(after),
          assumption: assuming(filing.assumptions, 'derivative-balance'),
        }
        report(`${row.path}/postTransactionAmounts/sharesOwnedFollowingTransaction`, data)
        break
      }
    }
  },
})
