import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type SubmissionCode, submissionDiagnostics } from '../../facts/submissionDiagnostics.ts'
import type { HeaderEntry, Submission } from '../../model/submission.ts'
import { documentText, withoutPemEscapes } from './documentText.ts'
import { readSubmission } from './readSubmission.ts'

const LABELLED = `<SEC-DOCUMENT>0009999999-24-000123.txt : 20240228
<SEC-HEADER>0009999999-24-000123.hdr.sgml : 20240228
<ACCEPTANCE-DATETIME>20240228183005
ACCESSION NUMBER:\t\t0009999999-24-000123
CONFORMED SUBMISSION TYPE:\t4
PUBLIC DOCUMENT COUNT:\t\t2
CONFORMED PERIOD OF REPORT:\t20240226
FILED AS OF DATE:\t\t20240228
DATE AS OF CHANGE:\t\t20240229
MOON PHASE:\t\tWANING: 3/4

REPORTING-OWNER:\t

\tOWNER DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tTidewell Ada B
\t\tCENTRAL INDEX KEY:\t\t\t0009000001
\t\tORGANIZATION NAME:           \t

\tFILING VALUES:
\t\tFORM TYPE:\t\t4
\t\tSEC ACT:\t\t1934 Act
\t\tSEC FILE NUMBER:\t001-99999
\t\tFILM NUMBER:\t\t24000001

\tMAIL ADDRESS:\t
\t\tSTREET 1:\t\tC/O QUARRY LANE CORP
\t\tCITY:\t\t\tSPRINGFIELD

\tFORMER NAME:\t
\t\tFORMER CONFORMED NAME:\tMarch Ada B
\t\tDATE OF NAME CHANGE:\t20110105

ISSUER:\t\t

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tQuarry Lane Corp
\t\tCENTRAL INDEX KEY:\t\t\t0009000002
\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tMINING & QUARRYING OF STONE [1400]
\t\tORGANIZATION NAME:           \t01 Energy & Transportation
\t\tIRS NUMBER:\t\t\t\t000000009
\t\tSTATE OF INCORPORATION:\t\t\tDE
\t\tFISCAL YEAR END:\t\t\t1231

\tBUSINESS ADDRESS:\t
\t\tSTREET 1:\t\t1 QUARRY LANE
\t\tSTREET 2:\t\tSUITE 2
\t\tCITY:\t\t\tSPRINGFIELD
\t\tSTATE:\t\t\tVT
\t\tZIP:\t\t\t05156
\t\tBUSINESS PHONE:\t\t802-555-0100

\tFORMER COMPANY:\t
\t\tFORMER CONFORMED NAME:\tLANE QUARRIES INC
\t\tDATE OF NAME CHANGE:\t19930328

\tFORMER COMPANY:\t
\t\tFORMER CONFORMED NAME:\tLANE BROS
\t\tDATE OF NAME CHANGE:\t19910101
</SEC-HEADER>
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<FILENAME>doc4.xml
<DESCRIPTION>FORM 4: ADA & CO
<TEXT>
<XML>
<?xml version="1.0"?>
<ownershipDocument>
  <remarks>an exhibit may speak of <DOCUMENT> and </TEXT></remarks>
</ownershipDocument>
</XML>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-24
<SEQUENCE>2
<FILENAME>poa.txt
<FLAVOUR>plain
<TEXT>
POWER OF ATTORNEY
</TEXT>
is quoted here
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`

const TAGGED = `<SUBMISSION>
<ACCESSION-NUMBER>0009999999-24-000123
<TYPE>4
<PUBLIC-DOCUMENT-COUNT>1
<PERIOD>20240226
<FILING-DATE>20240228
<DATE-OF-FILING-DATE-CHANGE>20240229
<REPORTING-OWNER>
<OWNER-DATA>
<CONFORMED-NAME>Tidewell Ada B
<CIK>0009000001
<ORGANIZATION-NAME>
</OWNER-DATA>
<FILING-VALUES>
<FORM-TYPE>4
<ACT>34
<FILE-NUMBER>001-99999
<FILM-NUMBER>24000001
</FILING-VALUES>
<MAIL-ADDRESS>
<STREET1>C/O QUARRY LANE CORP
<CITY>SPRINGFIELD
</MAIL-ADDRESS>
<FORMER-NAME>
<FORMER-CONFORMED-NAME>March Ada B
<DATE-CHANGED>20110105
</FORMER-NAME>
</REPORTING-OWNER>
<ISSUER>
<COMPANY-DATA>
<CONFORMED-NAME>Quarry Lane Corp
<CIK>0009000002
<ASSIGNED-SIC>1400
</COMPANY-DATA>
</ISSUER>
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<FILENAME>doc4.xml
<TEXT>
<XML>
<ownershipDocument/>
</XML>
</TEXT>
</DOCUMENT>
</SUBMISSION>
`

