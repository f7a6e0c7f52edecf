import { bigintQuantities, fitsNumbers, numberQuantities, type Quantities, type QuantityList } from './quantities.ts'
import type { WholeMatching, WholePair } from './wholeLots.ts'

/** Lots of which not the window alone says what may be matched, or whose profit is not the difference of two prices. */
export interface PairProblem {
  /** Shares of each purchase and each sale, more than zero. */
  readonly purchases: readonly bigint[]
  readonly sales: readonly bigint[]
  /** Profit on one share of a pair; `undefined` where it may not be matched. */
  readonly unitProfit: (purchase: number, sale: number) => bigint | undefined
}

/**
 * The matching with the greatest profit, and its proof, for any pairs and profits whatever: min-cost flow along shortest
 * augmenting paths, with potentials (Hungarian method for transportation). Time grows with the pairs that have a profit
 * times the number of paths, memory with those pairs. For up to some thousands of lots; plain lots have `bestMatching`,
 * which is the quicker by orders of magnitude.
 */
export function bestPairMatching(problem: PairProblem): WholeMatching {
  const edges = problem.purchases.map((_, purchase) =>
    problem.sales.flatMap((__, sale) => {
      const profit = problem.unitProfit(purchase, sale)
      return profit !== undefined && profit > 0n ? [{ sale, profit }] : []
    }),
  )
  // Nothing that is counted is above four times the greatest profit.
  return fitsNumbers(2n * greatestProfit(edges.flat()))
    ? new PairMatcher(problem, edges, numberQuantities).matching()
    : new PairMatcher(problem, edges, bigintQuantities).matching()
}

/** A sale that a purchase can be matched with, and the profit on one share, more than zero. */
interface Edge {
  readonly sale: number
  readonly profit: bigint
}

function greatestProfit(edges: readonly Edge[]): bigint {
  let greatest = 0n
  for (const { profit } of edges) if (profit > greatest) greatest = profit
  return greatest
}

/** A path through purchases and sales, and where it ends. */
interface Path<T> {
  readonly length: T
  /** The purchase that gives a share up, or the sale that takes one more. */
  readonly end: { readonly purchase: number } | { readonly sale: number }
}

/** A sale of a path: which purchase takes shares of it, and which gives them up (none: they were unsold). */
interface PathStep {
  readonly sale: number
  readonly takes: number
  readonly gives: number | undefined
}

/** One run over one problem. Profits and distances are counted in `T`. */
class PairMatcher<T extends number | bigint> {
  private readonly problem: PairProblem
  private readonly q: Quantities<T>
  private readonly edgeSales: readonly Int32Array[]
  private readonly edgeProfits: readonly QuantityList<T>[]
  /** The numbers of the proof: together never less than a pair's profit, equal to it where shares are matched. */
  private readonly purchaseDuals: QuantityList<T>
  private readonly saleDuals: QuantityList<T>
  private readonly unsold: bigint[]
  /** For each sale, the shares matched with each purchase. */
  private readonly matched: Map<number, bigint>[]
  /** Of the search under way: the lots reached, how far each is, and from where it was reached; -1: not reached. */
  private readonly reached: number[] = []
  private readonly purchaseDistance: QuantityList<T>
  private readonly saleDistance: QuantityList<T>
  private readonly purchaseFrom: Int32Array
  private readonly saleFrom: Int32Array
  /** Sales reached and not yet gone on from; how far each is can still become less. */
  private readonly open: Set<number> = new Set()
  private readonly done: Set<number> = new Set()

  constructor(problem: PairProblem, edges: readonly (readonly Edge[])[], quantities: Quantities<T>) {
    const { purchases, sales } = problem
    this.problem = problem
    this.q = quantities
    this.edgeSales = edges.map((of) => Int32Array.from(of, ({ sale }) => sale))
    this.edgeProfits = edges.map((of) => {
      const profits = quantities.list(of.length)
      for (const [at, { profit }] of of.entries()) profits[at] = quantities.of(profit)
      return profits
    })
    this.purchaseDuals = quantities.list(purchases.length)
    for (const [purchase, of] of edges.entries()) {
      this.purchaseDuals[purchase] = quantities.of(greatestProfit(of))
    }
    this.saleDuals = quantities.list(sales.length)
    this.unsold = sales.slice()
    this.matched = sales.map(() => new Map())
    this.purchaseDistance = quantities.list(purchases.length)
    this.saleDistance = quantities.list(sales.length)
    this.purchaseFrom = new Int32Array(purchases.length)
    this.saleFrom = new Int32Array(sales.length)
  }

