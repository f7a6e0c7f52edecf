import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A transaction in Table I with a code other than P or S and a price above zero whose price carries a footnote that
 * calls it a weighted average of several.
 *
 * ## Why
 * The staff’s relief reaches open-market purchases and sales only.
 *
 * Fires on 0.01 % of 14,041 accepted filings.
 *
 * ## Example
 * Code M, price 12.50, footnote “weighted average exercise price”.
 *
 * ## Fix
 * Report one line per price.
 *
 * ## Source
 * Staff letter of 2008-06-25, condition 1; section16-rules.md 2.9.
 */
export default rule({
  code: 'C630',
  name: 'average-price-of-no-market-trade',
  severity: 'doubt',
  message: 'A weighted average price on a transaction with code {code}: only purchases and sales may share a line.',
  fix: 'Report one line per price.',
  source: 'Staff letter of 2008-06-25, condition 1; section16-rules.md 2.9',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'I',
  check: ({ row }, report, filing) => {
    const { pricePerShare } = row.amounts
    const code = row.coding.code.value ?? ''
    if (code === '' || 'PSFL'.includes(code) || !pricePerShare.value || pricePerShare.value.isZero) return
    // An award may be priced at an average of the market: that is its one price.
    if (!filing.isAveraged(pricePerShare) || /volume|vwap/i.test(filing.textsOf(pricePerShare))) return
    report('transactionAmounts/transactionPricePerShare', { code })
  },
})
