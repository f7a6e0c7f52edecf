import { CalendarDate } from '../../model/calendarDate.ts'

/** A day of every year, as the end of a fiscal year is given. February 29 is February 28 in other years. */
export interface MonthDay {
  readonly month: number
  readonly dayOfMonth: number
}

/** The end of the calendar year, where nobody says. */
export const YEAR_END: MonthDay = { month: 12, dayOfMonth: 31 }

/** From `MM-DD`; `undefined` for what is no day of a year. */
export function parseMonthDay(written: string): MonthDay | undefined {
  const found = /^(\d\d)-(\d\d)$/.exec(written)
  const [month, dayOfMonth] = [Number(found?.[1]), Number(found?.[2])]
  // 2000 has every day that a year can have.
  return found && CalendarDate.of(2000, month, dayOfMonth) ? { month, dayOfMonth } : undefined
}

/** The end of the fiscal year that ends in a calendar year. */
export function fiscalYearEnd(year: number, { month, dayOfMonth }: MonthDay): CalendarDate {
  return CalendarDate.of(year, month, dayOfMonth) ?? CalendarDate.of(year, month, dayOfMonth - 1)!
}

/** The end of the fiscal year in which a day lies. */
export function fiscalYearEndAfter(date: CalendarDate, end: MonthDay): CalendarDate {
  const same = fiscalYearEnd(date.year, end)
  return date.day <= same.day ? same : fiscalYearEnd(date.year + 1, end)
}
