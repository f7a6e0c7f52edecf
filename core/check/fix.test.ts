import { describe, expect, it } from 'vitest'
import { type OwnershipDocument, walk } from '../model/index.ts'
import { compareXml, lossReport, readOwnershipXml } from '../read/index.ts'
import { writeOwnershipXml } from '../write/index.ts'
import { proposeFixes } from './fix.ts'

const DRAFT = `<?xml version="1.0"?>
<ownershipDocument>
    <documentType> 4 </documentType>
    <periodOfReport>2024-03-01</periodOfReport>
    <notSubjectToSection16>false</notSubjectToSection16>
    <issuer>
        <issuerName> Invented  Holdings Inc. </issuerName>
        <issuerCik>9999991</issuerCik>
        <issuerTradingSymbol>ZZZQ </issuerTradingSymbol>
    </issuer>
    <reportingOwner>
        <reportingOwnerId><rptOwnerCik>0009999992</rptOwnerCik></reportingOwnerId>
    </reportingOwner>
    <nonDerivativeTable>
        <nonDerivativeTransaction>
            <securityTitle><value> Common Stock </value></securityTitle>
            <transactionDate><value>2024-03-01
</value></transactionDate>
            <transactionCoding><transactionCode>P</transactionCode><transactionFormType>4</transactionFormType></transactionCoding>
            <transactionAmounts><transactionShares><value> 010.50</value><footnoteId id="F1"/></transactionShares></transactionAmounts>
        </nonDerivativeTransaction>
    </nonDerivativeTable>
    <remarks> as typed </remarks>
</ownershipDocument>
`

const read = (xml: string) => readOwnershipXml(xml).document as OwnershipDocument
const ROW = '/ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]'

describe('proposeFixes', () => {
  const document = read(DRAFT)
  const fixes = proposeFixes(document)

  it('lists every edit with its path', () => {
    expect(fixes.edits).toEqual([
      { kind: 'whiteSpace', path: '/ownershipDocument/documentType', before: ' 4 ', after: '4' },
      { kind: 'booleanSpelling', path: '/ownershipDocument/notSubjectToSection16', before: 'false', after: '0' },
      { kind: 'leadingZeros', path: '/ownershipDocument/issuer/issuerCik', before: '9999991', after: '0009999991' },
      {
        kind: 'elementOrder',
        path: '/ownershipDocument/issuer',
        before: 'issuerName, issuerCik, issuerTradingSymbol',
        after: 'issuerCik, issuerName, issuerTradingSymbol',
      },
      { kind: 'whiteSpace', path: `${ROW}/transactionDate`, before: '2024-03-01\n', after: '2024-03-01' },
      {
        kind: 'elementOrder',
        path: `${ROW}/transactionCoding`,
        before: 'transactionCode, transactionFormType',
        after: 'transactionFormType, transactionCode',
      },
      { kind: 'whiteSpace', path: `${ROW}/transactionAmounts/transactionShares`, before: ' 010.50', after: '010.50' },
    ])
  })

  it('changes those places and nothing else', () => {
    const expected = DRAFT.replace('> 4 <', '>4<')
      .replace('false', '0')
      .replace(/( *<issuerName>.*\n)( *)<issuerCik>9999991<\/issuerCik>\n/, '$2<issuerCik>0009999991</issuerCik>\n$1')
      .replace('2024-03-01\n<', '2024-03-01<')
      .replace(/(<transactionCode>.*?<\/transactionCode>)(<transactionFormType>.*?<\/transactionFormType>)/, '$2$1')
      .replace('> 010.50', '>010.50')
    expect(writeOwnershipXml(fixes.document)).toBe(expected)
  })

  it('leaves the document as it was, and finds nothing in what it made', () => {
    expect(writeOwnershipXml(document)).toBe(DRAFT)
    expect(proposeFixes(fixes.document).edits).toEqual([])
    expect(proposeFixes(read(writeOwnershipXml(fixes.document))).edits).toEqual([])
  })

  it('asserts nothing: values, footnotes and texts are the same', () => {
    const values = (one: OwnershipDocument) => {
      const all: unknown[] = []
      walk(one, { field: ({ kind, value, footnotes }, _, path) => all.push([path(), kind, String(value), footnotes]) })
      return all
    }
    expect(fixes.document.issuer.name.written).toBe(' Invented  Holdings Inc. ')
    expect(fixes.document.remarks.written).toBe(' as typed ')
    expect(values(document).length).toBeGreaterThan(10)
    expect(values(fixes.document)).toEqual(values(document))
  })
})

