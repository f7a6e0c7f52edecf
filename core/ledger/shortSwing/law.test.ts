import { describe, expect, it } from 'vitest'
import { parseCik } from '../../model/cik.ts'
import { invented } from '../inventedReports.mts'
import type { ShortSwingFacts } from './facts.ts'
import { transactionsOf } from './fromReports.ts'
import { day, one, profitOf, ratio, source, tenPercent, totals, trade } from './inventedTrades.mts'
import { Ratio } from './ratio.ts'
import type { ShortSwingTransaction } from './transaction.ts'

/** Section 4 of section16-rules.md, point by point, where no other test of this folder quotes it. */

describe('section16-rules.md 4.1: less than six months', () => {
  const bought = trade('2025-01-06 P 100 @ 10')

  // The last day, 2025-07-04, is a holiday before a weekend.
  it.each([
    ['2025-07-03', '1000'],
    ['2025-07-04', '1000'],
    ['2025-07-05', '0'],
    ['2025-07-07', '0'],
  ])('weekends and holidays do not extend the period: sold on %s', (date, profit) => {
    expect(one([bought, trade(`${date} S 100 @ 20`)])).toBe(profit)
  })

  it.each([
    ['2025-07-03', '2025-07-08', '1000'],
    ['2025-07-07', '2025-07-09', '0'],
  ])('the trade date counts, not the deemed execution date: sold on %s, deemed on %s', (date, deemed, profit) => {
    const sale = invented({ filed: '2025-07-10', lines: [[`${date} S 100 @ 20 -> 0`, { deemed }]] })
    const { transactions } = transactionsOf([sale], { owner: parseCik('2001')!, issuer: parseCik('1001')! })
    const inOffice = transactions.map((transaction) => ({ ...transaction, isDirectorOrOfficer: true }))
    expect(one([bought, ...inOffice])).toBe(profit)
  })
})

describe('section16-rules.md 4.2: a pair may be matched if all hold', () => {
  const pair = (first: string, second: string, more: Partial<ShortSwingTransaction> = {}) => [
    trade(first, more),
    trade(second, more),
  ]
  const [purchase, sale] = ['2025-01-06 P 100 @ 10', '2025-03-03 S 100 @ 20']
  const classB = { classKey: 'class b', title: 'Class B' }
  const before = { from: day('2025-01-07'), source }

  it.each<[string, ShortSwingTransaction[], ShortSwingFacts]>([
    [
      '1 the issuer is no foreign private one',
      [...pair(purchase, sale), trade('2024-06-03 P 1 @ 1')],
      { foreignPrivateIssuer: [{ from: day('2025-01-01'), source }] },
    ],
    ['2 the same class', [trade(purchase), trade(sale, classB)], {}],
    ['3 neither is exempt', [trade('2025-01-06 G A 100 @ 10'), trade(sale)], {}],
    ['4 within the window', pair('2025-01-06 P 100 @ 10', '2025-07-05 S 100 @ 20'), {}],
    ['5 sold for more than bought', pair('2025-01-06 P 100 @ 20', sale), {}],
    ['6 more than ten percent before both', pair(purchase, sale, tenPercent), { tenPercent: [before] }],
    ['6 in office at an end', pair(purchase, sale), { offices: [{ until: day('2025-01-01'), source }] }],
    [
      '7 the same person’s interest',
      pair(purchase, sale),
      { interests: [{ account: 'direct', part: ratio('0'), source }] },
    ],
  ])('%s', (_, trades, facts) => {
    expect(one(pair(purchase, sale))).toBe('1000')
    expect(one(trades, facts)).toBe('0')
  })

  it('6 director or officer at either end is enough', () => {
    const neither = { isDirectorOrOfficer: false }
    expect(one([trade(purchase), trade(sale, neither)])).toBe('1000')
    expect(one([trade(purchase, neither), trade(sale)])).toBe('1000')
    expect(one([trade(purchase, neither), trade(sale, neither)])).toBe('0')
  })

  it('4.7: what was rejected, and why', () => {
    const answer = profitOf([
      trade('2025-01-06 P 100 @ 25'),
      trade('2025-01-06 P 100 @ 10'),
      trade('2025-03-03 S 100 @ 20'),
      trade('2025-08-04 S 100 @ 30'),
      trade('2025-03-04 W D 100 @ 20'),
    ])
    const [common] = answer.ifExempt.classes
    expect(common).toMatchObject({
      considered: 1,
      rejected: { outsideWindow: { count: 2 }, withoutProfit: { count: 1 } },
    })
    expect(answer.exempt).toMatchObject([{ transaction: { code: 'W' }, exemption: { law: 'Rule 16b-5' } }])
  })
})

