import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An option or warrant whose exercise date is its expiration date. Units that are settled on one day have both by
 * nature and are let be.
 *
 * ## Why
 * An option that lives one day is rare; one date copied into both boxes is not.
 *
 * Fires on 0.03 % of 14,041 accepted filings.
 *
 * ## Example
 * Stock option, date exercisable 2034-03-04, expiration date 2034-03-04.
 *
 * ## Fix
 * Compare both dates with the grant.
 *
 * ## Source
 * Form 4, Table II, column 6; section16-rules.md 7.4.
 */
export default rule({
  code: 'C606',
  name: 'expires-when-exercisable',
  severity: 'note',
  message: 'The option becomes exercisable and expires on the same day, {date}.',
  fix: 'Compare both dates with the grant.',
  source: 'Form 4, Table II, column 6; section16-rules.md 7.4',
  of: 'rows',
  check: ({ row }, report) => {
    const { exerciseDate, expirationDate, securityTitle } = row
    if (!exerciseDate.value || !expirationDate.value?.equals(exerciseDate.value)) return
    // 1988-08-08 in both boxes is another rule's.
    if (!/option|warrant|right to buy/i.test(securityTitle.value ?? '') || exerciseDate.value.year === 1988) return
    report('expirationDate', { date: String(exerciseDate.value) })
  },
})
