import type { CalendarDate } from '../model/calendarDate.ts'
import { day, type InForce, inForceOn, type Sourced } from './dated.ts'

/** The last moment of a day at which EDGAR dated a Form 3, 4 or 5 with that day. */
export interface FilingCutoff extends Sourced, InForce {
  /** `HH:MM:SS`, Eastern civil time; at this second it is still the same day. */
  readonly time: string
}

/** From here on Forms 3, 4 and 5 are filed on EDGAR, until 22:00. Source: Release 33-8230; section16-rules.md 0. */
export const ELECTRONIC_FROM = day('2003-06-30')

/** Until here EDGAR's stamp could still say the next day after 17:30. Source: section16-rules.md 3.9 [V:PERK03]. */
export const STAMP_LAG_UNTIL = day('2003-08-01')

export const filingCutoffs: readonly FilingCutoff[] = [
  {
    time: '17:30:00',
    until: ELECTRONIC_FROM,
    source: 'section16-rules.md sections 3.1 and 3.9 [V:PERK03] [V:EFILE03]',
  },
  {
    time: '22:00:00',
    from: ELECTRONIC_FROM,
    source: 'Regulation S-T Rule 13(a)(4); section16-rules.md sections 3.1 and 3.9 [V:13a4]',
  },
]

/** The cutoff of a day. */
export function filingCutoffOn(date: CalendarDate): FilingCutoff {
  return inForceOn(filingCutoffs, date)!
}
