import { CalendarDate } from '../model/calendarDate.ts'

/** Daylight saving time in the United States, by the first year in which the rule held. Months 1 to 12. */
const DAYLIGHT_RULES = [
  { fromYear: 2007, begins: { month: 3, sunday: 2 }, ends: { month: 11, sunday: 1 } },
  { fromYear: 1987, begins: { month: 4, sunday: 1 }, ends: { month: 10, sunday: 'last' } },
] as const

/**
 * The offset from UTC of Eastern time, in which EDGAR stamps: `-05:00`, or `-04:00` in daylight saving time. The clock
 * changes at 02:00; in the hour that occurs twice daylight saving time is taken. `time` is `HH:MM:SS`. `undefined`
 * before 1987, for which no rule is kept (EDGAR is younger).
 * Source: Uniform Time Act, 15 U.S.C. 260a, as amended by Pub. L. 99-359 (1986) and Pub. L. 109-58 section 110 (2005).
 */
export function easternOffset(date: CalendarDate, time = '12:00:00'): '-05:00' | '-04:00' | undefined {
  const rule = DAYLIGHT_RULES.find(({ fromYear }) => date.year >= fromYear)
  if (!rule) return undefined
  const begins = sundayOf(date.year, rule.begins.month, rule.begins.sunday).day
  const ends = sundayOf(date.year, rule.ends.month, rule.ends.sunday).day
  const hasBegun = date.day > begins || (date.day === begins && time >= '02')
  const hasEnded = date.day > ends || (date.day === ends && time >= '02')
  return hasBegun && !hasEnded ? '-04:00' : '-05:00'
}

function sundayOf(year: number, month: number, which: number | 'last'): CalendarDate {
  const first = CalendarDate.of(year, month, 1) as CalendarDate
  // Day 0, 1970-01-01, was a Thursday: day 3 a Sunday.
  const firstSunday = first.day + ((((3 - first.day) % 7) + 7) % 7)
  if (which !== 'last') return new CalendarDate(firstSunday + 7 * (which - 1))
  const fifth = new CalendarDate(firstSunday + 28)
  return fifth.month === month ? fifth : new CalendarDate(firstSunday + 21)
}
