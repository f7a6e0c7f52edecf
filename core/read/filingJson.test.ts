import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { messageOf } from '../facts/index.ts'
import { toFilingJson } from '../write/json.ts'
import { writeOwnershipXml } from '../write/xml.ts'
import { readFilingJson } from './filingJson.ts'

const accepted = () => JSON.parse(readFileSync(new URL('../../cases/elements/4.json', import.meta.url), 'utf8'))

/** Reads the accepted filing with one thing changed. */
function readChanged(change: (json: ReturnType<typeof accepted>) => void) {
  const json = accepted()
  change(json)
  const { document, diagnostics, origin } = readFilingJson(json)
  for (const diagnostic of diagnostics) expect(messageOf(diagnostic)).not.toContain('{')
  return { document, origin, codes: diagnostics.map(({ code, at }) => `${code} ${at.path}`), diagnostics }
}

test.each([[undefined], [null], [1], ['{}'], [[]], [{}], [{ format: 'section16/filing@1' }], [{ document: {} }]])(
  'what is no filing JSON is refused: %j',
  (json) => {
    const { document, diagnostics } = readFilingJson(json)
    expect(document).toBeUndefined()
    expect(diagnostics.map(({ code }) => code)).toEqual(['R160'])
  },
)

describe('whoever edits', () => {
  test('a value is read by it: the old spelling goes, and that is said', () => {
    const { document, codes } = readChanged((json) => (json.document.aff10b5One = { value: false, written: 'true' }))
    expect(document?.aff10b5One).toMatchObject({ value: false, written: '0' })
    expect(codes).toEqual(['R163 document/aff10b5One'])
  })

  test('a value whose markup was kept is read by it', () => {
    const { document, codes } = readChanged((json) => {
      json.document.remarks = { value: 'Tom and Co.', spelling: 'Tom &#38; Co.' }
    })
    expect(document && writeOwnershipXml(document)).toContain('<remarks>Tom and Co.</remarks>')
    expect(codes).toEqual(['R163 document/remarks'])
  })

  test('a value that says the same in other words keeps the spelling', () => {
    const { document, codes } = readChanged((json) => {
      json.document.nonDerivativeTable.rows[0].amounts.shares = { value: '3.5', written: '3.50' }
      json.document.nonDerivativeTable.rows[1].amounts.shares = { value: '3.50', written: '3.5' }
    })
    expect(document?.nonDerivativeTable.rows[0]?.amounts.shares.written).toBe('3.50')
    expect(document?.nonDerivativeTable.rows[1]?.amounts.shares.written).toBe('3.5')
    expect(codes).toEqual([])
  })

  test('a value into no value of its type has it kept as written', () => {
    const { document } = readChanged((json) => (json.document.periodOfReport = { value: '2026-02-30' }))
    expect(document?.periodOfReport).toMatchObject({ kind: 'invalid', written: '2026-02-30' })
  })

  test('a CCC does not see it again in a diagnostic', () => {
    const { diagnostics } = readChanged((json) => {
      json.document.reportingOwners[0].id.ccc = { value: 'cAn4ry#1', written: 'cAn4ry#2', spelling: 'cAn4ry#3' }
    })
    expect(diagnostics.map(({ code }) => code)).toEqual(['R163', 'R163'])
    expect(JSON.stringify(diagnostics)).not.toContain('cAn4ry')
  })
})

test.each<[string, string, (json: ReturnType<typeof accepted>) => void]>([
  ['a key nobody knows', 'R161 document/issuer/cusip', (json) => (json.document.issuer.cusip = { value: '1' })],
  ['a key in a field', 'R161 document/remarks/text', (json) => (json.document.remarks.text = 'x')],
  ['a bare value', 'R162 document/remarks', (json) => (json.document.remarks = 'x')],
  ['a number', 'R162 document/remarks/value', (json) => (json.document.remarks = { value: 5 })],
  ['a flag in words', 'R162 document/aff10b5One/value', (json) => (json.document.aff10b5One = { value: 'true' })],
  ['no list', 'R162 document/reportingOwners', (json) => (json.document.reportingOwners = {})],
  ['no group', 'R162 document/issuer', (json) => (json.document.issuer = [])],
  [
    'a line of no kind',
    'R162 document/derivativeTable/rows[1]',
    (json) => delete json.document.derivativeTable.rows[0].element,
  ],
  [
    'a footnote without text',
    'R162 document/footnotes/footnotes[1]',
    (json) => delete json.document.footnotes.footnotes[0].text,
  ],
  ['ids that are none', 'R162 document/remarks/footnotes[1]', (json) => (json.document.remarks.footnotes = [1])],
  ['an origin of no text', 'R162 accessionNumber', (json) => (json.accessionNumber = 26)],
  ['a source of no object', 'R162 document/source', (json) => (json.document.source = '')],
  ['a layout item of no kind', 'R162 document/issuer/layout[1]', (json) => (json.document.issuer.layout = [5])],
  [
    'a layout that breaks out',
    'R162 document/issuer/layout',
    (json) => (json.document.issuer.layout = ['</issuer><issuer>']),
  ],
  [
    'a tag that is not closed',
    'R162 document/issuer/layout',
    (json) => (json.document.issuer.layout = [{ child: 'issuerCik', close: '' }]),
  ],
  [
    'a prolog with a DOCTYPE',
    'R162 document/source',
    (json) => (json.document.source = { prolog: '<!DOCTYPE a>', epilog: '' }),
  ],
  [
    'an indent of ink',
    'R162 document/source/style',
    (json) => (json.document.source = { style: { newline: '', indent: 'x', rootGap: 1 } }),
  ],
])('%s is named, the rest is read', (_, code, change) => {
  const { document, codes } = readChanged(change)
  expect(codes).toEqual([code])
  const xml = document && writeOwnershipXml(document)
  expect(xml).toContain('<documentType>4</documentType>')
  expect(xml).toContain('<signatureDate>2026-04-08</signatureDate>')
})

test('the origin is read', () => {
  const origin = { accessionNumber: '0000000000-26-000001', filedAsOf: '2026-04-01', acceptedAt: '2026-04-01T17:30:00' }
  expect(readChanged((json) => Object.assign(json, origin))).toMatchObject({ origin, codes: [] })
})

test('what is read is not tied to what was read from', () => {
  const json = accepted()
  const { document } = readFilingJson(json)
  json.document.footnotes.footnotes.length = 0
  json.document.nonDerivativeTable.rows[0].securityTitle.footnotes.push('F9')
  expect(document && toFilingJson(document)).toEqual(accepted())
})
