import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { day } from '../facts/dated.ts'
import { readOwnershipXml } from '../read/ownershipXml.ts'
import { findingsOf } from './check.ts'
import { CheckedFiling, type CheckOptions } from './checkedFiling.ts'
import { applies } from './plan.ts'
import { registry } from './registry.ts'

/** How many times a rule fires on one of its own cases with some texts replaced, once each. */
function count(code: string, file: 'good' | 'bad', edits: readonly Edit[], options: CheckOptions = {}): number {
  const rule = registry.find((one) => one.code === code)!
  const folder = join(import.meta.dirname, '../../cases/rules', `${code}-${rule.name}`)
  let xml = readFileSync(join(folder, `${file}.xml`), 'utf8')
  for (const [from, to] of edits) {
    if (!xml.includes(from)) throw new Error(`${code}: ${from} is not in its case`)
    xml = xml.replace(from, to)
  }
  const { document } = readOwnershipXml(xml)
  if (!document) throw new Error(`${code}: not readable`)
  const filing = new CheckedFiling(document, options)
  return applies(rule, filing) ? findingsOf(rule, filing).length : 0
}

type Edit = readonly [from: string, to: string]
type Row = readonly [code: string, file: 'good' | 'bad', edits: readonly Edit[], found: number, filedOn?: string]

const FOOTNOTED: Edit = ['<footnotes></footnotes>', '<footnotes><footnote id="F1">A put.</footnote></footnotes>']
const REMARKED: Edit = ['<remarks></remarks>', '<remarks>See above.</remarks>']
const code = (from: string, to: string): Edit => [
  `<transactionCode>${from}</transactionCode>`,
  `<transactionCode>${to}</transactionCode>`,
]
const formType = (from: string, to: string): Edit => [
  `<transactionFormType>${from}</transactionFormType>`,
  `<transactionFormType>${to}</transactionFormType>`,
]
const value = (from: string, to: string): Edit => [`<value>${from}</value>`, `<value>${to}</value>`]
const AMENDED: Edit = ['<documentType>4</documentType>', '<documentType>4/A</documentType>']

