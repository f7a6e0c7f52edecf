import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Between elements there is only white space.
 *
 * ## Why
 * Text that is in no element belongs to nothing; the schema forbids it.
 *
 * ## Example
 * A word left behind between two elements of `issuer`.
 *
 * ## Fix
 * Take the text out, or put it into the element it belongs to.
 *
 * ## Source
 * ownership-xml.md rule 17; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C113',
  name: 'stray-text',
  severity: 'suspends',
  message: 'There is text between the elements.',
  fix: 'Take the text out, or put it into the element it belongs to.',
  source: 'ownership-xml.md rule 17; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'stray-text',
})
