import { reportDirection } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A small acquisition (code L) is marked as acquired.
 *
 * ## Why
 * Rule 16a-6 defers acquisitions only; there is no small disposition.
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * Code L, 12 shares, D in column 4.
 *
 * ## Fix
 * Mark the line acquired (A), or give the code of what it was.
 *
 * ## Source
 * section16-rules.md 2.3 [K]; Rule 16a-6
 */
export default rule({
  code: 'C404',
  name: 'small-acquisition-disposed',
  severity: 'law',
  message: 'Code L is a small acquisition, but {title} is marked disposed of.',
  fix: 'Mark the line acquired (A), or give the code of what it was.',
  source: 'section16-rules.md 2.3 [K]; Rule 16a-6',
  forms: ['4', '5'],
  of: 'transactions',
  codes: 'L',
  check: reportDirection('D'),
})
