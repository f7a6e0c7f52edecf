import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OwnershipDocument } from '@section16/core/model'
import { readOwnershipXml } from '@section16/core/read'
import { clean, renderHtml } from '@section16/core/render'
import fc from 'fast-check'
import { getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { caseXml, FORMS } from './forms.mts'
import { inventedForm } from './invented.mts'
import { renderPdf } from './renderPdf.ts'

const fromXml = (xml: string) => readOwnershipXml(new TextEncoder().encode(xml)).document!

/** The text of each page, in the order drawn. */
async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocumentProxy(bytes.slice())
  const pages: string[] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  return pages
}

/** Letters and digits alone, since lines are broken elsewhere on paper. */
const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, '')

const bodyOf = (pages: string[]) => letters(pages.join(' '))

/** The pieces of text of the HTML page that are printed: without the links back, which paper has no use for. */
function textsOf(html: string): string[] {
  return html
    .slice(html.indexOf('<body>'))
    .replace(/<span class="back">.*?<\/span>/g, '')
    .replace(/<span class="tick"[^>]*>.*?<\/span>/g, '')
    .replace(/<(?:b|small|sup|a|span)\b[^>]*>|<\/(?:b|small|sup|a|span)>/g, '')
    .split(/<[^>]*>/)
    .map((text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"'))
    .map((text) => letters(text.replaceAll('&#39;', "'").replaceAll('&amp;', '&')))
    .filter((text) => text !== '' && text !== 'X')
}

describe.each(FORMS)('renderPdf of %s', (_, document) => {
  it('says whatever the HTML page says', async () => {
    const text = bodyOf(await pagesOf(await renderPdf(document)))
    const missing = textsOf(renderHtml(document)).filter((each) => !text.includes(each))
    expect(missing).toEqual([])
  })

  it('ticks as many boxes as the HTML page', async () => {
    const ticks = (await pagesOf(await renderPdf(document))).join('').split('\u2612').length
    expect(ticks).toBe(renderHtml(document).split('aria-label="checked"').length)
  })

  it('numbers every page and says what it is', async () => {
    const pages = await pagesOf(await renderPdf(document))
    for (const [i, page] of pages.entries()) {
      expect(page).toContain(`Page ${i + 1} of ${pages.length}`)
      expect(letters(page)).toContain(letters(document.issuer.name.value!))
      expect(letters(page)).toContain(letters(document.reportingOwners[0]!.id.name.value!))
    }
  })

  it('is the same bytes each time', async () => {
    expect(Buffer.from(await renderPdf(document)).equals(await renderPdf(document))).toBe(true)
  })
})

describe('a long form', () => {
  it('has its headings on each page and no row or footnote on two', async () => {
    const document = inventedForm(1, 30, 25)
    const pages = await pagesOf(await renderPdf(document))
    expect(pages.length).toBeGreaterThan(3)
    for (let i = 1; i <= 30; i++) {
      const [page] = pages.filter((each) => letters(each).includes(`RestrictedStockUnits${i}1250`))
      expect(letters(page!)).toContain('7TitleandAmountofSecuritiesUnderlyingDerivativeSecurity')
      expect(letters(page!)).toContain(`ByTrust${i}ofwhichthereportingpersonisatrustee`)
    }
    for (const { text } of document.footnotes.footnotes)
      expect(pages.filter((page) => letters(page).includes(letters(text)))).toHaveLength(1)
  })

  it('begins no table with one row at the end of a page', async () => {
    for (const rows of [8, 9, 10]) {
      const pages = (await pagesOf(await renderPdf(inventedForm(1, rows, 1)))).map(letters)
      const [page] = pages.filter((each) => each.includes('TableIIDerivativeSecurities'))
      expect(page).toContain('RestrictedStockUnits11250')
      expect(page, `${rows} rows`).toContain('RestrictedStockUnits21250')
    }
  })

  it('breaks a row only if no page is long enough for it', async () => {
    const word = 'unbelievable '
    const xml = caseXml('seed/form4.xml')
    const long = xml.replace(/(<securityTitle>\s*<value>)[^<]*/, `$1${word.repeat(900)}end`)
    expect(long).not.toBe(xml)
    const pages = await pagesOf(await renderPdf(fromXml(long)))
    expect(pages.filter((page) => page.includes('unbelievable')).length).toBeGreaterThan(1)
    expect(bodyOf(pages).split('unbelievable')).toHaveLength(901)
  })
})

describe('the file', () => {
  it('is tagged, titled, in English and has its fonts in it', async () => {
    const pdf = await getDocumentProxy((await renderPdf(inventedForm(2, 2, 2))).slice())
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true })
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({
      Title: 'Form 4: Imaginary Growth Partners 1 L.P., Invented Holdings Inc., 06/02/2025',
      Language: 'en-US',
      CreationDate: expect.stringMatching(/^D:20250603/),
    })
    const roles = rolesOf(await (await pdf.getPage(1)).getStructTree())
    for (const role of ['H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD', 'Link']) expect(roles).toContain(role)
    const links = (await (await pdf.getPage(1)).getAnnotations()).filter(({ dest }) => dest !== undefined)
    expect(links.length).toBeGreaterThan(0)
    for (const { dest } of links) expect(await pdf.getDestination(dest)).not.toBeNull()
  })

  it('has no date where the filing has none', async () => {
    const xml = caseXml('terminal/form4a-joint.xml')
    const bytes = await renderPdf(fromXml(xml.replace(/<(periodOfReport|signatureDate)>[^<]*<\/\1>/g, '')))
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('CreationDate')
  })

  it('embeds every font, as poppler sees it', async (context) => {
    if (spawnSync('pdffonts', ['-v']).error) return context.skip('pdffonts is not installed (poppler-utils)')
    const folder = mkdtempSync(join(tmpdir(), 'section16-print-'))
    const path = join(folder, 'form.pdf')
    writeFileSync(path, await renderPdf(inventedForm(1, 1, 1)))
    const { stdout, stderr } = spawnSync('pdffonts', [path], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    const fonts = stdout.trim().split('\n').slice(2)
    expect(stderr).toBe('')
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts) expect(font).toMatch(/Identity-H +yes yes yes/)
  })

  it('shows no CCC', async () => {
    const xml = caseXml('terminal/form4a-joint.xml')
    const secret = xml.replaceAll('</rptOwnerCik>', '</rptOwnerCik><rptOwnerCcc>canary7x</rptOwnerCcc>')
    const text = (await pagesOf(await renderPdf(fromXml(secret)))).join(' ')
    expect(text).toContain('CCC')
    expect(text).not.toContain('canary7')
  })
})

