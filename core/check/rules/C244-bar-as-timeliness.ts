import { rule } from '../rule.ts'

/**
 * ## What it checks
 * The timeliness of a row is `E`, `L` or empty.
 *
 * ## Why
 * The schema's pattern `[E|L]{0,1}` takes the bar between the two letters for a third: it passes the schema and is no
 * code of the specification.
 *
 * ## Example
 * `<value>|</value>` in `transactionTimeliness`.
 *
 * ## Fix
 * Say whether the row is early, late or on time.
 *
 * ## Source
 * ownership-xml.md rules 19 and 34 to 36, section 5.4 (EDGAR Ownership XML Technical Specification 5.5, section
 * 4.3.8).
 */
export default rule({
  code: 'C244',
  name: 'bar-as-timeliness',
  severity: 'suspends',
  message: 'The timeliness is “|”, which is no code.',
  fix: 'Write E, L or nothing.',
  source:
    'ownership-xml.md rules 19 and 34 to 36, section 5.4 (EDGAR Ownership XML Technical Specification 5.5, section 4.3.8)',
  forms: ['4', '5'],
  of: 'transactions',
  check: ({ row }, report) => {
    if (row.timeliness.value === '|') report('transactionTimeliness')
  },
})
