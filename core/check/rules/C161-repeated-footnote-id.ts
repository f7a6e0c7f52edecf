import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Every footnote has an id of its own.
 *
 * ## Why
 * A reference would point to two texts.
 *
 * ## Example
 * Two footnotes `F1`.
 *
 * ## Fix
 * Give each footnote another id.
 *
 * ## Source
 * ownership-xml.md rule 46; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C161',
  name: 'repeated-footnote-id',
  severity: 'suspends',
  message: 'There is more than one footnote {id}.',
  fix: 'Give each footnote another id.',
  source: 'ownership-xml.md rule 46; EDGAR ownership XML schema files of specification 5.5',
  insteadOf: ['R158'],
  of: 'schema',
  fault: 'repeated-footnote-id',
})
