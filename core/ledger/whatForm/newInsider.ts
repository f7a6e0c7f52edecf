import { type Calendar, edgarCalendar } from '../../facts/calendar.ts'
import { FOREIGN_INSIDERS_FROM } from '../../facts/deadlines.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import { form3Deadline, type InsiderEvent } from '../deadlines/form3Deadline.ts'
import { type FormAnswer, formStep } from './answer.ts'
import { type HomeReport, standingOf } from './insider.ts'
import type { ReportDeadline } from './reportDeadline.ts'
import { nothing, whatFormForEvent } from './whatForm.ts'

/** Somebody who becomes an insider, and what decides whether a Form 3 is owed. */
export interface NewInsider extends InsiderEvent {
  /** Absent: a director or officer. */
  readonly role?: 'directorOrOfficer' | 'tenPercentOwner'
  /** The last day as an insider. Absent: still one. */
  readonly leftOn?: CalendarDate
  /** How somebody of a foreign private issuer reports at home. */
  readonly home?: HomeReport
}

/**
 * Whether a new insider owes a Form 3, and by when. At a foreign private issuer not who owns more than ten percent only,
 * not who left before 2026-03-18, and not whom an exemptive order lets off. Source: section16-rules.md 1.3 and 3.2.
 */
export function newInsiderDeadline(person: NewInsider, calendar: Calendar = edgarCalendar): ReportDeadline {
  const none = person.issuer === 'foreignPrivate' ? foreignNone(person) : undefined
  if (none) return { decided: true, answer: none, deadline: undefined }
  const answer = whatFormForEvent(person.because) as FormAnswer
  return { decided: true, answer, deadline: form3Deadline(person, calendar) }
}

function foreignNone({ date, role = 'directorOrOfficer', leftOn, home }: NewInsider): FormAnswer | undefined {
  const from = FOREIGN_INSIDERS_FROM
  if (leftOn && leftOn.day < from.day) return nothing([formStep('status.foreignLeft', { left: leftOn, from })])
  const asOf = date.day < from.day ? from : date
  const standing = standingOf(asOf, 'notApplicable', { role, issuer: 'foreignPrivate', ...(home && { home }) })
  return 'subject' in standing && !standing.subject ? nothing(standing.steps) : undefined
}
