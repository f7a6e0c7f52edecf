import { rollForward } from '../../facts/businessDays.ts'
import { type Calendar, calendarDay } from '../../facts/calendar.ts'
import { CalendarDate } from '../../model/calendarDate.ts'
import type { DerivationStep } from '../derivation.ts'
import { deadlineStep, type Found } from './deadline.ts'

/** A deadline set by the almanac: the day itself, or the next business day (Rule 0-3(a)). */
export function rolledFrom(day: CalendarDate, calendar: Calendar, steps: readonly DerivationStep[]): Found {
  const dueDate = rollForward(day, calendar)
  const { event = '' } = calendarDay(day, calendar)
  const rolled = dueDate.equals(day) ? [] : [deadlineStep('calendar.rolled', { day, event, due: dueDate })]
  return { dueDate, lookedAfter: new CalendarDate(day.day - 1), steps: [...steps, ...rolled] }
}
