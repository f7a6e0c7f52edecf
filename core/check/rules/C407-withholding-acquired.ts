import { reportDirection } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A payment by delivering or withholding securities (code F) is marked as disposed of.
 *
 * ## Why
 * Securities that pay a price or a tax leave the owner. Only the return of too much withheld goes the other way, and
 * that wants a word.
 *
 * Fires on 0.04 % of 14,054 accepted filings.
 *
 * ## Example
 * Code F, 120 shares, A in column 4.
 *
 * ## Fix
 * Mark the line disposed of (D); where a withholding was reversed, say so in a footnote.
 *
 * ## Source
 * section16-rules.md 2.3 [K]: a rare reversal is possible, hence a doubt
 */
export default rule({
  code: 'C407',
  name: 'withholding-acquired',
  severity: 'doubt',
  message: 'Code F delivers or withholds securities, but {title} is marked acquired.',
  fix: 'Mark the line disposed of (D); where a withholding was reversed, say so in a footnote.',
  source: 'section16-rules.md 2.3 [K]: a rare reversal is possible, hence a doubt',
  forms: ['4', '5'],
  of: 'transactions',
  codes: 'F',
  check: reportDirection('A'),
})
