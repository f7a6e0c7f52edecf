import { Ratio, ZERO } from '../shortSwing/ratio.ts'
import type { Amount } from './amounts.ts'
import { isSame, nearestTo, partOf, WHOLE } from './parts.ts'
import { daysAfter, isOnDayOfMonth, monthsBetween, multiplied, portionOf, seriesOf } from './scheduleParts.ts'
import type { VestingItem } from './vestingItem.ts'
import type { VestingReason } from './vestingReasons.ts'
import { type Day, monthsAfter, onDay, type Portion, type VestingPart, type When } from './vestingTerms.ts'

/** The meaning of items, or why there is none. */
export interface Meaning {
  readonly parts: readonly VestingPart[]
  /** What was taken for said; makes a reading probable. */
  readonly assumed: readonly VestingReason[]
  readonly failed: VestingReason | undefined
}

/** Gives items their meaning, one after the other, since `thereafter` and `remaining` look back. */
export class ScheduleBuilder {
  readonly parts: VestingPart[] = []
  readonly assumed = new Set<VestingReason>()
  failed: VestingReason | undefined
  /** The sum of the parts; `undefined` once a number of shares is among them. */
  private given: Ratio | undefined = ZERO
  private hasRest = false
  private last: Day | undefined

  add(item: VestingItem, isOnly: boolean): void {
    if (this.failed) return
    this.failed = this.read(item, isOnly)
  }

  get meaning(): Meaning {
    const isOver = this.given !== undefined && this.given.compare(WHOLE) > 0
    return {
      parts: this.parts,
      assumed: [...this.assumed],
      failed: this.failed ?? (isOver ? 'addsUpToMore' : undefined),
    }
  }

  /** Whether the parts are all of the award; `undefined` where that takes the number of shares. */
  get isComplete(): boolean | undefined {
    return this.hasRest ? true : this.given && isSame(this.given, WHOLE)
  }

  private read(item: VestingItem, isOnly: boolean): VestingReason | undefined {
    if (item.amounts.some(({ isApproximate }) => isApproximate)) this.assumed.add('approximate')
    if (item.amounts.length === 2 && item.amounts[0]?.portion.kind === 'rest' && item.stepMonths !== undefined)
      item.amounts.shift()
    if (item.amounts.length > 1) return this.list(item)
    if (item.daysOfYear.length > 0) return this.yearly(item)
    const { stepMonths, begin, from, over, start, isThereafter, times } = item
    const isSeries = stepMonths !== undefined || begin || from || over || start || isThereafter
    if (item.isExercisable && begin && stepMonths === undefined && times === undefined && !over)
      return this.push(portionOf(item, isOnly), [onDay(begin)])
    if (item.isIncrements && item.whens.length === 1 && !begin && !from && !over) return this.onDays(item, isOnly)
    if (item.whens.length > 0 && isSeries) return this.listedSeries(item, isOnly)
    if (item.whens.length > 0) return this.onDays(item, isOnly)
    if (isSeries || item.times !== undefined) return this.series(item, isOnly)
    if (item.isAlready || item.isPast)
      return this.push(portionOf(item, isOnly), [onDay({ base: { kind: 'report' }, months: 0 })])
    return 'noDay'
  }

  /** `10%, 20% and 70% on A, B and C, respectively`. */
  private list({ amounts, whens, isThereafter, stepMonths }: VestingItem): VestingReason | undefined {
    if (amounts.length !== whens.length || isThereafter || stepMonths !== undefined) return 'amountsAndDaysDiffer'
    for (const [i, { portion }] of amounts.entries()) {
      const failed = this.push(portion, [whens[i]!])
      if (failed) return failed
    }
    return undefined
  }

