import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A bona fide gift with a price above zero and no footnote on it.
 *
 * ## Why
 * Nothing is paid for a gift. A price makes it look like a sale, which is matchable.
 *
 * Fires on 0.04 % of 14,041 accepted filings.
 *
 * ## Example
 * Code G, 500 shares, price 20.00.
 *
 * ## Fix
 * Put 0 as the price; tell a market value in a footnote where it matters.
 *
 * ## Source
 * Form 4, Table I, column 4; Rule 16b-5; section16-rules.md 2.6.
 */
export default rule({
  code: 'C633',
  name: 'gift-with-price',
  severity: 'doubt',
  message: 'A gift (code G) with a price of {price}.',
  fix: 'Put 0 as the price; tell a market value in a footnote where it matters.',
  source: 'Form 4, Table I, column 4; Rule 16b-5; section16-rules.md 2.6',
  forms: ['4', '5'],
  of: 'transactions',
  codes: 'G',
  check: ({ row }, report) => {
    const { pricePerShare } = row.amounts
    if (!pricePerShare.value || pricePerShare.value.isZero) return
    if (pricePerShare.footnotes.length > 0) return
    report('transactionAmounts/transactionPricePerShare', { price: String(pricePerShare.value) })
  },
})
