import { bigintQuantities, fitsNumbers, numberQuantities, type Quantities, type QuantityList } from './quantities.ts'
import { RunningSums } from './runningSums.ts'
import type { WholeMatching, WholePair, WholeProblem } from './wholeLots.ts'
import { salesReaching, type Windows, windowsOf } from './windows.ts'

/**
 * The matching with the greatest profit, and its proof. Time grows as n log n with the number of lots, memory as n, be
 * the windows sparse or dense: the pairs that may be matched are never listed.
 *
 * Why greed is right here, though pairing the best pair first is not. Profit is the prices of the sales matched less
 * those of the purchases matched. Give every purchase a *buyer of last resort*, who takes its shares, and only those,
 * at what they cost. Now all purchased shares are always sold, and only the prices on the sales' side count: the
 * greatest profit is the dearest set of shares sold, buyers of last resort among them, that can be served at all. Sets
 * that can be served are the independent sets of a matroid (a transversal one), and there the dearest set is found by
 * asking the sales in falling order of price and taking of each as many shares as can still be served (Rado; Edmonds).
 *
 * What can still be served is a matter of counting (Hall): sales and purchases in the order of their days, a set can be
 * served just when for every stretch of purchases the sales that reach nothing else ask for no more shares than it has.
 * Windows begin and end in the order of the days, so the sales of a stretch are a stretch of sales, `from` to `to`, and
 *
 *     spare(from, to) = (shares up to last[to] − taken up to to) − (shares before first[from] − taken before from)
 *
 * is a difference of two running sums; taking shares changes each at one step. What a sale `k` may take is the least
 * spare of any stretch with it inside: the least of the first sums from `k` on, less the greatest of the second up to
 * `k`. A buyer of last resort takes shares out of its purchase, which moves the same two sums at one step each.
 *
 * The proof comes by itself. A stretch with nothing to spare is *full*: whoever asks at a lower price is not served
 * from it. What a purchase's shares are worth is the price at which it first stood in a full stretch; its number is that
 * less its own price, and a sale's number what its price exceeds the least worth in its window by.
 */
export function bestMatching(problem: WholeProblem): WholeMatching {
  if (problem.purchases.length === 0 || problem.sales.length === 0) return nothingMatched(problem)
  const total = [...problem.purchases, ...problem.sales].reduce((sum, { shares }) => sum + shares, 0n)
  return fitsNumbers(total)
    ? new Matcher(problem, numberQuantities).matching()
    : new Matcher(problem, bigintQuantities).matching()
}

function nothingMatched({ purchases, sales }: WholeProblem): WholeMatching {
  return { pairs: [], profit: 0n, purchaseDuals: purchases.map(() => 0n), saleDuals: sales.map(() => 0n) }
}

/** Who asks for shares: a sale, or the buyer of last resort of a purchase. All by their place in the order of days. */
interface Asker {
  readonly price: bigint
  readonly isLastResort: boolean
  readonly place: number
}

/** One run over one problem. Lots go by their place in the order of days, sales as `k`, purchases as `i`. */
class Matcher<T extends number | bigint> {
  private readonly problem: WholeProblem
  private readonly q: Quantities<T>
  private readonly windows: Windows
  /** Shares of each purchase that its buyer of last resort has not taken. */
  private readonly left: QuantityList<T>
  /** Shares of each sale that are served. */
  private readonly served: QuantityList<T>
  /** Shares up to the last purchase of each sale's window, less those taken by the sales up to it. */
  private readonly upTo: RunningSums<T>
  /** Minus: shares before the window's first purchase, less those taken by the sales before it. */
  private readonly minusBefore: RunningSums<T>
  private readonly firstSale: Int32Array
  private readonly lastSale: Int32Array
  /** What each purchase's shares are worth; known where `next` leads past it. */
  private readonly worth: bigint[]
  /** The first purchase from here on whose worth is not known yet, by way of others. */
  private readonly next: Int32Array

