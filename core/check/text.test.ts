import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CalendarDate } from '../model/index.ts'
import { readOwnershipXml } from '../read/index.ts'
import { applies, CheckedFiling, findingsOf, registry } from './index.ts'

// What the good and bad case of a rule leave open: the other side of each condition.

const caseOf = (name: string) => readFileSync(new URL(`../../cases/rules/${name}/good.xml`, import.meta.url), 'utf8')
const FORM_4 = caseOf('C242-on-time-row-timeliness')
const GIFT = caseOf('C241-early-row-timeliness')
const FORM_5 = caseOf('C243-annual-row-timeliness')
const FORM_3 = caseOf('C283-no-securities-box-wrong')
const JOINT = caseOf('C223-owner-cik-twice')
const FOREIGN = caseOf('C229-foreign-address-without-country')

type Edit = readonly [string | RegExp, string]
type Row = readonly [what: string, base: string, edits: readonly Edit[], code: string, paths: readonly string[]]

function pathsOf(xml: string, code: string, stage: 'draft' | 'filed', day = '2026-06-01'): string[] {
  const { document } = readOwnershipXml(xml)
  const rulesOf = CalendarDate.parse(day)
  if (!document || !rulesOf) throw new Error('not read')
  const rule = registry.find((one) => one.code === code)!
  const filing = new CheckedFiling(document, { rulesOf, stage })
  if (!applies(rule, filing)) return []
  return findingsOf(rule, filing).map(({ at }) => at.path?.replace('/ownershipDocument/', '') ?? '')
}

function edited(base: string, edits: readonly Edit[]): string {
  let xml = base
  for (const [from, to] of edits) {
    const changed = xml.replace(from, to)
    if (changed === xml) throw new Error(`nothing to change: ${String(from)}`)
    xml = changed
  }
  return xml
}

const OWNER = 'reportingOwner[1]/reportingOwner'
const TRANSACTION = 'nonDerivativeTable/nonDerivativeTransaction[1]/'
const symbol = (written: string): Edit => ['>LKFO<', `>${written}<`]
const late = '<transactionTimeliness><value>L</value></transactionTimeliness>'

