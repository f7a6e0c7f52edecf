import { codeOf } from '../lines.ts'
import { PRICE } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A market purchase or sale (codes P and S) states a price or points to a footnote.
 *
 * ## Why
 * Without a price neither a reader nor a court can compute a short-swing profit. EDGAR refuses an element that has
 * neither a value nor a footnote; older filings were let through.
 *
 * ## Example
 * Code P, 500 shares, the price left empty and no footnote on it.
 *
 * ## Fix
 * Give the price, or a footnote that states it (for several fills: the weighted average with its range).
 *
 * ## Source
 * Form 4, Table I, column 4; ownership-xml.md rule 43 (SPEC cm(8)).
 */
export default rule({
  code: 'C401',
  name: 'unpriced-market-trade',
  severity: 'suspends',
  message: 'A {code} of {shares} states neither a price nor a footnote.',
  fix: 'Give the price, or a footnote that states it.',
  source: 'Form 4, Table I, column 4; ownership-xml.md rule 43',
  forms: ['4', '5'],
  insteadOf: ['C101', 'C145', 'C150'],
  of: 'transactions',
  codes: 'PS',
  check: (line, report) => {
    const { row } = line
    if (row.amounts.pricePerShare.kind !== 'absent') return
    report(PRICE, { code: codeOf(line), shares: row.amounts.shares.written ?? 'securities' })
  },
})
