import { CalendarDate } from '../../model/calendarDate.ts'
import { partOf, WHOLE } from './parts.ts'
import type { DayOfYear, VestingItem } from './vestingItem.ts'
import { type Day, monthsAfter, onDay, type Portion, type When } from './vestingTerms.ts'

/** So many days, this many months apart. */
export function seriesOf(first: Day, times: number, step: number): When[] {
  return Array.from({ length: times }, (_, i) => onDay(monthsAfter(first, i * step)))
}

/** What an item is of the award; where it says nothing, all if it is the only one, else what is left. */
export function portionOf({ amounts }: VestingItem, isOnly: boolean): Portion {
  const [said] = amounts
  return said?.portion ?? (isOnly ? { kind: 'fraction', fraction: WHOLE } : { kind: 'rest' })
}

/** So many times a portion. What is left stays what is left. */
export function multiplied(portion: Portion, times: number): Portion {
  if (portion.kind === 'fraction') return { kind: 'fraction', fraction: portion.fraction.times(partOf(times, 1)) }
  return portion.kind === 'count' ? { kind: 'count', count: portion.count * BigInt(times) } : portion
}

/** So many of these days of the year after a date. */
export function daysAfter(
  date: CalendarDate,
  daysOfYear: readonly DayOfYear[],
  count: number,
): CalendarDate[] | undefined {
  const found: CalendarDate[] = []
  for (let year = date.year; found.length < count; year++) {
    const inYear = daysOfYear.map(({ month, dayOfMonth }) => CalendarDate.of(year, month, dayOfMonth))
    if (inYear.some((one) => one === undefined)) return undefined
    const later = inYear.filter((one) => one !== undefined && one.day > date.day) as CalendarDate[]
    found.push(...later.toSorted((a, b) => a.day - b.day))
  }
  return found.slice(0, count)
}

/** `on the 25th day of each month` after a 25th: the same day; another day would begin another schedule. */
export function isOnDayOfMonth({ dayOfMonth }: VestingItem, { base }: Day): boolean {
  return dayOfMonth === undefined || (base.kind === 'date' && base.date.dayOfMonth === dayOfMonth)
}

/** Whole months from one day to another; `undefined` where they have no common base or it is no whole number. */
export function monthsBetween(from: Day, to: Day): number | undefined {
  const [a, b] = [from.base, to.base]
  if (a.kind === 'date' && b.kind === 'date') {
    const between = months(b.date) + to.months - months(a.date) - from.months
    return a.date.dayOfMonth === b.date.dayOfMonth ? between : undefined
  }
  return a.kind === b.kind && a.kind !== 'event' ? to.months - from.months : undefined
}

function months(date: CalendarDate): number {
  return date.year * 12 + date.month
}
