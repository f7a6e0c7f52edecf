import { CalendarDate } from '../model/calendarDate.ts'
import { type Calendar, calendarDay, edgarCalendar } from './calendar.ts'

/**
 * Whether a day counts as a business day for Section 16: Monday to Friday, no federal holiday (5 U.S.C. 6103), no
 * one-off closing. Exchange holidays do not matter: Good Friday is one, Veterans Day is none. How sure that is,
 * `calendarDay` says. Source: section16-rules.md sections 3.6 to 3.8.
 */
export function isBusinessDay(date: CalendarDate, calendar: Calendar = edgarCalendar): boolean {
  return calendarDay(date, calendar).isBusinessDay
}

/** The n-th business day after a day, which itself may be none. `n` of 0 gives the day itself. */
export function addBusinessDays(date: CalendarDate, n: number, calendar: Calendar = edgarCalendar): CalendarDate {
  let current = date
  for (let left = n; left > 0; ) {
    current = new CalendarDate(current.day + 1)
    if (isBusinessDay(current, calendar)) left--
  }
  return current
}

/** The day itself where it is a business day, else the next one (Rule 0-3(a)). */
export function rollForward(date: CalendarDate, calendar: Calendar = edgarCalendar): CalendarDate {
  return isBusinessDay(date, calendar) ? date : addBusinessDays(date, 1, calendar)
}

/** How many business days lie after a day, up to and with another; 0 where that is not later. */
export function businessDaysBetween(
  after: CalendarDate,
  until: CalendarDate,
  calendar: Calendar = edgarCalendar,
): number {
  let count = 0
  for (let day = after.day + 1; day <= until.day; day++) if (isBusinessDay(new CalendarDate(day), calendar)) count++
  return count
}
