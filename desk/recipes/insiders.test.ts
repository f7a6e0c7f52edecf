import { describe, expect, test } from 'vitest'
import { exit } from './exit.ts'
import { buildForInsiders } from './forInsiders.ts'
import { formContent } from './formContent.ts'
import { newInsider } from './newInsider.ts'
import { optionGrant } from './optionGrant.ts'
import { purchase } from './purchase.ts'
import { planSale, sale } from './sale.ts'
import { FIRST, TRADE } from './samples.mts'
import { asked, build, codes, day, holds, judged, number, OWN, said, short } from './testing.mts'

const CLEAN = { complaints: [], findings: [] }

const NOBODY = { positions: { held: [], isComplete: false } }

describe('first report', () => {
  test('every line of ownership is a holding, derivatives with their terms', () => {
    const result = build(newInsider, FIRST, NOBODY)
    expect(short(result)).toEqual(['I holding -> 1250', 'I holding -> 40.5 By Spouse', 'II holding -> 800'])
    expect(result.events.map(({ answer, deadline }) => [answer.form, String(deadline?.dueDate)])).toEqual([
      ['3', '2026-06-11'],
    ])
    expect(String(result.header.periodOfReport)).toBe('2026-06-01')
    expect(result.positions.isComplete).toBe(true)
    expect(judged('3', result)).toMatchObject(CLEAN)
  })

  test('nothing owned is a form without lines', () => {
    const { holdings: _, ...rest } = FIRST
    const result = build(newInsider, { ...rest, ownsNone: true }, NOBODY)
    expect([result.lines, result.isComplete, result.events.length]).toEqual([[], true, 1])
    expect(judged('3', result)).toMatchObject(CLEAN)
  })

  test('a registration is due the day it becomes effective', () => {
    const result = build(newInsider, { ...FIRST, because: 'registration' }, NOBODY)
    expect(String(result.events[0]?.deadline?.dueDate)).toBe('2026-06-01')
  })

  test('an owner of ten percent of a foreign private issuer owes none', () => {
    const insider = { role: 'tenPercentOwner', issuer: 'foreignPrivate' } as const
    const result = build(newInsider, FIRST, { ...NOBODY, insider })
    expect([result.lines, codes(result.diagnostics), result.events[0]?.answer.form]).toEqual([[], ['D132'], 'none'])
  })

  test('the same line twice is refused', () => {
    const holdings = [FIRST.holdings[0], { ...FIRST.holdings[0], shares: '3' }]
    const result = build(newInsider, { ...FIRST, holdings }, NOBODY)
    expect([codes(result.diagnostics), result.lines]).toEqual([['D103'], []])
  })

  test.each(Object.keys(FIRST))('without %s: the question', (name) => {
    const { [name]: _, ...rest } = FIRST as Record<string, unknown>
    expect([asked(build(newInsider, rest, NOBODY))[0], build(newInsider, rest, NOBODY).lines]).toEqual([name, []])
  })

  test('a holding that lacks its terms is no answer', () => {
    for (const wrong of [
      { table: 'I', title: 'Common Stock', ownership: 'I', shares: '5' },
      { table: 'II', title: 'Warrant', underlying: 'Common Stock', ownership: 'D', shares: '5' },
      { table: 'I', title: 'Common Stock', ownership: 'D', shares: '0' },
      null,
    ])
      expect(codes(build(newInsider, { ...FIRST, holdings: [wrong] }, NOBODY).diagnostics)).toEqual(['D101'])
  })
})

describe('exit', () => {
  test('checks the box of a form that is filed anyway', () => {
    const left = build(exit, { leftOn: '2026-06-02', isFormFiled: true })
    expect([left.header.notSubjectToSection16, codes(left.diagnostics)]).toEqual([true, ['D132', 'D138']])
    const sold = build(sale, { ...TRADE, plan: 'none' })
    expect(formContent('4', [sold, left]).header.notSubjectToSection16).toBe(true)
    expect(judged('4', sold, left)).toMatchObject(CLEAN)
  })

  test('files none only for the box', () => {
    const left = build(exit, { leftOn: '2026-06-02', isFormFiled: false })
    expect(left.header.notSubjectToSection16).toBe(false)
    expect(codes(left.diagnostics)).toEqual(['D132', 'D137', 'D138'])
  })
})

