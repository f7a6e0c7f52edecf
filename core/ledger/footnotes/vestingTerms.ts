import type { CalendarDate } from '../../model/calendarDate.ts'
import type { Ratio } from '../shortSwing/ratio.ts'

/**
 * A day, named by words. `date`: the calendar day. `grantDate`, `commencement` (the vesting commencement date),
 * `exerciseDate` (Table II, column 6): that day of the award. `report`: a day not later than the report, not named (`is
 * fully vested`). `first`: the day of the first instalment, of which nothing is said. `event`: something whose day is
 * not known (`the next annual meeting`).
 */
export type Base =
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'grantDate' | 'commencement' | 'exerciseDate' | 'report' | 'first' }
  | { readonly kind: 'event'; readonly words: string }

/** So many whole months after a base. */
export interface Day {
  readonly base: Base
  readonly months: number
}

/** When something vests: on a day, or on the earliest of several. */
export interface When {
  readonly earliestOf: readonly Day[]
}

/** How much vests: a part of the whole award, so many shares, or what is left over. */
export type Portion =
  | { readonly kind: 'fraction'; readonly fraction: Ratio }
  | { readonly kind: 'count'; readonly count: bigint }
  | { readonly kind: 'rest' }

/** A portion that vests in equal instalments, one on each of these days, in order. */
export interface VestingPart {
  readonly portion: Portion
  readonly whens: readonly When[]
}

/** What else vesting depends on, in the filer's words; no day follows from it. */
export interface VestingNote {
  readonly kind: 'service' | 'acceleration' | 'forfeiture' | 'businessDay' | 'terms'
  readonly words: string
}

/** A day this many months after another, counted from the same base. */
export function monthsAfter(day: Day, months: number): Day {
  return { base: day.base, months: day.months + months }
}

/** On that day and no other. */
export function onDay(day: Day): When {
  return { earliestOf: [day] }
}
