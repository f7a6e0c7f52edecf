import { expect, test } from 'vitest'
import {
  findingsIn,
  type InventedForm,
  type InventedRow,
  type Neighbour,
  neighbours,
} from '../../../tools/testing/inventedForm.ts'
import { day } from '../../facts/dated.ts'

// What EDGAR takes of a draft (C2): documents that lie beside those of which a rule speaks.

const rows = (...rows: InventedRow[]): InventedForm => ({ rows })
const option = (row: InventedRow = {}): InventedRow => ({ table: 'II', title: 'Stock Option', code: 'M', ...row })
const held = (row: InventedRow = {}): InventedRow => ({ isHolding: true, ...row })
const flag = (name: string, value = '1') => `<${name}>${value}</${name}>`
const related = (relationship: string): InventedForm => ({ owners: [{ relationship }] })
const addressed = (address: string): InventedForm => ({ owners: [{ address }] })
const foreign = (value: string, more = '') => addressed(flag('rptOwnerNonUSAddressFlag', value) + more)
const symbol = (written: string): InventedForm => ({ symbol: written })
const exit = (value: string) => flag('notSubjectToSection16', value)
const ends: InventedForm = { flags: exit('1') }
const notes = (...footnotes: string[]): InventedForm => ({ footnotes })
/** A sale with footnotes on its number and its price. */
const noted = (shares: string, price: string, ...footnotes: string[]): InventedForm => ({
  rows: [{ shares: `1000${shares}`, price: `20.25${price}` }],
  footnotes,
})

