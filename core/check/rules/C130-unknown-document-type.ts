import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The document type is 3, 3/A, 4, 4/A, 5 or 5/A.
 *
 * ## Why
 * It decides which schema the document is held against; without it nothing else can be judged.
 *
 * ## Example
 * `4/a`.
 *
 * ## Fix
 * Give one of the six types.
 *
 * ## Source
 * ownership-xml.md section 4; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C130',
  name: 'unknown-document-type',
  severity: 'suspends',
  message: '“{value}” is no type of ownership document.',
  fix: 'Give one of the six types.',
  source: 'ownership-xml.md section 4; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'unknown-document-type',
})
