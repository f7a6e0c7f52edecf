import { wholeNumber } from './amounts.ts'
import type { Cursor } from './cursor.ts'

const MONTHS_IN: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 }

const ADVERBS: Readonly<Record<string, number>> = {
  monthly: 1,
  quarterly: 3,
  annual: 12,
  annually: 12,
  yearly: 12,
  'semi annual': 6,
  'semi annually': 6,
  semiannual: 6,
  semiannually: 6,
}

/** `month`, `years`, `quarters'`: months in one. */
export function unitOfTime(cursor: Cursor): number | undefined {
  const token = cursor.peek()
  const months = MONTHS_IN[(token?.text ?? '').replace(/(?:s'?|'s)$/, '')]
  if (months !== undefined) cursor.at++
  return months
}

/** `four years`, `36 month`, `a one (1) year`: months. */
export function duration(cursor: Cursor): number | undefined {
  return cursor.try((c) => {
    const count = wholeNumber(c) ?? (c.word('a') ? 1 : undefined)
    const unit = count === undefined ? undefined : unitOfTime(c)
    return unit === undefined ? undefined : count! * unit
  })
}

/** `monthly`, `quarterly`, `semi-annual`: months between two instalments. */
export function adverbOfPeriod(cursor: Cursor): number | undefined {
  const word = cursor.word('monthly quarterly annual annually yearly semi_annual semi_annually semiannual semiannually')
  return word === undefined ? undefined : ADVERBS[word]
}

/** `monthly`, `each quarter`, `per year`, `every three months`, `on a quarterly basis`: months from one to the next. */
export function period(cursor: Cursor): number | undefined {
  return cursor.first(onABasis, adverbOfPeriod, eachUnit)
}

function onABasis(c: Cursor): number | undefined {
  if (!c.word('on_a on_an')) return undefined
  const step = adverbOfPeriod(c)
  return step !== undefined && c.word('basis') ? step : undefined
}

function eachUnit(c: Cursor): number | undefined {
  if (c.word('per_annum')) return 12
  if (c.word('a')) return unitOfTime(c) === 12 && !c.word('period') ? 12 : undefined
  const isAtEnd = c.word('at_the_end_of') !== undefined
  if (!isAtEnd) c.words('upon_completion_of following on after during in')
  if (!c.word('each every per')) return undefined
  c.words('additional full successive subsequent completed continuous one consecutive')
  const step = duration(c) ?? unitOfTime(c)
  const isPeriod = c.word('period') !== undefined
  if (step !== undefined) c.words('of_service of_continuous_service of_employment')
  // The end of a month is a day of the calendar; the end of a one-month period is a month after the day before.
  return isAtEnd && !isPeriod ? undefined : step
}

/** `over four years`, `for the following thirty-six months`, `over a three-year period`. */
export interface Stretch {
  readonly months: number
  /** `following`: counted from what was said before. */
  readonly isFollowing: boolean
  /** `a three-year period`, of which a beginning is the beginning of the period, not of the instalments. */
  readonly isPeriod: boolean
}

/** How long something takes; `undefined` where nothing of the kind stands here. */
export function stretch(cursor: Cursor): Stretch | undefined {
  return cursor.try((c) => {
    if (!c.word('over for during ratably_over evenly_over equally_over')) return undefined
    c.words('the a an course_of period_of')
    const isFollowing = c.word('following next subsequent succeeding ensuing') !== undefined
    c.words('a the an period_of successive')
    const months = duration(c)
    if (months === undefined) return undefined
    const isPeriod = c.word('period term vesting_period') !== undefined
    const isLater = c.word('thereafter') !== undefined
    return { months, isFollowing: isFollowing || isLater, isPeriod }
  })
}