const TYPED_2000 = `-----BEGIN PRIVACY-ENHANCED MESSAGE-----
Proc-Type: 2001,MIC-CLEAR
Originator-Name: somebody@example.gov
Originator-Key-Asymmetric:
 AAAA
 BBBB
MIC-Info: RSA-MD5,RSA,
 CCCC

<SEC-DOCUMENT>0009999999-00-000007.txt : 20000316
<SEC-HEADER>0009999999-00-000007.hdr.sgml : 20000316
ACCESSION NUMBER:\t\t0009999999-00-000007
CONFORMED SUBMISSION TYPE:\t4
PUBLIC DOCUMENT COUNT:\t\t1
FILED AS OF DATE:\t\t20000314

SUBJECT COMPANY:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tQUARRY LANE CORP
\t\tCENTRAL INDEX KEY:\t\t\t0009000002

\tFILING VALUES:
\t\tFORM TYPE:\t\t4
\t\tSEC ACT:
\t\tSEC FILE NUMBER:\t000-99999
<REPORTING-OWNER>

COMPANY DATA:
\tCOMPANY CONFORMED NAME:\t\t\tTIDEWELL ADA B
\tCENTRAL INDEX KEY:\t\t\t0009000001
\tSTANDARD INDUSTRIAL CLASSIFICATION:\t []
<RELATIONSHIP>DIRECTOR

FILING VALUES:
\tFORM TYPE:\t\t4

MAIL ADDRESS:
\tSTREET 1:\t\t1 QUARRY LANE
</REPORTING-OWNER>
</SEC-HEADER>
<DOCUMENT>
<TYPE>4
<SEQUENCE>1
<DESCRIPTION>FORM 4
<TEXT>
FORM 4
- ------
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
-----END PRIVACY-ENHANCED MESSAGE-----
`

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

describe('what is wrong is told', () => {
  const changed = (from: string, to: string) => readSubmission(LABELLED.replace(from, to))

  test.each<[what: string, from: string, to: string, code: SubmissionCode, data: object]>([
    [
      'a date that is none',
      '20240226',
      '20240230',
      'R204',
      { label: 'CONFORMED PERIOD OF REPORT', value: '20240230', expected: 'date' },
    ],
    [
      'a time that is none',
      '20240228183005',
      '20240228243005',
      'R204',
      { label: 'ACCEPTANCE-DATETIME', value: '20240228243005', expected: 'date and time' },
    ],
    [
      'a CIK that is none',
      '\t0009000001',
      '\tNINE',
      'R204',
      { label: 'CENTRAL INDEX KEY', value: 'NINE', expected: 'CIK' },
    ],
    [
      'another number in the wrapper',
      '000123.txt',
      '000124.txt',
      'R205',
      { header: '0009999999-24-000123', wrapper: '0009999999-24-000124' },
    ],
    ['a line without label', 'MOON PHASE:\t\tWANING: 3/4', 'MOON', 'R206', { line: 'MOON' }],
    ['a closing tag that closes nothing', 'MOON PHASE:\t\tWANING: 3/4', '</MOON>', 'R207', { tag: 'MOON' }],
    ['a missing </TEXT>', '</XML>\n</TEXT>', '</XML>', 'R211', { document: 1, type: '4', tag: '</TEXT>' }],
    [
      'a missing </DOCUMENT>',
      '</XML>\n</TEXT>\n</DOCUMENT>',
      '</XML>\n</TEXT>',
      'R211',
      { document: 1, type: '4', tag: '</DOCUMENT>' },
    ],
    [
      'a missing <TEXT>',
      '<FLAVOUR>plain\n<TEXT>\nPOWER OF ATTORNEY\n</TEXT>\nis quoted here\n</TEXT>',
      '',
      'R212',
      { document: 2, type: 'EX-24' },
    ],
    ['another count', 'COUNT:\t\t2', 'COUNT:\t\t3', 'R213', { claimed: 3, found: 2 }],
    ['a missing </XML>', '</XML>\n', '', 'R214', { document: 1, type: '4' }],
    ['a sequence that is none', '<SEQUENCE>2', '<SEQUENCE>two', 'R215', { document: 2, type: 'EX-24', value: 'two' }],
  ])('%s', (_, from, to, code, data) => {
    const submission = changed(from, to)
    expect(submission.diagnostics).toMatchObject([{ code, data }])
    expect(submission.documents).toHaveLength(2)
    const holes = submissionDiagnostics[code].message.match(/(?<=\{)\w+(?=\})/g) ?? []
    expect(Object.keys(data)).toEqual(expect.arrayContaining(holes))
  })

  test('a missing </TEXT> takes nothing from the next document', () => {
    const submission = changed('</XML>\n</TEXT>\n</DOCUMENT>', '</XML>')
    expect(submission.documents.map(({ type }) => type)).toEqual(['4', 'EX-24'])
    expect(submission.documents[0]?.end).toBe(submission.documents[1]?.offset)
  })

  test('a </TEXT> that does not begin its line ends the text all the same', () => {
    const text = LABELLED.replace('</XML>\n</TEXT>', '</XML></TEXT>')
    const [form] = readSubmission(text).documents
    expect(text.slice(form?.end, (form?.end ?? 0) + 7)).toBe('</TEXT>')
    expect(text.slice(form?.xmlStart, form?.xmlEnd).endsWith('</ownershipDocument>\n')).toBe(true)
  })

  test('an invalid date is left out and stays in the tree', () => {
    const submission = changed('20240226', '20240230')
    expect(submission.periodOfReport).toBeUndefined()
    expect(submission.header.entries.find(({ label }) => label === 'CONFORMED PERIOD OF REPORT')?.value).toBe(
      '20240230',
    )
  })

  test('the number of the wrapper stands in for a missing one', () => {
    const submission = changed('ACCESSION NUMBER:\t\t0009999999-24-000123\n', '')
    expect(submission.accessionNumber).toBe('0009999999-24-000123')
    expect(submission.diagnostics).toEqual([])
  })

  test('mail that does not end', () => {
    expect(codes(readSubmission(TYPED_2000.slice(0, -10)))).toEqual(['R209'])
  })

  test('blocks deeper than any real header', () => {
    const steps = Array.from({ length: 30 }, (_, i) => `${' '.repeat(i)}STEP ${i}:`)
    const submission = readSubmission(`ACCESSION NUMBER:\t0009999999-24-000123\n${steps.join('\n')}\n`)
    expect(codes(submission)).toContain('R208')
    expect(JSON.stringify(submission.header).match(/STEP/g)).toHaveLength(30)
  })

  test('labels that are names of object members are labels like others', () => {
    const submission = changed('MOON PHASE:', '__proto__:').parties.length
    expect(submission).toBe(2)
    expect(changed('\t\tFISCAL YEAR END:', '\t\tconstructor:').parties[1]).not.toHaveProperty('fiscalYearEnd')
  })
})

