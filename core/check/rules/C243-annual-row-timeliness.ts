import { rule } from '../rule.ts'

/**
 * ## What it checks
 * On a Form 5 a row has no timeliness, or `L`.
 *
 * ## Why
 * Nothing on a Form 5 is early; any other value suspends the filing. The schema allows `E` on every row.
 *
 * ## Example
 * `E` on a Form 5.
 *
 * ## Fix
 * Leave `transactionTimeliness` empty, or write `L` where the row is late.
 *
 * ## Source
 * ownership-xml.md rule 36 (EDGAR Ownership XML Technical Specification 5.5, section 4.3.8.3).
 */
export default rule({
  code: 'C243',
  name: 'annual-row-timeliness',
  severity: 'suspends',
  message: 'A row of a Form 5 has the timeliness {written}.',
  fix: 'Leave it empty (on time) or write L (late).',
  source: 'ownership-xml.md rule 36 (EDGAR Ownership XML Technical Specification 5.5, section 4.3.8.3)',
  forms: ['5'],
  of: 'transactions',
  check: ({ row }, report) => {
    const written = row.timeliness.value ?? ''
    if (written !== '' && written !== 'L' && written !== '|') report('transactionTimeliness', { written })
  },
})
