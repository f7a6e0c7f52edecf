import { rule } from '../rule.ts'

/**
 * ## What it checks
 * Timeliness is `E` for early, `L` for late, or nothing.
 *
 * ## Why
 * The schema allows no other letter.
 *
 * ## Example
 * `O` for on time.
 *
 * ## Fix
 * Leave it empty for on time.
 *
 * ## Source
 * ownership-xml.md rule 19 and section 5.4; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C133',
  name: 'unknown-timeliness',
  severity: 'suspends',
  message: '“{value}” is no timeliness.',
  fix: 'Leave it empty for on time.',
  source: 'ownership-xml.md rule 19 and section 5.4; EDGAR ownership XML schema files of specification 5.5',
  insteadOf: ['C242'],
  of: 'schema',
  fault: 'unknown-timeliness',
})
