import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CalendarDate } from '../../model/calendarDate.ts'
import type { ExemptionFact } from './facts.ts'
import { day, one, profitOf, ratio, source, tenPercent, totals, trade } from './inventedTrades.mts'
import { Ratio } from './ratio.ts'
import { shortSwing } from './shortSwing.ts'
import { sortTransactions } from './sortTransactions.ts'

describe('exemptions turn on facts (2.2, 2.4)', () => {
  const grant = trade('2025-01-06 A 500 @ 0', { key: 'grant' })
  const sale = trade('2025-03-03 S 200 @ 20')

  it('a grant without an approval fact and a sale in the window give two totals, and name the fact', () => {
    const answer = profitOf([grant, sale])
    expect(totals(answer)).toEqual(['0', '4000'])
    expect(answer.isSettled).toBe(false)
    expect(answer.missing).toMatchObject([{ kind: 'exemption', transaction: 'grant', law: 'Rule 16b-3(d)' }])
    expect(answer.derivation.map(({ rule }) => rule)).toContain('twoTotals')
  })

  it.each([
    [true, '0'],
    [false, '4000'],
  ])('with the fact, exempt %s, there is one: %s', (exempt, profit) => {
    const facts = { exemptions: [{ transaction: 'grant', exempt, source: 'minutes of 2025-01-05' }] }
    expect(one([grant, sale], facts)).toBe(profit)
    expect(profitOf([grant, sale], facts)).toMatchObject({ isSettled: true, missing: [] })
  })

  it.each<[string, string, Partial<ExemptionFact>, string[]]>([
    ['A', 'approved', { approved: true }, ['0', '0']],
    ['A', 'held six months', { approved: false, heldSixMonths: true }, ['0', '0']],
    ['A', 'neither', { approved: false, heldSixMonths: false }, ['1000', '1000']],
    ['A', 'not approved, holding not known', { approved: false }, ['0', '1000']],
    ['F', 'approved', { approved: true }, ['0', '0']],
    ['F', 'not approved', { approved: false }, ['1000', '1000']],
    ['C', 'at a fixed price', { isPriceFixed: true }, ['0', '0']],
    ['C', 'at another', { isPriceFixed: false }, ['1000', '1000']],
    ['I', 'elected six months on', { elected: day('2024-07-15'), lastOppositeElection: day('2024-01-15') }, ['0', '0']],
    ['I', 'a day less', { elected: day('2024-07-14'), lastOppositeElection: day('2024-01-15') }, ['1000', '1000']],
    ['I', 'the other election not known', { elected: day('2024-07-15') }, ['0', '1000']],
  ])('code %s, %s', (code, _, fact, expected) => {
    const isSale = code === 'F'
    const trades = isSale
      ? [trade('2025-01-06 P 100 @ 10'), trade('2025-03-03 F 100 @ 20')]
      : [trade(`2025-01-06 ${code} A 100 @ 10`), trade('2025-03-03 S 100 @ 20')]
    expect(totals(profitOf(trades, { exemptions: [{ code, source, ...fact }] }))).toEqual(expected)
  })

  it('a fact can be about a code and a time; the first that fits holds', () => {
    const exemptions = [
      { code: 'A', until: day('2025-01-06'), exempt: false, source },
      { code: 'A', exempt: true, source },
    ]
    expect(one([grant, sale], { exemptions })).toBe('0')
  })

  it('a grant that nothing could be matched with leaves the answer settled', () => {
    expect(profitOf([grant, trade('2025-09-01 S 200 @ 20')])).toMatchObject({ isSettled: true, missing: [] })
  })

  it.each([
    ['M', 'A', '0'],
    ['X', 'A', '0'],
    ['G', 'A', '0'],
    ['W', 'A', '0'],
    ['O', 'A', '1000'],
    ['L', 'A', '1000'],
    ['P', 'A', '1000'],
  ])('code %s acquired against a sale: %s %s', (code, way, profit) => {
    expect(one([trade(`2025-01-06 ${code} ${way} 100 @ 10`), trade('2025-03-03 S 100 @ 20')])).toBe(profit)
  })

  it.each(['D', 'F', 'I', 'C', 'Z', 'J', 'Q'])('code %s disposed of against a purchase: two totals', (code) => {
    const answer = profitOf([trade('2025-01-06 P 100 @ 10'), trade(`2025-03-03 ${code} D 100 @ 20`)])
    expect(totals(answer)).toEqual(['0', '1000'])
  })

  it('a tender is a sale, unless a fact says that it was none (4.6, Kern County)', () => {
    const trades = [trade('2025-01-06 P 100 @ 10'), trade('2025-03-03 U 100 @ 20', { key: 'tender' })]
    expect(one(trades)).toBe('1000')
    expect(one(trades, { exemptions: [{ transaction: 'tender', exempt: true, source: 'Kern County' }] })).toBe('0')
  })
})

