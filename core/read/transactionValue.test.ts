import { expect, test } from 'vitest'
import { type TransactionValueReason, transactionValueMeaning } from './index.ts'
import { readOwnershipXml } from './ownershipXml.ts'

interface Row {
  table?: 'I' | 'II'
  title?: string
  date?: string
  code?: string
  shares?: string
  value?: string
  total?: string
  exercise?: string
  footnote?: string
}

const field = (name: string, value: string | undefined, footnote = '') =>
  value === undefined ? '' : `<${name}><value>${value}</value>${footnote}</${name}>`

/** A row of the 2003 dialect, of an invented company. */
function xml(row: Row): string {
  const element = row.table === 'I' ? 'nonDerivativeSecurity' : 'derivativeSecurity'
  return `<${element}>${field('securityTitle', row.title ?? 'Stock Option')}${field('conversionOrExercisePrice', row.exercise)}
    ${field('transactionDate', row.date ?? '2003-05-20')}
    <transactionCoding><transactionFormType>4</transactionFormType><transactionCode>${row.code ?? 'P'}</transactionCode>
      <equitySwapInvolved>0</equitySwapInvolved></transactionCoding>
    <transactionAmounts>${field('transactionShares', row.shares)}${field('transactionTotalValue', row.total)}
      ${field('transactionValue', row.value, row.footnote === undefined ? '' : '<footnoteId id="F1"/>')}</transactionAmounts>
    <underlyingSecurity>${field('underlyingSecurityTitle', 'Common Stock')}</underlyingSecurity></${element}>`
}

function judge(row: Row, ...others: Row[]) {
  const rows = [row, ...others]
  const table = (name: 'I' | 'II') => rows.filter((each) => (each.table ?? 'II') === name).map(xml)
  const { document } = readOwnershipXml(
    `<ownershipDocument><schemaVersion>X0101</schemaVersion>${table('I').join('')}${table('II').join('')}
    <footnotes><footnote id="F1">${row.footnote ?? ''}</footnote></footnotes></ownershipDocument>`,
  )
  const [judged] = (row.table === 'I' ? document?.nonDerivativeTable : document?.derivativeTable)?.rows ?? []
  const { meaning, because } = transactionValueMeaning(judged!, document!)
  return [meaning, ...because.map(({ reason }) => reason)]
}

type Case = [what: string, meaning: string, reason: TransactionValueReason, row: Row, ...others: Row[]]

const cases: Case[] = [
  [
    'ten thousand options at 3.31 are 33,100',
    'total',
    'shares-times-exercise-price',
    { shares: '10000', value: '33100', exercise: '3.31' },
  ],
  [
    'the exercise price itself',
    'pricePerShare',
    'equals-exercise-price',
    { shares: '10000', value: '3.310', exercise: '3.31' },
  ],
  ['a total given beside it', 'total', 'equals-total-value', { shares: '200', value: '500', total: '500.00' }],
  [
    'a total given beside it that is the product',
    'pricePerShare',
    'times-shares-is-total-value',
    { shares: '200', value: '2.5', total: '500' },
  ],
  ['another total beside it', 'pricePerShare', 'differs-from-total-value', { value: '2.5', total: '500' }],
  [
    'another row, and both grow with the shares',
    'total',
    'scales-with-shares',
    { table: 'I', title: 'Common  Stock', shares: '100', value: '1250' },
    { table: 'I', title: 'COMMON STOCK', shares: '300', value: '3750' },
  ],
  [
    'another row at the same value',
    'pricePerShare',
    'constant-while-shares-differ',
    { table: 'I', shares: '100', value: '12.5' },
    { table: 'I', shares: '300', value: '12.50' },
  ],
  [
    'an exercise paid at the price of Table II',
    'total',
    'shares-times-exercise-price',
    { table: 'I', title: 'Common Stock', code: 'M', shares: '400', value: '800' },
    { code: 'M', shares: '400', exercise: '2' },
  ],
  [
    'a footnote with the price',
    'pricePerShare',
    'footnote-price-per-share',
    { shares: '400', value: '7.25', footnote: 'Bought at $7.25 per share.' },
  ],
  [
    'a footnote with the price of a total',
    'total',
    'footnote-price-times-shares',
    { shares: '400', value: '2900', footnote: 'The price per share was $7.25.' },
  ],
  [
    'a footnote with the aggregate',
    'total',
    'footnote-aggregate',
    { shares: '400', value: '2900', footnote: 'For a total purchase price of $2,900.00' },
  ],
  [
    'a footnote with the aggregate of a price',
    'pricePerShare',
    'footnote-aggregate-of-shares',
    { shares: '400', value: '7.25', footnote: 'That is $2,900 in the aggregate' },
  ],
  ['nothing', 'open', 'no-value', { shares: '400' }],
  ['zero', 'open', 'zero-either-way', { shares: '400', value: '0.00', exercise: '0' }],
  ['one share', 'open', 'one-share-either-way', { shares: '1', value: '7', exercise: '7' }],
  ['a row that stands alone', 'open', 'no-evidence', { shares: '400', value: '7' }],
]

test.each(cases)('%s: %s', (_, meaning, reason, row, ...others) => {
  expect(judge(row, ...others)).toEqual([meaning, reason])
})

test('every reason but the contradiction has its case above', () => {
  expect(new Set(cases.map(([, , reason]) => reason)).size).toBe(15)
})

test('evidence that contradicts itself leaves it open, and is told', () => {
  const row = { shares: '400', value: '800', exercise: '2', footnote: 'at a price of $800 per share' }
  expect(judge(row)).toEqual(['open', 'contradiction', 'shares-times-exercise-price', 'footnote-price-per-share'])
})

test('evidence that agrees is told in full', () => {
  const row = { shares: '400', value: '2', exercise: '2', footnote: 'at $2.00 a share' }
  expect(judge(row)).toEqual(['pricePerShare', 'equals-exercise-price', 'footnote-price-per-share'])
})

test.each<[string, Row, Row]>([
  ['another day', { shares: '100', value: '5' }, { shares: '300', value: '5', date: '2003-05-21' }],
  ['another security', { shares: '100', value: '5' }, { shares: '300', value: '5', title: 'Warrant' }],
  ['the same number of shares', { shares: '100', value: '5' }, { shares: '100', value: '5' }],
  [
    'a derivative that was not exercised',
    { table: 'I', title: 'Common Stock', code: 'S', shares: '400', value: '2' },
    { code: 'M', shares: '400', exercise: '2' },
  ],
])('%s is no evidence', (_, row, other) => {
  expect(judge(row, other)).toEqual(['open', 'no-evidence'])
})

test('an aggregate price per share is a price', () => {
  const row = { shares: '400', value: '7.25', footnote: 'an aggregate price of $7.25 per share' }
  expect(judge(row)).toEqual(['pricePerShare', 'footnote-price-per-share'])
})
