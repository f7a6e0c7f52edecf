import { expect, test } from 'vitest'
import {
  filedOn,
  findingsIn,
  type InventedForm,
  type InventedRow,
  type Neighbour,
  neighbours,
} from '../../../tools/testing/inventedForm.ts'

// Owners, issuer and signatures (C52, C54, C55, C7): documents that lie beside those of which a rule speaks.

const rows = (...rows: InventedRow[]): InventedForm => ({ rows })
const option = (row: InventedRow = {}): InventedRow => ({ table: 'II', title: 'Stock Option', code: 'M', ...row })
const related = (...relationships: string[]): InventedForm => ({
  owners: relationships.map((relationship) => ({ relationship })),
})
const named = (...names: (string | null)[]): InventedForm => ({
  owners: names.map((name, i) => ({ name, cik: `000999941${i}` })),
})
const signed = (...names: string[]): InventedForm => ({
  signatures: names.map((name) => [name, '2024-03-01'] as const),
})
const addressed = (state: string, zip: string): InventedForm => ({
  owners: [{ address: `<rptOwnerState>${state}</rptOwnerState><rptOwnerZipCode>${zip}</rptOwnerZipCode>` }],
})
const flag = (name: string, value = '1') => `<${name}>${value}</${name}>`
const officer = (title: string, is = '1') => `${flag('isOfficer', is)}${flag('officerTitle', title)}`
const other = (text: string, is = '1') => `${flag('isOther', is)}${flag('otherText', text)}`
const two = (form: InventedForm): InventedForm => ({ owners: [{}, { cik: '0009999411', name: 'Roe John' }], ...form })
const foreign = (relationship: string, name: string | null = 'Doe Jane'): InventedForm => ({
  symbol: 'ALDR</issuerTradingSymbol><issuerForeignTradingSymbol>ALX</issuerForeignTradingSymbol><issuerTradingSymbol>',
  owners: [{ relationship, name }],
})
const LATE = '2026-04-01'

