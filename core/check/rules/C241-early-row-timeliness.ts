import { rule } from '../rule.ts'

/**
 * ## What it checks
 * On a Form 4 a row of form type 5 has no timeliness, or `E`.
 *
 * ## Why
 * Such a row is early by definition; any other value suspends the filing. The schema allows `L` on every row.
 *
 * ## Example
 * Form type 5 with `L` on a Form 4.
 *
 * ## Fix
 * Leave `transactionTimeliness` empty.
 *
 * ## Source
 * ownership-xml.md rule 34 (EDGAR Ownership XML Technical Specification 5.5, section 4.3.8.2).
 */
export default rule({
  code: 'C241',
  name: 'early-row-timeliness',
  severity: 'suspends',
  message: 'An early row (form type 5 on a Form 4) has the timeliness {written}.',
  fix: 'Leave it empty or write E.',
  source: 'ownership-xml.md rule 34 (EDGAR Ownership XML Technical Specification 5.5, section 4.3.8.2)',
  forms: ['4'],
  of: 'transactions',
  check: ({ row }, report) => {
    const written = row.timeliness.value ?? ''
    if (row.coding.formType.value !== '5' || written === '' || written === 'E' || written === '|') return
    report('transactionTimeliness', { written })
  },
})
