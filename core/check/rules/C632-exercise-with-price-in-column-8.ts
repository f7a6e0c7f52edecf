import { codeOf } from '../lines.ts'
import { EXERCISES, PRICE } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An exercise or conversion (M, C, O, X) in Table II, disposed of, whose price is above zero and carries no footnote.
 *
 * ## Why
 * Column 8 is the price of the derivative security itself. In an exercise nobody pays for it: the printed form leaves
 * the box blank.
 *
 * Fires on 0.36 % of 14,041 accepted filings.
 *
 * ## Example
 * Code M in Table II, exercise price 12.50, column 8 12.50.
 *
 * ## Fix
 * Put 0 or a footnote into column 8; the exercise price stands in column 2 and in Table I.
 *
 * ## Source
 * Form 4, Table II, column 8; section16-rules.md 2.6.
 */
export default rule({
  code: 'C632',
  name: 'exercise-with-price-in-column-8',
  severity: 'doubt',
  message: 'Column 8 gives a price of {price} for a derivative that was exercised (code {code}).',
  fix: 'Put 0 or a footnote into column 8; the exercise price stands in column 2 and in Table I.',
  source: 'Form 4, Table II, column 8; section16-rules.md 2.6',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'II',
  codes: EXERCISES,
  check: (line, report) => {
    const { pricePerShare, acquiredDisposedCode } = line.row.amounts
    if (
      acquiredDisposedCode.value !== 'D' ||
      !pricePerShare.value ||
      pricePerShare.value.isZero ||
      pricePerShare.footnotes.length > 0
    )
      return
    report(PRICE, { price: String(pricePerShare.value), code: codeOf(line) })
  },
})
