import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A report has at most 99 footnotes.
 *
 * ## Why
 * Their ids run from F1 to F99, and the schema allows no more.
 *
 * ## Example
 * A hundredth `footnote`.
 *
 * ## Fix
 * Join footnotes, or go on in the remarks.
 *
 * ## Source
 * ownership-xml.md section 6; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C109',
  name: 'too-many-footnotes',
  severity: 'suspends',
  message: 'There are {count} footnotes; {most} are the most.',
  fix: 'Join footnotes, or go on in the remarks.',
  source: 'ownership-xml.md section 6; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'too-many-footnotes',
})
