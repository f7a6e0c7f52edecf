import { expect, test } from 'vitest'
import { filedOn, type InventedForm, inventedXml } from '../../tools/testing/inventedForm.ts'
import { day } from '../facts/dated.ts'
import { readOwnershipXml } from '../read/ownershipXml.ts'
import { check } from './check.ts'
import { CheckedFiling, type CheckOptions } from './checkedFiling.ts'
import { applies } from './plan.ts'
import { type Rule, type RuleDefinition, rule } from './rule.ts'

const read = (form: InventedForm) => readOwnershipXml(inventedXml(form)).document!
const filing = (form: InventedForm, options: CheckOptions = {}) => new CheckedFiling(read(form), options)
/** A form that does not say of which day it is. */
const UNDATED: InventedForm = { period: null, signatures: [['/s/ Jane Doe', '']] }

type Terms = Pick<RuleDefinition, 'forms' | 'from' | 'until' | 'stage'>

function ruleOf(terms: Terms): Rule {
  const words = { code: 'C999', name: 'invented', severity: 'note', message: 'M.', fix: 'F.', source: 'S' } as const
  return rule({ ...words, of: 'filing', check: () => {}, ...terms })
}

test.each<[what: string, terms: Terms, form: InventedForm, options: CheckOptions, isApplied: boolean]>([
  ['of all forms, no type', {}, { type: '144' }, {}, true],
  ['of a form', { forms: ['4'] }, {}, {}, true],
  ['of another form', { forms: ['3', '5'] }, {}, {}, false],
  ['of a form, no type', { forms: ['4'] }, { type: '144' }, {}, false],
  ['of its amendment', { forms: ['4'] }, { type: '4/A' }, {}, true],
  ['of drafts, as filed', { stage: 'draft' }, {}, {}, false],
  ['of drafts, a draft', { stage: 'draft' }, {}, { stage: 'draft' }, true],
  ['as filed, as filed', { stage: 'filed' }, {}, {}, true],
  ['as filed, a draft', { stage: 'filed' }, {}, { stage: 'draft' }, false],
  ['of any day, of no day', {}, UNDATED, {}, true],
  ['from a day on, of no day', { from: '2024-03-01' }, UNDATED, {}, false],
  ['until a day, of no day', { until: '2024-03-01' }, UNDATED, {}, false],
  ['from the day', { from: '2024-03-01' }, {}, {}, true],
  ['from the day after', { from: '2024-03-02' }, {}, {}, false],
  ['until the day', { until: '2024-03-01' }, {}, {}, false],
  ['until the day after', { until: '2024-03-02' }, {}, {}, true],
  ['between', { from: '2024-03-01', until: '2024-03-02' }, {}, {}, true],
  ['after both', { from: '2024-02-01', until: '2024-03-01' }, {}, {}, false],
  ['by the day of filing', { from: '2024-03-02' }, {}, filedOn('2024-03-02'), true],
  ['by the day asked for', { from: '2024-03-02' }, {}, { ...filedOn('2024-03-02'), rulesOf: day('2024-03-01') }, false],
])('a rule %s', (_what, terms, form, options, isApplied) => {
  expect(applies(ruleOf(terms), filing(form, options))).toBe(isApplied)
})

test('a rule of a day that is none is a fault of the program', () => {
  expect(() => ruleOf({ from: '2024-02-30' })).toThrow('not a date: 2024-02-30')
})

test('all rules that apply are asked, and no others', () => {
  const codes = (form: InventedForm, options: CheckOptions = {}) => check(read(form), options).map(({ code }) => code)
  const sale: InventedForm = { rows: [{ price: null }] }
  expect(codes(sale)).toContain('C401')
  expect(codes({ ...sale, type: '3' })).not.toContain('C401')
  // White space around a value is asked of a draft only.
  const spaced: InventedForm = { symbol: ' ALDR' }
  expect(codes(spaced, { stage: 'draft' })).toContain('C211')
  expect(codes(spaced)).not.toContain('C211')
  // The plan box has its rules since 2023-04-01.
  const plan: InventedForm = { box: '1' }
  expect(codes(plan, filedOn('2023-04-01'))).toContain('C664')
  expect(codes(plan, filedOn('2023-03-31'))).not.toContain('C664')
  expect(check(read({ rows: [{}] }))).toEqual([])
})

test('a finding says its code, its severity, its place and its data', () => {
  expect(check(read({ rows: [{ price: null }] })).filter(({ code }) => code === 'C401')).toEqual([
    {
      code: 'C401',
      severity: 'suspends',
      at: {
        path: '/ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]/transactionAmounts/transactionPricePerShare',
      },
      data: { code: 'S', shares: '1000' },
    },
  ])
})
