import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { day } from '../facts/dated.ts'
import { Decimal } from '../model/decimal.ts'
import { form3Deadline, form4Deadline, form5Deadline } from './deadlines/index.ts'
import { vestingReading } from './footnotes/index.ts'
import { type Lot, lastMatchableDay, type MonthEndRule, maximumProfit, Ratio, shownBeside } from './shortSwing/index.ts'
import { cumulativeShares, type VestingConvention, vestingSchedule } from './vesting/index.ts'

/**
 * Every vector of Appendix A as the page itself has it, so that none is left out of the tables that the tests beside each
 * source write down (deadlines, window, maximumProfit, conventions).
 */

type Dates = Record<string, string>
type WrittenLot = readonly [date: string, shares: number, price: string]

interface Vectors {
  form4Due: Dates
  form3Due: Dates
  form5Due: Dates
  deemed: { trade: string; notice: string; deemed: string; due: string }[]
  lastMatchableDay: Record<string, Record<MonthEndRule, string>>
  matching: { name: string; buys: WrittenLot[]; sales: WrittenLot[]; exact: string; bestPairGreedy: string }[]
  vesting: {
    shares: number
    cliff: string
    then: string
    convention: VestingConvention
    cumulative: Record<string, number>
  }[]
}

const page = new URL('../../../shared/spec/section16-rules.md', import.meta.url)
const isThere = existsSync(page)
const vectors = (
  isThere
    ? JSON.parse(/## Appendix A[\s\S]*?```json\n([\s\S]*?)```/.exec(readFileSync(page, 'utf8'))![1]!)
    : { form4Due: {}, form3Due: {}, form5Due: {}, deemed: [], lastMatchableDay: {}, matching: [], vesting: [] }
) as Vectors

describe.skipIf(!isThere)('against ../shared/spec/section16-rules.md (skipped where that file is absent)', () => {
  it('has the seven lists that are asked here', () => {
    const counts = Object.entries(vectors).map(([name, list]) => `${name} ${Object.keys(list).length}`)
    expect(counts).toEqual([
      'form4Due 23',
      'form3Due 6',
      'form5Due 7',
      'deemed 5',
      'lastMatchableDay 15',
      'matching 4',
      'vesting 12',
    ])
  })

  it('form4Due, form3Due, form5Due', () => {
    const dueOf = (dates: Dates, due: (date: string) => unknown) =>
      Object.fromEntries(Object.keys(dates).map((date) => [date, String(due(date))]))
    const { form4Due, form3Due, form5Due } = vectors
    expect(dueOf(form4Due, (trade) => form4Deadline(day(trade)).dueDate)).toEqual(form4Due)
    const became = (event: string) => form3Deadline({ date: day(event), because: 'becameInsider' })
    expect(dueOf(form3Due, (event) => became(event).dueDate)).toEqual(form3Due)
    expect(dueOf(form5Due, (yearEnd) => form5Deadline(day(yearEnd)).dueDate)).toEqual(form5Due)
  })

  it('deemed', () => {
    const found = vectors.deemed.map(({ trade, notice }) => {
      const { deemedExecution, dueDate } = form4Deadline(day(trade), { rule: '10b5-1', notified: day(notice) })
      return { trade, notice, deemed: String(deemedExecution), due: String(dueDate) }
    })
    expect(found).toEqual(vectors.deemed)
  })

  it('lastMatchableDay', () => {
    const found = Object.keys(vectors.lastMatchableDay).map((first) => {
      const last = (monthEnd: MonthEndRule) => String(lastMatchableDay(day(first), monthEnd))
      return [first, { nextMonthFirst: last('nextMonthFirst'), clamp: last('clamp') }]
    })
    expect(Object.fromEntries(found)).toEqual(vectors.lastMatchableDay)
  })

  it('matching', () => {
    const lot = ([date, shares, price]: WrittenLot): Lot => ({
      date: day(date),
      shares: Ratio.of(Decimal.of(shares)),
      price: Ratio.of(Decimal.parse(price)!),
    })
    for (const { name, buys, sales, exact, bestPairGreedy } of vectors.matching) {
      const lots = { purchases: buys.map(lot), sales: sales.map(lot) }
      const found = [maximumProfit(lots).total, shownBeside(lots).lowestInHighestOut].map(String)
      expect([name, ...found]).toEqual([name, exact, bestPairGreedy])
    }
  })

  it('vesting', () => {
    const reading = vestingReading(
      'The option vests as to 25% of the shares on 5/7/2004 and then, as to the remaining 75%, in equal monthly ' +
        'increments for the following thirty-six months.',
    )!
    for (const { shares, cliff, then, convention, cumulative } of vectors.vesting) {
      expect([cliff, then]).toEqual(['25% 2004-05-07', '36 monthly'])
      const award = { shares: BigInt(shares), grantDate: undefined, commencement: undefined }
      const { instalments } = vestingSchedule(reading, { ...award, exerciseDate: undefined, reportDate: undefined })!
      const sums = cumulativeShares(instalments, BigInt(shares), convention)
      const byDay = new Map(instalments.map(({ on }, i) => [String(on), Number(sums[i])]))
      const found = Object.fromEntries(Object.keys(cumulative).map((date) => [date, byDay.get(date)]))
      expect([shares, convention, found]).toEqual([shares, convention, cumulative])
    }
  })
})
