import { describe, expect, test } from 'vitest'
import type { HeaderEntry, Submission } from '../../model/submission.ts'
import { documentText, withoutPemEscapes } from './documentText.ts'
import { readSubmission } from './readSubmission.ts'
import { LABELLED, TAGGED, TYPED_2000 } from './samples.mts'

const codes = (submission: Submission) => submission.diagnostics.map(({ code }) => code)
/** The tree without offsets, which other tests look at. */
const bare = (entries: HeaderEntry[]): unknown[] =>
  entries.map(({ label, value, entries: inside }) => [
    label,
    ...(value === undefined ? [] : [value]),
    ...(inside ? [bare(inside)] : []),
  ])

describe('a submission of today', () => {
  const submission = readSubmission(LABELLED)

  test('says what it is', () => {
    expect(submission).toMatchObject({
      accessionNumber: '0009999999-24-000123',
      formType: '4',
      publicDocumentCount: 2,
      acceptedAt: { time: '18:30:05' },
      wrapper: {
        root: 'SEC-DOCUMENT',
        documentLine: '0009999999-24-000123.txt : 20240228',
        headerLine: '0009999999-24-000123.hdr.sgml : 20240228',
        pem: false,
        pemHeaders: [],
      },
    })
    expect(String(submission.acceptedAt?.date)).toBe('2024-02-28')
    expect(String(submission.periodOfReport)).toBe('2024-02-26')
    expect(String(submission.filedAsOf)).toBe('2024-02-28')
    expect(String(submission.dateAsOfChange)).toBe('2024-02-29')
    expect(submission.diagnostics).toEqual([])
  })

  test('names its parties', () => {
    expect(JSON.parse(JSON.stringify(submission.parties))).toEqual([
      {
        role: 'reportingOwner',
        label: 'REPORTING-OWNER',
        name: 'Tidewell Ada B',
        cik: '0009000001',
        formType: '4',
        act: '34',
        fileNumber: '001-99999',
        filmNumber: '24000001',
        mailAddress: { street1: 'C/O QUARRY LANE CORP', city: 'SPRINGFIELD' },
        formerNames: [{ name: 'March Ada B', dateOfChange: '2011-01-05' }],
      },
      {
        role: 'issuer',
        label: 'ISSUER',
        name: 'Quarry Lane Corp',
        cik: '0009000002',
        sic: '1400',
        sicDescription: 'MINING & QUARRYING OF STONE',
        organizationName: '01 Energy & Transportation',
        irsNumber: '000000009',
        stateOfIncorporation: 'DE',
        fiscalYearEnd: '1231',
        businessAddress: {
          street1: '1 QUARRY LANE',
          street2: 'SUITE 2',
          city: 'SPRINGFIELD',
          state: 'VT',
          zip: '05156',
          phone: '802-555-0100',
        },
        formerNames: [
          { name: 'LANE QUARRIES INC', dateOfChange: '1993-03-28' },
          { name: 'LANE BROS', dateOfChange: '1991-01-01' },
        ],
      },
    ])
  })

  test('keeps an unknown label, and the value behind its first colon', () => {
    expect(submission.header.style).toBe('labelled')
    const entry = submission.header.entries.find(({ label }) => label === 'MOON PHASE')
    expect(entry?.value).toBe('WANING: 3/4')
    expect(LABELLED.slice(entry?.offset).startsWith('MOON PHASE:')).toBe(true)
  })

  test('loses no line of its header', () => {
    const count = (entries: HeaderEntry[]): number => entries.reduce((sum, e) => sum + 1 + count(e.entries ?? []), 0)
    const header = LABELLED.slice(LABELLED.indexOf('<ACCEPTANCE'), LABELLED.indexOf('</SEC-HEADER>'))
    expect(count(submission.header.entries)).toBe(header.split('\n').filter((line) => line.trim() !== '').length)
  })

  test('has its documents, with texts that quote tags', () => {
    const [form, exhibit] = submission.documents
    expect(submission.documents).toHaveLength(2)
    expect(form).toMatchObject({
      type: '4',
      sequence: 1,
      filename: 'doc4.xml',
      description: 'FORM 4: ADA & CO',
      isXml: true,
      isUuencoded: false,
    })
    const xml = LABELLED.slice(form?.xmlStart, form?.xmlEnd)
    expect(xml.startsWith('<?xml version="1.0"?>\n<owner')).toBe(true)
    expect(xml.endsWith('</ownershipDocument>\n')).toBe(true)
    expect(exhibit).toMatchObject({ type: 'EX-24', sequence: 2, description: undefined, isXml: false })
    expect(exhibit?.otherTags).toMatchObject([{ label: 'FLAVOUR', value: 'plain' }])
    expect(documentText(LABELLED, exhibit!)).toBe('POWER OF ATTORNEY\n</TEXT>\nis quoted here\n')
    expect(LABELLED.slice(exhibit?.offset).startsWith('<DOCUMENT>\n<TYPE>EX-24')).toBe(true)
  })

  test.each([
    ['CRLF', LABELLED.replaceAll('\n', '\r\n')],
    ['CR', LABELLED.replaceAll('\n', '\r')],
    ['LF once, then CR', LABELLED.replaceAll('\n', '\r').replace('\r', '\n')],
  ])('reads the same with line ends %s', (_, text) => {
    const other = readSubmission(text)
    expect(bare(other.header.entries)).toEqual(bare(submission.header.entries))
    expect(other.parties).toEqual(submission.parties)
    expect(other.diagnostics).toEqual([])
    expect(other.documents.map((d) => documentText(text, d).replaceAll(/\r\n?/g, '\n'))).toEqual(
      submission.documents.map((d) => documentText(LABELLED, d)),
    )
    const [form] = other.documents
    expect(text.slice(form?.xmlStart).startsWith('<?xml')).toBe(true)
  })

  test('reads the same behind a byte order mark, and when somebody has indented all of it alike', () => {
    const marked = readSubmission(`\ufeff${LABELLED}`)
    expect(marked.parties).toEqual(submission.parties)
    const flat = LABELLED.replaceAll(/^[\t ]*(?=\S)/gm, '        ')
    const flattened = readSubmission(flat)
    expect(flattened.parties).toEqual(submission.parties)
    expect(flattened.documents.map(({ type }) => type)).toEqual(['4', 'EX-24'])
    expect(flattened.diagnostics).toEqual([])
  })

  test('reads the issuer before the owner too', () => {
    const [from, middle, to] = ['REPORTING-OWNER:', 'ISSUER:', '</SEC-HEADER>'].map((mark) => LABELLED.indexOf(mark))
    const turned =
      LABELLED.slice(0, from) + LABELLED.slice(middle, to) + LABELLED.slice(from, middle) + LABELLED.slice(to)
    expect(readSubmission(turned).parties).toEqual([...submission.parties].reverse())
  })
})

