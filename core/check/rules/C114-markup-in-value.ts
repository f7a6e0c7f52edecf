import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A value, and the text of a footnote, has no element in it.
 *
 * ## Why
 * EDGAR shows footnotes as plain text; bold or italics written as elements suspend the filing.
 *
 * ## Example
 * A `<b>` in a footnote.
 *
 * ## Fix
 * Take the tags out; write `<` as `&lt;` where the sign itself is meant.
 *
 * ## Source
 * ownership-xml.md rules 16 and 17, section 5.2; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C114',
  name: 'markup-in-value',
  severity: 'suspends',
  message: 'There is an element inside the text of {element}.',
  fix: 'Take the tags out; write `<` as `&lt;` where the sign itself is meant.',
  source: 'ownership-xml.md rules 16 and 17, section 5.2; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'markup-in-value',
})