const NEIGHBOURS: readonly Neighbour[] = [
  ['C201', 'an instruction', { flags: '<?go on?>' }, 1],
  ['C201', 'an instruction over two lines', { flags: '<?go\non?>' }, 1],
  ['C201', 'two', { flags: '<?go on?><?go off?>' }, 2],
  ['C201', 'one that begins like the declaration', { flags: '<?xml-stylesheet href="a"?>' }, 1],
  ['C201', 'none', {}, 0],
  ['C202', 'a bracket', { remarks: 'a > b' }, 1],
  ['C202', 'a quotation mark', { remarks: 'a "b"' }, 1],
  ['C202', 'references', { remarks: 'a &gt; &quot;b&quot; &#65;' }, 0],
  ['C202', 'a bracket of a tag', { remarks: 'a <b>c</b>' }, 0],
  ['C203', 'a tab, a line and a tilde', { remarks: 'a\tb\nc~' }, 0],
  ['C203', 'a letter with an accent', { remarks: 'Café' }, 1],
  ['C203', 'by reference', { remarks: 'Caf&#233;' }, 1],
  ['C203', 'two in one text', { remarks: '“a”' }, 1],
  ['C203', 'in a footnote', notes('a', '–'), 1],
  ['C205', 'given', {}, 1],
  ['C206', 'not of the day', {}, 1],
  ['C207', 'names', {}, 2],
  ['C207', 'no names', { issuerName: null, owners: [{ name: null }] }, 0],
  ['C207', 'a blank name', { issuerName: ' ', owners: [{ name: null }] }, 0],
  [
    'C207',
    'a description of a state',
    { ...addressed(flag('rptOwnerStateDescription', 'MAINE')), issuerName: null },
    2,
  ],
  ['C208', 'on a Form 3', { type: '3' }, 1],
  ['C208', 'on a Form 4', {}, 0],
  ['C208', 'none on a Form 3', { type: '3', box: null }, 0],
  ['C208', 'an empty one on a Form 3', { type: '3', box: '' }, 1],
  ['C209', 'a zone', { period: '2024-03-01-05:00' }, 1],
  ['C209', 'a zone of one letter', { period: '2024-03-01Z' }, 1],
  ['C209', 'blanks', { period: ' 2024-03-01 ' }, 0],
  ['C209', 'no date', { period: 'the first of March' }, 0],
  ['C209', 'a long text', { remarks: '2024-03-01-05:00' }, 0],
  ...['0', '10', '0.5', '10.50', ' 7 '].map((shares): Neighbour => ['C210', shares, rows({ shares }), 0]),
  ...['+1', '007', '.5', '1.', '00', '00.5'].map((shares): Neighbour => ['C210', shares, rows({ shares }), 1]),
  ['C210', 'no number', rows({ shares: 'x1' }), 0],
  ['C210', 'a text', rows({ title: '007' }), 0],
  ['C211', 'before', symbol(' ALDR'), 1],
  ['C211', 'behind', symbol('ALDR\n'), 1],
  ['C211', 'within', symbol('AL DR'), 0],
  ['C211', 'nothing else', symbol('  '), 0],
  ['C211', 'no element', symbol('ALDR'), 0],
  ['C212', 'nothing', addressed(''), 1],
  ['C212', 'an empty street', addressed(flag('rptOwnerStreet1', '')), 1],
  ['C212', 'a street', addressed(flag('rptOwnerStreet1', '1 FERN WAY')), 0],
  ...['NonUSAddressFlag', 'Street2', 'City', 'NonUSStateTerritory', 'State', 'Country', 'ZipCode'].map(
    (name): Neighbour => ['C212', `only ${name}`, addressed(flag(`rptOwner${name}`, '1')), 0],
  ),
  ['C213', 'both tables empty', {}, 2],
  ['C213', 'Table II empty', rows({}), 1],
  ['C213', 'Table I empty', rows(option()), 1],
  ['C213', 'neither', rows({}, option()), 0],
  ['C220', 'of the issuer', { issuerCik: '0000000000' }, 1],
  ['C220', 'of the second owner', { owners: [{}, { cik: '0' }] }, 1],
  ['C220', 'none', { issuerCik: null, owners: [{ cik: null }] }, 0],
  ['C222', 'none', {}, 1],
  ['C223', 'twice', { owners: [{}, {}] }, 1],
  ['C223', 'three times', { owners: [{}, {}, {}] }, 2],
  ['C223', 'with other zeros', { owners: [{}, { cik: '9999410' }] }, 1],
  ['C223', 'two', { owners: [{}, { cik: '0009999411' }] }, 0],
  ['C223', 'none', { owners: [{ cik: null }, { cik: null }] }, 0],
  ...['isDirector', 'isOfficer', 'isTenPercentOwner', 'isOther'].flatMap((name): Neighbour[] => [
    ['C224', name, related(flag(name)), 0],
    ['C224', `not ${name}`, related(flag(name, '0')), 1],
  ]),
  ['C225', 'an officer', related(flag('isOfficer')), 1],
  ['C225', 'an officer with a title', related(flag('isOfficer') + flag('officerTitle', 'CEO')), 0],
  ['C225', 'no officer', related(flag('isOfficer', '0')), 0],
  ['C225', 'no box', related(flag('isDirector')), 0],
  ['C226', 'an other', related(flag('isOther')), 1],
  ['C226', 'an other with a text', related(flag('isOther') + flag('otherText', 'Founder')), 0],
  ['C226', 'no other', related(flag('isOther', '0')), 0],
  // Addresses since 2026-03-18.
  ['C227', 'no flag', {}, 1],
  ['C227', 'a flag', foreign('false', flag('rptOwnerCity', 'OAKTON')), 0],
  ['C227', 'an empty address', addressed(flag('rptOwnerCity', '')), 0],
  ['C228', 'at home, no state', foreign('false'), 1],
  ['C228', 'at home, a state', foreign('false', flag('rptOwnerState', 'ME')), 0],
  ['C228', 'abroad, no state', foreign('true'), 0],
  ['C228', 'nowhere, no state', addressed(''), 0],
  ['C229', 'abroad, no country', foreign('true'), 1],
  ['C229', 'abroad, a country', foreign('true', flag('rptOwnerCountry', 'X0')), 0],
  ['C229', 'at home, no country', foreign('false'), 0],
  ['C230', 'given up', addressed(flag('rptOwnerCountry', 'Y2')), 1],
  ['C230', 'in use', addressed(flag('rptOwnerCountry', 'X0')), 0],
  ['C230', 'no code', addressed(flag('rptOwnerCountry', '??')), 0],
  ['C230', 'none', addressed(''), 0],
  [
    'C231',
    'at home with both',
    foreign('false', flag('rptOwnerCountry', 'X0') + flag('rptOwnerNonUSStateTerritory', 'Kent')),
    2,
  ],
  ['C231', 'at home with a country', foreign('false', flag('rptOwnerCountry', 'X0')), 1],
  ['C231', 'at home with a territory', foreign('false', flag('rptOwnerNonUSStateTerritory', 'Kent')), 1],
  ['C231', 'at home with neither', foreign('false'), 0],
  [
    'C231',
    'abroad with both',
    foreign('true', flag('rptOwnerCountry', 'X0') + flag('rptOwnerNonUSStateTerritory', 'Kent')),
    0,
  ],
  ['C231', 'nowhere with a country', addressed(flag('rptOwnerCountry', 'X0')), 0],
  ['C232', 'abroad with a state', foreign('true', flag('rptOwnerState', 'NY')), 1],
  ['C232', 'abroad without', foreign('true'), 0],
  ['C232', 'at home with a state', foreign('false', flag('rptOwnerState', 'NY')), 0],
  ['C232', 'nowhere with a state', addressed(flag('rptOwnerState', 'NY')), 0],
  ['C233', '30 characters', addressed(flag('rptOwnerNonUSStateTerritory', 'x'.repeat(30))), 0],
  ['C233', '31 characters', addressed(flag('rptOwnerNonUSStateTerritory', 'x'.repeat(31))), 1],
  ['C233', 'none', addressed(''), 0],
  ['C234', 'abroad in the United States', foreign('true', flag('rptOwnerCountry', 'X1')), 1],
  ['C234', 'abroad elsewhere', foreign('true', flag('rptOwnerCountry', 'X0')), 0],
  ['C234', 'at home in the United States', foreign('false', flag('rptOwnerCountry', 'X1')), 0],
  ['C235', 'unknown', addressed(flag('rptOwnerCountry', 'XX')), 1],
  ['C235', 'known', addressed(flag('rptOwnerCountry', 'X0')), 0],
  // Lines.
  ['C240', 'no coding', rows({ formType: null, code: null, swap: null }), 0],
  ['C240', 'a coding', rows({}), 0],
  ['C241', 'early and late', rows({ formType: '5', timeliness: 'L' }), 1],
  ...['', 'E', '|'].map(
    (timeliness): Neighbour => ['C241', `early and ${timeliness}`, rows({ formType: '5', timeliness }), 0],
  ),
  ['C241', 'early and nothing', rows({ formType: '5' }), 0],
  ['C241', 'on time and late', rows({ timeliness: 'L' }), 0],
  ...['E', 'L'].map((timeliness): Neighbour => ['C242', `on time and ${timeliness}`, rows({ timeliness }), 1]),
  ...['', '|'].map((timeliness): Neighbour => ['C242', `on time and ${timeliness}`, rows({ timeliness }), 0]),
  ['C242', 'on time and nothing', rows({}), 0],
  ['C242', 'early and early', rows({ formType: '5', timeliness: 'E' }), 0],
  ['C243', 'early', { type: '5', rows: [{ timeliness: 'E' }] }, 1],
  ...['', 'L', '|'].map((timeliness): Neighbour => ['C243', timeliness, { type: '5', rows: [{ timeliness }] }, 0]),
  ['C243', 'nothing', { type: '5', rows: [{}] }, 0],
  ['C244', 'a bar', rows({ timeliness: '|' }), 1],
  ['C244', 'late', rows({ timeliness: 'L' }), 0],
  ['C245', 'direct with a nature', rows({ nature: 'By Trust' }), 1],
  ['C245', 'direct with a footnote', rows({ nature: '^F1' }), 0],
  ['C245', 'direct without', rows({}), 0],
  ['C245', 'indirect with a nature', rows({ ownership: 'I', nature: 'By Trust' }), 0],
  ['C246', 'indirect without', rows({ ownership: 'I' }), 1],
  ['C246', 'indirect with a footnote alone', rows({ ownership: 'I', nature: '^F1' }), 1],
  ['C246', 'indirect with a text and a footnote', rows({ ownership: 'I', nature: 'By Trust^F1' }), 0],
  ['C246', 'direct without', rows({}), 0],
  ['C247', 'no number', rows(option({ underlyingShares: null })), 1],
  ['C247', 'a number', rows(option()), 0],
  ['C247', 'a footnote', rows(option({ underlyingShares: '^F1' })), 0],
  ['C247', 'stock', rows({}), 0],
  ['C248', 'nothing', {}, 1],
  ['C248', 'nothing, the box empty', { flags: exit('0') }, 1],
  ['C248', 'nothing, the box ticked', ends, 0],
  ['C248', 'a holding', rows(held()), 0],
  ['C249', 'a holding', rows(held()), 1],
  ['C249', 'a holding, the box ticked', { ...ends, rows: [held()] }, 0],
  ['C249', 'a holding and a transaction', rows({}, held()), 0],
  ['C249', 'nothing', {}, 0],
  // Footnotes and the fields that refer to them.
  ['C260', 'used', noted('^F1', '', 'A.'), 0],
  ['C260', 'not used', noted('', '', 'A.'), 1],
  ['C260', 'one of two used', noted('^F2', '', 'A.', 'B.'), 1],
  ['C261', 'once', noted('^F1', '', 'A.'), 0],
  ['C261', 'twice', noted('^F1^F1', '', 'A.'), 1],
  ['C261', 'two', noted('^F1^F2', '', 'A.', 'B.'), 0],
  ['C262', '1000 characters', notes('x'.repeat(1000)), 0],
  ['C262', '1001 characters', notes('x'.repeat(1001)), 1],
  ['C263', 'empty', notes('A.', ''), 1],
  ['C263', 'blank', notes(' \n'), 1],
  ['C264', 'in order', noted('^F1', '^F2', 'A.', 'B.'), 0],
  ['C264', 'out of order', noted('^F2', '^F1', 'A.', 'B.'), 1],
  ['C264', 'out of order twice: once is told', noted('^F3', '^F2^F1', 'A.', 'B.', 'C.'), 1],
  ['C264', 'again', noted('^F1^F2', '^F1', 'A.', 'B.'), 0],
  ['C265', 'in order', notes('A.', 'B.'), 0],
  ['C265', 'none', {}, 0],
  // Symbols.
  ...['A,B', 'A; B', 'NYSE:A', 'A/B', 'A|B', 'A&amp;B', 'ALDR (NYSE)', 'ALDR NYSE', 'ALDR and BLDR'].map(
    (written): Neighbour => ['C279', written, symbol(written), 1],
  ),
  ...['ALDR', 'ALD.A', 'A-B', 'ALDR ', 'N/A', 'not listed', 'ALDR A'].map(
    (written): Neighbour => ['C279', written, symbol(written), 0],
  ),
  ['C279', 'no symbol', symbol(''), 0],
  ['C279', 'no element', { symbol: null }, 0],
  ['C280', 'small letters', symbol('Aldr'), 1],
  ...['ALDR', 'n/a', 'none', ''].map((written): Neighbour => ['C280', written, symbol(written), 0]),
  ['C280', 'no element', { symbol: null }, 0],
  ...[
    'N/A',
    'n.a.',
    'NA',
    '-',
    '[NONE]',
    '(none)',
    'no symbol',
    'not applicable',
    'not listed',
    'not traded',
    'not avail',
  ].map((written): Neighbour => ['C281', written, symbol(written), 1]),
  ...[
    'unlisted',
    'Private',
    'nil',
    'NoSymbol',
    'Not Available',
    'n/ a',
    'notlisted',
    'not traded',
    'not applicable.',
    'n a',
  ].map((written): Neighbour => ['C281', written, symbol(written), 1]),
  ...['NONE', 'none', 'None', 'NONEX', 'XNA', 'NAN', 'notable'].map(
    (written): Neighbour => ['C281', written, symbol(written), 0],
  ),
  ['C281', 'no element', { symbol: null }, 1],
  ['C282', 'no holding', { type: '3' }, 1],
  ['C282', 'a holding', { type: '3', rows: [held()] }, 0],
  ['C286', 'a CUSIP', rows({ title: 'Common Stock (CUSIP 000000000)' }), 1],
  ['C286', 'a word', rows({ title: 'cusip' }), 0],
  ['C286', 'another title', rows({ title: 'Common Stock' }), 0],
  ['C286', 'no title', rows({ title: null }), 0],
  // Signatures.
  ...['/s/ Jane Doe', '/S/Jane Doe', 's/ Jane Doe', '(s) / Jane Doe', ' /s Jane Doe', '"/s/" Jane'].map(
    (name): Neighbour => ['C522', name, { signatures: [[name, '2024-03-01']] }, 0],
  ),
  ...['Jane Doe', 'Jane /s/ Doe', 's Jane', 'Doe/s/'].map(
    (name): Neighbour => ['C522', name, { signatures: [[name, '2024-03-01']] }, 1],
  ),
  ['C522', 'no name', { signatures: [['', '2024-03-01']] }, 0],
  ...['Jane Doe, attorney-in-fact', 'Jane Doe (POA)', 'Jane Doe by power'].map(
    (name): Neighbour => ['C523', name, { signatures: [[name, '2024-03-01']] }, 1],
  ),
  ...['Jane Doe', 'Jane Poa', 'baby powers', 'Lapoa Doe'].map(
    (name): Neighbour => ['C523', name, { signatures: [[name, '2024-03-01']] }, name === 'Jane Poa' ? 1 : 0],
  ),
  ...['a power of attorney', 'the POA', 'Exhibit 24', 'Ex. 24', 'ex-24', 'EX 24'].map(
    (remarks): Neighbour => ['C523', remarks, { remarks, signatures: [['Jane Doe, attorney', '2024-03-01']] }, 0],
  ),
  ['C523', 'other words', { remarks: 'Exhibit 99', signatures: [['Jane Doe, attorney', '2024-03-01']] }, 1],
  ['C523', 'no name', { signatures: [['', '2024-03-01']] }, 0],
]

