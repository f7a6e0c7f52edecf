import { reportDirection } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A tender in a change of control (code U) is marked as disposed of.
 *
 * ## Why
 * Shares tendered leave the owner.
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * Code U, 5,000 shares, A in column 4.
 *
 * ## Fix
 * Mark the line disposed of (D); what is received in exchange is a line of its own.
 *
 * ## Source
 * section16-rules.md 2.3 [K]; Form 4, General Instruction 8
 */
export default rule({
  code: 'C408',
  name: 'tender-acquired',
  severity: 'law',
  message: 'Code U is a tender in a change of control, but {title} is marked acquired.',
  fix: 'Mark the line disposed of (D); what is received in exchange is a line of its own.',
  source: 'section16-rules.md 2.3 [K]; Form 4, General Instruction 8',
  forms: ['4', '5'],
  of: 'transactions',
  codes: 'U',
  check: reportDirection('A'),
})