describe('a feed file', () => {
  const submission = readSubmission(TAGGED)

  test('says the same in tags', () => {
    const labelled = readSubmission(LABELLED)
    for (const key of ['accessionNumber', 'formType', 'periodOfReport', 'filedAsOf', 'dateAsOfChange'] as const) {
      expect(submission[key]).toEqual(labelled[key])
    }
    expect(submission.header.style).toBe('tagged')
    expect(submission.wrapper.root).toBe('SUBMISSION')
    expect(submission.parties[0]).toEqual(labelled.parties[0])
    expect(submission.parties[1]).toMatchObject({ role: 'issuer', cik: '0009000002', sic: '1400' })
    expect(submission.diagnostics).toEqual([])
  })

  test('has no acceptance time, and none is invented', () => {
    expect(submission.acceptedAt).toBeUndefined()
  })

  test('tells an empty value from a group', () => {
    expect(bare(submission.header.entries)[6]).toEqual([
      'REPORTING-OWNER',
      [
        ['OWNER-DATA', [['CONFORMED-NAME', 'Tidewell Ada B'], ['CIK', '0009000001'], ['ORGANIZATION-NAME']]],
        [
          'FILING-VALUES',
          [
            ['FORM-TYPE', '4'],
            ['ACT', '34'],
            ['FILE-NUMBER', '001-99999'],
            ['FILM-NUMBER', '24000001'],
          ],
        ],
        [
          'MAIL-ADDRESS',
          [
            ['STREET1', 'C/O QUARRY LANE CORP'],
            ['CITY', 'SPRINGFIELD'],
          ],
        ],
        [
          'FORMER-NAME',
          [
            ['FORMER-CONFORMED-NAME', 'March Ada B'],
            ['DATE-CHANGED', '20110105'],
          ],
        ],
      ],
    ])
  })
})

