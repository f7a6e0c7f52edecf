import { describe, expect, test } from 'vitest'
import { dump } from '../../tools/testing/dump.ts'
import { CalendarDate } from '../model/calendarDate.ts'
import { LIMITS, type Limits } from './limits.ts'
import { readOwnershipXml, readThoroughly } from './ownershipXml.ts'

const EDGAR = `<?xml version="1.0"?>
<ownershipDocument>

    <documentType>4</documentType>

    <issuer>
        <issuerCik>0001234567</issuerCik>
        <issuerName>Zephyr &amp; Quill Corp</issuerName>
    </issuer>

    <ownerSignature>
        <signatureName>/s/ Ann Quill</signatureName>
        <signatureDate>2024-02-29</signatureDate>
    </ownerSignature>
</ownershipDocument>
`

const codesOf = (source: string | Uint8Array, limits?: Partial<Limits>) =>
  readOwnershipXml(source, limits ? { limits } : {}).diagnostics.map(({ code }) => code)

describe('a document is read', () => {
  test('from its bytes as from its text', () => {
    const fromText = readOwnershipXml(EDGAR)
    const fromBytes = readOwnershipXml(new TextEncoder().encode(EDGAR))
    expect(fromText.outcome).toBe('read')
    expect(dump(fromBytes.document)).toBe(dump(fromText.document))
    expect([fromText.text, fromBytes.text]).toEqual([EDGAR, EDGAR])
    expect(fromText.diagnostics).toEqual([])
  })

  test('from the middle of a larger buffer', () => {
    const bytes = Buffer.from(`xxx${EDGAR}xxx`).subarray(3, -3)
    expect(readOwnershipXml(bytes).document?.issuer.name.value).toBe('Zephyr & Quill Corp')
  })

  test.each([
    ['a byte order mark', `\ufeff${EDGAR}`],
    ['letters beyond ASCII', EDGAR.replace('Quill', 'Qüill')],
    ['no declaration', EDGAR.slice(EDGAR.indexOf('<ownershipDocument'))],
    ['CR LF', EDGAR.replaceAll('\n', '\r\n')],
    ['no line ends', EDGAR.replaceAll(/\n */g, '')],
  ])('with %s', (_, source) => {
    for (const given of [source, new TextEncoder().encode(source)]) {
      const { outcome, document, text } = readOwnershipXml(given)
      expect([outcome, document?.issuer.cik.value, text]).toEqual(['read', '0001234567', source])
    }
  })

  test('from UTF-16', () => {
    const { outcome, document } = readOwnershipXml(Buffer.from(`\ufeff${EDGAR}`, 'utf16le'))
    expect([outcome, document?.issuer.cik.value]).toEqual(['read', '0001234567'])
  })
})

describe('refused', () => {
  test.each([
    ['R105', '<edgarSubmission/>'],
    ['R105', '<OwnershipDocument/>'],
    ['R106', ''],
    ['R106', ' \n'],
    ['R101', `<!DOCTYPE ownershipDocument>${EDGAR.slice(EDGAR.indexOf('<own'))}`],
    ['R102', `<ownershipDocument>${'<a>'.repeat(200)}`],
    ['R103', `<ownershipDocument${Array.from({ length: 101 }, (_, i) => ` a${i}=""`).join('')}/>`],
  ])('with %s alone: %.60s', (code, source) => {
    const { outcome, document } = readOwnershipXml(source)
    expect([outcome, document, codesOf(source)]).toEqual(['refused', undefined, [code]])
  })

  test.each([
    ['no markup', 'just text', 'R114'],
    ['nothing but signs', '<<<>>>', 'R117'],
    ['a page, which is another document', '<html><body><p>Sorry</body></html>', 'R105'],
  ])('not well-formed and beyond mending: %s', (_, source, code) => {
    const { outcome, diagnostics } = readOwnershipXml(source)
    expect([outcome, diagnostics[0]?.code]).toEqual(['refused', code])
  })
})

describe('a limit that the caller sets', () => {
  test.each<[keyof Limits, number, string]>([
    ['bytes', EDGAR.length - 1, 'R100'],
    ['depth', 2, 'R102'],
    ['nodes', 10, 'R104'],
    ['attributes', 0, 'R103'],
  ])('%s of %i holds for the fast way too', (limit, most, code) => {
    const source = limit === 'attributes' ? EDGAR.replace('<issuer>', '<issuer a="b">') : EDGAR
    expect(codesOf(source, { [limit]: most })).toEqual([code])
    expect(readOwnershipXml(source).outcome).toBe('read')
  })

  test('holds for a footnote id', () => {
    const source = '<ownershipDocument><footnotes><footnote id="F1">a</footnote></footnotes></ownershipDocument>'
    expect(codesOf(source, { attributes: 0 })).toEqual(['R103'])
  })
})

test('bytes that are not what they say are repaired, and it is said', () => {
  const bytes = Buffer.from(EDGAR.replace('Quill', 'Qüill'), 'latin1')
  const { outcome, document, diagnostics } = readOwnershipXml(bytes)
  expect([outcome, document?.issuer.name.value]).toEqual(['repaired', 'Zephyr & Qüill Corp'])
  expect(diagnostics).toMatchObject([{ code: 'R149', data: { encoding: 'UTF-8', instead: 'Windows-1252' } }])
})

test('a repair is said with the problem that made it needed, at its place in the source', () => {
  const source = EDGAR.replace('&amp;', '&')
  const { outcome, text, diagnostics } = readOwnershipXml(source)
  expect([outcome, text]).toEqual(['repaired', EDGAR])
  const offset = source.indexOf('&')
  expect(diagnostics).toMatchObject([
    { code: 'R116', severity: 'suspends', at: { offset } },
    { code: 'R140', severity: 'doubt', at: { offset, path: '/ownershipDocument/issuer/issuerName' } },
  ])
})

test('what stands behind a repair is named at its place in the source, not in the mended text', () => {
  const source = '<ownershipDocument><remarks>a & b</remarks><extra/></ownershipDocument>'
  const { diagnostics } = readOwnershipXml(source)
  expect(diagnostics.at(-1)).toMatchObject({ code: 'R130', at: { offset: source.indexOf('<extra/>') } })
})

test('the filing date bounds what is reported as past', () => {
  const source = EDGAR.replace('</documentType>', '</documentType>\n\n    <periodOfReport>2024-02-29</periodOfReport>')
  const codes = (filedOn: string) =>
    readOwnershipXml(source, { filedOn: CalendarDate.parse(filedOn) as CalendarDate }).diagnostics.map(
      ({ code }) => code,
    )
  expect([codes('2024-02-29'), codes('2024-02-28')]).toEqual([[], ['R155']])
})

test('the slow way reads the same', () => {
  expect(dump(readThoroughly(EDGAR, LIMITS).document)).toBe(dump(readOwnershipXml(EDGAR).document))
})
