import { rule } from '../rule.ts'

/**
 * ## What it checks
 * On a Form 4 a row of form type 4 has no timeliness.
 *
 * ## Why
 * Such a row is on time by definition, so the specification says to give no value. EDGAR lets it through, and a reader
 * cannot tell what was meant: an early row that should have form type 5 (and `V`), or a late one.
 *
 * ## Example
 * Form type 4 with `E`.
 *
 * ## Fix
 * Leave it empty, or give form type 5 where the row is reported early of its own accord.
 *
 * ## Source
 * ownership-xml.md rule 35 (EDGAR Ownership XML Technical Specification 5.5, section 4.3.8.2; not enforced).
 */
export default rule({
  code: 'C242',
  name: 'on-time-row-timeliness',
  severity: 'doubt',
  message: 'A row of form type 4 on a Form 4 has the timeliness {written}.',
  fix: 'Leave it empty; a row reported early has form type 5.',
  source: 'ownership-xml.md rule 35 (EDGAR Ownership XML Technical Specification 5.5, section 4.3.8.2; not enforced)',
  forms: ['4'],
  of: 'transactions',
  check: ({ row }, report) => {
    const written = row.timeliness.value ?? ''
    if (row.coding.formType.value !== '4' || written === '' || written === '|') return
    report('transactionTimeliness', { written })
  },
})