describe('hostile text', () => {
  test('whatever is cut out or put in, nothing throws and offsets stay in order', () => {
    const samples = fc.constantFrom(LABELLED, TAGGED, TYPED_2000)
    const pieces = fc.constantFrom(
      '<',
      '</TEXT>',
      '\n<DOCUMENT>\n',
      '\n</TEXT>\n',
      '<TEXT>',
      '\r',
      ':',
      '\t',
      '</',
      '<XML>',
      'x',
    )
    fc.assert(
      fc.property(samples, fc.nat(), fc.nat(400), pieces, (sample, at, length, piece) => {
        const from = at % sample.length
        const text = sample.slice(0, from) + piece + sample.slice(from + length)
        let last = 0
        for (const { offset, start, end, isXml, xmlStart = 0, xmlEnd = 0 } of readSubmission(text).documents) {
          expect([last, offset, start, end, text.length]).toEqual(
            [last, offset, start, end, text.length].sort((a, b) => a - b),
          )
          if (isXml) expect(start <= xmlStart && xmlStart <= xmlEnd && xmlEnd <= end).toBe(true)
          last = end
        }
      }),
    )
  })

  // Each of these would outlast the time limit if some tag were searched for again and again.
  test.each([
    ['documents', '<DOCUMENT>\n'],
    ['texts without end', '<DOCUMENT>\n<TEXT>\n<XML>\n'],
    ['texts without document end', '<DOCUMENT>\n<TEXT>\n</TEXT>\n'],
    ['text ends', '</TEXT>\n'],
    ['opened brackets', '<'],
    ['closing brackets', '</'],
    ['blanks', ' '],
    ['labels', 'A:\n'],
    ['indented labels', '\tA:\n'],
    ['tags', '<A>\n'],
  ])('50,000 %s take no more than their share of time', (_, piece) => {
    const many = piece.repeat(50_000)
    for (const start of [
      '<SEC-DOCUMENT>\n',
      '<DOCUMENT>\n<TYPE>4\n<TEXT>\n',
      '-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n',
    ]) {
      expect(readSubmission(start + many).diagnostics).toBeDefined()
    }
  })
})
