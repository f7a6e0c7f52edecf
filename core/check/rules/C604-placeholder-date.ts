import { day } from '../../facts/dated.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import type { Reported } from '../../model/reported.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A date exercisable or expiration date of 1988-08-08.
 *
 * ## Why
 * When the form still wanted a date in every box, 08/08/1988 was typed where there was none. It is no date.
 *
 * Fires on none of 14,041 accepted filings.
 *
 * ## Example
 * Date exercisable 1988-08-08 with a footnote that tells the vesting.
 *
 * ## Fix
 * Leave the value out and let the footnote speak.
 *
 * ## Source
 * ownership-xml.md section 5.1 (a footnote may replace the date).
 */
export default rule({
  code: 'C604',
  name: 'placeholder-date',
  severity: 'note',
  message: 'The {element} {date} is the date that EDGAR filers once typed for *see the footnote*.',
  fix: 'Leave the value out and let the footnote speak.',
  source: 'ownership-xml.md section 5.1 (a footnote may replace the date)',
  of: 'rows',
  check: ({ row }, report) => {
    if (isPlaceholder(row.exerciseDate)) report('exerciseDate', { element: 'exerciseDate', date: WRITTEN })
    if (isPlaceholder(row.expirationDate)) report('expirationDate', { element: 'expirationDate', date: WRITTEN })
  },
})

const PLACEHOLDER = day('1988-08-08')
const WRITTEN = String(PLACEHOLDER)

function isPlaceholder({ value }: Reported<CalendarDate>): boolean {
  return value?.day === PLACEHOLDER.day
}
