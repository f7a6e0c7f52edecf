import { rule } from '../rule.ts'

/**
 * ## What it checks
 * No text is longer than its element allows; white space counts.
 *
 * ## Why
 * The schema counts characters, line breaks and blanks among them, and EDGAR cuts nothing: it suspends.
 *
 * ## Example
 * An officer title of 31 characters (30 are the most), a security title of 61.
 *
 * ## Fix
 * Shorten the text, or go on in a footnote.
 *
 * ## Source
 * ownership-xml.md rule 18 and section 2; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C120',
  name: 'text-too-long',
  severity: 'suspends',
  message: '{element} has {length} characters; {most} are the most.',
  fix: 'Shorten the text, or go on in a footnote.',
  source: 'ownership-xml.md rule 18 and section 2; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'text-too-long',
})
