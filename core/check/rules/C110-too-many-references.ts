import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A field names at most 99 footnotes; where a footnote may stand in place of a value, the value counts as one of them.
 *
 * ## Why
 * The schema allows no more.
 *
 * ## Example
 * A security title with 100 `footnoteId` elements.
 *
 * ## Fix
 * Name fewer footnotes.
 *
 * ## Source
 * ownership-xml.md section 6; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C110',
  name: 'too-many-references',
  severity: 'suspends',
  message: 'The field names {count} footnotes; {most} are the most.',
  fix: 'Name fewer footnotes.',
  source: 'ownership-xml.md section 6; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'too-many-references',
})
