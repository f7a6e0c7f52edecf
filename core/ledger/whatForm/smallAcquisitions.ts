import type { CalendarDate } from '../../model/calendarDate.ts'
import { Decimal } from '../../model/decimal.ts'
import { isInSixMonthsBefore } from '../shortSwing/window.ts'

/** The market value up to which an acquisition may wait for Form 5, in US dollars. Rule 16a-6(a) [V:16a-6]. */
export const SMALL_ACQUISITION_LIMIT = Decimal.of(10_000n)

/** An acquisition of one class; derivatives count with the securities underlying them. */
export interface SmallAcquisition {
  readonly date: CalendarDate
  /** Market value, US dollars. */
  readonly value: Decimal
  /** From the issuer or under its plan: never deferred under Rule 16a-6. */
  readonly fromIssuer?: boolean
  /** Exempt from Section 16(b): left out of the sum. */
  readonly exempt?: boolean
  /** When it was reported; from that day on it is left out of the sum. */
  readonly reportedOn?: CalendarDate
}

/** A disposition by the same person. */
export interface Disposition {
  readonly date: CalendarDate
  readonly exempt?: boolean
}

/** What became of an acquisition's deferral. */
export interface Deferral {
  readonly acquisition: SmallAcquisition
  /**
   * `stands`: it waits for Form 5, code L, or was reported before anything happened. `lost`: Form 4, two business days
   * after `lostOn`. `notEligible`: it came from the issuer. `exempt`: Rule 16a-6 has nothing to do with it.
   */
  readonly state: 'stands' | 'lost' | 'notEligible' | 'exempt'
  readonly lostOn: CalendarDate | undefined
  /** `limit`: more than 10,000 dollars in six months. `disposition`: one that is not exempt in the six months after. */
  readonly because: 'limit' | 'disposition' | undefined
}

/**
 * Which small acquisitions are reported when the sum is passed: `allUnreported` all of them, `inWindow` those of the six
 * months. Source: section16-rules.md 2.4 ("all so far unreported ones"), which the rule's text does not settle.
 */
export type LostDeferrals = 'allUnreported' | 'inWindow'

/**
 * Whether small acquisitions of one class still wait for Form 5. Each may, while it and the others of the six months
 * before it come to 10,000 dollars or less, and no disposition that is not exempt follows within six months. In the
 * order of `acquisitions`; that of the dates is found here, on one day acquisitions before dispositions.
 * Source: Rule 16a-6; section16-rules.md 2.4.
 */
export function smallAcquisitions(
  acquisitions: readonly SmallAcquisition[],
  dispositions: readonly Disposition[] = [],
  lostDeferrals: LostDeferrals = 'allUnreported',
): Deferral[] {
  const found = new Map<SmallAcquisition, Deferral>()
  for (const { date, acquisition } of inOrder(acquisitions, dispositions)) {
    if (acquisition) settle(acquisition, acquisitions, found, lostDeferrals)
    else
      for (const one of waiting(found, date)) {
        if (isInSixMonthsBefore(one.date, date)) found.set(one, lost(one, date, 'disposition'))
      }
  }
  return acquisitions.map((one) => found.get(one)!)
}

interface Happening {
  readonly date: CalendarDate
  readonly acquisition: SmallAcquisition | undefined
}

function inOrder(acquisitions: readonly SmallAcquisition[], dispositions: readonly Disposition[]): Happening[] {
  const acquired = acquisitions.map((acquisition) => ({ date: acquisition.date, acquisition }))
  const disposed = dispositions.filter(({ exempt }) => !exempt).map(({ date }) => ({ date, acquisition: undefined }))
  // Sorting is stable: on one day the acquisitions stay first.
  return [...acquired, ...disposed].sort((one, other) => one.date.day - other.date.day)
}

function settle(
  acquisition: SmallAcquisition,
  all: readonly SmallAcquisition[],
  found: Map<SmallAcquisition, Deferral>,
  lostDeferrals: LostDeferrals,
): void {
  const { date, exempt, fromIssuer } = acquisition
  const state = exempt ? 'exempt' : fromIssuer ? 'notEligible' : 'stands'
  found.set(acquisition, { acquisition, state, lostOn: undefined, because: undefined })
  if (exempt || sumBefore(acquisition, all, found).compare(SMALL_ACQUISITION_LIMIT) <= 0) return
  for (const one of waiting(found, date)) {
    const isConcerned = lostDeferrals === 'allUnreported' || isInSixMonthsBefore(one.date, date)
    if (isConcerned) found.set(one, lost(one, date, 'limit'))
  }
}

/** An acquisition with those of the six months before it that count. */
function sumBefore(
  acquisition: SmallAcquisition,
  all: readonly SmallAcquisition[],
  found: ReadonlyMap<SmallAcquisition, Deferral>,
): Decimal {
  const { date } = acquisition
  const counted = all.filter((one) => {
    const state = found.get(one)?.state
    const counts = one === acquisition || state === 'stands' || state === 'notEligible'
    return counts && isInSixMonthsBefore(one.date, date) && (one === acquisition || !isReported(one, date))
  })
  return counted.reduce((sum, { value }) => sum.plus(value), Decimal.of(0n))
}

function isReported({ reportedOn }: SmallAcquisition, date: CalendarDate): boolean {
  return reportedOn !== undefined && reportedOn.day <= date.day
}

/** Those deferred and not reported by a day. */
function waiting(found: ReadonlyMap<SmallAcquisition, Deferral>, date: CalendarDate): SmallAcquisition[] {
  const standing = [...found.values()].filter(({ state }) => state === 'stands').map(({ acquisition }) => acquisition)
  return standing.filter((one) => !isReported(one, date))
}

function lost(acquisition: SmallAcquisition, lostOn: CalendarDate, because: 'limit' | 'disposition'): Deferral {
  return { acquisition, state: 'lost', lostOn, because }
}