const NEIGHBOURS: readonly Neighbour[] = [
  // Who signs.
  ['C524', 'one of two', two({}), 1],
  ['C524', 'none of two', two({ signatures: [] }), 0],
  ['C524', 'two of two', two(signed('/s/ Jane Doe', '/s/ John Roe')), 0],
  ['C524', 'two of one', signed('/s/ Jane Doe', '/s/ John Roe'), 0],
  ['C524', 'one of one', {}, 0],
  ...['Jane Doe, attorney-in-fact', 'Jane Doe POA', 'by Jane Doe', 'Jane Doe for all', 'on behalf of all'].map(
    (name): Neighbour => ['C524', name, two(signed(name)), 0],
  ),
  ...['Jane Doe and John Roe', 'Jane Doe &amp; John Roe', 'Jane Doe; John Roe', '/s/ Jane Doe /s/ John Roe'].map(
    (name): Neighbour => ['C524', name, two(signed(name)), 0],
  ),
  ['C524', 'a name that ends in and', two(signed('/s/ Jane Leland')), 1],
  ['C705', 'a name', signed('/s/ Jane Doe'), 0],
  ['C705', 'the mark alone', signed('/s/'), 1],
  ['C705', 'the mark alone, with blanks', signed('/ S /'), 1],
  ['C705', 'initials', signed('J. D.'), 1],
  ['C705', 'two letters', signed('Al'), 0],
  ['C705', 'a name in another script', signed('山田'), 0],
  ['C705', 'no name', signed(''), 0],
  ...[
    'Signature',
    'signed',
    'Reporting Person',
    'Reporting Owner',
    'Attorney-in-fact',
    'See',
    'Exhibit',
    'Exhibit 99',
  ].map((name): Neighbour => ['C705', name, signed(name), 1]),
  ...['Power of Attorney', 'By:', 'POA', 'Name', '/s/ Signature'].map(
    (name): Neighbour => ['C705', name, signed(name), 1],
  ),
  ...['Signature of Jane', 'See Jane', 'Byron'].map((name): Neighbour => ['C705', name, signed(name), 0]),
  ['C706', 'another name', signed('/s/ John Roe'), 1],
  ['C706', 'one of two owners', two(signed('/s/ John Roe')), 0],
  ['C706', 'the second signature', two(signed('/s/ John Roe', '/s/ Max Moe')), 1],
  ['C706', 'no name', signed(''), 0],
  ['C706', 'a name that is cut', { ...named('Doeringer Jane'), ...signed('Doer Jan') }, 0],
  ['C706', 'a name written together', { ...named('Doering Jan'), ...signed('DoeringJan') }, 0],
  ['C706', 'three letters alike are none', { ...named('Doering Jan'), ...signed('Doe M') }, 1],
  ['C706', 'a letter is no name', { ...named('Doe J'), ...signed('Roe J') }, 1],
  ['C706', 'no owner', { owners: [], ...signed('/s/ John Roe') }, 0],
  ['C706', 'an owner without name', { ...named(null), ...signed('/s/ John Roe') }, 0],
  ...[
    'LLC',
    'LP',
    'Inc',
    'Corp',
    'Ltd',
    'Co',
    'Company',
    'Fund',
    'Funds',
    'Trust',
    'Partners',
    'Capital',
    'Holding',
  ].map((name): Neighbour => ['C706', name, { ...named(`Alder ${name}`), ...signed('/s/ John Roe') }, 0]),
  ...[
    'Holdings',
    'Group',
    'PLC',
    'GmbH',
    'Foundation',
    'Estate',
    'Bank',
    'Investment',
    'Ventures',
    'Venture',
    'L.P.',
  ].map((name): Neighbour => ['C706', name, { ...named(`Alder ${name}`), ...signed('/s/ John Roe') }, 0]),
  ...['attorney', 'by', 'for', 'P.O.A.', 'POA', 'power', 'agent', 'trustee', 'secretary', 'member', 'partner'].map(
    (word): Neighbour => ['C706', `John Roe ${word}`, signed(`John Roe ${word}`), 0],
  ),
  ...[
    'officer',
    'counsel',
    'president',
    'director',
    'behalf',
    'executor',
    'guardian',
    'custodian',
    'AIF',
    ', her son',
  ].map((word): Neighbour => ['C706', `John Roe ${word}`, signed(`John Roe ${word}`), 0]),
  ['C707', 'twice', signed('/s/ Jane Doe', '/s/ Jane Doe'), 1],
  ['C707', 'three times', signed('/s/ Jane Doe', '/s/ Jane Doe', '/s/ Jane Doe'), 2],
  ['C707', 'twice for two', two(signed('/s/ Jane Doe', '/s/ Jane Doe')), 0],
  ['C707', 'twice for nobody', { owners: [], ...signed('/s/ Jane Doe', '/s/ Jane Doe') }, 1],
  ['C707', 'once for nobody', { owners: [] }, 0],
  [
    'C707',
    'of another day',
    {
      signatures: [
        ['/s/ Jane Doe', '2024-03-01'],
        ['/s/ Jane Doe', '2024-03-02'],
      ],
    },
    0,
  ],
  ['C707', 'nobody twice', signed('', ''), 1],
  // Titles and boxes.
  ['C540', 'no officer', related(officer('Treasurer', '0')), 1],
  ['C540', 'no box', related(flag('officerTitle', 'Treasurer')), 1],
  ['C540', 'no title', related(flag('isOfficer', '0')), 0],
  ...['N/A', 'NA', 'none', '-', 'n a.'].map((title): Neighbour => ['C540', title, related(officer(title, '0')), 0]),
  ['C540', 'a title that begins so', related(officer('Nonesuch', '0')), 1],
  ['C540', 'a title that ends so', related(officer('Some none', '0')), 1],
  ['C540', 'the second owner', related(flag('isDirector'), officer('Treasurer', '0')), 1],
  ['C541', 'no other', related(other('Founder', '0')), 1],
  ['C541', 'no box', related(flag('otherText', 'Founder')), 1],
  ['C541', 'no text', related(flag('isOther', '0')), 0],
  ...['N/A', 'NA', 'none', '-', 'n a.'].map((text): Neighbour => ['C541', text, related(other(text, '0')), 0]),
  ['C541', 'a text that begins so', related(other('Nonesuch', '0')), 1],
  ['C541', 'a text that ends so', related(other('Some none', '0')), 1],
  ...['Director', 'Officer', 'Executive Officer', '10% Owner', '10 percent owner', 'ten percent beneficial owner'].map(
    (title): Neighbour => ['C542', title, related(officer(title)), 1],
  ),
  ...['10 owner', '10%Owner', 'Shareholder', 'n/a', 'NA', 'none', 'Other', '--', '(Director)'].map(
    (title): Neighbour => ['C542', title, related(officer(title)), 1],
  ),
  ...['Managing Director', 'Director of Sales', 'Chief Executive Officer', 'Officer, Sales'].map(
    (title): Neighbour => ['C542', title, related(officer(title)), 0],
  ),
  ['C542', 'no officer', related(officer('Director', '0')), 0],
  ['C542', 'no title', related(flag('isOfficer')), 0],
  ['C543', 'a title', related(officer('See Remarks')), 1],
  ['C543', 'a title, below', related(officer('(see explanation below)')), 1],
  ['C543', 'a text', related(other('See remark')), 1],
  ['C543', 'neither', related(flag('isOfficer')), 0],
  ['C543', 'another title', related(officer('Seer')), 0],
  ['C543', 'remarks', { ...related(officer('See Remarks')), remarks: 'CEO' }, 0],
  ['C543', 'a footnote', { ...related(officer('See Remarks')), footnotes: ['CEO'] }, 0],
  ...['Officer', 'Executive Officer'].map((text): Neighbour => ['C544', text, related(other(text)), 1]),
  ...['10% Owner', '10 percent owner', 'Ten Percent Beneficial Owner', '10% beneficial owner', 'ten owner'].map(
    (text): Neighbour => ['C544', text, related(other(text)), 1],
  ),
  ...['Chief Officer', 'Officer of a sub', '10% Owners', 'A 10% owner'].map(
    (text): Neighbour => ['C544', text, related(other(text)), 0],
  ),
  ['C544', 'marked as officer too', related(`${other('Officer')}${flag('isOfficer')}`), 0],
  ['C544', 'marked as holder too', related(`${other('10% owner')}${flag('isTenPercentOwner')}`), 0],
  ['C544', 'officer, marked as holder', related(`${other('Officer')}${flag('isTenPercentOwner')}`), 1],
  ['C544', 'not marked as other', related(other('Officer', '0')), 0],
  ['C544', 'no text', related(flag('isOther')), 0],
  ...['Share', 'Shares', 'stock', 'Equity', 'securities', '(Security)'].map(
    (title): Neighbour => ['C545', title, rows({ title }), 1],
  ),
  ...['Common Stock', 'Stock A', 'Equityholder'].map((title): Neighbour => ['C545', title, rows({ title }), 0]),
  ...['Derivative', 'derivatives', 'Right', 'Rights', 'Security', 'Securities', 'Other'].map(
    (title): Neighbour => ['C546', title, rows(option({ title })), 1],
  ),
  ...['Rights to buy', 'Stock rights'].map((title): Neighbour => ['C546', title, rows(option({ title })), 0]),
  ['C546', 'rights of Table I', rows({ title: 'Rights' }), 0],
  ['C547', 'only the box', { flags: flag('notSubjectToSection16') }, 1],
  ['C547', 'no box', { flags: flag('notSubjectToSection16', '0') }, 0],
  ['C547', 'with a transaction', { flags: flag('notSubjectToSection16'), rows: [{}] }, 0],
  ['C547', 'with a holding', { flags: flag('notSubjectToSection16'), rows: [{ isHolding: true }] }, 1],
  ['C547', 'an amendment', { type: '4/A', flags: flag('notSubjectToSection16') }, 0],
  ['C548', 'no box', { type: '5' }, 0],
  ['C548', 'a box without holding', { type: '5', flags: flag('form3HoldingsReported') }, 1],
  ['C549', 'no box', { type: '5' }, 0],
  ['C549', 'a box without transaction', { type: '5', flags: flag('form4TransactionsReported') }, 1],
  ['C549', 'a box with a transaction', { type: '5', flags: flag('form4TransactionsReported'), rows: [{}] }, 0],
  [
    'C549',
    'a transaction of the year',
    { type: '5', flags: flag('form4TransactionsReported'), rows: [{ formType: '5' }] },
    1,
  ],
  // Foreign issuers.
  ['C550', 'a holder', foreign(flag('isTenPercentOwner')), 1, LATE],
  ['C550', 'a holder, before', foreign(flag('isTenPercentOwner')), 0, '2026-03-17'],
  ['C550', 'a holder on the day', foreign(flag('isTenPercentOwner')), 1, '2026-03-18'],
  ['C550', 'a director', foreign(flag('isDirector')), 0, LATE],
  ...['isDirector', 'isOfficer', 'isOther'].map(
    (name): Neighbour => ['C550', `a holder and ${name}`, foreign(flag('isTenPercentOwner') + flag(name)), 0, LATE],
  ),
  ['C550', 'a domestic issuer', related(flag('isTenPercentOwner')), 0, LATE],
  ['C551', 'before the day', { ...foreign(''), rows: [{ date: '2026-03-17' }] }, 1, LATE],
  ['C551', 'on the day', { ...foreign(''), rows: [{ date: '2026-03-18' }] }, 0, LATE],
  ['C551', 'no date', { ...foreign(''), rows: [{ date: null }] }, 0, LATE],
  ['C551', 'an amendment', { ...foreign(''), type: '4/A', rows: [{ date: '2026-03-17' }] }, 0, LATE],
  ['C551', 'a domestic issuer', rows({ date: '2026-03-17' }), 0, LATE],
  ...['American Depositary Share', 'American Depository Receipt', 'ADS', 'ADSs', 'ADR', 'ADRs'].map(
    (title): Neighbour => ['C552', title, rows({ title }), 1],
  ),
  ...['ADS, each of two', 'ADSs representing shares'].map((title): Neighbour => ['C552', title, rows({ title }), 0]),
  ...['represents', 'represent', 'representing', 'each ADS', 'the ratio', 'equal to', 'evidenced'].map(
    (remarks): Neighbour => ['C552', remarks, { remarks, rows: [{ title: 'ADS' }] }, 0],
  ),
  ['C552', 'a representative', { remarks: 'A representative', rows: [{ title: 'ADS' }] }, 1],
  ['C552', 'a second row', rows({}, { title: 'ADS' }), 1],
  ['C552', 'stock', rows({}), 0],
  ...[
    'LLC',
    'L.L.C.',
    'LP',
    'L.P.',
    'LLP',
    'Inc',
    'Corp.',
    'Ltd',
    'Partners',
    'Holdings',
    'Capital',
    'Fund',
    'Trust',
  ].map(
    (name): Neighbour => ['C553', name, { owners: [{ name: `ALDER ${name}`, relationship: flag('isOfficer') }] }, 1],
  ),
  ['C553', 'no officer', { owners: [{ name: 'ALDER LLC' }] }, 0],
  ['C553', 'no name', { owners: [{ name: null, relationship: flag('isOfficer') }] }, 0],
  ['C553', 'a person', { owners: [{ name: 'Corpening Fundy', relationship: flag('isOfficer') }] }, 0],
  // Codes of those who are only holders.
  ...['A', 'F', 'I', 'M'].map(
    (code): Neighbour => ['C554', code, { ...related(flag('isTenPercentOwner')), rows: [{ code }] }, 1],
  ),
  ['C554', 'a sale', { ...related(flag('isTenPercentOwner')), rows: [{}] }, 0],
  ['C554', 'explained', { ...related(flag('isTenPercentOwner')), rows: [{ code: 'A', shares: '1^F1' }] }, 0],
  ...['isDirector', 'isOfficer', 'isOther'].map(
    (name): Neighbour => [
      'C554',
      `one of two owners ${name}`,
      { ...related(flag('isTenPercentOwner'), flag(name)), rows: [{ code: 'A' }] },
      0,
    ],
  ),
  ['C554', 'nothing', { ...related(''), rows: [{ code: 'A' }] }, 0],
  [
    'C554',
    'two holders',
    { ...related(flag('isTenPercentOwner'), flag('isTenPercentOwner')), rows: [{ code: 'A' }] },
    1,
  ],
  ['C554', 'one of two is a holder', { ...related('', flag('isTenPercentOwner')), rows: [{ code: 'A' }] }, 1],
  // Small acquisitions, together in six months.
  ['C555', 'ten thousand', rows({ code: 'L', price: '10' }), 0],
  ['C555', 'a cent more', rows({ code: 'L', shares: '1', price: '10000.01' }), 1],
  ['C555', 'a purchase', rows({ code: 'P' }), 0],
  ['C555', 'two together', rows({ code: 'L', price: '6' }, { code: 'L', price: '6' }), 2],
  [
    'C555',
    'the later with the earlier',
    rows({ code: 'L', price: '6', date: '2024-01-01' }, { code: 'L', price: '6' }),
    1,
  ],
  ['C555', '181 days', rows({ code: 'L', price: '6', date: '2023-09-02' }, { code: 'L', price: '6' }), 1],
  ['C555', '182 days', rows({ code: 'L', price: '6', date: '2023-09-01' }, { code: 'L', price: '6' }), 0],
  ['C555', 'of two classes', rows({ code: 'L', price: '6' }, { code: 'L', price: '6', title: 'Class B' }), 0],
  ['C555', 'with a purchase', rows({ code: 'L', price: '6' }, { code: 'P', price: '6' }), 0],
  ['C555', 'no date, alone', rows({ code: 'L', price: '11', date: null }), 1],
  ['C555', 'no date, with another', rows({ code: 'L', price: '6', date: null }, { code: 'L', price: '6' }), 0],
  ['C555', 'no price', rows({ code: 'L', price: null }), 0],
  ['C555', 'no number', rows({ code: 'L', shares: null, price: '20000' }), 0],
  // Exercises out of the money.
  ['C556', 'sold for less', rows(option({ code: 'X' }), { price: '12.49' }), 1],
  ['C556', 'withheld for less', rows(option({ code: 'X' }), { code: 'F', price: '12.49' }), 1],
  ['C556', 'sold for as much', rows(option({ code: 'X' }), { price: '12.5' }), 0],
  ['C556', 'sold for nothing', rows(option({ code: 'X' }), { price: '0' }), 0],
  ['C556', 'sold, no price', rows(option({ code: 'X' }), { price: null }), 0],
  ['C556', 'bought for less', rows(option({ code: 'X' }), { code: 'P', price: '12.49' }), 0],
  ['C556', 'sold on another day', rows(option({ code: 'X' }), { price: '12.49', date: '2024-02-29' }), 0],
  ['C556', 'an option sold', rows(option({ code: 'X' }), option({ code: 'S', price: '12.49' })), 0],
  ['C556', 'exercised under M', rows(option(), { price: '12.49' }), 0],
  ['C556', 'no exercise price', rows(option({ code: 'X', exercisePrice: null }), { price: '12.49' }), 0],
  ['C556', 'a put', rows(option({ code: 'X', title: 'Put option' }), { price: '12.49' }), 0],
  ['C556', 'a line of Table I', rows({ code: 'X', exercisePrice: '12.5' }, { price: '12.49' }), 0],
  // Who owns.
  ['C700', 'the issuer', { owners: [{ cik: '0009999401' }] }, 1],
  ['C700', 'the second owner', { owners: [{}, { cik: '0009999401' }] }, 1],
  ['C700', 'neither CIK', { issuerCik: null, owners: [{ cik: null }] }, 0],
  ['C701', 'the issuer’s name', named('ALDER INSTRUMENTS, INC'), 1],
  ['C701', 'under the issuer’s CIK', { owners: [{ name: 'Alder Instruments Inc.', cik: '0009999401' }] }, 0],
  ['C701', 'no name', named(null), 0],
  ['C701', 'neither name', { issuerName: null, ...named(null) }, 0],
  ['C701', 'no name of the issuer', { issuerName: null, ...named('Alder Instruments Inc.') }, 0],
  ['C701', 'a longer name', named('Alder Instruments Inc. Trust'), 0],
  ['C702', 'twice', named('Doe Jane', 'DOE, JANE'), 1],
  ['C702', 'three times', named('Doe Jane', 'Doe Jane', 'Doe Jane'), 2],
  ['C702', 'no names', named(null, null), 0],
  ['C702', 'two names', named('Doe Jane', 'Doe John'), 0],
  // ZIP codes: the first digit of each group of states.
  ...['CT', 'DE', 'DC', 'AL', 'IN', 'IA', 'IL', 'AR', 'AZ', 'AK'].map(
    (state, digit): Neighbour => ['C703', `${state} ${digit}`, addressed(state, `${digit}1111`), 0],
  ),
  ...['VT', 'PA', 'WV', 'TN', 'OH', 'WI', 'NE', 'TX', 'WY', 'WA'].map(
    (state, digit): Neighbour => [
      'C703',
      `${state} not ${(digit + 3) % 10}`,
      addressed(state, `${(digit + 3) % 10}1111`),
      1,
    ],
  ),
  ['C703', 'nine digits', addressed('MA', '12110-1234'), 1],
  ['C703', 'nine digits together', addressed('MA', '121101234'), 1],
  ['C703', 'four digits', addressed('MA', '1211'), 0],
  ['C703', 'six digits', addressed('MA', '121100'), 0],
  ['C703', 'a letter before', addressed('MA', 'A12110'), 0],
  ['C703', 'no state', addressed('', '12110'), 0],
  ['C703', 'no ZIP code', addressed('MA', ''), 0],
  ['C703', 'a letter of a state', addressed('A', '12110'), 0],
  ['C703', 'a province', addressed('A6', '12110'), 0],
  ...['NY00501', 'NY06390', 'DC56901', 'TX88510', 'GA39834', 'VA20101', 'VA22030'].map(
    (both): Neighbour => ['C703', both, addressed(both.slice(0, 2), both.slice(2)), 0],
  ),
  ...['NY06490', 'NY00601', 'DC57001', 'TX88610'].map(
    (both): Neighbour => ['C703', both, addressed(both.slice(0, 2), both.slice(2)), 1],
  ),
  ...['AK', 'AL', 'AR', 'AZ', 'CA', 'CO', 'CT', 'DC', 'DE', 'FL', 'GA', 'HI', 'IA', 'ID', 'IL', 'IN', 'KS', 'KY'].map(
    (state): Neighbour => ['C704', state, addressed(state, '1211'), 1],
  ),
  ...['LA', 'MA', 'MD', 'ME', 'MI', 'MN', 'MO', 'MS', 'MT', 'NC', 'ND', 'NE', 'NH', 'NJ', 'NM', 'NV', 'NY'].map(
    (state): Neighbour => ['C704', state, addressed(state, '1211'), 1],
  ),
  ...['OH', 'OK', 'OR', 'PA', 'RI', 'SC', 'SD', 'TN', 'TX', 'UT', 'VA', 'VT', 'WA', 'WI', 'WV', 'WY'].map(
    (state): Neighbour => ['C704', state, addressed(state, '1211'), 1],
  ),
  ...['X0', 'A6', 'AB', 'XAL', 'ALX', ''].map(
    (state): Neighbour => ['C704', `in ${state}`, addressed(state, '1211'), 0],
  ),
  ...['12110', '12110-1234', '12110 1234', '121101234', ''].map(
    (zip): Neighbour => ['C704', `the code ${zip}`, addressed('MA', zip), 0],
  ),
  ...['1211', '121100', 'A12110', '12110A', '12110--1234'].map(
    (zip): Neighbour => ['C704', `the code ${zip}`, addressed('MA', zip), 1],
  ),
]

test.each(neighbours(NEIGHBOURS))('$code: $what', ({ code, form, found, options }) => {
  expect(findingsIn(code, form, options)).toHaveLength(found)
})

test('what is said of an owner', () => {
  const said = (code: string, form: InventedForm, filed = LATE) => findingsIn(code, form, filedOn(filed)).join('\n')
  expect(said('C550', foreign(flag('isTenPercentOwner')))).toContain('Doe Jane reports as ten percent owner only')
  expect(said('C550', foreign(flag('isTenPercentOwner'), null))).toContain('An owner reports as')
  expect(said('C543', related(other('See remark')))).toContain('otherText: The title says “See remark”')
  expect(said('C543', related(officer('See remark')))).toContain('officerTitle: The title says “See remark”')
  expect(said('C544', related(other('10% Owner')))).toContain('“10% Owner” has a box of its own')
  expect(said('C555', rows({ code: 'L', price: '6' }, { code: 'L', price: '7' }))).toContain(
    'of 13000 dollars is above 10000',
  )
  expect(said('C702', named('Doe Jane', 'DOE, JANE'))).toContain('Two reporting owners are called DOE, JANE')
  expect(said('C707', signed('', ''))).toContain('The signature “” stands twice')
})
