import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CalendarDate } from '../../model/calendarDate.ts'
import { vestingReading } from '../footnotes/index.ts'
import { addMonths } from './addMonths.ts'
import { cumulativeShares, VESTING_CONVENTIONS, type VestingConvention } from './conventions.ts'
import { type Award, vestingSchedule } from './schedule.ts'

const NOTHING: Award = {
  shares: undefined,
  grantDate: undefined,
  commencement: undefined,
  exerciseDate: undefined,
  reportDate: undefined,
}

/** The footnote of section16-rules.md 6.1. */
const SEED =
  'The option vests as to 25% of the shares on 5/7/2004 and then, as to the remaining 75%, in equal monthly increments for the following thirty-six months.'

function cumulative(text: string, shares: bigint, convention: VestingConvention): Map<string, bigint> {
  const schedule = vestingSchedule(vestingReading(text)!, { ...NOTHING, shares })!
  const sums = cumulativeShares(schedule.instalments, shares, convention)
  return new Map(schedule.instalments.map(({ on }, i) => [String(on), sums[i]!]))
}

const DAYS = ['2004-05-07', '2004-06-07', '2004-07-07', '2004-08-07', '2007-04-07', '2007-05-07']

describe('section16-rules.md Appendix A, "vesting": 25 % on 2004-05-07, then 36 monthly', () => {
  test.each<[bigint, VestingConvention, bigint[]]>([
    [10000n, 'cumulative-floor', [2500n, 2708n, 2916n, 3125n, 9791n, 10000n]],
    [10000n, 'cumulative-round', [2500n, 2708n, 2917n, 3125n, 9792n, 10000n]],
    [10000n, 'equal-last-plug', [2500n, 2708n, 2916n, 3124n, 9780n, 10000n]],
    [100000n, 'cumulative-floor', [25000n, 27083n, 29166n, 31250n, 97916n, 100000n]],
    [100000n, 'cumulative-round', [25000n, 27083n, 29167n, 31250n, 97917n, 100000n]],
    [100000n, 'equal-last-plug', [25000n, 27083n, 29166n, 31249n, 97905n, 100000n]],
    [25000n, 'cumulative-floor', [6250n, 6770n, 7291n, 7812n, 24479n, 25000n]],
    [25000n, 'cumulative-round', [6250n, 6771n, 7292n, 7813n, 24479n, 25000n]],
    [25000n, 'equal-last-plug', [6250n, 6770n, 7290n, 7810n, 24450n, 25000n]],
    [10001n, 'cumulative-floor', [2500n, 2708n, 2916n, 3125n, 9792n, 10001n]],
    [10001n, 'cumulative-round', [2500n, 2709n, 2917n, 3125n, 9793n, 10001n]],
    [10001n, 'equal-last-plug', [2500n, 2708n, 2916n, 3124n, 9780n, 10001n]],
  ])('%s shares, %s', (shares, convention, expected) => {
    const found = cumulative(SEED, shares, convention)
    expect(found.size).toBe(37)
    expect(DAYS.map((day) => found.get(day))).toEqual(expected)
  })
})

describe('section16-rules.md 6.2, the example of 100,000: instalment (cumulative)', () => {
  test.each<[string, number, string, string]>([
    ['2004-05-07', 0, '25000 (25000)', '25000 (25000)'],
    ['2004-06-07', 1, '2083 (27083)', '2083 (27083)'],
    ['2004-07-07', 2, '2083 (29166)', '2083 (29166)'],
    ['2004-08-07', 3, '2084 (31250)', '2083 (31249)'],
    ['2007-04-07', 35, '2083 (97916)', '2083 (97905)'],
    ['2007-05-07', 36, '2084 (100000)', '2095 (100000)'],
  ])('%s, k = %i: %s, last-plug %s', (date, k, floor, plug) => {
    const row = (convention: VestingConvention) => {
      const [...sums] = cumulative(SEED, 100000n, convention)
      const [on, sum] = sums[k]!
      return [on, `${sum - (sums[k - 1]?.[1] ?? 0n)} (${sum})`]
    }
    expect(row('cumulative-floor')).toEqual([date, floor])
    expect(row('equal-last-plug')).toEqual([date, plug])
  })
})

test('section16-rules.md 6.2: of 10,001 the cliff is floor(2,500.25), then 208 or 209 a month', () => {
  const sums = [...cumulative(SEED, 10001n, 'cumulative-floor').values()]
  expect(sums[0]).toBe(2500n)
  const steps = new Set(sums.slice(1).map((sum, i) => sum - sums[i]!))
  expect(steps).toEqual(new Set([208n, 209n]))
})

test('section16-rules.md 6.2: months are counted from the anchor, clamped to the month’s end', () => {
  const anchor = CalendarDate.parse('2004-01-31')!
  const days = [1, 2, 3, 4].map((k) => String(addMonths(anchor, k)))
  expect(days).toEqual(['2004-02-29', '2004-03-31', '2004-04-30', '2004-05-31'])
})

describe('addMonths', () => {
  test.each([
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-03-15', -3, '2023-12-15'],
    ['2024-12-01', 1, '2025-01-01'],
    ['2024-05-31', -1, '2024-04-30'],
    ['9999-12-31', 1, 'undefined'],
  ])('%s and %s months: %s', (from, months, expected) => {
    expect(String(addMonths(CalendarDate.parse(from)!, months))).toBe(expected)
  })
})

/** A slow oracle: one share after another, each given to the first instalment whose exact sum has room for it. */
function slowFloor(total: bigint, cliffPercent: bigint, times: bigint): bigint[] {
  const sums: bigint[] = []
  for (let k = 0n; k <= times; k++) {
    // cliff + rest·k/n of the total, in hundredths of a share times n.
    const exact = total * (cliffPercent * times + (100n - cliffPercent) * k)
    let whole = 0n
    while ((whole + 1n) * 100n * times <= exact) whole++
    sums.push(whole)
  }
  return sums
}

describe('any cliff and any number of instalments', () => {
  const cases = fc.record({
    shares: fc.bigInt({ min: 1n, max: 3000n }),
    percent: fc.integer({ min: 1, max: 99 }),
    times: fc.integer({ min: 1, max: 60 }),
  })
  const textOf = (percent: number, times: number) =>
    `${percent}% vests on March 31, 2024 and the remaining ${100 - percent}% in ${times} equal monthly installments thereafter.`

  test('cumulative-floor is what counting share by share gives', () => {
    fc.assert(
      fc.property(cases, ({ shares, percent, times }) => {
        const found = [...cumulative(textOf(percent, times), shares, 'cumulative-floor').values()]
        expect(found).toEqual(slowFloor(shares, BigInt(percent), BigInt(times)))
      }),
      { numRuns: 60 },
    )
  })

  test('every convention ends with the whole award and never goes back', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...VESTING_CONVENTIONS), ({ shares, percent, times }, convention) => {
        const sums = [...cumulative(textOf(percent, times), shares, convention).values()]
        expect(sums.at(-1)).toBe(shares)
        expect(sums.every((sum, i) => sum >= (sums[i - 1] ?? 0n))).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('instalments of cumulative-floor and cumulative-round differ by one share at most', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom('cumulative-floor', 'cumulative-round'), (given, convention) => {
        const sums = [...cumulative(textOf(given.percent, given.times), given.shares, convention).values()]
        const steps = sums.slice(1).map((sum, i) => Number(sum - sums[i]!))
        expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 100 },
    )
  })
})