it('writes words in the one box that EDGAR prints by its word', () => {
  const flag = (word: string) =>
    `<reportingOwnerAddress><rptOwnerNonUSAddressFlag>${word}</rptOwnerNonUSAddressFlag></reportingOwnerAddress>`
  const draft = (word: string) => DRAFT.replace('</reportingOwner>', `${flag(word)}</reportingOwner>`)
  const written = (word: string) => writeOwnershipXml(proposeFixes(read(draft(word))).document)
  expect(written('1')).toContain(flag('true'))
  expect(written('0')).toContain(flag('false'))
  expect(written('true')).toContain(flag('true'))
})

it.each([
  ['an invalid date', DRAFT.replace('2024-03-01\n', ' 2024-02-30 '), 'transactionDate'],
  ['an invalid CIK', DRAFT.replace('9999991', '99-1'), 'issuerCik'],
  ['an unknown element out of order', DRAFT.replace('<issuerName>', '<new/><issuerName>'), 'issuer'],
  ['a comment among the elements', DRAFT.replace('<issuerName>', '<!-- c --><issuerName>'), 'issuer'],
])('leaves %s alone', (_, xml, element) => {
  const { edits, document } = proposeFixes(read(xml))
  expect(edits.some(({ path }) => path.endsWith(`/${element}`))).toBe(false)
  expect(edits.length).toBeGreaterThan(3)
  const written = writeOwnershipXml(document)
  expect(compareXml(written, written, lossReport(readOwnershipXml(written))).same).toBe('text')
})

it('copies the lines of the 2003 dialect, which stand in no table', () => {
  const xml = `<?xml version="1.0"?>
<ownershipDocument>
    <documentType>4</documentType>
    <nonDerivativeSecurity><securityTitle><value>Common</value></securityTitle>
        <transactionDate><value> 2003-06-02</value></transactionDate></nonDerivativeSecurity>
    <derivativeSecurity><securityTitle><value>Option</value></securityTitle></derivativeSecurity>
</ownershipDocument>
`
  const document = read(xml)
  const fixes = proposeFixes(document)
  expect(fixes.edits).toEqual([
    {
      kind: 'whiteSpace',
      path: '/ownershipDocument/nonDerivativeSecurity[1]/transactionDate',
      before: ' 2003-06-02',
      after: '2003-06-02',
    },
  ])
  expect(writeOwnershipXml(document)).toBe(xml)
  expect(writeOwnershipXml(fixes.document)).toBe(xml.replace(' 2003-06-02', '2003-06-02'))
})

const owner = (cik: string) => `
    <reportingOwner>
        <reportingOwnerId><rptOwnerCik>${cik}</rptOwnerCik></reportingOwnerId>
    </reportingOwner>`

it('edits each of several owners, where the layout is not EDGAR’s', () => {
  const xml = `<?xml version="1.0"?>
<ownershipDocument><!-- as typed -->
    <documentType>4</documentType>${owner('1')}${owner('0000000002')}${owner('3')}
</ownershipDocument>
`
  const { edits, document } = proposeFixes(read(xml))
  expect(edits.map(({ kind, path, after }) => `${kind} ${path} ${after}`)).toEqual([
    'leadingZeros /ownershipDocument/reportingOwner[1]/reportingOwnerId/rptOwnerCik 0000000001',
    'leadingZeros /ownershipDocument/reportingOwner[3]/reportingOwnerId/rptOwnerCik 0000000003',
  ])
  expect(writeOwnershipXml(document)).toBe(xml.replace('>1<', '>0000000001<').replace('>3<', '>0000000003<'))
})

