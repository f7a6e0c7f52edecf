import { describe, expect, test } from 'vitest'
import { conversion } from './conversion.ts'
import { death } from './death.ts'
import { deferredUnits } from './deferredUnits.ts'
import { fundDistribution } from './distribution.ts'
import { dividendEquivalents } from './dividendEquivalents.ts'
import { divorce } from './divorce.ts'
import { jointReport } from './jointReport.ts'
import { lapse } from './lapse.ts'
import { mergerCashOut } from './merger.ts'
import { planRollIn } from './planRollIn.ts'
import { pledgeForeclosure } from './pledge.ts'
import { repricing } from './repricing.ts'
import type { RecipeResult } from './result.ts'
import { sale } from './sale.ts'
import {
  AWARD,
  AWARD_HELD,
  CONVERSION,
  DEFERRED,
  DISTRIBUTION,
  DIVORCE,
  EQUIVALENTS,
  FORECLOSURE,
  FUND_HELD,
  LAPSE,
  MERGER,
  OPTION_HELD,
  PREFERRED_HELD,
  REPRICING,
  ROLL_IN,
  SALE,
  SPLIT,
  SPOUSE,
  TRANSFER,
} from './samples.mts'
import { split } from './split.ts'
import { spouseTrade } from './spouseTrade.ts'
import { asked, build, COMMON, codes, holds, judged, number, OPTION, OPTION_JSON, OWN, short } from './testing.mts'
import { trustTransfer } from './trustTransfer.ts'

const CLEAN = { complaints: [], findings: [] }

/** What is held afterwards, in short: `Common Stock 9880`, `Common Stock By Spouse 5`. */
function held({ positions }: RecipeResult): string[] {
  return positions.held.map(({ security, ownership, shares }) => {
    const nature = ownership.form === 'I' ? ` ${ownership.nature}` : ''
    return `${security.title}${nature} ${shares.toString()}`
  })
}

const nothing = (result: RecipeResult) => expect([result.lines, result.isComplete]).toEqual([[], true])
const refused = (result: RecipeResult, code: string) => {
  expect([result.lines, result.isComplete, codes(result.diagnostics)]).toEqual([[], false, [code]])
}

describe('shares from a plan', () => {
  test('move the next total, which says so', () => {
    const result = build(planRollIn, ROLL_IN)
    nothing(result)
    expect(held(result)).toEqual(['Common Stock 10120.5'])
    expect(result.events[0]?.answer.derivation[0]?.law).toBe('Rule 16b-3(c)')
    const next = build(sale, SALE, { positions: result.positions })
    expect(short(next)[0]).toBe('I S 3000 @ 20.4763 D -> 7120.5')
    const [first, second] = next.lines
    expect(first?.line.notes.owned).toEqual([
      'Includes 120.5 shares acquired under the employee stock purchase plan, as of May 29, 2026, in transactions ' +
        'exempt from reporting under Rule 16b-3(c).',
    ])
    expect(second?.line.notes.owned).toEqual([])
    expect(next.positions.held[0]?.notes).toBeUndefined()
  })

  test('a note that two events leave stands on the total once', () => {
    const twice = build(planRollIn, ROLL_IN, { positions: build(planRollIn, ROLL_IN).positions })
    const [line] = build(sale, SALE, { positions: twice.positions }).lines
    expect(line?.row.postTransactionAmounts.sharesOwnedFollowingTransaction).toMatchObject({
      written: '7241',
      footnotes: ['F2'],
    })
  })

  test('what is not exempt is refused', () => {
    refused(build(planRollIn, { ...ROLL_IN, isTaxConditioned: false }), 'D111')
    refused(build(planRollIn, { ...ROLL_IN, isDiscretionary: true }), 'D111')
    const { isTaxConditioned: _, isDiscretionary: __, ...rest } = ROLL_IN
    refused(build(planRollIn, { ...rest, plan: 'dividends', isBroadBased: false }), 'D111')
    expect(asked(build(planRollIn, { ...rest, plan: 'dividends' }))).toEqual(['isBroadBased'])
    const dividends = build(planRollIn, { ...rest, plan: 'dividends', isBroadBased: true })
    expect(dividends.events[0]?.answer.derivation[0]?.law).toBe('Rule 16a-11')
  })
})

