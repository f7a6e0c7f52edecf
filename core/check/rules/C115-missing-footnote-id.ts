import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Every footnote has an `id`, every `footnoteId` too.
 *
 * ## Why
 * Without it nobody can tell which footnote belongs to which field.
 *
 * ## Example
 * `<footnoteId/>`.
 *
 * ## Fix
 * Give the id, `F1` to `F99`.
 *
 * ## Source
 * ownership-xml.md rule 45; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C115',
  name: 'missing-footnote-id',
  severity: 'suspends',
  message: 'A footnote, or a reference to one, has no id.',
  fix: 'Give the id, `F1` to `F99`.',
  source: 'ownership-xml.md rule 45; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'missing-footnote-id',
})
