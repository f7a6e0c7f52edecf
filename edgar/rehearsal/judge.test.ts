import { expect, test } from 'vitest'
import { type Attachment, CCC, FORM4, ISSUER, OWNER, submission } from '../inventedSubmission.mts'
import { type Filers, judge } from './judge.ts'
import { SUSPENSIONS, type SuspensionName } from './message.ts'

const filers: Filers = {
  isFiler: (cik: string) => [ISSUER, OWNER].includes(cik),
  hasCcc: (cik: string, ccc: string) => cik === OWNER && ccc === CCC,
  mayFileFor: (cik: string) => cik === OWNER,
  nameOf: (cik: string) => (cik === OWNER ? 'Vale Tamsin' : 'Larkspur Turbines & Co.'),
}

const judged = (file: string, mode: 'TEST' | 'LIVE' = 'TEST', known = filers) => judge(Buffer.from(file), mode, known)
const labels = (file: string, mode?: 'TEST' | 'LIVE', known = filers) => [
  ...new Set(judged(file, mode, known).messages.map(({ errorLabel }) => errorLabel)),
]

/** The form with one piece of it changed, which must be there. */
function changed(from: string | RegExp, to: string): string {
  const form = FORM4.replace(from, to)
  if (form === FORM4) throw new Error(`nothing to change: ${String(from)}`)
  return form
}

const poa: Attachment = { name: 'poa.txt', type: 'EX-24', text: 'Know all by these presents' }
const page: Attachment = { name: 'page.htm', type: 'EX-99', text: '<p><img src="chart.gif"></p>' }
const chart: Attachment = { name: 'chart.gif', type: 'GRAPHIC', text: 'GIF89a' }
const withAttachment = (changes: Partial<Attachment>) => submission('TEST', FORM4, [{ ...poa, ...changes }])
const wrapper = (from: string, to: string) => submission().replace(from, to)

test('the invented submission has nothing against it, also with what goes with it', () => {
  expect(judged(submission()).messages).toEqual([])
  expect(judged(submission('TEST', FORM4, [poa, page, chart])).messages).toEqual([])
})

