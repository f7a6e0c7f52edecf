import { expect, test } from 'vitest'
import { Random } from '../../tools/testing/random.ts'
import { schemaComplaints } from '../../tools/testing/xsd.ts'
import { readSubmissionFile } from '../read/submissionFile.ts'
import { checkSubmissionFile } from './submissionFile.ts'
import { submissionFaults } from './submissionSchema.ts'

const FILE = `<edgarSubmission>
<submissionType>4/A</submissionType>
<testOrLive>LIVE</testOrLive>
<pointOfContact><contactName>Ann</contactName><contactPhoneNumber>1</contactPhoneNumber></pointOfContact>
<notificationAddresses><notificationEmailAddress>a@example.com</notificationEmailAddress></notificationAddresses>
<edgarDocument><documentName>form4.xml</documentName><documentType>4/A</documentType><documentDescription>d</documentDescription><documentMimeBlock>Kno=</documentMimeBlock></edgarDocument>
<edgarDocument><documentName>poa.txt</documentName><documentType>EX-24</documentType><documentMimeBlock>Kno=</documentMimeBlock></edgarDocument>
</edgarSubmission>`

const found = (xml: string) => {
  const { file } = readSubmissionFile(xml)
  return file ? checkSubmissionFile(file, undefined) : []
}
const whys = (xml: string) => {
  const root = readSubmissionFile(xml).file?.root
  return root ? submissionFaults(root).map(({ path, why }) => `${path}: ${why}`) : ['not well-formed']
}

test('a file of every element is fine', () => {
  expect(schemaComplaints(FILE, 'edgarSubmission')).toEqual([])
  expect(found(FILE)).toEqual([])
})

test.each([
  [
    'returnCopy of before 5.5',
    '<edgarDocument>',
    '<returnCopy>1</returnCopy>$&',
    '/returnCopy[1]: <returnCopy> has no place in <edgarSubmission>',
  ],
  ['another type', '>4/A<', '>10-K<', '/submissionType[1]: <submissionType> is not 3, 3/A, 4, 4/A, 5 or 5/A'],
  ['a word in lower case', 'LIVE', 'live', '/testOrLive[1]: <testOrLive> is not LIVE or TEST'],
  [
    'text beside elements',
    '<pointOfContact>',
    '$&to',
    '/pointOfContact[1]: <pointOfContact> holds text beside its elements',
  ],
  ['an attribute', '<testOrLive', '$& id="1"', '/testOrLive[1]: <testOrLive> has the attribute id'],
  ['a missing element', /<testOrLive>.*/, '', ': <edgarSubmission> has no <testOrLive>'],
  ['no document', /<edgarDocument>.*/gs, '</edgarSubmission>', ': <edgarSubmission> has no <edgarDocument>'],
  ['two of one', /<testOrLive>.*/, '$&$&', '/testOrLive[2]: <edgarSubmission> holds more than 1 <testOrLive>'],
  [
    'another order',
    /(<submissionType>.*)\n(<testOrLive>.*)/,
    '$2$1',
    '/submissionType[1]: <submissionType> stands too late in <edgarSubmission>',
  ],
] as const)('%s', (_, from, to, why) => {
  const xml = FILE.replace(from, to)
  expect(schemaComplaints(xml, 'edgarSubmission')).not.toEqual([])
  expect(whys(xml)).toEqual([`/edgarSubmission${why}`])
})

test('another root', () => {
  expect(whys('<EdgarSubmission/>')).toEqual(['/EdgarSubmission: <EdgarSubmission> is not <edgarSubmission>'])
})

test('at most 611 documents', () => {
  const [, document = ''] = /\n(<edgarDocument><documentName>poa.*)/.exec(FILE) ?? []
  const many = (count: number) => FILE.replace(document, document.repeat(count - 1))
  expect(whys(many(611))).toEqual([])
  expect(whys(many(612))).toEqual([
    '/edgarSubmission/edgarDocument[612]: <edgarSubmission> holds more than 611 <edgarDocument>',
  ])
})

test('content that is no base64 is no fault of the schema', () => {
  const xml = FILE.replace('Kno=', 'Kno')
  expect(schemaComplaints(xml, 'edgarSubmission')).toEqual([])
  expect(found(xml).map(({ code, at }) => [code, at.path])).toEqual([
    ['C312', '/edgarSubmission/edgarDocument[1]/documentMimeBlock'],
  ])
})

test('libxml2 and we refuse the same, on 2,000 mutations', () => {
  const random = new Random(16)
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)] as T
  let refused = 0
  for (let i = 0; i < 2_000; i++) {
    let xml = FILE
    for (let n = random.below(2); n >= 0; n--) xml = mutated(xml, pick)
    const isRefused = schemaComplaints(xml, 'edgarSubmission').length > 0
    if (isRefused) refused++
    const codes = found(xml)
      .filter(({ severity }) => severity === 'suspends')
      .map(({ code }) => code)
    // Texts too long or empty are the envelope's; what else that says is beyond the schema.
    expect(isRefused ? codes.length > 0 : !codes.includes('C301'), xml).toBe(true)
  }
  expect(refused).toBeGreaterThan(1_000)
})

/** An element taken out, doubled, moved, renamed, filled or emptied. */
function mutated(xml: string, pick: <T>(list: readonly T[]) => T): string {
  const leaves = [...xml.matchAll(/<(\w+)>[^<]*<\/\1>/g)].map(([leaf]) => leaf)
  const groups = [...xml.matchAll(/<(pointOfContact|notificationAddresses|edgarDocument)>.*<\/\1>/g)].map(
    ([group]) => group,
  )
  const one = pick([...leaves, ...groups])
  const other = pick(leaves)
  const kind = pick(['out', 'twice', 'swap', 'rename', 'empty', 'long', 'child', 'space'])
  if (kind === 'out') return xml.replace(one, '')
  if (kind === 'twice') return xml.replace(one, one + one)
  if (kind === 'swap') return xml.replace(one, '\0').replace(other, one).replace('\0', other)
  if (kind === 'rename') return xml.replace(one, one.replaceAll(/(<\/?)\w+/g, '$1documentType'))
  if (kind === 'empty') return xml.replace(other, other.replace(/>[^<]*</, '><'))
  if (kind === 'long') return xml.replace(other, other.replace('</', `${'x'.repeat(260)}</`))
  if (kind === 'child') return xml.replace(other, other.replace('</', '<b/></'))
  return xml.replace(other, other.replace('</', ' </'))
}
