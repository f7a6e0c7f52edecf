import { rule } from '../rule.ts'

/**
 * ## What it checks
 * No amount is negative.
 *
 * ## Why
 * A disposal is marked `D`; its number stays positive.
 *
 * ## Example
 * `-1500` shares.
 *
 * ## Fix
 * Give the amount without its sign and mark the transaction D.
 *
 * ## Source
 * ownership-xml.md section 2 (DEC); EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C144',
  name: 'negative-amount',
  severity: 'suspends',
  message: '“{value}” is less than zero.',
  fix: 'Give the amount without its sign and mark the transaction D.',
  source: 'ownership-xml.md section 2 (DEC); EDGAR ownership XML schema files of specification 5.5',
  insteadOf: ['C210'],
  of: 'schema',
  fault: 'negative-amount',
})