const CASES: [SuspensionName, string, string][] = [
  ['notWellFormed', 'a file that is no XML', submission().replace('</edgarSubmission>', '')],
  [
    'wrapperSchema',
    'an element that was removed in 5.5',
    wrapper('    <pointOf', '    <returnCopy>true</returnCopy>\n    <pointOf'),
  ],
  ['wrapperSchema', 'a flag that is none', wrapper('>TEST<', '>Test<')],
  ['primaryCount', 'no form', submission('TEST', { ...poa, name: 'form4.xml' })],
  ['primaryCount', 'two forms', submission('TEST', FORM4, [{ name: 'b.xml', type: '4', text: FORM4 }])],
  ['typesDiffer', 'a form of another type', submission('TEST', { name: 'form4.xml', type: '4/A', text: FORM4 })],
  ['typesDiffer', 'a wrapper of another type', wrapper('<submissionType>4<', '<submissionType>5<')],
  ['fileExtension', 'a form that is a text', submission('TEST', { name: 'form4.txt', type: '4', text: FORM4 })],
  ['fileExtension', 'an attachment of Word’s', withAttachment({ name: 'poa.doc' })],
  ['fileName', 'a capital in a name', withAttachment({ name: 'Poa.txt' })],
  ['fileName', 'two underscores', withAttachment({ name: 'p_o_a.txt' })],
  ['fileName', 'a digit first', withAttachment({ name: '1poa.txt' })],
  ['supportingType', 'an exhibit of another kind', withAttachment({ type: 'EX-10' })],
  [
    'supportingType',
    'eleven cover letters',
    submission(
      'TEST',
      FORM4,
      Array.from({ length: 11 }, (_, i) => ({ ...poa, name: `c${i}.txt`, type: 'COVER' })),
    ),
  ],
  ['pdfDropped', 'a PDF', withAttachment({ name: 'poa.pdf' })],
  ['graphicUnused', 'a graphic in no page', submission('TEST', FORM4, [chart])],
  ['attachmentText', 'a typographic apostrophe in an exhibit', withAttachment({ text: 'the Company’s' })],
  ['emailForm', 'an address without a domain', wrapper('ann@example.com', 'ann@example')],
  [
    'emailTwice',
    'an address twice',
    wrapper(
      '    <edgarDocument>',
      '    <notificationAddresses><notificationEmailAddress>ANN@example.com</notificationEmailAddress></notificationAddresses>\n    <edgarDocument>',
    ),
  ],
  ['documentEmpty', 'content that is no base64', submission().replace(/(<documentMimeBlock>)/, '$1~')],
  ['flagDiffers', 'a LIVE file on the TEST path', submission('LIVE')],
  ['documentNotWellFormed', 'an ampersand as it is', submission('TEST', changed('&amp;', '&'))],
  ['documentSchema', 'an unknown code', submission('TEST', changed('Code>P<', 'Code>K<'))],
  [
    'tagValue',
    'a period that is no date',
    submission('TEST', changed('2026-05-28</periodOfReport>', '2026-02-30</periodOfReport>')),
  ],
  ['tagValue', 'no period', submission('TEST', changed(/ *<periodOfReport>.*\n/, ''))],
  ['instruction', 'a style sheet', submission('TEST', changed('?>\n', '?>\n<?xml-stylesheet href="a.xsl"?>\n'))],
  ['instruction', 'a document type', submission('TEST', changed('?>\n', '?>\n<!DOCTYPE ownershipDocument>\n'))],
  ['rawCharacter', 'quotation marks as they are', submission('TEST', changed(/&quot;/g, '"'))],
  ['notAscii', 'an accent', submission('TEST', changed('Tamsin', 'Tamsín'))],
  ['notAscii', 'an accent as a reference', submission('TEST', changed('Tamsin', 'Tams&#237;n'))],
  [
    'edgarElement',
    'the issuer’s name',
    submission('TEST', changed('</issuerCik>', '</issuerCik><issuerName>Other</issuerName>')),
  ],
  [
    'schemaVersion',
    'an old version',
    submission('TEST', changed('    <documentType>', '    <schemaVersion>X0508</schemaVersion>\n    <documentType>')),
  ],
  ['issuerUnknown', 'an issuer whom nobody knows', submission('TEST', changed('9700001', '9700009'))],
  ['ownerUnknown', 'an owner whom nobody knows', submission('TEST', changed('9700002', '9700009'))],
  ['ccc', 'another CCC', submission('TEST', changed(CCC, 'cnry#c4d'))],
  ['ccc', 'no CCC', submission('TEST', changed(/ *<rptOwnerCcc>.*\n/, ''))],
  [
    'ownerTwice',
    'an owner twice, once with zeros in front',
    submission(
      'TEST',
      changed(/ *<reportingOwner>[\s\S]*<\/reportingOwner>\n/, '$&$&').replace('9700002', '0009700002'),
    ),
  ],
  ['noRelationship', 'no box', submission('TEST', changed(/>1<\/is/g, '>false</is'))],
  ['officerTitle', 'an officer without title', submission('TEST', changed(/ *<officerTitle>.*\n/, ''))],
  [
    'otherText',
    'other without text',
    submission('TEST', changed('<officerTitle>', '<isOther>true</isOther>\n<officerTitle>')),
  ],
  ['addressFlag', 'an address without its flag', submission('TEST', changed(/ *<rptOwnerNonUSAddressFlag>.*\n/, ''))],
  ['addressState', 'an address in no state', submission('TEST', changed(/ *<rptOwnerState>.*\n/, ''))],
  ['addressCountry', 'an address abroad in no country', submission('TEST', changed('Flag>false', 'Flag>true'))],
  ['addressCountry', 'one whose flag has space', submission('TEST', changed('Flag>false', 'Flag>\n true\n'))],
  [
    'countryObsolete',
    'a country that is no more',
    submission(
      'TEST',
      changed('Flag>false', 'Flag>true').replace(
        /(<rptOwnerState>)MN(<.*)/,
        '$1$2<rptOwnerCountry>Y2</rptOwnerCountry>',
      ),
    ),
  ],
  [
    'codingMissing',
    'a transaction without code',
    submission('TEST', changed(/ *<transactionCoding>[\s\S]*?<\/transactionCoding>\n/, '')),
  ],
  [
    'timeliness',
    'an early line marked as late',
    submission(
      'TEST',
      changed('FormType>4', 'FormType>5').replace(
        '</transactionCoding>',
        '</transactionCoding><transactionTimeliness><value>L</value></transactionTimeliness>',
      ),
    ),
  ],
  [
    'timeliness',
    'a bar',
    submission(
      'TEST',
      changed(
        '</transactionCoding>',
        '</transactionCoding><transactionTimeliness><value>|</value></transactionTimeliness>',
      ),
    ),
  ],
  ['natureOfDirect', 'direct by trust', submission('TEST', changed('>I<', '>D<'))],
  ['natureMissing', 'indirect by nothing', submission('TEST', changed('By trust', ' '))],
  [
    'underlyingAmount',
    'no amount of the underlying',
    submission('TEST', changed(/ *<underlyingSecurityShares>[\s\S]*?<\/underlyingSecurityShares>\n/, '')),
  ],
  ['noRows', 'nothing reported', submission('TEST', changed(/ *<nonDerivativeTable>[\s\S]*<\/footnotes>\n/, ''))],
  [
    'footnoteUnused',
    'a footnote of nothing',
    submission('TEST', changed('    </footnotes>', '<footnote id="F3">Also.</footnote></footnotes>')),
  ],
  [
    'footnoteMissing',
    'a reference to nothing',
    submission('TEST', changed('<footnoteId id="F1"/>', '<footnoteId id="F1"/><footnoteId id="F9"/>')),
  ],
  [
    'footnoteTwice',
    'a reference twice',
    submission('TEST', changed('<footnoteId id="F1"/>', '<footnoteId id="F1"/><footnoteId id="F1"/>')),
  ],
  [
    'footnoteLength',
    'a footnote of 1,001 characters',
    submission('TEST', changed('Bought at one price.', 'x'.repeat(1001))),
  ],
]

