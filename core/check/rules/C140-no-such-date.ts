import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A date is a day of the calendar, written `YYYY-MM-DD`.
 *
 * ## Why
 * The schema’s type takes no other spelling and no day that does not exist.
 *
 * ## Example
 * `2026-02-30`, `05/04/2026`.
 *
 * ## Fix
 * Write the day as YYYY-MM-DD.
 *
 * ## Source
 * ownership-xml.md section 2 (DATE); EDGAR ownership XML schema files of specification 5.5.
 */
export default rule({
  code: 'C140',
  name: 'no-such-date',
  severity: 'suspends',
  message: '“{value}” is no date.',
  fix: 'Write the day as YYYY-MM-DD.',
  source: 'ownership-xml.md section 2 (DATE); EDGAR ownership XML schema files of specification 5.5',
  insteadOf: ['C611', 'R151'],
  of: 'schema',
  fault: 'no-such-date',
})
