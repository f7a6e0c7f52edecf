import type { WholeLot, WholeProblem } from './wholeLots.ts'
import { type Windows, windowsOf } from './windows.ts'

/** A purchase and a sale, by their places in their lists. */
export interface PairExample {
  readonly purchase: number
  readonly sale: number
}

/** A kind of pairs: how many there are, and a few of them. */
export interface PairKind {
  readonly count: number
  readonly examples: readonly PairExample[]
}

/** All pairs of a purchase and a sale, by what becomes of them. */
export interface PairCounts {
  /** Within the window and with profit: what the matching chooses from. */
  readonly considered: number
  /** Six months or more apart. Examples: those with profit that miss the window by least. */
  readonly outsideWindow: PairKind
  /** Within the window, but the sale is no dearer than the purchase. */
  readonly withoutProfit: PairKind
}

/** So many examples of a kind. */
const EXAMPLES = 3

/** Counts the pairs of each kind without listing them, in time n log n. */
export function pairCounts(problem: WholeProblem): PairCounts {
  const { purchases, sales } = problem
  const windows = windowsOf(problem)
  const reached = windows.first.reduce((sum, from, k) => sum + windows.last[k]! - from + 1, 0)
  const considered = countCheaper(problem, windows)
  return {
    considered,
    outsideWindow: { count: purchases.length * sales.length - reached, examples: nearMisses(problem, windows) },
    withoutProfit: { count: reached - considered, examples: losses(problem, windows) },
  }
}

/** How many pairs within the window have the sale dearer: sales in rising order of price, cheaper purchases counted. */
function countCheaper({ purchases, sales }: WholeProblem, { purchaseOrder, saleOrder, first, last }: Windows): number {
  const bought = purchaseOrder.map((place) => purchases[place]!)
  const sold = saleOrder.map((place) => sales[place]!)
  const cheaper = new Counts(bought.length)
  const rising = risingPrices(bought)
  let next = 0
  let count = 0
  for (const k of risingPrices(sold)) {
    while (next < rising.length && bought[rising[next]!]!.price < sold[k]!.price) cheaper.add(rising[next++]!)
    count += cheaper.before(last[k]! + 1) - cheaper.before(first[k]!)
  }
  return count
}

function risingPrices(lots: readonly WholeLot[]): number[] {
  return lots
    .map((_, place) => place)
    .sort((one, other) => Number(lots[one]!.price > lots[other]!.price) - Number(lots[one]!.price < lots[other]!.price))
}

/** Pairs with profit whose purchase is the last before the sale's window, or the first behind it. */
function nearMisses({ purchases, sales }: WholeProblem, windows: Windows): PairExample[] {
  const { purchaseOrder, saleOrder, first, last } = windows
  const examples: PairExample[] = []
  for (const [k, sale] of saleOrder.entries()) {
    for (const purchase of [purchaseOrder[first[k]! - 1], purchaseOrder[last[k]! + 1]]) {
      if (examples.length === EXAMPLES) return examples
      if (purchase !== undefined && purchases[purchase]!.price < sales[sale]!.price) examples.push({ purchase, sale })
    }
  }
  return examples
}

/** Pairs without profit of a sale and the first purchase of its window. */
function losses({ purchases, sales }: WholeProblem, windows: Windows): PairExample[] {
  const { purchaseOrder, saleOrder, first, last } = windows
  const examples: PairExample[] = []
  for (const [k, sale] of saleOrder.entries()) {
    if (examples.length === EXAMPLES) return examples
    const purchase = purchaseOrder[first[k]!]
    if (purchase === undefined || first[k]! > last[k]!) continue
    if (purchases[purchase]!.price >= sales[sale]!.price) examples.push({ purchase, sale })
  }
  return examples
}

/** Places that are added one by one, and how many stand before a place (Fenwick). */
class Counts {
  private readonly sums: Int32Array

  constructor(places: number) {
    this.sums = new Int32Array(places + 1)
  }

  add(place: number): void {
    for (let at = place + 1; at < this.sums.length; at += at & -at) this.sums[at]!++
  }

  before(place: number): number {
    let count = 0
    for (let at = place; at > 0; at -= at & -at) count += this.sums[at]!
    return count
  }
}
