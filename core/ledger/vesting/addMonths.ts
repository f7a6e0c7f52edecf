import { CalendarDate } from '../../model/calendarDate.ts'

/**
 * So many months after a day, or before it; where the month has no such day, its last (January 31 and one month:
 * February 28 or 29). `undefined` beyond the years 1 to 9999. For a series count from its anchor, never from the day
 * before: 31 January, 29 February, 31 March (section16-rules.md 6.2).
 */
export function addMonths(anchor: CalendarDate, months: number): CalendarDate | undefined {
  const { year, month, dayOfMonth } = anchor
  const count = year * 12 + (month - 1) + months
  const inYear = Math.floor(count / 12)
  const inMonth = count - inYear * 12 + 1
  for (let day = dayOfMonth; day >= 28 || day === dayOfMonth; day--) {
    const found = CalendarDate.of(inYear, inMonth, day)
    if (found) return found
  }
  return undefined
}
