import type { CalendarDate } from '../model/calendarDate.ts'
import { federalHolidayOn, weekdayOf } from './federalHolidays.ts'
import { type Confidence, LISTED, type SpecialDay, type SpecialDayKind, specialDays } from './specialDays.ts'

/** Which days count. Federal holidays and weekends follow from the law; all else is a list. */
export interface Calendar {
  /** By `CalendarDate.day`. */
  readonly specialDays: ReadonlyMap<number, SpecialDay>
}

/** What a calendar says of one day. */
export interface CalendarDay {
  readonly date: CalendarDate
  readonly kind: 'weekday' | 'weekend' | 'federalHoliday' | SpecialDayKind
  /** What is special about it; `undefined` for a weekday like any other. */
  readonly event: string | undefined
  readonly isBusinessDay: boolean
  /** Whether EDGAR took filings; `undefined` where that is not known. */
  readonly edgarOpen: boolean | undefined
  readonly confidence: Confidence
  readonly source: string
}

/** A calendar of these days. Where two rows name one day the later one holds. */
export function calendarOf(rows: readonly SpecialDay[]): Calendar {
  return { specialDays: new Map(rows.map((row) => [row.date.day, row])) }
}

/** The calendar that is used where none is given. */
export const edgarCalendar: Calendar = calendarOf(specialDays)

/** A calendar with further days, which take the place of its own. */
export function withDays(calendar: Calendar, rows: readonly SpecialDay[]): Calendar {
  return calendarOf([...calendar.specialDays.values(), ...rows])
}

const RULES = 'section16-rules.md section 3.6'

/** What is known of a day. Source: section16-rules.md sections 3.6 to 3.8. */
export function calendarDay(date: CalendarDate, calendar: Calendar = edgarCalendar): CalendarDay {
  const row = calendar.specialDays.get(date.day)
  if (row) return row
  if (isWeekend(date)) return closed(date, 'weekend', weekdayOf(date) === 0 ? 'Sunday' : 'Saturday', 'verified', RULES)
  const holiday = federalHolidayOn(date)
  const isListed = date.day >= LISTED.first.day && date.day <= LISTED.last.day
  if (holiday) {
    return closed(date, 'federalHoliday', holiday.name, isListed ? 'verified' : 'computed', holiday.source)
  }
  const confidence = isListed ? 'verified' : date.day < LISTED.first.day ? 'unverified' : 'computed'
  return { date, kind: 'weekday', event: undefined, isBusinessDay: true, edgarOpen: true, confidence, source: RULES }
}

function closed(
  date: CalendarDate,
  kind: CalendarDay['kind'],
  event: string,
  confidence: Confidence,
  source: string,
): CalendarDay {
  return { date, kind, event, isBusinessDay: false, edgarOpen: false, confidence, source }
}

function isWeekend(date: CalendarDate): boolean {
  const weekday = weekdayOf(date)
  return weekday === 0 || weekday === 6
}
