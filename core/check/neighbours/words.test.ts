import { expect, test } from 'vitest'
import {
  filedOn,
  findingsIn,
  type InventedForm,
  type InventedRow,
  type Neighbour,
  neighbours,
} from '../../../tools/testing/inventedForm.ts'

// Plans, footnotes and other words (C66, C68): documents that lie beside those of which a rule speaks.

const rows = (...rows: InventedRow[]): InventedForm => ({ rows })
const option = (row: InventedRow = {}): InventedRow => ({ table: 'II', title: 'Stock Option', code: 'M', ...row })
/** A form whose plan box is checked, with a sale that has a footnote. */
const planned = (text: string, row: InventedRow = {}): InventedForm => ({
  box: '1',
  rows: [{ shares: '1000^F1', ...row }],
  footnotes: [text],
})
const unplanned = (text: string): InventedForm => ({ ...planned(text), box: '0' })
const notes = (...footnotes: string[]): InventedForm => ({ footnotes })
const remarked = (remarks: string): InventedForm => ({ remarks })
const adopted = (date: string) => `Sold under a Rule 10b5-1 plan adopted on ${date}.`
const director = '<isDirector>1</isDirector>'
const holder = '<isTenPercentOwner>1</isTenPercentOwner>'

const NEIGHBOURS: readonly Neighbour[] = [
  ['C660', 'no date', planned('Sold under a plan.'), 1],
  ['C660', 'a date in the remarks', { ...planned('Sold under a plan.'), remarks: '2023-05-03' }, 0],
  ...['May 2023', 'Jan. 2023', 'Feb of 2023', 'Mar, 2023', '5/2023', '12-2023', '05.2023', '3.5.23'].map(
    (text): Neighbour => ['C660', text, planned(text), 0],
  ),
  ...['Apr 2023', 'June 2023', 'Jul 2023', 'Aug. 2023', 'Sept 2023', 'Oct 2023', 'Nov 2023', 'Dec 2023'].map(
    (text): Neighbour => ['C660', text, planned(text), 0],
  ),
  ['C660', 'a year alone', planned('In 2023.'), 1],
  ['C661', 'before the amended rule', planned(adopted('February 26, 2023')), 1],
  ['C661', 'under the amended rule', planned(adopted('February 27, 2023')), 0],
  ['C661', 'one of each', planned(`${adopted('February 26, 2023')} ${adopted('March 1, 2023')}`), 0],
  ['C661', 'no date', planned('Sold under a Rule 10b5-1 plan.'), 0],
  ['C661', 'the box is empty', unplanned(adopted('February 26, 2023')), 0],
  // Which rows are the plan's.
  ['C662', 'a purchase and a sale', { box: '1', rows: [{}, { code: 'P' }] }, 1],
  ['C662', 'sales of two days', { box: '1', rows: [{}, { date: '2024-02-29' }] }, 1],
  ['C662', 'sales of one day', { box: '1', rows: [{}, {}] }, 0],
  ['C662', 'a sale and a gift', { box: '1', rows: [{}, { code: 'G' }] }, 0],
  ['C662', 'rows without code', { box: '1', rows: [{ code: null }, { code: null, date: '2024-02-29' }] }, 0],
  ['C662', 'the box is empty', rows({}, { code: 'P' }), 0],
  [
    'C662',
    'a row says so',
    { box: '1', rows: [{ shares: '1000^F1' }, { code: 'P' }], footnotes: ['A trading plan.'] },
    0,
  ],
  [
    'C662',
    'a row says something else',
    { box: '1', rows: [{ shares: '1000^F1' }, { code: 'P' }], footnotes: ['Sold.'] },
    1,
  ],
  ...['All transactions', 'Each trade', 'Every sale', 'The sales', 'all of the reported trades'].map(
    (remarks): Neighbour => ['C662', remarks, { box: '1', remarks, rows: [{}, { code: 'P' }] }, 0],
  ),
  ['C662', 'other remarks', { box: '1', remarks: 'See below.', rows: [{}, { code: 'P' }] }, 1],
  // A plan that the box does not know.
  ['C663', 'a plan', unplanned('Sold under a Rule 10b5-1 plan.'), 1],
  ['C663', 'a plan with blanks', unplanned('Sold under Rule 10b5 - 1.'), 1],
  ['C663', 'another rule', unplanned('Rule 10b5-2'), 0],
  ['C663', 'the box is checked', planned('Sold under a Rule 10b5-1 plan.'), 0],
  ['C663', 'said to be none', unplanned('This was not under Rule 10b5-1.'), 0],
  ['C663', 'said to be none, behind', unplanned('Rule 10b5-1 does not apply.'), 0],
  ['C663', 'a not in another sentence', unplanned('It was not mine. Rule 10b5-1 applies.'), 1],
  ['C663', 'a not in the next sentence', unplanned('Rule 10b5-1 applies. It was not mine.'), 1],
  ['C663', 'an old plan by its day', unplanned(adopted('February 27, 2023')), 0],
  ['C663', 'a new plan by its day', unplanned(adopted('February 28, 2023')), 1],
  ...['2010', '2019', '2020', '2021', '2022'].map(
    (year): Neighbour => ['C663', `of ${year}`, unplanned(`A Rule 10b5-1 plan of ${year}`), 0],
  ),
  ['C663', 'of 2023', unplanned('A Rule 10b5-1 plan of 2023'), 1],
  ['C663', 'on no row', { ...rows({}), footnotes: ['A Rule 10b5-1 plan.'] }, 0],
  ['C663', 'nothing said', unplanned('Sold.'), 0],
  // A plan without trades.
  ['C664', 'a grant', { box: '1', rows: [{ code: 'A' }] }, 1],
  ['C664', 'no transaction', { box: '1' }, 1],
  ['C664', 'a grant and a sale', { box: '1', rows: [{ code: 'A' }, {}] }, 0],
  ['C664', 'the box is empty', rows({ code: 'A' }), 0],
  ['C664', 'a plan is told', { box: '1', rows: [{ code: 'A' }], remarks: 'A trading plan.' }, 0],
  // When it was adopted.
  ['C665', 'the day before', planned(adopted('February 29, 2024')), 0],
  ['C665', 'the day of the trade', planned(adopted('March 1, 2024')), 1],
  ['C665', 'a purchase', planned(adopted('March 1, 2024'), { code: 'P' }), 1],
  ['C665', 'a gift', planned(adopted('March 1, 2024'), { code: 'G' }), 0],
  ['C665', 'no code', planned(adopted('March 1, 2024'), { code: null }), 0],
  ['C665', 'no day of the trade', planned(adopted('March 1, 2024'), { date: null }), 0],
  ['C665', 'no day of adoption', planned('Sold under a Rule 10b5-1 plan.'), 0],
  ['C665', 'the box is empty', unplanned(adopted('March 1, 2024')), 0],
  ['C665', 'amended since', planned(`${adopted('March 1, 2023')} The plan was amended on March 1, 2024.`), 0],
  ['C666', 'ninety days', planned(adopted('December 2, 2023')), 0],
  ['C666', 'eighty-nine', planned(adopted('December 3, 2023')), 1],
  ['C666', 'the day itself', planned(adopted('March 1, 2024')), 1],
  ['C666', 'the day after', planned(adopted('March 2, 2024')), 0],
  [
    'C666',
    'an officer',
    { ...planned(adopted('January 31, 2024')), owners: [{ relationship: '<isOfficer>1</isOfficer>' }] },
    1,
  ],
  [
    'C666',
    'a holder after thirty days',
    { ...planned(adopted('January 31, 2024')), owners: [{ relationship: holder }] },
    0,
  ],
  [
    'C666',
    'a holder after twenty-nine',
    { ...planned(adopted('February 1, 2024')), owners: [{ relationship: holder }] },
    1,
  ],
  [
    'C666',
    'a holder with a director',
    { ...planned(adopted('January 31, 2024')), owners: [{ relationship: holder }, { relationship: director }] },
    1,
  ],
  ['C666', 'a purchase', planned(adopted('January 31, 2024'), { code: 'P' }), 1],
  ['C666', 'a gift', planned(adopted('January 31, 2024'), { code: 'G' }), 0],
  ['C666', 'no code', planned(adopted('January 31, 2024'), { code: null }), 0],
  ['C666', 'no day of the trade', planned(adopted('January 31, 2024'), { date: null }), 0],
  ['C666', 'two plans', planned(`${adopted('January 31, 2024')} ${adopted('January 30, 2024')}`), 0],
  ['C666', 'the box is empty', unplanned(adopted('January 31, 2024')), 0],
  ['C666', 'before the amended rule', planned(adopted('February 26, 2023'), { date: '2023-04-03' }), 0],
  ['C666', 'under the amended rule', planned(adopted('February 27, 2023'), { date: '2023-04-03' }), 1],
  // Footnotes.
  ['C680', 'twice', notes('Sold on the market.', 'Sold on the market.'), 1],
  ['C680', 'three times', notes('Sold.', 'Sold.', 'Sold.'), 2],
  ['C680', 'once more with other signs', notes('Sold, on the market', '"Sold" on the  market.'), 0],
  ['C680', 'with a stop', notes('Sold on the market', 'Sold on the market.'), 1],
  ['C680', 'another number', notes('Sold at 1.2 each', 'Sold at 12 each'), 0],
  ['C680', 'another number, by a comma', notes('Sold at 1,2 each', 'Sold at 1.2 each'), 1],
  ['C680', 'another share', notes('Sold 5% of it', 'Sold 5 of it'), 0],
  ['C680', 'the same words and number', notes('Sold 9 at 0.5', 'Sold 9 at 0.5.'), 1],
  ['C680', 'other numbers', notes('Sold 90 at 5', 'Sold 19 at 5'), 0],
  ['C680', 'another order of digits', notes('Sold 12 of it', 'Sold 21 of it'), 0],
  ['C680', 'one number more', notes('Sold 1 of it', 'Sold 1 of it 1'), 0],
  ['C680', 'no words', notes('...', '...'), 0],
  ['C680', 'eight signs more', notes('Sold it', 'Sold it ......!'), 1],
  ['C681', 'in order', notes('A text. (cont. in footnote 2)', '(cont. from footnote 1) of two.'), 0],
  ['C681', 'continued from what does not stand before', notes('A.', 'B.', 'Continued from footnote 1 of it.'), 1],
  ...['Continued from footnote 3', "cont'd from note 3", 'cont. of footnote (3', 'cont of note 3'].map(
    (text): Neighbour => ['C681', text, notes('A.', `(${text}) B.`), 1],
  ),
  ['C681', 'continued from, in the middle of a text', notes('A.', 'B is not continued from footnote 3.'), 0],
  ['C681', 'continued  from  footnote  12', notes('A.', 'Continued  from  footnote  12'), 1],
  ['C681', 'continued from none', notes('Continued from footnote 1.'), 1],
  ['C681', 'continued  in  footnote  12', notes('A, continued  in  footnote  12', 'B.'), 1],
  ['C681', 'continued in none', notes('A, continued in footnote 2'), 1],
  ['C681', 'continued in the next', notes('A, continued in footnote 2', 'B.'), 0],
  ['C681', 'continued in the one after', notes('A, continued in footnote 3', 'B.', 'C.'), 1],
  ...["cont'd on footnote 3.", 'cont. at note (3)', 'cont to footnote 3'].map(
    (text): Neighbour => ['C681', text, notes(`A, ${text}`, 'B.'), 1],
  ),
  ['C681', 'continued in footnote 3 of another', notes('A, continued in footnote 3 of another form', 'B.'), 0],
  ['C681', 'contains', notes('Contains footnote 3'), 0],
  ['C682', 'there', notes('See footnote 1.'), 0],
  ['C682', 'not there', notes('See footnote 2.'), 1],
  ['C682', 'two not there', notes('See footnote (2) and footnotes 3.'), 2],
  ['C682', 'of two digits', notes('See footnote 12.'), 1],
  ['C682', 'with blanks', notes('See footnote  12  to  the statements.'), 0],
  ['C682', 'written together', notes('See footnote12.'), 1],
  ['C682', 'in the remarks', remarked('See footnote 2.'), 1],
  ...['to the', 'of its', 'in that', 'of an', 'to our', 'in a', 'of such'].map(
    (text): Neighbour => ['C682', text, notes(`See footnote 2 ${text} statements.`), 0],
  ),
  ['C682', 'in brackets of the statements', notes('See (footnote 2) of the statements.'), 0],
  ['C682', 'a number of three digits', notes('See footnote 200.'), 0],
  ['C682', 'a note', notes('See note 2.'), 0],
  // What was to be filled in.
  ...['TBD', 'TBC', 'XXX', 'XXXX', '[●]', '[ • ]', '[*]', '[__]', '[XX]', '[date]', '[Date]', '[DATE]', '[]'].map(
    (text): Neighbour => ['C683', text, notes('Sold.', `Sold at ${text} on the market.`), 1],
  ),
  ...['[name]', '[Name]', '[amount]', '[Amount]', '[number]', '[Number]', '[insert day]', '[Insert]', '___'].map(
    (text): Neighbour => ['C683', text, notes(`Sold at ${text} on the market.`), 1],
  ),
  ...['Lorem ipsum', 'lorem ipsum'].map((text): Neighbour => ['C683', text, notes(`Sold at ${text}.`), 1]),
  ...['Test', '(testing)', 'placeholder', 'to be determined', 'To be completed.', 'to be added'].map(
    (text): Neighbour => ['C683', text, notes(text), 1],
  ),
  ...['A test', 'TBDX', 'XX', '[1]', '__'].map((text): Neighbour => ['C683', text, notes(text), 0]),
  ['C683', 'a test of more', notes('Testing of goods'), 0],
  ['C683', 'a test in a long text', notes(`(test)${' '.repeat(40)}`), 0],
  ['C683', 'a placeholder in the remarks', remarked('Sold at TBD.'), 1],
  ['C683', 'a test as the remarks', remarked('Test'), 1],
  ['C683', 'a placeholder as a title of office', { owners: [{ relationship: '<officerTitle>TBD</officerTitle>' }] }, 1],
  ['C683', 'a placeholder as nature', rows({ nature: 'TBD' }), 1],
  ['C683', 'a placeholder as title', rows({ title: '[Name]' }), 1],
  ['C684', 'a numbered note', remarked('(1) Sold.'), 1],
  ['C684', 'a numbered note of two digits', remarked('12) Sold.'), 1],
  ['C684', 'a footnote', remarked('Footnote 1: Sold.'), 1],
  ['C684', 'a note', remarked('note 1. Sold.'), 1],
  ['C684', 'a note in brackets', remarked('Note (1) Sold.'), 1],
  ['C684', 'a letter before it', remarked('a(1) Sold.'), 0],
  ['C684', 'a letter before the note', remarked('a note 1: Sold.'), 0],
  ['C684', 'a note written together', remarked('Footnote(1) Sold.'), 1],
  ['C684', 'a note of two digits', remarked('"Note12 : Sold.'), 1],
  ['C684', 'other remarks', remarked('Sold.'), 0],
  ['C684', 'of a footnote that is there', { remarks: '(1) Sold.', footnotes: ['Sold.'] }, 0],
  ['C684', 'of a footnote that is not there', { remarks: '(2) Sold.', footnotes: ['Sold.'] }, 1],
  ['C684', 'of a footnote that is there, by its name', { remarks: 'Note 1: Sold.', footnotes: ['Sold.'] }, 0],
  ['C684', 'not at the beginning', remarked('Sold (1) share.'), 0],
  ['C684', 'no remarks', {}, 0],
  // No symbol, but a market.
  ...[
    'open market',
    'open-market',
    'multiple trades',
    'multiple transactions',
    'NASDAQ',
    'the NYSE',
    'a broker',
    'brokered',
  ].map((text): Neighbour => ['C686', text, { symbol: 'NONE', rows: [{ price: '20.25^F1' }], footnotes: [text] }, 1]),
  ['C686', 'of a purchase', { symbol: 'None', rows: [{ code: 'P', shares: '1^F1' }], footnotes: ['NYSE'] }, 1],
  ['C686', 'of a gift', { symbol: 'NONE', rows: [{ code: 'G', shares: '1^F1' }], footnotes: ['NYSE'] }, 0],
  ['C686', 'of no code', { symbol: 'NONE', rows: [{ code: null, shares: '1^F1' }], footnotes: ['NYSE'] }, 0],
  ['C686', 'no footnote on it', { symbol: 'NONE', rows: [{}], footnotes: ['NYSE'] }, 0],
  ['C686', 'a symbol', { rows: [{ shares: '1^F1' }], footnotes: ['NYSE'] }, 0],
  ['C686', 'a symbol that ends so', { symbol: 'XNONE', rows: [{ shares: '1^F1' }], footnotes: ['NYSE'] }, 0],
  ['C686', 'a symbol that begins so', { symbol: 'NONEX', rows: [{ shares: '1^F1' }], footnotes: ['NYSE'] }, 0],
  ['C686', 'no symbol', { symbol: null, rows: [{ shares: '1^F1' }], footnotes: ['NYSE'] }, 0],
  ['C686', 'other words', { symbol: 'NONE', rows: [{ shares: '1^F1' }], footnotes: ['To her son.'] }, 0],
  // Many lines at one price.
  ['C713', 'five', rows(...Array.from({ length: 5 }, () => ({}))), 1],
  ['C713', 'five purchases', rows(...Array.from({ length: 5 }, () => ({ code: 'P' }))), 1],
  ['C713', 'five gifts', rows(...Array.from({ length: 5 }, () => ({ code: 'G' }))), 0],
  ['C713', 'five of no code', rows(...Array.from({ length: 5 }, () => ({ code: null }))), 0],
  ['C713', 'five without price', rows(...Array.from({ length: 5 }, () => ({ price: null }))), 0],
  ['C713', 'five derivatives', rows(...Array.from({ length: 5 }, () => option({ code: 'S' }))), 0],
  ['C713', 'four', rows(...Array.from({ length: 4 }, () => ({}))), 0],
  ...(
    [
      { title: 'Class B' },
      { code: 'P' },
      { date: '2024-02-29' },
      { price: '20.26' },
      { price: '20.25^F1' },
      { ownership: 'I' },
    ] satisfies InventedRow[]
  ).map(
    (row): Neighbour => [
      'C713',
      `one of another ${String(Object.entries(row)[0])}`,
      rows(...Array.from({ length: 4 }, () => ({})), row),
      0,
    ],
  ),
]

