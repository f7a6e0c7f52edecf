import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A transaction code is one of the eighteen letters of the list.
 *
 * ## Why
 * `K` and `V` are printed on the form but never coded: an equity swap and a voluntary early report have elements of
 * their own.
 *
 * ## Example
 * `K` for an equity swap.
 *
 * ## Fix
 * Give a code of General Instruction 8; set `equitySwapInvolved` for a swap.
 *
 * ## Source
 * ownership-xml.md rule 19 and section 5.3; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C131',
  name: 'unknown-transaction-code',
  severity: 'suspends',
  message: '“{value}” is no transaction code.',
  fix: 'Give a code of General Instruction 8; set `equitySwapInvolved` for a swap.',
  source: 'ownership-xml.md rule 19 and section 5.3; EDGAR ownership XML schema files of specification 5.5',
  of: 'schema',
  fault: 'unknown-transaction-code',
})
