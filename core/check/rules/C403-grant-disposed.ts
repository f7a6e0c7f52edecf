import { reportDirection } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A grant or award (code A) is marked as acquired.
 *
 * ## Why
 * The letters A and D mean one thing as a code and another as a direction, and are easily confused: a disposition to
 * the issuer is code D.
 *
 * Fires on 0.16 % of 14,054 accepted filings.
 *
 * ## Example
 * Code A, 1,000 restricted shares forfeited, D in column 4.
 *
 * ## Fix
 * Mark the line acquired (A), or give the code of what it was; what goes back to the issuer is code D.
 *
 * ## Source
 * section16-rules.md 2.3 [K]; Rule 16b-3(d)
 */
export default rule({
  code: 'C403',
  name: 'grant-disposed',
  severity: 'law',
  message: 'Code A is a grant or award, but {title} is marked disposed of.',
  fix: 'Mark the line acquired (A), or give the code of what it was; what goes back to the issuer is code D.',
  source: 'section16-rules.md 2.3 [K]; Rule 16b-3(d)',
  forms: ['4', '5'],
  of: 'transactions',
  codes: 'A',
  check: reportDirection('D'),
})
