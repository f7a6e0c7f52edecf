import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../tools/repository.ts'
import { CANARY, primaryIn } from '../../tools/testing/examineModel.ts'
import { schemaComplaints } from '../../tools/testing/xsd.ts'
import { messageOf } from '../facts/index.ts'
import { reported } from '../model/reported.ts'
import { type EdgarSubmissionOptions, type SupportingDocument, writeEdgarSubmission } from './edgarSubmission.ts'
import { documentOf } from './inventedFilings.mts'
import { writeSubmissionForm } from './submissionForm.ts'

const SAMPLES = join(root, '../shared/spec/xsd/samples-repaired')
const NO_SAMPLES = 'needs the mended samples of ../shared/spec'

const filing = (name = '4') => documentOf(readFileSync(join(root, `cases/elements/${name}.xml`), 'utf8'))
const bytes = (text: string) => new TextEncoder().encode(text)

const POWER: SupportingDocument = { name: 'poa.txt', type: 'EX-24', bytes: bytes('Know all by these presents ...') }

const write = (options: Partial<EdgarSubmissionOptions> = {}, document = filing()) =>
  writeEdgarSubmission(document, { testOrLive: 'TEST', ...options })

/** The diagnostics but the one that says there is no CCC, as `code {data}`; each with wording. */
function complaintsAbout(options: Partial<EdgarSubmissionOptions>): string[] {
  const { xml, diagnostics } = write(options)
  for (const diagnostic of diagnostics) expect(messageOf(diagnostic)).not.toMatch(/\{\w+\}/)
  expect(xml === undefined).toBe(diagnostics.some(({ severity }) => severity === 'suspends'))
  const text = xml ?? ''
  expect(text).toMatch(/^[\n\x20-\x7e]*$/)
  if (xml !== undefined) expect(schemaComplaints(xml, 'edgarSubmission')).toEqual([])
  return diagnostics.filter(({ code }) => code !== 'W206').map(({ code, data }) => `${code} ${JSON.stringify(data)}`)
}

test('the form and what goes with it, in one file', () => {
  const { xml = '', diagnostics } = write({
    contact: { name: 'Ann Example', phoneNumber: '212-555-0100', emailAddress: 'ann@example.com' },
    notificationEmailAddresses: ['desk@example.com', 'night@example.com'],
    supportingDocuments: [{ ...POWER, description: 'Power of attorney <of> Ines & Co.' }],
  })
  expect(diagnostics.map(({ code }) => code)).toEqual(['W206'])
  expect(schemaComplaints(xml, 'edgarSubmission')).toEqual([])
  expect(xml.replace(/(<documentMimeBlock>)[^<]*/g, '$1')).toBe(`<?xml version="1.0"?>
<edgarSubmission>
    <submissionType>4</submissionType>
    <testOrLive>TEST</testOrLive>
    <pointOfContact>
        <contactName>Ann Example</contactName>
        <contactPhoneNumber>212-555-0100</contactPhoneNumber>
        <contactEmailAddress>ann@example.com</contactEmailAddress>
    </pointOfContact>
    <notificationAddresses>
        <notificationEmailAddress>desk@example.com</notificationEmailAddress>
        <notificationEmailAddress>night@example.com</notificationEmailAddress>
    </notificationAddresses>
    <edgarDocument>
        <documentName>form4.xml</documentName>
        <documentType>4</documentType>
        <documentDescription>Form 4</documentDescription>
        <documentMimeBlock></documentMimeBlock>
    </edgarDocument>
    <edgarDocument>
        <documentName>poa.txt</documentName>
        <documentType>EX-24</documentType>
        <documentDescription>Power of attorney &lt;of&gt; Ines &amp; Co.</documentDescription>
        <documentMimeBlock></documentMimeBlock>
    </edgarDocument>
</edgarSubmission>
`)
  expect(primaryIn(xml)).toBe(writeSubmissionForm(filing()).xml)
})

test.each([
  ['3', '3', 'form3.xml'],
  ['3A', '3/A', 'form3.xml'],
  ['4A', '4/A', 'form4.xml'],
  ['5', '5', 'form5.xml'],
  ['5A', '5/A', 'form5.xml'],
])('the type and the name follow from the document: %s', (name, type, file) => {
  const { xml = '' } = write({ testOrLive: 'LIVE' }, filing(name))
  expect(schemaComplaints(xml, 'edgarSubmission')).toEqual([])
  expect(xml).toContain(`<submissionType>${type}</submissionType>\n    <testOrLive>LIVE</testOrLive>`)
  expect(xml).toContain(`<documentName>${file}</documentName>\n        <documentType>${type}</documentType>`)
})

