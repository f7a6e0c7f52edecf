import { expect, test } from 'vitest'
import { type InventedRow, inventedXml } from '../../tools/testing/inventedForm.ts'
import { readOwnershipXml } from '../read/ownershipXml.ts'
import { CheckedFiling } from './checkedFiling.ts'
import { codeOf, following, footnotesOn, lineOf, linesOf, signedShares } from './lines.ts'

const value = (element: string, text: string, id = '') =>
  `<${element}><value>${text}</value>${id && `<footnoteId id="${id}"/>`}</${element}>`

/** A sale of Table I; a row of Table II where it has an exercise price. */
function row({ title = 'Common Stock', nature = '', direction = 'D', note = '', price = '', expires = '2034-03-04' }) {
  const kind = price === '' ? 'nonDerivativeTransaction' : 'derivativeTransaction'
  const ownership = value('directOrIndirectOwnership', nature === '' ? 'D' : 'I')
  const following = value('sharesOwnedFollowingTransaction', '1000')
  return `<${kind}>${value('securityTitle', title)}${price && value('conversionOrExercisePrice', price)}
    <transactionCoding><transactionCode>S</transactionCode></transactionCoding>
    <transactionAmounts>${value('transactionShares', '500', note)}
      ${value('transactionAcquiredDisposedCode', direction)}</transactionAmounts>
    ${price && value('expirationDate', expires)}
    <postTransactionAmounts>${following}</postTransactionAmounts>
    <ownershipNature>${ownership}${nature && value('natureOfOwnership', nature)}</ownershipNature></${kind}>`
}

function filing(tableI: string[], tableII: string[] = []) {
  const xml = `<ownershipDocument><documentType>4</documentType>
    <nonDerivativeTable>${tableI.join('')}</nonDerivativeTable>
    <derivativeTable>${tableII.join('')}</derivativeTable></ownershipDocument>`
  const { document } = readOwnershipXml(new TextEncoder().encode(xml))
  if (!document) throw new Error('not read')
  return new CheckedFiling(document)
}

test('a line is a class of security and a nature of ownership, however it is spelled', () => {
  const lines = linesOf(
    filing([
      row({}),
      row({ title: 'COMMON  STOCK' }),
      row({ title: 'Class B Common Stock' }),
      row({ nature: 'By Spouse' }),
      row({ nature: 'by spouse' }),
      row({ nature: 'By Trust' }),
    ]),
  )
  // Those of one transaction are left out.
  expect(lines.map((line) => line.map(({ position }) => position))).toEqual([
    [1, 2],
    [4, 5],
  ])
})

test('a line of Table II is a series', () => {
  const option = { title: 'Stock Option', price: '12.50' }
  const series = filing(
    [row({ title: 'Stock Option' })],
    [
      row(option),
      row({ ...option, price: '12.5' }),
      row({ ...option, price: '13' }),
      row({ ...option, expires: '2035-03-04' }),
    ],
  )
  const [other, one, same, price, day] = series.transactions.map(lineOf)
  expect(same).toBe(one)
  expect(new Set([other, one, price, day]).size).toBe(4)
  expect(linesOf(series).map((line) => line.map(({ position }) => position))).toEqual([[1, 2]])
})

test('footnotes, number, balance and code of a row', () => {
  const rows = filing([row({ note: 'F1' }), row({ direction: 'A' }), row({ direction: '' })]).transactions
  const [sale, purchase, neither] = rows
  expect(footnotesOn(sale!)).toEqual(['F1'])
  expect(footnotesOn(purchase!)).toEqual([])
  expect([sale, purchase, neither].map((one) => String(signedShares(one!)))).toEqual(['-500', '500', 'undefined'])
  expect(String(following(sale!))).toBe('1000')
  expect(codeOf(sale!)).toBe('S')
})

test('what is not told is no part of a line, and what is told is kept apart', () => {
  const { document } = readOwnershipXml(
    inventedXml({
      rows: [
        { title: 'Common', ownership: null, nature: 'Stock' },
        { title: 'CommonStock', ownership: null },
        { title: 'Common', ownership: null, nature: 'Stock' },
        { nature: '^1^11' },
        { nature: '^11^1' },
        { ownership: 'D^1^11' },
        { ownership: 'D^11^1' },
      ],
    }),
  )
  const { transactions } = new CheckedFiling(document!)
  const keys = transactions.map(lineOf)
  expect(keys.map((key) => keys.indexOf(key))).toEqual([0, 1, 0, 3, 4, 5, 6])
})

test('series differ by each of their terms, told by value or by footnote', () => {
  const terms: InventedRow[] = [
    {},
    { exercisePrice: '13' },
    { exercisePrice: '^1^11' },
    { exercisePrice: '^11^1' },
    { exerciseDate: '2023-03-02' },
    { exerciseDate: '^1^11' },
    { exerciseDate: '^11^1' },
    { expires: '2031-03-02' },
    { expires: '^1^11' },
    { expires: '^11^1' },
    { underlying: 'Class B' },
  ]
  const rows = [...terms, ...terms].map((row): InventedRow => ({ table: 'II', ...row }))
  const { document } = readOwnershipXml(inventedXml({ rows }))
  expect(linesOf(new CheckedFiling(document!)).map(({ length }) => length)).toEqual(terms.map(() => 2))
})

test('a number that is not told has no sign', () => {
  const { document } = readOwnershipXml(inventedXml({ rows: [{ shares: null }, { shares: null, direction: 'A' }] }))
  expect(new CheckedFiling(document!, {}).transactions.map(signedShares)).toEqual([undefined, undefined])
})

test('footnotes of a row stand in the order of its fields, the coding’s first, each once', () => {
  const footnotes = (row: InventedRow) => {
    const { document } = readOwnershipXml(inventedXml({ rows: [row] }))
    return footnotesOn(new CheckedFiling(document!).transactions[0]!)
  }
  expect(footnotes({})).toEqual([])
  expect(footnotes({ title: 'Common Stock^F1^F2' })).toEqual(['F1', 'F2'])
  expect(footnotes({ title: 'Common Stock^F1', price: '20.25^F2' })).toEqual(['F1', 'F2'])
  expect(footnotes({ title: 'Common Stock^F2', price: '20.25^F1', nature: 'By Trust^F3' })).toEqual(['F2', 'F1', 'F3'])
  expect(footnotes({ title: 'Common Stock^F1^F2', price: '20.25^F2^F1^F3' })).toEqual(['F1', 'F2', 'F3'])
  expect(footnotes({ title: 'Common Stock^F1', swap: '0^F2' })).toEqual(['F2', 'F1'])
})

test('a line that is told in the words of the one before has the key that it has by itself', () => {
  const rows = [
    row({}),
    row({}),
    row({ title: 'COMMON STOCK' }),
    row({ title: 'Class B Stock' }),
    row({ title: 'Class B Stock', nature: 'By Trust' }),
    row({ title: 'Class B Stock', nature: 'By Trust' }),
    row({ title: 'Class B Stock', nature: 'By Spouse' }),
  ]
  const together = filing(rows)
  linesOf(together)
  expect(together.rows.map(lineOf)).toEqual(filing(rows).rows.map(lineOf))
  expect(linesOf(together).map(({ length }) => length)).toEqual([3, 2])
})
