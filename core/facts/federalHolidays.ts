import { CalendarDate } from '../model/calendarDate.ts'
import { day, type InForce, isInForce, type Sourced } from './dated.ts'

/** A legal public holiday of the United States. */
export interface FederalHoliday extends Sourced, InForce {
  readonly name: string
  readonly falls: FixedDay | WeekdayOfMonth
}

/** On one day of the year; kept on the Friday before a Saturday, on the Monday after a Sunday. */
interface FixedDay {
  readonly month: number
  readonly dayOfMonth: number
}

/** On a day of the week; 0 is Sunday. `nth` counts from the month's first; 'last' is its last. */
interface WeekdayOfMonth {
  readonly month: number
  readonly weekday: number
  readonly nth: number | 'last'
}

const LAW = '5 U.S.C. 6103(a), (b); section16-rules.md section 3.7'

const holiday = (name: string, falls: FixedDay | WeekdayOfMonth): FederalHoliday => ({ name, falls, source: LAW })

/** The holidays of today's law. Inauguration Day is one around Washington only, and counts as a business day. */
export const federalHolidays: readonly FederalHoliday[] = [
  holiday('New Year’s Day', { month: 1, dayOfMonth: 1 }),
  holiday('Birthday of Martin Luther King, Jr.', { month: 1, weekday: 1, nth: 3 }),
  holiday('Washington’s Birthday', { month: 2, weekday: 1, nth: 3 }),
  holiday('Memorial Day', { month: 5, weekday: 1, nth: 'last' }),
  {
    ...holiday('Juneteenth National Independence Day', { month: 6, dayOfMonth: 19 }),
    from: day('2021-06-18'),
    source: `${LAW}; first kept on Friday, 2021-06-18: cooleypubco.com, 2021-06-17`,
  },
  holiday('Independence Day', { month: 7, dayOfMonth: 4 }),
  holiday('Labor Day', { month: 9, weekday: 1, nth: 1 }),
  holiday('Columbus Day', { month: 10, weekday: 1, nth: 2 }),
  holiday('Veterans Day', { month: 11, dayOfMonth: 11 }),
  holiday('Thanksgiving Day', { month: 11, weekday: 4, nth: 4 }),
  holiday('Christmas Day', { month: 12, dayOfMonth: 25 }),
]

const FRIDAY = 5
const MONDAY = 1

/** The day of the week, 0 to 6 from Sunday. */
export function weekdayOf({ day: number }: CalendarDate): number {
  // Day 0, 1970-01-01, was a Thursday.
  return (((number + 4) % 7) + 7) % 7
}

/**
 * The holiday kept on a day, `undefined` where there is none: on 2021-12-31 New Year's Day of 2022. Today's law is used
 * for every year. Source: 5 U.S.C. 6103; section16-rules.md sections 3.6 and 3.7.
 */
export function federalHolidayOn(date: CalendarDate): FederalHoliday | undefined {
  const weekday = weekdayOf(date)
  const nominal = monthAndDay(date)
  const beside = weekday === FRIDAY ? 1 : weekday === MONDAY ? -1 : 0
  const observed = beside === 0 ? nominal : monthAndDay(new CalendarDate(date.day + beside))
  return federalHolidays.find((row) => {
    const { falls } = row
    if (!isInForce(row, date)) return false
    if ('dayOfMonth' in falls) return isOn(falls, nominal) || isOn(falls, observed)
    return falls.month === nominal.month && falls.weekday === weekday && isNth(falls, date, nominal.dayOfMonth)
  })
}

function monthAndDay({ month, dayOfMonth }: CalendarDate): FixedDay {
  return { month, dayOfMonth }
}

function isOn(one: FixedDay, other: FixedDay): boolean {
  return one.dayOfMonth === other.dayOfMonth && one.month === other.month
}

function isNth({ month, nth }: WeekdayOfMonth, date: CalendarDate, dayOfMonth: number): boolean {
  return nth === 'last' ? new CalendarDate(date.day + 7).month !== month : Math.ceil(dayOfMonth / 7) === nth
}