describe('a typed form of 2000 in privacy-enhanced mail', () => {
  const submission = readSubmission(TYPED_2000)

  test('reads through the mail', () => {
    expect(submission.wrapper).toMatchObject({ pem: true, root: 'SEC-DOCUMENT' })
    expect(submission.wrapper.pemHeaders).toEqual([
      { name: 'Proc-Type', value: '2001,MIC-CLEAR' },
      { name: 'Originator-Name', value: 'somebody@example.gov' },
      { name: 'Originator-Key-Asymmetric', value: 'AAAABBBB' },
      { name: 'MIC-Info', value: 'RSA-MD5,RSA,CCCC' },
    ])
    expect(submission.diagnostics).toEqual([])
  })

  test('has a subject company, and an owner in raw tags', () => {
    expect(submission.parties).toEqual([
      {
        role: 'subjectCompany',
        label: 'SUBJECT COMPANY',
        name: 'QUARRY LANE CORP',
        cik: '0009000002',
        formType: '4',
        fileNumber: '000-99999',
        formerNames: [],
      },
      {
        role: 'reportingOwner',
        label: 'REPORTING-OWNER',
        name: 'TIDEWELL ADA B',
        cik: '0009000001',
        relationship: 'DIRECTOR',
        formType: '4',
        mailAddress: { street1: '1 QUARRY LANE' },
        formerNames: [],
      },
    ])
    expect(submission.header.style).toBe('labelled')
  })

  test('has no acceptance time, date of change or file name', () => {
    expect(submission.acceptedAt).toBeUndefined()
    expect(submission.dateAsOfChange).toBeUndefined()
    expect(submission.documents[0]?.filename).toBeUndefined()
  })

  test('keeps its text as filed; the mail’s quoting can be taken back', () => {
    const text = documentText(TYPED_2000, submission.documents[0]!)
    expect(text).toBe('FORM 4\n- ------\n')
    expect(withoutPemEscapes(text)).toBe('FORM 4\n------\n')
    expect(withoutPemEscapes('a - -b')).toBe('a - -b')
  })
})

describe('less than a submission', () => {
  test('a labelled header alone', () => {
    const header = LABELLED.slice(LABELLED.indexOf('<ACCEPTANCE'), LABELLED.indexOf('</SEC-HEADER>'))
    const submission = readSubmission(header)
    expect(submission).toMatchObject({
      accessionNumber: '0009999999-24-000123',
      documents: [],
      wrapper: { root: undefined },
    })
    expect(submission.parties).toHaveLength(2)
    expect(codes(submission)).toEqual(['R213'])
  })

  test('a header in mail, cut off before it was closed: the mail’s end is no line of it', () => {
    const text = `${TYPED_2000.slice(0, TYPED_2000.indexOf('</SEC-HEADER>'))}-----END PRIVACY-ENHANCED MESSAGE-----\n`
    const submission = readSubmission(text)
    expect(submission.parties).toHaveLength(2)
    expect(codes(submission)).toEqual(['R213'])
  })

  test('a tagged header in its own file', () => {
    const inside = TAGGED.slice(TAGGED.indexOf('<ACC'), TAGGED.indexOf('<DOCUMENT>'))
    const text = `<SEC-HEADER>0009999999-24-000123.hdr.sgml : 20240228\n<ACCEPTANCE-DATETIME>20240228183005\n${inside}</SEC-HEADER>\n`
    const submission = readSubmission(text)
    expect(submission.header.style).toBe('tagged')
    expect(submission.acceptedAt?.time).toBe('18:30:05')
    expect(submission.parties).toHaveLength(2)
  })

  test('documents without a header', () => {
    const submission = readSubmission(LABELLED.slice(LABELLED.indexOf('<DOCUMENT>')))
    expect(submission.documents).toHaveLength(2)
    expect(submission).toMatchObject({
      accessionNumber: undefined,
      header: { style: 'none', entries: [] },
      parties: [],
    })
    expect(codes(submission)).toEqual(['R202', 'R203'])
  })

  test('a submission of 1994 under its own tags', () => {
    const text = TYPED_2000.replaceAll('SEC-DOCUMENT', 'IMS-DOCUMENT').replaceAll('SEC-HEADER', 'IMS-HEADER')
    expect(readSubmission(text)).toMatchObject({
      wrapper: { root: 'IMS-DOCUMENT' },
      parties: [{}, {}],
      diagnostics: [],
    })
  })

  test.each([
    ['', 'empty'],
    ['<html>Your Request Originates from an Undeclared Automated Tool', 'refusal'],
    ['<ownershipDocument/>', 'ownershipXml'],
  ])('no submission at all: %j', (text, source) => {
    const submission = readSubmission(text)
    expect(submission.documents).toEqual([])
    expect(submission.diagnostics.at(-1)).toMatchObject({ code: 'R201', data: { source } })
  })
})
