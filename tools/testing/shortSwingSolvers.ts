/** Other people's solvers of linear programs, and brute force, asked for the greatest short-swing profit. */
import loadHighs, { type Highs } from 'highs'
import { solve } from 'yalps'
import type { WholePair, WholeProblem } from '../../core/ledger/shortSwing/wholeLots.ts'
import { isWithinSixMonths } from '../../core/ledger/shortSwing/window.ts'
import { CalendarDate } from '../../core/model/calendarDate.ts'
import type { Random } from './random.ts'

/** A pair that may be matched with profit, one by one: what the solvers are given. */
interface Edge {
  purchase: number
  sale: number
  profit: number
}

/** All pairs that may be matched with profit, each asked by itself. */
export function profitablePairs({ purchases, sales, monthEnd }: WholeProblem): Edge[] {
  return purchases.flatMap((from, purchase) =>
    sales.flatMap((to, sale) => {
      const profit = Number(to.price - from.price)
      const isWithin = isWithinSixMonths(new CalendarDate(from.day), new CalendarDate(to.day), monthEnd)
      return isWithin && profit > 0 ? [{ purchase, sale, profit }] : []
    }),
  )
}

/** Loads HiGHS (C++, compiled to WebAssembly). Its types speak of the CommonJS module; here the ES module is loaded. */
export function highs(): Promise<Highs> {
  return (loadHighs as unknown as typeof loadHighs.default)()
}

/**
 * The greatest profit by HiGHS, given the problem in the quickest way it takes: columns in sparse arrays, an upper row
 * for each lot. Its numbers are floats: round the answer. `pairs` so that a benchmark can list them beforehand.
 */
export function profitByHighs(solver: Highs, { purchases, sales }: WholeProblem, pairs: readonly Edge[]): number {
  if (pairs.length === 0) return 0
  const numCols = pairs.length
  const numRows = purchases.length + sales.length
  const data = {
    numCols,
    numRows,
    sense: solver.constants.objectiveSense.maximize,
    colCost: Float64Array.from(pairs, ({ profit }) => profit),
    colLower: new Float64Array(numCols),
    colUpper: new Float64Array(numCols).fill(solver.infinity),
    rowLower: new Float64Array(numRows).fill(-solver.infinity),
    rowUpper: Float64Array.from([...purchases, ...sales], ({ shares }) => Number(shares)),
    matrix: {
      format: 'csc' as const,
      numRows,
      numCols,
      starts: Int32Array.from({ length: numCols + 1 }, (_, column) => 2 * column),
      indices: Int32Array.from(pairs.flatMap(({ purchase, sale }) => [purchase, purchases.length + sale])),
      values: new Float64Array(2 * numCols).fill(1),
    },
  }
  return solver.withModel(data, (model) => {
    model.options.set({ output_flag: false })
    model.run()
    return model.getObjectiveValue()
  })
}

/** The greatest profit by YALPS (TypeScript). */
export function profitByYalps(problem: WholeProblem): number {
  const { purchases, sales } = problem
  const limit = (kind: string, lots: WholeProblem['sales']) =>
    lots.map(({ shares }, place) => [`${kind}${place}`, { max: Number(shares) }] as const)
  const { result } = solve({
    direction: 'maximize',
    objective: 'profit',
    constraints: new Map([...limit('purchase', purchases), ...limit('sale', sales)]),
    variables: new Map(
      profitablePairs(problem).map(({ purchase, sale, profit }) => [
        `${purchase}-${sale}`,
        new Map([
          [`purchase${purchase}`, 1],
          [`sale${sale}`, 1],
          ['profit', profit],
        ]),
      ]),
    ),
  })
  return result
}

/** The greatest profit of all matchings there are, each looked at: for a few shares only. */
export function profitByBruteForce(problem: WholeProblem): bigint {
  const pairs = profitablePairs(problem)
  const bought = problem.purchases.map(({ shares }) => Number(shares))
  const sold = problem.sales.map(({ shares }) => Number(shares))
  const best = (from: number): number => {
    const pair = pairs[from]
    if (pair === undefined) return 0
    const { purchase, sale, profit } = pair
    let greatest = best(from + 1)
    const most = Math.min(bought[purchase]!, sold[sale]!)
    for (let shares = 1; shares <= most; shares++) {
      bought[purchase]! -= shares
      sold[sale]! -= shares
      greatest = Math.max(greatest, shares * profit + best(from + 1))
      bought[purchase]! += shares
      sold[sale]! += shares
    }
    return greatest
  }
  return BigInt(best(0))
}

/** Any matching, made without thinking: pairs in a random order, a random part of what is left of each. */
export function randomMatching(problem: WholeProblem, random: Random): WholePair[] {
  const bought = problem.purchases.map(({ shares }) => Number(shares))
  const sold = problem.sales.map(({ shares }) => Number(shares))
  const pairs: WholePair[] = []
  for (const { purchase, sale } of shuffled(profitablePairs(problem), random)) {
    const shares = random.between(0, Math.min(bought[purchase]!, sold[sale]!))
    bought[purchase]! -= shares
    sold[sale]! -= shares
    if (shares > 0) pairs.push({ purchase, sale, shares: BigInt(shares) })
  }
  return pairs
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((one) => ({ one, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

/** What a random problem looks like. */
export interface Shape {
  purchases: number
  sales: number
  /** All trades within so many days: fewer than 180 is all in one window, thousands leave most pairs outside. */
  days: number
  /** Prices from 1 to this: a few for many ties. */
  prices: number
  shares: number
}

export function randomProblem(random: Random, { purchases, sales, days, prices, shares }: Shape): WholeProblem {
  const start = random.between(-1000, 20_000)
  const lots = (count: number) =>
    Array.from({ length: count }, () => ({
      day: start + random.below(days),
      shares: BigInt(random.between(1, shares)),
      price: BigInt(random.between(1, prices)),
    }))
  return { purchases: lots(purchases), sales: lots(sales), monthEnd: random.pick(['nextMonthFirst', 'clamp']) }
}
