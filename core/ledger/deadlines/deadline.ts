import { businessDaysBetween } from '../../facts/businessDays.ts'
import { type Calendar, type CalendarDay, calendarDay, edgarCalendar } from '../../facts/calendar.ts'
import { filingCutoffOn } from '../../facts/filingHours.ts'
import { type FilingRelief, reliefsFor } from '../../facts/filingReliefs.ts'
import { type Confidence, LISTED } from '../../facts/specialDays.ts'
import { CalendarDate } from '../../model/calendarDate.ts'
import { type DerivationStep, derivationStep } from '../derivation.ts'
import { type DeadlineRule, deadlineRules } from './deadlineRules.ts'
import { type Doubt, doubtsBetween } from './doubts.ts'
import { lastMomentOf } from './moments.ts'

export type DeadlineForm = '3' | '4' | '5'

/** By when a form is to be filed. */
export interface Deadline {
  readonly form: DeadlineForm
  /** The trade, the event, or the end of the fiscal year. */
  readonly start: CalendarDate
  /** The day that counts as the trade's, where Rule 16a-3(g)(2) or (3) sets another. */
  readonly deemedExecution: CalendarDate | undefined
  readonly dueDate: CalendarDate
  /** The last moment, ISO 8601 with the offset of Eastern time. */
  readonly due: string
  /** How many business days lie after `start`, up to and with the due day. */
  readonly businessDays: number
  /** `unverified` where `otherwise` has an entry; `computed` where a day counted is later than the list of closings. */
  readonly confidence: Confidence
  /** What is due instead if a day that no source was found for is the other way. */
  readonly otherwise: readonly OtherDeadline[]
  readonly reliefs: readonly FilingRelief[]
  readonly derivation: readonly DerivationStep[]
}

/** What a deadline is under an assumption about the calendar. */
export interface OtherDeadline {
  readonly dueDate: CalendarDate
  readonly due: string
  readonly businessDays: number
  /** The assumption, in words. */
  readonly assumption: DerivationStep
  /** The calendar assumed. */
  readonly calendar: Calendar
}

/** What a rule finds under a calendar. */
export interface Found {
  readonly dueDate: CalendarDate
  /** The day after which days were looked at. */
  readonly lookedAfter: CalendarDate
  readonly deemedExecution?: CalendarDate
  /** How the day was set. */
  readonly steps: readonly DerivationStep[]
}

/** A sentence about deadlines. */
export function deadlineStep(rule: DeadlineRule, data?: Parameters<typeof derivationStep>[2]): DerivationStep {
  return derivationStep(deadlineRules, rule, data)
}

/** The deadline that a rule gives, with what it is if the calendar is another. */
export function deadlineOf(
  form: DeadlineForm,
  start: CalendarDate,
  find: (calendar: Calendar) => Found,
  calendar: Calendar = edgarCalendar,
): Deadline {
  const { dueDate, lookedAfter, deemedExecution, steps } = find(calendar)
  const days = daysBetween(lookedAfter, dueDate, calendar)
  const otherwise = doubtsBetween(calendar, lookedAfter, dueDate).flatMap((doubt) =>
    otherDeadline(start, dueDate, find(doubt.calendar).dueDate, doubt),
  )
  const reliefs = reliefsFor(form, dueDate)
  const isComputed = days.some(({ confidence, date }) => confidence === 'computed' && date.day > LISTED.last.day)
  return {
    form,
    start,
    deemedExecution,
    dueDate,
    due: lastMomentOf(dueDate),
    businessDays: businessDaysBetween(start, dueDate, calendar),
    confidence: otherwise.length > 0 ? 'unverified' : isComputed ? 'computed' : 'verified',
    otherwise: distinct(otherwise),
    reliefs,
    derivation: [
      ...steps,
      ...calendarSteps(days),
      deadlineStep('due', { due: dueDate, time: filingCutoffOn(dueDate).time.slice(0, 5) }),
      ...(isComputed ? [deadlineStep('calendar.computed', { last: LISTED.last })] : []),
      ...distinct(otherwise).map(({ assumption }) => assumption),
      ...reliefs.map(({ name, filedBy, terms }) => deadlineStep('relief', { name, filedBy, terms })),
    ],
  }
}

function otherDeadline(start: CalendarDate, usual: CalendarDate, dueDate: CalendarDate, doubt: Doubt): OtherDeadline[] {
  if (dueDate.equals(usual)) return []
  const { rule, event, calendar } = doubt
  const days = doubt.days.join(', ')
  return [
    {
      dueDate,
      due: lastMomentOf(dueDate),
      businessDays: businessDaysBetween(start, dueDate, calendar),
      assumption: deadlineStep(rule, { days, event, first: LISTED.first, due: `due on ${dueDate.toString()}` }),
      calendar,
    },
  ]
}

/** The first of those that give the same day. */
function distinct(others: readonly OtherDeadline[]): OtherDeadline[] {
  return others.filter(({ dueDate }, i) => others.findIndex((one) => one.dueDate.equals(dueDate)) === i)
}

function daysBetween(after: CalendarDate, until: CalendarDate, calendar: Calendar): CalendarDay[] {
  const length = Math.max(0, until.day - after.day)
  return Array.from({ length }, (_, i) => calendarDay(new CalendarDate(after.day + 1 + i), calendar))
}

function calendarSteps(days: readonly CalendarDay[]): DerivationStep[] {
  const weekend = days.filter(({ kind }) => kind === 'weekend')
  const others = days.filter(({ kind }) => kind !== 'weekend' && kind !== 'weekday')
  return [
    ...(weekend.length > 0
      ? [deadlineStep('calendar.weekend', { days: weekend.map(({ date }) => date).join(', ') })]
      : []),
    ...others.map(({ date, event, isBusinessDay }) =>
      deadlineStep(isBusinessDay ? 'calendar.countedAfterAll' : 'calendar.notCounted', {
        day: date,
        event: event ?? '',
      }),
    ),
  ]
}
