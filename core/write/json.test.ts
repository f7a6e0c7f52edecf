import { describe, expect, test } from 'vitest'
import { dump } from '../../tools/testing/dump.ts'
import { isFilingJson } from '../../tools/testing/examineModel.ts'
import { goldens } from '../../tools/testing/goldens.ts'
import { Random, seedOf } from '../../tools/testing/random.ts'
import { randomSource } from '../../tools/testing/randomSource.ts'
import { readFilingJson } from '../read/filingJson.ts'
import { LIMITS } from '../read/limits.ts'
import { readThoroughly } from '../read/ownershipXml.ts'
import { documentOf } from './inventedFilings.mts'
import { toFilingJson } from './json.ts'
import { writeOwnershipXml } from './xml.ts'

const filingOf = (inner: string) => `<?xml version="1.0"?>\n<ownershipDocument>\n\n${inner}\n</ownershipDocument>`
/** The JSON that a user gets: through text, so that nothing of the model is shared. */
const jsonOf = (xml: string) => JSON.parse(JSON.stringify(toFilingJson(documentOf(xml))))

describe('the cases that hold every element of the schema', () => {
  test.each(goldens())('$path is as accepted, and its document is written back byte for byte', (golden) => {
    expect(golden.actual).toBe(golden.accepted)
    const { document, diagnostics } = readFilingJson(JSON.parse(golden.actual))
    expect(diagnostics).toEqual([])
    expect(document && toFilingJson(document)).toEqual(JSON.parse(golden.actual))
  })
})

test('a field says its value, and how it is written where it is written otherwise', () => {
  const { document } = jsonOf(
    filingOf(`    <periodOfReport>2003-05-09-05:00</periodOfReport>

    <notSubjectToSection16>true</notSubjectToSection16>

    <issuer>
        <issuerCik>9900001</issuerCik>
        <issuerTradingSymbol></issuerTradingSymbol>
    </issuer>

    <nonDerivativeTable>
        <nonDerivativeTransaction>
            <transactionDate>
                <value>2024-02-30</value>
            </transactionDate>
            <transactionAmounts>
                <transactionShares>
                    <value>1500</value>
                    <footnoteId id="F2"/>
                </transactionShares>
                <transactionPricePerShare>
                    <footnoteId id="F1"/>
                </transactionPricePerShare>
            </transactionAmounts>
        </nonDerivativeTransaction>
    </nonDerivativeTable>

    <remarks>Tom &#38; Co.</remarks>`),
  )
  expect(document).toEqual({
    periodOfReport: { value: '2003-05-09', written: '2003-05-09-05:00' },
    notSubjectToSection16: { value: true, written: 'true' },
    issuer: { cik: { value: '0009900001', written: '9900001' }, tradingSymbol: { written: '' } },
    nonDerivativeTable: {
      rows: [
        {
          element: 'nonDerivativeTransaction',
          transactionDate: { written: '2024-02-30' },
          amounts: { shares: { value: '1500', footnotes: ['F2'] }, pricePerShare: { footnotes: ['F1'] } },
        },
      ],
    },
    remarks: { value: 'Tom & Co.', spelling: 'Tom &#38; Co.' },
  })
})

test('lines outside a table are told with the table that is not there', () => {
  const xml = filingOf(`    <nonDerivativeSecurity>
        <securityTitle>
            <value>Common Stock</value>
        </securityTitle>
    </nonDerivativeSecurity>`)
  const json = jsonOf(xml)
  expect(json.document.nonDerivativeTable).toEqual({
    present: false,
    rows: [{ element: 'nonDerivativeSecurity', securityTitle: { value: 'Common Stock' } }],
  })
  const { document } = readFilingJson(json)
  expect(document && writeOwnershipXml(document)).toBe(xml)
})

test('unknown elements, comments and layout come along', () => {
  const xml = `<!-- first --><ownershipDocument><documentType>4</documentType><issuerCusip a='1'/>
  <issuer ><issuerName>A<![CDATA[ & ]]>B</issuerName></issuer></ownershipDocument>\n<!-- last -->`
  const { document } = readFilingJson(jsonOf(xml))
  expect(document && writeOwnershipXml(document)).toBe(xml)
})

test('where a filing comes from is told, as far as it is known', () => {
  const document = documentOf(filingOf('    <documentType>4</documentType>'))
  expect(Object.keys(toFilingJson(document))).toEqual(['format', 'document'])
  expect(toFilingJson(document, { accessionNumber: '0000000000-26-000001', filedAsOf: '2026-04-01' })).toMatchObject({
    accessionNumber: '0000000000-26-000001',
    filedAsOf: '2026-04-01',
  })
})

test('a CCC is masked, also where it does not belong', () => {
  const ccc = '<rptOwnerCcc>cAn4ry#1</rptOwnerCcc>'
  const owner = (inner: string) => `    <reportingOwner>${inner}</reportingOwner>`
  for (const xml of [
    filingOf(owner(`<reportingOwnerId>${ccc}</reportingOwnerId>`)),
    filingOf(owner(`<reportingOwnerId><rptOwnerCcc>cAn4<![CDATA[ry#1]]></rptOwnerCcc></reportingOwnerId>`)),
    filingOf(owner(`<reportingOwnerId>${ccc.repeat(2)}</reportingOwnerId>`)),
    filingOf(owner(ccc)),
    filingOf(`    <!-- ${ccc} -->`),
    `<?xml version="1.0"?><!-- ${ccc} --><ownershipDocument></ownershipDocument><!-- ${ccc} -->`,
  ]) {
    const text = JSON.stringify(jsonOf(xml))
    expect(text).toContain('********')
    expect(text).not.toMatch(/cAn4|ry#1/)
  }
})

test('documents of every layout and dialect come back from their JSON', () => {
  let examined = 0
  for (let i = 0; i < 300; i++) {
    const { document, text } = readThoroughly(randomSource(new Random(seedOf(16, i))), LIMITS)
    // A masked CCC does not come back; the test above is about it.
    if (!document || text.includes('rptOwnerCcc')) continue
    const json = JSON.parse(JSON.stringify(toFilingJson(document)))
    const read = readFilingJson(json)
    expect([isFilingJson(json), isFilingJson.errors, read.diagnostics]).toEqual([true, null, []])
    expect(dump(read.document)).toBe(dump(document))
    expect(read.document && writeOwnershipXml(read.document)).toBe(text)
    examined++
  }
  expect(examined).toBeGreaterThan(100)
})