/** A row for each neighbour of a rule's border. */
const TABLE: readonly Row[] = [
  // Directions.
  ['C402', 'bad', [code('P', 'S')], 0],
  ['C402', 'bad', [value('D', 'A')], 0],
  ['C409', 'bad', [FOOTNOTED], 0],
  ['C409', 'bad', [code('M', 'C')], 1],
  ['C409', 'bad', [code('M', 'O')], 1],
  ['C409', 'bad', [code('M', 'X')], 1],
  ['C409', 'bad', [code('M', 'S')], 0],
  ['C410', 'bad', [code('M', 'X'), code('M', 'X')], 1],
  // Gifts: the day of the switch and the day before it.
  ['C411', 'bad', [value('2024-03-01', '2023-04-01')], 1],
  ['C411', 'bad', [value('2024-03-01', '2023-03-31')], 0],
  ['C411', 'bad', [value('D', 'A')], 0],
  ['C412', 'bad', [value('2023-03-10', '2023-02-27')], 1],
  ['C412', 'bad', [value('2023-03-10', '2023-03-31')], 1],
  ['C412', 'bad', [value('2023-03-10', '2023-04-01')], 0],
  ['C412', 'bad', [formType('5', '4')], 0],
  ['C412', 'bad', [value('D', 'A')], 0],
  ['C416', 'bad', [value('2024-05-06', '2023-03-31')], 0],
  ['C416', 'bad', [formType('5', '4')], 0],
  // The early mark: every code of Form 4, and grants by their day.
  ...'P S M C O X U A D F I'.split(' ').map((letter): Row => ['C414', 'bad', [code('F', letter)], 1]),
  ...'G L W Z J E H'.split(' ').map((letter): Row => ['C414', 'bad', [code('F', letter)], 0]),
  ['C414', 'bad', [value('2024-03-01', '2002-08-29')], 1],
  ['C414', 'bad', [value('2024-03-01', '2002-08-28')], 0],
  ['C414', 'bad', [code('F', 'S'), value('2024-03-01', '2002-08-28')], 1],
  ['C421', 'bad', [formType('5', '4')], 0],
  ['C422', 'bad', [code('W', 'Z')], 1],
  ['C422', 'bad', [code('W', 'G')], 1],
  ['C422', 'bad', [code('W', 'P')], 0],
  // What has to be said in words.
  ['C417', 'bad', [REMARKED], 0],
  ['C418', 'bad', [['<equitySwapInvolved>1', '<equitySwapInvolved>0']], 0],
  ['C419', 'bad', [REMARKED], 0],
  ['C419', 'bad', [['<equitySwapInvolved>1', '<equitySwapInvolved>0']], 0],
  ['C420', 'bad', [code('F', 'P')], 0],
  ['C420', 'bad', [code('F', 'J')], 0],
  ['C420', 'bad', [['<transactionCode>F', '<transactionCode>']], 0],
  ['C428', 'bad', [code('H', 'A')], 0],
  ['C428', 'bad', [['<value>0</value>', '<value>0</value><footnoteId id="F1"/>']], 0],
  // Tables and titles.
  ['C426', 'bad', [value('Stock Option (right to buy)', 'Warrant')], 1],
  ['C426', 'bad', [value('Stock Option (right to buy)', 'Stock Units')], 0],
  ['C440', 'bad', [value('Stock Option (right to buy)', 'Common Stock Warrants')], 1],
  ['C440', 'bad', [value('Stock Option (right to buy)', 'Optional Shares')], 0],
  ['C441', 'bad', [['<equitySwapInvolved>0', '<equitySwapInvolved>1']], 0],
  ['C441', 'bad', [value('Common Stock', 'Ordinary Shares')], 1],
  ['C441', 'bad', [value('Common Stock', 'Common Stock Unit')], 0],
  ['C441', 'bad', [['Common Stock</value>', 'Common Stock</value><footnoteId id="F1"/>']], 0],
  ['C442', 'bad', [value('Restricted Stock Units', 'Common Stock')], 0],
  ['C443', 'bad', [value('Stock Option (Right to Buy)', 'Class A Stock')], 0],
  // Two lines for one exercise.
  ['C446', 'bad', [AMENDED], 0],
  ['C446', 'bad', [REMARKED], 0],
  ['C446', 'bad', [['<value>12.5</value>', '<value>12.5</value><footnoteId id="F1"/>']], 0],
  ['C446', 'good', [['<transactionCode>M</transactionCode>', '<transactionCode>X</transactionCode>']], 0],
  ['C447', 'bad', [AMENDED], 0],
  ['C447', 'bad', [REMARKED], 0],
  ['C447', 'bad', [value('D', 'A')], 0],
  ['C447', 'bad', [value('2031-03-01', '2031-03-01</value><footnoteId id="F1"/><value>')], 0],
  ['C448', 'bad', [['<value>0</value>', '<value>0</value><footnoteId id="F1"/>']], 0],
  ['C451', 'bad', [code('W', 'P')], 0],
  ['C456', 'bad', [value('Common Stock', 'Notes')], 0],
  ['C458', 'bad', [value('I', 'D')], 0],
  ['C458', 'bad', [value('Indirect', 'By')], 1],
  ['C458', 'bad', [value('Indirect', 'N/A')], 1],
  ['C458', 'bad', [value('Indirect', 'By Trust of Jane')], 0],
  ['C459', 'bad', [value('See Footnote', 'By LLC')], 0],
  ['C459', 'bad', [value('Common Stock', 'Stock (see note 1)')], 2],
  // Deadlines: the last day and the day after it.
  ['C500', 'bad', [], 0],
  ['C500', 'bad', [], 0, '2024-03-05'],
  ['C500', 'bad', [], 1, '2024-03-06'],
  ['C500', 'bad', [AMENDED], 0, '2024-03-11'],
  ['C500', 'bad', [formType('4', '5')], 0, '2024-03-11'],
  ['C500', 'bad', [code('S', 'J')], 0, '2024-03-11'],
  ['C500', 'bad', [code('S', 'G')], 1, '2024-03-11'],
  ['C500', 'bad', [code('S', 'G'), value('2024-03-01', '2023-03-31')], 0, '2024-03-11'],
  ['C500', 'bad', [code('S', 'G'), value('D', 'A')], 0, '2024-03-11'],
  ['C500', 'bad', [value('2024-03-01', '2002-08-28')], 0, '2002-09-10'],
  ['C500', 'bad', [value('2024-03-01', '2002-08-29')], 1, '2002-09-10'],
  ['C501', 'bad', [], 0, '2024-03-11'],
  ['C501', 'bad', [], 1, '2024-03-12'],
  ['C501', 'bad', [], 0],
  ['C501', 'bad', [['<documentType>3<', '<documentType>3/A<']], 0, '2024-03-20'],
  // Nobody can tell from the form who is an insider of a foreign issuer.
  ['C501', 'bad', [['Report>2024-03-01', 'Report>2025-12-01']], 1, '2025-12-17'],
  ['C501', 'bad', [['Report>2024-03-01', 'Report>2025-12-01']], 0, '2025-12-18'],
  ['C501', 'bad', [['Report>2024-03-01', 'Report>2026-03-18']], 1, '2026-04-10'],
  ['C502', 'bad', [], 0, '2024-02-14'],
  ['C502', 'bad', [], 1, '2024-02-15'],
  ['C502', 'bad', [], 0],
  ['C502', 'bad', [['<documentType>5<', '<documentType>5/A<']], 0, '2024-03-01'],
  ['C503', 'bad', [], 0, '2024-12-31'],
  ['C503', 'bad', [], 1, '2024-12-30'],
  ['C504', 'bad', [], 0, '2025-03-01'],
  ['C504', 'bad', [], 1, '2025-02-28'],
  ['C506', 'bad', [value('2024-02-28', '2024-03-01')], 0],
  ['C507', 'bad', [value('2024-03-15', '2024-03-06')], 0],
  ['C507', 'bad', [value('2024-03-15', '2024-03-07')], 1],
  ['C508', 'bad', [REMARKED], 1],
  ['C508', 'bad', [['<remarks></remarks>', '<remarks>The broker gave notice later.</remarks>']], 0],
  ['C508', 'bad', [code('S', 'I')], 0],
  ['C508', 'bad', [value('2024-03-05', '2024-03-01')], 0],
  [
    'C509',
    'bad',
    [['<deemedExecutionDate>\n                <value>2024-03-01', '<deemedExecutionDate><value>2024-03-02']],
    0,
  ],
  ['C510', 'bad', [['Report>2024-03-04', 'Report>2024-03-02']], 1],
  ['C510', 'bad', [AMENDED], 0],
  ['C510', 'bad', [formType('4', '5')], 0],
  ['C511', 'bad', [value('2024-01-15', '2023-12-31')], 0],
  ['C511', 'bad', [['<documentType>5<', '<documentType>5/A<']], 0],
  ['C512', 'bad', [value('2021-05-02', '2022-12-30')], 0],
  ['C512', 'bad', [value('2021-05-02', '2022-12-29')], 1],
  ['C512', 'bad', [formType('5', '4')], 0],
  // Signatures and amendments.
  ['C524', 'bad', [['/s/ Jane Doe', '/s/ Jane Doe, Trustee']], 0],
  ['C524', 'bad', [['/s/ Jane Doe', 'By: Jane Doe']], 0],
  ['C532', 'bad', [['Submission>2024-03-01', 'Submission>2024-03-02']], 0],
  ['C532', 'bad', [], 0, '2024-03-01'],
  ['C533', 'bad', [], 0],
  ['C533', 'bad', [], 0, '2024-03-20'],
  ['C533', 'bad', [], 1, '2024-03-21'],
  ['C533', 'bad', [['Submission>2024-03-20', 'Submission>2024-03-19']], 0, '2024-03-21'],
  ['C534', 'bad', [REMARKED], 1],
  ['C534', 'bad', [['4/A', '4']], 0],
  // The header.
  ['C540', 'bad', [['Chief Executive Officer', 'N/A']], 0],
  ['C541', 'bad', [['Member of 10% group', 'None']], 0],
  ['C542', 'bad', [['<officerTitle>Director', '<officerTitle>10% Owner']], 1],
  ['C542', 'bad', [['<officerTitle>Director', '<officerTitle>Officer']], 1],
  ['C542', 'bad', [['<officerTitle>Director', '<officerTitle>Managing Director']], 0],
  ['C542', 'bad', [['<isOfficer>1', '<isOfficer>0']], 0],
  ['C543', 'bad', [REMARKED], 0],
  ['C543', 'bad', [FOOTNOTED], 0],
  [
    'C543',
    'bad',
    [
      ['officerTitle>See Remarks', 'otherText>See Remarks'],
      ['/officerTitle', '/otherText'],
    ],
    1,
  ],
  ['C544', 'bad', [['10% Owner', 'Director']], 0],
  ['C544', 'bad', [['10% Owner', 'Officer']], 1],
  ['C544', 'bad', [['10% Owner', 'Member of group']], 0],
  ['C544', 'bad', [['<isOther>1', '<isOther>0']], 0],
  ['C547', 'bad', [AMENDED], 0],
  ['C547', 'bad', [['Section16>1', 'Section16>0']], 0],
  ['C548', 'good', [['Reported>1', 'Reported>0']], 1],
  ['C548', 'good', [['<form3HoldingsReported>1</form3HoldingsReported>', '']], 0],
  ['C549', 'good', [['form4TransactionsReported>1', 'form4TransactionsReported>0']], 1],
  // Foreign issuers (R1.3.2, R1.3.4, R1.3.8), entities, small acquisitions, exercises out of the money.
  ['C550', 'good', [['<isDirector>1', '<isDirector>0']], 1],
  ['C550', 'bad', [['<issuerForeignTradingSymbol>ALDX</issuerForeignTradingSymbol>', '']], 0],
  ['C550', 'bad', [], 0, '2026-03-17'],
  ['C551', 'bad', [['<documentType>4<', '<documentType>4/A<']], 0],
  ['C551', 'bad', [value('2026-03-02', '2026-03-17')], 1],
  ['C552', 'bad', [['<remarks></remarks>', '<remarks>The ratio is 2 to 1.</remarks>']], 0],
  ['C552', 'bad', [['<remarks></remarks>', '<remarks>Alder Corporation.</remarks>']], 1],
  ['C552', 'bad', [value('American Depositary Shares', 'ADS (each for 2 shares)')], 0],
  ['C553', 'bad', [['ALDER PARTNERS LP', 'ALDER JOHN']], 0],
  ['C553', 'bad', [['ALDER PARTNERS LP', 'ALDER L.L.C.']], 1],
  ['C554', 'bad', [['<isTenPercentOwner>1', '<isTenPercentOwner>0']], 0],
  ['C554', 'bad', [['<isTenPercentOwner>', '<isOther>1</isOther><isTenPercentOwner>']], 0],
  ['C554', 'bad', [code('A', 'P')], 0],
  ['C555', 'bad', [value('20.25', '20'), value('20.25', '20')], 0],
  ['C555', 'bad', [value('2023-02-01', '2022-11-02')], 1],
  ['C555', 'bad', [value('2023-02-01', '2022-11-01')], 0],
  ['C555', 'bad', [value('Common Stock', 'Class B Stock')], 0],
  ['C556', 'bad', [value('20.25', '25')], 0],
  ['C556', 'bad', [value('20.25', '0')], 0],
  ['C556', 'bad', [code('S', 'F')], 1],
  ['C556', 'bad', [code('S', 'P')], 0],
]

