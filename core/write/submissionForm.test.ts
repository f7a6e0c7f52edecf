import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../tools/repository.ts'
import { CANARY, submitted } from '../../tools/testing/examineModel.ts'
import { schemaComplaints } from '../../tools/testing/xsd.ts'
import { messageOf } from '../facts/index.ts'
import { OwnershipDocument, ReportingOwnerRelationship } from '../model/ownershipDocument.ts'
import { reported } from '../model/reported.ts'
import { documentOf } from './inventedFilings.mts'
import { writeSubmissionForm } from './submissionForm.ts'

const SAMPLES = join(root, '../shared/spec/xsd/samples-repaired')
const NO_SAMPLES = 'needs the mended samples of ../shared/spec'

const caseXml = (name: string) => readFileSync(join(root, `cases/elements/${name}.xml`), 'utf8')
const filingOf = (name: string) => documentOf(caseXml(name))

/** The diagnostics as `code path`, each with wording whose blanks are all filled. */
function complaintsAbout(document: OwnershipDocument, options = {}): string[] {
  const { xml, diagnostics } = writeSubmissionForm(document, options)
  for (const diagnostic of diagnostics) expect(messageOf(diagnostic)).not.toMatch(/\{\w+\}/)
  expect(xml === undefined).toBe(diagnostics.some(({ severity }) => severity === 'suspends'))
  return diagnostics.map(({ code, at }) => `${code} ${at.path}`)
}

test('a form says what the document says, as EDGAR wants it', () => {
  const document = documentOf(`<ownershipDocument><schemaVersion>X0609</schemaVersion><documentType>4</documentType>
<periodOfReport>2026-04-02-05:00</periodOfReport><notSubjectToSection16>false</notSubjectToSection16>
<issuer><issuerCik>9900001</issuerCik><issuerName>Fernhill Instruments &amp; Co.</issuerName>
<issuerTradingSymbol> FERN </issuerTradingSymbol><issuerForeignTradingSymbol></issuerForeignTradingSymbol></issuer>
<reportingOwner><reportingOwnerId><rptOwnerCik>9900002</rptOwnerCik><rptOwnerName>Quill Jane</rptOwnerName></reportingOwnerId>
<reportingOwnerAddress><rptOwnerNonUSAddressFlag>0</rptOwnerNonUSAddressFlag></reportingOwnerAddress>
<reportingOwnerRelationship><isDirector>true</isDirector><officerTitle></officerTitle></reportingOwnerRelationship>
</reportingOwner><aff10b5One>0</aff10b5One><derivativeTable></derivativeTable>
<nonDerivativeTable><nonDerivativeTransaction><securityTitle><value>"A" &amp; 'B'</value></securityTitle>
<transactionDate><value>2026-04-02</value></transactionDate><deemedExecutionDate></deemedExecutionDate>
<transactionCoding><transactionFormType>4</transactionFormType><transactionCode>S</transactionCode>
<equitySwapInvolved>0</equitySwapInvolved><footnoteId id="F1"/></transactionCoding>
<transactionTimeliness><value></value></transactionTimeliness>
<transactionAmounts><transactionShares><value>.50</value></transactionShares>
<transactionPricePerShare><footnoteId id="F1"/></transactionPricePerShare>
<transactionAcquiredDisposedCode><value>D</value></transactionAcquiredDisposedCode></transactionAmounts>
<postTransactionAmounts><sharesOwnedFollowingTransaction><value>007</value></sharesOwnedFollowingTransaction></postTransactionAmounts>
<ownershipNature><directOrIndirectOwnership><value>D</value></directOrIndirectOwnership>
<natureOfOwnership><value></value><footnoteId id="F1"/></natureOfOwnership></ownershipNature></nonDerivativeTransaction>
</nonDerivativeTable><footnotes><footnote id="F1">One
two &lt; three.</footnote></footnotes>
<ownerSignature><signatureName>/s/ Jane Quill</signatureName><signatureDate>2026-04-06</signatureDate></ownerSignature>
</ownershipDocument>`)
  const { xml, diagnostics } = writeSubmissionForm(document)
  expect(diagnostics).toEqual([])
  expect(xml).toBe(`<?xml version="1.0"?>
<ownershipDocument>
    <documentType>4</documentType>
    <periodOfReport>2026-04-02</periodOfReport>
    <notSubjectToSection16>0</notSubjectToSection16>
    <issuer>
        <issuerCik>0009900001</issuerCik>
        <issuerTradingSymbol>FERN</issuerTradingSymbol>
    </issuer>
    <reportingOwner>
        <reportingOwnerId>
            <rptOwnerCik>0009900002</rptOwnerCik>
        </reportingOwnerId>
        <reportingOwnerAddress>
            <rptOwnerNonUSAddressFlag>false</rptOwnerNonUSAddressFlag>
        </reportingOwnerAddress>
        <reportingOwnerRelationship>
            <isDirector>1</isDirector>
        </reportingOwnerRelationship>
    </reportingOwner>
    <aff10b5One>0</aff10b5One>
    <nonDerivativeTable>
        <nonDerivativeTransaction>
            <securityTitle>
                <value>&quot;A&quot; &amp; 'B'</value>
            </securityTitle>
            <transactionDate>
                <value>2026-04-02</value>
            </transactionDate>
            <transactionCoding>
                <transactionFormType>4</transactionFormType>
                <transactionCode>S</transactionCode>
                <equitySwapInvolved>0</equitySwapInvolved>
                <footnoteId id="F1"/>
            </transactionCoding>
            <transactionAmounts>
                <transactionShares>
                    <value>0.5</value>
                </transactionShares>
                <transactionPricePerShare>
                    <footnoteId id="F1"/>
                </transactionPricePerShare>
                <transactionAcquiredDisposedCode>
                    <value>D</value>
                </transactionAcquiredDisposedCode>
            </transactionAmounts>
            <postTransactionAmounts>
                <sharesOwnedFollowingTransaction>
                    <value>7</value>
                </sharesOwnedFollowingTransaction>
            </postTransactionAmounts>
            <ownershipNature>
                <directOrIndirectOwnership>
                    <value>D</value>
                </directOrIndirectOwnership>
                <natureOfOwnership>
                    <value></value>
                    <footnoteId id="F1"/>
                </natureOfOwnership>
            </ownershipNature>
        </nonDerivativeTransaction>
    </nonDerivativeTable>
    <footnotes>
        <footnote id="F1">One
two &lt; three.</footnote>
    </footnotes>
    <ownerSignature>
        <signatureName>/s/ Jane Quill</signatureName>
        <signatureDate>2026-04-06</signatureDate>
    </ownerSignature>
</ownershipDocument>
`)
  expect(schemaComplaints(xml as string, '4')).toEqual([])
})

