import type { CheckedRow } from '../checkedRow.ts'
import { following, footnotesOn, lineOf } from '../lines.ts'
import { hasCodeOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Two rows of transactions of one table that agree in every value, the amount owned after them, every date and every
 * footnote, while the amount owned shows that the filing keeps running totals (it changes elsewhere on the line), or
 * the row is its line’s only other one and is a grant, a gift or an exercise.
 *
 * ## Why
 * Two fills of one day may agree in number and price, hardly in the balance after them. Readers count both.
 *
 * Fires on 0.15 % of 14,041 accepted filings.
 *
 * ## Example
 * The same grant of 1,000 units, owned afterwards 1,000, on two rows.
 *
 * ## Fix
 * Take the second row out if it is the same transaction.
 *
 * ## Source
 * Form 4, Instruction 4(a)(ii); practitioners’ lists of errors (a grant reported twice).
 */
export default rule({
  code: 'C648',
  name: 'row-twice',
  severity: 'doubt',
  message: 'This row repeats row {first} of its table in everything, the amount owned included.',
  fix: 'Take the second row out if it is the same transaction.',
  source: 'Form 4, Instruction 4(a)(ii); practitioners’ lists of errors (a grant reported twice)',
  forms: ['4', '5'],
  of: 'filing',
  check: ({ transactions }, report) => {
    if (transactions.length < 2) return
    // Most rows differ in balance already: only the others are compared in everything.
    const seen = new Map<bigint | undefined, CheckedRow[]>()
    const contents = new Map<CheckedRow, string>()
    for (const current of transactions) {
      const balance = following(current)?.units
      const others = seen.get(balance)
      if (others === undefined) {
        seen.set(balance, [current])
        continue
      }
      const content = contentOf(current, contents)
      const first = others.find((other) => contentOf(other, contents) === content)
      others.push(current)
      if (first && (runs(transactions, current) || hasCodeOf(current, 'AGMWI')))
        report(current.path, { first: first.position })
    }
  },
})

/** Whether the balances of the line change from row to row, so that equal ones cannot be the total after all. */
function runs(rows: readonly CheckedRow[], current: CheckedRow): boolean {
  const line = lineOf(current)
  return new Set(rows.filter((row) => lineOf(row) === line).map((row) => String(following(row)))).size > 1
}

/** All that a row says, as one text; worked out once. */
function contentOf(current: CheckedRow, contents: Map<CheckedRow, string>): string {
  const known = contents.get(current)
  if (known !== undefined) return known
  const { transactionDate, deemedExecutionDate, amounts, coding, underlyingSecurity } = current.row
  const content = [
    lineOf(current),
    coding.code.value,
    footnotesOn(current).join(','),
    transactionDate.value?.day,
    deemedExecutionDate.value?.day,
    String(amounts.shares.written),
    amounts.acquiredDisposedCode.value,
    amounts.pricePerShare.value,
    underlyingSecurity.shares.value,
    following(current),
  ].join('|')
  contents.set(current, content)
  return content
}
