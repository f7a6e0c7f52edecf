import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Column 8 of Table II equals the number of securities (or of underlying ones) times the exercise price.
 *
 * ## Why
 * Column 8 is what was paid for one option, not what its exercise would cost. A reader who multiplies by the number
 * again gets the square.
 *
 * Fires on 0.06 % of 14,041 accepted filings.
 *
 * ## Example
 * A grant of 10,000 options at 3.31 with 33,100 in column 8.
 *
 * ## Fix
 * Give the price of one derivative security, or 0 where nothing was paid for it.
 *
 * ## Source
 * Form 4, Table II, column 8; section16-rules.md 2.6.
 */
export default rule({
  code: 'C620',
  name: 'column-8-is-a-total',
  severity: 'doubt',
  message:
    'The price of the derivative, {price}, is {shares} × {exercise}: a total, where the price of one is asked for.',
  fix: 'Give the price of one derivative security, or 0 where nothing was paid for it.',
  source: 'Form 4, Table II, column 8; section16-rules.md 2.6',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'II',
  check: ({ row }, report) => {
    const price = row.amounts.pricePerShare.value ?? row.amounts.value.value
    const exercise = row.conversionOrExercisePrice.value
    if (!price || price.isZero || !exercise || price.equals(exercise)) return
    const element = row.amounts.pricePerShare.value ? 'transactionPricePerShare' : 'transactionValue'
    for (const shares of [row.amounts.shares.value, row.underlyingSecurity.shares.value]) {
      if (!shares || !price.equals(shares.times(exercise).round(price.scale))) continue
      const data = { price: String(price), shares: String(shares), exercise: String(exercise) }
      report(`transactionAmounts/${element}`, data)
      break
    }
  },
})