test('any bytes come through, more than a call takes arguments', () => {
  const picture = Uint8Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 256)
  const { xml = '' } = write({ supportingDocuments: [{ name: 'logo.gif', type: 'GRAPHIC', bytes: picture }] })
  const [, block = ''] = [...xml.matchAll(/<documentMimeBlock>([^<]*)</g)].map((found) => found[1])
  expect(Buffer.from(block, 'base64').equals(Buffer.from(picture))).toBe(true)
})

test.each(['poa.txt', 'p.htm', 'a1-b_c.jpg', `${'a'.repeat(28)}.gif`])('the name %s is taken', (name) => {
  expect(complaintsAbout({ supportingDocuments: [{ ...POWER, name }] })).toEqual([])
})

const BAD_NAMES = ['', 'poa', 'POA.txt', 'poa.TXT', 'poa.pdf', 'poa.xml', '1poa.txt', 'my poa.txt', 'a/poa.txt']
const UNTIDY_NAMES = ['poa.txt\n', 'póa.txt', 'p.o.txt', 'p-o-a.txt', 'p_o_a.txt', `${'a'.repeat(29)}.txt`]

test.each([...BAD_NAMES, ...UNTIDY_NAMES])('the name %j is not', (name) => {
  expect(complaintsAbout({ supportingDocuments: [{ ...POWER, name }] })).toEqual([expect.stringMatching(/^W201/)])
})

test('the form’s own name ends .xml', () => {
  expect(complaintsAbout({ documentName: 'mine.xml' })).toEqual([])
  expect(complaintsAbout({ documentName: 'mine.txt' })).toEqual([expect.stringMatching(/^W201/)])
})

test('no two documents have one name', () => {
  expect(complaintsAbout({ supportingDocuments: [POWER, { ...POWER, type: 'EX-99' }] })).toEqual([
    'W207 {"name":"poa.txt"}',
  ])
})

test.each(['CORRESP', 'COVER', 'EX-24', 'EX-24.1', 'EX-99.my exhibit', 'GRAPHIC', 'EX-24.12345678901234'])(
  'the type %s is taken',
  (type) => {
    expect(complaintsAbout({ supportingDocuments: [{ ...POWER, type }] })).toEqual([])
  },
)

test.each(['', '4', 'EX-10', 'EX-24.', 'ex-24', 'EX-244', 'EX-24.123456789012345', 'EX-99.é', 'EX-99.\n'])(
  'the type %j is not',
  (type) => {
    const complaint = `W202 ${JSON.stringify({ type })}`
    expect(complaintsAbout({ supportingDocuments: [{ ...POWER, type }] })).toEqual([complaint])
  },
)

test('an empty document is refused', () => {
  const supportingDocuments = [{ ...POWER, bytes: new Uint8Array(0) }]
  expect(complaintsAbout({ supportingDocuments })).toEqual(['W204 {"name":"poa.txt"}'])
})

describe('as many as there may be, and one more', () => {
  const documents = (count: number, ...types: string[]) =>
    Array.from({ length: count }, (_, i) => ({ ...POWER, name: `d${i}.txt`, type: types[i % types.length] as string }))

  test.each([
    ['CORRESP', 100, ['CORRESP']],
    ['COVER', 10, ['COVER', 'COVER.x']],
    ['EX-24, EX-99 and GRAPHIC', 500, ['EX-24', 'EX-99.1', 'GRAPHIC']],
  ])('%s', (type, limit, types) => {
    expect(complaintsAbout({ supportingDocuments: documents(limit, ...types) })).toEqual([])
    const complaint = `W203 ${JSON.stringify({ type, count: limit + 1, limit })}`
    expect(complaintsAbout({ supportingDocuments: documents(limit + 1, ...types) })).toEqual([complaint])
  })

  test('addresses to be notified', () => {
    const addresses = (count: number) => Array.from({ length: count }, (_, i) => `desk${i}@example.com`)
    expect(complaintsAbout({ notificationEmailAddresses: addresses(30) })).toEqual([])
    expect(complaintsAbout({ notificationEmailAddresses: addresses(31) })).toEqual([
      'W203 {"type":"notificationEmailAddress","count":31,"limit":30}',
    ])
  })
})

