import { expect, test } from 'vitest'
import {
  filedOn,
  findingsIn,
  type InventedForm,
  type InventedRow,
  type Neighbour,
  neighbours,
} from '../../../tools/testing/inventedForm.ts'

// Prices (C62, C63): documents that lie beside those of which a rule speaks. A row sells 1,000 at 20.25 and keeps 5,000.

const rows = (...rows: InventedRow[]): InventedForm => ({ rows })
const option = (row: InventedRow = {}): InventedRow => ({ table: 'II', title: 'Stock Option', code: 'M', ...row })
/** A sale whose price has a footnote. */
const noted = (text: string, row: InventedRow = {}): InventedForm => ({
  rows: [{ price: '20.25^F1', ...row }],
  footnotes: [text],
})
const AVERAGE = 'A weighted average price.'
const FROM_TO = 'A weighted average; sold at prices from $19.50 to $20.75.'

const NEIGHBOURS: readonly Neighbour[] = [
  // Totals typed as prices.
  ['C620', 'a price of both', rows(option({ price: '12500' })), 1],
  ['C620', 'stock', rows({ price: '12500', exercisePrice: '12.5' }), 0],
  ['C620', 'no price', rows(option({ price: null })), 0],
  ['C620', 'a price of zero', rows(option({ price: '0', shares: '0', underlyingShares: '0' })), 0],
  ['C620', 'no exercise price', rows(option({ price: '12500', exercisePrice: null })), 0],
  ['C620', 'the exercise price itself', rows(option({ price: '12.5', shares: '1', underlyingShares: '1' })), 0],
  ['C620', 'by the shares below', rows(option({ price: '25000', underlyingShares: '2000' })), 1],
  ['C620', 'by the shares below, the others not told', rows(option({ price: '12500', shares: null })), 1],
  ['C620', 'rounded', rows(option({ price: '13', shares: '1', underlyingShares: null })), 1],
  ['C620', 'a cent more', rows(option({ price: '12500.01' })), 0],
  ['C621', 'derivatives', rows(option({ price: '200000' })), 0],
  ['C621', 'no price', rows({ price: null }), 0],
  ['C621', 'no number', rows({ price: '200000', shares: null }), 0],
  ['C621', '101 shares', rows({ price: '100000.01', shares: '101' }), 1],
  ['C621', '100 shares', rows({ price: '100000.01', shares: '100' }), 0],
  ['C621', 'of 100,000', rows({ price: '100000' }), 0],
  ['C621', 'no title', rows({ price: '200000', title: null }), 1],
  ...['Preferred', 'Note', 'Bond', 'Debenture', 'Unit', 'Partnership', 'Interest'].map(
    (title): Neighbour => ['C621', title, rows({ price: '200000', title }), 0],
  ),
  ['C621', 'a community', rows({ price: '200000', title: 'Communities' }), 1],
  ['C621', 'said to be the aggregate', noted('The aggregate.', { price: '200000^F1' }), 0],
  ['C621', 'said to be the total', noted('In total.', { price: '200000^F1' }), 0],
  ['C621', 'said to be something else', noted('Paid.', { price: '200000^F1' }), 1],
  ['C622', 'no price', rows({ price: null, shares: null }), 0],
  ['C622', 'no number', rows({ price: '1000', shares: null }), 0],
  ['C622', 'the same', rows({ price: '1000' }), 1],
  ['C622', 'the same, 100', rows({ price: '100', shares: '100' }), 1],
  ['C622', 'the same, 99.99', rows({ price: '99.99', shares: '99.99' }), 0],
  ['C623', 'no price', rows({ price: null, following: null }), 0],
  ['C623', 'no balance', rows({ price: '5000', following: null }), 0],
  ['C623', 'the same', rows({ price: '5000' }), 1],
  ['C623', 'the same, 100', rows({ price: '100', following: '100' }), 1],
  ['C623', 'the same, 99.99', rows({ price: '99.99', following: '99.99' }), 0],
  ...['M', 'X', 'O', 'C'].map((code): Neighbour => ['C624', code, rows({ code, price: '12500' }, option({ code })), 1]),
  ['C624', 'of another code', rows({ code: 'M', price: '12500' }, option({ code: 'X' })), 0],
  ['C624', 'a sale', rows({ code: 'S', price: '12500' }, option({ code: 'S' })), 0],
  ['C624', 'no code', rows({ code: null, price: '12500' }, option({ code: null })), 0],
  ['C624', 'no number', rows({ code: 'M', price: '12500', shares: null }, option()), 0],
  ['C624', 'no price', rows({ code: 'M', price: null }, option()), 0],
  ['C624', 'a price of zero', rows({ code: 'M', price: '0', shares: '0' }, option()), 0],
  ['C624', 'one share', rows({ code: 'M', price: '12.5', shares: '1' }, option()), 0],
  ['C624', 'the other row is of Table I', rows({ code: 'M', price: '12500' }, { code: 'M' }), 0],
  ['C624', 'no exercise price', rows({ code: 'M', price: '12500' }, option({ exercisePrice: null })), 0],
  ['C624', 'derivatives', rows(option({ price: '12500' })), 0],
  // Prices out of line.
  ['C625', 'five times', rows({ price: '10' }, { price: '50' }), 0],
  ['C625', 'more', rows({ price: '10' }, { price: '50.01' }), 1],
  ['C625', 'more, the dear one first', rows({ price: '50.01' }, { price: '10' }), 1],
  ['C625', 'two of three', rows({ price: '60' }, { price: '10' }, { price: '51' }), 2],
  ['C625', 'the least counts', rows({ price: '12' }, { price: '10' }, { price: '55' }), 1],
  ['C625', 'the least counts, though first', rows({ price: '10' }, { price: '12' }, { price: '55' }), 1],
  ['C625', 'one for nothing', rows({ price: '0' }, { price: '50' }), 0],
  ['C625', 'one without price', rows({ price: null }, { price: '10' }, { price: '51' }), 1],
  ['C625', 'on another day', rows({ price: '10' }, { price: '51', date: '2024-02-29' }), 0],
  ['C625', 'the other way', rows({ price: '10' }, { price: '51', code: 'P' }), 0],
  ['C625', 'another class', rows({ price: '10' }, { price: '51', title: 'Class B' }), 0],
  ['C625', 'the same class otherwise spelled', rows({ price: '10' }, { price: '51', title: 'COMMON  STOCK' }), 1],
  ['C625', 'purchases', rows({ price: '10', code: 'P' }, { price: '51', code: 'P' }), 1],
  ['C625', 'gifts', rows({ price: '10', code: 'G' }, { price: '51', code: 'G' }), 0],
  ['C625', 'no codes', rows({ price: '10', code: null }, { price: '51', code: null }), 0],
  ['C625', 'derivatives', rows(option({ price: '10', code: 'S' }), option({ price: '51', code: 'S' })), 0],
  // Averages.
  ['C626', 'no range', noted(AVERAGE), 1],
  ['C626', 'of a purchase', noted(AVERAGE, { code: 'P' }), 1],
  ['C626', 'of a gift', noted(AVERAGE, { code: 'G' }), 0],
  ['C626', 'of no code', noted(AVERAGE, { code: null }), 0],
  ['C626', 'of a derivative', noted(AVERAGE, option({ code: 'S', price: '20.25^F1' })), 0],
  ['C626', 'said of another field', { rows: [{ shares: '1000^F1' }], footnotes: [AVERAGE] }, 0],
  ['C626', 'not said', noted('Paid.'), 0],
  ...['a range', 'ranging', 'between $4', 'from 4 to 5', 'from 4 through 5', 'all at the same price'].map(
    (text): Neighbour => ['C626', text, noted(`${AVERAGE} It was ${text}.`), 0],
  ),
  ['C626', 'from here; to there', noted(`${AVERAGE} Taken from her. Given to him.`), 1],
  ['C626', 'a range in the remarks', { ...noted(AVERAGE), remarks: '$4.00 - $5.00' }, 0],
  ['C627', 'no undertaking', noted(AVERAGE), 1],
  ['C627', 'of a purchase', noted(AVERAGE, { code: 'P' }), 1],
  ['C627', 'of a gift', noted(AVERAGE, { code: 'G' }), 0],
  ['C627', 'of no code', noted(AVERAGE, { code: null }), 0],
  ['C627', 'of a derivative', noted(AVERAGE, option({ code: 'S', price: '20.25^F1' })), 0],
  ['C627', 'said of another field', { rows: [{ shares: '1000^F1' }], footnotes: [AVERAGE] }, 0],
  ['C627', 'not said', noted('Paid.'), 0],
  ['C627', 'undertaken in the remarks', { ...noted(AVERAGE), remarks: 'Undertakes.' }, 0],
  ['C628', 'a dollar', noted('Weighted average, $20.00 to $21.00.'), 0],
  ['C628', 'more than a dollar', noted('Weighted average, $20.00 to $21.01.'), 1],
  ['C628', 'of a purchase', noted(FROM_TO, { code: 'P' }), 1],
  ['C628', 'of a gift', noted(FROM_TO, { code: 'G' }), 0],
  ['C628', 'of no code', noted(FROM_TO, { code: null }), 0],
  ['C628', 'of a derivative', noted(FROM_TO, option({ code: 'S', price: '20.25^F1' })), 0],
  ['C628', 'no average', noted('Sold from $19.50 to $20.75.'), 0],
  ['C628', 'no range', noted(AVERAGE), 0],
  ['C628', 'said of another field', { rows: [{ shares: '1000^F1' }], footnotes: [FROM_TO] }, 0],
  ...['C$4', 'CAD', 'A$4', 'Canadian'].map((text): Neighbour => ['C628', text, noted(`${FROM_TO} (${text})`), 0]),
  ['C629', 'inside', noted(FROM_TO), 0],
  ['C629', 'the low edge', noted(FROM_TO, { price: '19.50^F1' }), 0],
  ['C629', 'the high edge', noted(FROM_TO, { price: '20.75^F1' }), 0],
  ['C629', 'below', noted(FROM_TO, { price: '19.49^F1' }), 1],
  ['C629', 'above', noted(FROM_TO, { price: '20.76^F1' }), 1],
  ['C629', 'above, of a purchase', noted(FROM_TO, { price: '20.76^F1', code: 'P' }), 1],
  ['C629', 'above, of a gift', noted(FROM_TO, { price: '20.76^F1', code: 'G' }), 0],
  ['C629', 'above, of no code', noted(FROM_TO, { price: '20.76^F1', code: null }), 0],
  ['C629', 'above, of a derivative', noted(FROM_TO, option({ price: '20.76^F1', code: 'S' })), 0],
  ['C629', 'no average', noted('Sold from $19.50 to $20.75.', { price: '25^F1' }), 0],
  ['C629', 'no range', noted(AVERAGE), 0],
  ['C629', 'no price', noted(FROM_TO, { price: '^F1' }), 0],
  ['C629', 'no footnote on the price', { rows: [{ price: '30' }], footnotes: [FROM_TO] }, 0],
  ['C629', 'rounded over the low edge', noted('Weighted average, $20.254 to $20.75.'), 0],
  ['C629', 'rounded over the high edge', noted('Weighted average, $19.50 to $20.246.'), 0],
  ['C629', 'in the second range', noted('Weighted average, $1.00 to $2.00 and $20.00 to $21.00.'), 0],
  ['C629', 'in none of two', noted('Weighted average, $1.00 to $2.00 and $3.00 to $4.00.'), 1],
  ['C630', 'a gift', noted(AVERAGE, { code: 'G' }), 1],
  ...['P', 'S', 'F', 'L'].map((code): Neighbour => ['C630', code, noted(AVERAGE, { code }), 0]),
  ['C630', 'no code', noted(AVERAGE, { code: null }), 0],
  ['C630', 'no price', noted(AVERAGE, { code: 'G', price: '^F1' }), 0],
  ['C630', 'a price of zero', noted(AVERAGE, { code: 'G', price: '0^F1' }), 0],
  ['C630', 'of a derivative', noted(AVERAGE, option({ price: '20.25^F1' })), 0],
  ['C630', 'by volume', noted('Volume weighted average price.', { code: 'A' }), 0],
  ['C630', 'VWAP', noted('The weighted average (VWAP).', { code: 'A' }), 0],
  ['C630', 'not said', noted('Paid.', { code: 'G' }), 0],
  // Prices where there are none, none where there are.
  ['C631', 'an option', rows(option({ exercisePrice: '0' })), 1],
  ['C631', 'options', rows(option({ exercisePrice: '0', title: 'Options' })), 1],
  ['C631', 'a right to buy', rows(option({ exercisePrice: '0', title: 'Right to buy' })), 1],
  ['C631', 'in Table I', rows({ exercisePrice: '0', title: 'Option' }), 0],
  ['C631', 'no exercise price', rows(option({ exercisePrice: null })), 0],
  ['C631', 'one of a cent', rows(option({ exercisePrice: '0.01' })), 0],
  ['C631', 'explained', rows(option({ exercisePrice: '0^F1' })), 0],
  ['C631', 'explained by the title', rows(option({ exercisePrice: '0', title: 'Option^F1' })), 0],
  ['C631', 'no title', rows(option({ exercisePrice: '0', title: null })), 0],
  ['C631', 'an adoption', rows(option({ exercisePrice: '0', title: 'Adoption' })), 0],
  ...['Pre-Funded', 'Prefunded', 'Penny', 'Zero', 'Nil Cost', 'Unit'].map(
    (title): Neighbour => ['C631', title, rows(option({ exercisePrice: '0', title: `${title} option` })), 0],
  ),
  ...['M', 'X', 'O', 'C'].map((code): Neighbour => ['C632', code, rows(option({ code })), 1]),
  ['C632', 'a sale', rows(option({ code: 'S' })), 0],
  ['C632', 'no code', rows(option({ code: null })), 0],
  ['C632', 'in Table I', rows({ code: 'M' }), 0],
  ['C632', 'acquired', rows(option({ direction: 'A' })), 0],
  ['C632', 'no price', rows(option({ price: null })), 0],
  ['C632', 'a price of zero', rows(option({ price: '0' })), 0],
  ['C632', 'explained', rows(option({ price: '20.25^F1' })), 0],
  ['C633', 'a gift', rows({ code: 'G' }), 1],
  ['C633', 'a sale', rows({}), 0],
  ['C633', 'no price', rows({ code: 'G', price: null }), 0],
  ['C633', 'a price of zero', rows({ code: 'G', price: '0' }), 0],
  ['C633', 'explained', rows({ code: 'G', price: '20.25^F1' }), 0],
  ...['Restricted Stock', 'RSU', 'RSUs', 'Performance Shares'].map(
    (title): Neighbour => ['C634', title, rows({ code: 'A', title }), 1],
  ),
  ['C634', 'common stock', rows({ code: 'A' }), 0],
  ['C634', 'no title', rows({ code: 'A', title: null }), 0],
  ['C634', 'a sale', rows({ title: 'RSU' }), 0],
  ['C634', 'no price', rows({ code: 'A', title: 'RSU', price: null }), 0],
  ['C634', 'a price of zero', rows({ code: 'A', title: 'RSU', price: '0' }), 0],
  ['C634', 'explained', rows({ code: 'A', title: 'RSU', price: '20.25^F1' }), 0],
  ['C635', 'a sale', rows({ price: '0' }), 1],
  ['C635', 'a purchase', rows({ price: '0', code: 'P' }), 1],
  ['C635', 'a gift', rows({ price: '0', code: 'G' }), 0],
  ['C635', 'no price', rows({ price: null }), 0],
  ['C635', 'explained', rows({ price: '0^F1' }), 0],
  ['C635', 'explained at the code', rows({ price: '0', code: 'S^F1' }), 0],
  ['C635', 'a derivative', rows(option({ price: '0', code: 'S' })), 0],
  // Two tables, one price.
  ...['M', 'X', 'O'].map((code): Neighbour => ['C636', code, rows({ code }, option({ code })), 1]),
  ['C636', 'a conversion', rows({ code: 'C' }, option({ code: 'C' })), 0],
  ['C636', 'no code', rows({ code: null }, option({ code: null })), 0],
  ['C636', 'the same price', rows({ code: 'M', price: '12.5' }, option()), 0],
  ['C636', 'the same when rounded', rows({ code: 'M', price: '12.5' }, option({ exercisePrice: '12.504' })), 0],
  ['C636', 'the same when rounded, the other way', rows({ code: 'M', price: '12.504' }, option()), 0],
  ['C636', 'that of another option', rows({ code: 'M' }, option(), option({ exercisePrice: '20.25' })), 0],
  ['C636', 'no price', rows({ code: 'M', price: null }, option()), 0],
  ['C636', 'a price of zero', rows({ code: 'M', price: '0' }, option()), 0],
  ['C636', 'explained', rows({ code: 'M', price: '20.25^F1' }, option()), 0],
  ['C636', 'explained in Table II', rows({ code: 'M' }, option({ exercisePrice: '12.5^F1' })), 0],
  ['C636', 'one of two explained', rows({ code: 'M' }, option(), option({ exercisePrice: '^F1' })), 0],
  ['C636', 'no exercise price', rows({ code: 'M' }, option({ exercisePrice: null })), 0],
  ['C636', 'of another day', rows({ code: 'M' }, option({ date: '2024-02-29' })), 0],
  ['C636', 'of no day', rows({ code: 'M', date: null }, option({ date: null })), 0],
  ['C636', 'of another code', rows({ code: 'M' }, option({ code: 'X' })), 0],
  ['C636', 'the other in Table I', rows({ code: 'M' }, { code: 'M', price: '12.5' }), 0],
  ['C637', 'a grant', rows(option({ code: 'A', price: '12.5' })), 1],
  ['C637', 'another price', rows(option({ code: 'A' })), 0],
  ['C637', 'no price', rows(option({ code: 'A', price: null })), 0],
  ['C637', 'neither', rows(option({ code: 'A', price: null, exercisePrice: null })), 0],
  ['C637', 'a purchase', rows(option({ code: 'P', price: '12.5' })), 0],
  ['C637', 'stock', rows({ code: 'A', price: '12.5' }), 0],
  ['C637', 'both zero', rows(option({ code: 'A', price: '0', exercisePrice: '0' })), 0],
  ['C637', 'both one', rows(option({ code: 'A', price: '1', exercisePrice: '1' })), 0],
  ['C637', 'explained', rows(option({ code: 'A', price: '12.5^F1' })), 0],
  // Depositary shares.
  ...['per ADS', 'each ADS', 'of the ADS', 'the price of an ADS', 'per American depositary share'].map(
    (text): Neighbour => ['C638', text, noted(`Sold; ${text}.`, { title: 'Ordinary Shares' }), 1],
  ),
  ['C638', 'price of a ADS', noted('the price of a ADS', { title: 'Ordinary Share' }), 1],
  ['C638', 'common shares', noted('$4 per ADS', { title: 'Common Shares', code: 'P' }), 1],
  ['C638', 'common stock', noted('$4 per ADS', { title: 'Common Stock' }), 0],
  ['C638', 'no title', noted('$4 per ADS', { title: null }), 0],
  ['C638', 'ADSs', noted('$4 per ADS', { title: 'ADSs of common shares' }), 0],
  ['C638', 'an ADR', noted('$4 per ADS', { title: 'ADR of common shares' }), 0],
  ['C638', 'depositary shares', noted('$4 per ADS', { title: 'Depositary common shares' }), 0],
  ['C638', 'a gift', noted('$4 per ADS', { title: 'Ordinary Shares', code: 'G' }), 0],
  ['C638', 'no code', noted('$4 per ADS', { title: 'Ordinary Shares', code: null }), 0],
  ['C638', 'a derivative', noted('$4 per ADS', option({ title: 'Ordinary Shares', code: 'S', price: '4^F1' })), 0],
  ['C638', 'no ADS', noted('$4 per share', { title: 'Ordinary Shares' }), 0],
  ...['divided by two', 'converted', 'the equivalent', 'adjusted'].map(
    (text): Neighbour => ['C638', text, noted(`$4 per ADS, ${text}`, { title: 'Ordinary Shares' }), 0],
  ),
  // What a footnote calls the total.
  ['C639', 'the total', noted('The total of $20,250 was paid.', { price: '20250^F1' }), 1],
  ['C639', 'the aggregate', noted('An aggregate purchase price of approximately $20,250.', { price: '20250^F1' }), 1],
  ['C639', 'said elsewhere', { rows: [{ price: '20250', shares: '1000^F1' }], footnotes: ['A total of $20250.'] }, 1],
  ['C639', 'the second total', noted('A total of $4 and a total of $20,250.00', { price: '20250^F1' }), 1],
  ['C639', 'both totals: once', noted('A total of $20,250 and a total of $20,250', { price: '20250^F1' }), 1],
  ['C639', 'another amount', noted('The total of $20,251 was paid.', { price: '20250^F1' }), 0],
  ['C639', 'no price', noted('The total of $20,250', { price: '^F1' }), 0],
  ['C639', 'a derivative', noted('The total of $20,250', option({ price: '20250^F1' })), 0],
  ['C639', 'of 1,000', noted('A total of $1,000', { price: '1000^F1' }), 1],
  ['C639', 'of 999', noted('A total of $999', { price: '999^F1' }), 0],
  ['C639', 'one share', noted('A total of $1,000', { price: '1000^F1', shares: '1' }), 0],
  ['C639', 'two shares', noted('A total of $1,000', { price: '1000^F1', shares: '2' }), 1],
  ['C639', 'no number', noted('A total of $1,000', { price: '1000^F1', shares: null }), 0],
]