describe('foreign private issuers (R1.3.7)', () => {
  const foreignPrivateIssuer = [{ until: day('2025-02-01'), source: 'Form 20-F of 2024' }]
  const trades = [trade('2025-01-06 P 100 @ 10'), trade('2025-03-03 S 100 @ 20')]

  it('not applicable, with date and source, and no figure', () => {
    const answer = shortSwing(trades, { foreignPrivateIssuer: [{ from: day('2010-01-01'), source: 'Form 20-F' }] })
    expect(answer).toMatchObject({ kind: 'notApplicable', periods: [{ source: 'Form 20-F' }] })
    expect(JSON.stringify(answer.derivation)).toMatch(/From 2010-01-01 .*Form 20-F/)
    expect(answer).not.toHaveProperty('ifExempt')
  })

  it('an issuer that lost the status is split at that date', () => {
    const answer = profitOf([...trades, trade('2025-02-01 P 100 @ 12')], { foreignPrivateIssuer })
    expect(totals(answer)).toEqual(['800', '800'])
    expect(answer.setAside).toMatchObject([
      { reason: 'foreignPrivateIssuer', foreign: { source: 'Form 20-F of 2024' }, transaction: { price: ratio('10') } },
    ])
    expect(answer.derivation.map(({ rule }) => rule)).toContain('foreign')
  })

  it('an end that is also the first registration sweeps in the six months before', () => {
    const facts = { foreignPrivateIssuer: [{ ...foreignPrivateIssuer[0]!, isRegisteredAtEnd: true }] }
    expect(one(trades, facts)).toBe('1000')
  })
})

describe('status (4.2, 6; 1.5)', () => {
  it.each([
    ['2025-10-20', '2500'],
    ['2025-11-10', '2500'],
    ['2025-11-11', '0'],
  ])('the worked example of 1.5: sold 1,000 at 40 in office, bought 500 at 35 on %s: %s', (date, profit) => {
    const offices = [{ from: day('2020-01-01'), until: day('2025-07-01'), source }]
    expect(one([trade('2025-05-12 S 1000 @ 40'), trade(`${date} P 500 @ 35`)], { offices })).toBe(profit)
  })

  it('two trades after the office do not match with each other, but with one in office', () => {
    const offices = [{ until: day('2025-02-01'), source }]
    const after = [trade('2025-03-03 P 100 @ 10'), trade('2025-04-01 S 100 @ 20')]
    const answer = profitOf(after, { offices })
    expect(totals(answer)).toEqual(['0', '0'])
    expect(answer.ifExempt.classes).toMatchObject([{ method: 'pairs', rejected: { status: { count: 1 } } }])
    expect(one([...after, trade('2025-01-06 S 100 @ 15')], { offices })).toBe('500')
  })

  it('what was bought before the appointment never matches, but for the look-back of a first registration', () => {
    const trades = [trade('2025-01-06 P 100 @ 10'), trade('2025-03-03 S 100 @ 20')]
    const offices = [{ from: day('2025-02-01'), source }]
    const answer = profitOf(trades, { offices })
    expect(totals(answer)).toEqual(['0', '0'])
    expect(answer.setAside).toMatchObject([{ reason: 'beforeOffice' }])
    expect(one(trades, { offices, registered: { on: day('2025-02-15'), source } })).toBe('1000')
    expect(one(trades, { offices, registered: { on: day('2025-07-15'), source } })).toBe('0')
  })

  it('a ten-percent owner must have owned more before both: the purchase over the line does not count', () => {
    const trades = [
      trade('2025-01-06 P 100 @ 10', tenPercent),
      trade('2025-01-07 P 100 @ 11', tenPercent),
      trade('2025-03-03 S 150 @ 20', tenPercent),
    ]
    expect(one(trades)).toBe('1450')
    expect(one(trades, { tenPercent: [{ from: day('2025-01-07'), source }] })).toBe('900')
  })

  it('the sale that ends ten percent counts, what comes after does not', () => {
    const facts = { tenPercent: [{ until: day('2025-03-04'), source }] }
    const trades = [trade('2025-03-03 S 100 @ 20', tenPercent), trade('2025-03-10 P 100 @ 10', tenPercent)]
    expect(one(trades, facts)).toBe('0')
    expect(one([...trades, trade('2025-03-01 P 100 @ 12', tenPercent)], facts)).toBe('800')
  })

  it('asks for the end of the office where the exit box is ticked', () => {
    const left = trade('2025-03-03 S 100 @ 20', { key: 'last', isExitBoxTicked: true })
    const answer = profitOf([trade('2025-01-06 P 100 @ 10'), left])
    expect(answer.missing).toEqual([{ kind: 'officeEnd', transaction: 'last' }])
    expect(answer.isSettled).toBe(false)
  })
})