  /** Instalments whose days are listed besides: `in four annual installments on each of the first four anniversaries`. */
  private listedSeries(item: VestingItem, isOnly: boolean): VestingReason | undefined {
    const { whens, begin, from, over, isThereafter, stepMonths } = item
    if (item.isAnniversaries && !begin && !from && whens[0]?.earliestOf.length === 1) {
      item.begin = whens[0].earliestOf[0]
      return item.amounts.length === 1 ? this.series(item, isOnly) : 'amountsAndDaysDiffer'
    }
    const isOver = over && over.months !== (stepMonths ?? 0) * whens.length
    if (from || isThereafter || isOver || whens.length < 2 || stepMonths === undefined) return 'amountsAndDaysDiffer'
    const days = whens.map(({ earliestOf }) => earliestOf[0]!)
    const isEven = days.every((day, i) => monthsBetween(days[0]!, day) === i * stepMonths)
    if (!isEven) return 'amountsAndDaysDiffer'
    if (!begin) return this.onDays(item, isOnly)
    // The beginning is the date of the first of them.
    if (days[0]!.base.kind === 'date' && monthsBetween(days[0]!, begin) !== 0) return 'amountsAndDaysDiffer'
    item.whens = days.map((_, i) => onDay(monthsAfter(begin, i * stepMonths)))
    return this.onDays(item, isOnly)
  }

  private onDays(item: VestingItem, isOnly: boolean): VestingReason | undefined {
    const { whens, times, isEach, isEqual } = item
    const portion = portionOf(item, isOnly)
    if (times !== undefined && times !== whens.length) return 'amountsAndDaysDiffer'
    if (whens.length === 1) return this.push(portion, whens, item.amounts[0])
    if (item.amounts.length === 0) return isEqual ? this.push(portion, whens) : 'amountsAndDaysDiffer'
    const isTotal = portion.kind === 'count' ? !item.isIncrements : !isEach
    if (isEqual && isTotal && times !== undefined) return this.push(portion, whens, item.amounts[0])
    const whole = multiplied(portion, whens.length)
    const isWhole = whole.kind === 'fraction' && isSame(whole.fraction, this.left ?? ZERO)
    // "25% in equal instalments on A and B" may be the sum of both, "25% on each of A and B" never is.
    if (isEach && (!isEqual || isWhole)) return this.push(this.exact(whole, item.amounts[0], whens.length), whens)
    return isEqual && portion.kind === 'rest' ? this.push(portion, whens) : 'amountsAndDaysDiffer'
  }

  private series(item: VestingItem, isOnly: boolean): VestingReason | undefined {
    const step = this.stepOf(item)
    if (step === undefined) return 'numberOfInstalmentsUnknown'
    const first = item.start ? this.startOf(item, step) : this.firstOf(item, step)
    if (first === undefined) return item.start ? 'ambiguousStart' : 'noDay'
    if (!isOnDayOfMonth(item, first)) return 'dayOfMonthDiffers'
    const counted = this.counted(item, step, first, isOnly)
    if (typeof counted === 'string') return counted
    if (first.base.kind === 'first' && item.end?.base.kind === 'date') {
      const from = monthsAfter(item.end, -(counted.times - 1) * step)
      return this.push(counted.portion, seriesOf(from, counted.times, step))
    }
    if (item.eachSaid && !isSame(item.eachSaid, partOf(1, counted.times))) return 'amountsAndDaysDiffer'
    const end = monthsAfter(first, (counted.times - 1) * step)
    return this.checkEnd(item, end) ?? this.push(counted.portion, seriesOf(first, counted.times, step))
  }

  private stepOf({ stepMonths, times, over }: VestingItem): number | undefined {
    if (stepMonths !== undefined) return stepMonths
    if (times === undefined || !over || over.months % times !== 0) return undefined
    this.assumed.add('stepAssumed')
    return over.months / times
  }

