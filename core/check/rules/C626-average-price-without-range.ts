import { priceRanges } from '../phrases.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A purchase or sale (P, S) in Table I whose price carries a footnote that calls it a weighted average, while no
 * footnote or remark of the filing gives a range of two prices.
 *
 * ## Why
 * Trades of a day may stand on one line only if the range of prices is told: short-swing profit is computed from the
 * single prices.
 *
 * Fires on 0.28 % of 14,041 accepted filings. Of the 1,891 that speak of a weighted average these are 2.1 %: those
 * texts name no second price anywhere, so the condition of the letter is not met.
 *
 * ## Example
 * Footnote: “The price is a weighted average price.”
 *
 * ## Fix
 * Say in the footnote between which prices the trades were made.
 *
 * ## Source
 * Staff letter of 2008-06-25, condition 4; section16-rules.md 2.9.
 */
export default rule({
  code: 'C626',
  name: 'average-price-without-range',
  severity: 'doubt',
  message: 'A weighted average price of {price} for which no footnote gives the range of prices.',
  fix: 'Say in the footnote between which prices the trades were made.',
  source: 'Staff letter of 2008-06-25, condition 4; section16-rules.md 2.9',
  forms: ['4', '5'],
  from: '2008-06-25',
  of: 'transactions',
  table: 'I',
  codes: 'PS',
  check: ({ row }, report, filing) => {
    const { pricePerShare } = row.amounts
    if (!filing.isAveraged(pricePerShare)) return
    if (
      /rang(?:e|ing)|between|from\b[^.]*\bto\b|from\b[^.]*through|\ball\b[^.]*same price/i.test(filing.words) ||
      priceRanges(filing.words).length > 0
    )
      return
    report('transactionAmounts/transactionPricePerShare', { price: pricePerShare.written ?? '' })
  },
})
