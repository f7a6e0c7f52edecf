import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A flag is `0`, `1`, `true` or `false`, in small letters.
 *
 * ## Why
 * The schema’s type takes no other word.
 *
 * ## Example
 * `TRUE`, `Y`, `X`.
 *
 * ## Fix
 * Write 1 or 0.
 *
 * ## Source
 * ownership-xml.md section 2 (BOOL); EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C146',
  name: 'not-a-flag',
  severity: 'suspends',
  message: '“{value}” is neither yes nor no: a flag is 0, 1, true or false.',
  fix: 'Write 1 or 0.',
  source: 'ownership-xml.md section 2 (BOOL); EDGAR ownership XML schema files of specification 5.5',
  insteadOf: ['R153'],
  of: 'schema',
  fault: 'not-a-flag',
})
