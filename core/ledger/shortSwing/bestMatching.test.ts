import { beforeAll, describe, expect, it } from 'vitest'
import { Random } from '../../../tools/testing/random.ts'
import {
  highs,
  profitablePairs,
  profitByBruteForce,
  profitByHighs,
  profitByYalps,
  randomMatching,
  randomProblem,
  type Shape,
} from '../../../tools/testing/shortSwingSolvers.ts'
import { bestMatching } from './bestMatching.ts'
import { type CertificateFault, certificateFaults } from './certificate.ts'
import type { WholeMatching, WholeProblem } from './wholeLots.ts'

const SEED = 16

/** A small problem of any density, with many ties. */
function small(random: Random): WholeProblem {
  return randomProblem(random, {
    purchases: random.between(0, 4),
    sales: random.between(0, 4),
    days: random.pick([1, 150, 400, 900]),
    prices: random.pick([3, 10, 1000]),
    shares: random.pick([1, 2, 3]),
  })
}

function larger(random: Random, most: number): WholeProblem {
  return randomProblem(random, {
    purchases: random.between(1, most),
    sales: random.between(1, most),
    days: random.pick([30, 180, 400, 1000, 3000]),
    prices: random.pick([5, 100, 100_000]),
    shares: random.pick([1, 10, 1000]),
  })
}

describe('the greatest profit', () => {
  it('is that of brute force in 5,000 small problems, with a proof that stands', () => {
    const random = new Random(SEED)
    let withProfit = 0
    for (let n = 0; n < 5000; n++) {
      const problem = small(random)
      const found = bestMatching(problem)
      expect(found.profit).toBe(profitByBruteForce(problem))
      expect(certificateFaults(problem, found)).toEqual([])
      withProfit += Number(found.profit > 0n)
    }
    expect(withProfit).toBeGreaterThan(2000)
  })

  it('is never below that of any matching', () => {
    const random = new Random(SEED)
    for (let n = 0; n < 300; n++) {
      const problem = larger(random, 12)
      const { profit } = bestMatching(problem)
      for (let m = 0; m < 20; m++) {
        const any = randomMatching(problem, random)
        const gained = any.reduce(
          (sum, { purchase, sale, shares }) =>
            sum + shares * (problem.sales[sale]!.price - problem.purchases[purchase]!.price),
          0n,
        )
        expect(profit).toBeGreaterThanOrEqual(gained)
      }
    }
  })

  it('leaves out pairs without profit, and does not depend on the order of the lots', () => {
    const random = new Random(SEED)
    for (let n = 0; n < 500; n++) {
      const problem = larger(random, 10)
      const { pairs, profit } = bestMatching(problem)
      for (const { purchase, sale } of pairs)
        expect(problem.sales[sale]!.price).toBeGreaterThan(problem.purchases[purchase]!.price)
      const turned = { ...problem, purchases: problem.purchases.toReversed(), sales: problem.sales.toReversed() }
      expect(bestMatching(turned).profit).toBe(profit)
    }
  })

  it('is counted in bigints where numbers would not be exact, to the same result', () => {
    const random = new Random(SEED)
    const much = 10n ** 16n
    for (let n = 0; n < 300; n++) {
      const problem = larger(random, 10)
      const grown = (lots: WholeProblem['sales']) => lots.map((lot) => ({ ...lot, shares: lot.shares * much }))
      const big = { ...problem, purchases: grown(problem.purchases), sales: grown(problem.sales) }
      const found = bestMatching(big)
      expect(found.profit).toBe(bestMatching(problem).profit * much)
      expect(certificateFaults(big, found)).toEqual([])
    }
  })
})

describe('beside other solvers', () => {
  let solver: Awaited<ReturnType<typeof highs>>
  beforeAll(async () => {
    solver = await highs()
  })

  it('is that of HiGHS in 300 problems of up to 40 by 40 lots', () => {
    const random = new Random(SEED)
    for (let n = 0; n < 300; n++) {
      const problem = larger(random, 40)
      const theirs = profitByHighs(solver, problem, profitablePairs(problem))
      expect(bestMatching(problem).profit).toBe(BigInt(Math.round(theirs)))
    }
  })

  it('is that of YALPS in 200 problems of up to 15 by 15 lots', () => {
    const random = new Random(SEED + 1)
    for (let n = 0; n < 200; n++) {
      const problem = larger(random, 15)
      expect(bestMatching(problem).profit).toBe(BigInt(Math.round(profitByYalps(problem))))
    }
  })
})

describe('many lots', () => {
  const shapes: Record<string, Partial<Shape>> = {
    'all in one window': { days: 150 },
    'ten years of trades': { days: 3650 },
    'one day, few prices': { days: 1, prices: 5 },
  }

  it.each(Object.entries(shapes))('20,000, %s: the proof stands', (_, shape) => {
    const sizes = { purchases: 10_000, sales: 10_000, days: 1, prices: 100_000, shares: 10_000 }
    const problem = randomProblem(new Random(SEED), { ...sizes, ...shape })
    const found = bestMatching(problem)
    expect(certificateFaults(problem, found)).toEqual([])
    expect(found.profit).toBeGreaterThan(0n)
    expect(found.pairs.length).toBeLessThan(20_000)
  })
})