describe('several events on one form', () => {
  const spouse = holds('70', undefined, { form: 'I', nature: 'By Spouse' })
  const positions = { held: [holds('1000'), spouse], isComplete: true }

  test('totals run on, footnotes are numbered anew, a holding gives way to a transaction', () => {
    const first = build(planSale, { ...TRADE, planAdopted: '2025-12-01', insiderChoseDay: true }, { positions })
    const bySpouse = { ...TRADE, pecuniaryInterest: 'part', holder: 'other', nature: 'By Spouse', plan: 'none' }
    const second = build(purchase, bySpouse, { positions: first.positions })
    expect(short(first)).toEqual(['I S 100 @ 300 D -> 900', 'I holding -> 70 By Spouse'])
    expect(short(second)).toEqual(['I P 100 @ 300 A -> 170 By Spouse', 'I holding -> 900'])
    const content = formContent('4', [first, second])
    expect(short(content)).toEqual(['I S 100 @ 300 D -> 900', 'I P 100 @ 300 A -> 170 By Spouse'])
    expect(content.footnotes.map(({ id }) => id)).toEqual(['F1', 'F2'])
    expect(content.lines[1]?.row.ownershipNature.natureOfOwnership.footnotes).toEqual(['F2'])
    expect(content.header.aff10b5One).toBe(true)
    expect(judged('4', first, second)).toMatchObject(CLEAN)
    expect(formContent('5', [first, second]).lines).toEqual([])
    expect(formContent('5', [first, second]).header.aff10b5One).toBe(false)
  })
})

test('a line of ownership that several events show is shown once, as the last has it', () => {
  const nature = 'By 401(k) Plan'
  const plan = holds('70', undefined, { form: 'I', nature })
  const values = { ...TRADE, plan: 'none' }
  const first = build(sale, values, { positions: { held: [holds('1000'), plan], isComplete: true } })
  const second = build(sale, values, {
    positions: { held: [holds('900'), { ...plan, shares: number('75') }], isComplete: true },
  })
  expect(short(formContent('4', [first, second]))).toEqual([
    'I S 100 @ 300 D -> 900',
    'I S 100 @ 300 D -> 800',
    `I holding -> 75 ${nature}`,
  ])
})

describe('one event for many insiders', () => {
  const shared = said({
    grantDate: '2026-06-01',
    optionTitle: 'Stock Option (right to buy)',
    stock: 'Common Stock',
    exercisePrice: '3.31',
    vesting: 'at',
    exercisableFrom: '2027-06-01',
    expires: '2036-05-31',
    options: '500',
    ...OWN,
    approval: 'board',
  })
  const one = (id: string, facts: object, isComplete = true) => ({
    id,
    facts: said(facts as Record<string, unknown>),
    positions: { held: [], isComplete },
    insider: { role: 'directorOrOfficer' as const },
  })

  test('each has the own facts and positions', () => {
    const results = buildForInsiders(optionGrant, { facts: shared, issuer: {} }, [
      one('ada', {}),
      one('ben', { options: '750' }),
      one('cyd', {}, false),
    ])
    expect([...results].map(([id, result]) => [id, short(result), asked(result).length])).toEqual([
      ['ada', ['II A 500 @ 0 A -> 500'], 0],
      ['ben', ['II A 750 @ 0 A -> 750'], 0],
      ['cyd', [], 1],
    ])
    expect(results.get('ben')?.restsOn.options).toEqual({ value: '750', by: 'preparer-1', at: 1_764_000_000_000 })
  })

  test('nobody twice', () => {
    const event = { facts: shared, issuer: {} }
    expect(() => buildForInsiders(optionGrant, event, [one('ada', {}), one('ada', {})])).toThrow('ada')
  })
})

test('after leaving, what was done in office is asked of the insider’s record', () => {
  const insider = { role: 'directorOrOfficer', leftOn: day('2026-05-01') } as const
  const result = build(sale, { ...TRADE, plan: 'none' }, { insider })
  expect(result.open).toMatchObject([{ name: 'whileInOffice', of: 'insider' }])
  expect(result.lines).toEqual([])
})