describe('derivatives (4.5)', () => {
  const prices = (...days: [string, string][]) => ({
    marketPrices: days.map(([date, price]) => ({ date: day(date), price: ratio(price), source })),
  })
  const call = { call: 'Call 30.00 2025-12-19' }
  const put = { put: 'Put 30.00 2025-12-19' }
  const bought = trade('2025-01-06 P 1000 @ 2', { ...call, key: 'calls' })
  const sold = trade('2025-03-03 S 1000 @ 36')

  it('(c)(2): a call against stock, capped at the market prices: 6,000', () => {
    expect(one([bought, sold], prices(['2025-01-06', '30']))).toBe('6000')
  })

  it('(c)(2), the alternative: by the value of the call on the matching date: 4,500', () => {
    const derivativeValues = [{ transaction: 'calls', on: day('2025-03-03'), value: ratio('6.5'), source }]
    const facts = { ...prices(['2025-01-06', '30']), derivativeValues }
    expect(one([bought, sold], facts, { mixedPairs: 'derivativeValue' })).toBe('4500')
    expect(one([bought, sold], facts)).toBe('6000')
  })

  it('(c)(2): without the market price nothing is guessed; the day is named', () => {
    const answer = profitOf([bought, sold])
    expect(totals(answer)).toEqual(['0', '0'])
    expect(answer).toMatchObject({ isSettled: false, missing: [{ kind: 'marketPrice', date: day('2025-01-06') }] })
    expect(answer.ifExempt.classes[0]!.rejected.marketPriceNotKnown?.count).toBe(1)
  })

  it('(c)(1): identical terms match at their own prices, whatever the stock did', () => {
    expect(one([bought, trade('2025-03-03 S 1000 @ 3.25', call)])).toBe('1250')
  })

  it.each([
    ['2025-07-18', '1200'],
    ['2025-08-08', '1200'],
    ['2025-08-15', '0'],
  ])('(d): a call written for 1.20 on 2025-02-10 that lapses on %s: %s', (date, profit) => {
    const written = trade('2025-02-10 S 1000 @ 1.20', call)
    for (const way of ['A', 'D']) expect(one([written, trade(`${date} E ${way} 1000`, call)])).toBe(profit)
  })

  it('(d): a put written and lapsed: the premium; nothing else matches a lapse', () => {
    expect(one([trade('2025-02-10 S D 1000 @ 1.20', put), trade('2025-07-18 E A 1000', put)])).toBe('1200')
    const answer = profitOf([trade('2025-07-18 E A 1000', call), trade('2025-03-03 S 1000 @ 36')])
    expect(totals(answer)).toEqual(['0', '0'])
    expect(answer.ifExempt.classes[0]!.rejected).toMatchObject({ lapseOfOther: { count: 1 } })
  })

  it('a put bought is a sale of the stock: matched with a purchase at the market prices, or sold again at its own', () => {
    const putBought = trade('2025-01-06 P 100 @ 2', put)
    expect(one([putBought, trade('2025-03-03 P 100 @ 25')], prices(['2025-01-06', '30']))).toBe('500')
    expect(one([putBought, trade('2025-03-03 S 100 @ 5', put)])).toBe('300')
  })

  it('Roth v. Goldman Sachs: below ten percent before the lapse, no liability (4.5)', () => {
    const written = trade('2025-02-10 S 1000 @ 1.20', { ...call, ...tenPercent })
    const lapse = trade('2025-07-18 E A 1000', { ...call, ...tenPercent })
    expect(one([written, lapse])).toBe('1200')
    expect(one([written, lapse], { tenPercent: [{ until: day('2025-06-01'), source }] })).toBe('0')
  })

  it('grants and exercises do not feed the matching, their sales do (a peer takes them for purchases)', () => {
    const exemptions = [{ code: 'A', exempt: true, source }]
    const trades = [
      trade('2025-01-06 A 1000 @ 0', call),
      trade('2025-02-03 M A 1000 @ 30'),
      trade('2025-02-03 M D 1000 @ 0', call),
      trade('2025-02-03 S 1000 @ 36'),
      trade('2025-04-01 P 100 @ 31'),
    ]
    expect(one(trades, { exemptions })).toBe('500')
  })

  it('an exercise that is not exempt is one purchase, not a sale of the option too', () => {
    const trades = [
      trade('2025-02-03 O A 100 @ 40'),
      trade('2025-02-03 O D 100 @ 0', call),
      trade('2025-03-03 S 100 @ 41'),
    ]
    const answer = profitOf(trades)
    expect(totals(answer)).toEqual(['100', '100'])
    expect(answer.setAside).toMatchObject([{ reason: 'closedByExercise' }])
  })

  it('asks which right a derivative is', () => {
    const swap = trade('2025-01-06 P 100 @ 2', {
      key: 'swap',
      title: 'Swap',
      derivative: { right: undefined, series: 'x' },
    })
    expect(profitOf([swap, sold]).missing).toEqual([{ kind: 'right', transaction: 'swap' }])
    const facts = { rights: [{ title: 'Swap', right: 'call' as const, source }], ...prices(['2025-01-06', '30']) }
    expect(one([swap, sold], facts)).toBe('600')
  })
})