  private firstOf({ begin, from, isThereafter }: VestingItem, step: number): Day | undefined {
    if (begin) return begin
    if (from) return monthsAfter(from, step)
    if (isThereafter || this.parts.length > 0) {
      if (!isThereafter) this.assumed.add('followsAssumed')
      // Already vested, no day named: then what is "thereafter" has no day either.
      return this.last && this.last.base.kind !== 'report' ? monthsAfter(this.last, step) : undefined
    }
    this.assumed.add('firstDayUnstated')
    return { base: { kind: 'first' }, months: 0 }
  }

  /** A beginning that can mean two things means the one with which the end agrees. */
  private startOf({ start, end, times, over }: VestingItem, step: number): Day | undefined {
    const count = times ?? (over && over.months / step)
    const between = start && end && monthsBetween(start, end)
    if (!start || count === undefined || between === undefined) return undefined
    if (between === (count - 1) * step) return start
    return between === count * step ? monthsAfter(start, step) : undefined
  }

  /** Quarterly on named days of the year, the first of them after the part before. */
  private yearly(item: VestingItem): VestingReason | undefined {
    const { amounts, daysOfYear, isThereafter, begin, from, start, over, times, dayOfMonth } = item
    const { left, last } = this
    if (begin || from || start || over || dayOfMonth !== undefined) return 'amountsAndDaysDiffer'
    if (!left || last?.base.kind !== 'date' || last.months !== 0) return 'noDay'
    if (!isThereafter) this.assumed.add('followsAssumed')
    const [said] = amounts
    if (said?.portion.kind === 'count') return 'amountsAndDaysDiffer'
    const each = said?.portion.kind === 'fraction' ? said.portion.fraction : undefined
    const count = times ?? (each && Number(nearestTo(left.over(each))))
    if (count === undefined || count < 1 || count > MOST_INSTALMENTS) return 'numberOfInstalmentsUnknown'
    if (each && !isSame(each.times(partOf(count, 1)), left) && !isSame(each, left)) return 'amountsAndDaysDiffer'
    const dates = daysAfter(last.base.date, daysOfYear, count)
    if (!dates) return 'amountsAndDaysDiffer'
    const days = dates.map((date): Day => ({ base: { kind: 'date', date }, months: 0 }))
    return this.checkEnd(item, days.at(-1)!) ?? this.push({ kind: 'fraction', fraction: left }, days.map(onDay))
  }

  /** How many instalments, and what they are together. */
  private counted(
    item: VestingItem,
    step: number,
    first: Day,
    isOnly: boolean,
  ): { times: number; portion: Portion } | VestingReason {
    const stated = this.timesOf(item, step, first)
    if (stated === 'differ') return 'amountsAndDaysDiffer'
    const [said] = item.amounts
    const rest = this.left
    // "25% on A and annually thereafter, over four years": with the first or after it?
    if (!said && this.parts.length > 0 && item.over && !item.over.isFollowing && item.times === undefined)
      return 'ambiguousStart'
    if (!said || said.portion.kind === 'rest') {
      return stated === undefined ? 'numberOfInstalmentsUnknown' : { times: stated, portion: portionOf(item, isOnly) }
    }
    if (said.portion.kind === 'count' && item.times !== undefined && !item.isEach)
      return stated === undefined ? 'numberOfInstalmentsUnknown' : { times: stated, portion: said.portion }
    if (said.portion.kind === 'count' || !rest) return 'amountsAndDaysDiffer'
    const { fraction } = said.portion
    if (isSame(fraction, rest)) {
      return stated === undefined ? 'numberOfInstalmentsUnknown' : { times: stated, portion: said.portion }
    }
    const times = stated ?? Number(nearestTo(rest.over(fraction)))
    if (said.isRemaining || times < 1 || times > MOST_INSTALMENTS) return 'amountsAndDaysDiffer'
    if (stated === undefined && step === 1 && this.isAmbiguous(fraction, times)) return 'ambiguousShare'
    const whole = this.exact(multiplied(said.portion, times), said, times)
    const isAll = whole.kind === 'rest' || (whole.kind === 'fraction' && isSame(whole.fraction, rest))
    return isAll ? { times, portion: whole } : 'amountsAndDaysDiffer'
  }

