import { CalendarDate } from '../model/calendarDate.ts'
import { addBusinessDays, rollForward } from './businessDays.ts'
import { type Calendar, edgarCalendar } from './calendar.ts'
import { day } from './dated.ts'
import { LISTED } from './specialDays.ts'

/** Executed from here on: Form 4 in two business days. Source: Sarbanes-Oxley Act section 403; section16-rules.md 0. */
export const TWO_DAY_FROM = day('2002-08-29')

/** Gifts given from here on: Form 4 in two business days. Source: Release 33-11138; section16-rules.md 0. */
export const GIFT_ON_FORM_4_FROM = day('2023-02-27')

/** Until here the forms had not yet followed, and notes of the time differ. Source: section16-rules.md 2.2 note 10. */
export const GIFT_TRANSITION_UNTIL = day('2023-04-01')

/** Insiders of foreign private issuers file from here on. Source: Release 34-104903; section16-rules.md 1.3. */
export const FOREIGN_INSIDERS_FROM = day('2026-03-18')

/** The day the law for them was enacted. Source: section16-rules.md R1.3.3. */
export const FOREIGN_INSIDERS_ENACTED = day('2025-12-18')

/** Within this many business days a transaction is reported. Source: Exchange Act 16(a)(2)(C); Rule 16a-3(g)(1). */
export const FORM_4_BUSINESS_DAYS = 2

/** A trade is deemed executed this many business days after it at the latest. Source: Rule 16a-3(g)(2), (3). */
export const DEEMED_BUSINESS_DAYS = 3

/** The last of the days for a Form 3, that of the event not counted. Source: Exchange Act 16(a)(2)(B). */
export function tenthDayAfter(event: CalendarDate): CalendarDate {
  return new CalendarDate(event.day + 10)
}

/** The last of the days for a Form 5. Source: Rule 16a-3(f)(1). */
export function fortyFifthDayAfter(fiscalYearEnd: CalendarDate): CalendarDate {
  return new CalendarDate(fiscalYearEnd.day + 45)
}

/**
 * The last day for a transaction's Form 4. With a deemed execution date the clock starts there, at most three business
 * days after the trade. Source: Rule 16a-3(g); section16-rules.md 3.1, 3.4 and 3.5.
 */
export function strictForm4Due(
  executed: CalendarDate,
  deemed?: CalendarDate,
  calendar: Calendar = edgarCalendar,
): CalendarDate {
  if (executed.day < TWO_DAY_FROM.day) return rollForward(tenthOfNextMonth(executed), calendar)
  return addBusinessDays(deemedExecution(executed, deemed, calendar), FORM_4_BUSINESS_DAYS, calendar)
}

/** What was due before there were two business days. Source: section16-rules.md section 3.5 [V:DOC10]. */
export function tenthOfNextMonth({ year, month }: CalendarDate): CalendarDate {
  return CalendarDate.of(month === 12 ? year + 1 : year, (month % 12) + 1, 10) as CalendarDate
}

/**
 * The day on which the clock starts where the person was told later than the trade: never before the trade, never after
 * `deemedLimit`. Without a notice the trade. Source: section16-rules.md 3.4.
 */
export function deemedExecution(
  executed: CalendarDate,
  notified: CalendarDate | undefined,
  calendar: Calendar = edgarCalendar,
): CalendarDate {
  if (!notified || notified.day <= executed.day) return executed
  const limit = deemedLimit(executed, calendar)
  return notified.day < limit.day ? notified : limit
}

/** The latest deemed execution date: the third business day after the trade. Source: section16-rules.md 3.4. */
export function deemedLimit(executed: CalendarDate, calendar: Calendar = edgarCalendar): CalendarDate {
  return addBusinessDays(executed, DEEMED_BUSINESS_DAYS, calendar)
}

/** The last day for a Form 3 of somebody who became an insider: the tenth day. Source: section16-rules.md 3.2. */
export function strictForm3Due(event: CalendarDate, calendar: Calendar = edgarCalendar): CalendarDate {
  return rollForward(tenthDayAfter(event), calendar)
}

/** The last day for a Form 5: the 45th after the issuer's fiscal year. Source: section16-rules.md 3.3. */
export function strictForm5Due(fiscalYearEnd: CalendarDate, calendar: Calendar = edgarCalendar): CalendarDate {
  return rollForward(fortyFifthDayAfter(fiscalYearEnd), calendar)
}

/** `strictForm4Due`, a day more where closings may be missing from the calendar. */
export function form4Due(executed: CalendarDate, deemed?: CalendarDate): CalendarDate {
  return lenient(strictForm4Due(executed, deemed))
}

/** `strictForm3Due`, a day more where closings may be missing from the calendar. */
export function form3Due(event: CalendarDate): CalendarDate {
  return lenient(strictForm3Due(event))
}

/** `strictForm5Due`, a day more where closings may be missing from the calendar. */
export function form5Due(fiscalYearEnd: CalendarDate): CalendarDate {
  return lenient(strictForm5Due(fiscalYearEnd))
}

/** Where a year's closings are not known, one more day, so that nobody is called late for want of a calendar. */
function lenient(due: CalendarDate): CalendarDate {
  return due.year < LISTED.first.year || due.year > LISTED.last.year ? addBusinessDays(due, 1) : due
}
