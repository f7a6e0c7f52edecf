import { reportDirection } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A long derivative that expired or was cancelled for value (code H) is marked as disposed of.
 *
 * ## Why
 * What was held is held no more, whatever was received for it.
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * Code H, Stock Option, A in column 5.
 *
 * ## Fix
 * Mark the derivative disposed of (D).
 *
 * ## Source
 * section16-rules.md 2.2 table, row H [K]
 */
export default rule({
  code: 'C427',
  name: 'long-expiry-acquired',
  severity: 'doubt',
  message: 'Code H ends a long derivative, but {title} is marked acquired.',
  fix: 'Mark the derivative disposed of (D).',
  source: 'section16-rules.md 2.2 table, row H [K]',
  forms: ['4', '5'],
  of: 'transactions',
  codes: 'H',
  check: reportDirection('A'),
})
