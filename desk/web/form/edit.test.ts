import { type OwnershipDocument, rowsOf } from '@section16/core/model'
import type { PrintedKey } from '@section16/core/render'
import { writeOwnershipXml } from '@section16/core/write'
import { describe, expect, test } from 'vitest'
import { form4 } from '../testing/drafts.mts'
import { cellText, marksOf, withMarks, withTyped } from './cells.ts'
import { addRow, moveRow, removeFootnote, removeRow, repeatRow, sortFootnotes } from './edit.ts'
import { pathOfRow, withField } from './place.ts'

const FIRST = '/ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]'
const OPTION = '/ownershipDocument/derivativeTable/derivativeTransaction[1]'

function typed(document: OwnershipDocument, path: string, key: PrintedKey, text: string, form: '4' | '5' = '4') {
  return withTyped(document, path, key, text, form)
}

describe('what is typed into a cell', () => {
  test.each<[string, PrintedKey, string, string, string]>([
    // line, column, typed, then in the cell, an element of the XML
    [FIRST, 'amount', '1,500', '1500', '<transactionShares><value>1500</value>'],
    [FIRST, 'price', '$21.5', '21.5', '<transactionPricePerShare><value>21.5</value>'],
    [FIRST, 'price', '1,5', '1,5', '<transactionPricePerShare><value>1,5</value>'],
    [FIRST, 'transactionDate', '5/7/2026', '05/07/2026', '<transactionDate><value>2026-05-07</value>'],
    [FIRST, 'transactionDate', '2/30/2026', '2026-02-30', '<transactionDate><value>2026-02-30</value>'],
    [FIRST, 'code', 'p/k', 'P/K', '<equitySwapInvolved>1</equitySwapInvolved>'],
    [FIRST, 'code', 'Qq', 'QQ', '<transactionCode>QQ</transactionCode>'],
    [FIRST, 'voluntary', 'v', 'V', '<transactionFormType>5</transactionFormType>'],
    [FIRST, 'acquiredOrDisposed', 'd', 'D', '<transactionAcquiredDisposedCode><value>D</value>'],
    [FIRST, 'owned', '$7000', '$7000', '<valueOwnedFollowingTransaction><value>7000</value>'],
    [FIRST, 'natureOfOwnership', 'By Spouse', 'By Spouse', '<natureOfOwnership><value>By Spouse</value>'],
    [OPTION, 'disposed', '400', '400', '<transactionAcquiredDisposedCode><value>D</value>'],
    [OPTION, 'underlyingAmount', '$12', '$12', '<underlyingSecurityValue><value>12</value>'],
  ])('%s %s %j', (path, key, text, shown, element) => {
    const before = form4(1, 1)
    const xml = writeOwnershipXml(before)
    const after = typed(before, path, key, text)
    expect(cellText(after, path, key, '4')).toBe(shown)
    expect(writeOwnershipXml(after).replaceAll(/>\s+</g, '><')).toContain(element)
    expect(writeOwnershipXml(before), 'the draft given is untouched').toBe(xml)
  })

  test('on a Form 5 the code says where the line belonged', () => {
    const after = typed(form4(1, 0), FIRST, 'code', 's4', '5')
    const [row] = rowsOf(after)
    expect([row?.coding.code.value, row?.coding.formType.value, cellText(after, FIRST, 'code', '5')]).toEqual([
      'S',
      '4',
      'S4',
    ])
  })

  test('a number typed into (D) leaves (A), and the other column is empty', () => {
    const after = typed(form4(0, 1), OPTION, 'disposed', '5')
    expect(['acquired', 'disposed'].map((key) => cellText(after, OPTION, key as PrintedKey, '4'))).toEqual(['', '5'])
  })

  test('an emptied cell leaves no element, and no empty group', () => {
    const after = typed(form4(1, 0), FIRST, 'owned', '')
    expect(writeOwnershipXml(after)).not.toContain('postTransactionAmounts')
  })

  test('only what is changed is copied', () => {
    const before = form4(3, 1)
    const after = typed(before, FIRST, 'price', '9')
    expect(after.derivativeTable).toBe(before.derivativeTable)
    expect(after.nonDerivativeTable.rows.map((row, i) => row === before.nonDerivativeTable.rows[i])).toEqual([
      false,
      true,
      true,
    ])
  })
})

