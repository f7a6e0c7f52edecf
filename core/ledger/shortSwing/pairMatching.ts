import type { WholeMatching, WholePair } from './wholeLots.ts'

/** Lots of which not the window alone says what may be matched, or whose profit is not the difference of two prices. */
export interface PairProblem {
  /** Shares of each purchase and each sale, more than zero. */
  readonly purchases: readonly bigint[]
  readonly sales: readonly bigint[]
  /** Profit on one share of a pair; `undefined` where it may not be matched. Asked often: it should be quick. */
  readonly unitProfit: (purchase: number, sale: number) => bigint | undefined
}

/**
 * The matching with the greatest profit, and its proof, for any pairs and profits whatever: min-cost flow along shortest
 * augmenting paths, with potentials (Hungarian method for transportation). Each path costs the number of pairs in time;
 * memory grows with the number of lots, as pairs are asked for and not kept. For a few hundred lots; plain lots have
 * `bestMatching`, which is the quicker by orders of magnitude.
 */
export function bestPairMatching(problem: PairProblem): WholeMatching {
  return new PairMatcher(problem).matching()
}

/** A path through purchases and sales, and where it ends. */
interface Path {
  readonly length: bigint
  /** The purchase that gives a share up, or the sale that takes one more. */
  readonly end: { readonly purchase: number } | { readonly sale: number }
}

class PairMatcher {
  private readonly problem: PairProblem
  /** The numbers of the proof: together never less than a pair's profit, equal to it where shares are matched. */
  private readonly purchaseDuals: bigint[]
  private readonly saleDuals: bigint[]
  private readonly unsold: bigint[]
  /** For each sale, the shares matched with each purchase. */
  private readonly matched: Map<number, bigint>[]
  /** Of the search under way: how far each lot is, and from where it was reached. `undefined`: not reached. */
  private purchaseDistance: (bigint | undefined)[] = []
  private saleDistance: (bigint | undefined)[] = []
  private purchaseFrom: number[] = []
  private saleFrom: number[] = []

  constructor(problem: PairProblem) {
    this.problem = problem
    this.saleDuals = problem.sales.map(() => 0n)
    this.unsold = problem.sales.slice()
    this.matched = problem.sales.map(() => new Map())
    this.purchaseDuals = problem.purchases.map((_, purchase) =>
      problem.sales.reduce((most, __, sale) => {
        const profit = problem.unitProfit(purchase, sale) ?? 0n
        return profit > most ? profit : most
      }, 0n),
    )
  }

  matching(): WholeMatching {
    const { purchases, unitProfit } = this.problem
    for (const [purchase, shares] of purchases.entries()) {
      let left = shares
      // A number of zero: matching more of this purchase gains nothing.
      while (left > 0n && this.purchaseDuals[purchase]! > 0n) left -= this.extend(purchase, left)
    }
    const pairs = this.pairs()
    return {
      pairs,
      profit: pairs.reduce((sum, { purchase, sale, shares }) => sum + shares * unitProfit(purchase, sale)!, 0n),
      purchaseDuals: this.purchaseDuals,
      saleDuals: this.saleDuals,
    }
  }

  /** Matches more of a purchase along a shortest path; says how many shares are done with. */
  private extend(from: number, wanted: bigint): bigint {
    const { length, end } = this.search(from)
    this.move(length)
    // The path ends where it began: what is left of the purchase is best left alone.
    if ('purchase' in end && end.purchase === from) return wanted
    const steps = this.stepsTo(end)
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
  private search(from: number): Path {
    const { purchases, sales } = this.problem
    this.purchaseDistance = purchases.map(() => undefined)
    this.saleDistance = sales.map(() => undefined)
    this.purchaseFrom = purchases.map(() => -1)
    this.saleFrom = sales.map(() => -1)
    const done = new Set<number>()
    let best: Path = { length: this.purchaseDuals[from]!, end: { purchase: from } }
    const reach = (purchase: number, distance: bigint) => {
      this.purchaseDistance[purchase] = distance
      const length = distance + this.purchaseDuals[purchase]!
      if (length < best.length) best = { length, end: { purchase } }
      this.look(purchase, distance, done)
    }
    reach(from, 0n)
    for (;;) {
      const sale = this.nearest(done)
      const distance = sale === undefined ? undefined : this.saleDistance[sale]
      if (sale === undefined || distance === undefined || distance >= best.length) return best
      done.add(sale)
      if (this.unsold[sale]! > 0n) return { length: distance, end: { sale } }
      for (const purchase of this.matched[sale]!.keys()) {
        if (this.purchaseDistance[purchase] !== undefined) continue
        this.purchaseFrom[purchase] = sale
        reach(purchase, distance)
      }
    }
  }

  /** Looks from a purchase at all sales that it could be matched with. */
  private look(purchase: number, distance: bigint, done: ReadonlySet<number>): void {
    for (let sale = 0; sale < this.saleDuals.length; sale++) {
      if (done.has(sale)) continue
      const profit = this.problem.unitProfit(purchase, sale)
      if (profit === undefined) continue
      const reached = distance + this.purchaseDuals[purchase]! + this.saleDuals[sale]! - profit
      const known = this.saleDistance[sale]
      if (known !== undefined && known <= reached) continue
      this.saleDistance[sale] = reached
      this.saleFrom[sale] = purchase
    }
  }

  private nearest(done: ReadonlySet<number>): number | undefined {
    let nearest: number | undefined
    for (const [sale, distance] of this.saleDistance.entries()) {
      if (distance === undefined || done.has(sale)) continue
      if (nearest === undefined || distance < this.saleDistance[nearest]!) nearest = sale
    }
    return nearest
  }

  /** Moves the numbers of what lies nearer than the path's end, so that its pairs have no slack left. */
  private move(length: bigint): void {
    for (const [purchase, distance] of this.purchaseDistance.entries())
      if (distance !== undefined && distance < length) this.purchaseDuals[purchase]! -= length - distance
    for (const [sale, distance] of this.saleDistance.entries())
      if (distance !== undefined && distance < length) this.saleDuals[sale]! += length - distance
  }

  /** The path's sales: which purchase takes shares of each, and which gives them up (none: they were unsold). */
  private stepsTo(end: Path['end']): { sale: number; takes: number; gives: number | undefined }[] {
    const steps: { sale: number; takes: number; gives: number | undefined }[] = []
    let gives = 'purchase' in end ? end.purchase : undefined
    let sale = 'purchase' in end ? this.purchaseFrom[end.purchase]! : end.sale
    while (sale >= 0) {
      const takes = this.saleFrom[sale]!
      steps.push({ sale, takes, gives })
      gives = takes
      sale = this.purchaseFrom[takes]!
    }
    return steps
  }

  private add(sale: number, purchase: number, shares: bigint): void {
    const of = this.matched[sale]!
    const now = (of.get(purchase) ?? 0n) + shares
    if (now === 0n) of.delete(purchase)
    else of.set(purchase, now)
  }

  private pairs(): WholePair[] {
    return this.matched.flatMap((of, sale) =>
      [...of].flatMap(([purchase, shares]) =>
        this.problem.unitProfit(purchase, sale) === 0n ? [] : [{ purchase, sale, shares }],
      ),
    )
  }
}
