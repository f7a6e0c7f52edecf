import { expect, test } from 'vitest'
import type { FormNumber } from '../facts/documentTypes.ts'
import {
  OwnershipDocument,
  OwnershipRow,
  type RowElement,
  TransactionAmounts,
  TransactionCoding,
} from '../model/ownershipDocument.ts'
import { reported } from '../model/reported.ts'
import { type PrintedCell, printedRow } from './printedRow.ts'

/** A cell in short: values as they are, `‹›` around what is no value, `[]` around our own words, `(n)` for notes. */
const shown = (cell: PrintedCell) =>
  cell.map(({ parts, marks }) =>
    [
      ...parts.map(({ kind, text }) => (kind === 'value' ? text : kind === 'note' ? `[${text}]` : `‹${text}›`)),
      ...marks.map((id) => `(${id})`),
    ].join(' '),
  )

function transaction(element: RowElement, set: (row: OwnershipRow) => void): OwnershipRow {
  const row = new OwnershipRow(element)
  row.coding = new TransactionCoding()
  row.amounts = new TransactionAmounts()
  set(row)
  return row
}

const print = (row: OwnershipRow, form: FormNumber = '4') => printedRow(row, form, new OwnershipDocument())

type CodeCase = [form: FormNumber, formType: string, timeliness: string, swap: string, code: string, v: string]

test.each<CodeCase>([
  ['4', '4', '', '0', 'P', ''],
  ['4', '4', '', '1', 'P/K', ''],
  ['4', '5', 'E', 'false', 'P', 'V'],
  ['4', '5', '', 'true', 'P/K', 'V'],
  ['4', '4', 'E', '0', 'P', '‹E›'],
  ['4', '5', 'L', '0', 'P', 'V ‹L›'],
  ['5', '4', 'L', '0', 'P4', ''],
  ['5', '4', '', '1', 'P/K4', ''],
  ['5', '5', '', '0', 'P', ''],
  ['5', '5', 'L', '1', 'P/K5', ''],
  ['5', '5', 'E', '0', 'P ‹E›', ''],
  ['4', '9', '', 'yes', 'P ‹yes› ‹9›', ''],
])('Form %s, form type %s, timeliness "%s", swap %s: %s and V "%s"', (form, formType, timeliness, swap, code, v) => {
  const row = transaction('nonDerivativeTransaction', ({ coding }) => {
    coding.formType = reported('text', formType)
    coding.code = reported('text', 'P')
    coding.equitySwapInvolved = reported('boolean', swap)
  })
  row.timeliness = reported('text', timeliness)
  const cells = print(row, form)
  expect([shown(cells.code).join(), shown(cells.voluntary).join()]).toEqual([code, v])
})

test('a holding that belonged on a Form 3 has a 3 on a Form 5, another holding nothing', () => {
  const late = transaction('nonDerivativeHolding', ({ coding }) => {
    coding.formType = reported('text', '3')
    coding.footnotes = ['F2']
  })
  expect(shown(print(late, '5').code)).toEqual(['3 (F2)'])
  expect(print(new OwnershipRow('nonDerivativeHolding'), '5').code).toEqual([])
})

test.each([
  ['A', ['10'], []],
  ['D', [], ['10']],
  ['X', ['10', '‹X›'], []],
  ['', ['10', '[(A) or (D)?]'], []],
])('an amount of Table II with "%s" stands in its column or says what is wrong', (letter, acquired, disposed) => {
  const row = transaction('derivativeTransaction', ({ amounts }) => {
    amounts.shares = reported('decimal', '10')
    amounts.acquiredDisposedCode = reported('text', letter)
  })
  const cells = print(row)
  expect([shown(cells.acquired), shown(cells.disposed)]).toEqual([acquired, disposed])
})

test('footnotes only, absent, no value, value with footnotes', () => {
  const row = transaction('nonDerivativeTransaction', (each) => {
    each.amounts.pricePerShare = reported('decimal', undefined, { footnotes: ['F1', 'F2'] })
    each.amounts.shares = reported('decimal', '1,000 shares')
    each.transactionDate = reported('date', '2024-02-30')
    each.securityTitle = reported('text', 'Common Stock', { footnotes: ['F3'] })
  })
  const cells = print(row)
  expect(shown(cells.price)).toEqual(['(F1) (F2)'])
  expect(shown(cells.amount)).toEqual(['‹1,000 shares›'])
  expect(shown(cells.transactionDate)).toEqual(['‹2024-02-30›'])
  expect(shown(cells.securityTitle)).toEqual(['Common Stock (F3)'])
  expect(cells.deemedExecutionDate).toEqual([])
})

test('amounts by value have a dollar sign, and stand below those by number', () => {
  const row = transaction('derivativeTransaction', ({ amounts }) => {
    amounts.shares = reported('decimal', '5')
    amounts.totalValue = reported('decimal', '2500.5')
    amounts.acquiredDisposedCode = reported('text', 'D', { footnotes: ['F1'] })
  })
  expect(shown(print(row).disposed)).toEqual(['5 (F1)', '$2,500.50'])
})

test('transactionValue of X0101 says what it means', () => {
  const row = transaction('derivativeSecurity', ({ amounts }) => {
    amounts.shares = reported('decimal', '10000')
    amounts.value = reported('decimal', '33100')
  })
  expect(shown(print(row).transactionValue)).toEqual(['$33,100', '[open]'])
  row.conversionOrExercisePrice = reported('decimal', '3.31')
  expect(shown(print(row).transactionValue)).toEqual(['$33,100', '[total]'])
  expect(print(new OwnershipRow('derivativeSecurity')).transactionValue).toEqual([])
})
