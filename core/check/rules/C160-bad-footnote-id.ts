import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The id of a footnote, and of a reference to one, is `F1` to `F99`.
 *
 * ## Why
 * The schema takes a capital F and a number without zeros in front.
 *
 * ## Example
 * `F01`, `f1`, `F100`.
 *
 * ## Fix
 * Number the footnotes F1 to F99.
 *
 * ## Source
 * ownership-xml.md rule 45; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C160',
  name: 'bad-footnote-id',
  severity: 'suspends',
  message: '{id} is no footnote id.',
  fix: 'Number the footnotes F1 to F99.',
  source: 'ownership-xml.md rule 45; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'bad-footnote-id',
})
