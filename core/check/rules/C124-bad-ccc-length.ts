import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A CIK confirmation code, where one stands in the document, has eight characters.
 *
 * ## Why
 * The schema says so. The code itself is never shown here.
 *
 * ## Example
 * A code with a blank behind it.
 *
 * ## Fix
 * Give the eight characters.
 *
 * ## Source
 * ownership-xml.md rule 26 and section 4.1; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C124',
  name: 'bad-ccc-length',
  severity: 'suspends',
  message: 'A CCC has exactly eight characters.',
  fix: 'Give the eight characters.',
  source: 'ownership-xml.md rule 26 and section 4.1; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'bad-ccc-length',
})
