import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The value of an amount is not empty.
 *
 * ## Why
 * An empty number is none for the schema. Nothing paid is `0`; where a footnote may explain, the `value` is left out.
 *
 * ## Example
 * `<value></value>` as price.
 *
 * ## Fix
 * Give the number, 0 for nothing paid; or leave the value out and name a footnote.
 *
 * ## Source
 * ownership-xml.md rule 21; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C145',
  name: 'empty-amount',
  severity: 'suspends',
  message: 'The amount is empty.',
  fix: 'Give the number, 0 for nothing paid; or leave the value out and name a footnote.',
  source: 'ownership-xml.md rule 21; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'empty-amount',
})
