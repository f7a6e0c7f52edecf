import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CalendarDate } from '../../model/calendarDate.ts'
import { parseCik } from '../../model/cik.ts'
import { Decimal } from '../../model/decimal.ts'
import { invented } from '../inventedReports.mts'
import type { ShortSwingFacts } from './facts.ts'
import { transactionsOf } from './fromReports.ts'
import { maximumProfit } from './maximumProfit.ts'
import { Ratio } from './ratio.ts'
import { type ThoughtTrade, whatIf } from './whatIf.ts'

const known = { owner: 'DOE JANE', accounts: ['direct'], upTo: CalendarDate.parse('2024-06-05')! }
const price = (written: string) => Ratio.of(Decimal.parse(written)!)

const reports = [
  invented({
    lines: [
      ['2024-03-01 P 100 @ 10 -> 100'],
      ['2024-04-15 P 50 @ 12 -> 150'],
      ['2024-06-03 P 10 -> 160'],
      ['2024-05-31 A 20 @ 0 -> 180'],
    ],
  }),
]
const { transactions } = transactionsOf(reports, { owner: parseCik('2001')!, issuer: parseCik('1001')! })

const ask = (side: ThoughtTrade['side'], at: string, facts: ShortSwingFacts = {}) =>
  whatIf(transactions, { side, price: price(at) }, known, facts)

const approved = { exemptions: [{ code: 'A', exempt: true, source: 'minutes' }] }

describe('from which day a trade matches nothing known', () => {
  it.each([
    ['9', undefined],
    ['10', undefined],
    ['11', '2024-08-31'],
    ['12.01', '2024-10-14'],
  ])('a sale at %s: %s', (at, from) => {
    expect(ask('sale', at, approved).noMatchFrom?.toString()).toBe(from)
  })

  it('takes what may be exempt for not exempt, and says so', () => {
    const { noMatchFrom, wouldMatch } = ask('sale', '11')
    expect(String(noMatchFrom)).toBe('2024-11-30')
    expect(wouldMatch.map(({ transaction, isUncertain }) => [transaction.code, isUncertain])).toEqual([
      ['A', true],
      ['P', false],
    ])
  })

  it('says whose trades, which accounts, up to which day, and what could not be judged', () => {
    const { known: said, notJudged, derivation } = ask('sale', '20')
    expect(said).toEqual(known)
    expect(notJudged.map(({ date }) => String(date))).toEqual(['2024-06-03'])
    expect(derivation.at(-1)!.text).toMatch(/DOE JANE.*direct.*2024-06-05/)
  })

  it('names the time as a foreign private issuer, whose trades are not in it (R1.3.7)', () => {
    const period = { until: CalendarDate.parse('2024-04-01')!, source: 'Form 20-F' }
    const { noMatchFrom, wouldMatch, foreign, derivation } = ask('sale', '20', {
      ...approved,
      foreignPrivateIssuer: [period],
    })
    expect([String(noMatchFrom), wouldMatch.map(({ transaction }) => String(transaction.date))]).toEqual([
      '2024-10-14',
      ['2024-04-15'],
    ])
    expect([foreign, derivation[0]?.rule]).toEqual([[period], 'foreign'])
    expect(ask('sale', '20').foreign).toEqual([])
  })

  it('is right by the matching itself: the day before matches, the day does not', () => {
    for (const at of ['10.5', '12.5']) {
      const from = ask('sale', at, approved).noMatchFrom!
      const purchases = transactions
        .filter(({ code, price: paid }) => code === 'P' && paid)
        .map(({ date, shares, price: paid }) => ({ date, shares: shares!, price: paid! }))
      const profitOn = (day: number) =>
        maximumProfit({ purchases, sales: [{ date: new CalendarDate(day), shares: price('1'), price: price(at) }] })
          .total.sign
      expect([profitOn(from.day - 1), profitOn(from.day)]).toEqual([1, 0])
    }
  })
})

it('no sentence or name of 16(b) promises anything: the words safe, free and cleared stand nowhere', () => {
  const folders = [import.meta.dirname, ...['../../facts', '../../../cli'].map((one) => join(import.meta.dirname, one))]
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /short-?swing|what-?if/i.test(join(folder, name)) && /(?<!\.test|dist.*)\.ts$/.test(name))
      .map((name) => join(folder, name)),
  )
  expect(files.length).toBeGreaterThan(20)
  for (const file of files) {
    const text = readFileSync(file, 'utf8')
    expect([file, /\b(?:safe|free|cleared)\b/i.exec(text)?.[0]]).toEqual([file, undefined])
  }
})