describe('the check of the proof', () => {
  /** Ways to spoil a matching at a random place; `undefined` where there is nothing of the kind to spoil. */
  const spoilers: Record<string, (found: WholeMatching, random: Random) => Partial<WholeMatching> | undefined> = {
    profit: ({ profit }, random) => ({ profit: profit + BigInt(random.pick([-1, 1])) }),
    purchaseNumber: ({ purchaseDuals }, random) => ({ purchaseDuals: nudged(purchaseDuals, random) }),
    saleNumber: ({ saleDuals }, random) => ({ saleDuals: nudged(saleDuals, random) }),
    missingNumber: ({ saleDuals }) => ({ saleDuals: saleDuals.slice(1) }),
    shares: ({ pairs }, random) =>
      spoilPair(pairs, random, (pair) => ({ ...pair, shares: pair.shares + BigInt(random.pick([-1, 1])) })),
    noSuchLot: ({ pairs }, random) => spoilPair(pairs, random, (pair) => ({ ...pair, sale: 1000 })),
    noShares: ({ pairs }) => ({ pairs: [...pairs, { purchase: 0, sale: 0, shares: 0n }] }),
    lostPair: ({ pairs }, random) =>
      pairs.length > 0 ? { pairs: pairs.toSpliced(random.below(pairs.length), 1) } : undefined,
    pairTwice: ({ pairs }, random) => (pairs.length > 0 ? { pairs: [...pairs, random.pick(pairs)] } : undefined),
    wholeProofLower: ({ purchaseDuals, saleDuals, profit }) =>
      profit > 0n
        ? { purchaseDuals: purchaseDuals.map(() => 0n), saleDuals: saleDuals.map(() => 0n), profit: 0n, pairs: [] }
        : undefined,
  }

  function nudged(numbers: readonly bigint[], random: Random): bigint[] {
    const at = random.below(numbers.length)
    return numbers.map((number, place) => (place === at ? number + BigInt(random.pick([-1, 1])) : number))
  }

  function spoilPair(
    pairs: WholeMatching['pairs'],
    random: Random,
    spoil: (pair: WholeMatching['pairs'][number]) => WholeMatching['pairs'][number],
  ): Partial<WholeMatching> | undefined {
    if (pairs.length === 0) return undefined
    const at = random.below(pairs.length)
    return { pairs: pairs.map((pair, place) => (place === at ? spoil(pair) : pair)) }
  }

  it.each(Object.entries(spoilers))('rejects a spoilt %s, in 400 problems', (_, spoil) => {
    const random = new Random(SEED)
    let spoilt = 0
    for (let n = 0; n < 400; n++) {
      const problem = larger(random, 10)
      const found = bestMatching(problem)
      const change = spoil(found, random)
      if (change === undefined) continue
      spoilt++
      expect(certificateFaults(problem, { ...found, ...change })).not.toEqual([])
    }
    expect(spoilt).toBeGreaterThan(200)
  })

  // section16-rules.md 4.3: the counterexample to greed, in hundredths of a dollar.
  const problem: WholeProblem = {
    monthEnd: 'nextMonthFirst',
    purchases: [
      { day: 20_094, shares: 100n, price: 1100n },
      { day: 20_213, shares: 100n, price: 1000n },
    ],
    sales: [
      { day: 20_150, shares: 100n, price: 2000n },
      { day: 20_304, shares: 100n, price: 1900n },
    ],
  }
  const lawful: WholeMatching = {
    pairs: [
      { purchase: 0, sale: 0, shares: 100n },
      { purchase: 1, sale: 1, shares: 100n },
    ],
    profit: 180_000n,
    purchaseDuals: [0n, 100n],
    saleDuals: [900n, 800n],
  }

  it('accepts the proof printed in section 4.3', () => {
    expect(certificateFaults(problem, lawful)).toEqual([])
  })

  it.each<[CertificateFault, Partial<WholeMatching>]>([
    ['pairNotAllowed', { pairs: [{ purchase: 0, sale: 1, shares: 100n }], profit: 80_000n }],
    ['moreSharesThanTraded', { pairs: [...lawful.pairs, { purchase: 1, sale: 0, shares: 1n }] }],
    ['noSuchPair', { pairs: [...lawful.pairs, { purchase: 2, sale: 0, shares: 1n }] }],
    ['numberMissing', { saleDuals: [900n] }],
    ['numberNegative', { purchaseDuals: [-100n, 100n] }],
    ['profitNotOfPairs', { pairs: lawful.pairs.slice(1) }],
    ['sumNotProfit', { saleDuals: [900n, 801n] }],
    ['pairAboveNumbers', { saleDuals: [800n, 900n] }],
  ])('says %s', (fault, change) => {
    expect(certificateFaults(problem, { ...lawful, ...change })).toContain(fault)
  })
})
