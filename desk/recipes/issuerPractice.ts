import type { CalendarDate } from '@section16/core'

/** What an issuer does the same way for all its insiders. */
export interface IssuerPractice {
  /**
   * Where stock units stand: in Table I at grant, or in Table II at grant with code M at vesting. One way for an issuer:
   * practice, no rule says so. Absent: asked.
   */
  readonly unitsIn?: 'I' | 'II'
  /** The end of the fiscal year in which the event falls, for items of Form 5. Absent: asked where it matters. */
  readonly fiscalYearEnd?: CalendarDate
}