describe('dividend equivalents', () => {
  test('as an award: code A on the award’s line', () => {
    expect(short(build(dividendEquivalents, EQUIVALENTS, { positions: AWARD_HELD }))).toEqual([
      'II A 7.25 @ 0 A -> 907.25',
    ])
    const { award: _, ...rest } = EQUIVALENTS
    const inTableI = build(dividendEquivalents, { ...rest, unitTitle: AWARD.title }, { issuer: { unitsIn: 'I' } })
    expect(short(inTableI)).toEqual(['I A 7.25 @ 0 A -> 10007.25'])
    expect(judged('4', inTableI)).toMatchObject(CLEAN)
  })

  test('as a reinvestment: nothing but the total', () => {
    const { approval: _, ...rest } = EQUIVALENTS
    const result = build(dividendEquivalents, { ...rest, basis: 'reinvestment' }, { positions: AWARD_HELD })
    nothing(result)
    expect(held(result)).toEqual(['Common Stock 10000', 'Restricted Stock Units 907.25'])
  })
})

test('deferred units: column 8 is zero, what was given up a footnote', () => {
  const result = build(deferredUnits, DEFERRED)
  expect(short(result)).toEqual(['II A 88.5 @ 0 A -> 88.5'])
  expect(result.lines[0]?.line.notes.price).toEqual([DEFERRED.deferred])
  const inShares = build(deferredUnits, { ...DEFERRED, settledIn: 'shares' })
  expect(inShares.footnotes[0]?.text).toContain('is settled in, one share of Common Stock')
})

describe('transfer to a trust', () => {
  test('a change of form is reported nowhere; both lines move, and say so', () => {
    const result = build(trustTransfer, TRANSFER)
    nothing(result)
    expect(held(result)).toEqual(['Common Stock 7000', 'Common Stock By the Quill 2026 GRAT 3000'])
    const back = build(trustTransfer, { ...TRANSFER, direction: 'back', moved: '500' }, { positions: result.positions })
    expect(held(back)).toEqual(['Common Stock 7500', 'Common Stock By the Quill 2026 GRAT 2500'])
    const next = build(sale, { ...SALE, fills: [SALE.fills[0]], tradedShares: '500' }, { positions: back.positions })
    expect(short(next)).toEqual(['I S 500 @ 20.4999 D -> 7000', 'I holding -> 2500 By the Quill 2026 GRAT'])
    expect(next.lines.map(({ line }) => line.notes.owned?.length)).toEqual([2, 2])
    expect(judged('4', next)).toMatchObject(CLEAN)
  })

  test('a gift is G, a sale S and on the way back P', () => {
    const { trust: _, ...rest } = TRANSFER
    const gift = build(trustTransfer, { ...rest, kind: 'gift' })
    expect(short(gift)).toEqual(['I G 3000 @ 0 D -> 7000'])
    expect(judged('4', gift)).toMatchObject(CLEAN)
    const sold = build(trustTransfer, { ...rest, kind: 'sale', price: '40' })
    expect(short(sold)).toEqual(['I S 3000 @ 40 D -> 7000'])
    expect(judged('4', sold)).toMatchObject(CLEAN)
    const back = build(trustTransfer, { ...rest, kind: 'sale', direction: 'back', price: '40' })
    expect(short(back)).toEqual(['I P 3000 @ 40 A -> 13000'])
    expect(asked(build(trustTransfer, { ...rest, kind: 'sale' }))).toEqual(['price'])
  })

  test('more than is there is refused, and no line moves', () => {
    const result = build(trustTransfer, { ...TRANSFER, moved: '10001' })
    refused(result, 'D104')
    expect(held(result)).toEqual(['Common Stock 10000'])
    expect(result.events).toEqual([])
  })
})

test('a spouse’s trade: the spouse’s line; without a common household nothing', () => {
  const result = build(spouseTrade, SPOUSE)
  expect(short(result)[0]).toBe('I P 3000 @ 20.4763 A -> 3000 By Spouse')
  expect(short(build(spouseTrade, { ...SPOUSE, side: 'sold' }))).toEqual([])
  const apart = build(spouseTrade, { ...SPOUSE, sharesHousehold: false })
  nothing(apart)
  expect(codes(apart.diagnostics)).toEqual(['D131'])
  expect(build(spouseTrade, { ...SPOUSE, disclaims: false }).lines[0]?.line.ownership.isDisclaimed).toBeUndefined()
})