test.each(['3', '3A', '4', '4A', '5', '5A'])('the form of case %s is valid and says the same', (name) => {
  const document = filingOf(name)
  const { xml = '', diagnostics } = writeSubmissionForm(document)
  expect(diagnostics).toEqual([])
  expect(schemaComplaints(xml, document.documentType.value as string)).toEqual([])
  expect(submitted(documentOf(xml))).toEqual(
    submitted(document).filter((said) => !String(said).includes('rptOwnerCcc')),
  )
})

test('the 10b5-1 box is not written on a Form 3', () => {
  expect(writeSubmissionForm(filingOf('3')).xml).not.toContain('aff10b5One')
  expect(writeSubmissionForm(filingOf('4')).xml).toContain('<aff10b5One>1</aff10b5One>')
})

test('a line of the 2003 dialect gets its name of today', () => {
  const document = filingOf('4')
  const { rows } = document.nonDerivativeTable
  Object.assign(rows[0] as object, { element: 'nonDerivativeSecurity' })
  Object.assign(rows[2] as object, { element: 'nonDerivativeSecurity' })
  expect(writeSubmissionForm(document).xml).toBe(writeSubmissionForm(filingOf('4')).xml)
})

describe('what is missing', () => {
  test('is listed for an empty document, and nothing is invented', () => {
    expect(complaintsAbout(new OwnershipDocument())).toEqual([
      'W102 /ownershipDocument/documentType',
      'W102 /ownershipDocument/periodOfReport',
      'W102 /ownershipDocument/issuer/issuerCik',
      'W102 /ownershipDocument/issuer/issuerTradingSymbol',
      'W102 /ownershipDocument/reportingOwner/reportingOwnerId/rptOwnerCik',
      'W102 /ownershipDocument/ownerSignature/signatureName',
    ])
  })

  test.each<[string, (document: OwnershipDocument) => void]>([
    ['dateOfOriginalSubmission', (d) => (d.dateOfOriginalSubmission = reported('date', ''))],
    ['aff10b5One', (d) => (d.aff10b5One = reported('boolean', ' '))],
    ['reportingOwner[2]/reportingOwnerId/rptOwnerCik', (d) => (d.reportingOwners[1]!.id.cik = reported('cik', ''))],
    [
      'reportingOwner[2]/reportingOwnerRelationship',
      (d) => (d.reportingOwners[1]!.relationship = new ReportingOwnerRelationship()),
    ],
    ['ownerSignature[1]/signatureName', (d) => (d.ownerSignatures[0]!.name = reported('text', ' '))],
    ['ownerSignature[2]/signatureDate', (d) => (d.ownerSignatures[1]!.date = reported('date', ''))],
  ])('is named: %s', (path, change) => {
    const document = filingOf('4A')
    change(document)
    expect(complaintsAbout(document)).toEqual([`W102 /ownershipDocument/${path}`])
  })

  test('an original needs no date of an original, a Form 3 no 10b5-1 box', () => {
    expect(complaintsAbout(filingOf('4'))).toEqual([])
    const document = filingOf('3')
    document.aff10b5One = reported('boolean', '')
    expect(complaintsAbout(document)).toEqual([])
  })
})

