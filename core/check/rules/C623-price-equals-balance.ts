import { Decimal } from '../../model/decimal.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A price that equals the number owned following the transaction, at least 100.
 *
 * ## Why
 * A number moved one column to the left.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * 500 shares at 12,340; owned afterwards 12,340.
 *
 * ## Fix
 * Give the price of one share.
 *
 * ## Source
 * Form 4, Table I, columns 4 and 5.
 */
export default rule({
  code: 'C623',
  name: 'price-equals-balance',
  severity: 'doubt',
  message: 'The price, {price}, is the number owned afterwards: it stands in the wrong box.',
  fix: 'Give the price of one share.',
  source: 'Form 4, Table I, columns 4 and 5',
  forms: ['4', '5'],
  of: 'transactions',
  check: ({ row }, report) => {
    const price = row.amounts.pricePerShare.value
    const after = row.postTransactionAmounts.sharesOwnedFollowingTransaction.value
    if (!price || !after?.equals(price) || price.compare(LEAST) < 0) return
    report('transactionAmounts/transactionPricePerShare', { price: String(price) })
  },
})

const LEAST = Decimal.of(100)
