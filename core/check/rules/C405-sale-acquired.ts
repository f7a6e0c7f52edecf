import { reportDirection } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A sale (code S) is marked as disposed of.
 *
 * ## Why
 * The code says sale and the column says acquisition: one of the two is wrong, and the total after it cannot be
 * followed. Writing a call is a sale too, and disposes of the call.
 *
 * Fires on 0.05 % of 14,054 accepted filings.
 *
 * ## Example
 * Code S, 500 shares, A in column 4.
 *
 * ## Fix
 * Mark the line disposed of (D), or give the code of what it was.
 *
 * ## Source
 * section16-rules.md 2.3 [K]; Form 4, General Instruction 8
 */
export default rule({
  code: 'C405',
  name: 'sale-acquired',
  severity: 'law',
  message: 'Code S is a sale, but {title} is marked acquired.',
  fix: 'Mark the line disposed of (D), or give the code of what it was.',
  source: 'section16-rules.md 2.3 [K]; Form 4, General Instruction 8',
  forms: ['4', '5'],
  of: 'transactions',
  codes: 'S',
  check: reportDirection('A'),
})