test('a path that the schema does not have is a slip of the program', () => {
  const document = form4(1, 0)
  expect(() => withField(document, '/ownershipDocument/nothing', document.remarks)).toThrow('no element nothing there')
})

describe('lines', () => {
  const prices = (document: OwnershipDocument) =>
    document.nonDerivativeTable.rows.map(({ amounts }) => amounts.pricePerShare.written)

  test('are added, repeated, moved and taken away', () => {
    const document = form4(2, 0)
    expect(prices(addRow('I', 'Transaction', 0)(document))).toEqual(['21.10', undefined, '21.11'])
    expect(prices(repeatRow('I', 0)(document))).toEqual(['21.10', '21.10', '21.11'])
    expect(prices(moveRow('I', 0, 1)(document))).toEqual(['21.11', '21.10'])
    expect(prices(moveRow('I', 0, -1)(document))).toEqual(['21.10', '21.11'])
    expect(prices(removeRow('I', 0)(document))).toEqual(['21.11'])
    expect(removeRow('I', 0)(form4(1, 0)).nonDerivativeTable.present).toBe(false)
  })

  test('the paths of mixed lines count each kind', () => {
    const rows = addRow('I', 'Holding', 0)(form4(2, 0)).nonDerivativeTable.rows
    expect(rows.map((_, i) => pathOfRow(rows, i).split('/').at(-1))).toEqual([
      'nonDerivativeTransaction[1]',
      'nonDerivativeHolding[1]',
      'nonDerivativeTransaction[2]',
    ])
  })
})

describe('footnotes', () => {
  test('hang on a cell, with or without a value; those of the code on the coding', () => {
    const document = form4(1, 1)
    const priced = withMarks(document, FIRST, 'price', ['F1'])
    expect([marksOf(priced, FIRST, 'price'), cellText(priced, FIRST, 'price', '4')]).toEqual([['F1'], '21.10'])
    expect(marksOf(typed(priced, FIRST, 'price', ''), FIRST, 'price')).toEqual(['F1'])
    expect(marksOf(withMarks(document, FIRST, 'code', ['F1']), FIRST, 'code')).toEqual(['F1'])
    expect(marksOf(withMarks(document, OPTION, 'exerciseDate', []), OPTION, 'exerciseDate')).toEqual([])
  })

  test('one taken away takes its marks along, and those after it move up', () => {
    const document = form4(1, 1)
    document.footnotes.footnotes.push({ id: 'F2', text: 'second', spelling: undefined })
    const marked = withMarks(document, FIRST, 'price', ['F2'])
    const after = removeFootnote('F1')(marked)
    expect(after.footnotes.footnotes.map(({ id, text }) => `${id} ${text}`)).toEqual(['F1 second'])
    expect([marksOf(after, FIRST, 'price'), marksOf(after, OPTION, 'exerciseDate')]).toEqual([['F1'], []])
  })

  test('are numbered as a reader meets them', () => {
    const document = form4(1, 1)
    document.footnotes.footnotes.push({ id: 'F2', text: 'second', spelling: undefined })
    const after = sortFootnotes(withMarks(document, FIRST, 'price', ['F2']))
    expect(after.footnotes.footnotes.map(({ id, text }) => `${id} ${text.slice(0, 6)}`)).toEqual([
      'F1 second',
      'F2 The op',
    ])
    expect([marksOf(after, FIRST, 'price'), marksOf(after, OPTION, 'exerciseDate')]).toEqual([['F1'], ['F2']])
  })
})