describe('numbers (4.3)', () => {
  it('lots before a split are counted in the shares that they became', () => {
    const splits = [{ date: day('2025-02-01'), before: ratio('2'), after: ratio('3'), source }]
    const trades = [trade('2025-01-06 P 100 @ 30'), trade('2025-03-03 S 150 @ 21')]
    expect(one(trades, { splits })).toBe('150')
    expect(one([...trades, trade('2025-03-03 P 50 @ 20')], { splits })).toBe('150')
    expect(one([trade('2025-01-06 P 100 @ 31'), trade('2025-03-03 S 150 @ 21')], { splits })).toBe('50')
    expect(one([trade('2025-01-06 P 1 @ 10'), trade('2025-03-03 S 1 @ 7')], { splits })).toBe('1/3')
  })

  it('classes do not match with each other', () => {
    const other = { classKey: 'class b', title: 'Class B' }
    expect(one([trade('2025-01-06 P 100 @ 10'), trade('2025-03-03 S 100 @ 20', other)])).toBe('0')
    const all = [trade('2025-01-06 P 100 @ 10'), trade('2025-03-03 S 100 @ 12')]
    expect(one([...all, trade('2025-01-06 P 100 @ 10', other), trade('2025-03-03 S 100 @ 20', other)])).toBe('1200')
  })

  it('an account counts for the person’s part (4.4)', () => {
    const trades = [trade('2025-01-06 P 100 @ 10', { account: 'By LLC' }), trade('2025-03-03 S 100 @ 20')]
    expect(one(trades)).toBe('1000')
    expect(one(trades, { interests: [{ account: 'By LLC', part: new Ratio(1n, 3n), source }] })).toBe('1000/3')
    expect(one(trades, { interests: [{ account: 'By LLC', part: ratio('0'), source }] })).toBe('0')
  })

  it('asks for a price or a number that is not said, where it could matter, and takes a price given', () => {
    const unpriced = trade('2025-01-06 P 100', { key: 'unpriced' })
    expect(profitOf([unpriced, trade('2025-03-03 S 100 @ 20')]).missing).toEqual([
      { kind: 'price', transaction: 'unpriced' },
    ])
    expect(profitOf([unpriced, trade('2026-03-03 S 100 @ 20')]).missing).toEqual([])
    const prices = [{ transaction: 'unpriced', price: ratio('15'), source }]
    expect(one([unpriced, trade('2025-03-03 S 100 @ 20')], { prices })).toBe('500')
  })

  it('says that averages of several trades can hide a greater profit (4.3, Numbers 3)', () => {
    const answer = profitOf([
      trade('2025-01-06 P 100 @ 10'),
      trade('2025-03-03 S 100 @ 20', { key: 'avg', isAveragePrice: true }),
    ])
    expect(answer.averaged).toEqual(['avg'])
    expect(answer.derivation.map(({ rule }) => rule)).toContain('averages')
  })

  it('says the default it used for month ends, and takes the other', () => {
    const trades = [trade('2025-08-31 P 100 @ 10'), trade('2026-02-27 S 100 @ 20')]
    expect(one(trades)).toBe('1000')
    expect(one(trades, {}, { monthEnd: 'clamp' })).toBe('0')
    expect(profitOf(trades).derivation.map(({ rule }) => rule)).toContain('monthEnd.nextMonthFirst')
  })
})

