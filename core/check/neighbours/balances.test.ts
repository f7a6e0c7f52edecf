import { expect, test } from 'vitest'
import {
  findingsIn,
  type InventedForm,
  type InventedRow,
  type Neighbour,
  neighbours,
} from '../../../tools/testing/inventedForm.ts'

// Amounts owned and rows beside rows (C64, C65): documents that lie beside those of which a rule speaks. A row sells
// 1,000 and keeps 5,000.

const rows = (...rows: InventedRow[]): InventedForm => ({ rows })
const option = (row: InventedRow = {}): InventedRow => ({ table: 'II', title: 'Stock Option', code: 'M', ...row })
const held = (row: InventedRow = {}): InventedRow => ({ isHolding: true, ...row })
const kept = (following: string | null, row: InventedRow = {}): InventedRow => ({ following, ...row })
/** Balances of one line, each after a sale of 1,000. */
const run = (...balances: (string | null)[]): InventedForm => rows(...balances.map((following) => kept(following)))
const runII = (...balances: (string | null)[]): InventedForm =>
  rows(...balances.map((following) => option({ following })))
const many = (count: number, row: InventedRow = {}): InventedRow[] => Array.from({ length: count }, () => row)
/** As many holdings as there are, and words about them. */
const full = (count: number, remarks = ''): InventedForm => ({ rows: many(count, held()), remarks })

