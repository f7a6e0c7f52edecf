import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An amount is at most 999999999999.9999, with at most four decimals; zeros at the end do not count.
 *
 * ## Why
 * The schema’s type holds no more, and EDGAR does not round.
 *
 * ## Example
 * A price of `12.50001`.
 *
 * ## Fix
 * Round to four decimals and state the exact figure in a footnote.
 *
 * ## Source
 * ownership-xml.md section 2 (DEC); EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C143',
  name: 'too-many-digits',
  severity: 'suspends',
  message: '“{value}” has more than four decimals or twelve digits before the point.',
  fix: 'Round to four decimals and state the exact figure in a footnote.',
  source: 'ownership-xml.md section 2 (DEC); EDGAR ownership XML schema files of specification 5.5',
  insteadOf: ['R152'],
  of: 'schema',
  fault: 'too-many-digits',
})
