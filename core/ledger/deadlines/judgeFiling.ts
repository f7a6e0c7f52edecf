import { addBusinessDays, businessDaysBetween } from '../../facts/businessDays.ts'
import { type Calendar, calendarDay, edgarCalendar } from '../../facts/calendar.ts'
import { ELECTRONIC_FROM, filingCutoffOn, STAMP_LAG_UNTIL } from '../../facts/filingHours.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import type { AcceptedAt } from '../../model/submission.ts'
import type { DerivationStep } from '../derivation.ts'
import { type Deadline, deadlineStep } from './deadline.ts'

/** The day EDGAR gives a filing. */
export interface FilingDate {
  readonly date: CalendarDate
  /** Where it is not known whether EDGAR was open: the day if it was. */
  readonly perhaps: CalendarDate | undefined
  readonly derivation: readonly DerivationStep[]
}

/** How a filing stands to its deadline. */
export interface Punctuality {
  readonly filingDate: CalendarDate
  readonly late: boolean
  /** Business days after the due day, up to and with the filing date; 0 where it is not late. */
  readonly businessDaysLate: number
}

/** A filing judged, with what it is if a day that no source was found for is the other way. */
export interface JudgedFiling extends Punctuality {
  readonly otherwise: readonly (Punctuality & { readonly assumption: DerivationStep })[]
  readonly derivation: readonly DerivationStep[]
}

/**
 * The filing date that EDGAR gives a Form 3, 4 or 5 accepted at a moment: the day itself up to the cutoff (22:00, before
 * 2003-06-30 17:30), else the next business day on which EDGAR is open. Source: section16-rules.md 3.9.
 */
export function filingDateOf(accepted: AcceptedAt, calendar: Calendar = edgarCalendar): FilingDate {
  const { date, time } = accepted
  const { event = 'closed', isBusinessDay, edgarOpen } = calendarDay(date, calendar)
  const cutoff = filingCutoffOn(date).time
  const next = nextOpenDay(date, calendar)
  const data = { date, time, cutoff, event }
  const dated = (rule: 'filed.sameDay' | 'filed.afterCutoff' | 'filed.closed', filingDate: CalendarDate) => ({
    date: filingDate,
    perhaps: undefined,
    derivation: [deadlineStep(rule, { ...data, filingDate }), ...stampLag(accepted)],
  })
  if (edgarOpen !== true) {
    const closed = dated('filed.closed', next)
    if (edgarOpen === false || time > cutoff) return closed
    const perhaps = deadlineStep('filed.perhapsOpen', { ...data, filingDate: date })
    return { ...closed, perhaps: date, derivation: [...closed.derivation, perhaps] }
  }
  return time <= cutoff
    ? dated('filed.sameDay', date)
    : dated(isBusinessDay ? 'filed.afterCutoff' : 'filed.closed', next)
}

function nextOpenDay(date: CalendarDate, calendar: Calendar): CalendarDate {
  let next = addBusinessDays(date, 1, calendar)
  while (calendarDay(next, calendar).edgarOpen === false) next = addBusinessDays(next, 1, calendar)
  return next
}

function stampLag({ date, time }: AcceptedAt): DerivationStep[] {
  const isLagging = date.day >= ELECTRONIC_FROM.day && date.day < STAMP_LAG_UNTIL.day && time > '17:30:00'
  return isLagging ? [deadlineStep('filed.stampLag')] : []
}

/**
 * Whether a filing is late, and by how much. `filed`: the moment of acceptance, Eastern, or where only that is known
 * EDGAR's filing date; a signature date is neither. Source: section16-rules.md 3.9.
 */
export function judgeFiling(
  deadline: Deadline,
  filed: AcceptedAt | CalendarDate,
  calendar: Calendar = edgarCalendar,
): JudgedFiling {
  const { date, perhaps, derivation } = datedOf(filed, calendar)
  const judged = punctuality(deadline.dueDate, date, calendar)
  const otherwise = deadline.otherwise.map(({ dueDate, assumption, calendar: assumed }) => ({
    ...punctuality(dueDate, datedOf(filed, assumed).date, assumed),
    assumption,
  }))
  const last = derivation.at(-1)
  if (perhaps && last) otherwise.push({ ...punctuality(deadline.dueDate, perhaps, calendar), assumption: last })
  return { ...judged, otherwise, derivation: [...derivation, verdict(judged, deadline)] }
}

function datedOf(filed: AcceptedAt | CalendarDate, calendar: Calendar): FilingDate {
  if ('time' in filed) return filingDateOf(filed, calendar)
  return { date: filed, perhaps: undefined, derivation: [] }
}

function punctuality(due: CalendarDate, filingDate: CalendarDate, calendar: Calendar): Punctuality {
  const late = filingDate.day > due.day
  return { filingDate, late, businessDaysLate: late ? businessDaysBetween(due, filingDate, calendar) : 0 }
}

function verdict({ filingDate, late, businessDaysLate }: Punctuality, { dueDate: due }: Deadline): DerivationStep {
  if (!late) return deadlineStep('filed.onTime', { filingDate, due })
  const count = businessDaysLate === 1 ? 'one business day' : `${businessDaysLate} business days`
  return deadlineStep('filed.late', { filingDate, due, count })
}
