import { describe, expect, test } from 'vitest'
import { exerciseAndHold, exerciseAndSell, netExercise } from './exercise.ts'
import { gift } from './gift.ts'
import { purchase } from './purchase.ts'
import { planSale, sale } from './sale.ts'
import { EXERCISE, fill, GIFT, NET, OPTION_HELD, PLAN_SALE, PLAN_TERMS, SALE, SELL } from './samples.mts'
import { asked, build, codes, holds, judged, OPTION_JSON, short } from './testing.mts'

const CLEAN = { complaints: [], findings: [] }
describe('sale', () => {
  test('many prices: bands of a dollar, average, range with undertaking, list kept', () => {
    const result = build(sale, SALE)
    expect(short(result)).toEqual(['I S 3000 @ 20.4763 D -> 7000', 'I S 400 @ 21.02 D -> 6600'])
    expect(result.footnotes.map(({ text }) => text)).toEqual([
      'The price reported in Column 4 is a weighted average price. These securities were sold in multiple ' +
        'transactions at prices ranging from $20.01 to $20.99, inclusive. The reporting person undertakes to ' +
        'provide to the issuer, any security holder of the issuer, or the staff of the Securities and ' +
        'Exchange Commission, upon request, full information regarding the number of securities sold at each ' +
        'separate price within the range set forth in this footnote.',
    ])
    expect(result.lines.map(({ fills }) => fills?.map(({ price }) => String(price)))).toEqual([
      ['20.4999', '20.01', '20.155', '20.99'],
      ['21.02'],
    ])
    expect(result.lines[0]?.answer?.section16b).toBe('sale')
    expect(result.header.aff10b5One).toBe(false)
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test('private trades: a line for each price, no average', () => {
    const result = build(sale, { ...SALE, venue: 'private' })
    expect(result.lines).toHaveLength(5)
    expect(result.footnotes).toEqual([])
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test('each day has lines of its own, in the order of days', () => {
    const fills = [fill('100', '20.1', { date: '2026-06-02' }), fill('200', '20.2')]
    const result = build(sale, { ...SALE, fills, tradedShares: '300' })
    expect(short(result)).toEqual(['I S 200 @ 20.2 D -> 9800', 'I S 100 @ 20.1 D -> 9700'])
    expect(String(result.header.periodOfReport)).toBe('2026-06-01')
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test('a list that does not add up is refused', () => {
    const result = build(sale, { ...SALE, tradedShares: '3401' })
    expect([codes(result.diagnostics), result.lines]).toEqual([['D120'], []])
  })

  test('without the list there is no line, only the question', () => {
    const { fills: _, ...rest } = SALE
    const result = build(sale, rest)
    expect([asked(result), result.lines]).toEqual([['fills'], []])
  })

  test('a list with a price of nothing, or an empty one, is none', () => {
    for (const fills of [[], [fill('5', '0')], [fill('0', '5')], [{ shares: '5', price: '5' }], 'many'])
      expect(codes(build(sale, { ...SALE, fills }).diagnostics)).toEqual(['D101'])
  })

  test('more than is held is refused', () => {
    const positions = { held: [holds('3399')], isComplete: true }
    expect(codes(build(sale, SALE, { positions }).diagnostics)).toEqual(['D104'])
  })

  test('of the spouse, in part the insider’s: a line of its own, disclaimed', () => {
    const values = { ...SALE, pecuniaryInterest: 'part', holder: 'other', nature: 'By Spouse' }
    const spouse = holds('4000', { table: 'I', title: 'Common Stock' }, { form: 'I', nature: 'By Spouse' })
    const result = build(sale, values, { positions: { held: [holds('10000'), spouse], isComplete: true } })
    expect(short(result)).toEqual([
      'I S 3000 @ 20.4763 D -> 1000 By Spouse',
      'I S 400 @ 21.02 D -> 600 By Spouse',
      'I holding -> 10000',
    ])
    expect(result.footnotes.some(({ text }) => text.startsWith('The reporting person disclaims'))).toBe(true)
    expect(judged('4', result)).toMatchObject(CLEAN)
  })
})

describe('sale under a plan', () => {
  test('box, day of adoption, deemed execution date', () => {
    const result = build(planSale, PLAN_SALE)
    expect(short(result)).toEqual(['I S 3000 @ 20.4763 D -> 7000', 'I S 400 @ 21.02 D -> 6600'])
    expect(result.header.aff10b5One).toBe(true)
    const { row, deadline, isPlanTrade } = result.lines[0]!
    expect([row.deemedExecutionDate.written, String(deadline?.dueDate), isPlanTrade]).toEqual([
      '2026-06-02',
      '2026-06-04',
      true,
    ])
    expect(result.footnotes[0]?.text).toContain('a Rule 10b5-1 trading plan adopted on December 1, 2025.')
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test('notice on the day of the trade leaves column 2A empty', () => {
    const result = build(planSale, { ...PLAN_SALE, notified: '2026-06-01' })
    expect(result.lines[0]?.row.deemedExecutionDate.kind).toBe('absent')
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test('who chose the day is not asked for the notice, and has two days', () => {
    const { notified: _, ...rest } = PLAN_SALE
    const result = build(planSale, { ...rest, insiderChoseDay: true })
    expect(String(result.lines[0]?.deadline?.dueDate)).toBe('2026-06-03')
    expect(asked(build(planSale, rest))).toEqual(['notified'])
  })

  test('a plan older than the amended rule is told, without the box', () => {
    const result = build(planSale, { ...PLAN_SALE, planAdopted: '2022-12-01' })
    expect(result.header.aff10b5One).toBe(false)
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test.each(['planAdopted', 'insiderChoseDay', 'notified'])('without %s: the question', (name) => {
    const { [name]: _, ...rest } = PLAN_SALE as Record<string, unknown>
    expect([asked(build(planSale, rest)), build(planSale, rest).lines]).toEqual([[name], []])
  })

  test('a plan adopted after the trade, a notice before it: refused', () => {
    expect(codes(build(planSale, { ...PLAN_SALE, planAdopted: '2026-06-02' }).diagnostics)).toEqual(['D122'])
    expect(codes(build(planSale, { ...PLAN_SALE, notified: '2026-05-29' }).diagnostics)).toEqual(['D123'])
  })

  test('plan trades and others never share a line', () => {
    const fills = [fill('100', '20.1', { underPlan: true }), fill('200', '20.2', { underPlan: false })]
    const chosen = { planAdopted: PLAN_TERMS.planAdopted, insiderChoseDay: true }
    const some = { ...SALE, ...chosen, fills, tradedShares: '300', plan: 'some' }
    const result = build(sale, some)
    expect(short(result)).toEqual(['I S 200 @ 20.2 D -> 9800', 'I S 100 @ 20.1 D -> 9700'])
    expect(result.lines.map(({ isPlanTrade }) => isPlanTrade)).toEqual([false, true])
    expect(result.lines.map(({ row }) => row.coding.footnotes.length)).toEqual([0, 1])
    expect(judged('4', result)).toMatchObject(CLEAN)
    const other = { ...some, tradedShares: '100', fills: [fill('100', '20.1', { underPlan: true })] }
    expect(codes(build(sale, other).diagnostics)).toEqual(['D103'])
    const silent = build(sale, { ...some, fills: [fill('300', '20.1')] })
    expect([codes(silent.diagnostics), silent.lines]).toEqual([['D121'], []])
    expect(codes(build(sale, { ...some, plan: 'none' }).diagnostics)).toContain('D103')
  })
})

describe('purchase', () => {
  test('code P, a purchase for Section 16(b)', () => {
    const result = build(purchase, SALE)
    expect(short(result)).toEqual(['I P 3000 @ 20.4763 A -> 13000', 'I P 400 @ 21.02 A -> 13400'])
    expect(result.lines[0]?.answer?.section16b).toBe('purchase')
    expect(result.footnotes[0]?.text).toContain('were purchased in multiple')
    expect(result.diagnostics).toEqual([])
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test('up to 10,000 dollars it says that it might wait', () => {
    const small = (price: string) =>
      codes(build(purchase, { ...SALE, fills: [fill('500', price)], tradedShares: '500' }).diagnostics)
    expect([small('20'), small('20.01')]).toEqual([['D133'], []])
  })
})

describe('exercise', () => {
  test('and hold: two entries, column 8 zero', () => {
    const result = build(exerciseAndHold, EXERCISE, { positions: OPTION_HELD })
    expect(short(result)).toEqual(['I M 1000 @ 12.5 A -> 11000', 'II M 1000 @ 0 D -> 0'])
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test('codes M, X and O', () => {
    const coded = (values: object) => {
      const result = build(exerciseAndHold, { ...EXERCISE, ...values }, { positions: OPTION_HELD })
      return [result.lines[0]?.line.transaction?.code, result.lines[0]?.answer?.section16b]
    }
    expect(coded({})).toEqual(['M', 'exempt'])
    expect(coded({ isUnder16b3: false, isInTheMoney: true })).toEqual(['X', 'exempt'])
    expect(coded({ isUnder16b3: false, isInTheMoney: false })).toEqual(['O', 'purchase'])
    expect(coded({ isUnder16b3: false })).toEqual([undefined, undefined])
  })

  test('and sell', () => {
    const values = { ...EXERCISE, ...SELL }
    const result = build(exerciseAndSell, values, { positions: OPTION_HELD })
    expect(short(result)).toEqual(['I M 1000 @ 12.5 A -> 11000', 'I S 600 @ 30 D -> 10400', 'II M 1000 @ 0 D -> 0'])
    expect(judged('4', result)).toMatchObject(CLEAN)
    const early = [fill('600', '30', { date: '2026-05-29' })]
    expect(codes(build(exerciseAndSell, { ...values, fills: early }, { positions: OPTION_HELD }).diagnostics)).toEqual([
      'D103',
    ])
  })

  test('with net settlement: the full exercise, then F', () => {
    const result = build(netExercise, NET, { positions: OPTION_HELD })
    expect(short(result)).toEqual(['I M 1000 @ 12.5 A -> 11000', 'I F 417 @ 30 D -> 10583', 'II M 1000 @ 0 D -> 0'])
    expect(judged('4', result)).toMatchObject(CLEAN)
    expect(
      codes(build(netExercise, { ...NET, withheldShares: '1001' }, { positions: OPTION_HELD }).diagnostics),
    ).toEqual(['D103'])
  })

  test('another series is not reduced, and of what is not held nothing is exercised', () => {
    const other = { ...OPTION_JSON, exercisePrice: '13' }
    const result = build(exerciseAndHold, { ...EXERCISE, option: other }, { positions: OPTION_HELD })
    expect([codes(result.diagnostics), result.isComplete]).toEqual([['D104'], false])
  })

  test('an option without price is none', () => {
    const { exercisePrice: _, ...rest } = OPTION_JSON
    expect(
      codes(build(exerciseAndHold, { ...EXERCISE, option: rest }, { positions: OPTION_HELD }).diagnostics),
    ).toEqual(['D101'])
    const noted = { ...rest, exercisePriceNote: 'One for one.' }
    expect(
      codes(build(exerciseAndHold, { ...EXERCISE, option: noted }, { positions: OPTION_HELD }).diagnostics),
    ).toEqual(['D111'])
  })
})

describe('gift', () => {
  test('given away: Form 4 in two business days', () => {
    const result = build(gift, GIFT)
    expect(short(result)).toEqual(['I G 250 @ 0 D -> 9750'])
    expect([result.lines[0]?.form, String(result.lines[0]?.deadline?.dueDate)]).toEqual(['4', '2026-06-03'])
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test('received: asked whether early; then Form 4 with V, else Form 5', () => {
    const { keepsInterest: _, isUnderPlan: __, ...rest } = GIFT
    const received = { ...rest, way: 'received' }
    expect([asked(build(gift, received)), build(gift, received).lines]).toEqual([['reportEarly'], []])
    const early = build(gift, { ...received, reportEarly: true })
    expect(early.lines[0]).toMatchObject({ form: '4', row: { coding: { formType: { written: '5' } } } })
    expect(early.lines[0]?.row.timeliness.written).toBe('E')
    expect(judged('4', early)).toMatchObject(CLEAN)
    const later = build(gift, { ...received, reportEarly: false })
    expect([later.lines[0]?.form, String(later.lines[0]?.deadline?.dueDate)]).toEqual(['5', '2027-02-16'])
    expect(later.lines[0]?.row.timeliness.kind).toBe('absent')
  })

  test('under a plan: box, adoption, notice', () => {
    const planned = { ...GIFT, isUnderPlan: true, ...PLAN_TERMS }
    const result = build(gift, planned)
    expect([result.header.aff10b5One, String(result.lines[0]?.deadline?.dueDate)]).toEqual([true, '2026-06-04'])
    expect(judged('4', result)).toMatchObject(CLEAN)
    expect(codes(build(gift, { ...planned, planAdopted: '2026-06-02' }).diagnostics)).toEqual(['D122'])
    const { planAdopted: _, ...rest } = planned
    expect(asked(build(gift, rest))).toEqual(['planAdopted'])
  })

  test('the fiscal year of an item of Form 5 is asked of the issuer', () => {
    const { keepsInterest: _, isUnderPlan: __, ...rest } = GIFT
    const result = build(gift, { ...rest, way: 'received', reportEarly: false }, { issuer: {} })
    expect(result.open).toMatchObject([{ name: 'fiscalYearEnd', of: 'issuer' }])
  })

  test('what is paid for, or kept in the family, is no gift', () => {
    expect(codes(build(gift, { ...GIFT, isForNothing: false }).diagnostics)).toEqual(['D111'])
    expect(codes(build(gift, { ...GIFT, keepsInterest: true }).diagnostics)).toEqual(['D111'])
  })
})
