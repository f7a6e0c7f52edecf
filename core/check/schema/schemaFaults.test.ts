import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FORM_LIMITS } from '../../facts/index.ts'
import { CalendarDate } from '../../model/calendarDate.ts'
import { OwnershipDocument } from '../../model/ownershipDocument.ts'
import { reported } from '../../model/reported.ts'
import { readOwnershipXml } from '../../read/ownershipXml.ts'
import { CheckedFiling } from '../checkedFiling.ts'
import { schemaFaults } from './schemaFaults.ts'

/** A document of which little more is said than its type. */
function documentOf(type: string): OwnershipDocument {
  const document = new OwnershipDocument()
  document.documentType = reported('text', type)
  return document
}

function kindsOn(document: OwnershipDocument, written: string): string[] {
  const rulesOf = CalendarDate.parse(written) as CalendarDate
  return schemaFaults(new CheckedFiling(document, { rulesOf })).map(({ kind, path }) => `${kind} ${path.slice(19)}`)
}

test('an empty document misses what every form must have', () => {
  expect(kindsOn(documentOf('3'), '2026-05-04')).toEqual([
    'missing-element periodOfReport',
    'missing-element issuer',
    'missing-element reportingOwner',
    'missing-element ownerSignature',
  ])
})

test('an amendment names the date of its original', () => {
  expect(kindsOn(documentOf('3/A'), '2026-05-04')).toContain('missing-element dateOfOriginalSubmission')
})

test.each([
  ['2023-03-17', false],
  ['2023-03-20', true],
])('on %s the 10b5-1 box must be there: %s', (day, isMandatory) => {
  expect(kindsOn(documentOf('4'), day).includes('missing-element aff10b5One')).toBe(isMandatory)
})

test('the box was not known before it came', () => {
  const document = documentOf('4')
  document.aff10b5One = reported('boolean', '0')
  expect(kindsOn(document, '2023-03-17')).toContain('element-of-another-form aff10b5One')
  expect(kindsOn(document, '2023-03-20')).not.toContain('element-of-another-form aff10b5One')
})

test('a document of before the known schemas is not judged by them', () => {
  expect(kindsOn(documentOf('4'), '2003-06-30')).toEqual([])
})

test('a document of unknown type has one fault', () => {
  expect(kindsOn(documentOf('144'), '2026-05-04')).toEqual(['unknown-document-type documentType'])
})

const CASE = (type: string) => readFileSync(new URL(`../../../cases/elements/${type}.xml`, import.meta.url), 'utf8')
const FOUR = CASE('4')
const FIVE = CASE('5')

/** What the schema has against a case with one text replaced: kind, path below the root, data. */
function faultsOf(xml: string, [from, to]: readonly [string | RegExp, string]) {
  const changed = xml.replace(from, to)
  expect(changed).not.toBe(xml)
  const rulesOf = CalendarDate.parse('2026-06-01')!
  return schemaFaults(new CheckedFiling(readOwnershipXml(changed).document!, { rulesOf })).map(
    ({ kind, path, data }) => `${kind} ${path.replace(/^\/ownershipDocument\/?/, '')} ${JSON.stringify(data)}`,
  )
}

const ROW = 'nonDerivativeTable/nonDerivativeTransaction[1]'

