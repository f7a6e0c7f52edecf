import { describe, expect, it } from 'vitest'
import { CalendarDate } from '../../model/calendarDate.ts'
import { Decimal } from '../../model/decimal.ts'
import type { Lot, Lots } from './lots.ts'
import { type MaximumProfit, maximumProfit, profitFaults, shownBeside } from './maximumProfit.ts'
import { Ratio } from './ratio.ts'

type Written = readonly [date: string, shares: number | string, price: string]

const lot = ([date, shares, price]: Written): Lot => ({
  date: CalendarDate.parse(date)!,
  shares: Ratio.of(Decimal.parse(String(shares))!),
  price: Ratio.of(Decimal.parse(price)!),
})

const lots = (buys: readonly Written[], sales: readonly Written[]): Lots => ({
  purchases: buys.map(lot),
  sales: sales.map(lot),
})

describe('section16-rules.md Appendix A, matching', () => {
  const vectors = [
    {
      name: 'split-window',
      buys: [
        ['2025-01-06', 100, '11'],
        ['2025-05-05', 100, '10'],
      ],
      sales: [
        ['2025-03-03', 100, '20'],
        ['2025-08-04', 100, '19'],
      ],
      exact: '1800',
      bestPairGreedy: '1000',
    },
    {
      name: 'near-half',
      buys: [
        ['2025-01-06', 100, '10.01'],
        ['2025-05-05', 100, '10'],
      ],
      sales: [
        ['2025-03-03', 100, '20'],
        ['2025-08-04', 100, '19.99'],
      ],
      exact: '1998',
      bestPairGreedy: '1000',
    },
    {
      name: 'all-in-window',
      buys: [
        ['2025-01-06', 300, '12.5'],
        ['2025-02-03', 200, '10.1234'],
        ['2025-04-01', 500, '15'],
      ],
      sales: [
        ['2025-03-03', 400, '14.25'],
        ['2025-05-05', 350, '16.0001'],
      ],
      exact: '1962.855',
      bestPairGreedy: '1962.855',
    },
    {
      name: 'sale-first',
      buys: [['2025-04-01', 1000, '8']],
      sales: [
        ['2025-01-15', 1000, '9.5'],
        ['2025-09-29', 600, '9'],
        ['2025-09-30', 400, '30'],
      ],
      exact: '1500',
      bestPairGreedy: '1500',
    },
  ] satisfies { name: string; buys: Written[]; sales: Written[]; exact: string; bestPairGreedy: string }[]

  it.each(vectors)('$name: $exact, greedily $bestPairGreedy', ({ buys, sales, exact, bestPairGreedy }) => {
    const given = lots(buys, sales)
    const found = maximumProfit(given)
    expect(String(found.total)).toBe(exact)
    expect(profitFaults(given, found)).toEqual([])
    expect(String(shownBeside(given).lowestInHighestOut)).toBe(bestPairGreedy)
  })

  it('rounds 1962.855 half up, once, to 1962.86 (4.3, Numbers 2)', () => {
    const { buys, sales } = vectors[2]!
    expect(String(maximumProfit(lots(buys, sales)).total.round(2))).toBe('1962.86')
  })

  it('matches as 4.3 says: P1 with S1, P2 with S2, 9.00 each', () => {
    const { buys, sales } = vectors[0]!
    const { pairs } = maximumProfit(lots(buys, sales))
    expect(
      pairs.map(({ purchase, sale, shares, unitProfit }) => [purchase, sale, String(shares), String(unitProfit)]),
    ).toEqual([
      [0, 0, '100', '9'],
      [1, 1, '100', '9'],
    ])
  })
})

describe('odd lots', () => {
  it('nothing on one side, or on both, is no profit', () => {
    for (const given of [lots([], []), lots([['2025-01-06', 1, '1']], []), lots([], [['2025-01-06', 1, '1']])]) {
      const found = maximumProfit(given)
      expect(String(found.total)).toBe('0')
      expect(profitFaults(given, found)).toEqual([])
    }
  })

  it('counts fractions of shares and prices exactly', () => {
    const given = lots([['2025-01-06', '0.0003', '10.00001']], [['2025-01-06', '0.0007', '10.00004']])
    expect(String(maximumProfit(given).total)).toBe('0.000000009')
  })

  it('counts thirds, which no decimal writes out', () => {
    const third: Lot = { date: CalendarDate.parse('2025-01-06')!, shares: new Ratio(1n, 3n), price: new Ratio(1n, 7n) }
    const given = { purchases: [third], sales: [{ ...third, price: new Ratio(2n, 7n) }] }
    const found = maximumProfit(given)
    expect(String(found.total)).toBe('1/21')
    expect(profitFaults(given, found)).toEqual([])
  })
})

it('rejects a certificate with any one figure changed', () => {
  const given = lots(
    [
      ['2025-01-06', 100, '11'],
      ['2025-05-05', 100, '10'],
    ],
    [
      ['2025-03-03', 100, '20'],
      ['2025-08-04', 100, '19'],
    ],
  )
  const found = maximumProfit(given)
  const little = new Ratio(1n, 1000n)
  const nudged: MaximumProfit[] = [
    { ...found, total: found.total.plus(little) },
    ...found.pairs.flatMap((pair, at) =>
      (['shares', 'unitProfit', 'profit'] as const).map((field) => ({
        ...found,
        pairs: found.pairs.with(at, { ...pair, [field]: pair[field].plus(little) }),
      })),
    ),
    ...(['purchases', 'sales'] as const).flatMap((side) =>
      found.certificate[side].map((number, at) => ({
        ...found,
        certificate: { ...found.certificate, [side]: found.certificate[side].with(at, number.plus(little)) },
      })),
    ),
  ]
  expect(nudged).toHaveLength(1 + 6 + 4)
  for (const one of nudged) expect(profitFaults(given, one)).not.toEqual([])
})
