import { expect, it } from 'vitest'
import { Random } from '../../../tools/testing/random.ts'
import { profitByBruteForce, randomProblem } from '../../../tools/testing/shortSwingSolvers.ts'
import { CalendarDate } from '../../model/calendarDate.ts'
import { bestMatching } from './bestMatching.ts'
import { pairCertificateFaults } from './certificate.ts'
import { bestPairMatching, type PairProblem } from './pairMatching.ts'
import type { WholeMatching, WholeProblem } from './wholeLots.ts'
import { isWithinSixMonths } from './window.ts'

const SEED = 16

function pairProblem({ purchases, sales, monthEnd }: WholeProblem): PairProblem {
  return {
    purchases: purchases.map(({ shares }) => shares),
    sales: sales.map(({ shares }) => shares),
    unitProfit: (purchase, sale) => {
      const [from, to] = [purchases[purchase]!, sales[sale]!]
      const isWithin = isWithinSixMonths(new CalendarDate(from.day), new CalendarDate(to.day), monthEnd)
      return isWithin ? to.price - from.price : undefined
    },
  }
}

it('finds what the matching over windows finds, and brute force', () => {
  const random = new Random(SEED)
  for (let n = 0; n < 1500; n++) {
    const size = random.pick([3, 3, 12])
    const problem = randomProblem(random, {
      purchases: random.between(0, size),
      sales: random.between(0, size),
      days: random.pick([1, 200, 500, 1500]),
      prices: random.pick([4, 100]),
      shares: random.pick([1, 3, 100].filter((most) => size > 3 || most < 100)),
    })
    const found = bestPairMatching(pairProblem(problem))
    expect(pairCertificateFaults(pairProblem(problem), found)).toEqual([])
    expect(found.profit).toBe(bestMatching(problem).profit)
    if (size === 3) expect(found.profit).toBe(profitByBruteForce(problem))
  }
})

it('finds the greatest of any profits whatever, with a proof that stands', () => {
  const random = new Random(SEED)
  for (let n = 0; n < 1000; n++) {
    const [purchases, sales] = [random.between(1, 8), random.between(1, 8)]
    const profits = Array.from({ length: purchases * sales }, () =>
      random.chance(0.3) ? undefined : BigInt(random.between(-5, 20)),
    )
    const shares = () => BigInt(random.between(1, 9))
    const problem: PairProblem = {
      purchases: Array.from({ length: purchases }, shares),
      sales: Array.from({ length: sales }, shares),
      unitProfit: (purchase, sale) => profits[purchase * sales + sale],
    }
    const found = bestPairMatching(problem)
    expect(pairCertificateFaults(problem, found)).toEqual([])
    for (const { purchase, sale } of found.pairs) expect(problem.unitProfit(purchase, sale)).toBeGreaterThan(0n)
    const much = 10n ** 16n
    const grown = (purchase: number, sale: number) => {
      const profit = problem.unitProfit(purchase, sale)
      return profit === undefined ? undefined : profit * much
    }
    expect(bestPairMatching({ ...problem, unitProfit: grown }).profit).toBe(found.profit * much)
    for (const spoilt of everyNudge(found)) expect(pairCertificateFaults(problem, spoilt)).not.toEqual([])
  }
})

/** A matching with any one figure of its answer or its proof one more or one less, and with any one pair left out. */
function everyNudge(found: WholeMatching): WholeMatching[] {
  const { pairs, profit, purchaseDuals, saleDuals } = found
  return [
    ...pairs.map((_, at) => ({ ...found, pairs: pairs.toSpliced(at, 1) })),
    ...[1n, -1n].flatMap((by) => [
      { ...found, profit: profit + by },
      ...pairs.map((pair, at) => ({ ...found, pairs: pairs.with(at, { ...pair, shares: pair.shares + by }) })),
      ...purchaseDuals.map((number, at) => ({ ...found, purchaseDuals: purchaseDuals.with(at, number + by) })),
      ...saleDuals.map((number, at) => ({ ...found, saleDuals: saleDuals.with(at, number + by) })),
    ]),
  ]
}
