import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An amount is given as a number of securities or as a value in dollars, not as both.
 *
 * ## Why
 * The schema makes them a choice, in what was traded, in what underlies, and in what is owned afterwards.
 *
 * ## Example
 * `sharesOwnedFollowingTransaction` beside `valueOwnedFollowingTransaction`.
 *
 * ## Fix
 * Keep the one that is meant.
 *
 * ## Source
 * ownership-xml.md rules 39 and 44; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C152',
  name: 'both-amounts',
  severity: 'suspends',
  message: 'The amount is given twice, as a number and as a value; one of them is allowed.',
  fix: 'Keep the one that is meant.',
  source: 'ownership-xml.md rules 39 and 44; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'both-amounts',
})
