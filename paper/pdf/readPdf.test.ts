import { describe, expect, test } from 'vitest'
import { PDF_COSTS } from './limits.ts'
import { bomb, content, type MadePage, pdfOf, pdfWithPages } from './madePdf.mts'
import { readPdf, renderPage } from './readPdf.ts'

const page = (text: string, entries = ''): MadePage => ({ content: content(text), entries })
const LINE = 'BT /F1 10 Tf 72 700 Td (Invented Holdings Inc. files this page) Tj ET'

const textsOf = async (bytes: Uint8Array) => {
  const { pages } = await readPdf(bytes)
  return pages.map((each) => each.page.words.map(({ text }) => text).join(' '))
}
const codesOf = async (bytes: Uint8Array, costs = PDF_COSTS) =>
  (await readPdf(bytes, costs)).diagnostics.map(({ code }) => code)

describe('words', () => {
  test('stand where the page draws them', async () => {
    const { pages, diagnostics } = await readPdf(pdfWithPages([page(LINE)]))
    expect(diagnostics).toEqual([])
    const [first] = pages
    expect(first).toMatchObject({ hasText: true, page: { number: 1, width: 612, height: 792, unit: 'point' } })
    const [word] = first!.page.words
    expect(word).toMatchObject({ text: 'Invented', certainty: 1 })
    // Helvetica's widths: I 278, n 556, v 500, e 556, n 556, t 278, e 556, d 556.
    expect(word!.place.left).toBeCloseTo(72, 2)
    expect(word!.place.right).toBeCloseTo(72 + 38.36, 1)
    expect(word!.place.bottom).toBeCloseTo(92 + 2, 1)
  })

  test('are parted by blanks, gaps, sizes and lines, not by kerning', async () => {
    const text = `BT /F1 10 Tf 72 700 Td [(Com) 20 (mon) -300 (Stock)] TJ 7 TL
      /F1 6 Tf 4 Ts (\\(1\\)) Tj 0 Ts /F1 10 Tf T* (next) Tj ET`
    const { pages } = await readPdf(pdfWithPages([page(text)]))
    const { words } = pages[0]!.page
    expect(words.map((word) => word.text)).toEqual(['Common', 'Stock', '(1)', 'next'])
    expect(words.map(({ isRaised }) => isRaised ?? false)).toEqual([false, false, true, false])
  })

  test('of a page that lies on its side stand upright', async () => {
    const sideways = 'BT /F1 10 Tf 0 1 -1 0 100 72 Tm (Invented Holdings Inc. files this page) Tj ET'
    const { pages } = await readPdf(pdfWithPages([page(sideways), page(LINE, '/Rotate 180')]))
    for (const each of pages) {
      const { words, width, height } = each.page
      expect(words.map(({ text }) => text).join(' ')).toBe('Invented Holdings Inc. files this page')
      expect(words[0]!.place.right).toBeLessThan(words[1]!.place.left)
      expect([width, height]).toEqual(each.page.number === 1 ? [792, 612] : [612, 792])
    }
    expect(pages[0]!.page.words[0]!.place).toMatchObject({ left: expect.closeTo(72, 1) })
  })

  test('hidden behind an image are no text', async () => {
    const { pages, diagnostics } = await readPdf(pdfWithPages([page(LINE.replace('Td', 'Td 3 Tr'))]))
    expect(pages[0]).toMatchObject({ hasText: false, page: { words: [] } })
    expect(diagnostics.map(({ code }) => code)).toEqual(['P213'])
  })

  test('of a fillable form count, though nothing draws them', async () => {
    const fields = [
      '/FT /Tx /V (Torsten Lindqvist) /Rect [100 600 300 612]',
      '/FT /Btn /V /Yes /AS /Yes /AP << /N << /Yes 8 0 R /Off 8 0 R >> >> /Rect [100 500 110 510]',
    ]
    const drawn = { entries: '/Type /XObject /Subtype /Form /BBox [0 0 10 10]', data: Buffer.from('0 0 m 10 10 l S') }
    const widgets = fields.map((each, i) => `<< /Type /Annot /Subtype /Widget /T (f${i}) ${each} >>`)
    const bytes = pdfWithPages(
      [page(LINE, '/Annots [6 0 R 7 0 R]')],
      [...widgets, drawn],
      '/AcroForm << /Fields [6 0 R 7 0 R] >>',
    )
    const { pages } = await readPdf(bytes)
    const found = pages[0]!.page.words.find(({ text }) => text === 'Lindqvist')
    expect(found?.place.top).toBeCloseTo(180, 1)
    expect(pages[0]!.page.words.some(({ text }) => text === '\u2612')).toBe(true)
  })
})

