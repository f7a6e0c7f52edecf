import { rule } from '../rule.ts'

/**
 * ## What it checks
 * No element has an attribute, but for the `id` of footnotes and of references to them.
 *
 * ## Why
 * The schema has no other attribute; what a program writes there for itself makes EDGAR refuse the filing.
 *
 * ## Example
 * `<transactionDate format="iso">`.
 *
 * ## Fix
 * Take the attribute out.
 *
 * ## Source
 * ownership-xml.md rule 17 and section 1; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C111',
  name: 'unexpected-attribute',
  severity: 'suspends',
  message: '{element} has an attribute {attribute}, which the schema does not know.',
  fix: 'Take the attribute out.',
  source: 'ownership-xml.md rule 17 and section 1; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'unexpected-attribute',
})
