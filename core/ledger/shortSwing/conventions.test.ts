import { expect, it } from 'vitest'
import { Random } from '../../../tools/testing/random.ts'
import { profitablePairs, randomProblem } from '../../../tools/testing/shortSwingSolvers.ts'
import { CalendarDate } from '../../model/calendarDate.ts'
import { bestMatching } from './bestMatching.ts'
import { firstInFirstOut, lowestInHighestOut } from './conventions.ts'
import { pairCounts } from './pairCounts.ts'
import type { WholeProblem } from './wholeLots.ts'
import { isWithinSixMonths } from './window.ts'

const SEED = 16

function problems(): WholeProblem[] {
  const random = new Random(SEED)
  return Array.from({ length: 1000 }, () =>
    randomProblem(random, {
      purchases: random.between(0, 9),
      sales: random.between(0, 9),
      days: random.pick([1, 200, 500, 1500]),
      prices: random.pick([4, 50]),
      shares: random.pick([1, 5]),
    }),
  )
}

function isWithin({ purchases, sales, monthEnd }: WholeProblem, purchase: number, sale: number): boolean {
  const [from, to] = [purchases[purchase]!.day, sales[sale]!.day]
  return isWithinSixMonths(new CalendarDate(from), new CalendarDate(to), monthEnd)
}

/** Share by share, looking through all lots each time. */
function slowly(
  problem: WholeProblem,
  next: (free: Free) => readonly [purchase: number, sale: number] | undefined,
): bigint {
  const bought = problem.purchases.map(({ shares }) => Number(shares))
  const sold = problem.sales.map(({ shares }) => Number(shares))
  let profit = 0n
  for (;;) {
    const pair = next({ bought, sold })
    if (pair === undefined) return profit
    const [purchase, sale] = pair
    bought[purchase]!--
    sold[sale]!--
    const gain = problem.sales[sale]!.price - problem.purchases[purchase]!.price
    if (gain > 0n) profit += gain
  }
}

interface Free {
  bought: number[]
  sold: number[]
}

const free = (left: readonly number[]) => left.flatMap((shares, place) => (shares > 0 ? [place] : []))

it('lowest in, highest out: the cheapest purchase with the dearest sale that it reaches', () => {
  for (const problem of problems()) {
    const { purchases, sales } = problem
    const expected = slowly(problem, ({ bought, sold }) => {
      const cheapest = free(bought).sort(
        (a, b) => Number(purchases[a]!.price - purchases[b]!.price) || purchases[a]!.day - purchases[b]!.day || a - b,
      )
      for (const purchase of cheapest) {
        const dearest = free(sold)
          .filter((sale) => isWithin(problem, purchase, sale) && sales[sale]!.price > purchases[purchase]!.price)
          .sort((a, b) => Number(sales[b]!.price - sales[a]!.price) || sales[a]!.day - sales[b]!.day || a - b)
        if (dearest[0] !== undefined) return [purchase, dearest[0]]
      }
      return undefined
    })
    expect(lowestInHighestOut(problem)).toBe(expected)
  }
})

it('first in, first out: the earliest sale with the earliest purchase that it reaches, losses counted as nothing', () => {
  for (const problem of problems()) {
    const byDay = (lots: WholeProblem['sales']) => (a: number, b: number) => lots[a]!.day - lots[b]!.day || a - b
    const expected = slowly(problem, ({ bought, sold }) => {
      for (const sale of free(sold).sort(byDay(problem.sales))) {
        const purchase = free(bought)
          .sort(byDay(problem.purchases))
          .find((one) => isWithin(problem, one, sale))
        if (purchase !== undefined) return [purchase, sale]
      }
      return undefined
    })
    expect(firstInFirstOut(problem)).toBe(expected)
  }
})

it('neither is above the greatest profit, and each is below it in some problem', () => {
  const below = { lowestInHighestOut: 0, firstInFirstOut: 0 }
  for (const problem of problems()) {
    const { profit } = bestMatching(problem)
    for (const [name, convention] of Object.entries({ lowestInHighestOut, firstInFirstOut })) {
      expect(convention(problem)).toBeLessThanOrEqual(profit)
      below[name as keyof typeof below] += Number(convention(problem) < profit)
    }
  }
  expect(below.lowestInHighestOut).toBeGreaterThan(10)
  expect(below.firstInFirstOut).toBeGreaterThan(100)
})

it('counts the pairs of each kind as one by one', () => {
  for (const problem of problems()) {
    const { considered, outsideWindow, withoutProfit } = pairCounts(problem)
    const all = problem.purchases.flatMap((_, purchase) => problem.sales.map((_, sale) => ({ purchase, sale })))
    const outside = all.filter(({ purchase, sale }) => !isWithin(problem, purchase, sale))
    expect(considered).toBe(profitablePairs(problem).length)
    expect(outsideWindow.count).toBe(outside.length)
    expect(considered + outsideWindow.count + withoutProfit.count).toBe(all.length)
    for (const example of outsideWindow.examples) expect(outside).toContainEqual(example)
    for (const { purchase, sale } of withoutProfit.examples) {
      expect(isWithin(problem, purchase, sale)).toBe(true)
      expect(problem.sales[sale]!.price).toBeLessThanOrEqual(problem.purchases[purchase]!.price)
    }
  }
})