  constructor(problem: WholeProblem, quantities: Quantities<T>) {
    this.problem = problem
    this.q = quantities
    this.windows = windowsOf(problem)
    this.left = quantities.list(problem.purchases.length)
    this.served = quantities.list(problem.sales.length)
    for (const [i, place] of this.windows.purchaseOrder.entries())
      this.left[i] = quantities.of(problem.purchases[place]!.shares)
    const before = sumsBefore(this.left, quantities)
    const { first, last } = this.windows
    this.upTo = new RunningSums(stepsOf(last, 1, before, quantities), quantities)
    const steps = stepsOf(first, 0, before, quantities)
    for (let k = 0; k < steps.length; k++) steps[k] = quantities.minus(quantities.zero, steps[k]!)
    this.minusBefore = new RunningSums(steps, quantities)
    const { firstSale, lastSale } = salesReaching(this.windows)
    this.firstSale = firstSale
    this.lastSale = lastSale
    this.worth = Array.from({ length: this.left.length }, () => 0n)
    this.next = Int32Array.from({ length: this.left.length + 1 }, (_, i) => i)
  }

  matching(): WholeMatching {
    for (const asker of this.askers()) {
      if (asker.isLastResort) this.close(asker.place, asker.price)
      else this.serve(asker.place, asker.price)
    }
    const { purchases, sales } = this.problem
    const pairs = this.pairs()
    return {
      pairs,
      profit: pairs.reduce(
        (sum, { purchase, sale, shares }) => sum + shares * (sales[sale]!.price - purchases[purchase]!.price),
        0n,
      ),
      ...this.duals(),
    }
  }

  /** In falling order of price. At one price buyers of last resort first, so that no pair without profit is matched. */
  private askers(): Asker[] {
    const { purchases, sales } = this.problem
    const { purchaseOrder, saleOrder } = this.windows
    const asking = (lots: typeof sales, order: readonly number[], isLastResort: boolean): Asker[] =>
      order.map((lot, place) => ({ price: lots[lot]!.price, isLastResort, place }))
    return [...asking(purchases, purchaseOrder, true), ...asking(sales, saleOrder, false)].sort((one, other) =>
      one.price === other.price
        ? Number(other.isLastResort) - Number(one.isLastResort)
        : one.price < other.price
          ? 1
          : -1,
    )
  }

  private serve(k: number, price: bigint): void {
    const { q, upTo, minusBefore } = this
    const wanted = q.of(this.problem.sales[this.windows.saleOrder[k]!]!.shares)
    const least = upTo.leastFrom(k)
    const minusGreatest = minusBefore.leastTo(k)
    const spare = q.plus(least, minusGreatest)
    const taken = q.isLess(spare, wanted) ? spare : wanted
    this.served[k] = taken
    upTo.add(k, q.minus(q.zero, taken))
    minusBefore.add(k + 1, taken)
    if (!q.isLess(taken, spare)) this.fill(q.minus(least, taken), minusGreatest, price)
  }

  private close(i: number, price: bigint): void {
    const { q, upTo, minusBefore } = this
    const from = this.firstSale[i]!
    const to = this.lastSale[i]!
    const isReached = from < upTo.length && to >= 0
    // Where `from` is after `to` no sale reaches it alone, and each stretch around it has all its shares to spare.
    const least = isReached ? upTo.leastFrom(from) : q.zero
    const minusGreatest = isReached ? minusBefore.leastTo(to) : q.zero
    const shares = this.left[i]!
    const spare = isReached ? q.plus(least, minusGreatest) : shares
    const taken = q.isLess(spare, shares) ? spare : shares
    const left = q.minus(shares, taken)
    this.left[i] = left
    upTo.add(from, q.minus(q.zero, taken))
    minusBefore.add(to + 1, taken)
    if (isReached && !q.isLess(taken, spare)) this.fill(q.minus(least, taken), minusGreatest, price)
    if (!q.isLess(q.zero, left)) this.settle(i, i, price)
  }

