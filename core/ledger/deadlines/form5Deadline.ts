import { type Calendar, edgarCalendar } from '../../facts/calendar.ts'
import { fortyFifthDayAfter } from '../../facts/deadlines.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import { type Deadline, deadlineOf, deadlineStep } from './deadline.ts'
import { rolledFrom } from './rolled.ts'

/**
 * By when the Form 5 for a fiscal year of the issuer is to be filed: the 45th day after its end. Whoever left during the
 * year owes it all the same. Source: section16-rules.md 3.3.
 */
export function form5Deadline(fiscalYearEnd: CalendarDate, calendar: Calendar = edgarCalendar): Deadline {
  const day = fortyFifthDayAfter(fiscalYearEnd)
  const step = deadlineStep('form5.fortyFiveDays', { start: fiscalYearEnd, day })
  return deadlineOf('5', fiscalYearEnd, (assumed) => rolledFrom(day, assumed, [step]), calendar)
}
