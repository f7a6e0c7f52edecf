import { undertakes } from '../phrases.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A purchase or sale (P, S) in Table I whose price carries a footnote that calls it a weighted average, while neither
 * footnotes nor remarks contain a core phrase of the undertaking (undertakes, upon request, will provide, full
 * information).
 *
 * ## Why
 * The staff lets trades share a line only with that undertaking. A draft of it asserts a promise of the person, so it
 * is never added without being asked.
 *
 * Fires on 0.19 % of 14,041 accepted filings. Of the 1,891 that speak of a weighted average these are 1.4 %: those
 * texts promise nothing in any of the usual words, so the condition of the letter is not met.
 *
 * ## Example
 * Footnote: “Weighted average price; prices ranged from $19.80 to $20.30.”
 *
 * ## Fix
 * Have the reporting person undertake, in the footnote, to give the numbers at each price upon request.
 *
 * ## Source
 * Staff letter of 2008-06-25, condition 5; section16-rules.md 2.9.
 */
export default rule({
  code: 'C627',
  name: 'average-price-without-undertaking',
  severity: 'doubt',
  message: 'A weighted average price of {price} without the undertaking to give the number of shares at each price.',
  fix: 'Have the reporting person undertake, in the footnote, to give the numbers at each price upon request.',
  source: 'Staff letter of 2008-06-25, condition 5; section16-rules.md 2.9',
  forms: ['4', '5'],
  from: '2008-06-25',
  of: 'transactions',
  table: 'I',
  codes: 'PS',
  check: ({ row }, report, filing) => {
    const { pricePerShare } = row.amounts
    if (!filing.isAveraged(pricePerShare)) return
    if (!undertakes(filing.words))
      report('transactionAmounts/transactionPricePerShare', { price: pricePerShare.written ?? '' })
  },
})
