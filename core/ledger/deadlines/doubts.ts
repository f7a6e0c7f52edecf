import { type Calendar, calendarDay, withDays } from '../../facts/calendar.ts'
import { LISTED, type SpecialDay } from '../../facts/specialDays.ts'
import { CalendarDate } from '../../model/calendarDate.ts'
import type { DeadlineRule } from './deadlineRules.ts'

/** Another calendar that may be the right one. */
export interface Doubt {
  readonly rule: DeadlineRule
  /** The days that are the other way than in the calendar used. */
  readonly days: readonly CalendarDate[]
  readonly event: string
  readonly calendar: Calendar
}

/** Days behind the due day that may matter once an earlier one is not counted: more than any row of closings. */
const BEYOND = 10

/**
 * The other calendars to be tried for an answer found between two days: each unverified day the other way, all of them
 * together, and, where the list of closings is not complete, the due day closed.
 */
export function doubtsBetween(calendar: Calendar, after: CalendarDate, due: CalendarDate): Doubt[] {
  const rows = [...calendar.specialDays.values()].filter(
    ({ date, confidence }) => confidence === 'unverified' && date.day > after.day && date.day <= due.day + BEYOND,
  )
  const doubts = rows.map((row) => doubtOf(calendar, [row]))
  if (rows.length > 1) doubts.push(doubtOf(calendar, rows))
  const unlisted = unlistedDoubt(calendar, after, due)
  return unlisted ? [...doubts, unlisted] : doubts
}

function doubtOf(calendar: Calendar, rows: readonly SpecialDay[]): Doubt {
  const [first] = rows
  const single = first?.isBusinessDay ? 'otherwise.isNone' : 'otherwise.isBusinessDay'
  return {
    rule: rows.length > 1 ? 'otherwise.several' : single,
    days: rows.map(({ date }) => date),
    event: first?.event ?? '',
    calendar: withDays(calendar, rows.map(otherWay)),
  }
}

function otherWay(row: SpecialDay): SpecialDay {
  return { ...row, isBusinessDay: !row.isBusinessDay, edgarOpen: !row.isBusinessDay }
}

function unlistedDoubt(calendar: Calendar, after: CalendarDate, due: CalendarDate): Doubt | undefined {
  if (!isAnyUnverified(calendar, after, due)) return undefined
  const closing: SpecialDay = {
    date: due,
    kind: 'executiveOrder',
    event: 'a closing not listed',
    isBusinessDay: false,
    edgarOpen: false,
    confidence: 'unverified',
    source: LISTED.source,
  }
  return { rule: 'otherwise.unlisted', days: [], event: closing.event, calendar: withDays(calendar, [closing]) }
}

function isAnyUnverified(calendar: Calendar, after: CalendarDate, due: CalendarDate): boolean {
  for (let day = after.day + 1; day <= due.day; day++) {
    const { kind, confidence } = calendarDay(new CalendarDate(day), calendar)
    if (kind === 'weekday' && confidence === 'unverified') return true
  }
  return false
}