test('lines are rules where they are straight and thin, shades are not', async () => {
  const drawn = `0.5 w 72 700 m 300 700 l S 72 600 100 0.8 re f 72 500 100 50 re S 72 400 100 30 re f
    100 100 m 200 200 l S 1 1 1 RG 72 300 m 300 300 l S ${LINE}`
  const { pages } = await readPdf(pdfWithPages([page(drawn)]))
  const rules = pages[0]!.page.rules.map(({ left, top, right, bottom }) =>
    [left, top, right, bottom].map((each) => Math.round(each)),
  )
  expect(rules).toEqual([
    [72, 92, 300, 92],
    [72, 191, 172, 192],
    [72, 292, 172, 292],
    [172, 242, 172, 292],
    [72, 242, 172, 242],
    [72, 242, 72, 292],
  ])
})

describe('a page drawn', () => {
  test('is grey, at the dots asked for', async () => {
    const bytes = pdfWithPages([page(`${LINE} 72 72 144 144 re f`)])
    const { image, diagnostics } = await renderPage(bytes, 1, 100)
    expect(diagnostics).toEqual([])
    expect(image).toMatchObject({ width: 850, height: 1100, dpi: 100 })
    expect(image!.data.length).toBe(850 * 1100)
    expect([image!.data[900 * 850 + 200], image!.data[500 * 850 + 400]]).toEqual([0, 255])
  })

  test('has fewer dots where there would be too many, and none where there is no page', async () => {
    const bytes = pdfWithPages([page(LINE)])
    expect((await renderPage(bytes, 1, 5000)).image?.dpi).toBeLessThan(700)
    expect((await renderPage(bytes, 2, 100)).diagnostics).toMatchObject([{ code: 'P207', data: { page: 2 } }])
  })
})

describe('a hostile file ends with a message', () => {
  test('no PDF, a piece of one, one with a password', async () => {
    expect(await codesOf(new TextEncoder().encode('%PDF-1.7 and no more'))).toEqual(['P202'])
    expect(await codesOf(new Uint8Array(0))).toEqual(['P202'])
    const encrypted = Buffer.from(pdfWithPages([page(LINE)]))
      .toString('latin1')
      .replace(
        '/Root 1 0 R',
        `/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'0'.repeat(64)}> /U <${'0'.repeat(64)}> >>`,
      )
    expect(await codesOf(Buffer.from(encrypted, 'latin1'))).toEqual(['P203'])
  })

  test('a broken cross-reference is mended by the library', async () => {
    const broken = Buffer.from(pdfWithPages([page(LINE)]))
      .toString('latin1')
      .replace(/startxref\n\d+/, 'startxref\n7')
    expect(await textsOf(Buffer.from(broken, 'latin1'))).toEqual(['Invented Holdings Inc. files this page'])
  })

  test('a page that paints itself, and pages that are their own parents', async () => {
    const own = {
      entries: '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X0 6 0 R >> >>',
      data: Buffer.from('/X0 Do'),
    }
    const [text] = await textsOf(pdfWithPages([page(`${LINE} /X0 Do`)], [own]))
    expect(text ?? '').toMatch(/^(?:Invented Holdings.*)?$/)
    const loop = pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'])
    expect((await codesOf(loop)).length).toBeGreaterThan(0)
  })

  test('a bomb of 3 GB is given up before the memory is', async () => {
    const bytes = pdfWithPages([{ content: { entries: '/Filter /FlateDecode', data: bomb(3000) } }])
    expect(bytes.length).toBeLessThan(5 * 2 ** 20)
    const codes = await codesOf(bytes, { ...PDF_COSTS, memory: 400 * 2 ** 20 })
    expect(['P205', 'P211']).toContain(codes[0])
    // The next file is read by a new thread.
    expect(await textsOf(pdfWithPages([page(LINE)]))).toEqual(['Invented Holdings Inc. files this page'])
  }, 60_000)

  test('a page that would take for ever is given up, the pages before it are kept', async () => {
    // Each of twelve forms paints the next one ten times.
    const forms = Array.from({ length: 12 }, (_, i) => ({
      entries: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X0 ${9 + i} 0 R >> >>`,
      data: Buffer.from('/X0 Do '.repeat(10)),
    }))
    const bytes = pdfWithPages([page(LINE), page('/X0 Do')], [...forms, content('')])
    const { pages, diagnostics } = await readPdf(bytes, { ...PDF_COSTS, timePerPage: 1500 })
    expect(pages).toHaveLength(1)
    expect(diagnostics).toMatchObject([{ code: 'P204', data: { page: 2 } }])
  }, 30_000)

  test('of 600 pages 500 are read', async () => {
    const { pages, diagnostics } = await readPdf(pdfWithPages(Array.from({ length: 600 }, () => page(LINE))))
    expect(pages).toHaveLength(500)
    expect(diagnostics).toMatchObject([{ code: 'P206', data: { pages: 600, most: 500 } }])
  }, 60_000)
})