test.each<[what: string, edit: readonly [string | RegExp, string], faults: string[]]>([
  [
    'an element that nobody knows',
    ['<issuer>', '<issuer><invented/>'],
    ['unknown-element issuer/invented {"element":"invented"}'],
  ],
  [
    'an element of a Form 5',
    ['<issuer>', '<form3HoldingsReported>1</form3HoldingsReported><issuer>'],
    ['element-of-another-form form3HoldingsReported {"element":"form3HoldingsReported"}'],
  ],
  [
    'an element twice',
    ['<issuerCik>', '<issuerCik>1</issuerCik><issuerCik>'],
    ['repeated-element issuer/issuerCik {"element":"issuerCik"}'],
  ],
  [
    'elements in another order',
    [/(<issuerCik>.*<\/issuerCik>)\s*(<issuerName>.*<\/issuerName>)/, '$2$1'],
    ['element-out-of-order issuer/issuerCik {"element":"issuerCik"}'],
  ],
  ['text between elements', ['<issuer>', '<issuer>text'], ['stray-text issuer {}']],
  ['a section between elements', ['<issuer>', '<issuer><![CDATA[]]>'], ['stray-text issuer {}']],
  ['a comment between elements', ['<issuer>', '<issuer><!-- text -->'], []],
  [
    'a namespace',
    ['<ownershipDocument>', '<ownershipDocument xmlns="urn:invented">'],
    ['namespace  {"namespace":"urn:invented"}'],
  ],
  ['an empty namespace', ['<ownershipDocument>', '<ownershipDocument xmlns="">'], []],
  ['the name of a namespace', ['<ownershipDocument>', '<ownershipDocument xmlns:x="urn:invented">'], []],
  [
    'an attribute of the root',
    ['<ownershipDocument>', '<ownershipDocument lang="en">'],
    ['unexpected-attribute @lang {"attribute":"lang","element":"ownershipDocument"}'],
  ],
  [
    'an attribute of a group',
    ['<issuer>', '<issuer id="a">'],
    ['unexpected-attribute issuer/@id {"attribute":"id","element":"issuer"}'],
  ],
  [
    'a second attribute of a footnote',
    ['<footnote id="F1">', '<footnote id="F1" lang="en">'],
    ['unexpected-attribute footnotes/footnote/@lang {"attribute":"lang","element":"footnote"}'],
  ],
  [
    'a second attribute of a reference',
    [/<footnoteId id="F1"\/>/, '<footnoteId id="F1" lang="en"/>'],
    [`unexpected-attribute ${ROW}/securityTitle/footnoteId/@lang {"attribute":"lang","element":"footnoteId"}`],
  ],
  [
    'text in a reference',
    [/<footnoteId id="F1"\/>/, '<footnoteId id="F1">F1</footnoteId>'],
    [`stray-text ${ROW}/securityTitle/footnoteId {}`],
  ],
  ['an empty reference of two tags', [/<footnoteId id="F1"\/>/, '<footnoteId id="F1"></footnoteId>'], []],
  [
    'comments and instructions in a reference',
    [/<footnoteId id="F1"\/>/, '<footnoteId id="F1"><!-- F1\nF2 --><?go on?><!----></footnoteId>'],
    [],
  ],
  [
    'a comment and text in a reference',
    [/<footnoteId id="F1"\/>/, '<footnoteId id="F1"><!-- a -->F1<!-- b --></footnoteId>'],
    [`stray-text ${ROW}/securityTitle/footnoteId {}`],
  ],
  [
    'a reference without id',
    [/<footnoteId id="F1"\/>/, '<footnoteId/>'],
    [`missing-footnote-id ${ROW}/securityTitle/footnoteId {}`],
  ],
  [
    'a reference without id where none may stand',
    ['<issuerCik>', '<footnoteId/><issuerCik>'],
    ['footnote-not-allowed issuer/footnoteId {}'],
  ],
  [
    'a reference before the value',
    [/<value>([^<]*)<\/value>\s*<footnoteId id="F1"\/>/, '<footnoteId id="F1"/><value>$1</value>'],
    [`element-out-of-order ${ROW}/securityTitle/value {"element":"value"}`],
  ],
  [
    'a reference with another id',
    [/<footnoteId id="F1"\/>/, '<footnoteId id="1"/>'],
    [`bad-footnote-id ${ROW}/securityTitle/footnoteId[1] {"id":"1"}`],
  ],
  [
    'a reference to a footnote that is not there',
    [/<footnoteId id="F1"\/>/, '<footnoteId id="F99"/>'],
    [`reference-without-footnote ${ROW}/securityTitle/footnoteId[1] {"id":"F99"}`],
  ],
  [
    'a footnote with another id',
    ['<footnote id="F1">', '<footnote id="F1"/><footnote id="Fa">'],
    ['bad-footnote-id footnotes/footnote[2] {"id":"Fa"}'],
  ],
  [
    'a footnote twice',
    ['<footnote id="F1">', '<footnote id="F1"/><footnote id=" F1">'],
    ['repeated-footnote-id footnotes/footnote[2] {"id":"F1"}'],
  ],
  [
    'a footnote without id',
    ['<footnote id="F1">', '<footnote id="F1"/><footnote>'],
    ['missing-footnote-id footnotes/footnote[2] {}'],
  ],
  [
    'markup in a footnote',
    [/(<footnote id="F1">)/, '$1<b>bold</b>'],
    ['markup-in-value footnotes/footnote[1] {"element":"footnote"}'],
  ],
  [
    'markup in a value',
    [/<issuerName>/, '<issuerName><b>bold</b>'],
    ['markup-in-value issuer/issuerName {"element":"issuerName"}'],
  ],
  [
    'a long text',
    [/<issuerName>.*<\/issuerName>/, `<issuerName>${'x'.repeat(151)}</issuerName>`],
    [
      `text-too-long issuer/issuerName ${JSON.stringify({ element: 'issuerName', length: 151, most: 150, value: `${'x'.repeat(40)}…` })}`,
    ],
  ],
  [
    'an empty symbol',
    [/<issuerTradingSymbol>.*<\/issuerTradingSymbol>/, '<issuerTradingSymbol></issuerTradingSymbol>'],
    ['text-too-short issuer/issuerTradingSymbol {"element":"issuerTradingSymbol","least":1,"value":""}'],
  ],
  [
    'a CCC that is too short, of which nothing is shown',
    [/<rptOwnerCcc>.*<\/rptOwnerCcc>/, '<rptOwnerCcc>secret</rptOwnerCcc>'],
    ['bad-ccc-length reportingOwner[1]/reportingOwnerId/rptOwnerCcc {"element":"rptOwnerCcc"}'],
  ],
  [
    'a line of a Form 3 of 2003',
    ['<footnotes>', '<nonDerivativeSecurity/><nonDerivativeSecurity/><footnotes>'],
    [
      'element-of-another-form nonDerivativeSecurity[1] {"element":"nonDerivativeSecurity"}',
      'element-of-another-form nonDerivativeSecurity[2] {"element":"nonDerivativeSecurity"}',
    ],
  ],
  [
    'no owner',
    [/<reportingOwner>[\s\S]*<\/reportingOwner>/, ''],
    ['missing-element reportingOwner {"element":"reportingOwner"}'],
  ],
  [
    'both numbers owned',
    [
      '</sharesOwnedFollowingTransaction>',
      '</sharesOwnedFollowingTransaction><valueOwnedFollowingTransaction><value>1</value></valueOwnedFollowingTransaction>',
    ],
    [`both-amounts ${ROW}/postTransactionAmounts {}`],
  ],
  [
    'neither number owned',
    [/<sharesOwnedFollowingTransaction>[\s\S]*?<\/sharesOwnedFollowingTransaction>/, ''],
    [`neither-amount ${ROW}/postTransactionAmounts {}`],
  ],
])('%s', (_, edit, faults) => {
  expect(faultsOf(FOUR, edit)).toEqual(faults)
})

