import { rule } from '../rule.ts'

/**
 * ## What it checks
 * What was traded in a derivative, and what is owned afterwards, is given as a number or as a value in dollars.
 *
 * ## Why
 * The schema wants one of them, and wants it stated, not explained.
 *
 * ## Example
 * An empty `postTransactionAmounts`.
 *
 * ## Fix
 * Give the number of securities, or their value.
 *
 * ## Source
 * ownership-xml.md rule 44; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C153',
  name: 'neither-amount',
  severity: 'suspends',
  message: 'The amount is given neither as a number nor as a value.',
  fix: 'Give the number of securities, or their value.',
  source: 'ownership-xml.md rule 44; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'neither-amount',
})
