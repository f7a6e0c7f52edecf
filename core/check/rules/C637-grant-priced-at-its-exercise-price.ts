import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A grant (code A) in Table II whose price equals its exercise price, above zero, without a footnote on it.
 *
 * ## Why
 * Column 8 is what the option itself cost. Repeating the exercise price says that it was bought for that.
 *
 * Fires on 0.39 % of 14,041 accepted filings.
 *
 * ## Example
 * Option grant at 12.50 with 12.50 in column 8.
 *
 * ## Fix
 * Put 0 into column 8: nothing is paid for the option at its grant.
 *
 * ## Source
 * Form 4, Table II, columns 2 and 8; section16-rules.md 2.6.
 */
export default rule({
  code: 'C637',
  name: 'grant-priced-at-its-exercise-price',
  severity: 'doubt',
  message: 'Column 8 repeats the exercise price {price} of a granted {title}.',
  fix: 'Put 0 into column 8: nothing is paid for the option at its grant.',
  source: 'Form 4, Table II, columns 2 and 8; section16-rules.md 2.6',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'II',
  codes: 'A',
  check: ({ row }, report) => {
    const { pricePerShare } = row.amounts
    const exercise = row.conversionOrExercisePrice.value
    if (!exercise || exercise.isZero) return
    if (!pricePerShare.value?.equals(exercise) || pricePerShare.footnotes.length > 0) return
    // A unit of one share is worth a share: its ratio of 1 is no price.
    if (String(exercise) === '1') return
    const data = { price: String(exercise), title: row.securityTitle.value ?? 'derivative' }
    report('transactionAmounts/transactionPricePerShare', data)
  },
})