test('a transaction on a Form 3 is of another form', () => {
  const line = /<nonDerivativeTransaction>[\s\S]*?<\/nonDerivativeTransaction>/.exec(FIVE)?.[0] ?? ''
  expect(faultsOf(CASE('3'), ['<nonDerivativeTable>', `<nonDerivativeTable>${line}`])).toEqual([
    'element-of-another-form nonDerivativeTable/nonDerivativeTransaction[1] {"element":"nonDerivativeTransaction"}',
  ])
})

test('a document without type misses it, and nothing else is asked', () => {
  const { document } = readOwnershipXml('<ownershipDocument><remarks>R</remarks></ownershipDocument>')
  expect(schemaFaults(new CheckedFiling(document!, {}))).toEqual([
    { kind: 'missing-element', path: '/ownershipDocument/documentType', data: { element: 'documentType' } },
  ])
  expect(faultsOf(FOUR, ['<documentType>4<', '<documentType>144<'])).toEqual([
    'unknown-document-type documentType {"element":"documentType","value":"144"}',
  ])
  expect(faultsOf(FOUR, ['<documentType>4<', '<documentType><'])).toEqual([
    'unknown-document-type documentType {"element":"documentType","value":""}',
  ])
})

/** `count` copies of a piece of XML. */
const many = (count: number, piece: (n: number) => string) =>
  Array.from({ length: count }, (_, i) => piece(i + 1)).join('')

