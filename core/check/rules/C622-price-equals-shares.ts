import { Decimal } from '../../model/decimal.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A price that equals the number of securities of its row, at least 100.
 *
 * ## Why
 * A price of exactly as many dollars as there are shares is chance once in thousands of rows; the wrong box is not.
 *
 * Fires on 0.01 % of 14,041 accepted filings.
 *
 * ## Example
 * 2,500 shares at a price of 2,500.
 *
 * ## Fix
 * Give the price of one share.
 *
 * ## Source
 * Form 4, Table I, column 4.
 */
export default rule({
  code: 'C622',
  name: 'price-equals-shares',
  severity: 'doubt',
  message: 'Price and number of securities are the same, {price}: one was typed into both boxes.',
  fix: 'Give the price of one share.',
  source: 'Form 4, Table I, column 4',
  forms: ['4', '5'],
  of: 'transactions',
  check: ({ row }, report) => {
    const price = row.amounts.pricePerShare.value
    const shares = row.amounts.shares.value
    if (!price || !shares?.equals(price) || price.compare(LEAST) < 0) return
    report('transactionAmounts/transactionPricePerShare', { price: String(price) })
  },
})

const LEAST = Decimal.of(100)
