import { CODE, titleOf } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Code F stands in Table I; units that are a right to a share, and forwards of them, are left alone.
 *
 * ## Why
 * Price and tax are paid with stock. In a net exercise the whole derivative is exercised (M) and the shares kept back
 * stand in Table I; units settled in shares may be withheld before they are stock.
 *
 * Fires on 0.03 % of 14,054 accepted filings.
 *
 * ## Example
 * Code F, Stock Option (right to buy), Table II.
 *
 * ## Fix
 * Report the shares delivered or withheld in Table I, and the full exercise under M.
 *
 * ## Source
 * section16-rules.md 2.2 table, row F (II rare) and 2.6 [K]
 */
export default rule({
  code: 'C426',
  name: 'withholding-in-table-ii',
  severity: 'doubt',
  message: 'Code F pays with securities, but {title} stands in Table II.',
  fix: 'Report the shares delivered or withheld in Table I, and the full exercise under M.',
  source: 'section16-rules.md 2.2 table, row F (II rare) and 2.6 [K]',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'II',
  codes: 'F',
  check: (line, report) => {
    if (/\b(?:option|warrant|right to buy)/i.test(titleOf(line))) report(CODE, { title: titleOf(line) })
  },
})
