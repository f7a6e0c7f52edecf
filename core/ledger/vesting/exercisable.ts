import { CalendarDate } from '../../model/calendarDate.ts'
import { cumulativeShares, type VestingConvention } from './conventions.ts'
import type { VestingSchedule } from './schedule.ts'

/** What may have happened to an award besides vesting. */
export interface AwardHistory {
  /** The last day on which it can be exercised; `undefined` where it is not known. */
  readonly expiresOn?: CalendarDate | undefined
  /** Shares already exercised, by the day asked for. */
  readonly exercised?: bigint | undefined
}

/** Shares that can be bought on a day, and within sixty days of it. */
export interface Exercisable {
  readonly on: CalendarDate
  /** The sixtieth day after it, which counts too. */
  readonly through: CalendarDate
  readonly vested: bigint
  readonly within60Days: bigint
  /** More may have vested: the day of an instalment is not known, or only its latest. */
  readonly isAtLeast: boolean
}

const SIXTY_DAYS = 60

/**
 * Whole shares exercisable on a day and within sixty days of it; `undefined` where the schedule has no number of shares.
 * Nothing where the right expired before that day. Source: Rule 13d-3(d)(1)(i); section16-rules.md 6.4.
 */
export function exercisableOn(
  schedule: VestingSchedule,
  on: CalendarDate,
  convention: VestingConvention,
  history: AwardHistory = {},
): Exercisable | undefined {
  const { instalments, total } = schedule
  if (total === undefined) return undefined
  const through = new CalendarDate(on.day + SIXTY_DAYS)
  const { expiresOn, exercised = 0n } = history
  if (expiresOn && expiresOn.day < on.day) return { on, through, vested: 0n, within60Days: 0n, isAtLeast: false }
  const cumulative = cumulativeShares(instalments, total, convention)
  const by = (day: CalendarDate): bigint => {
    const last = instalments.findLastIndex((one) => one.on !== undefined && one.on.day <= day.day)
    const vested = last < 0 ? 0n : cumulative[last]!
    return vested > exercised ? vested - exercised : 0n
  }
  const isAtLeast = instalments.some((one) => !one.on || (one.isLatest && one.on.day > on.day))
  return { on, through, vested: by(on), within60Days: by(through), isAtLeast }
}
