import { reportTable } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Code E stands in Table II.
 *
 * ## Why
 * Only a derivative expires. In Table I the line changes the number of shares held.
 *
 * Fires on less than 0.01 % of 14,054 accepted filings.
 *
 * ## Example
 * Code E, Common Stock, Table I.
 *
 * ## Fix
 * Report it in Table II, or give the code of what it was.
 *
 * ## Source
 * section16-rules.md 2.2 table, row E [K]; Rule 16b-6(d)
 */
export default rule({
  code: 'C423',
  name: 'short-expiry-in-table-i',
  severity: 'doubt',
  message: 'Code E is the expiry of a short derivative, but {title} stands in Table I.',
  fix: 'Report it in Table II, or give the code of what it was.',
  source: 'section16-rules.md 2.2 table, row E [K]; Rule 16b-6(d)',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'I',
  codes: 'E',
  check: reportTable,
})
