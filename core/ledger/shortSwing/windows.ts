import { CalendarDate } from '../../model/calendarDate.ts'
import type { WholeProblem } from './wholeLots.ts'
import { lastMatchableDay, type MonthEndRule } from './window.ts'

/**
 * Which lots may be matched, without listing the pairs: in the order of their days, each sale reaches a stretch of
 * purchases, and both ends of the stretch move on, or stay, from one sale to the next.
 */
export interface Windows {
  /** Places in the problem's lists, in the order of the days. */
  readonly purchaseOrder: readonly number[]
  readonly saleOrder: readonly number[]
  /** For each sale in order, the first and the last purchase in order that it reaches; none where last < first. */
  readonly first: Int32Array
  readonly last: Int32Array
}

/** The windows of a problem, in time that grows with the number of lots, but for the sorting. */
export function windowsOf({ purchases, sales, monthEnd }: WholeProblem): Windows {
  const purchaseOrder = byDay(purchases)
  const saleOrder = byDay(sales)
  const days = purchaseOrder.map((place) => purchases[place]!.day)
  const ends = lastDays(days, monthEnd)
  const saleDays = saleOrder.map((place) => sales[place]!.day)
  const saleEnds = lastDays(saleDays, monthEnd)
  const first = new Int32Array(sales.length)
  const last = new Int32Array(sales.length)
  let from = 0
  let to = 0
  for (const [k, day] of saleDays.entries()) {
    while (from < days.length && ends[from]! < day) from++
    while (to < days.length && days[to]! <= saleEnds[k]!) to++
    first[k] = from
    last[k] = to - 1
  }
  return { purchaseOrder, saleOrder, first, last }
}

/** The same from the other side: for each purchase in order, the first and the last sale in order that reach it. */
export function salesReaching({ purchaseOrder, first, last }: Windows): {
  firstSale: Int32Array
  lastSale: Int32Array
} {
  const firstBeyond = firstAtLeast(first, purchaseOrder.length + 1)
  return {
    firstSale: firstAtLeast(last, purchaseOrder.length),
    lastSale: firstBeyond.subarray(1).map((sale) => sale - 1),
  }
}

function byDay(lots: readonly { readonly day: number }[]): number[] {
  return lots.map((_, place) => place).sort((one, other) => lots[one]!.day - lots[other]!.day || one - other)
}

/** The last matchable day of each day; the days are in order, so that equal ones stand together. */
function lastDays(days: readonly number[], monthEnd: MonthEndRule): number[] {
  let known = Number.NaN
  let end = 0
  return days.map((day) => {
    if (day !== known) end = lastMatchableDay(new CalendarDate(day), monthEnd).day
    known = day
    return end
  })
}

/** For each of `0` to `count - 1`, the first place in a rising list that holds at least as much. */
function firstAtLeast(rising: Int32Array, count: number): Int32Array {
  const found = new Int32Array(count)
  let k = 0
  for (let value = 0; value < count; value++) {
    while (k < rising.length && rising[k]! < value) k++
    found[value] = k
  }
  return found
}
