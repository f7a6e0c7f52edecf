/** When EDGAR takes submissions, and how it dates them. Source: EDGAR API 1.11.0; Regulation S-T, Rule 13(a). */
import { calendarDay } from '@section16/core/facts'
import { CalendarDate } from '@section16/core/model'
import { eastern } from './easternTime.ts'

const HOUR = 3_600_000
const OPENS = 6 * HOUR
/** From here only some forms get today's date, Forms 3, 4 and 5 among them. */
const AFTER_HOURS = 17.5 * HOUR
/** “On or before 10 p.m.”: Regulation S-T Rule 13(a)(4). */
const CLOSES = 22 * HOUR

export type OpenCondition = 'ACCEPTING' | 'ACCEPTING_AFTER_HOURS' | 'OUTSIDE_OPERATING_HOURS'

/** EDGAR's condition by the clock alone, at a moment in milliseconds UTC. */
export function conditionAt(at: number): OpenCondition {
  const { date, msOfDay } = eastern(at)
  if (!opensOn(date) || msOfDay < OPENS || msOfDay > CLOSES) return 'OUTSIDE_OPERATING_HOURS'
  return msOfDay <= AFTER_HOURS ? 'ACCEPTING' : 'ACCEPTING_AFTER_HOURS'
}

/** The filing date of a Form 3, 4 or 5 received while EDGAR is open: that day, until 22:00. `YYYY-MM-DD`. */
export function filingDateOf(receivedAt: number): string {
  return eastern(receivedAt).date
}

function opensOn(date: string): boolean {
  const day = calendarDay(CalendarDate.parse(date)!)
  return day.edgarOpen ?? day.isBusinessDay
}