  matching(): WholeMatching {
    const { q } = this
    const { purchases, sales, unitProfit } = this.problem
    for (const [purchase, shares] of purchases.entries()) {
      let left = shares
      // A number of zero: matching more of this purchase gains nothing.
      while (left > 0n && q.isLess(q.zero, this.purchaseDuals[purchase]!)) left -= this.extend(purchase, left)
    }
    const pairs = this.matched.flatMap((of, sale) =>
      [...of].map(([purchase, shares]): WholePair => ({ purchase, sale, shares })),
    )
    return {
      pairs,
      profit: pairs.reduce((sum, { purchase, sale, shares }) => sum + shares * unitProfit(purchase, sale)!, 0n),
      purchaseDuals: purchases.map((_, purchase) => q.toBigInt(this.purchaseDuals[purchase]!)),
      saleDuals: sales.map((_, sale) => q.toBigInt(this.saleDuals[sale]!)),
    }
  }

  /** Matches more of a purchase along a shortest path; says how many shares are done with. */
  private extend(from: number, wanted: bigint): bigint {
    const { length, end } = this.search(from)
    this.move(length)
    // The path ends where it began: what is left of the purchase is best left alone.
    if ('purchase' in end && end.purchase === from) return wanted
    const steps = this.stepsTo(from, end)
    let shares = wanted
    for (const { gives, sale } of steps) {
      const available = gives === undefined ? this.unsold[sale]! : this.matched[sale]!.get(gives)!
      if (available < shares) shares = available
    }
    for (const { takes, gives, sale } of steps) {
      this.add(sale, takes, shares)
      if (gives === undefined) this.unsold[sale]! -= shares
      else this.add(sale, gives, -shares)
    }
    return shares
  }

  /** Dijkstra's search over the slack of the pairs, from a purchase to the nearest lot where a path may end. */
  private search(from: number): Path<T> {
    const { q } = this
    this.reached.length = 0
    this.open.clear()
    this.done.clear()
    this.purchaseFrom.fill(-1)
    this.saleFrom.fill(-1)
    let best: Path<T> = this.reach(from, q.zero)
    for (;;) {
      const sale = this.nearest()
      if (sale === undefined || !q.isLess(this.saleDistance[sale]!, best.length)) return best
      const distance = this.saleDistance[sale]!
      this.open.delete(sale)
      this.done.add(sale)
      if (this.unsold[sale]! > 0n) return { length: distance, end: { sale } }
      for (const purchase of this.matched[sale]!.keys()) {
        if (purchase === from || this.purchaseFrom[purchase]! >= 0) continue
        this.purchaseFrom[purchase] = sale
        const path = this.reach(purchase, distance)
        if (q.isLess(path.length, best.length)) best = path
      }
    }
  }

  /** Goes on from a purchase to all sales that it could be matched with; says the path that would end here. */
  private reach(purchase: number, distance: T): Path<T> {
    const { q } = this
    this.reached.push(purchase)
    this.purchaseDistance[purchase] = distance
    const length = q.plus(distance, this.purchaseDuals[purchase]!)
    const sales = this.edgeSales[purchase]!
    const profits = this.edgeProfits[purchase]!
    for (let at = 0; at < sales.length; at++) {
      const sale = sales[at]!
      if (this.done.has(sale)) continue
      const far = q.minus(q.plus(length, this.saleDuals[sale]!), profits[at]!)
      if (this.saleFrom[sale]! >= 0 && !q.isLess(far, this.saleDistance[sale]!)) continue
      this.saleDistance[sale] = far
      this.saleFrom[sale] = purchase
      this.open.add(sale)
    }
    return { length, end: { purchase } }
  }

  private nearest(): number | undefined {
    let nearest: number | undefined
    for (const sale of this.open)
      if (nearest === undefined || this.q.isLess(this.saleDistance[sale]!, this.saleDistance[nearest]!)) nearest = sale
    return nearest
  }

  /** Moves the numbers of what lies nearer than the path's end, so that its pairs have no slack left. */
  private move(length: T): void {
    const { q } = this
    for (const purchase of this.reached) {
      const ahead = q.minus(length, this.purchaseDistance[purchase]!)
      if (q.isLess(q.zero, ahead)) this.purchaseDuals[purchase] = q.minus(this.purchaseDuals[purchase]!, ahead)
    }
    for (const sales of [this.open, this.done]) {
      for (const sale of sales) {
        const ahead = q.minus(length, this.saleDistance[sale]!)
        if (q.isLess(q.zero, ahead)) this.saleDuals[sale] = q.plus(this.saleDuals[sale]!, ahead)
      }
    }
  }

  private stepsTo(from: number, end: Path<T>['end']): PathStep[] {
    const steps: PathStep[] = []
    let gives = 'purchase' in end ? end.purchase : undefined
    let sale = 'purchase' in end ? this.purchaseFrom[end.purchase]! : end.sale
    for (;;) {
      const takes = this.saleFrom[sale]!
      steps.push({ sale, takes, gives })
      if (takes === from) return steps
      gives = takes
      sale = this.purchaseFrom[takes]!
    }
  }

  private add(sale: number, purchase: number, shares: bigint): void {
    const of = this.matched[sale]!
    const now = (of.get(purchase) ?? 0n) + shares
    if (now === 0n) of.delete(purchase)
    else of.set(purchase, now)
  }
}
