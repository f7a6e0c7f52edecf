import type { PairKind } from './pairCounts.ts'
import type { JudgedPair, PairRejection } from './pairRules.ts'
import { type Ratio, ZERO } from './ratio.ts'

/** Why pairs are not in the matching's choice. */
export type NotConsidered = PairRejection | 'withoutProfit'

/** How many pairs there are of each kind; kinds that there are none of are left out. */
export type PairTally = Partial<Record<NotConsidered, PairKind>>

/** So many examples of a kind. */
const EXAMPLES = 3

/** All pairs of a few lots, judged one by one; those that may be matched are kept with their profit on a share. */
export class JudgedPairs {
  considered = 0
  /** For each purchase, the profit with each sale with which it may be matched, below zero too. */
  readonly profits: readonly ReadonlyMap<number, Ratio>[]
  private readonly kinds = new Map<NotConsidered, { count: number; examples: { purchase: number; sale: number }[] }>()

  constructor(purchases: number, sales: number, judge: (purchase: number, sale: number) => JudgedPair) {
    this.profits = Array.from({ length: purchases }, (_, purchase) => {
      const profits = new Map<number, Ratio>()
      for (let sale = 0; sale < sales; sale++) {
        const judged = judge(purchase, sale)
        if ('rejected' in judged) this.count(judged.rejected, purchase, sale)
        else {
          profits.set(sale, judged.unitProfit)
          if (judged.unitProfit.sign > 0) this.considered++
          else this.count('withoutProfit', purchase, sale)
        }
      }
      return profits
    })
  }

  get tally(): PairTally {
    return Object.fromEntries(this.kinds)
  }

  private count(kind: NotConsidered, purchase: number, sale: number): void {
    const found = this.kinds.get(kind) ?? { count: 0, examples: [] }
    found.count++
    if (found.examples.length < EXAMPLES) found.examples.push({ purchase, sale })
    this.kinds.set(kind, found)
  }
}

/** Lots in the order in which a convention asks them. */
interface Asked {
  readonly purchases: readonly { readonly shares: Ratio }[]
  readonly sales: readonly { readonly shares: Ratio }[]
  readonly pairs: JudgedPairs
}

/**
 * Matches as a convention says: pairs in the order given, each as many shares as both have left. A pair at a loss uses
 * its shares up and counts nothing.
 */
export function matchedInTurn(
  { purchases, sales, pairs }: Asked,
  order: readonly (readonly [number, number])[],
): Ratio {
  const bought = purchases.map(({ shares }) => shares)
  const sold = sales.map(({ shares }) => shares)
  let profit = ZERO
  for (const [purchase, sale] of order) {
    const unitProfit = pairs.profits[purchase]!.get(sale)!
    const shares = bought[purchase]!.compare(sold[sale]!) < 0 ? bought[purchase]! : sold[sale]!
    if (shares.sign === 0) continue
    bought[purchase] = bought[purchase]!.minus(shares)
    sold[sale] = sold[sale]!.minus(shares)
    if (unitProfit.sign > 0) profit = profit.plus(shares.times(unitProfit))
  }
  return profit
}
