import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Footnotes are named only on fields that take them.
 *
 * ## Why
 * The code A or D of a derivative transaction takes none, nor does the timeliness on a Form 5, nor anything outside
 * the tables.
 *
 * ## Example
 * A `footnoteId` on `transactionAcquiredDisposedCode` in Table II.
 *
 * ## Fix
 * Name the footnote on another field of the line, or use the remarks.
 *
 * ## Source
 * ownership-xml.md section 5.2; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C154',
  name: 'footnote-not-allowed',
  severity: 'suspends',
  message: 'A footnote is named where none may be.',
  fix: 'Name the footnote on another field of the line, or use the remarks.',
  source: 'ownership-xml.md section 5.2; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'footnote-not-allowed',
})
