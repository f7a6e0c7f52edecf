import { type Calendar, edgarCalendar } from '../../facts/calendar.ts'
import { FOREIGN_INSIDERS_FROM, tenthDayAfter } from '../../facts/deadlines.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import { type Deadline, deadlineOf, deadlineStep, type Found } from './deadline.ts'
import { rolledFrom } from './rolled.ts'

/** What makes somebody an insider. */
export interface InsiderEvent {
  readonly date: CalendarDate
  /** `becameInsider`: elected, appointed, or over ten percent. `registration`: the issuer's class becomes effective. */
  readonly because: 'becameInsider' | 'registration'
  /** Absent: domestic. */
  readonly issuer?: 'domestic' | 'foreignPrivate'
}

/**
 * By when the Form 3 of a new insider is to be filed: the tenth day after the event, or the day a registration becomes
 * effective; insiders of foreign private issuers not before 2026-03-18. Source: section16-rules.md 3.2 and R1.3.3.
 */
export function form3Deadline(event: InsiderEvent, calendar: Calendar = edgarCalendar): Deadline {
  return deadlineOf('3', event.date, (assumed) => found(event, assumed), calendar)
}

function found(event: InsiderEvent, calendar: Calendar): Found {
  const usual = event.because === 'registration' ? registrationDay(event, calendar) : tenthDay(event, calendar)
  if (event.issuer !== 'foreignPrivate' || usual.dueDate.day >= FOREIGN_INSIDERS_FROM.day) return usual
  const day = FOREIGN_INSIDERS_FROM
  const step = deadlineStep('form3.foreignFirstDay', { from: day, event: event.date, day: usual.dueDate })
  return rolledFrom(day, calendar, [...usual.steps, step])
}

function tenthDay({ date }: InsiderEvent, calendar: Calendar): Found {
  const day = tenthDayAfter(date)
  return rolledFrom(day, calendar, [deadlineStep('form3.tenDays', { event: date, day })])
}

function registrationDay({ date }: InsiderEvent, calendar: Calendar): Found {
  return rolledFrom(date, calendar, [deadlineStep('form3.registration', { event: date })])
}
