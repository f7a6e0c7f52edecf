import type { Decimal } from '../../model/decimal.ts'
import { CODE, hasCodeOf, titleOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Where a line with code X has an exercise price, no sale or withholding (codes S, F) of the same day is priced below
 * it.
 *
 * ## Why
 * The exercise of an out-of-the-money derivative is not exempt: it is a purchase. Code X says that it was in or at the
 * money.
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * Code X at 25.00, code S of the same day at 20.25.
 *
 * ## Fix
 * Give code O where the derivative was out of the money.
 *
 * ## Source
 * section16-rules.md 2.2 table, rows O and X [V:16b-6]; Rule 16b-6(b)
 */
export default rule({
  code: 'C556',
  name: 'out-of-the-money-exercise',
  severity: 'doubt',
  message: 'Code X exercises {title} at {strike}, above the {price} at which stock was sold or withheld that day.',
  fix: 'Give code O where the derivative was out of the money.',
  source: 'section16-rules.md 2.2 table, rows O and X [V:16b-6]; Rule 16b-6(b)',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'II',
  codes: 'X',
  check: (line, report, { transactions }) => {
    const strike = line.row.conversionOrExercisePrice.value
    const day = line.row.transactionDate.value?.day
    if (!strike || /\bput\b/i.test(titleOf(line))) return
    const market = transactions.find(
      (other) =>
        other.table === 'I' &&
        hasCodeOf(other, 'SF') &&
        other.row.transactionDate.value?.day === day &&
        isLess(other.row.amounts.pricePerShare.value, strike),
    )
    if (!market) return
    const price = String(market.row.amounts.pricePerShare.value)
    report(CODE, { title: titleOf(line), strike: String(strike), price })
  },
})

// A price of zero is no market price.
const isLess = (price: Decimal | undefined, strike: Decimal): boolean =>
  price !== undefined && !price.isZero && price.compare(strike) < 0
