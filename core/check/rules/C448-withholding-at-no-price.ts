import { PRICE, titleOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Code F gives a price other than zero, or a footnote on the price.
 *
 * ## Why
 * Shares that pay a tax are worth something: the price is what the issuer counted them at. Zero is a template's
 * default.
 *
 * Fires on 0.48 % of 14,054 accepted filings.
 *
 * ## Example
 * Code F, 120 shares, price 0.
 *
 * ## Fix
 * Give the market price at which the shares were counted.
 *
 * ## Source
 * section16-rules.md 2.6 (F at the market price used) [K]
 */
export default rule({
  code: 'C448',
  name: 'withholding-at-no-price',
  severity: 'doubt',
  message: 'Code F withholds {title} at a price of zero.',
  fix: 'Give the market price at which the shares were counted.',
  source: 'section16-rules.md 2.6 (F at the market price used) [K]',
  forms: ['4', '5'],
  of: 'transactions',
  codes: 'F',
  check: (line, report) => {
    const price = line.row.amounts.pricePerShare
    if (price.kind !== 'value' || !price.value.isZero || price.footnotes.length > 0) return
    report(PRICE, { title: titleOf(line) })
  },
})
