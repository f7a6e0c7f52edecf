import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An element for a flag is not there without a value.
 *
 * ## Why
 * An empty flag is none for the schema.
 *
 * ## Example
 * `<isOfficer></isOfficer>`.
 *
 * ## Fix
 * Write 0, or leave the element out where it may be absent.
 *
 * ## Source
 * ownership-xml.md rule 21; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C147',
  name: 'empty-flag',
  severity: 'suspends',
  message: 'The flag is empty.',
  fix: 'Write 0, or leave the element out where it may be absent.',
  source: 'ownership-xml.md rule 21; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'empty-flag',
})
