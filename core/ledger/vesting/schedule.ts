import type { CalendarDate } from '../../model/calendarDate.ts'
import type { VestingReading } from '../footnotes/index.ts'
import type { Base, Day, Portion, VestingPart, When } from '../footnotes/vestingTerms.ts'
import { Ratio, ZERO } from '../shortSwing/ratio.ts'
import { addMonths } from './addMonths.ts'

/** What is known of the award that a footnote's words refer to. */
export interface Award {
  /** Shares; `undefined` where they are not known. */
  readonly shares: bigint | undefined
  readonly grantDate: CalendarDate | undefined
  readonly commencement: CalendarDate | undefined
  /** Table II, column 6. */
  readonly exerciseDate: CalendarDate | undefined
  /** The period of the report: what `is vested` has vested by then. */
  readonly reportDate: CalendarDate | undefined
}

/** One vesting of a schedule. */
export interface Instalment {
  /** `undefined` where the day is not known. */
  readonly on: CalendarDate | undefined
  /** It may have vested earlier: `the earlier of March 1, 2024 and the next annual meeting`, `is vested`. */
  readonly isLatest: boolean
  /** What the day hangs on, in the footnote's words, where it hangs on something. */
  readonly words: string | undefined
  /** Of the whole award, exact. */
  readonly fraction: Ratio
  /** Which part of the footnote it belongs to, from 0. */
  readonly part: number
}

/** A footnote's words as days and parts of an award. */
export interface VestingSchedule {
  /** By day, those of unknown day last; as said where the days are the same. */
  readonly instalments: readonly Instalment[]
  /** The shares of which the parts are parts; `undefined` where only parts are known. */
  readonly total: bigint | undefined
  /** The shares of each day are numbered, and are not as many as the award was said to have: their sum is the total. */
  readonly isTotalOfCounts: boolean
  /** Whether the instalments are the whole award. */
  readonly isComplete: boolean
}

/**
 * Gives a reading its days and parts. `undefined` where it was left, or where it numbers shares beside parts of an award
 * whose number of shares is not known.
 */
export function vestingSchedule(reading: VestingReading, award: Award): VestingSchedule | undefined {
  if (reading.certainty === 'left' || reading.parts.length === 0) return undefined
  const total = totalOf(reading.parts, award.shares)
  const fractions = fractionsOf(reading.parts, total)
  if (!fractions) return undefined
  const known = withReading(award, reading)
  const instalments = reading.parts.flatMap(({ whens }, part) => {
    const each = fractions[part]!.over(new Ratio(BigInt(whens.length)))
    return whens.map((when): Instalment => ({ ...resolved(when, known), fraction: each, part }))
  })
  const sum = fractions.reduce((all, one) => all.plus(one), ZERO)
  return {
    instalments: instalments.toSorted((a, b) => dayOf(a) - dayOf(b)),
    total,
    isTotalOfCounts: total !== undefined && total !== award.shares,
    isComplete: sum.compare(new Ratio(1n)) === 0,
  }
}

/** What the footnote says of the award goes before what the row seems to say. */
function withReading(award: Award, { grantDate, commencement }: VestingReading): Award {
  return {
    ...award,
    grantDate: grantDate ?? award.grantDate,
    commencement: commencement ?? award.commencement,
  }
}

function dayOf({ on }: Instalment): number {
  return on?.day ?? Number.MAX_SAFE_INTEGER
}

/** Where every part is a number of shares, their sum is the award, whatever else was taken for it. */
function totalOf(parts: readonly VestingPart[], shares: bigint | undefined): bigint | undefined {
  const counts = parts.map(({ portion }) => (portion.kind === 'count' ? portion.count : undefined))
  return counts.every((count) => count !== undefined) ? counts.reduce((sum, one) => sum + one, 0n) : shares
}

function fractionsOf(parts: readonly VestingPart[], total: bigint | undefined): Ratio[] | undefined {
  const one = new Ratio(1n)
  const fractions: Ratio[] = []
  for (const { portion } of parts) {
    const before = fractions.reduce((sum, each) => sum.plus(each), ZERO)
    const fraction = portion.kind === 'rest' ? one.minus(before) : fractionOf(portion, total)
    // More than the award: the shares are those of another one.
    if (!fraction || fraction.sign <= 0 || before.plus(fraction).compare(one) > 0) return undefined
    fractions.push(fraction)
  }
  return fractions
}

function fractionOf(portion: Exclude<Portion, { kind: 'rest' }>, total: bigint | undefined): Ratio | undefined {
  if (portion.kind === 'fraction') return portion.fraction
  return total === undefined || total <= 0n ? undefined : new Ratio(portion.count, total)
}

/** The earliest of the days that are known; it is the latest possible where another one is not. */
function resolved({ earliestOf }: When, award: Award): Pick<Instalment, 'on' | 'isLatest' | 'words'> {
  const days = earliestOf.map((day) => dateOf(day, award)).filter((date) => date !== undefined)
  const on = days.toSorted((a, b) => a.day - b.day)[0]
  const isByReport = earliestOf.some(({ base }) => base.kind === 'report')
  const isLatest = on !== undefined && (days.length < earliestOf.length || isByReport)
  const hanging = earliestOf.filter((day) => dateOf(day, award) === undefined).map(({ base }) => wordsOf(base))
  return { on, isLatest, words: hanging.length > 0 ? hanging.join(', or ') : undefined }
}

function dateOf({ base, months }: Day, award: Award): CalendarDate | undefined {
  const date = dateOfBase(base, award)
  return date && addMonths(date, months)
}

function dateOfBase(base: Base, award: Award): CalendarDate | undefined {
  switch (base.kind) {
    case 'date':
      return base.date
    case 'grantDate':
      return award.grantDate
    case 'commencement':
      return award.commencement
    case 'exerciseDate':
    case 'first':
      return award.exerciseDate
    case 'report':
      return award.reportDate
    default:
      return undefined
  }
}

function wordsOf(base: Base): string {
  switch (base.kind) {
    case 'event':
      return base.words
    case 'grantDate':
      return 'the day of the grant is not known'
    case 'commencement':
      return 'the vesting commencement date is not known'
    case 'first':
      return 'the day of the first instalment is not said'
    default:
      return 'the date exercisable is not known'
  }
}
