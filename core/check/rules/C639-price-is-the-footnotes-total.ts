import { Decimal } from '../../model/decimal.ts'
import { footnotesOn } from '../lines.ts'
import { allOf } from '../phrases.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A price in Table I for more than one share, from 1,000 dollars on, that stands in a footnote on its row as an
 * aggregate or total of dollars.
 *
 * ## Why
 * The column asks for the price of one share. Whoever multiplies it gets a trade many times too large.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * 5,000 shares, price 100,000, footnote “for an aggregate purchase price of $100,000”.
 *
 * ## Fix
 * Give the price of one share; leave the total in the footnote.
 *
 * ## Source
 * Form 4, Table I, column 4.
 */
export default rule({
  code: 'C639',
  name: 'price-is-the-footnotes-total',
  severity: 'doubt',
  message: 'The price {price} for {shares} shares is what a footnote calls the aggregate.',
  fix: 'Give the price of one share; leave the total in the footnote.',
  source: 'Form 4, Table I, column 4',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'I',
  check: (current, report, filing) => {
    const { row } = current
    const price = row.amounts.pricePerShare.value
    const shares = row.amounts.shares.value
    if (!price || price.compare(LEAST) < 0 || !shares || shares.compare(ONE) <= 0) return
    for (const [, total = ''] of allOf(TOTAL, filing.textsOf(footnotesOn(current)))) {
      if (!Decimal.parse(total.replaceAll(',', ''))?.equals(price)) continue
      report('transactionAmounts/transactionPricePerShare', { price: String(price), shares: String(shares) })
      break
    }
  },
})

const ONE = Decimal.of(1)
/** Totals below are hardly told, and cheap shares are dearer. */
const LEAST = Decimal.of(1000)
const TOTAL = /(?:aggregate|total)\s+(?:\w+\s+){0,4}?of\s+(?:approximately\s+)?\$\s?(\d[\d,]*(?:\.\d+)?)/gi
