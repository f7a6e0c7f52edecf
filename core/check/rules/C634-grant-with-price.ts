import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A grant (code A) of restricted shares or units whose price is above zero and carries no footnote.
 *
 * ## Why
 * For restricted stock and units nothing is paid; the market price of the day in the box makes the grant look like a
 * purchase from the issuer.
 *
 * Fires on 0.37 % of 14,041 accepted filings.
 *
 * ## Example
 * Restricted Stock Units, code A, price 20.00.
 *
 * ## Fix
 * Put 0 where nothing was paid; else say in a footnote what the price is.
 *
 * ## Source
 * Form 4, Table I, column 4; section16-rules.md 2.6.
 */
export default rule({
  code: 'C634',
  name: 'grant-with-price',
  severity: 'note',
  message: 'A grant (code A) of {title} with a price of {price}: was anything paid?',
  fix: 'Put 0 where nothing was paid; else say in a footnote what the price is.',
  source: 'Form 4, Table I, column 4; section16-rules.md 2.6',
  forms: ['4', '5'],
  of: 'transactions',
  codes: 'A',
  check: ({ row }, report) => {
    const { pricePerShare } = row.amounts
    const title = row.securityTitle.value ?? ''
    if (!pricePerShare.value || pricePerShare.value.isZero) return
    if (pricePerShare.footnotes.length > 0 || !/restricted|\brsus?\b|performance/i.test(title)) return
    report('transactionAmounts/transactionPricePerShare', { price: String(pricePerShare.value), title })
  },
})
