import { footnotesOn } from '../lines.ts'
import { CODE } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A line with code J has a footnote, or the form has remarks.
 *
 * ## Why
 * J says only that no other code fits. Without the description nobody can tell whether it was a purchase, a sale or
 * neither.
 *
 * Fires on none of 14,054 accepted filings.
 *
 * ## Example
 * Code J, 2,000 shares, no footnote anywhere on the line.
 *
 * ## Fix
 * Describe the transaction in a footnote on the line.
 *
 * ## Source
 * section16-rules.md 2.3 [V:CODES]; Form 4, General Instruction 8
 */
export default rule({
  code: 'C417',
  name: 'unexplained-other',
  severity: 'law',
  message: 'Code J says “described in a footnote”, but no footnote on the line and no remark describes it.',
  fix: 'Describe the transaction in a footnote on the line.',
  source: 'section16-rules.md 2.3 [V:CODES]; Form 4, General Instruction 8',
  forms: ['4', '5'],
  of: 'transactions',
  codes: 'J',
  check: (line, report, { document }) => {
    if (document.remarks.kind !== 'value' && footnotesOn(line).length === 0) report(CODE)
  },
})
