import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A CIK is one to ten digits, with nothing around them.
 *
 * ## Why
 * White space counts: a line break inside the element makes it something else.
 *
 * ## Example
 * `0009900401` followed by a line break.
 *
 * ## Fix
 * Give the digits alone.
 *
 * ## Source
 * ownership-xml.md rule 18 and sections 2, 4; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C122',
  name: 'bad-cik',
  severity: 'suspends',
  message: '“{value}” is no CIK.',
  fix: 'Give the digits alone.',
  source: 'ownership-xml.md rule 18 and sections 2, 4; EDGAR ownership XML schema files of specification 5.5',
  insteadOf: ['R154'],
  of: 'schema',
  fault: 'bad-cik',
})
