import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A postal code has digits, Latin letters, blanks, `#` and `-` only.
 *
 * ## Why
 * The schema allows no others.
 *
 * ## Example
 * `55802+1234`.
 *
 * ## Fix
 * Leave the other characters out.
 *
 * ## Source
 * ownership-xml.md section 4.1; EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C123',
  name: 'bad-zip-code',
  severity: 'suspends',
  message: '“{value}” has other characters than digits, letters, blanks, # and -.',
  fix: 'Leave the other characters out.',
  source: 'ownership-xml.md section 4.1; EDGAR ownership XML schema files of specification 5.5',
  insteadOf: ['C704'],
  of: 'schema',
  fault: 'bad-zip-code',
})
