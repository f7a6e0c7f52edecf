import { rule } from '../rule.ts'

/**
 * ## What it checks
 * No element stands where the schema has none of its name.
 *
 * ## Why
 * EDGAR takes the elements of its schema and no others; a CUSIP, for one, has no element.
 *
 * ## Example
 * `issuerCusip` in `issuer`.
 *
 * ## Fix
 * Take the element out; what it says can go into a footnote or the remarks.
 *
 * ## Source
 * ownership-xml.md rule 17; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C102',
  name: 'unknown-element',
  severity: 'suspends',
  message: 'There is no element {element} here.',
  fix: 'Take the element out; what it says can go into a footnote or the remarks.',
  source: 'ownership-xml.md rule 17; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'unknown-element',
})