  /**
   * 25%, then 1/48 a month: 36 months, so the part is one of the whole. 25%, then 1/36 a month: 27 months if so, but 36
   * if it is one of the rest. Where the first part is like the others there is no doubt.
   */
  private isAmbiguous(fraction: Ratio, times: number): boolean {
    const [first] = this.parts
    const isLike = first?.portion.kind === 'fraction' && isSame(first.portion.fraction, fraction)
    return first !== undefined && !isLike && times % HALF_YEAR !== 0
  }

  private timesOf({ times, over, end, begin }: VestingItem, step: number, first: Day): number | undefined | 'differ' {
    const fits = over && over.months % step === 0 ? over.months / step : undefined
    if (over && fits === undefined) return 'differ'
    if (times !== undefined && fits !== undefined && times !== fits && !(begin && times === fits + 1)) return 'differ'
    if (times !== undefined || fits !== undefined) return times ?? fits
    const months = end && monthsBetween(first, end)
    return months !== undefined && months >= 0 && months % step === 0 ? months / step + 1 : undefined
  }

  /** The last day, where it is said, has to be the one that follows. */
  private checkEnd({ end }: VestingItem, last: Day): VestingReason | undefined {
    if (!end) return undefined
    const months = monthsBetween(last, end)
    if (months === 0) return undefined
    if (months === undefined && last.base.kind !== end.base.kind) {
      this.assumed.add('endUnchecked')
      return undefined
    }
    return 'endDiffers'
  }

  /** What is left of the award; `undefined` where numbers of shares stand before. */
  private get left(): Ratio | undefined {
    return this.given && WHOLE.minus(this.given)
  }

  /** `33.33%` three times, `2.083%` 36 times after 25%: the rounded spelling of what is left. */
  private exact(whole: Portion, said: Amount | undefined, times: number): Portion {
    const rest = this.left
    if (whole.kind !== 'fraction' || !rest || said?.places === undefined || isSame(whole.fraction, rest)) return whole
    const unit = new Ratio(1n, 10n ** BigInt(said.places + 2))
    const off = whole.fraction.minus(rest).over(partOf(times, 1))
    const isNear = off.compare(unit) < 0 && off.compare(ZERO.minus(unit)) > 0
    if (!isNear) return whole
    this.assumed.add('roundedPercentage')
    return { kind: 'rest' }
  }

  private push(portion: Portion, whens: readonly When[], said?: Amount): VestingReason | undefined {
    if (this.hasRest) return 'addsUpToMore'
    // "The options were fully vested on June 15, 2018" after all has been told.
    if (portion.kind === 'rest' && this.given && isSame(this.given, WHOLE)) return this.saidAgain(whens)
    if (said?.isRemaining && portion.kind === 'fraction' && !(this.left && isSame(this.left, portion.fraction))) {
      const near = this.exact(portion, said, 1)
      if (near.kind !== 'rest') return 'amountsAndDaysDiffer'
      return this.push(near, whens)
    }
    this.parts.push({ portion, whens })
    if (portion.kind === 'rest') this.hasRest = true
    else this.given = portion.kind === 'fraction' ? this.given?.plus(portion.fraction) : undefined
    const days = whens.at(-1)?.earliestOf ?? []
    this.last = days.length === 1 ? days[0] : undefined
    return undefined
  }

  private saidAgain([when]: readonly When[]): VestingReason | undefined {
    const [day, other] = when?.earliestOf ?? []
    const isSame = day && !other && (day.base.kind === 'report' || (this.last && monthsBetween(this.last, day) === 0))
    return isSame ? undefined : 'addsUpToMore'
  }
}

const MOST_INSTALMENTS = 240

/** Awards vest over whole half-years. */
const HALF_YEAR = 6