const ODD = [
  ') Tj ET endstream endobj 9 0 obj << /Type /Action /S /JavaScript >>',
  '(\\)',
  '\\\\)>>',
  '<</OpenAction 1 0 R>>',
  'EMC BT /F1 12 Tf',
  '%%EOF',
  '\u202e\u0007\ud800',
  '\u4e2d\ufb01\u00e9\u2014',
]

it('no text of a filing is anything but text', async () => {
  const xml = caseXml('terminal/form4a-joint.xml')
  const odd = fc.array(fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: 'binary-ascii' })), { maxLength: 3 })
  const shape = structureOf(await renderPdf(withTexts(xml, 'x')))
  await fc.assert(
    fc.asyncProperty(odd, async (parts) => {
      const text = `x${parts.join('')}y`
      const bytes = await renderPdf(withTexts(xml, text))
      expect(structureOf(bytes)).toEqual(shape)
      const shown = clean(text).replace(/[\u4e2d\ufffd]/g, (each) => (each === '\u4e2d' ? '[U+4E2D]' : ''))
      expect(bodyOf(await pagesOf(bytes))).toContain(letters(shown))
    }),
    { numRuns: 25 },
  )
})

/** A filing with a text in its names, titles, streets, footnotes, remarks and signatures. */
function withTexts(xml: string, text: string): OwnershipDocument {
  const escaped = text
    .replace(/[^\n\x20-\u{10ffff}]|[\ud800-\udfff\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
  const names = 'rptOwnerName|issuerName|issuerTradingSymbol|rptOwnerStreet1|officerTitle|remarks|signatureName'
  const attacked = xml
    .replace(new RegExp(`<(${names})>[^<]*`, 'g'), (_, name) => `<${name}>${escaped}`)
    .replace(/(<(?:securityTitle|natureOfOwnership)>\s*<value>)[^<]*/g, (_, start) => start + escaped)
    .replace(/(<footnote id="[^"]*">)[^<]*/g, (_, start) => start + escaped)
  return fromXml(attacked)
}

/** Which actions and kinds of object a file has, outside its compressed streams. */
function structureOf(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/stream\n[\s\S]*?endstream/g, '')
    .replace(/\((?:\\.|[^\\)])*\)/gs, '()')
  return [...new Set(text.match(/\/(?:S|Type|Subtype|OpenAction|AA|JS) ?\/?\w*/g))].sort()
}

interface Node {
  role?: string
  children?: unknown[]
}

function rolesOf(tree: unknown): string[] {
  const { role = '', children = [] } = tree as Node
  return [role, ...children.flatMap(rolesOf)]
}
