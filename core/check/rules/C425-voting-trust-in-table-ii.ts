import { reportTable } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Code Z stands in Table I.
 *
 * ## Why
 * Voting trusts hold stock. A derivative has no vote to deposit.
 *
 * Fires on less than 0.01 % of 14,054 accepted filings.
 *
 * ## Example
 * Code Z, Stock Option, Table II.
 *
 * ## Fix
 * Report the deposit or withdrawal in Table I, or give the code of what it was.
 *
 * ## Source
 * section16-rules.md 2.2 table, row Z [K]; Rule 16b-8
 */
export default rule({
  code: 'C425',
  name: 'voting-trust-in-table-ii',
  severity: 'doubt',
  message: 'Code Z is a voting trust, but {title} stands in Table II.',
  fix: 'Report the deposit or withdrawal in Table I, or give the code of what it was.',
  source: 'section16-rules.md 2.2 table, row Z [K]; Rule 16b-8',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'II',
  codes: 'Z',
  check: reportTable,
})
