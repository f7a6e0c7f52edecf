import { rule } from '../rule.ts'

/**
 * ## What it checks
 * No element is in a namespace.
 *
 * ## Why
 * The schema has none, so an element in one is to EDGAR another element.
 *
 * ## Example
 * `<ownershipDocument xmlns="urn:example:ownership">`.
 *
 * ## Fix
 * Take the declaration out.
 *
 * ## Source
 * ownership-xml.md rule 17 and section 1; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C112',
  name: 'namespace',
  severity: 'suspends',
  message: 'The document declares the namespace {namespace}; the schema has none.',
  fix: 'Take the declaration out.',
  source: 'ownership-xml.md rule 17 and section 1; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'namespace',
})