it('puts repeated elements in order and keeps the order among them', () => {
  const xml = `<?xml version="1.0"?>
<ownershipDocument>
    <documentType>4</documentType>${owner('1')}${owner('2')}
    <issuer><issuerCik>0000000009</issuerCik></issuer>
</ownershipDocument>
`
  const { edits, document } = proposeFixes(read(xml))
  expect(edits.at(-1)).toEqual({
    kind: 'elementOrder',
    path: '/ownershipDocument',
    before: 'documentType, reportingOwner, reportingOwner, issuer',
    after: 'documentType, issuer, reportingOwner, reportingOwner',
  })
  expect(writeOwnershipXml(document).match(/\d{10}/g)).toEqual(['0000000009', '0000000001', '0000000002'])
})

it('trims each coded value, and no other text', () => {
  const line = `
    <nonDerivativeTable><nonDerivativeTransaction>
        <securityTitle><value> Common </value></securityTitle>
        <transactionCoding><transactionFormType> 4 </transactionFormType><transactionCode> S </transactionCode></transactionCoding>
        <transactionTimeliness><value> L </value></transactionTimeliness>
        <transactionAmounts><transactionAcquiredDisposedCode><value> D </value></transactionAcquiredDisposedCode></transactionAmounts>
        <ownershipNature><directOrIndirectOwnership><value> I </value></directOrIndirectOwnership>
        <natureOfOwnership><value> By Trust </value></natureOfOwnership></ownershipNature>
    </nonDerivativeTransaction></nonDerivativeTable>`
  const address =
    '<rptOwnerCity> OAKTON </rptOwnerCity><rptOwnerState> CA </rptOwnerState><rptOwnerCountry> X0 </rptOwnerCountry>'
  const xml = `<ownershipDocument><schemaVersion> X0609 </schemaVersion><documentType> 4 </documentType>
    <reportingOwner><reportingOwnerAddress>${address}</reportingOwnerAddress></reportingOwner>${line}</ownershipDocument>`
  const { edits } = proposeFixes(read(xml))
  expect(edits.every(({ kind, before, after }) => kind === 'whiteSpace' && before === ` ${after} `)).toBe(true)
  expect(edits.map(({ path, after }) => `${path.split('/').at(-1)} ${after}`)).toEqual([
    'schemaVersion X0609',
    'documentType 4',
    'rptOwnerState CA',
    'rptOwnerCountry X0',
    'transactionFormType 4',
    'transactionCode S',
    'transactionTimeliness L',
    'transactionAcquiredDisposedCode D',
    'directOrIndirectOwnership I',
  ])
})

it.each([
  ['true', '1'],
  ['false', '0'],
  [' 1 ', '1'],
])('a box %j is spelled %s', (before, after) => {
  const [edit] = proposeFixes(read(DRAFT.replace('>false<', `>${before}<`))).edits.filter(({ path }) =>
    path.endsWith('/notSubjectToSection16'),
  )
  expect(edit).toMatchObject({ before, after, kind: before.trim() === after ? 'whiteSpace' : 'booleanSpelling' })
})

it('numbers the lines of the 2003 dialect each in its kind', () => {
  const line = (name: string) => `
    <${name}><transactionDate><value> 2003-06-02</value></transactionDate></${name}>`
  const lines = ['nonDerivativeSecurity', 'derivativeSecurity', 'nonDerivativeSecurity', 'derivativeSecurity'].map(line)
  const xml = `<ownershipDocument>
    <documentType>4</documentType>${lines.join('')}
</ownershipDocument>`
  const { edits, document } = proposeFixes(read(xml))
  expect(edits.filter(({ kind }) => kind === 'whiteSpace').map(({ path }) => path.split('/')[2])).toEqual([
    'nonDerivativeSecurity[1]',
    'nonDerivativeSecurity[2]',
    'derivativeSecurity[1]',
    'derivativeSecurity[2]',
  ])
  expect(writeOwnershipXml(document).match(/> ?2003-06-02/g)).toEqual([
    '>2003-06-02',
    '>2003-06-02',
    '>2003-06-02',
    '>2003-06-02',
  ])
})