test('texts at their limits are taken, beyond them refused', () => {
  const options = (more: number): Partial<EdgarSubmissionOptions> => ({
    contact: { name: 'n'.repeat(30 + more), phoneNumber: '1'.repeat(20 + more) },
    supportingDocuments: [{ ...POWER, description: 'd'.repeat(255 + more) }],
  })
  expect(complaintsAbout(options(0))).toEqual([])
  expect(complaintsAbout(options(1))).toEqual([
    'W205 {"element":"documentDescription","length":256,"limit":255}',
    'W205 {"element":"contactName","length":31,"limit":30}',
    'W205 {"element":"contactPhoneNumber","length":21,"limit":20}',
  ])
})

test.each([
  'ann',
  'ann@',
  '@example.com',
  'ann@example',
  'a b@example.com',
  'ann@b@example.com',
  'ánn@example.com',
  `${'a'.repeat(69)}@example.com`,
])('%s is no e-mail address', (address) => {
  const complaint = `W208 ${JSON.stringify({ address })}`
  expect(complaintsAbout({ notificationEmailAddresses: [address] })).toEqual([complaint])
  expect(complaintsAbout({ contact: { emailAddress: address } })).toEqual([complaint])
})

test('an address that stands twice draws a warning, and the file is written', () => {
  const options = { contact: { emailAddress: 'ann@example.com' }, notificationEmailAddresses: ['Ann@example.com'] }
  expect(complaintsAbout(options)).toEqual(['W209 {"address":"Ann@example.com"}'])
})

test('characters beyond ASCII around the form are named', () => {
  expect(
    complaintsAbout({ contact: { name: 'Zoë' }, supportingDocuments: [{ ...POWER, description: 'a\tb' }] }),
  ).toEqual([
    'W101 {"character":"U+0009","name":"\\t","element":"documentDescription"}',
    'W101 {"character":"U+00EB","name":"ë","element":"contactName"}',
  ])
})

test('what the form lacks, the file lacks', () => {
  const document = filing()
  document.issuer.cik = reported('cik', '')
  const { xml, diagnostics } = write({ supportingDocuments: [POWER] }, document)
  expect(xml).toBeUndefined()
  expect(diagnostics.map(({ code, at }) => `${code} ${at.path}`)).toEqual([
    'W102 /ownershipDocument/issuer/issuerCik',
    'W206 /edgarSubmission',
  ])
})

test('a CCC goes in when it is asked for, and into the form alone', () => {
  const document = filing()
  for (const { id } of document.reportingOwners) id.ccc = reported('text', CANARY)
  const quiet = write({}, document)
  expect(quiet.diagnostics.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['W206 note'])
  expect(primaryIn(quiet.xml ?? '')).not.toContain(CANARY)
  const { xml = '', diagnostics } = write({ ccc: 'include' }, document)
  expect(diagnostics).toEqual([])
  expect(xml).not.toContain(CANARY)
  expect(primaryIn(xml).split(CANARY)).toHaveLength(3)
  expect(schemaComplaints(primaryIn(xml), '4')).toEqual([])
})

test('the SEC’s samples, mended, give a valid file with the same form in it', (context) => {
  context.skip(!existsSync(SAMPLES), NO_SAMPLES)
  const samples = globSync('filing*.xml', { cwd: SAMPLES }).sort()
  expect(samples).toHaveLength(6)
  for (const name of samples) {
    const sample = readFileSync(join(SAMPLES, name), 'latin1')
    expect([name, schemaComplaints(sample, 'edgarSubmission')]).toEqual([name, []])
    const document = documentOf(primaryIn(sample))
    const { xml = '', diagnostics } = write({ ccc: 'include', supportingDocuments: [POWER] }, document)
    expect([name, diagnostics]).toEqual([name, []])
    expect([name, schemaComplaints(xml, 'edgarSubmission')]).toEqual([name, []])
    expect(primaryIn(xml)).toBe(writeSubmissionForm(document, { ccc: 'include' }).xml)
  }
})