test.each(neighbours(NEIGHBOURS))('$code: $what', ({ code, form, found, options }) => {
  expect(findingsIn(code, form, options)).toHaveLength(found)
})

test.each([
  ['C660', planned('Sold under a plan.')],
  ['C661', planned(adopted('February 26, 2023'))],
  ['C662', { box: '1', rows: [{}, { code: 'P' }] }],
  ['C663', unplanned('Sold under a Rule 10b5-1 plan.')],
  ['C664', { box: '1' }],
  ['C665', planned(adopted('March 1, 2024'))],
  ['C666', planned(adopted('January 31, 2024'))],
])('%s: from the day on which the box came', (code, form) => {
  expect(findingsIn(code, form, filedOn('2023-04-01'))).toHaveLength(1)
  expect(findingsIn(code, form, filedOn('2023-03-31'))).toEqual([])
})

test('what is said of words', () => {
  const said = (code: string, form: InventedForm) => findingsIn(code, form).join('\n')
  expect(said('C662', { box: '1', rows: [{}, { code: 'P' }, { code: 'G' }] })).toContain('2')
  expect(said('C664', { box: '1' })).toContain('has no transaction')
  expect(said('C664', { box: '1', rows: [{ code: 'A' }] })).toContain('has grants only')
  const cooling = planned(adopted('February 1, 2024'))
  expect(said('C666', cooling)).toContain(
    '29 days after the plan of 2024-02-01; a director or officer waits at least 90',
  )
  expect(said('C666', { ...cooling, owners: [{ relationship: holder }] })).toContain(
    'a person who is neither director nor officer waits at least 30',
  )
  expect(said('C681', notes('A, continued in footnote 3', 'B.', 'C.'))).toBe(
    'footnotes/footnote[1]: Footnote F3 continues footnote F1, which does not stand before it.',
  )
  expect(said('C681', notes('A.', 'B.', 'Continued from footnote 1.'))).toBe(
    'footnotes/footnote[3]: Footnote F3 continues footnote F1, which does not stand before it.',
  )
  expect(said('C683', remarked('Sold at TBD.'))).toBe('remarks: The text still holds a placeholder: TBD.')
  const officer = { owners: [{}, { relationship: '<officerTitle>[Name]</officerTitle>' }] }
  expect(said('C683', officer)).toBe(
    'reportingOwner[2]/reportingOwnerRelationship/officerTitle: The text still holds a placeholder: [Name].',
  )
  const row = 'nonDerivativeTable/nonDerivativeTransaction[1]'
  expect(said('C683', rows({ nature: 'TBD', title: 'TBC' }))).toBe(
    `${row}/ownershipNature/natureOfOwnership: The text still holds a placeholder: TBD.\n${row}/securityTitle: The text still holds a placeholder: TBC.`,
  )
  expect(said('C684', remarked('(1) Sold.'))).toContain('a numbered note: (1)')
  expect(said('C713', rows(...Array.from({ length: 6 }, () => ({}))))).toContain('6 sales or purchases')
})
