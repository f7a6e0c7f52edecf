import { type OwnershipDocument, reported } from '@section16/core/model'
import { printedRow } from '@section16/core/render'
import { expect, test } from 'vitest'
import { form4 } from '../testing/drafts.mts'
import { withTyped } from './cells.ts'
import { rowsOfTable } from './edit.ts'
import { pathOfRow, withField } from './place.ts'
import { printedOnce } from './printedOnce.ts'

test('a line that stays is printed once; one that is another, or on another form, anew', () => {
  const before = form4(2, 0)
  const after = withTyped(before, pathOfRow(rowsOfTable(before, 'I'), 1), 'price', '7', '4')
  const [first, second] = [before, after].map((document) =>
    rowsOfTable(document, 'I').map((row) => printedOnce(row, '4', document)),
  ) as [ReturnType<typeof printedRow>[], ReturnType<typeof printedRow>[]]
  expect(second[0]).toBe(first[0])
  expect(second).toEqual(rowsOfTable(after, 'I').map((row) => printedRow(row, '4', after)))
  const [row] = rowsOfTable(before, 'I')
  expect(printedOnce(row!, '5', before)).toEqual(printedRow(row!, '5', before))
})

test('what `transactionValue` means follows the other lines', () => {
  const withShares = (document: OwnershipDocument, line: number, shares: string) => {
    const amounts = `${pathOfRow(rowsOfTable(document, 'I'), line)}/transactionAmounts`
    const valued = withField(document, `${amounts}/transactionValue`, reported('decimal', '21'))
    return withField(valued, `${amounts}/transactionShares`, reported('decimal', shares))
  }
  const alike = withShares(withShares(form4(2, 0), 0, '100'), 1, '100')
  const different = withShares(alike, 1, '300')
  const [row] = rowsOfTable(alike, 'I')
  expect(rowsOfTable(different, 'I')[0]).toBe(row)
  const [before, after] = [alike, different].map((document) => printedOnce(row!, '4', document))
  expect(after).toEqual(printedRow(row!, '4', different))
  expect(after).not.toEqual(before)
})
