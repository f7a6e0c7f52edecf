import { codeOf } from '../lines.ts'
import { PRICE } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A purchase or sale (P, S) in Table I at a price of 0 without a footnote on it.
 *
 * ## Why
 * A purchase for nothing is a gift or an award. As P or S at zero it gives the wrong short-swing profit.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * Code S, 500 shares, price 0.
 *
 * ## Fix
 * Give the price; where nothing was paid, another code may fit.
 *
 * ## Source
 * Form 4, General Instruction 8 and Table I, column 4.
 */
export default rule({
  code: 'C635',
  name: 'market-trade-for-nothing',
  severity: 'doubt',
  message: 'A {what} (code {code}) at a price of zero.',
  fix: 'Give the price; where nothing was paid, another code may fit.',
  source: 'Form 4, General Instruction 8 and Table I, column 4',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'I',
  codes: 'PS',
  check: (line, report) => {
    const { pricePerShare } = line.row.amounts
    const code = codeOf(line)
    if (!pricePerShare.value?.isZero || pricePerShare.footnotes.length + line.row.coding.footnotes.length > 0) return
    report(PRICE, { code, what: code === 'P' ? 'purchase' : 'sale' })
  },
})
