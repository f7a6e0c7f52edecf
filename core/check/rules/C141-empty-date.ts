import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An element for a date is not there without one.
 *
 * ## Why
 * An empty date is none for the schema. Where there is none, the whole element (or its `value`) stays away.
 *
 * ## Example
 * `<deemedExecutionDate><value></value></deemedExecutionDate>`.
 *
 * ## Fix
 * Leave the value out, or give the date.
 *
 * ## Source
 * ownership-xml.md rule 21; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C141',
  name: 'empty-date',
  severity: 'suspends',
  message: 'The date is empty.',
  fix: 'Leave the value out, or give the date.',
  source: 'ownership-xml.md rule 21; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'empty-date',
})
