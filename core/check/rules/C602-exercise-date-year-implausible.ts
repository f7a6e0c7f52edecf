import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A date exercisable more than forty years before or after the day of the filing.
 *
 * ## Why
 * A year typed wrong (2204 for 2024) makes an option look as if it could never be exercised.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * Date exercisable 2204-03-04 on a grant of 2024.
 *
 * ## Fix
 * Compare the year with the grant; where the date is told in a footnote, leave the value out.
 *
 * ## Source
 * Form 4, Table II, column 6; ownership-xml.md section 7.6.
 */
export default rule({
  code: 'C602',
  name: 'exercise-date-year-implausible',
  severity: 'doubt',
  message: 'The exercise date {date} lies {years} years from the filing.',
  fix: 'Compare the year with the grant; where the date is told in a footnote, leave the value out.',
  source: 'Form 4, Table II, column 6; ownership-xml.md section 7.6',
  of: 'rows',
  check: ({ row }, report, { rulesOf }) => {
    const date = row.exerciseDate.value
    if (!date || !rulesOf) return
    const years = Math.abs(date.year - rulesOf.year)
    if (years > 40) report('exerciseDate', { date: String(date), years })
  },
})
