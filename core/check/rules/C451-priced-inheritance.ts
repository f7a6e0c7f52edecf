import { PRICE, titleOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Code W gives a price of zero, or a footnote on the price.
 *
 * ## Why
 * As with gifts: the market price of the day is no consideration.
 *
 * Fires on less than 0.01 % of 14,054 accepted filings.
 *
 * ## Example
 * Code W, 1,000 shares, price 41.20.
 *
 * ## Fix
 * Write 0: nothing is paid for what is inherited.
 *
 * ## Source
 * section16-rules.md 2.6 [K]
 */
export default rule({
  code: 'C451',
  name: 'priced-inheritance',
  severity: 'doubt',
  message: 'An inheritance (code W) of {title} states a price of {price}.',
  fix: 'Write 0: nothing is paid for what is inherited.',
  source: 'section16-rules.md 2.6 [K]',
  forms: ['4', '5'],
  of: 'transactions',
  codes: 'W',
  check: (line, report) => {
    const price = line.row.amounts.pricePerShare
    if (price.kind !== 'value' || price.value.isZero || price.footnotes.length > 0) return
    report(PRICE, { title: titleOf(line), price: String(price.value) })
  },
})