describe('properties', () => {
  const anyTrade = fc
    .record({
      day: fc.integer({ min: 20_000, max: 20_500 }),
      code: fc.constantFrom('P', 'S', 'A', 'F', 'D', 'O'),
      shares: fc.integer({ min: 1, max: 20 }),
      price: fc.integer({ min: 1, max: 30 }),
      office: fc.boolean(),
      ten: fc.boolean(),
    })
    .map(({ day: at, code, shares, price, office, ten }) =>
      trade(`${String(new CalendarDate(at))} ${code} ${shares} @ ${price}`, {
        isDirectorOrOfficer: office,
        isTenPercentOwner: ten,
      }),
    )
  const trades = fc.array(anyTrade, { maxLength: 14 })

  it('exempt is never more than not exempt, other ways of matching never more than the greatest', () => {
    fc.assert(
      fc.property(trades, (some) => {
        const { ifExempt, ifNotExempt } = profitOf(some)
        expect(ifExempt.total.compare(ifNotExempt.total)).toBeLessThanOrEqual(0)
        for (const { maximum, lowestInHighestOut, firstInFirstOut } of ifNotExempt.classes) {
          expect(lowestInHighestOut.compare(maximum.total)).toBeLessThanOrEqual(0)
          expect(firstInFirstOut.compare(maximum.total)).toBeLessThanOrEqual(0)
        }
      }),
    )
  })

  it('does not depend on the order of transactions, and every one is in one place', () => {
    fc.assert(
      fc.property(trades, (some) => {
        expect(totals(profitOf(some.toReversed()))).toEqual(totals(profitOf(some)))
        const { certain, uncertain, exempt, setAside } = sortTransactions(some, {})
        const legs = [...certain, ...uncertain.map(({ leg }) => leg)]
        const places = [...legs, ...exempt, ...setAside].map(({ transaction }) => transaction.key)
        expect(places.sort()).toEqual(some.map(({ key }) => key).sort())
      }),
    )
  })

  it('one transaction more is never less profit', () => {
    fc.assert(
      fc.property(trades, anyTrade, (some, more) => {
        const { ifNotExempt } = profitOf(some)
        expect(profitOf([...some, more]).ifNotExempt.total.compare(ifNotExempt.total)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