const ROWS: readonly Row[] = [
  ['a comment is no instruction', FORM_4, [['<issuer>', '<!-- a ? --><issuer>']], 'C201', []],
  ['an instruction after the root', FORM_4, [[/$/, '<?end now?>']], 'C201', ['/ownershipDocument']],
  ['> in a tag of a footnote is not its text', FORM_4, [['Held under', 'Held <b>under</b>']], 'C202', []],
  ['blank schemaVersion', FORM_4, [['>X0609<', '> <']], 'C205', []],
  ['blank schemaVersion is not out of date', FORM_4, [['>X0609<', '> <']], 'C206', []],
  ['zero is no odd number', FORM_4, [['<value>500<', '<value>0<']], 'C210', []],
  [
    'leading zero',
    FORM_4,
    [['<value>500<', '<value>0500<']],
    'C210',
    [`${TRANSACTION}transactionAmounts/transactionShares`],
  ],
  [
    'point at the end',
    FORM_4,
    [['<value>500<', '<value>500.<']],
    'C210',
    [`${TRANSACTION}transactionAmounts/transactionShares`],
  ],
  ['an empty value has no white space around it', FORM_4, [['<rptOwnerStreet2><', '<rptOwnerStreet2> <']], 'C211', []],
  ['no CIK at all', FORM_4, [['0009911001', '']], 'C220', []],
  [
    'two owners without CIK are not one',
    JOINT,
    [
      ['0009911101', ''],
      ['0009911102', ''],
    ],
    'C223',
    [],
  ],
  [
    'owner without relationship group',
    JOINT,
    [[/<reportingOwnerRelationship>[\s\S]*?<\/reportingOwnerRelationship>/, '']],
    'C224',
    [`${OWNER}Relationship`],
  ],
  [
    '10% owner alone is a relationship',
    FORM_4,
    [['isDirector>1</isDirector', 'isTenPercentOwner>true</isTenPercentOwner']],
    'C224',
    [],
  ],
  ['no officer needs no title', FORM_4, [['<isDirector>', '<isOfficer>0</isOfficer><isDirector>']], 'C225', []],
  [
    'a blank title is none',
    FORM_4,
    [['<isDirector>', '<isOfficer>1</isOfficer><officerTitle> </officerTitle><isDirector>']],
    'C225',
    [`${OWNER}Relationship/officerTitle`],
  ],
  ['no other needs no text', FORM_4, [['<isDirector>', '<isOther>0</isOther><isDirector>']], 'C226', []],
  [
    'only EDGAR’s elements: an empty address needs no flag',
    FORM_4,
    [[/<rptOwnerNonUS[\s\S]*?<rptOwnerStateD/, '<rptOwnerStateD']],
    'C227',
    [],
  ],
  [
    'a ZIP code alone makes an address',
    FORM_4,
    [[/<rptOwnerNonUS[\s\S]*?<rptOwnerZip/, '<rptOwnerZip']],
    'C227',
    [`${OWNER}Address/rptOwnerNonUSAddressFlag`],
  ],
  [
    'a street in the second line is a street',
    FORM_4,
    [[/<rptOwnerStreet1>.*?<\/rptOwnerStreet1>\s*<rptOwnerStreet2>/, '<rptOwnerStreet2>9 MAIN']],
    'C236',
    [],
  ],
  [
    'no flag, no state: another rule’s',
    FORM_4,
    [
      [/<rptOwnerNonUS.*/, ''],
      ['>ME<', '><'],
    ],
    'C228',
    [],
  ],
  ['foreign without state', FOREIGN, [], 'C228', []],
  ['no country in the United States', FORM_4, [], 'C229', []],
  [
    'territory of 30',
    FOREIGN,
    [
      [
        '<rptOwnerCountry>',
        `<rptOwnerNonUSStateTerritory>${'x'.repeat(30)}</rptOwnerNonUSStateTerritory><rptOwnerCountry>`,
      ],
    ],
    'C233',
    [],
  ],
  [
    'territory of 31',
    FOREIGN,
    [
      [
        '<rptOwnerCountry>',
        `<rptOwnerNonUSStateTerritory>${'x'.repeat(31)}</rptOwnerNonUSStateTerritory><rptOwnerCountry>`,
      ],
    ],
    'C233',
    [`${OWNER}Address/rptOwnerNonUSStateTerritory`],
  ],
  [
    'the United States without a flag',
    FOREIGN,
    [
      [/<rptOwnerNonUS.*/, ''],
      ['>X0<', '>X1<'],
    ],
    'C234',
    [],
  ],
  [
    'the digit 0 for a flag',
    FORM_4,
    [['Flag>false<', 'Flag>0<']],
    'C237',
    [`${OWNER}Address/rptOwnerNonUSAddressFlag`],
  ],
  ['empty timeliness of an early row', GIFT, [['<value>E<', '<value><']], 'C241', []],
  [
    'late row of form type 4 is not an early one',
    FORM_4,
    [['</transactionCoding>', `</transactionCoding>${late}`]],
    'C241',
    [],
  ],
  ['early row is not an on-time one', GIFT, [], 'C242', []],
  ['late row of a Form 5', FORM_5, [], 'C243', []],
  ['indirect line with a nature', FORM_4, [], 'C245', []],
  [
    'value of underlying in place of shares',
    FORM_4,
    [[/underlyingSecurityShares/g, 'underlyingSecurityValue']],
    'C247',
    [],
  ],
  [
    'footnote in place of underlying shares',
    FORM_4,
    [[/(<underlyingSecurityShares>)\s*<value>2000<\/value>/, '$1<footnoteId id="F1"/>']],
    'C247',
    [],
  ],
  ['Form 3 without a line', FORM_3, [[/<nonDerivativeTable>[\s\S]*<\/nonDerivativeTable>/, '']], 'C248', []],
  ['Form 3 of holdings', FORM_3, [], 'C249', []],
  ['two of one kind, but on two fields', FORM_4, [['"F2"/>', '"F1"/>']], 'C261', []],
  [
    'three times is two too many',
    FORM_4,
    [['<footnoteId id="F1"/>', '<footnoteId id="F1"/><footnoteId id="F1"/><footnoteId id="F1"/>']],
    'C261',
    [
      `${TRANSACTION}transactionAmounts/transactionPricePerShare`,
      `${TRANSACTION}transactionAmounts/transactionPricePerShare`,
    ],
  ],
  ['ids that are no numbers have no order', FORM_4, [['"F1"/>', '"Fa"/>']], 'C264', []],
  ['F1 used again after F2', FORM_4, [['"F2"/>', '"F2"/><footnoteId id="F1"/>']], 'C264', []],
  ['footnotes written in another order', FORM_4, [[/(<footnote id="F1">.*)\n(.*)/, '$2\n$1']], 'C265', []],
  ['a class of shares is one symbol', FORM_4, [symbol('LKF.A')], 'C279', []],
  ['symbol with an exchange', FORM_4, [symbol('NYSE:LKF')], 'C279', ['issuer/issuerTradingSymbol']],
  ['two symbols by a blank', FORM_4, [symbol('LKF LKFW')], 'C279', ['issuer/issuerTradingSymbol']],
  ['N/A is not two symbols', FORM_4, [symbol('N/A')], 'C279', []],
  ['n/a is no symbol in lower case', FORM_4, [symbol('n/a')], 'C280', []],
  ['None in other letters', FORM_4, [symbol('None')], 'C281', []],
  ['[NONE]', FORM_4, [symbol('[NONE]')], 'C281', ['issuer/issuerTradingSymbol']],
  ['a symbol that begins like none', FORM_4, [symbol('NAN')], 'C281', []],
  ['CUSIP alone is a name', FORM_4, [['<value>Common Stock<', '<value>CUSIP<']], 'C286', []],
]