const DRAFT = { stage: 'draft', rulesOf: day('2026-06-01') } as const

test.each(neighbours(NEIGHBOURS))('$code: $what', ({ code, form, found }) => {
  expect(findingsIn(code, form, DRAFT)).toHaveLength(found)
})

test.each<[what: string, flags: string, rows: InventedRow[], found: number]>([
  ['no box', '', [], 0],
  ['yes, and nothing', flag('noSecuritiesOwned'), [], 0],
  ['yes, and a line', flag('noSecuritiesOwned'), [held()], 1],
  ['no, and nothing', flag('noSecuritiesOwned', '0'), [], 1],
  ['no, and a line', flag('noSecuritiesOwned', '0'), [held()], 0],
])('C283: the box says %s', (_, flags, rows, found) => {
  expect(findingsIn('C283', { type: '3', flags, rows })).toHaveLength(found)
})

test('what is said of a draft', () => {
  const said = (code: string, form: InventedForm) => findingsIn(code, form, DRAFT).join('\n')
  const instruction = `<?go ${'x'.repeat(100)}?>`
  expect(said('C201', { flags: instruction })).toContain(`instruction ${instruction.slice(0, 80)}.`)
  expect(said('C203', { remarks: 'Café' })).toContain('The character U+00E9 (é)')
  expect(said('C203', { remarks: 'a 😀' })).toContain('The character U+1F600 (😀)')
  expect(said('C203', { remarks: 'a\x7f' })).toContain('U+007F')
  expect(said('C213', rows(option()))).toBe('nonDerivativeTable: Table I is an element without a line.')
  expect(said('C213', rows({}))).toBe('derivativeTable: Table II is an element without a line.')
  expect(said('C223', { owners: [{}, { cik: '0009999411' }, {}] })).toContain('first as owner 1')
  expect(said('C231', foreign('false', flag('rptOwnerCountry', 'X0')))).toContain('has a country')
  expect(said('C231', foreign('false', flag('rptOwnerNonUSStateTerritory', 'Kent')))).toContain(
    'has a foreign territory',
  )
  expect(said('C264', noted('^F3', '^F2^F1', 'A.', 'B.', 'C.'))).toContain('Footnote F2 is first used after F3')
})