test.each(neighbours(NEIGHBOURS))('$code: $what', ({ code, form, found, options }) => {
  expect(findingsIn(code, form, options)).toHaveLength(found)
})

test.each([
  ['C626', AVERAGE],
  ['C627', AVERAGE],
  ['C628', FROM_TO],
])('%s: from the letter of 2008-06-25 on, and of a price that is not told', (code, text) => {
  expect(findingsIn(code, noted(text), filedOn('2008-06-25'))).toHaveLength(1)
  expect(findingsIn(code, noted(text), filedOn('2008-06-24'))).toEqual([])
  expect(findingsIn(code, noted(text, { price: '^F1' }))[0]).toMatch(/price (?:of )? (?:for|without|gives)/)
})

test('what is said of a price', () => {
  const said = (code: string, form: InventedForm) => findingsIn(code, form).join('\n')
  expect(said('C620', rows(option({ price: '25000', underlyingShares: '2000' })))).toContain('transactionPricePerShare')
  expect(said('C635', rows({ price: '0' }))).toContain('A sale (code S)')
  expect(said('C635', rows({ price: '0', code: 'P' }))).toContain('A purchase (code P)')
  expect(said('C637', rows(option({ code: 'A', price: '12.5', title: null })))).toContain('of a granted derivative')
  const ordinary = (text: string) => said('C638', noted(text, { title: 'Ordinary Shares' }))
  expect(ordinary('$4 per ADS.')).toContain('may be that of an ADS')
  expect(ordinary('$4 per ADS. Each ADS represents ten (10) shares')).toContain('may be that of ten (10) shares')
  expect(said('C625', rows({ price: '12' }, { price: '10' }, { price: '55' }))).toContain('way and day, 10')
  const two = rows({ code: 'M' }, option(), option({ exercisePrice: '13' }), option())
  expect(said('C636', two)).toContain('12.5, 13')
})
