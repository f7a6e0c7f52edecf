import type { WholeLot, WholeProblem } from './wholeLots.ts'
import { salesReaching, windowsOf } from './windows.ts'

/**
 * The profit of the courts' words "lowest price in, highest price out", taken at their letter: the cheapest purchase
 * takes the dearest sale within its window that has shares left, as long as there is a profit, then the next cheapest.
 * Never above the greatest profit, and as little as half of it: what is taken may have been all that another purchase
 * could reach. Source: Smolowe v. Delendo, 136 F.2d 231 (2d Cir. 1943); section16-rules.md 4.3.
 */
export function lowestInHighestOut(problem: WholeProblem): bigint {
  const { purchases, sales } = problem
  if (sales.length === 0) return 0n
  const windows = windowsOf(problem)
  const { firstSale, lastSale } = salesReaching(windows)
  const dearest = new DearestSales(windows.saleOrder.map((place) => sales[place]!))
  let profit = 0n
  for (const i of cheapestFirst(windows.purchaseOrder.map((place) => purchases[place]!))) {
    let { shares, price } = purchases[windows.purchaseOrder[i]!]!
    while (shares > 0n) {
      const sale = dearest.between(firstSale[i]!, lastSale[i]!)
      if (sale === undefined || dearest.priceOf(sale) <= price) break
      const taken = dearest.take(sale, shares)
      profit += taken * (dearest.priceOf(sale) - price)
      shares -= taken
    }
  }
  return profit
}

/**
 * The profit of first in, first out, as bookkeepers match lots: each sale in the order of the days takes the earliest
 * purchases within its window that have shares left. Pairs without profit use their shares up and count nothing: losses
 * are not set off. Courts have rejected it (Smolowe); it is shown beside.
 */
export function firstInFirstOut(problem: WholeProblem): bigint {
  const { purchases, sales } = problem
  const { purchaseOrder, saleOrder, first, last } = windowsOf(problem)
  const left = purchaseOrder.map((place) => purchases[place]!.shares)
  let profit = 0n
  let earliest = 0
  for (const [k, place] of saleOrder.entries()) {
    let { shares, price } = sales[place]!
    // What earlier sales left behind is before every later window, or used up.
    earliest = Math.max(earliest, first[k]!)
    while (shares > 0n && earliest <= last[k]!) {
      const taken = lesser(shares, left[earliest]!)
      const gain = price - purchases[purchaseOrder[earliest]!]!.price
      if (gain > 0n) profit += taken * gain
      shares -= taken
      left[earliest]! -= taken
      if (left[earliest] === 0n) earliest++
    }
  }
  return profit
}

function cheapestFirst(lots: readonly WholeLot[]): number[] {
  return lots
    .map((_, place) => place)
    .sort((one, other) => {
      const difference = lots[one]!.price - lots[other]!.price
      return difference === 0n ? one - other : difference < 0n ? -1 : 1
    })
}

/** Sales with shares left, the dearest of any stretch found in time log n: a binary tree of the dearest, root 1. */
class DearestSales {
  private readonly sales: readonly WholeLot[]
  private readonly left: bigint[]
  /** Places of sales; -1: none has shares left. The leaves are the second half. */
  private readonly tree: Int32Array

  constructor(sales: readonly WholeLot[]) {
    this.sales = sales
    this.left = sales.map(({ shares }) => shares)
    this.tree = new Int32Array(2 * sales.length)
    for (let place = 0; place < sales.length; place++) this.tree[sales.length + place] = place
    for (let node = sales.length - 1; node > 0; node--) this.gather(node)
  }

  priceOf(sale: number): bigint {
    return this.sales[sale]!.price
  }

  /** The dearest of the sales `from` to `to`; the first of equal ones; `undefined` where none has shares left. */
  between(from: number, to: number): number | undefined {
    let dearest = -1
    let low = this.sales.length + from
    let high = this.sales.length + to + 1
    for (; low < high; low >>= 1, high >>= 1) {
      if (low & 1) dearest = this.dearer(dearest, this.tree[low++]!)
      if (high & 1) dearest = this.dearer(dearest, this.tree[--high]!)
    }
    return dearest < 0 ? undefined : dearest
  }

  /** Takes shares of a sale, at most those that it has left; says how many. */
  take(sale: number, wanted: bigint): bigint {
    const taken = lesser(wanted, this.left[sale]!)
    this.left[sale]! -= taken
    if (this.left[sale] === 0n) {
      let node = this.sales.length + sale
      this.tree[node] = -1
      for (node >>= 1; node > 0; node >>= 1) this.gather(node)
    }
    return taken
  }

  private gather(node: number): void {
    this.tree[node] = this.dearer(this.tree[2 * node]!, this.tree[2 * node + 1]!)
  }

  private dearer(one: number, other: number): number {
    if (one < 0 || other < 0) return Math.max(one, other)
    const difference = this.priceOf(one) - this.priceOf(other)
    if (difference === 0n) return Math.min(one, other)
    return difference > 0n ? one : other
  }
}

function lesser(one: bigint, other: bigint): bigint {
  return one < other ? one : other
}
