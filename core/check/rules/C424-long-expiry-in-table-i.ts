import { reportTable } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Code H stands in Table II.
 *
 * ## Why
 * Only a derivative expires or is cancelled for value. In Table I the line changes the number of shares held.
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * Code H, Common Stock, Table I.
 *
 * ## Fix
 * Report it in Table II, or give the code of what it was.
 *
 * ## Source
 * section16-rules.md 2.2 table, row H [K]; Rule 16b-6
 */
export default rule({
  code: 'C424',
  name: 'long-expiry-in-table-i',
  severity: 'doubt',
  message: 'Code H is the end of a long derivative for value, but {title} stands in Table I.',
  fix: 'Report it in Table II, or give the code of what it was.',
  source: 'section16-rules.md 2.2 table, row H [K]; Rule 16b-6',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'I',
  codes: 'H',
  check: reportTable,
})
