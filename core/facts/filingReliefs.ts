import type { CalendarDate } from '../model/calendarDate.ts'
import { day, type Sourced } from './dated.ts'
import type { FormNumber } from './documentTypes.ts'

/** Leave to file later, given to whoever meets its terms: it moves no deadline, it excuses missing one. */
export interface FilingRelief extends Sourced {
  readonly name: string
  readonly forms: readonly FormNumber[]
  /** The deadlines that may be missed: the first and the last day. */
  readonly dueFrom: CalendarDate
  readonly dueUntil: CalendarDate
  /** The last day on which it helps to file. */
  readonly filedBy: CalendarDate
  readonly terms: string
}

export const filingReliefs: readonly FilingRelief[] = [
  {
    name: 'Hurricane Sandy',
    forms: ['3', '4', '5'],
    dueFrom: day('2012-10-29'),
    dueUntil: day('2012-11-20'),
    filedBy: day('2012-11-21'),
    terms:
      'for persons unable to file because of the storm, who say in the filing that they rely on the order, and why',
    source: 'SEC order of 2012-11-14; section16-rules.md section 3.8 [V:SANDY]',
  },
  {
    name: 'Form ID applied for in time',
    forms: ['3', '4', '5'],
    dueFrom: day('2026-03-18'),
    dueUntil: day('2026-03-31'),
    filedBy: day('2026-04-01'),
    terms:
      'for persons whose complete Form ID was filed before 2026-03-18 and whose access to EDGAR was not granted yet, ' +
      'who file once it is; the issuer still names them under Item 405 and may cite the staff’s position',
    source: 'SEC staff, FAQ 6 and 7 of 2026; section16-rules.md R1.3.5 [V:FAQ67]',
  },
]

/** The reliefs that may excuse missing a deadline. */
export function reliefsFor(form: FormNumber, due: CalendarDate): FilingRelief[] {
  return filingReliefs.filter(
    ({ forms, dueFrom, dueUntil }) => forms.includes(form) && due.day >= dueFrom.day && due.day <= dueUntil.day,
  )
}