test.each<
  [what: string, type: string, edit: (count: number) => readonly [RegExp, string], most: number, fault: string]
>([
  [
    'owners',
    '4',
    (count) => [/<reportingOwner>[\s\S]*<\/reportingOwner>/, many(count, () => ONE_OWNER)],
    10,
    'too-many-owners reportingOwner[11] {"count":11,"most":10}',
  ],
  [
    'signatures',
    '4',
    (count) => [/<ownerSignature>[\s\S]*<\/ownerSignature>/, many(count, () => ONE_SIGNATURE)],
    FORM_LIMITS.ownerSignatures.most,
    `too-many-signatures ownerSignature[${FORM_LIMITS.ownerSignatures.most + 1}] {"count":${FORM_LIMITS.ownerSignatures.most + 1},"most":${FORM_LIMITS.ownerSignatures.most}}`,
  ],
  [
    'rows',
    '3',
    (count) => [
      /<nonDerivativeTable>[\s\S]*<\/nonDerivativeTable>/,
      `<nonDerivativeTable>${many(count, () => ONE_HOLDING)}</nonDerivativeTable>`,
    ],
    30,
    'too-many-rows nonDerivativeTable/nonDerivativeHolding[31] {"count":31,"most":30}',
  ],
  [
    'footnotes',
    '3',
    (count) => [
      /<footnotes>[\s\S]*<\/footnotes>/,
      `<footnotes>${many(count, (n) => `<footnote id="F${n}">A.</footnote>`)}</footnotes>`,
    ],
    99,
    'too-many-footnotes footnotes/footnote[100] {"count":100,"most":99}',
  ],
])('as many %s as there may be, and one more', (_, type, edit, most, fault) => {
  expect(faultsOf(CASE(type), edit(most)).filter((one) => one.startsWith('too-many'))).toEqual([])
  expect(faultsOf(CASE(type), edit(most + 1)).filter((one) => one.startsWith('too-many'))).toEqual([fault])
})

test.each([
  ['securityTitle', '99', 99],
  ['transactionPricePerShare', '98 beside a value', 98],
  ['transactionCoding', '99', 99],
])('%s has at most %s references', (element, _, most) => {
  const counted = (count: number) => {
    const references = many(count, () => '<footnoteId id="F1"/>')
    const edit = [
      new RegExp(`(<${element}>[\\s\\S]*?)(?:<footnoteId id="F\\d"/>\\s*)*(</${element}>)`),
      `$1${references}$2`,
    ] as const
    return faultsOf(FOUR, edit).filter((one) => one.startsWith('too-many'))
  }
  expect(counted(most)).toEqual([])
  expect(counted(most + 1)).toEqual([
    `too-many-references ${ROW}/${element === 'transactionPricePerShare' ? 'transactionAmounts/' : ''}${element}/footnoteId[${most + 1}] {"count":${most + 1},"most":${most}}`,
  ])
})

const ONE_OWNER = /<reportingOwner>[\s\S]*?<\/reportingOwner>/.exec(FOUR)?.[0] ?? ''
const ONE_SIGNATURE = /<ownerSignature>[\s\S]*?<\/ownerSignature>/.exec(FOUR)?.[0] ?? ''
const ONE_HOLDING = /<nonDerivativeHolding>[\s\S]*?<\/nonDerivativeHolding>/.exec(CASE('3'))?.[0] ?? ''
