import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A grant (code A) of an option in Table II whose date exercisable lies more than a week before the grant, without a
 * footnote on that date.
 *
 * ## Why
 * What is granted cannot have been exercisable before: a year was typed wrong.
 *
 * Fires on 0.01 % of 14,041 accepted filings.
 *
 * ## Example
 * Granted 2024-03-04, exercisable 2023-03-04.
 *
 * ## Fix
 * Compare both dates with the grant.
 *
 * ## Source
 * Form 4, Table II, columns 3 and 6; section16-rules.md 7.4.
 */
export default rule({
  code: 'C656',
  name: 'exercise-date-before-grant',
  severity: 'doubt',
  message: 'Granted on {date}, but exercisable since {exercise}, {days} days before.',
  fix: 'Compare both dates with the grant.',
  source: 'Form 4, Table II, columns 3 and 6; section16-rules.md 7.4',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'II',
  codes: 'A',
  check: ({ row }, report) => {
    const date = row.transactionDate.value
    const exercise = row.exerciseDate.value
    if (!date || !exercise || row.exerciseDate.footnotes.length > 0) return
    const days = date.day - exercise.day
    if (days <= 7 || !/option|right to buy|\bsar\b/i.test(row.securityTitle.value ?? '') || exercise.year === 1988)
      return
    report('exerciseDate', { date: String(date), exercise: String(exercise), days })
  },
})
