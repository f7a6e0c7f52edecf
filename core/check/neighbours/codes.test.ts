import { expect, test } from 'vitest'
import {
  findingsIn,
  type InventedForm,
  type InventedRow,
  type Neighbour,
  neighbours,
} from '../../../tools/testing/inventedForm.ts'

// Transaction codes (C4): documents that lie beside those of which a rule speaks.

const rows = (...rows: InventedRow[]): InventedForm => ({ rows })
const option = (row: InventedRow = {}): InventedRow => ({ table: 'II', title: 'Stock Option', code: 'M', ...row })
const titled = (title: string, row: InventedRow = {}) => rows({ title, ...row })
const toronto = (text: string): InventedForm => ({ rows: [{ code: 'P', price: '20.25^F1' }], footnotes: [text] })
const vague = (nature: string, row: InventedRow = {}) => rows({ ownership: 'I', nature, ...row })

const NEIGHBOURS: readonly Neighbour[] = [
  ['C401', 'a sale without a price', rows({ price: null }), 1],
  ['C401', 'a gift needs none', rows({ code: 'G', price: null }), 0],
  [
    'C409',
    'a line of the stock is acquired: the put of another',
    rows({ code: 'M' }, { code: 'M', direction: 'A' }),
    0,
  ],
  ['C409', 'stock is acquired by another code', rows({ code: 'M' }, { code: 'X', direction: 'A' }), 1],
  ['C409', 'a derivative is acquired, the stock is not', rows({ code: 'M' }, option({ direction: 'A' })), 1],
  ['C409', 'only a line that is no exercise', rows({ code: 'S' }), 0],
  ['C410', 'another derivative is used up', rows(option({ direction: 'A' }), option()), 0],
  ['C410', 'another is used up under another code', rows(option({ direction: 'A' }), option({ code: 'X' })), 1],
  ['C410', 'stock is given away, no derivative', rows({ code: 'M' }, option({ direction: 'A' })), 1],
  ['C411', 'a sale on a Form 5', { type: '5', rows: [{ formType: '5' }] }, 0],
  ['C412', 'a sale in the weeks between', { type: '5', rows: [{ formType: '5', date: '2023-03-10' }] }, 0],
  ['C413', 'a purchase', rows({ code: 'P', direction: 'A' }), 0],
  ['C413', 'a small acquisition marked as early', rows({ code: 'L', formType: '5', direction: 'A' }), 0],
  ['C416', 'a sale', rows({ formType: '5' }), 0],
  ['C416', 'a gift on the day of the switch', rows({ code: 'G', formType: '5', date: '2023-04-01' }), 1],
  ['C414', 'two letters are no code', rows({ code: 'PS', formType: '5' }), 0],
  ['C414', 'a grant of no day', rows({ code: 'A', formType: '5', date: null }), 0],
  ['C402', 'no direction', rows({ code: 'P', direction: null }), 0],
  ['C417', 'a sale without footnote', rows({}), 0],
  ['C426', 'withheld stock', titled('Warrant Stock', { code: 'F' }), 0],
  ['C426', 'a sale of options', rows(option({ code: 'S' })), 0],
  ['C428', 'an option lapses, and the price is only a footnote', rows(option({ code: 'H', price: '^F1' })), 0],
  ['C428', 'an option is let go for money', rows(option({ code: 'H', price: '2' })), 0],
  ['C440', 'a stock option', titled('Employee Stock Option'), 1],
  ['C440', 'share options', titled('Share options'), 1],
  ['C440', 'a warrant', titled('Warrant to buy stock'), 1],
  ['C440', 'a convertible senior note', titled('1% Convertible Senior Note'), 1],
  ['C440', 'a convertible note', titled('Convertible Note'), 1],
  ['C440', 'stock that is held on an option', titled('Optioned stock'), 0],
  ['C441', 'common share', rows(option({ title: 'Common Share' })), 1],
  ['C441', 'common shares', rows(option({ title: 'Common Shares' })), 1],
  ['C441', 'ordinary share', rows(option({ title: 'Ordinary Share' })), 1],
  ['C441', 'ordinary shares, par value $1.00', rows(option({ title: 'Ordinary Shares, Par Value $1.00' })), 1],
  ['C441', 'common stock, no par value', rows(option({ title: 'Common Stock (no par value)' })), 1],
  ['C441', 'common stock of a plan', rows(option({ title: 'Common Stock of the plan' })), 0],
  ['C442', 'RSUs in both tables', rows({ title: 'RSU' }, option({ title: 'RSUs' })), 1],
  ['C442', 'one unit in both tables', rows({ title: 'Restricted Share Unit' }, option({ title: 'RSU' })), 1],
  ['C442', 'two lines of Table I, then one of Table II', rows({}, { title: 'RSU' }, option({ title: 'RSU' })), 1],
  ['C443', 'stock of itself in Table I', rows({ title: 'Stock Option', underlying: 'Stock Option' }), 0],
  ['C443', 'notes of notes', rows(option({ title: 'Notes', underlying: 'Notes' })), 0],
  ...['option', 'options', 'warrant', 'warrants', 'unit', 'units', 'right', 'rights', 'RSU', 'RSUs'].map(
    (title): Neighbour => ['C443', title, rows(option({ title, underlying: title.toUpperCase() })), 1],
  ),
  ['C447', 'the stock side is a Table I line that was given away', rows({ code: 'M' }, option()), 0],
  ['C447', 'a sale in Table I is no stock side', rows({}, option()), 1],
  ['C447', 'another derivative was acquired', rows(option({ direction: 'A' }), option()), 0],
  ['C448', 'a sale at no price', rows({ price: '0' }), 0],
  ['C448', 'withheld, the price a footnote', rows({ code: 'F', price: '^F1' }), 0],
  ['C448', 'withheld at a price', rows({ code: 'F' }), 0],
  ['C451', 'inherited, the price a footnote', rows({ code: 'W', price: '^F1' }), 0],
  ['C451', 'inherited, the price with a footnote', rows({ code: 'W', price: '5^F1' }), 0],
  ['C451', 'inherited at no price', rows({ code: 'W', price: '0' }), 0],
  ...['I', 'By', 'indirect', 'indirectly', 'Indirect Ownership', 'indirectly owned', 'beneficial'].map(
    (nature): Neighbour => ['C458', nature, vague(nature), 1],
  ),
  ...['beneficially owned', 'Beneficial Owner', 'n/a', 'none', 'other', 'held', 'Trust', 'family', '---'].map(
    (nature): Neighbour => ['C458', nature, vague(nature), 1],
  ),
  ['C458', 'a nature that is not said', rows({ ownership: 'I' }), 0],
  ['C458', 'a nature in a footnote', vague('^F1'), 0],
  ['C458', 'a vague one with a footnote on the title', vague('Trust', { title: 'Common Stock^F1' }), 0],
  ['C458', 'a family trust', vague('Family Trust'), 0],
  ['C459', 'a title that names none', rows({ title: null }), 0],
  ['C459', 'a title that names one', titled('Stock (per the footnote)'), 1],
  ['C461', 'a foreign price without footnote', { rows: [{ code: 'P' }], remarks: 'Paid in CAD.' }, 0],
  ...['Paid in CAD', 'A$4', '£3', '€ 3', 'three euro', 'three euros', 'a Canadian dollar', 'Canadian dollars'].map(
    (text): Neighbour => ['C461', text, toronto(text), 1],
  ),
  ...['one pound sterling', 'pounds sterling', 'New Israeli Shekel'].map(
    (text): Neighbour => ['C461', text, toronto(text), 1],
  ),
  ...[
    'into US dollars',
    'a US dollar',
    'to U.S. dollars',
    'U.S.dollars',
    'U.S dollars',
    'USD 3',
    'the exchange rate',
  ].map((text): Neighbour => ['C461', text, toronto(`CAD 4, ${text}`), 0]),
  ['C461', 'dollars', toronto('in dollars'), 0],
]

test.each(neighbours(NEIGHBOURS))('$code: $what', ({ code, form, found, options }) => {
  expect(findingsIn(code, form, options)).toHaveLength(found)
})

test('a purchase of securities whose number is not told is named all the same', () => {
  expect(findingsIn('C401', rows({ code: 'P', price: null, shares: null }))[0]).toContain('A P of securities states')
})

test('a security without title is called one', () => {
  expect(findingsIn('C402', rows({ code: 'P', title: null }))[0]).toContain('security')
})
