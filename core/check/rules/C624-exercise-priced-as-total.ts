import { EXERCISES } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An exercise (M, X, O, C) in Table I whose price equals its number of shares times the exercise price of a row of
 * Table II with the same code and day.
 *
 * ## Why
 * Column 4 asks for the price of one share; the total makes the exercise look thousands of times dearer.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * 1,000 options at 12.50 exercised; price in Table I 12,500.
 *
 * ## Fix
 * Give the exercise price of one share.
 *
 * ## Source
 * Form 4, Table I, column 4; section16-rules.md 2.6.
 */
export default rule({
  code: 'C624',
  name: 'exercise-priced-as-total',
  severity: 'doubt',
  message: 'The price of the exercised shares, {price}, is {shares} × {exercise}: a total.',
  fix: 'Give the exercise price of one share.',
  source: 'Form 4, Table I, column 4; section16-rules.md 2.6',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'I',
  codes: EXERCISES,
  check: ({ row }, report, { transactions }) => {
    const price = row.amounts.pricePerShare.value ?? row.amounts.value.value
    const shares = row.amounts.shares.value
    if (!price || !shares || price.isZero) return
    const match = transactions.find(
      ({ row: other, table: of }) =>
        of === 'II' &&
        other.coding.code.value === row.coding.code.value &&
        other.conversionOrExercisePrice.value !== undefined &&
        !price.equals(other.conversionOrExercisePrice.value) &&
        price.equals(shares.times(other.conversionOrExercisePrice.value)),
    )
    if (!match) return
    const exercise = String(match.row.conversionOrExercisePrice.value)
    const data = { price: String(price), shares: String(shares), exercise }
    report('transactionAmounts/transactionPricePerShare', data)
  },
})
