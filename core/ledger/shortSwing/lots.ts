import type { CalendarDate } from '../../model/calendarDate.ts'
import { leastCommonMultiple, type Ratio } from './ratio.ts'
import type { WholeLot, WholeProblem } from './wholeLots.ts'
import type { MonthEndRule } from './window.ts'

/** Shares bought or sold on one day at one price. */
export interface Lot {
  /** The trade date: when the trader was bound, neither the settlement nor the deemed execution date. */
  readonly date: CalendarDate
  /** More than zero. */
  readonly shares: Ratio
  /** US dollars a share. */
  readonly price: Ratio
}

export interface Lots {
  readonly purchases: readonly Lot[]
  readonly sales: readonly Lot[]
}

/** How many units one share is, and one dollar. */
export interface Scale {
  readonly shares: bigint
  readonly price: bigint
}

/** The largest units in which all shares, and all prices, are whole numbers. */
export function scaleOf(
  { purchases, sales }: Lots,
  shares: readonly Ratio[] = [],
  prices: readonly Ratio[] = [],
): Scale {
  const lots = [...purchases, ...sales]
  const common = (ratios: readonly Ratio[]) => leastCommonMultiple(ratios.map(({ denominator }) => denominator))
  return {
    shares: common([...lots.map((lot) => lot.shares), ...shares]),
    price: common([...lots.map((lot) => lot.price), ...prices]),
  }
}

/** Whether so many units, to one, of this are a whole number. */
export function isWhole({ numerator, denominator }: Ratio, unit: bigint): boolean {
  return (numerator * unit) % denominator === 0n
}

/** A number in whole units, so many to one of it; `isWhole` says whether it is one. */
export function inUnits({ numerator, denominator }: Ratio, unit: bigint): bigint {
  return (numerator * unit) / denominator
}

/** Lots in whole numbers of the scale's units, which hold all of them exactly. */
export function wholeProblem({ purchases, sales }: Lots, scale: Scale, monthEnd: MonthEndRule): WholeProblem {
  const wholeLot = ({ date, shares, price }: Lot): WholeLot => ({
    day: date.day,
    shares: inUnits(shares, scale.shares),
    price: inUnits(price, scale.price),
  })
  return { purchases: purchases.map(wholeLot), sales: sales.map(wholeLot), monthEnd }
}
