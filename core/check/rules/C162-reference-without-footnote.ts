import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Every footnote that a field names is there.
 *
 * ## Why
 * The reader is sent to a text that does not exist.
 *
 * ## Example
 * A price with footnote `F3`, and two footnotes in all.
 *
 * ## Fix
 * Add the footnote, or take the reference out.
 *
 * ## Source
 * ownership-xml.md rule 48; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C162',
  name: 'reference-without-footnote',
  severity: 'suspends',
  message: 'There is no footnote {id}.',
  fix: 'Add the footnote, or take the reference out.',
  source: 'ownership-xml.md rule 48; EDGAR ownership XML schema files of specification 5.5',
  insteadOf: ['R156'],
  of: 'schema',
  fault: 'reference-without-footnote',
})
