import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A report has at most ten signatures.
 *
 * ## Why
 * The schema allows no more. Signatures are not tied to owners: one person may sign for several.
 *
 * ## Example
 * Eleven `ownerSignature` elements.
 *
 * ## Fix
 * Keep ten, or divide the owners over two filings.
 *
 * ## Source
 * ownership-xml.md rule 17 and section 6; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C108',
  name: 'too-many-signatures',
  severity: 'suspends',
  message: 'There are {count} signatures; {most} are the most.',
  fix: 'Keep ten, or divide the owners over two filings.',
  source: 'ownership-xml.md rule 17 and section 6; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'too-many-signatures',
})
