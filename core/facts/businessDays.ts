import { CalendarDate } from '../model/calendarDate.ts'
import { day, type Sourced } from './dated.ts'

/** A day on which the calendar's rules alone would be wrong, or are often taken for wrong. */
export interface SpecialDay extends Sourced {
  readonly date: CalendarDate
  readonly event: string
  /** Whether it counts as a business day for Section 16. */
  readonly isBusinessDay: boolean
  /** False where no source says so in words. */
  readonly verified: boolean
}

const special = (date: string, event: string, isBusinessDay: boolean, verified: boolean): SpecialDay => ({
  date: day(date),
  event,
  isBusinessDay,
  verified,
  source: 'section16-rules.md section 3.8',
})

const EXECUTIVE_ORDER = 'federal offices closed by executive order'

/** One-off closings and days of mourning, 2003 to 2026, and days mistaken for them. */
export const specialDays: readonly SpecialDay[] = [
  special('2003-12-26', EXECUTIVE_ORDER, false, false),
  special('2004-06-11', 'day of mourning, Ronald Reagan', false, true),
  special('2006-12-26', 'death of Gerald Ford; no closing', true, false),
  special('2007-01-02', 'day of mourning, Gerald Ford', false, false),
  special('2007-12-24', EXECUTIVE_ORDER, false, false),
  special('2008-12-26', EXECUTIVE_ORDER, false, true),
  special('2009-01-20', 'inauguration; a holiday around Washington only', true, true),
  special('2012-10-29', 'Hurricane Sandy; relief to the person, not in the calendar', true, true),
  special('2012-10-30', 'Hurricane Sandy; relief to the person, not in the calendar', true, true),
  special('2012-12-24', EXECUTIVE_ORDER, false, false),
  special('2014-12-26', EXECUTIVE_ORDER, false, false),
  special('2018-12-05', 'day of mourning, George H. W. Bush', false, true),
  special('2018-12-24', EXECUTIVE_ORDER, false, true),
  special('2019-12-24', EXECUTIVE_ORDER, false, true),
  special('2020-12-24', EXECUTIVE_ORDER, false, true),
  special('2024-12-24', EXECUTIVE_ORDER, false, false),
  special('2025-01-09', 'day of mourning, Jimmy Carter', false, true),
  special('2025-12-24', EXECUTIVE_ORDER, false, true),
  special('2025-12-26', EXECUTIVE_ORDER, false, true),
]

/** The years whose closings are known; in others only the federal holidays are. */
export const knownYears = { first: 2003, last: 2026, source: 'section16-rules.md section 3.8' } as const

const SPECIAL = new Map(specialDays.map((row) => [row.date.day, row.isBusinessDay]))

/**
 * Whether a day counts as a business day for Section 16: Monday to Friday, no federal holiday (5 U.S.C. 6103), no
 * one-off closing. Exchange holidays do not matter: Good Friday is one, Veterans Day is none. Outside `knownYears` a
 * closing may be missed. Source: section16-rules.md sections 3.6 to 3.8.
 */
export function isBusinessDay(date: CalendarDate): boolean {
  if (isWeekend(date.day)) return false
  return SPECIAL.get(date.day) ?? !isFederalHoliday(date)
}

/** The n-th business day after a day, which itself may be none. `n` of 0 gives the day itself. */
export function addBusinessDays(date: CalendarDate, n: number): CalendarDate {
  let current = date
  for (let left = n; left > 0; ) {
    current = new CalendarDate(current.day + 1)
    if (isBusinessDay(current)) left--
  }
  return current
}

/** The day itself where it is a business day, else the next one (Rule 0-3(a)). */
export function rollForward(date: CalendarDate): CalendarDate {
  return isBusinessDay(date) ? date : addBusinessDays(date, 1)
}

// Day 0, 1970-01-01, was a Thursday; 0 is Sunday here.
function weekday(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7
}

function isWeekend(dayNumber: number): boolean {
  const number = weekday(dayNumber)
  return number === 0 || number === 6
}

/** Days of fixed date, as month × 100 + day; kept on Friday before a Saturday, on Monday after a Sunday. */
const FIXED = new Set([101, 704, 1111, 1225])
const JUNETEENTH = 619
/** First observed on 2021-06-18. */
const JUNETEENTH_FROM = day('2021-06-18')

function isFederalHoliday(date: CalendarDate): boolean {
  return isFixedHoliday(date) || isMovableHoliday(date)
}

function isFixedHoliday(date: CalendarDate): boolean {
  const number = weekday(date.day)
  if (isFixedDate(date)) return true
  if (number === 5 && isFixedDate(new CalendarDate(date.day + 1))) return true
  return number === 1 && isFixedDate(new CalendarDate(date.day - 1))
}

function isFixedDate(date: CalendarDate): boolean {
  const key = date.month * 100 + date.dayOfMonth
  return FIXED.has(key) || (key === JUNETEENTH && date.day >= JUNETEENTH_FROM.day)
}

/** First and last day of the month on which the Monday holidays can fall, by month. */
const MONDAYS: Readonly<Record<number, readonly [number, number]>> = {
  1: [15, 21],
  2: [15, 21],
  5: [25, 31],
  9: [1, 7],
  10: [8, 14],
}

function isMovableHoliday(date: CalendarDate): boolean {
  const { month, dayOfMonth } = date
  const number = weekday(date.day)
  // Thanksgiving, the fourth Thursday of November.
  if (month === 11 && number === 4) return dayOfMonth >= 22 && dayOfMonth <= 28
  const window = MONDAYS[month]
  return window !== undefined && number === 1 && dayOfMonth >= window[0] && dayOfMonth <= window[1]
}
