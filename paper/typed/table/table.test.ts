import { expect, test } from 'vitest'
import { gridOf } from '../text/grid.ts'
import { textOf } from '../text/words.ts'
import { withoutMarks } from './marks.ts'
import { fit } from './shapes.ts'
import { split } from './split.ts'
import { readTable } from './table.ts'

const HEADING = '1. Title of Security |2. Transaction Date |4. Amount |5. Amount of Securities Beneficially Owned'

function titles(...body: string[]): (string | undefined)[] {
  const lines = gridOf([HEADING, '-'.repeat(60), ...body].join('\n'))!
  return readTable(lines, '4', 'I', new Set()).rows.map(({ securityTitle }) => securityTitle?.text)
}

test('words cut at the border are whole again where the table proves that it cuts', () => {
  expect(titles('Common Stock, par val|1/2/9|500|9,000', 'ue $1.00             |7    |   |')).toEqual([
    'Common Stock, par value $1.00',
  ])
  expect(titles('Common Stock, par    |1/2/97|500|9,000', 'value $1.00          |      |   |')).toEqual([
    'Common Stock, par value $1.00',
  ])
})

test('a second value begins a row, words and ends of values do not', () => {
  expect(titles('Common Stock|1/2/97|500|9,000', 'Class B     |1/3/97|500|8,000')).toEqual(['Common Stock', 'Class B'])
  expect(titles('Common Stock|1/2/97|500|9,000', '            |1/3/97|400|8,600')).toEqual(['Common Stock', undefined])
})

test('what could be a neighbour’s is in no cell', () => {
  const lines = gridOf(
    [
      'Title of Security   Transaction Date   Amount   Price',
      '------------------------------------------------------',
      'Common              1/2/97             500      $4.00',
      'Common              hearsay            600      $5.00',
    ].join('\n'),
  )!
  const { rows } = readTable(lines, '4', 'I', new Set())
  expect(rows.map(({ transactionDate }) => transactionDate?.text)).toEqual(['1/2/97', undefined])
})

test('halves with unlike rows stay apart', () => {
  const first = ['1. Title of Security   2. Transaction Date', '-'.repeat(50), 'Common   1/2/97', '', 'Units    1/3/97']
  const second = ['5. Owned   6. Ownership Form   7. Nature', '-'.repeat(50), '900   D']
  const { rows } = readTable(gridOf([...first, '', ...second].join('\n'))!, '4', 'I', new Set())
  expect(rows.map((row) => row.owned)).toEqual([undefined, undefined])
})

test('halves whose rows have marks belong together by these', () => {
  const first = ['   1                2           3', '   Title of      Transaction   Code', '   Security         Date']
  const second = [
    '   5             6            7',
    '   Amount     Direct (D) or   Nature of',
    '   Owned      Indirect (I)    Ownership',
  ]
  const rows = (...marks: [string, string]) => [
    ...first,
    '',
    'a. Common        1/2/97        P',
    'b. Units         1/3/97        S',
    '',
    'Table I, continued',
    '',
    ...second,
    '',
    `${marks[0]}  900            D             --`,
    `${marks[1]}  800            I             By wife`,
  ]
  const owned = (lines: string[]) =>
    readTable(gridOf(lines.join('\n'))!, '4', 'I', new Set()).rows.map((row) => [
      row.securityTitle?.text,
      row.owned?.text,
    ])
  expect(owned(rows('a.', 'b.'))).toEqual([
    ['Common', '900'],
    ['Units', '800'],
  ])
  expect(owned(rows('b.', 'c.'))).toEqual([
    ['Common', undefined],
    ['Units', undefined],
  ])
})

test('none in the column of titles is no row', () => {
  expect(titles('NONE        |      |   |')).toEqual([])
  expect(titles('None        |1/2/97|500|9,000')).toEqual(['None'])
})

test('a label of a list goes on over lines to its colon', () => {
  const list = [
    '1. Title of Security:        Common',
    '4. Amount:                   500',
    '5. Amount of Securities Beneficially',
    '   Owned Following Reported',
    '   Transaction(s):',
    '6. Ownership Form (D) or (I): D',
  ]
  const [row] = readTable(gridOf(list.join('\n'))!, '4', 'I', new Set()).rows
  expect(Object.entries(row!).map(([key, cell]) => [key, cell.text])).toEqual([
    ['securityTitle', 'Common'],
    ['amount', '500'],
    ['directOrIndirect', 'D'],
  ])
})

test('answers that share a column fall apart by their shapes, or not at all', () => {
  const words = (text: string) => gridOf(text)![0]!.words
  const shown = (parts: ReturnType<typeof split>) =>
    parts && Object.fromEntries(Object.entries(parts).map(([key, own]) => [key, textOf(own)]))
  expect(shown(split(['amount', 'acquiredOrDisposed', 'price'], words('2,000(A) $4.50')))).toEqual({
    amount: '2,000',
    acquiredOrDisposed: '(A)',
    price: '$4.50',
  })
  expect(shown(split(['underlyingTitle', 'underlyingAmount'], words('Class A Common 700')))).toEqual({
    underlyingTitle: 'Class A Common',
    underlyingAmount: '700',
  })
  expect(split(['amount', 'acquiredOrDisposed'], words('see note'))).toBeUndefined()
})

test('shapes say where a text belongs, and where not', () => {
  expect(fit('transactionDate', '3/4/98')).toBe(1)
  expect(fit('transactionDate', '3,400')).toBe(-1)
  expect(fit('amount', '3/4/98')).toBe(-1)
  expect(fit('price', '15 3/8')).toBe(1)
  expect(fit('directOrIndirect', 'A')).toBe(-1)
  expect(fit('owned', '(1)')).toBe(0)
})

test('marks are taken from the end of a cell where they can be nothing else', () => {
  const known = new Set(['a'])
  expect(withoutMarks('amount', '500 (1)(2)', known)).toEqual({ text: '500', marks: ['1', '2'] })
  expect(withoutMarks('price', '$4.00**', known)).toEqual({ text: '$4.00', marks: ['**'] })
  expect(withoutMarks('amount', '500(a)', known)).toEqual({ text: '500', marks: ['a'] })
  expect(withoutMarks('amount', '500(b)', known)).toEqual({ text: '500(b)', marks: [] })
  expect(withoutMarks('acquiredOrDisposed', '(A)', new Set(['A']))).toEqual({ text: '(A)', marks: [] })
})