test.each(ROWS)('%s', (_, base, edits, code, paths) => {
  expect(pathsOf(edited(base, edits), code, 'draft')).toEqual(paths)
})

test('the box of no securities is asked for only where it is said', () => {
  expect(pathsOf(edited(FORM_3, [[/<noSecuritiesOwned>.*/, '']]), 'C283', 'filed')).toEqual([])
  const none = edited(FORM_3, [[/<nonDerivativeTable>[\s\S]*<\/nonDerivativeTable>/, '']])
  expect(pathsOf(none, 'C283', 'filed')).toEqual(['noSecuritiesOwned'])
})

test('addresses are judged by the rules of 2026-03-18 from that day on', () => {
  const xml = edited(FORM_4, [[/<rptOwnerNonUS.*/, '']])
  expect(pathsOf(xml, 'C227', 'filed', '2026-03-17')).toEqual([])
  expect(pathsOf(xml, 'C227', 'filed', '2026-03-18')).toEqual([`${OWNER}Address/rptOwnerNonUSAddressFlag`])
})

test('a Form 4 and a Form 5 of holdings only', () => {
  const holding = FORM_4.match(/<nonDerivativeHolding>[\s\S]*?<\/nonDerivativeHolding>/)?.[0] ?? ''
  const table = /<nonDerivativeTransaction>[\s\S]*<\/nonDerivativeTransaction>/
  const five = edited(FORM_5, [[table, holding]])
  expect(pathsOf(five, 'C249', 'filed')).toEqual(['/ownershipDocument'])
  expect(pathsOf(edited(five, [['Section16>0<', 'Section16>1<']]), 'C249', 'filed')).toEqual([])
  const late3 = '<transactionCoding><transactionFormType>3</transactionFormType></transactionCoding>'
  expect(
    pathsOf(edited(five, [['<postTransactionAmounts>', `${late3}<postTransactionAmounts>`]]), 'C249', 'filed'),
  ).toEqual([])
  expect(pathsOf(edited(FORM_5, [[table, '']]), 'C249', 'filed')).toEqual([])
})
