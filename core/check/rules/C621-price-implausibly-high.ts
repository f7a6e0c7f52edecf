import { Decimal } from '../../model/decimal.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * In Table I a price above 100,000 dollars for more than a hundred shares. Preferred shares, notes, units and
 * interests are let be, and a footnote that calls the price a total.
 *
 * ## Why
 * Hardly any share costs so much (Berkshire Hathaway’s class A does). Mostly the total was typed.
 *
 * Fires on 0.01 % of 14,041 accepted filings.
 *
 * ## Example
 * Code P, 10,000 shares, price 200,000.
 *
 * ## Fix
 * Give the price of one share.
 *
 * ## Source
 * Form 4, Table I, column 4.
 */
export default rule({
  code: 'C621',
  name: 'price-implausibly-high',
  severity: 'doubt',
  message: 'A price of {price} a share for {shares} shares: it may be the total.',
  fix: 'Give the price of one share.',
  source: 'Form 4, Table I, column 4',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'I',
  check: ({ row }, report, filing) => {
    const price = row.amounts.pricePerShare.value ?? row.amounts.value.value
    const shares = row.amounts.shares.value
    if (!price || price.compare(LIMIT) <= 0 || !shares || shares.compare(ONE) <= 0) return
    if (/preferred|note|bond|debenture|\bunit|partnership|interest/i.test(row.securityTitle.value ?? '')) return
    if (/aggregate|total/i.test(filing.textsOf(row.amounts.pricePerShare))) return
    // Where a few shares are sold at such a price, the shares may be worth it.
    if (shares.compare(FEW) <= 0) return
    report('transactionAmounts/transactionPricePerShare', { price: String(price), shares: String(shares) })
  },
})

const LIMIT = Decimal.of(100_000)
const ONE = Decimal.of(1)
const FEW = Decimal.of(100)
