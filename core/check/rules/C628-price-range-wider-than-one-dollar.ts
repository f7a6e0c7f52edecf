import { assuming } from '../../facts/assumptions.ts'
import { Decimal } from '../../model/decimal.ts'
import { priceRanges } from '../phrases.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A purchase or sale (P, S) in Table I whose price is called a weighted average by a footnote on it, with exactly one
 * range of prices, wider than one dollar. A footnote with several ranges speaks of several lines and is let be.
 *
 * ## Why
 * The staff’s relief from one line per price reaches only prices within one dollar.
 *
 * Fires on 0.40 % of 14,041 accepted filings. Of the 1,891 that speak of a weighted average these are 3.0 %: those
 * ranges are read from the footnote on the price itself; among them shares of a high price, for which a dollar is
 * little, but the letter knows no other measure.
 *
 * ## Example
 * Footnote: “weighted average; prices ranged from $19.10 to $20.80”.
 *
 * ## Fix
 * Report the trades on several lines, each with prices within one dollar.
 *
 * ## Source
 * Staff letter of 2008-06-25, condition 2; Instruction 4(a)(ii); section16-rules.md 2.9.
 */
export default rule({
  code: 'C628',
  name: 'price-range-wider-than-one-dollar',
  severity: 'law',
  message: 'The footnote to the price {price} gives a range from {low} to {high}: wider than one dollar.',
  fix: 'Report the trades on several lines, each with prices within one dollar.',
  source: 'Staff letter of 2008-06-25, condition 2; Instruction 4(a)(ii); section16-rules.md 2.9',
  forms: ['4', '5'],
  from: '2008-06-25',
  assumes: ['one-dollar-range'],
  of: 'transactions',
  table: 'I',
  codes: 'PS',
  check: ({ row }, report, filing) => {
    const { pricePerShare } = row.amounts
    if (!filing.isAveraged(pricePerShare)) return
    const text = filing.textsOf(pricePerShare)
    const [range, more] = priceRanges(text)
    if (!range || more) return
    const most = filing.assumptions['one-dollar-range'] === 'included' ? 0 : -1
    // A foreign currency's dollar is another one.
    if (range.high.minus(range.low).compare(ONE) <= most || /C\$|CAD|A\$|Canadian/.test(text)) return
    const data = {
      price: pricePerShare.written ?? '',
      low: String(range.low),
      high: String(range.high),
      assumption: assuming(filing.assumptions, 'one-dollar-range'),
    }
    report('transactionAmounts/transactionPricePerShare', data)
  },
})

const ONE = Decimal.of(1)
