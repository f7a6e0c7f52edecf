import { reportDirection } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A purchase (code P) is marked as acquired.
 *
 * ## Why
 * Readers take the direction from the A or D column and the kind from the code; where they contradict each other the
 * line counts as a purchase for some and as a sale for others, and 16(b) matches it wrongly.
 *
 * Fires on 0.04 % of 14,054 accepted filings.
 *
 * ## Example
 * Code P, 500 shares, D in column 4.
 *
 * ## Fix
 * Mark the line acquired (A), or give the code of what it was.
 *
 * ## Source
 * section16-rules.md 2.3 [K]; Form 4, General Instruction 8
 */
export default rule({
  code: 'C402',
  name: 'purchase-disposed',
  severity: 'law',
  message: 'Code P is a purchase, but {title} is marked disposed of.',
  fix: 'Mark the line acquired (A), or give the code of what it was.',
  source: 'section16-rules.md 2.3 [K]; Form 4, General Instruction 8',
  forms: ['4', '5'],
  of: 'transactions',
  codes: 'P',
  check: reportDirection('D'),
})