const NEIGHBOURS: readonly Neighbour[] = [
  ['C640', 'running', run('5000', '4000', '3000'), 0],
  ['C640', 'the total on all', run('5000', '5000', '5000'), 0],
  ['C640', 'in reverse', run('3000', '4000', '5000'), 0],
  ['C640', 'shuffled, but it adds up', run('4000', '3000', '5000'), 0],
  ['C640', 'a gap', run('5000', '3000'), 1],
  ['C640', 'one gap a line is told', run('5000', '3000', '1000'), 1],
  [
    'C640',
    'a gap of each of two lines',
    rows(kept('5000'), kept('3000'), ...['5000', '3000'].map((n) => kept(n, { title: 'Class B' }))),
    2,
  ],
  ['C640', 'acquired', rows(kept('5000', { direction: 'A' }), kept('6000', { direction: 'A' })), 0],
  ['C640', 'acquired, with a gap', rows(kept('5000', { direction: 'A' }), kept('7000', { direction: 'A' })), 1],
  ['C640', 'one row alone', run('5000'), 0],
  ['C640', 'derivatives', runII('5000', '3000'), 0],
  ['C640', 'one in each table', rows(kept('5000'), option({ following: '3000' })), 0],
  ['C640', 'the first balance not told', run(null, '3000'), 0],
  ['C640', 'the second balance not told', run('5000', null), 0],
  ['C640', 'the number not told', rows(kept('5000'), kept('3000', { shares: null })), 0],
  ['C640', 'the number before not told', rows(kept('5000', { shares: null }), kept('3000')), 0],
  ['C640', 'the direction not told', rows(kept('5000'), kept('3000', { direction: null })), 0],
  ['C640', 'the balance explained', run('5000', '3000^F1'), 0],
  ['C640', 'the balance before explained', run('5000^F1', '3000'), 0],
  ['C640', 'the title explained', rows(...['5000', '3000'].map((n) => kept(n, { title: 'Common Stock^F1' }))), 0],
  ['C640', 'the number explained', rows(kept('5000'), kept('3000', { shares: '1000^F1' })), 0],
  ['C640', 'the nature explained', rows(...['5000', '3000'].map((n) => kept(n, { nature: 'By Trust^F1' }))), 0],
  ['C640', 'the price explained', rows(kept('5000'), kept('3000', { price: '20.25^F1' })), 1],
  ['C641', 'running', runII('5000', '4000', '3000'), 0],
  ['C641', 'the total on all', runII('5000', '5000'), 0],
  ['C641', 'in reverse', runII('4000', '5000'), 0],
  ['C641', 'a gap', runII('5000', '3000'), 1],
  ['C641', 'one gap a line is told', runII('5000', '3000', '1500'), 1],
  ['C641', 'a gap after a balance that is not told', runII('9000', null, '5000', '3000'), 1],
  ['C641', 'one row alone', runII('5000'), 0],
  ['C641', 'stock', run('5000', '3000'), 0],
  ['C641', 'one in each table', rows(kept('5000'), option({ following: '3000' })), 0],
  ['C641', 'the number not told', rows(option(), option({ following: '3000', shares: null })), 0],
  ['C641', 'the number before not told', rows(option({ shares: null }), option({ following: '3000' })), 0],
  ['C641', 'the balance not told', runII('5000', null), 0],
  ['C641', 'the balance explained', runII('5000', '3000^F1'), 0],
  ['C641', 'the number explained', rows(option(), option({ following: '3000', shares: '1000^F1' })), 0],
  [
    'C641',
    'the title explained',
    rows(...['5000', '3000'].map((following) => option({ following, title: 'Option^F1' }))),
    0,
  ],
  ['C641', 'the price explained', rows(option(), option({ following: '3000', price: '0^F1' })), 1],
  ['C641', 'a grant of its own', rows(option({ direction: 'A' }), option({ direction: 'A', following: '1000' })), 0],
  [
    'C641',
    'a grant of its own, before',
    rows(option({ direction: 'A', following: '1000' }), option({ direction: 'A', following: '5000' })),
    0,
  ],
  [
    'C641',
    'grants with a gap',
    rows(option({ direction: 'A', following: '1001' }), option({ direction: 'A', following: '5000' })),
    1,
  ],
  ['C643', 'more than was owned', rows(kept('500'), kept('0')), 1],
  ['C643', 'just what was owned', rows(kept('1000'), kept('0')), 0],
  ['C643', 'one row alone', run('0'), 0],
  ['C643', 'acquired', rows(kept('500'), kept('0', { direction: 'A' })), 0],
  ['C643', 'no number', rows(kept('500'), kept('0', { shares: null })), 0],
  ['C643', 'no balance', rows(kept('500'), kept(null)), 0],
  ['C643', 'no balance before', rows(kept(null), kept('0')), 0],
  ['C643', 'the total on both', run('500', '500'), 0],
  ['C643', 'in reverse', run('500', '600'), 0],
  ['C643', 'explained', rows(kept('500'), kept('0^F1')), 0],
  ['C643', 'the number explained', rows(kept('500'), kept('0', { shares: '1000^F1' })), 0],
  ['C643', 'another disposition', rows(kept('500'), kept('0', { code: 'J' })), 0],
  ['C643', 'twice', run('500', '200', '0'), 2],
  ['C644', 'less than was acquired', rows(kept('999', { direction: 'A' })), 1],
  ['C644', 'just what was acquired', rows(kept('1000', { direction: 'A' })), 0],
  ['C644', 'disposed of', rows(kept('999')), 0],
  ['C644', 'no number', rows(kept('999', { direction: 'A', shares: null })), 0],
  ['C644', 'no balance', rows(kept(null, { direction: 'A' })), 0],
  ['C644', 'a derivative', rows(option({ direction: 'A', following: '999' })), 0],
  ['C644', 'some disposed of', rows(kept('999', { direction: 'A' }), {}), 0],
  ['C644', 'some disposed of, otherwise spelled', rows(kept('999', { direction: 'A' }), { title: 'COMMON STOCK' }), 0],
  ['C644', 'another class disposed of', rows(kept('999', { direction: 'A' }), { title: 'Class B' }), 1],
  ['C644', 'explained', rows(kept('999^F1', { direction: 'A' })), 0],
  ['C644', 'the number explained', rows(kept('999', { direction: 'A', shares: '1000^F1' })), 0],
  ['C644', 'the title explained', rows(kept('999', { direction: 'A', title: 'Common Stock^F1' })), 0],
  // Two legs of an exercise.
  ...['M', 'X', 'O', 'C'].map(
    (code): Neighbour => ['C645', code, rows({ code, direction: 'A', shares: '900' }, option({ code })), 1],
  ),
  ['C645', 'as many', rows({ code: 'M', direction: 'A' }, option()), 0],
  ['C645', 'a fraction less', rows({ code: 'M', direction: 'A', shares: '999.4' }, option()), 0],
  ['C645', 'one less', rows({ code: 'M', direction: 'A', shares: '999' }, option()), 0],
  ['C645', 'one more', rows({ code: 'M', direction: 'A', shares: '1001' }, option()), 0],
  ['C645', 'two less', rows({ code: 'M', direction: 'A', shares: '998' }, option()), 1],
  ['C645', 'on two rows as many', rows(...many(2, { code: 'M', direction: 'A', shares: '500' }), option()), 0],
  [
    'C645',
    'on two rows as many, below',
    rows({ code: 'M', direction: 'A' }, ...many(2, option({ underlyingShares: '500' }))),
    0,
  ],
  ['C645', 'of another day', rows({ code: 'M', direction: 'A', shares: '900', date: '2024-02-29' }, option()), 0],
  ['C645', 'of another code', rows({ code: 'X', direction: 'A', shares: '900' }, option()), 0],
  ['C645', 'a purchase', rows({ code: 'P', direction: 'A', shares: '900' }, option({ code: 'P' })), 0],
  ['C645', 'no code', rows({ code: null, direction: 'A', shares: '900' }, option({ code: null })), 0],
  ['C645', 'stock given away', rows({ code: 'M', shares: '900' }, option()), 0],
  ['C645', 'a derivative acquired', rows({ code: 'M', direction: 'A', shares: '900' }, option({ direction: 'A' })), 0],
  ['C645', 'two of Table I', rows(...many(2, { code: 'M', direction: 'A' })), 0],
  ['C645', 'two of Table II', rows(option(), option({ direction: 'A' })), 0],
  ['C645', 'no number', rows({ code: 'M', direction: 'A', shares: null }, option()), 0],
  [
    'C645',
    'one of two numbers missing',
    rows({ code: 'M', direction: 'A', shares: '1' }, { code: 'M', direction: 'A', shares: null }, option()),
    0,
  ],
  ['C645', 'no number below', rows({ code: 'M', direction: 'A' }, option({ underlyingShares: null })), 0],
  ...([{ shares: '900^F1' }, { code: 'M^F1' }, { title: 'Common Stock^F1' }] satisfies InventedRow[]).map(
    (row): Neighbour => [
      'C645',
      `explained at ${Object.keys(row)[0]}`,
      rows({ code: 'M', direction: 'A', shares: '900', ...row }, option()),
      0,
    ],
  ),
  ...(
    [
      { underlyingShares: '1000^F1' },
      { underlying: 'Common Stock^F1' },
      { exercisePrice: '12.5^F1' },
    ] satisfies InventedRow[]
  ).map(
    (row): Neighbour => [
      'C645',
      `explained at ${Object.keys(row)[0]}`,
      rows({ code: 'M', direction: 'A', shares: '900' }, option(row)),
      0,
    ],
  ),
  [
    'C645',
    'explained at the price',
    rows({ code: 'M', direction: 'A', shares: '900', price: '20.25^F1' }, option()),
    1,
  ],
  // An option and the shares below.
  ...[
    'Stock Option',
    'Stock Options',
    'Right to Buy',
    'Restricted Stock Unit',
    'Restricted Stock Units',
    'RSU',
    'RSUs',
  ].map((title): Neighbour => ['C646', title, rows(option({ title, underlyingShares: '2000' })), 1]),
  ['C646', 'a warrant', rows(option({ title: 'Warrant', underlyingShares: '2000' })), 0],
  ['C646', 'no title', rows(option({ title: null, underlyingShares: '2000' })), 0],
  ['C646', 'in Table I', rows({ title: 'Stock Option', underlyingShares: '2000' }), 0],
  ['C646', 'as many', rows(option()), 0],
  ['C646', 'no number', rows(option({ shares: null })), 0],
  ['C646', 'no number below', rows(option({ underlyingShares: null })), 0],
  ...(
    [
      { title: 'Stock Option^F1' },
      { underlyingShares: '2000^F1' },
      { underlying: 'Common Stock^F1' },
      { exercisePrice: '12.5^F1' },
      { shares: '1000^F1' },
    ] satisfies InventedRow[]
  ).map(
    (row): Neighbour => [
      'C646',
      `explained at ${Object.keys(row)[0]}`,
      rows(option({ underlyingShares: '2000', ...row })),
      0,
    ],
  ),
  // Shares withheld.
  ['C647', 'alone', rows({ code: 'F' }), 1],
  ['C647', 'after a sale', rows({}, { code: 'F' }), 1],
  ['C647', 'twice: once is told', rows({ code: 'F' }, { code: 'F' }), 1],
  ['C647', 'beside a line without a code', rows({ code: null }, { code: 'F' }), 1],
  ['C647', 'no title', rows({ code: 'F', title: null }), 1],
  ...['A', 'M', 'X', 'C', 'O', 'D'].map(
    (code): Neighbour => ['C647', `with ${code}`, rows({ code }, { code: 'F' }), 0],
  ),
  ...['vesting', 'exercised', 'a tax', 'withheld', 'restricted', 'settled', 'delivery', 'an award', 'granted'].map(
    (remarks): Neighbour => ['C647', remarks, { remarks, rows: [{ code: 'F' }] }, 0],
  ),
  ['C647', 'explained', rows({ code: 'F', price: '20.25^F1' }), 0],
  ...['Restricted Stock', 'RSU', 'RSA', 'RSAs', 'RS', 'Performance Shares', 'Units'].map(
    (title): Neighbour => ['C647', title, rows({ code: 'F', title }), 0],
  ),
  ['C647', 'nothing withheld', rows({}), 0],
  // Rows that stand twice.
  ['C648', 'a gift twice', rows({ code: 'G' }, { code: 'G' }), 1],
  ...['A', 'G', 'M', 'W', 'I'].map((code): Neighbour => ['C648', code, rows({ code }, { code }), 1]),
  ['C648', 'three times', rows(...many(3, { code: 'G' })), 2],
  ['C648', 'sales, the total on all', rows({}, {}), 0],
  ['C648', 'sales, where the balances run', rows(kept('6000'), {}, {}), 1],
  ['C648', 'sales, where those of another class run', rows(kept('6000', { title: 'Class B' }), {}, {}), 0],
  ['C648', 'no code', rows({ code: null }, { code: null }), 0],
  ['C648', 'one row', rows({ code: 'G' }), 0],
  ...(
    [
      { shares: '1001' },
      { following: '5001' },
      { date: '2024-02-29' },
      { deemed: '2024-03-01' },
      { price: '20.26' },
      { direction: 'A' },
      { code: 'W' },
      { price: '20.25^F1' },
      { title: 'Class B' },
      { ownership: 'I' },
    ] satisfies InventedRow[]
  ).map(
    (row): Neighbour => [
      'C648',
      `another ${String(Object.entries(row)[0])}`,
      rows({ code: 'G' }, { code: 'G', ...row }),
      0,
    ],
  ),
  ['C648', 'a number spelled otherwise', rows({ code: 'G' }, { code: 'G', shares: '1000.0' }), 0],
  ['C648', 'no balance, twice', rows({ code: 'G', following: null }, { code: 'G', following: null }), 1],
  ['C648', 'no balance, once', rows({ code: 'G', following: null }, { code: 'G' }), 0],
  [
    'C648',
    'in two tables',
    rows({ code: 'G', title: 'Option' }, option({ code: 'G', title: 'Option', price: '20.25' })),
    0,
  ],
  ['C648', 'other shares below', rows(option({ code: 'G' }), option({ code: 'G', underlyingShares: '2000' })), 0],
  ['C649', 'two amounts', rows(held(), held({ following: '6000' })), 1],
  ['C649', 'three amounts', rows(held(), held({ following: '6000' }), held({ following: '7000' })), 2],
  ['C649', 'the same amount', rows(held(), held()), 0],
  ['C649', 'one holding', rows(held(), { following: '6000' }), 0],
  ['C649', 'of another class', rows(held(), held({ following: '6000', title: 'Class B' })), 0],
  ['C649', 'with another footnote', rows(held(), held({ following: '6000^F1' })), 0],
  ['C649', 'with the same footnote', rows(held({ following: '5000^F1' }), held({ following: '6000^F1' })), 1],
  ['C649', 'the first amount not told', rows(held({ following: null }), held()), 0],
  ['C649', 'the second amount not told', rows(held(), held({ following: null })), 0],
  ['C649', 'derivatives', rows(held(option()), held(option({ following: '6000' }))), 0],
  ['C650', 'another amount', rows({}, held({ following: '6000' })), 1],
  ['C650', 'the same amount', rows({}, held()), 0],
  ['C650', 'the amount of an earlier row', rows(kept('6000'), {}, held({ following: '6000' })), 0],
  ['C650', 'no transaction', rows(held(), held({ following: '6000' })), 0],
  ['C650', 'no amount', rows({}, held({ following: null })), 0],
  ['C650', 'no amount of the transaction', rows(kept(null), held()), 0],
  ['C650', 'explained', rows({}, held({ following: '6000^F1' })), 0],
  ['C650', 'the transaction explained', rows({ price: '20.25^F1' }, held({ following: '6000' })), 0],
  ['C650', 'another line', rows({}, held({ following: '6000', ownership: 'I' })), 0],
  ['C650', 'derivatives', rows(option(), held(option({ following: '6000' }))), 0],
  ['C651', 'nothing', rows({ shares: '0' }), 1],
  ['C651', 'nothing, no code', rows({ shares: '0', code: null }), 1],
  ['C651', 'explained', rows({ shares: '0^F1' }), 0],
  ['C651', 'not told', rows({ shares: null }), 0],
  ['C651', 'something', rows({ shares: '0.001' }), 0],
  [
    'C651',
    'at the end of a career',
    { flags: '<notSubjectToSection16>1</notSubjectToSection16>', rows: [{ shares: '0' }] },
    0,
  ],
  // An error taken back by a disposition.
  ...[
    'Reported in error',
    'shares included erroneously',
    'disclosed by mistake',
    'filed inadvertently',
    'granted twice',
    'Inadvertently reported',
    'erroneously included',
    'mistakenly disclosed',
    'inadvertently overstated',
  ].flatMap((text): Neighbour[] =>
    ['D', 'J'].map((code) => [
      'C653',
      `${text} (${code})`,
      { rows: [{ code, shares: '1000^F1' }], footnotes: [text] },
      1,
    ]),
  ),
  ['C653', 'a sale', { rows: [{ shares: '1000^F1' }], footnotes: ['Reported in error'] }, 0],
  [
    'C653',
    'acquired',
    { rows: [{ code: 'J', direction: 'A', shares: '1000^F1' }], footnotes: ['Reported in error'] },
    0,
  ],
  [
    'C653',
    'an amendment',
    { type: '4/A', rows: [{ code: 'J', shares: '1000^F1' }], footnotes: ['Reported in error'] },
    0,
  ],
  ['C653', 'in two sentences', { rows: [{ code: 'J', shares: '1000^F1' }], footnotes: ['Reported. In error'] }, 0],
  ['C653', 'no footnote on it', { rows: [{ code: 'J' }], footnotes: ['Reported in error'] }, 0],
  // Full tables.
  ['C654', 'thirty', full(30), 1],
  ['C654', 'twenty-nine', full(29), 0],
  ['C654', 'thirty in both', { rows: [...many(30, held()), ...many(30, held(option()))] }, 2],
  ['C654', 'thirty of both', { rows: [...many(15, held()), ...many(15, held(option()))] }, 0],
  ...[
    'This form is one of two',
    'Reports of',
    'Page 1 of 2',
    '1 of 2',
    'two forms',
    'three reports',
    'an additional filing',
  ].map((remarks): Neighbour => ['C654', remarks, full(30, remarks), 0]),
  ...[
    'four forms',
    'several',
    'multiple reports',
    'second form',
    'another report',
    'the first form',
    'separate filing',
  ].map((remarks): Neighbour => ['C654', remarks, full(30, `${remarks} form`), 0]),
  ...['30 transactions', '30 rows', '30 lines'].map((remarks): Neighbour => ['C654', remarks, full(30, remarks), 0]),
  ['C654', 'other words', full(30, 'Sold. Forms follow.'), 1],
  ['C655', 'as many left as exercised', rows(option({ following: '1000' })), 1],
  ...['M', 'X', 'O', 'C'].map((code): Neighbour => ['C655', code, rows(option({ code, following: '1000' })), 1]),
  ...['Option', 'Warrant', 'Right to Buy'].map(
    (title): Neighbour => ['C655', title, rows(option({ title, following: '1000' })), 1],
  ),
  ['C655', 'a unit', rows(option({ title: 'Unit', following: '1000' })), 0],
  ['C655', 'no title', rows(option({ title: null, following: '1000' })), 0],
  ['C655', 'a sale', rows(option({ code: 'S', following: '1000' })), 0],
  ['C655', 'no code', rows(option({ code: null, following: '1000' })), 0],
  ['C655', 'acquired', rows(option({ direction: 'A', following: '1000' })), 0],
  ['C655', 'no number', rows(option({ shares: null, following: null })), 0],
  ['C655', 'nothing', rows(option({ shares: '0', following: '0' })), 0],
  ['C655', 'others left', rows(option()), 0],
  ['C655', 'explained', rows(option({ following: '1000^F1' })), 0],
  ['C655', 'in Table I', rows({ title: 'Option', code: 'M', following: '1000' }), 0],
]

