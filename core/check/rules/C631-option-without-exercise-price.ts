import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A stock option or right to buy in Table II with an exercise price of 0 and no footnote on it.
 *
 * ## Why
 * An option has a price by nature. Zero is mostly a box that had to be filled.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * Employee stock option (right to buy), exercise price 0.
 *
 * ## Fix
 * Give the exercise price; where there is none, say so in a footnote.
 *
 * ## Source
 * Form 4, Table II, column 2; section16-rules.md 2.6 and 7.4.
 */
export default rule({
  code: 'C631',
  name: 'option-without-exercise-price',
  severity: 'doubt',
  message: 'The exercise price of the {title} is zero.',
  fix: 'Give the exercise price; where there is none, say so in a footnote.',
  source: 'Form 4, Table II, column 2; section16-rules.md 2.6 and 7.4',
  of: 'rows',
  table: 'II',
  check: ({ row }, report) => {
    const { conversionOrExercisePrice: price, securityTitle } = row
    const title = securityTitle.value ?? ''
    if (!price.value?.isZero || price.footnotes.length + securityTitle.footnotes.length > 0) return
    if (!/\boptions?\b|right to buy/i.test(title) || /pre-?funded|penny|zero|nil|unit/i.test(title)) return
    report('conversionOrExercisePrice', { title })
  },
})
