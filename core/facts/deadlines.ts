import { CalendarDate } from '../model/calendarDate.ts'
import { addBusinessDays, knownYears, rollForward } from './businessDays.ts'
import { day } from './dated.ts'

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

/**
 * The last day for a transaction's Form 4. With a deemed execution date the clock starts there, at most three business
 * days after the trade. Source: Rule 16a-3(g); section16-rules.md 3.1 and 3.4.
 */
export function form4Due(executed: CalendarDate, deemed?: CalendarDate): CalendarDate {
  return lenient(addBusinessDays(clockStart(executed, deemed), 2))
}

function clockStart(executed: CalendarDate, deemed: CalendarDate | undefined): CalendarDate {
  if (!deemed || deemed.day <= executed.day) return executed
  const cap = deemedLimit(executed)
  return deemed.day < cap.day ? deemed : cap
}

/** The latest deemed execution date: the third business day after the trade. Source: section16-rules.md 3.4. */
export function deemedLimit(executed: CalendarDate): CalendarDate {
  return addBusinessDays(executed, 3)
}

/** The last day for a Form 3 of somebody who became an insider: the tenth day. Source: section16-rules.md 3.2. */
export function form3Due(event: CalendarDate): CalendarDate {
  return lenient(rollForward(new CalendarDate(event.day + 10)))
}

/** The last day for a Form 5: the 45th after the issuer's fiscal year. Source: section16-rules.md 3.3. */
export function form5Due(fiscalYearEnd: CalendarDate): CalendarDate {
  return lenient(rollForward(new CalendarDate(fiscalYearEnd.day + 45)))
}

/** Where a year's closings are not known, one more day, so that nobody is called late for want of a calendar. */
function lenient(due: CalendarDate): CalendarDate {
  return due.year < knownYears.first || due.year > knownYears.last ? addBusinessDays(due, 1) : due
}