test.each(CASES)('%s: %s', (name, _, file) => {
  const { transmission, messages, xml } = judged(file)
  const { errorLabel, errorNumber, type } = SUSPENSIONS[name]
  expect(labels(file)).toContain(errorLabel)
  expect(messages.find((one) => one.errorLabel === errorLabel)).toMatchObject({ errorNumber, type })
  expect(transmission).toBe(name === 'notWellFormed' || name === 'flagDiffers' ? 'REJECTED' : 'RECEIVED')
  expect(xml === undefined, 'a warning does not suspend').toBe(messages.some((one) => one.type === 'ERROR'))
})

test('what only concerns the sender: the owner has not delegated to it', () => {
  const known = { ...filers, mayFileFor: () => false }
  expect(labels(submission(), 'TEST', known)).toEqual([SUSPENSIONS.notDelegated.errorLabel])
})

test('each row of the table of suspensions has a case', () => {
  const names = new Set<string>([...CASES.map(([name]) => name), 'notDelegated'])
  expect(Object.keys(SUSPENSIONS).filter((name) => !names.has(name))).toEqual([])
})

test('white space around the id of a footnote is no part of it', () => {
  expect(judged(submission('TEST', changed('footnoteId id="F1"', 'footnoteId id="F1 "'))).messages).toEqual([])
})

test('a message says where: document and line', () => {
  const form = changed('By trust', ' ')
  const [message] = judged(submission('TEST', form)).messages
  expect(message).toMatchObject({ docSequenceNum: 1 })
  expect(form.split('\n')[(message?.lineNumber ?? 0) - 1]).toContain('<natureOfOwnership>')
})

test('no message quotes a CCC, not even one that is too long', () => {
  const { messages } = judged(submission('TEST', changed(CCC, `${CCC}-and-more`)))
  expect(messages.map(({ errorLabel }) => errorLabel)).toContain(SUSPENSIONS.documentSchema.errorLabel)
  expect(JSON.stringify(messages)).not.toContain(CCC)
})

test('an accepted form as everybody sees it', () => {
  const { xml = '' } = judged(submission('LIVE'), 'LIVE')
  expect(xml.split('\n').slice(0, 16)).toEqual([
    '<?xml version="1.0"?>',
    '<ownershipDocument>',
    '',
    '    <schemaVersion>X0609</schemaVersion>',
    '',
    '    <documentType>4</documentType>',
    '',
    '    <periodOfReport>2026-05-28</periodOfReport>',
    '',
    '    <notSubjectToSection16>0</notSubjectToSection16>',
    '',
    '    <issuer>',
    '        <issuerCik>0009700001</issuerCik>',
    '        <issuerName>Larkspur Turbines &amp; Co.</issuerName>',
    '        <issuerTradingSymbol>LRKT</issuerTradingSymbol>',
    '    </issuer>',
  ])
  expect(xml).toContain('<rptOwnerStreet1>4 KILN LANE</rptOwnerStreet1>')
  expect(xml).not.toMatch(/ccc/i)
})
