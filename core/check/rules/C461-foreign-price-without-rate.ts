import { assuming } from '../../facts/assumptions.ts'
import { remembered } from '../remembered.ts'
import { PRICE } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A footnote on a price that names a currency other than the US dollar also says how it was converted.
 *
 * ## Why
 * Prices are in US dollars. A reader who sees “C$” cannot tell whether the number is converted; rate and day answer
 * it. [K?]
 *
 * Fires on less than 0.01 % of 14,054 accepted filings.
 *
 * ## Example
 * Footnote “Purchased on the TSX at C$14.20.”
 *
 * ## Fix
 * State in the footnote the rate and the day of the conversion.
 *
 * ## Source
 * section16-rules.md 2.11 [K?]
 */
export default rule({
  code: 'C461',
  name: 'foreign-price-without-rate',
  severity: 'doubt',
  message: 'A footnote on the price speaks of another currency, but of no rate.',
  fix: 'State in the footnote the rate and the day of the conversion.',
  source: 'section16-rules.md 2.11 [K?]',
  forms: ['4', '5'],
  assumes: ['foreign-currency'],
  of: 'transactions',
  check: (line, report, filing) => {
    const text = filing.textsOf(line.row.amounts.pricePerShare)
    if (text === '' || filing.assumptions['foreign-currency'] !== 'rate' || !leavesRateOut(text)) return
    report(PRICE, { assumption: assuming(filing.assumptions, 'foreign-currency') })
  },
})

const FOREIGN =
  /\b(?:CAD|CDN|EUR|GBP|CHF|ILS|NIS|JPY|AUD)\b|C\$|A\$|€|£|\beuros?\b|canadian dollars?|pounds? sterling|new israeli shekel/i
const CONVERTED = /convert|exchange rate|rate of|translated|equivalent|U\.?S\.? ?dollars?|USD/i

const leavesRateOut = remembered((text) => FOREIGN.test(text) && !CONVERTED.test(text))