  /** Settles the worth of the widest stretch that just became full: the sums at its ends are the least there. */
  private fill(least: T, minusGreatest: T, price: bigint): void {
    const from = this.minusBefore.firstAtMost(minusGreatest)
    const to = this.upTo.lastAtMost(least)
    this.settle(this.windows.first[from]!, this.windows.last[to]!, price)
  }

  private settle(from: number, to: number, price: bigint): void {
    for (let i = this.unsettled(from); i <= to; i = this.unsettled(i)) {
      this.worth[i] = price
      this.next[i] = i + 1
    }
  }

  private unsettled(from: number): number {
    const { next } = this
    let i = from
    while (next[i]! !== i) {
      next[i] = next[next[i]!]!
      i = next[i]!
    }
    return i
  }

  /** First come, first served: what can be matched at all can be matched in the order of the days. */
  private pairs(): WholePair[] {
    const { q, left } = this
    const { purchaseOrder, saleOrder } = this.windows
    const pairs: WholePair[] = []
    let i = 0
    for (let k = 0; k < this.served.length; k++) {
      for (let unpaired = this.served[k]!; q.isLess(q.zero, unpaired); ) {
        while (!q.isLess(q.zero, left[i]!)) i++
        const shares = q.isLess(unpaired, left[i]!) ? unpaired : left[i]!
        pairs.push({ purchase: purchaseOrder[i]!, sale: saleOrder[k]!, shares: q.toBigInt(shares) })
        left[i] = q.minus(left[i]!, shares)
        unpaired = q.minus(unpaired, shares)
      }
    }
    return pairs
  }

  private duals(): Pick<WholeMatching, 'purchaseDuals' | 'saleDuals'> {
    const { purchases, sales } = this.problem
    const { purchaseOrder, saleOrder } = this.windows
    const purchaseDuals = purchases.map(() => 0n)
    const saleDuals = sales.map(() => 0n)
    for (const [i, place] of purchaseOrder.entries()) purchaseDuals[place] = this.worth[i]! - purchases[place]!.price
    for (const [k, worth] of this.leastWorths().entries()) {
      const place = saleOrder[k]!
      const { price } = sales[place]!
      if (worth !== undefined && worth < price) saleDuals[place] = price - worth
    }
    return { purchaseDuals, saleDuals }
  }

  /** The least worth in each sale's window; windows slide, so what is dearer and leaves earlier is forgotten. */
  private leastWorths(): (bigint | undefined)[] {
    const { worth } = this
    const { first, last } = this.windows
    const kept = new Int32Array(worth.length)
    let head = 0
    let tail = 0
    let seen = 0
    return Array.from(first, (from, k) => {
      for (; seen <= last[k]!; seen++) {
        while (tail > head && worth[kept[tail - 1]!]! >= worth[seen]!) tail--
        kept[tail++] = seen
      }
      while (head < tail && kept[head]! < from) head++
      return head < tail ? worth[kept[head]!] : undefined
    })
  }
}

/** The sums of what comes before each place, and of all at the end. */
function sumsBefore<T extends number | bigint>(amounts: QuantityList<T>, q: Quantities<T>): QuantityList<T> {
  const sums = q.list(amounts.length + 1)
  for (let i = 0; i < amounts.length; i++) sums[i + 1] = q.plus(sums[i]!, amounts[i]!)
  return sums
}

/** The steps of the running sums `before[place + shift]`, one for each place. */
function stepsOf<T extends number | bigint>(
  places: Int32Array,
  shift: number,
  before: QuantityList<T>,
  q: Quantities<T>,
): QuantityList<T> {
  const steps = q.list(places.length)
  let sum = q.zero
  for (let k = 0; k < places.length; k++) {
    const next = before[places[k]! + shift]!
    steps[k] = q.minus(next, sum)
    sum = next
  }
  return steps
}
