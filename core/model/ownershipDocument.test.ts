import { expect, test } from 'vitest'
import { OWNERSHIP_DOCUMENT } from './elements.ts'
import {
  Footnote,
  Footnotes,
  footnoteText,
  OwnershipDocument,
  OwnershipRow,
  OwnershipTable,
  type RowElement,
  rowsOf,
} from './ownershipDocument.ts'
import { reported } from './reported.ts'

test('of an empty document everything can be asked, and nothing is there', () => {
  const document = new OwnershipDocument()
  expect(document.issuer.cik.kind).toBe('absent')
  const { issuer, footnotes, nonDerivativeTable } = document
  expect([issuer.present, footnotes.present, nonDerivativeTable.present]).toEqual([false, false, false])
  expect(rowsOf(document)).toEqual([])
  expect(new OwnershipRow('derivativeHolding').underlyingSecurity.title.kind).toBe('absent')
})

test('what is not there is shared, so nobody can fill it', () => {
  const document = new OwnershipDocument()
  expect(() => {
    document.issuer.name = reported('text', 'Zephyr Corp')
  }).toThrow(TypeError)
  expect(() => document.nonDerivativeTable.rows.push(new OwnershipRow('nonDerivativeHolding'))).toThrow(TypeError)
})

test.each<[RowElement, boolean, boolean]>([
  // element, derivative, transaction
  ['nonDerivativeTransaction', false, true],
  ['nonDerivativeHolding', false, false],
  ['nonDerivativeSecurity', false, false],
  ['derivativeTransaction', true, true],
  ['derivativeHolding', true, false],
  ['derivativeSecurity', true, false],
])('a %s', (element, isDerivative, isTransaction) => {
  const row = new OwnershipRow(element)
  expect([row.isDerivative, row.isTransaction]).toEqual([isDerivative, isTransaction])
})

test('a line of the 2003 dialect is a transaction where it has a date', () => {
  const row = new OwnershipRow('nonDerivativeSecurity')
  row.transactionDate = reported('date', '2003-05-09')
  expect(row.isTransaction).toBe(true)
  row.transactionDate = reported('date', undefined, { footnotes: ['F1'] })
  expect(row.isTransaction).toBe(true)
})

test('rows come with Table I first, footnotes by the first of their id', () => {
  const document = new OwnershipDocument()
  document.derivativeTable = new OwnershipTable()
  document.derivativeTable.rows = [new OwnershipRow('derivativeHolding')]
  document.nonDerivativeTable = new OwnershipTable()
  document.nonDerivativeTable.rows = [new OwnershipRow('nonDerivativeHolding')]
  expect(rowsOf(document).map(({ element }) => element)).toEqual(['nonDerivativeHolding', 'derivativeHolding'])
  document.footnotes = new Footnotes()
  document.footnotes.footnotes = [new Footnote('F1', 'one'), new Footnote('F1', 'other')]
  expect([footnoteText(document, 'F1'), footnoteText(document, 'F2')]).toEqual(['one', undefined])
})

test('every home of the element table is a property of the class it is filled into', () => {
  const lost: string[] = []
  const visit = (definition: typeof OWNERSHIP_DOCUMENT) => {
    const target = definition.create()
    for (const child of definition.children) {
      if (!(child.property in target)) lost.push(child.element)
      if (child.shape === 'group') visit(child)
      else if (child.shape === 'rows') {
        const row = new OwnershipRow(child.elements[0] as RowElement)
        for (const part of child.children) {
          if (!(part.property in row)) lost.push(part.element)
          if (part.shape === 'group') visit(part)
        }
      }
    }
  }
  visit(OWNERSHIP_DOCUMENT)
  expect(lost).toEqual([])
})
