import { describe, expect, test } from 'vitest'
import { CalendarDate } from '../model/calendarDate.ts'
import { inspectValues } from './inspect.ts'
import { readOwnershipXml } from './ownershipXml.ts'

const read = (content: string) => {
  const { document, diagnostics } = readOwnershipXml(`<ownershipDocument>${content}</ownershipDocument>`)
  if (!document) throw new Error(`not read: ${JSON.stringify(diagnostics)}`)
  return document
}

const row = (content: string) =>
  `<nonDerivativeTable><nonDerivativeTransaction>${content}</nonDerivativeTransaction></nonDerivativeTable>`
const signature = '<ownerSignature><signatureDate>2024-02-29</signatureDate></ownerSignature>'
const rowPath = '/ownershipDocument/nonDerivativeTable/nonDerivativeTransaction[1]'
const footnotes = (...ids: string[]) =>
  `<footnotes>${ids.map((id) => `<footnote id="${id}">a</footnote>`).join('')}</footnotes>`

describe('what is wrong with a value', () => {
  test.each<[code: string, content: string, path: string, data: object]>([
    [
      'R151',
      '<periodOfReport>2024-02-30</periodOfReport>',
      '/ownershipDocument/periodOfReport',
      { written: '2024-02-30' },
    ],
    [
      'R152',
      row('<transactionAmounts><transactionShares><value>1,500</value></transactionShares></transactionAmounts>'),
      `${rowPath}/transactionAmounts/transactionShares`,
      { written: '1,500' },
    ],
    ['R153', '<aff10b5One>yes</aff10b5One>', '/ownershipDocument/aff10b5One', { written: 'yes' }],
    [
      'R154',
      '<issuer><issuerCik>none</issuerCik></issuer>',
      '/ownershipDocument/issuer/issuerCik',
      { written: 'none' },
    ],
    [
      'R155',
      '<periodOfReport>0023-04-01</periodOfReport>',
      '/ownershipDocument/periodOfReport',
      { date: '0023-04-01' },
    ],
    [
      'R155',
      `<periodOfReport>2024-03-01</periodOfReport>${signature}`,
      '/ownershipDocument/periodOfReport',
      { date: '2024-03-01' },
    ],
    [
      'R156',
      row('<securityTitle><value>a</value><footnoteId id="F2"/></securityTitle>'),
      `${rowPath}/securityTitle`,
      { id: 'F2' },
    ],
    [
      'R156',
      row('<transactionCoding><transactionCode>P</transactionCode><footnoteId id="F3"/></transactionCoding>'),
      `${rowPath}/transactionCoding`,
      { id: 'F3' },
    ],
    ['R157', footnotes('F1'), '/ownershipDocument/footnotes/footnote[1]', { id: 'F1' }],
    [
      'R158',
      row('<securityTitle><value>a</value><footnoteId id="F1"/></securityTitle>') + footnotes('F1', 'F1'),
      '/ownershipDocument/footnotes/footnote[2]',
      { id: 'F1' },
    ],
  ])('%s: %s', (code, content, path, data) => {
    expect(inspectValues(read(content))).toMatchObject([{ code, at: { path }, data }])
  })

  test.each([
    [
      'empty fields',
      '<periodOfReport></periodOfReport><aff10b5One></aff10b5One><issuer><issuerCik></issuerCik></issuer>',
    ],
    ['zero', row('<transactionAmounts><transactionShares><value>0</value></transactionShares></transactionAmounts>')],
    ['a zone', `<periodOfReport>2003-05-09-05:00</periodOfReport>${signature}`],
    ['text of any kind', '<remarks>n/a</remarks>'],
    [
      'a day later than the signature that need not be past',
      row('<expirationDate><value>2034-01-01</value></expirationDate>') + signature,
    ],
    ['a footnote that is used', row('<securityTitle><footnoteId id="F1"/></securityTitle>') + footnotes('F1')],
    ['no signature', '<periodOfReport>2999-01-01</periodOfReport>'],
  ])('nothing: %s', (_, content) => expect(inspectValues(read(content))).toEqual([]))

  test('an option that runs for more than a century', () => {
    const document = read(row('<expirationDate><value>3024-01-01</value></expirationDate>') + signature)
    expect(inspectValues(document)).toMatchObject([{ code: 'R155', data: { date: '3024-01-01' } }])
  })

  test('the filing date comes before the signatures', () => {
    const document = read(`<periodOfReport>2024-02-29</periodOfReport>${signature}`)
    expect(inspectValues(document, CalendarDate.parse('2024-02-28'))).toMatchObject([{ code: 'R155' }])
  })

  test('a long or secret text is cut or masked in what is said', () => {
    const [long, secret] = inspectValues(
      read(`<periodOfReport>${'9'.repeat(500)}</periodOfReport><aff10b5One>&lt;rptOwnerCcc&gt;abcd123$</aff10b5One>`),
    )
    expect(String(long?.data.written)).toMatch(/^9{60}…$/)
    expect(JSON.stringify(secret)).not.toContain('abcd123$')
  })
})