describe('section16-rules.md 4.3: the worked examples, share by share', () => {
  const matched = (trades: readonly ShortSwingTransaction[]) => {
    const [found] = profitOf(trades).ifExempt.classes
    return found!.maximum.pairs
      .map(({ shares, unitProfit, profit }) => `${String(shares)} × ${String(unitProfit)} = ${String(profit)}`)
      .toSorted()
  }

  it('all in window: the remaining 250 sold at 14.25 against buys at 15.00 lose money and are ignored', () => {
    const trades = [
      trade('2025-01-06 P 300 @ 12.50'),
      trade('2025-02-03 P 200 @ 10.1234'),
      trade('2025-04-01 P 500 @ 15.00'),
      trade('2025-03-03 S 400 @ 14.25'),
      trade('2025-05-05 S 350 @ 16.0001'),
    ]
    expect(one(trades)).toBe('1962.855')
    const { maximum } = profitOf(trades).ifExempt.classes[0]!
    const used = (side: 'purchase' | 'sale', place: number) =>
      String(
        maximum.pairs
          .filter((pair) => pair[side] === place)
          .reduce((sum, { shares }) => sum.plus(shares), new Ratio(0n)),
      )
    expect([0, 1, 2].map((place) => used('purchase', place))).toEqual(['300', '200', '0'])
    expect([0, 1].map((place) => used('sale', place))).toEqual(['150', '350'])
  })

  it('sale, then buy: 1,000 × 1.50 against the January sale', () => {
    const trades = [
      trade('2025-01-15 S 1000 @ 9.50'),
      trade('2025-09-29 S 600 @ 9.00'),
      trade('2025-09-30 S 400 @ 30.00'),
      trade('2025-04-01 P 1000 @ 8.00'),
    ]
    expect(matched(trades)).toEqual(['1000 × 1.5 = 1500'])
  })

  it('Numbers 3: different prices on one day are separate lots', () => {
    const trades = [
      trade('2025-01-06 P 100 @ 10'),
      trade('2025-01-06 P 100 @ 20'),
      trade('2025-03-03 S 100 @ 14'),
      trade('2025-03-03 S 100 @ 15'),
    ]
    // At the averages, 15 and 14.50, there would be none.
    expect(one(trades)).toBe('500')
  })

  it('Numbers 5 and 6: no commissions, dividends or interest, and the answer says so', () => {
    const { derivation } = profitOf([trade('2025-01-06 P 100 @ 10'), trade('2025-03-03 S 100 @ 20')])
    expect(derivation.find(({ rule }) => rule === 'leftOut')?.text).toBe(
      'Commissions were not deducted, dividends not added, interest not counted.',
    )
  })
})

describe('section16-rules.md 4.4: attribution', () => {
  const spouse = { account: 'By Spouse' }
  const half = [{ account: 'By Spouse', part: new Ratio(1n, 2n), source }]

  it('a spouse’s trades together with the insider’s own, limited to the pecuniary interest', () => {
    const trades = [trade('2025-01-06 P 100 @ 10', spouse), trade('2025-03-03 S 100 @ 20')]
    expect(one(trades)).toBe('1000')
    expect(one(trades, { interests: half })).toBe('500')
    expect(profitOf(trades).derivation.find(({ rule }) => rule === 'attribution')?.text).toContain('By Spouse, direct')
  })
})

