import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Elements stand in the order of the schema. Only the lines of a table may come in any order.
 *
 * ## Why
 * The schema is a sequence throughout; EDGAR suspends a filing that departs from it.
 *
 * ## Example
 * `periodOfReport` before `documentType`.
 *
 * ## Fix
 * Put the element where the schema has it.
 *
 * ## Source
 * ownership-xml.md rule 17 and section 1; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C104',
  name: 'element-out-of-order',
  severity: 'suspends',
  message: '{element} stands after an element that follows it in the schema.',
  fix: 'Put the element where the schema has it.',
  source: 'ownership-xml.md rule 17 and section 1; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'element-out-of-order',
})
