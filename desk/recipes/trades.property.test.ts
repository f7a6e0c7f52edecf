import { Decimal } from '@section16/core'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RecipeLine } from './result.ts'
import { sale } from './sale.ts'
import { PLAN_TERMS, SALE } from './samples.mts'
import { build, holds } from './testing.mts'

/** Cents around twenty dollars, so that bands meet; whole shares and parts of them. */
const FILL = fc.record({
  date: fc.constantFrom('2026-06-01', '2026-06-02'),
  shares: fc.integer({ min: 1, max: 99_999 }).map((units) => Decimal.of(units, 1).toString()),
  price: fc.integer({ min: 180_000, max: 230_000 }).map((units) => Decimal.of(units, 4).toString()),
  underPlan: fc.boolean(),
})
const FILLS = fc.array(FILL, { minLength: 1, maxLength: 25 })
type Fills = typeof FILLS extends fc.Arbitrary<infer T> ? T : never

const RUNS = { numRuns: 120 }
const PLENTY = { positions: { held: [holds('100000000')], isComplete: true } }
const CHOSEN = { planAdopted: PLAN_TERMS.planAdopted, insiderChoseDay: true }

function total(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((sum, one) => sum.plus(one), Decimal.of(0))
}

function sharesIn(fills: Fills): Decimal {
  return total(fills.map(({ shares }) => Decimal.parse(shares) as Decimal))
}

function linesOf(fills: Fills, venue = 'market'): readonly RecipeLine[] {
  const planned = fills.filter(({ underPlan }) => underPlan).length
  const plan = planned === 0 ? 'none' : planned === fills.length ? 'all' : 'some'
  const values = {
    ...SALE,
    ...(plan !== 'none' && CHOSEN),
    venue,
    fills,
    tradedShares: sharesIn(fills).toString(),
    plan,
  }
  const { lines, isComplete } = build(sale, values, PLENTY)
  expect(isComplete).toBe(true)
  return lines
}

const sold = ({ line }: RecipeLine): Decimal => line.transaction?.shares ?? Decimal.of(0)
const prices = ({ fills = [] }: RecipeLine): Decimal[] =>
  fills.map(({ price }) => price).toSorted((one, other) => one.compare(other))
const batch = ({ line, isPlanTrade }: RecipeLine) => `${String(line.transaction?.date)} ${String(isPlanTrade)}`

describe('trades as lines', () => {
  test('conserve shares, and each keeps the trades that it adds up', () => {
    fc.assert(
      fc.property(FILLS, (fills) => {
        const lines = linesOf(fills)
        expect(total(lines.map(sold)).equals(sharesIn(fills))).toBe(true)
        expect(lines.flatMap((line) => line.fills ?? [])).toHaveLength(fills.length)
        for (const line of lines)
          expect(total((line.fills ?? []).map(({ shares }) => shares)).equals(sold(line))).toBe(true)
      }),
      RUNS,
    )
  })

  test('bands are at most a dollar wide, never overlap, and never mix days or plan', () => {
    fc.assert(
      fc.property(FILLS, (fills) => {
        const lines = linesOf(fills)
        for (const [i, line] of lines.entries()) {
          const own = prices(line)
          expect(own.at(-1)!.minus(own[0]!).compare(Decimal.of(1))).toBeLessThanOrEqual(0)
          expect(new Set((line.fills ?? []).map((fill) => `${String(fill.date)} ${String(fill.underPlan)}`)).size).toBe(
            1,
          )
          const next = lines[i + 1]
          if (next && batch(next) === batch(line)) expect(own.at(-1)!.compare(prices(next)[0]!)).toBe(-1)
        }
      }),
      RUNS,
    )
  })

  test('the average lies within its range, and the range is told exactly where there are several prices', () => {
    fc.assert(
      fc.property(FILLS, (fills) => {
        for (const line of linesOf(fills)) {
          const own = prices(line)
          const price = line.line.transaction?.price as Decimal
          const isAveraged = !own[0]!.equals(own.at(-1)!)
          expect(price.compare(own[0]!)).toBeGreaterThanOrEqual(0)
          expect(price.compare(own.at(-1)!)).toBeLessThanOrEqual(0)
          expect(line.line.notes.price).toHaveLength(isAveraged ? 1 : 0)
        }
      }),
      RUNS,
    )
  })

  test('the order in which the trades are told does not matter', () => {
    const shuffled = FILLS.chain((fills) =>
      fc.tuple(fc.constant(fills), fc.shuffledSubarray(fills, { minLength: fills.length })),
    )
    fc.assert(
      fc.property(shuffled, ([fills, other]) => {
        const told = (lines: readonly RecipeLine[]) => lines.map(({ line }) => JSON.stringify(line))
        expect(told(linesOf(other))).toEqual(told(linesOf(fills)))
      }),
      RUNS,
    )
  })

  test('totals run on: each is the one before less what is sold', () => {
    fc.assert(
      fc.property(FILLS, (fills) => {
        let held = Decimal.of(100_000_000)
        for (const line of linesOf(fills)) {
          held = held.minus(sold(line))
          expect(line.line.ownedAfter.equals(held)).toBe(true)
        }
      }),
      RUNS,
    )
  })

  test('private trades are never averaged', () => {
    fc.assert(
      fc.property(FILLS, (fills) => {
        for (const line of linesOf(fills, 'private')) {
          expect(new Set(prices(line).map(String)).size).toBe(1)
          expect(line.line.notes.price).toEqual([])
        }
      }),
      RUNS,
    )
  })
})
