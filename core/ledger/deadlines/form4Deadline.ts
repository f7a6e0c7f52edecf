import { type Calendar, edgarCalendar } from '../../facts/calendar.ts'
import { deemedExecution, deemedLimit, strictForm4Due, TWO_DAY_FROM, tenthOfNextMonth } from '../../facts/deadlines.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import type { DerivationStep } from '../derivation.ts'
import { type Deadline, deadlineOf, deadlineStep, type Found } from './deadline.ts'
import { rolledFrom } from './rolled.ts'

/** Why the person did not choose the day: a plan of Rule 10b5-1(c), or an election under an employee plan. */
export type DeemedRule = '10b5-1' | 'discretionary'

/** A trade whose day the person did not choose. */
export interface Notice {
  readonly rule: DeemedRule
  /** When the broker or the plan's administrator told the person; `undefined`: not yet. */
  readonly notified: CalendarDate | undefined
}

/**
 * By when the Form 4 of a transaction is to be filed: two business days after it; where the person did not choose its
 * day, after it is deemed executed; before 2002-08-29 the tenth of the next month. Whether it belongs on a Form 4 at
 * all, `whatForm` says. Source: section16-rules.md 3.1, 3.4 and 3.5.
 */
export function form4Deadline(trade: CalendarDate, notice?: Notice, calendar: Calendar = edgarCalendar): Deadline {
  if (trade.day < TWO_DAY_FROM.day) return deadlineOf('4', trade, (assumed) => tenthDay(trade, assumed), calendar)
  return deadlineOf('4', trade, (assumed) => twoBusinessDays(trade, notice, assumed), calendar)
}

/** By when small acquisitions are to be reported whose deferral was lost on a day. Source: Rule 16a-6(b). */
export function lostDeferralDeadline(
  trade: CalendarDate,
  lost: CalendarDate,
  calendar: Calendar = edgarCalendar,
): Deadline {
  const deadline = form4Deadline(lost, undefined, calendar)
  return {
    ...deadline,
    derivation: [deadlineStep('form4.deferralLost', { trade, start: lost }), ...deadline.derivation],
  }
}

function tenthDay(trade: CalendarDate, calendar: Calendar): Found {
  const day = tenthOfNextMonth(trade)
  return rolledFrom(day, calendar, [deadlineStep('form4.tenthOfNextMonth', { from: TWO_DAY_FROM, day })])
}

function twoBusinessDays(trade: CalendarDate, notice: Notice | undefined, calendar: Calendar): Found {
  const limit = deemedLimit(trade, calendar)
  // Never told: then the limit decides, as with a notice that comes too late.
  const deemed = notice && deemedExecution(trade, notice.notified ?? limit, calendar)
  const start = deemed ?? trade
  const steps: DerivationStep[] = notice && deemed ? [deemedStep(notice, limit, deemed)] : []
  steps.push(deadlineStep('form4.twoBusinessDays', { from: TWO_DAY_FROM, start }))
  return {
    dueDate: strictForm4Due(trade, deemed, calendar),
    lookedAfter: trade,
    ...(deemed && { deemedExecution: deemed }),
    steps,
  }
}

function deemedStep({ rule, notified }: Notice, limit: CalendarDate, deemed: CalendarDate): DerivationStep {
  const name = rule === '10b5-1' ? 'form4.deemed10b5-1' : 'form4.deemedDiscretionary'
  return deadlineStep(name, { notified: notified ?? 'not yet', limit, deemed })
}
