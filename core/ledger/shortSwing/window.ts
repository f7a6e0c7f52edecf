import { CalendarDate } from '../../model/calendarDate.ts'

/**
 * What the six-month anniversary is where the month has no such day (31 August, six months on). No authority is known.
 * `nextMonthFirst`: the 1st of the month after, the wider window. `clamp`: the month's last day, one day narrower.
 * Source: section16-rules.md 4.1.
 */
export type MonthEndRule = 'nextMonthFirst' | 'clamp'

/** The cautious side, taken where nobody chooses. */
export const DEFAULT_MONTH_END: MonthEndRule = 'nextMonthFirst'

/** The Gregorian calendar repeats itself after so many years and days. */
const CYCLE_YEARS = 400
const CYCLE_DAYS = 146_097

/**
 * The last day on which an opposite trade is still within a period of less than six months that begins with the trade
 * of `first`: the second day before the anniversary, as days are not split and the first trade's day is the first of
 * the period. Later for a later day, or the same. Source: Stella v. Graham-Paige (S.D.N.Y. 1955); Colonial Realty v.
 * MacWilliams, 381 F. Supp. 26 (S.D.N.Y. 1974); section16-rules.md 4.1.
 */
export function lastMatchableDay(first: CalendarDate, monthEnd: MonthEndRule = DEFAULT_MONTH_END): CalendarDate {
  return new CalendarDate(sixMonthsAfter(first, monthEnd) - 2)
}

/** Whether two trades, in whichever order, are within a period of less than six months. A same-day pair is. */
export function isWithinSixMonths(one: CalendarDate, other: CalendarDate, monthEnd?: MonthEndRule): boolean {
  const [earlier, later] = one.day <= other.day ? [one, other] : [other, one]
  return later.day <= lastMatchableDay(earlier, monthEnd).day
}

/**
 * Whether a trade lies in the six months up to a later day: a period a day longer than one of less than six. Looked back
 * to under Rules 16a-2(a) and 16a-6. Source: section16-rules.md R1.5.2, 2.4, 4.1.
 */
export function isInSixMonthsBefore(earlier: CalendarDate, later: CalendarDate): boolean {
  return earlier.day <= later.day && later.day <= lastMatchableDay(earlier).day + 1
}

/** The day of the anniversary, counted from 1970-01-01. */
function sixMonthsAfter(first: CalendarDate, monthEnd: MonthEndRule): number {
  const { year, month, dayOfMonth } = first.parts
  const isNextYear = month > 6
  const inMonth = isNextYear ? month - 6 : month + 6
  const inYear = isNextYear ? year + 1 : year
  const found = dayIn(inYear, inMonth, dayOfMonth)
  if (found !== undefined) return found
  // February to September: no December, so the month after is of the same year.
  const nextFirst = dayIn(inYear, inMonth + 1, 1)!
  return monthEnd === 'clamp' ? nextFirst - 1 : nextFirst
}

/** As `CalendarDate.of`, beyond the year 9999 too. */
function dayIn(year: number, month: number, dayOfMonth: number): number | undefined {
  const date = CalendarDate.of(year > 9999 ? year - CYCLE_YEARS : year, month, dayOfMonth)
  return date && date.day + (year > 9999 ? CYCLE_DAYS : 0)
}
