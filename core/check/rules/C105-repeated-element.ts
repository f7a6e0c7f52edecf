import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An element of which there is one stands once.
 *
 * ## Why
 * Which of two was meant nobody can tell; the schema allows one.
 *
 * ## Example
 * Two `remarks`.
 *
 * ## Fix
 * Keep one of them.
 *
 * ## Source
 * ownership-xml.md rule 17; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C105',
  name: 'repeated-element',
  severity: 'suspends',
  message: '{element} stands here more than once.',
  fix: 'Keep one of them.',
  source: 'ownership-xml.md rule 17; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'repeated-element',
})
