import { describe, expect, test } from 'vitest'
import { optionGrant } from './optionGrant.ts'
import { performanceAward } from './performanceAward.ts'
import { AWARD, AWARD_HELD, EARNED, GRANT, TERMS, UNITS, VEST } from './samples.mts'
import { asked, build, COMMON, codes, holds, judged, number, OPTION, short } from './testing.mts'
import { unitGrant } from './unitGrant.ts'
import { vest } from './vest.ts'

const CLEAN = { complaints: [], findings: [] }

describe('option grant', () => {
  test('one line of Table II: column 2 the exercise price, column 8 zero', () => {
    const result = build(optionGrant, GRANT)
    expect(short(result)).toEqual(['II A 10000 @ 0 A -> 10000'])
    const { row, form, deadline, answer } = result.lines[0]!
    expect(row.conversionOrExercisePrice.written).toBe('3.31')
    expect(row.amounts.pricePerShare.written).toBe('0')
    expect(row.exerciseDate).toMatchObject({ kind: 'footnote', footnotes: ['F1'] })
    expect([form, String(deadline?.dueDate), answer?.section16b]).toEqual(['4', '2026-06-03', 'exempt'])
    expect(answer?.assumptions).toEqual([])
    expect(result.isComplete).toBe(true)
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test('exercisable on one day: a date and no footnote', () => {
    const { schedule: _, ...rest } = GRANT
    const result = build(optionGrant, { ...rest, vesting: 'at', exercisableFrom: '2027-06-01' })
    expect(result.footnotes).toEqual([])
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test.each(Object.keys(GRANT))('without %s there is no line, but the question', (name) => {
    const { [name]: _, ...rest } = GRANT as Record<string, unknown>
    const result = build(optionGrant, rest)
    expect(asked(result)).toContain(name)
    expect(result.lines).toEqual([])
    expect(result.isComplete).toBe(false)
  })

  test('approval decides the exemption, and none is taken for granted', () => {
    const matching = (approval: string, role: 'directorOrOfficer' | 'tenPercentOwner' = 'directorOrOfficer') => {
      const insider = { role, overTenPercentBefore: true }
      const result = build(optionGrant, { ...GRANT, approval }, { insider })
      return [result.lines[0]?.answer?.section16b, ...codes(result.diagnostics)]
    }
    expect(matching('shareholders')).toEqual(['exempt'])
    expect(matching('none')).toEqual(['purchase', 'D130'])
    expect(matching('sixMonths')).toEqual(['purchase', 'D134', 'D130'])
    expect(matching('board', 'tenPercentOwner')).toEqual(['purchase', 'D130'])
  })

  test('what is no answer of its kind is said and asked again', () => {
    const result = build(optionGrant, { ...GRANT, options: '10,000' })
    expect(codes(result.diagnostics)).toEqual(['D101'])
    expect(asked(result)).toEqual(['options'])
  })

  test('what nobody asked is said', () => {
    expect(codes(build(optionGrant, { ...GRANT, colour: 'red' }).diagnostics)).toEqual(['D102'])
  })

  test('an expiration before the grant is refused', () => {
    const result = build(optionGrant, { ...GRANT, expires: '2026-06-01' })
    expect([codes(result.diagnostics), result.lines]).toEqual([['D103'], []])
  })

  test('where the ledger is not complete the series is asked, and added to', () => {
    const changes = { positions: { held: [], isComplete: false } }
    const open = build(optionGrant, GRANT, changes)
    expect(open.lines).toEqual([])
    const [question] = open.open
    expect(question?.name).toMatch(/^held II stock option 3\.31 2036-05-31 direct$/)
    const answered = build(optionGrant, { ...GRANT, [question!.name]: '500' }, changes)
    expect(short(answered)).toEqual(['II A 10000 @ 0 A -> 10500'])
  })

  test('without pecuniary interest nothing is reported', () => {
    const result = build(optionGrant, { ...GRANT, pecuniaryInterest: 'none' })
    expect([short(result), codes(result.diagnostics), result.isComplete]).toEqual([[], ['D131'], true])
  })

  test('whose owner held ten percent is asked', () => {
    const changes = { insider: { role: 'tenPercentOwner' } as const }
    expect(asked(build(optionGrant, GRANT, changes))).toEqual(['overTenPercentBefore'])
    expect(short(build(optionGrant, { ...GRANT, overTenPercentBefore: true }, changes))).toHaveLength(1)
    const under = build(optionGrant, { ...GRANT, overTenPercentBefore: false }, changes)
    expect([short(under), codes(under.diagnostics)]).toEqual([[], ['D132']])
  })
})

describe('stock units', () => {
  test('in Table II', () => {
    const result = build(unitGrant, UNITS)
    expect(short(result)).toEqual(['II A 900 @ 0 A -> 900'])
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test('in Table I', () => {
    const result = build(unitGrant, UNITS, { issuer: { unitsIn: 'I' } })
    expect(short(result)).toEqual(['I A 900 @ 0 A -> 10900'])
    expect(result.footnotes.map(({ text }) => text)).toEqual([
      'Restricted Stock Units: each unit represents a contingent right to receive one share of Common Stock.',
      TERMS,
    ])
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test('the issuer’s way is asked where it is not on record, of the issuer', () => {
    const result = build(unitGrant, UNITS, { issuer: {} })
    expect(result.open).toMatchObject([{ name: 'unitsIn', of: 'issuer' }])
    expect(result.lines).toEqual([])
  })

  test('the issuer’s way is enforced', () => {
    const held = [holds('10000'), holds('900', AWARD)]
    const result = build(unitGrant, UNITS, { issuer: { unitsIn: 'I' }, positions: { held, isComplete: true } })
    expect([codes(result.diagnostics), result.lines]).toEqual([['D110'], []])
    const stockUnits = { held: [holds('900', { table: 'I', title: 'Restricted stock units' })], isComplete: true }
    expect(codes(build(unitGrant, UNITS, { positions: stockUnits }).diagnostics)).toEqual(['D110'])
  })

  test('a performance award begins when it is earned', () => {
    const result = build(performanceAward, EARNED)
    expect(short(result)).toEqual(['II A 900 @ 0 A -> 900'])
    expect(judged('4', result)).toMatchObject(CLEAN)
    const byPrice = build(performanceAward, { ...EARNED, condition: 'priceOnly' })
    expect([codes(byPrice.diagnostics), byPrice.lines]).toEqual([['D111'], []])
  })
})

describe('vesting', () => {
  test('units in Table II: M in both tables, then F', () => {
    const result = build(vest, VEST, { positions: AWARD_HELD })
    expect(short(result)).toEqual(['I M 300 @ 0 A -> 10300', 'I F 120 @ 42.5 D -> 10180', 'II M 300 @ 0 D -> 600'])
    expect(result.lines.map(({ answer }) => answer?.section16b)).toEqual(['exempt', 'exempt', 'exempt'])
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test('units in Table I: F only', () => {
    const { award: _, ...rest } = VEST
    const result = build(vest, { ...rest, unitTitle: 'Restricted Stock Units' }, { issuer: { unitsIn: 'I' } })
    expect(short(result)).toEqual(['I F 120 @ 42.5 D -> 9880'])
    expect(codes(result.diagnostics)).toEqual(['D135'])
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test('units of more than one share: as many shares in Table I, and no more than those are withheld', () => {
    const award = { ...AWARD, sharesEach: number('2') }
    const positions = { held: [holds('10000'), holds('900', award)], isComplete: true }
    const told = { ...VEST, award: { ...VEST.award, sharesEach: '2' }, withheldShares: '600' }
    const result = build(vest, told, { positions })
    expect(short(result)).toEqual(['I M 600 @ 0 A -> 10600', 'I F 600 @ 42.5 D -> 10000', 'II M 300 @ 0 D -> 600'])
    expect(judged('4', result)).toMatchObject(CLEAN)
    expect(codes(build(vest, { ...told, withheldShares: '601' }, { positions }).diagnostics)).toEqual(['D103'])
  })

  test('what is not yet known of the withholding leaves the vesting standing', () => {
    const { withholdingPrice: _, ...rest } = VEST
    const result = build(vest, rest, { positions: AWARD_HELD })
    expect(short(result)).toEqual(['I M 300 @ 0 A -> 10300', 'II M 300 @ 0 D -> 600'])
    expect([asked(result), result.isComplete]).toEqual([['withholdingPrice'], false])
  })

  test('a withholding that nobody approved is a sale', () => {
    const result = build(vest, { ...VEST, withholdingApproval: 'none' }, { positions: AWARD_HELD })
    expect(result.lines[1]?.answer?.section16b).toBe('sale')
    expect(codes(result.diagnostics)).toEqual(['D130'])
  })

  test('more vested than held, more withheld than vested: refused', () => {
    const few = { held: [holds('10000'), holds('299', AWARD)], isComplete: true }
    expect(codes(build(vest, VEST, { positions: few }).diagnostics)).toEqual(['D104'])
    expect(short(build(vest, VEST, { positions: few }))).toEqual([])
    expect(build(vest, VEST, { positions: few }).positions).toEqual(few)
    expect(codes(build(vest, { ...VEST, withheldShares: '301' }, { positions: AWARD_HELD }).diagnostics)).toEqual([
      'D103',
    ])
  })

  test('sold to cover is another event', () => {
    const { withheldShares: _, withholdingPrice: __, withholdingApproval: ___, ...rest } = VEST
    const result = build(vest, { ...rest, taxes: 'sold' }, { positions: AWARD_HELD })
    expect(short(result)).toHaveLength(2)
    expect(codes(result.diagnostics)).toEqual(['D136'])
  })

  test('other lines of the class are shown as holdings, of other classes not', () => {
    const spouse = holds('70', COMMON, { form: 'I', nature: 'By Spouse' })
    const others = [spouse, holds('5', { table: 'I', title: 'Class B Stock' }), holds('8', OPTION)]
    const result = build(vest, VEST, { positions: { held: [...AWARD_HELD.held, ...others], isComplete: true } })
    expect(short(result)).toEqual([
      'I M 300 @ 0 A -> 10300',
      'I F 120 @ 42.5 D -> 10180',
      'I holding -> 70 By Spouse',
      'II M 300 @ 0 D -> 600',
    ])
    expect(judged('4', result)).toMatchObject(CLEAN)
  })

  test('positions afterwards are where the next event begins', () => {
    const after = build(vest, VEST, { positions: AWARD_HELD }).positions
    expect(after.held.map(({ shares }) => String(shares))).toEqual(['10180', '600'])
  })
})
