import { FOREIGN_INSIDERS_ENACTED, FOREIGN_INSIDERS_FROM, form3Due } from '../../facts/deadlines.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import { rule } from '../rule.ts'

/**
 * ## What it checks
 * A Form 3 is filed by the tenth day after the event, or the next business day. Asked where the filing date is known,
 * of original forms. Insiders of foreign private issuers in office before 2026-03-18 had until that day.
 *
 * ## Why
 * Ten days are the law; who becomes an insider because the issuer registers has less. This fires on more than one Form
 * 3 in a hundred, and rightly so: both dates stand in the filing, and Form 3 is the first thing a new insider has to
 * do, often before he has codes for EDGAR.
 *
 * Fires on 0.06 % of 14,054 accepted filings, 8.0 % of the 113 Forms 3 among them.
 *
 * ## Example
 * Event of 2024-03-01, filed on 2024-03-20.
 *
 * ## Fix
 * Nothing can be mended in the filing; the issuer names it under Item 405.
 *
 * ## Source
 * section16-rules.md 3.2; Exchange Act 16(a)(2)(B); Rule 0-3(a)
 */
export default rule({
  code: 'C501',
  name: 'late-form-3',
  severity: 'law',
  message: 'The event of {event} was to be reported by {due}; the form was filed on {filed}.',
  fix: 'Nothing can be mended in the filing; the issuer names it under Item 405.',
  source: 'section16-rules.md 3.2; Exchange Act 16(a)(2)(B); Rule 0-3(a)',
  forms: ['3'],
  of: 'filing',
  check: ({ document, filedOn, isAmendment }, report) => {
    const event = document.periodOfReport.value
    if (!filedOn || !event || isAmendment || isForeignTransition(event, filedOn)) return
    const due = form3Due(event)
    if (filedOn.day <= due.day) return
    report('/ownershipDocument/periodOfReport', { event: String(event), due: String(due), filed: String(filedOn) })
  },
})

// Nobody knows from the form whether the issuer is foreign, so all of these are left alone.
function isForeignTransition(event: CalendarDate, filedOn: CalendarDate): boolean {
  return event.day < FOREIGN_INSIDERS_FROM.day && filedOn.day >= FOREIGN_INSIDERS_ENACTED.day
}
