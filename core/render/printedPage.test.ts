import { expect, test } from 'vitest'
import { OwnershipDocument, OwnershipRow, OwnershipTable, TransactionAmounts } from '../model/ownershipDocument.ts'
import { reported } from '../model/reported.ts'
import { columnHeadings, printedTable } from './printedPage.ts'

/** The headings of a table with one line that has a `transactionValue`, as X0101 may. */
function headings(which: 'I' | 'II') {
  const document = new OwnershipDocument()
  const row = new OwnershipRow(which === 'I' ? 'nonDerivativeSecurity' : 'derivativeSecurity')
  row.amounts = new TransactionAmounts()
  row.amounts.value = reported('decimal', '33100')
  const table = new OwnershipTable()
  table.rows = [row]
  if (which === 'I') document.nonDerivativeTable = table
  else document.derivativeTable = table
  return columnHeadings(printedTable(which, document, '4').columns)
}

test('a column that no form has stands under the heading of the price, whole', () => {
  expect(headings('II')).toContainEqual({
    title: '8. Price of Derivative Security',
    below: ['Price', 'transactionValue'],
  })
  expect(headings('I')).toContainEqual({
    title: '4. Securities Acquired (A) or Disposed Of (D)',
    below: ['Amount', '(A) or (D)', 'Price', 'transactionValue'],
  })
})

test('the code and the V stand under the title of the code', () => {
  expect(headings('II')).toContainEqual({ title: '4. Transaction Code', below: ['Code', 'V'] })
})