test.each(neighbours(NEIGHBOURS))('$code: $what', ({ code, form, found, options }) => {
  expect(findingsIn(code, form, options)).toHaveLength(found)
})

test('what is said of a balance', () => {
  const said = (code: string, form: InventedForm) => findingsIn(code, form).join('\n')
  expect(said('C640', run('5000', '3000'))).toContain('5000 owned, -1000 by this row, gives 4000; column 5 says 3000')
  expect(said('C641', runII('5000', '3000'))).toContain('5000 owned, -1000 by this row, gives 4000; column 9 says 3000')
  const untitled = rows({ code: 'M', direction: 'A', shares: '900', title: null }, option())
  expect(said('C645', untitled)).toContain('Table I acquires 900 of securities, Table II exercises into 1000')
  const holdings = (row: InventedRow) => said('C649', rows(held(row), held({ ...row, following: '6000' })))
  expect(holdings({})).toContain('The line Common Stock, D, stands twice with different amounts: 5000 and 6000')
  expect(holdings({ title: null, nature: 'By Trust', ownership: 'I' })).toContain('The line , By Trust, stands')
  expect(holdings({ title: null, ownership: null })).toContain('The line , , stands')
  expect(said('C650', rows({ title: null }, held({ title: null, following: '6000' })))).toContain(
    'A holding of  repeats',
  )
  expect(said('C651', rows({ shares: '0', code: null }))).toContain('(code )')
  const derivatives = { rows: many(30, held(option())) }
  expect(said('C654', derivatives)).toContain('derivativeTable: Table II has 30 rows')
  expect(said('C648', rows({}, { code: 'G' }, { code: 'G' }))).toContain('row 2 of its table')
})
