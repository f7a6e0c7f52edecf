import { priceRanges } from '../phrases.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A purchase or sale (P, S) in Table I whose price carries a footnote with ranges of prices, none of which holds the
 * price (also because it stands the wrong way round).
 *
 * ## Why
 * An average lies between the lowest and the highest price. Otherwise a number is wrong, or the footnote is another
 * line’s.
 *
 * Fires on 0.42 % of 14,041 accepted filings. Of the 1,891 that speak of a weighted average these are 3.1 %: among
 * them footnotes that moved by one line when a row was put in.
 *
 * ## Example
 * Price 21.00, footnote “prices ranging from $19.80 to $20.30”.
 *
 * ## Fix
 * Compare price and range with the confirmations; the footnote may belong to another line.
 *
 * ## Source
 * Form 4, Table I, column 4; section16-rules.md 2.9.
 */
export default rule({
  code: 'C629',
  name: 'price-outside-its-range',
  severity: 'doubt',
  message: 'The price {price} lies outside the range of its footnote, {low} to {high}.',
  fix: 'Compare price and range with the confirmations; the footnote may belong to another line.',
  source: 'Form 4, Table I, column 4; section16-rules.md 2.9',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'I',
  codes: 'PS',
  check: ({ row }, report, filing) => {
    const { pricePerShare } = row.amounts
    const price = pricePerShare.value
    if (!price || !filing.isAveraged(pricePerShare)) return
    const [range, ...more] = priceRanges(filing.textsOf(pricePerShare))
    if (!range) return
    // A price of two places may have been rounded over the edge of a range of four.
    if (
      [range, ...more].some(
        ({ low, high }) => price.compare(low.round(price.scale)) >= 0 && price.compare(high.round(price.scale)) <= 0,
      )
    )
      return
    const data = { price: String(price), low: String(range.low), high: String(range.high) }
    report('transactionAmounts/transactionPricePerShare', data)
  },
})
