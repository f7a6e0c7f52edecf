import { expect, test } from 'vitest'
import { type InventedForm, inventedXml } from '../../tools/testing/inventedForm.ts'
import { day } from '../facts/dated.ts'
import { readOwnershipXml } from '../read/ownershipXml.ts'
import { CheckedFiling, type CheckOptions } from './checkedFiling.ts'

const filing = (form: InventedForm, options: CheckOptions = {}) =>
  new CheckedFiling(readOwnershipXml(inventedXml(form)).document!, options)
const signed = (...dates: string[]) => dates.map((date) => ['/s/ Jane Doe', date] as const)

test.each([
  ['3', '3', false],
  ['4/A', '4', true],
  ['5', '5', false],
  ['', '', false],
  ['6', '', false],
  ['4/B', '', false],
  ['4/AX', '', false],
  ['144', '', false],
  ['X4', '', false],
])('type %j is of form %j', (type, form, isAmendment) => {
  expect(filing({ type })).toMatchObject({ form, isAmendment })
})

test('a document without type is of no form', () => {
  const { document } = readOwnershipXml('<ownershipDocument><remarks>R</remarks></ownershipDocument>')
  expect(new CheckedFiling(document!, {})).toMatchObject({ form: '', isAmendment: false, rows: [], rulesOf: undefined })
})

test.each<[what: string, form: InventedForm, options: CheckOptions, rulesOf: string | undefined]>([
  ['asked for', {}, { rulesOf: day('2020-01-01'), filedOn: day('2021-01-01') }, '2020-01-01'],
  ['of filing', {}, { filedOn: day('2021-01-01') }, '2021-01-01'],
  ['of the signature', { period: '2024-02-01' }, {}, '2024-03-01'],
  ['of the latest signature', { signatures: signed('2024-03-01', '2024-03-04', '2024-03-02') }, {}, '2024-03-04'],
  ['of the latest signature, the first', { signatures: signed('2024-03-04', '2024-03-01') }, {}, '2024-03-04'],
  ['of a signature that has one', { signatures: signed('', '2024-03-01', 'May') }, {}, '2024-03-01'],
  ['of the period', { period: '2024-02-01', signatures: signed('') }, {}, '2024-02-01'],
  ['none', { period: null, signatures: [] }, {}, undefined],
])('whose rules hold: the day %s', (_what, form, options, rulesOf) => {
  expect(filing(form, options).rulesOf?.toString()).toBe(rulesOf)
})

test('rows have a table, a number in it, and a path', () => {
  const { rows, transactions, holdings } = filing({
    rows: [{}, { isHolding: true }, {}, { table: 'II' }, { table: 'II', isHolding: true }],
  })
  const shown = rows.map(
    ({ table, position, path }) => `${table} ${position} ${path.replace('/ownershipDocument/', '')}`,
  )
  expect(shown).toEqual([
    'I 1 nonDerivativeTable/nonDerivativeTransaction[1]',
    'I 2 nonDerivativeTable/nonDerivativeHolding[1]',
    'I 3 nonDerivativeTable/nonDerivativeTransaction[2]',
    'II 1 derivativeTable/derivativeTransaction[1]',
    'II 2 derivativeTable/derivativeHolding[1]',
  ])
  expect(transactions.map((row) => rows.indexOf(row))).toEqual([0, 2, 3])
  expect(holdings.map((row) => rows.indexOf(row))).toEqual([1, 4])
})

test('lines of the 2003 dialect stand below the root', () => {
  const line = (name: string) => `<${name}><securityTitle><value>Common</value></securityTitle></${name}>`
  const lines = ['nonDerivativeSecurity', 'nonDerivativeSecurity', 'derivativeSecurity'].map(line).join('')
  const xml = `<ownershipDocument><documentType>4</documentType>${lines}</ownershipDocument>`
  expect(new CheckedFiling(readOwnershipXml(xml).document!, {}).rows.map(({ path }) => path)).toEqual([
    '/ownershipDocument/nonDerivativeSecurity[1]',
    '/ownershipDocument/nonDerivativeSecurity[2]',
    '/ownershipDocument/derivativeSecurity[1]',
  ])
})

test('texts of footnotes are joined, those that are missing left out', () => {
  const checked = filing({
    rows: [{ shares: '1^F1', price: '2^F1^F2', direction: 'A^F9', title: 'Common Stock' }],
    footnotes: ['One.', 'Two.'],
    remarks: 'Three.',
  })
  const { amounts, securityTitle } = checked.rows[0]!.row
  const textsOf: typeof checked.textsOf = (field) => checked.textsOf(field)
  expect(textsOf(securityTitle)).toBe('')
  expect(textsOf(amounts.shares)).toBe('One.')
  expect(textsOf(amounts.pricePerShare)).toBe('One.\nTwo.')
  expect(textsOf(amounts.acquiredDisposedCode)).toBe('')
  expect(textsOf(['F2', 'F1'])).toBe('Two.\nOne.')
  expect(textsOf([])).toBe('')
  expect(textsOf(['F9', 'F1'])).toBe('\nOne.')
  expect(checked.words).toBe('One.\nTwo.\nThree.')
  expect(checked.mentions('two.\nthree')).toBe(true)
  expect(checked.mentions('four')).toBe(false)
  expect(filing({ remarks: '' }).words).toBe('')
})
