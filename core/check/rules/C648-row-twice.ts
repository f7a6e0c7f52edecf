import type { Decimal } from '../../model/decimal.ts'
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
    const seen: CheckedRow[] = []
    for (const current of transactions) {
      // Most rows differ in number or balance already: only the others are compared in everything.
      const first = seen.find((other) => isAlike(other, current))
      seen.push(current)
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

function isAlike(other: CheckedRow, current: CheckedRow): boolean {
  const { amounts, transactionDate } = current.row
  const { amounts: others, transactionDate: date } = other.row
  // What differs most often, and costs least to compare, first.
  if (other.table !== current.table || !isSame(others.shares.value, amounts.shares.value)) return false
  if (!isSame(following(other), following(current)) || date.value?.day !== transactionDate.value?.day) return false
  return (
    isSame(others.pricePerShare.value, amounts.pricePerShare.value) &&
    others.shares.written === amounts.shares.written &&
    restOf(other) === restOf(current)
  )
}

function isSame(one: Decimal | undefined, other: Decimal | undefined): boolean {
  return one && other ? one.equals(other) : one === other
}

function restOf(current: CheckedRow): string {
  const { deemedExecutionDate, amounts, coding, underlyingSecurity } = current.row
  return [
    lineOf(current),
    coding.code.value,
    footnotesOn(current).join(','),
    String(deemedExecutionDate.value),
    amounts.acquiredDisposedCode.value,
    String(underlyingSecurity.shares.value),
  ].join('|')
}
