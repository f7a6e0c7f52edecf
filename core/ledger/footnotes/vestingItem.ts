import type { Ratio } from '../shortSwing/ratio.ts'
import type { Amount } from './amounts.ts'
import type { Stretch } from './periods.ts'
import type { Day, When } from './vestingTerms.ts'

/** A day of every year. */
export interface DayOfYear {
  readonly month: number
  readonly dayOfMonth: number
}

/**
 * What one item of a schedule says (`25% on March 1, 2024`; `the remaining 75% in 36 equal monthly instalments
 * thereafter`), gathered in whatever order it is said, before any meaning is given to it.
 */
export class VestingItem {
  amounts: Amount[] = []
  /** Days that are listed. */
  whens: When[] = []
  /** `on each of`: the amount is that of each day. */
  isEach = false
  times: number | undefined
  /** Instalments are spoken of, or `equally`, `ratably`. */
  isEqual = false
  stepMonths: number | undefined
  over: Stretch | undefined
  /** The day of the first instalment. */
  begin: Day | undefined
  /** The day from which the first step is counted. */
  from: Day | undefined
  isThereafter = false
  /** `on March 1, 2024 and each anniversary thereafter`: the amount is that of each. */
  isAnniversaries = false
  /** The day by which all has vested. */
  end: Day | undefined
  /** `on the 25th day of each month`. */
  dayOfMonth: number | undefined
  /** Vested or exercisable by the time of the report. */
  isAlready = false
  hasVerb = false
  /** A beginning that may be the first instalment's or the day from which it is counted; the end tells which. */
  start: Day | undefined
  /** `with 1/12th vesting on each vesting date`: what each instalment has to be. */
  eachSaid: Ratio | undefined
  /** `on each February 15, May 15, August 15 and November 15`. */
  daysOfYear: DayOfYear[] = []
  /** `vested`, `exercisable`, with no `will` before it. */
  isPast = false
  /** `in annual increments of 100 on A, 101 on B`. */
  isIncrements = false
  /** Exercisable, not vesting: `exercisable beginning on a day` is all of it. */
  isExercisable = false
  /** `20% per year`: a beginning of such a rate is not the day of an instalment. */
  isRate = false
  /** What was said just before: a beginning belongs to it. */
  latest: 'period' | 'stretch' | undefined
  /** The days came before the amount: `on March 1, 2024, 25% vests`. */
  isDayFirst = false

  /** `in two installments as follows:`: what follows tells the same in full. */
  get isHeading(): boolean {
    const { amounts, times, whens, stepMonths, over, begin, from, start, isThereafter } = this
    const isBare = [stepMonths, start, begin, from].every((one) => one === undefined) && !isThereafter
    const isAll = amounts.length === 0 || (amounts.length === 1 && amounts[0]?.portion.kind === 'rest')
    return (times !== undefined || over !== undefined) && whens.length === 0 && isBare && isAll
  }

  get hasTime(): boolean {
    const { whens, times, stepMonths, over, begin, from, start } = this
    return (
      whens.length > 0 ||
      [times, stepMonths, over, begin, from, start].some((one) => one !== undefined) ||
      this.isAlready
    )
  }

  /** More is said of time than `quarterly` or `is vested`, after which the amount may follow. */
  get isDated(): boolean {
    const { whens, times, over, begin, from, start } = this
    return whens.length > 0 || [times, over, begin, from, start].some((one) => one !== undefined)
  }

  get isEmpty(): boolean {
    return !this.hasTime && !this.hasVerb && this.amounts.length === 0
  }
}
