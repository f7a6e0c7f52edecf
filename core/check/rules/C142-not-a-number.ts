import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An amount is written with digits and at most one point.
 *
 * ## Why
 * Commas, currency signs, parentheses, exponents and words are refused.
 *
 * ## Example
 * `1,500`.
 *
 * ## Fix
 * Write digits and one point only; put words into a footnote.
 *
 * ## Source
 * ownership-xml.md section 2 (DEC); EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C142',
  name: 'not-a-number',
  severity: 'suspends',
  message: '“{value}” is no plain number.',
  fix: 'Write digits and one point only; put words into a footnote.',
  source: 'ownership-xml.md section 2 (DEC); EDGAR ownership XML schema files of specification 5.5',
  insteadOf: ['R152'],
  of: 'schema',
  fault: 'not-a-number',
})
