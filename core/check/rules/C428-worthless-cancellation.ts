import { footnotesOn } from '../lines.ts'
import { PRICE } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Code H states a price other than zero, or a footnote on the line.
 *
 * ## Why
 * A long derivative that ends for no value is exempt from reporting. Reported under H, it counts as matched at zero.
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * Code H, price 0, no footnote.
 *
 * ## Fix
 * State the value received; an expiry for nothing is not reported at all.
 *
 * ## Source
 * section16-rules.md 2.2 table, row H, and 2.1 (Rule 16a-4(d)) [K]
 */
export default rule({
  code: 'C428',
  name: 'worthless-cancellation',
  severity: 'doubt',
  message: 'Code H says value was received, but the price is zero and no footnote speaks of it.',
  fix: 'State the value received; an expiry for nothing is not reported at all.',
  source: 'section16-rules.md 2.2 table, row H, and 2.1 (Rule 16a-4(d)) [K]',
  forms: ['4', '5'],
  of: 'transactions',
  codes: 'H',
  check: (line, report) => {
    const price = line.row.amounts.pricePerShare
    if (price.kind !== 'value' || !price.value.isZero || footnotesOn(line).length > 0) return
    report(PRICE)
  },
})
