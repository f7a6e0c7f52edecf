import { FILING_JSON_FORMAT } from '@section16/core/model'
import { toFilingJson, writeEdgarSubmission, writeOwnershipXml } from '@section16/core/write'
import { describe, expect, it } from 'vitest'
import { type Filing, filingsIn } from './filings.ts'
import { ACCESSION_NUMBER, form4, submission } from './invented.mts'

const all = (content: string | Uint8Array, name = 'x') => [...filingsIn({ name, bytes: Buffer.from(content) })]

function one(content: string | Uint8Array, name?: string): Filing {
  const [filing] = all(content, name)
  if (filing?.kind !== 'filing') throw new Error('no filing')
  return filing
}

const reason = (content: string | Uint8Array) =>
  all(content).map((met) => (met.kind === 'other' ? met.diagnostics[0].code : met.kind))

const wide = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

describe('what holds a form', () => {
  it.each([
    ['bare XML', form4(), 'xml'],
    ['XML with a byte order mark', `\ufeff${form4()}`, 'xml'],
    ['XML in UTF-16', wide(form4()), 'xml'],
    ['XML with something before it', `junk\n${form4()}`, 'xml'],
    ['a submission', submission(form4()), 'submission'],
  ])('%s', (_, content, source) => {
    const filing = one(content)
    expect(filing.source).toBe(source)
    expect(filing.reading.document?.issuer.name.value).toBe('Invented Holdings Inc.')
  })

  it('a submission whose exhibit quotes a form is read by types', () => {
    const quoted = `quoted:\n${form4({ owner: 'QUOTED' })}`
    const filing = one(submission(form4(), [['EX-99', 'e.txt', quoted]]))
    expect(filing.reading.document?.reportingOwners[0]?.id.name.value).toBe('DOE JANE')
    expect(one(submission(form4(), [['4', 'b.xml', `<XML>\n${form4()}</XML>\n`]])).around).toMatchObject([
      { code: 'R221' },
    ])
  })

  it('the XML is the very bytes, also where they are not ASCII', () => {
    const xml = form4({ owner: 'DOÉ “JANE”' })
    const filing = one(submission(xml))
    expect(Buffer.from(filing.xml).toString()).toBe(xml)
    expect(writeOwnershipXml(filing.reading.document!)).toBe(xml)
  })

  it('the file that EDGAR takes', () => {
    const document = one(form4()).reading.document!
    const bytes = Buffer.from('Know all')
    const supportingDocuments = [{ name: 'poa.txt', type: 'EX-24', bytes }]
    const { xml } = writeEdgarSubmission(document, { testOrLive: 'TEST', supportingDocuments })
    const filing = one(xml!)
    expect(filing.source).toBe('edgarSubmission')
    expect(filing.reading.document?.periodOfReport.written).toBe('2024-03-01')
  })

  it('filing JSON, one, a list, or one a line', () => {
    const filing = one(submission(form4()))
    const json = JSON.stringify(toFilingJson(filing.reading.document!, filing.origin))
    for (const [content, count] of [
      [json, 1],
      [`[${json},${json}]`, 2],
      [`${json}\n${json}\n`, 2],
    ] as const) {
      const read = all(content) as Filing[]
      expect(read).toHaveLength(count)
      for (const { reading, origin, accessionNumberFrom } of read) {
        expect(writeOwnershipXml(reading.document!)).toBe(form4())
        expect(origin).toMatchObject({ accessionNumber: ACCESSION_NUMBER, filedAsOf: '2024-03-04' })
        expect(accessionNumberFrom).toBe('json')
      }
    }
  })
})

describe('what holds none', () => {
  it.each([
    ['I201', '<html><title>Undeclared Automated Tool</title></html>'],
    ['I202', '<!doctype html><p>A page</p>'],
    ['I203', '<?xml version="1.0"?><other/>'],
    ['I204', ' \n'],
    ['I205', 'ACCESSION_NUMBER\tFILING_DATE\n'],
    ['I206', 'Description:           Daily Index of EDGAR Dissemination Feed by Form Type\n'],
    ['I207', '%PDF-1.4'],
    ['I207', 'a\0b'],
    ['I208', '{"filings":[]}'],
    ['I208', `{"format":"${FILING_JSON_FORMAT}"`],
    ['I209', 'Dear Sirs'],
    ['I210', '<edgarSubmission><edgarDocument/></edgarSubmission>'],
    ['R222', submission('').replace('<XML>\n</XML>', 'FORM 4, typed')],
    ['R223', submission('').replaceAll('<TYPE>4', '<TYPE>10-K')],
  ])('%s', (code, content) => {
    expect(reason(content)).toEqual([code])
  })
})

describe('accession numbers', () => {
  it('come from the header, else from the file’s own name', () => {
    expect(one(submission(form4()), '0000000000-11-222222.txt')).toMatchObject({
      accessionNumber: ACCESSION_NUMBER,
      accessionNumberFrom: 'header',
    })
    for (const name of ['4_0000000000-11-222222.xml', 'a.zip!b/000000000011222222.txt'])
      expect(one(form4(), name)).toMatchObject({
        accessionNumber: '0000000000-11-222222',
        accessionNumberFrom: 'fileName',
        origin: { accessionNumber: '0000000000-11-222222' },
      })
    for (const name of ['0000000000-11-222222/form4.xml', '10000000000-11-222222.xml', 'form4.xml'])
      expect(one(form4(), name).accessionNumber).toBeUndefined()
  })
})