describe('section16-rules.md 4.5 (a), 2.5 point 3: call and put equivalents', () => {
  const call = { call: 'Call 30.00 2025-12-19' }
  const put = { put: 'Put 30.00 2025-12-19' }
  const marketPrices = [{ date: day('2025-01-06'), price: ratio('30'), source }]

  it.each([
    ['long call', 'P 100 @ 2', call, 'purchase'],
    ['short put', 'S 100 @ 2', put, 'purchase'],
    ['short call', 'S 100 @ 2', call, 'sale'],
    ['long put', 'P 100 @ 2', put, 'sale'],
    // 2.2: value received for what expires or is cancelled.
    ['call cancelled for value', 'H D 100 @ 2', call, 'sale'],
    ['put cancelled for value', 'H D 100 @ 2', put, 'purchase'],
  ])('%s: the underlying is bought or sold', (_, written, terms, side) => {
    const derivative = trade(`2025-01-06 ${written}`, terms)
    const beside = (stock: string) => one([derivative, trade(stock)], { marketPrices })
    expect(beside('2025-03-03 S 100 @ 36')).toBe(side === 'purchase' ? '600' : '0')
    expect(beside('2025-03-03 P 100 @ 24')).toBe(side === 'sale' ? '600' : '0')
  })

  it('(b): closing by exercise, and the stock that comes of it, are exempt; out of the money they are not', () => {
    const sold = trade('2025-03-03 S 100 @ 36')
    for (const code of ['M', 'X']) {
      expect(one([trade(`2025-02-03 ${code} A 100 @ 30`), trade(`2025-02-03 ${code} D 100 @ 0`, call), sold])).toBe('0')
    }
    expect(one([trade('2025-02-03 O A 100 @ 35'), trade('2025-02-03 O D 100 @ 0', call), sold])).toBe('100')
  })
})

describe('section16-rules.md 2.4: Rule 16b-3 is for officers and directors only', () => {
  const sold = trade('2025-03-03 S 100 @ 20', tenPercent)
  const granted = trade('2025-01-06 A 100 @ 10', tenPercent)
  const approved = (code: string) => ({ exemptions: [{ code, approved: true, source }] })

  it('an approved grant to an owner of ten percent: two totals, the office is the missing fact', () => {
    const answer = profitOf([granted, sold], approved('A'))
    expect(totals(answer)).toEqual(['0', '1000'])
    expect(answer.missing).toMatchObject([{ kind: 'exemption', condition: expect.stringContaining('deputization') }])
  })

  it.each([
    ['A', 'P'],
    ['I', 'P'],
    ['D', 'S'],
    ['F', 'S'],
  ])('code %s is matched, as if it were %s, where he never was in office', (code, as) => {
    const purchase = `2025-01-06 ${as === 'P' ? `${code} A` : 'P'} 100 @ 10`
    const sale = `2025-03-03 ${as === 'S' ? `${code} D` : 'S'} 100 @ 20`
    const facts = { ...approved(code), tenPercent: [{ source }], offices: [] }
    expect(one([trade(purchase, tenPercent), trade(sale, tenPercent)], facts)).toBe('1000')
  })

  it('R1.1.3: a director by deputization has it, where that is stated', () => {
    const facts = { ...approved('A'), offices: [{ source: 'deputized by the fund' }] }
    expect(one([granted, sold], facts)).toBe('0')
    const said = { exemptions: [{ code: 'A', exempt: true, source: 'opinion of counsel' }] }
    expect(one([granted, sold], said)).toBe('0')
  })

  it('an officer who owns ten percent has it, and what is no matter of Rule 16b-3 stays exempt', () => {
    const both = { isDirectorOrOfficer: true, isTenPercentOwner: true }
    expect(one([trade('2025-01-06 A 100 @ 10', both), sold], approved('A'))).toBe('0')
    expect(one([trade('2025-01-06 X A 100 @ 10', tenPercent), sold])).toBe('0')
    expect(one([trade('2025-01-06 G A 100 @ 10', tenPercent), sold])).toBe('0')
  })
})

describe('section16-rules.md R1.5.2: the six months before a first registration', () => {
  // Six months, a day more than less than six: 2025-01-15 is the day before the anniversary of 2024-07-16.
  it.each([
    ['2024-07-16', '2025-01-15', '1000'],
    ['2024-07-16', '2025-01-16', '0'],
  ])('bought on %s, registered on %s', (date, registered, profit) => {
    const facts = {
      offices: [{ from: day(registered), source }],
      registered: { on: day(registered), source },
    }
    expect(one([trade(`${date} P 100 @ 10`), trade('2025-01-13 S 100 @ 20')], facts)).toBe(profit)
  })
})