test('a character that is not ASCII is named, with its field, once a field', () => {
  const document = filingOf('4')
  document.remarks = reported('text', 'Café, naïve café \u0007')
  document.footnotes.footnotes[1]!.text = 'price “x”'
  const { xml, diagnostics } = writeSubmissionForm(document)
  expect(xml).toBeUndefined()
  expect(diagnostics.map(({ code, at, data }) => [code, at.path, data])).toEqual([
    ['W101', '/ownershipDocument/footnotes/footnote', { character: 'U+201C', name: '“', element: 'footnote F2' }],
    ['W101', '/ownershipDocument/footnotes/footnote', { character: 'U+201D', name: '”', element: 'footnote F2' }],
    ['W101', '/ownershipDocument/remarks', { character: 'U+00E9', name: 'é', element: 'remarks' }],
    ['W101', '/ownershipDocument/remarks', { character: 'U+00EF', name: 'ï', element: 'remarks' }],
    ['W101', '/ownershipDocument/remarks', { character: 'U+0007', name: 'not printable', element: 'remarks' }],
  ])
})

test.each<[string, string, (document: OwnershipDocument) => void]>([
  [
    'text that is no day',
    'W103 /ownershipDocument/periodOfReport',
    (d) => (d.periodOfReport = reported('date', '2026-02-30')),
  ],
  ['text that is no flag', 'W103 /ownershipDocument/aff10b5One', (d) => (d.aff10b5One = reported('boolean', 'yes'))],
  [
    'five decimal places',
    'W104 /ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]/transactionAmounts/transactionShares',
    (d) => (d.nonDerivativeTable.rows[0]!.amounts.shares = reported('decimal', '1.00001')),
  ],
  [
    'seventeen digits',
    'W104 /ownershipDocument/derivativeTable/derivativeHolding[1]/conversionOrExercisePrice',
    (d) => (d.derivativeTable.rows[2]!.conversionOrExercisePrice = reported('decimal', '12345678901234567')),
  ],
  [
    'the value of 2003',
    'W105 /ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[2]/transactionAmounts/transactionValue',
    (d) => (d.nonDerivativeTable.rows[1]!.amounts.value = reported('decimal', '33100')),
  ],
])('%s is refused, not guessed', (_, complaint, change) => {
  const document = filingOf('4')
  change(document)
  expect(complaintsAbout(document)).toEqual([complaint])
})

test('unknown elements and stray text are left out and said, comments and white space are not', () => {
  const xml = caseXml('4')
    .replace('<issuer>', '<!-- a comment --><issuer>stray<issuerCusip>123456789</issuerCusip>')
    .replace('<aff10b5One>', '\n\n<aff10b5One>')
  const document = documentOf(xml)
  const { xml: form, diagnostics } = writeSubmissionForm(document)
  expect(diagnostics.map(({ code, at, data }) => [code, at.path, data])).toEqual([
    ['W106', '/ownershipDocument/issuer', { markup: 'stray' }],
    ['W106', '/ownershipDocument/issuer', { markup: '<issuerCusip>123456789</issuerCusip>' }],
  ])
  expect(form).toBe(writeSubmissionForm(filingOf('4')).xml)
})

describe('a CCC', () => {
  test('is in the form only when it is asked for', () => {
    const document = filingOf('4')
    for (const { id } of document.reportingOwners) id.ccc = reported('text', CANARY)
    expect(writeSubmissionForm(document).xml).not.toContain('rptOwnerCcc')
    const { xml = '' } = writeSubmissionForm(document, { ccc: 'include' })
    expect(xml.split(`<rptOwnerCcc>${CANARY}</rptOwnerCcc>`)).toHaveLength(3)
    expect(schemaComplaints(xml, '4')).toEqual([])
  })

  test('is in no diagnostic', () => {
    const document = documentOf(caseXml('4').replace('<issuer>', `<issuer><rptOwnerCcc>${CANARY}</rptOwnerCcc>`))
    document.reportingOwners[0]!.id.ccc = reported('text', 'cAn4ryé1')
    const { diagnostics } = writeSubmissionForm(document, { ccc: 'include' })
    expect(diagnostics.map(({ code, at }) => `${code} ${at.path}`)).toEqual([
      'W106 /ownershipDocument/issuer',
      'W101 /ownershipDocument/reportingOwner[1]/reportingOwnerId/rptOwnerCcc',
    ])
    expect(JSON.stringify(diagnostics)).not.toMatch(/cAn4|é|00E9/)
  })
})

test('the SEC’s samples, mended, give valid forms', (context) => {
  context.skip(!existsSync(SAMPLES), NO_SAMPLES)
  const samples = globSync('doc*.xml', { cwd: SAMPLES }).sort()
  expect(samples).toHaveLength(6)
  for (const name of samples) {
    const document = documentOf(readFileSync(join(SAMPLES, name), 'latin1'))
    const { xml = '', diagnostics } = writeSubmissionForm(document, { ccc: 'include' })
    expect([name, diagnostics]).toEqual([name, []])
    expect([name, schemaComplaints(xml, document.documentType.value as string)]).toEqual([name, []])
    expect(submitted(documentOf(xml))).toEqual(submitted(document))
  }
})
