import { type Assumptions, assuming } from '../../facts/assumptions.ts'
import type { CheckedLine } from '../checkedFiling.ts'
import type { CheckedRow } from '../checkedRow.ts'
import { following, linesOf, signedShares } from '../lines.ts'
import { type Report, rule } from '../rule.ts'

/**
 * ## What it checks
 * Along one line of Table I (same title, direct or indirect, same nature) two following rows of transactions whose
 * amounts owned afterwards neither differ by the transaction (running totals, in either order) nor are the same
 * (total after all transactions). Rows whose amount owned carries a footnote are let be, and so is a line whose last
 * row gives a total that fits its first.
 *
 * Both conventions of column 5 are accepted. Only the first break of a line is told.
 *
 * ## Why
 * A wrong balance is carried on from form to form and is one of the commonest errors. EDGAR adds nothing up.
 *
 * Fires on 0.16 % of 14,041 accepted filings.
 *
 * ## Example
 * Sale of 500 leaves 1,000; the next row sells 200 and leaves 900.
 *
 * ## Fix
 * Work the amounts owned out again, line by line; explain any other change in a footnote.
 *
 * ## Source
 * Form 4, Table I, column 5; section16-rules.md R2.7.1 and R2.7.2.
 */
export default rule({
  code: 'C640',
  name: 'balance-does-not-add-up',
  severity: 'doubt',
  message: '{before} owned, {change} by this row, gives {expected}; column 5 says {after}.',
  fix: 'Work the amounts owned out again, line by line; explain any other change in a footnote.',
  source: 'Form 4, Table I, column 5; section16-rules.md R2.7.1 and R2.7.2',
  forms: ['4', '5'],
  assumes: ['table-i-balance'],
  of: 'filing',
  check: (filing, report) => {
    for (const line of linesOf(filing)) if (line[0]?.table === 'I') checkLine(line, report, filing.assumptions)
  },
})

function checkLine(line: CheckedLine, report: Report, taken: Assumptions): void {
  const totalIsFine = taken['table-i-balance'] === 'either'
  const row = line.find((current, i) => {
    const before = line[i - 1]
    return before && !fits(before, current, totalIsFine)
  })
  const before = row && line[line.indexOf(row) - 1]
  const owned = before && following(before)
  const change = row && signedShares(row)
  if (!owned || !change || anywhere(line)) return
  const data = {
    before: String(owned),
    change: String(change),
    expected: String(owned.plus(change)),
    after: String(following(row)),
    assumption: assuming(taken, 'table-i-balance'),
  }
  report(`${row.path}/postTransactionAmounts/sharesOwnedFollowingTransaction`, data)
}

/** Whether two amounts owned can follow each other; also where one is not told or a footnote explains it. */
function fits(before: CheckedRow, row: CheckedRow, totalIsFine: boolean): boolean {
  const owned = following(before)
  const after = following(row)
  const change = signedShares(row)
  const changeBefore = signedShares(before)
  if (!owned || !after || !change || !changeBefore || explained(row) || explained(before)) return true
  if ((totalIsFine && after.equals(owned)) || owned.plus(change).equals(after)) return true
  // Filed from the latest to the earliest.
  return after.plus(changeBefore).equals(owned)
}

function explained({ row }: CheckedRow): boolean {
  const { postTransactionAmounts, securityTitle, amounts, ownershipNature } = row
  return (
    postTransactionAmounts.sharesOwnedFollowingTransaction.footnotes.length > 0 ||
    securityTitle.footnotes.length > 0 ||
    amounts.shares.footnotes.length > 0 ||
    ownershipNature.natureOfOwnership.footnotes.length > 0
  )
}

/** Whether the rows of a line add up in another order, each row's balance reached from some other's. */
function anywhere(line: readonly CheckedRow[]): boolean {
  const balances = new Set(line.map((row) => String(following(row))))
  const starts = line.filter((row) => {
    const after = following(row)
    const change = signedShares(row)
    return after && change && !balances.has(String(after.minus(change)))
  })
  return starts.length <= 1
}