describe('the borders of the law’s rules', () => {
  const cases = TABLE.map(([rule, file, edits, found, filedOn]) => ({ rule, file, edits, found, filedOn }))
  it.each(cases)('$rule: $file $edits fires $found times (filed $filedOn)', ({ rule, file, edits, found, filedOn }) => {
    expect(count(rule, file, edits, filedOn ? { filedOn: day(filedOn) } : {})).toBe(found)
  })
})

describe('section16-rules.md 2.3: direction by code and form, row by row', () => {
  it.each([
    ['P, A, L with direction D', 'error', ['C402', 'C403', 'C404']],
    ['S, D, U with direction A', 'error', ['C405', 'C406', 'C408']],
    ['F with direction A: a rare reversal is possible', 'warning', ['C407']],
    ['M, C, O, X: in Table I not A, in Table II not D', 'warning', ['C409', 'C410']],
    ['G disposition on Form 5, from 2023-02-27', 'error', ['C411']],
    ['L on Form 4 without V', 'warning', ['C413']],
    ['V beside an item of Form 4, when reading', 'warning', ['C414']],
    ['V beside an item of Form 4, when writing', 'error', ['C415']],
    ['J without a footnote; K alone', 'error', ['C417', 'C418']],
    ['code absent on a transaction row; present on a holding row', 'error', ['C240', 'C429']],
  ])('%s: %s', (_, severity, codes) => {
    for (const one of codes) {
      const found = registry.find((rule) => rule.code === one)!
      expect([one, found.severity]).toEqual([
        one,
        severity === 'warning' ? 'doubt' : one === 'C240' ? 'suspends' : 'law',
      ])
      const options = found.stage === 'draft' ? { stage: found.stage } : {}
      expect([one, count(one, 'bad', [], options) > 0, count(one, 'good', [], options)]).toEqual([one, true, 0])
    }
  })
})

describe('section16-rules.md 0: switch dates of rules', () => {
  it.each([
    ['WAP_AGGREGATION_FROM', '2008-06-25', ['C626', 'C627', 'C628']],
    ['CHECKBOX_10B51_FROM', '2023-04-01', ['C660', 'C661', 'C662', 'C663', 'C664', 'C665', 'C666']],
  ])('%s: %s', (_, date, codes) => {
    for (const one of codes) {
      const rule = registry.find(({ code: known }) => known === one)
      expect([one, String(rule?.from)]).toEqual([one, date])
    }
  })
})