describe('distribution by a fund', () => {
  const made = (values: object) => build(fundDistribution, { ...DISTRIBUTION, ...values }, { positions: FUND_HELD })

  test('a change of form on the insider’s side', () => {
    const result = made({})
    expect(short(result)).toEqual(['I J 50000 @ 0 D -> 30000 By Fern Ventures II, L.P.', 'I holding -> 10400'])
    expect(result.lines[0]?.answer?.section16b).toBe('sale')
    expect(codes(result.diagnostics)).toEqual(['D130', 'D132'])
  })

  test('more than the own interest: acquired too', () => {
    const result = made({ isInterestUnchanged: false })
    expect(short(result)).toEqual(['I J 50000 @ 0 D -> 30000 By Fern Ventures II, L.P.', 'I J 400 @ 0 A -> 10400'])
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test('an exempt one may wait for Form 5', () => {
    expect(asked(made({ isExempt: true }))).toEqual(['reportEarly'])
    expect(made({ isExempt: true, reportEarly: false, received: '0' }).lines.map(({ form }) => form)).toEqual([
      '5',
      '5',
    ])
    expect(judged('4', made({ isExempt: true, reportEarly: true }))).toMatchObject(CLEAN)
  })

  test('nobody gets more than there is', () => {
    refused(made({ received: '50001' }), 'D103')
  })
})

test('a conversion: code C in both tables, exempt where the price is fixed', () => {
  const fixed = build(conversion, CONVERSION, { positions: PREFERRED_HELD })
  expect(short(fixed)).toEqual(['I C 1000 @ 0 A -> 11000', 'II C 250 @ 0 D -> 50'])
  expect(fixed.lines[0]?.answer).toMatchObject({ section16b: 'exempt', assumptions: [] })
  const floating = build(conversion, { ...CONVERSION, isFixed: false }, { positions: PREFERRED_HELD })
  expect(floating.lines[0]?.answer?.section16b).toBe('purchase')
})

describe('merger for cash', () => {
  const UNDER_WATER = { ...OPTION, exercisePrice: number('50') }
  const positions = {
    held: [
      holds('10000'),
      holds('70', COMMON, { form: 'I', nature: 'By Spouse' }),
      holds('5', { table: 'I', title: 'Class B Stock' }),
      holds('1000', OPTION),
      holds('200', UNDER_WATER),
      holds('900', AWARD),
    ],
    isComplete: true,
  }

  test('stock and rights with value are disposed of, rights without lapse, other classes stay', () => {
    const result = build(mergerCashOut, MERGER, { positions })
    expect(short(result)).toEqual([
      'I D 10000 @ 42.5 D -> 0',
      'I D 70 @ 42.5 D -> 0 By Spouse',
      'II D 1000 @ 30 D -> 0',
      'II D 900 @ 42.5 D -> 0',
    ])
    expect(result.events).toHaveLength(1)
    expect(held(result).filter((one) => !one.endsWith(' 0'))).toEqual(['Class B Stock 5'])
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test('a tender is code U and matched', () => {
    const { approval: _, arePaidInFull: __, ...rest } = MERGER
    const result = build(mergerCashOut, { ...rest, kind: 'tender', areRightsCashed: false }, { positions })
    expect(short(result)).toEqual(['I U 10000 @ 42.5 D -> 0', 'I U 70 @ 42.5 D -> 0 By Spouse'])
    expect(result.lines[0]?.answer?.section16b).toBe('sale')
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test('what is not known is refused', () => {
    refused(build(mergerCashOut, { ...MERGER, areAllKnown: false }, { positions }), 'D111')
    refused(build(mergerCashOut, { ...MERGER, arePaidInFull: false }, { positions }), 'D111')
  })
})

describe('split', () => {
  test('every line of the class moves, fractions kept or paid', () => {
    const lines = [holds('10001'), holds('7', COMMON, { form: 'I', nature: 'By Spouse' })]
    const positions = { held: lines, isComplete: true }
    const result = build(split, SPLIT, { positions })
    nothing(result)
    expect(held(result)).toEqual(['Common Stock 15001.5', 'Common Stock By Spouse 10.5'])
    expect(held(build(split, { ...SPLIT, fractions: 'cash' }, { positions }))).toEqual([
      'Common Stock 15001',
      'Common Stock By Spouse 10',
    ])
    const reverse = build(split, { ...SPLIT, after: '1', before: '3' }, { positions })
    expect(held(reverse)).toEqual(['Common Stock 3333.6666', 'Common Stock By Spouse 2.3333'])
  })

  test('rights become the series of the adjustment notice', () => {
    const adjusted = [{ table: 'II', ...OPTION_JSON, exercisePrice: '8.34', ownership: 'D', shares: '1500' }]
    const result = build(split, { ...SPLIT, hasRights: true, adjusted }, { positions: OPTION_HELD })
    expect(held(result)).toEqual([
      'Common Stock 15000',
      'Stock Option (right to buy) 0',
      'Stock Option (right to buy) 1500',
    ])
    refused(build(split, SPLIT, { positions: OPTION_HELD }), 'D103')
    refused(build(split, { ...SPLIT, hasRights: true, adjusted }), 'D103')
    const other = [{ table: 'I', title: 'Common Stock', ownership: 'D', shares: '5' }]
    refused(build(split, { ...SPLIT, hasRights: true, adjusted: other }, { positions: OPTION_HELD }), 'D103')
  })
})

describe('lapse', () => {
  test('of a right for nothing: reported nowhere', () => {
    const result = build(lapse, LAPSE, { positions: OPTION_HELD })
    nothing(result)
    expect(held(result)).toEqual(['Common Stock 10000', 'Stock Option (right to buy) 900'])
  })

  test('of a right for value: code H', () => {
    const values = { ...LAPSE, hadValue: true, value: '2.25' }
    const result = build(lapse, values, { positions: OPTION_HELD })
    expect(short(result)).toEqual(['II H 100 @ 2.25 D -> 900'])
    expect(judged('4', result)).toMatchObject(CLEAN)
    expect(asked(build(lapse, { ...LAPSE, hadValue: true }, { positions: OPTION_HELD }))).toEqual(['value'])
  })

  test('of stock: code D to the issuer', () => {
    const values = {
      lapseDate: '2026-06-01',
      what: 'stock',
      stock: 'Common Stock',
      gone: '40',
      approval: 'board',
      ...OWN,
    }
    const result = build(lapse, values)
    expect(short(result)).toEqual(['I D 40 @ 0 D -> 9960'])
    expect(judged('4', result)).toMatchObject(CLEAN)
    expect(asked(build(lapse, { ...values, approval: 'nobody' }))).toEqual(['approval'])
  })
})

test('a repricing: the old series cancelled, the new one granted', () => {
  const result = build(repricing, REPRICING, { positions: OPTION_HELD })
  expect(short(result)).toEqual(['II D 1000 @ 0 D -> 0', 'II A 1000 @ 0 A -> 1000'])
  expect(result.lines.map(({ row }) => row.conversionOrExercisePrice.written)).toEqual(['12.5', '8.75'])
  refused(build(repricing, { ...REPRICING, newPrice: '12.50' }, { positions: OPTION_HELD }), 'D103')
})

test('a domestic relations order is reported nowhere; without one it is something else', () => {
  expect(held(build(divorce, DIVORCE))).toEqual(['Common Stock 7500'])
  expect(held(build(divorce, { ...DIVORCE, direction: 'received' }))).toEqual(['Common Stock 12500'])
  refused(build(divorce, { ...DIVORCE, isUnderOrder: false }), 'D111')
})

test('a death calls for no form', () => {
  const died = (isEstateOverTen: boolean) => build(death, { diedOn: '2026-06-01', isEstateOverTen })
  nothing(died(false))
  expect(codes(died(true).diagnostics)).toEqual(['D132', 'D139'])
  expect(codes(died(false).diagnostics)).toEqual(['D132'])
})

test('a foreclosure is a sale, told in a footnote, after the pledge', () => {
  const result = build(pledgeForeclosure, FORECLOSURE)
  expect(short(result)).toEqual(['I S 3000 @ 20.4763 D -> 7000', 'I S 400 @ 21.02 D -> 6600'])
  expect(result.lines[0]?.answer?.section16b).toBe('sale')
  refused(build(pledgeForeclosure, { ...FORECLOSURE, pledgedOn: '2026-06-02' }), 'D103')
})

describe('joint report', () => {
  const one = (values: object = {}) => [build(sale, { ...SALE, ...values })]

  test('of those who report the same', () => {
    const { content, different } = jointReport(
      '4',
      new Map([
        ['fund', one()],
        ['manager', one()],
      ]),
    )
    expect([content?.lines.length, different]).toEqual([2, []])
  })

  test('not of those who do not', () => {
    const others = new Map([
      ['fund', one()],
      ['manager', one({ pecuniaryInterest: 'part' })],
      ['partner', one()],
    ])
    expect(jointReport('4', others)).toEqual({ content: undefined, different: ['manager'] })
  })

  test('of nobody, or of nothing, none', () => {
    expect(jointReport('4', new Map())).toEqual({ content: undefined, different: [] })
    expect(jointReport('5', new Map([['fund', one()]]))).toEqual({ content: undefined, different: [] })
  })
})
