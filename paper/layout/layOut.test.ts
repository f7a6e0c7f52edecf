import type { OwnershipDocument } from '@section16/core/model'
import { readOwnershipXml } from '@section16/core/read'
import { renderHtml } from '@section16/core/render'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CASES, caseXml, readCase } from '../../print/forms.mts'
import { inventedForm } from '../../print/invented.mts'
import { renderPdf } from '../../print/renderPdf.ts'
import { CHROMIUM_FLAGS, findChromium, NO_CHROMIUM } from '../../tools/chromium.ts'
import { corpusFile, corpusIsThere, EDGAR_PAGES, NO_CORPUS } from '../../tools/testing/corpus.ts'
import { misplacedWords } from '../form/testing.mts'
import { edgarTruth } from '../html/edgarPages.mts'
import type { Page } from '../page/page.ts'
import { readPdf } from '../pdf/readPdf.ts'
import { comparePrinted, printedTruth, readFields, type Said } from '../truth.mts'
import { layOut } from './layOut.ts'
import { type Roughness, roughened } from './testing.mts'

const FORMS = [...CASES, ['several pages', inventedForm(4, 20, 15)] as const]

const pagesOf = async (bytes: Uint8Array): Promise<Page[]> => (await readPdf(bytes)).pages.map(({ page }) => page)

const printedPages = new Map<OwnershipDocument, Promise<Page[]>>()

/** The pages of a document as our print room prints it, read once. */
function pagesPrinted(document: OwnershipDocument): Promise<Page[]> {
  const pages = printedPages.get(document) ?? renderPdf(document).then(pagesOf)
  printedPages.set(document, pages)
  return pages
}

/** What a form as laid out from rough pages says otherwise than the document. */
async function differences(document: OwnershipDocument, rough: Roughness) {
  const pages = (await pagesPrinted(document)).map((page, i) => roughened(page, rough, 1000 + i))
  const forms = layOut(pages, 'scan')
  expect(forms).toHaveLength(1)
  expect(misplacedWords(forms[0]!, pages)).toEqual([])
  return comparePrinted(printedTruth(document), readFields(forms[0]!)).differences
}

describe.each(FORMS)('%s', (_, document) => {
  const ROUGH: [string, Roughness][] = [
    ['as it is', {}],
    ['without any ruled line', { unseen: 1 }],
    ['with a tenth of the lines missing', { unseen: 0.1, jitter: 2 }],
    ['a little askew', { skew: 0.25, jitter: 2 }],
    ['askew, without lines', { skew: 0.2, jitter: 2, unseen: 1 }],
  ]
  test.each(ROUGH)('is laid out %s', async (_name, rough) => {
    expect(await differences(document, rough)).toEqual([])
  })

  test('is laid out with one letter of forty misread', async () => {
    const all = await differences(document, { misread: 0.025, jitter: 2 })
    // Letters may differ; what is in which cell may not, and what was not found is never said to be empty.
    const shape = (said: Said | undefined) => said && [said.text.replace(/[a-z]/gi, 'a'), said.marks]
    const moved = all.filter(({ truth, read }) => {
      return read?.text !== 'unread' && JSON.stringify(shape(truth)) !== JSON.stringify(shape(read))
    })
    expect(moved).toEqual([])
  })
})

test('two forms in one file are two', async () => {
  const [one, other] = [readCase('terminal/form4a-joint.xml'), readCase('terminal/form3-derivatives.xml')]
  const first = await pagesOf(await renderPdf(one))
  const second = (await pagesOf(await renderPdf(other))).map((page) => moved(page, first.length))
  const forms = layOut([...first, ...second], 'pdf')
  expect(forms).toHaveLength(2)
  for (const [i, document] of [one, other].entries()) {
    expect(comparePrinted(printedTruth(document), readFields(forms[i]!)).differences).toEqual([])
  }
})

/** A page so many further on. */
function moved(page: Page, by: number): Page {
  const place = <T extends { page: number }>(each: T): T => ({ ...each, page: each.page + by })
  const words = page.words.map((word) => ({ ...word, place: place(word.place) }))
  return { ...page, number: page.number + by, words, rules: page.rules.map(place) }
}

test('a sentence of the print is a remark where the filer says it', async () => {
  const said =
    'Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly.'
  const xml = caseXml('terminal/form4a-joint.xml')
  const { document } = readOwnershipXml(xml.replace(/<remarks>[^<]*/, `<remarks>${said}`))
  const [form] = layOut(await pagesPrinted(document!), 'pdf')
  expect([form!.remarks?.text, form!.signatures.length]).toEqual([said, 3])
})

test('the second page alone is a form of which the rest is missing', async () => {
  const [, second] = await pagesOf(await renderPdf(inventedForm(1, 20, 3)))
  const [form, ...others] = layOut([second!], 'pdf')
  expect(others).toEqual([])
  expect([form!.issuer, form!.owners, form!.isOnePerson]).toEqual([undefined, [], undefined])
  expect(misplacedWords(form!, [second!])).toEqual([])
})

test('pages that are no form give none', () => {
  const word = (text: string, left: number) => ({
    text,
    place: { page: 1, left, top: 10, right: left + 40, bottom: 20 },
    certainty: 1,
  })
  const page: Page = { number: 1, width: 612, height: 792, unit: 'point', words: [word('Annual', 10)], rules: [] }
  expect(layOut([page], 'pdf')).toEqual([])
  expect(layOut([{ ...page, words: [] }], 'scan')).toEqual([])
  expect(layOut([], 'scan')).toEqual([])
})

test('pages full of labels and lines, as no form is, are laid out in bounded time', () => {
  const labels = 'Remarks: Issuer Name FORM 4 Table I Non-Derivative Securities Explanation of Responses'.split(' ')
  const words = Array.from({ length: 4900 }, (_, i) => {
    const [left, top] = [(i % 49) * 40, Math.floor(i / 49) * 10]
    return {
      text: labels[(i * 7) % labels.length]!,
      place: { page: 1, left, top, right: left + 30, bottom: top + 7 },
      certainty: 1,
    }
  })
  const rules = Array.from({ length: 7900 }, (_, i) => ({ page: 1, left: i / 4, right: i / 4, top: 0, bottom: 1000 }))
  const page: Page = { number: 1, width: 2000, height: 1000, unit: 'point', words, rules }
  const pages = Array.from({ length: 5 }, (_, i) => moved(page, i))
  const began = process.cpuUsage()
  const forms = layOut(pages, 'pdf')
  const all = forms.flatMap(({ ignored, unplaced }) => [...ignored, ...unplaced].flatMap((each) => each.words))
  expect(all.length).toBeLessThanOrEqual(5 * 4900)
  expect(process.cpuUsage(began).user / 1e6).toBeLessThan(20)
}, 60_000)

describe('the blank forms of the SEC', () => {
  const read = async (name: string) => layOut(await pagesOf(corpusFile(`paper/blank/${name}`)), 'pdf')

  test('one with its instructions is a form in which nothing stands', async (context) => {
    context.skip(!corpusIsThere, NO_CORPUS)
    const [form, ...others] = await read('form4_blank_SEC1474-03-26.pdf')
    expect(others).toEqual([])
    expect(form).toMatchObject({ form: '4', edition: '2026', ombExpires: { text: 'August 31, 2026' } })
    expect([form!.rows, form!.footnotes, form!.signatures]).toEqual([{ I: [], II: [] }, [], []])
    expect([...readFields(form!).fields.values()].filter(({ text }) => text !== 'empty')).toEqual([])
  })

  test('instructions without the form are none', async (context) => {
    context.skip(!corpusIsThere, NO_CORPUS)
    expect(await read('form4_blank_earlier.pdf')).toEqual([])
  })
})

const executablePath = findChromium()

describe.skipIf(executablePath === undefined)(`printed by Chromium (${NO_CHROMIUM})`, () => {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args: CHROMIUM_FLAGS })
  })
  afterAll(() => browser?.close())

  async function printed(html: string): Promise<Page[]> {
    const page = await browser!.newPage({ javaScriptEnabled: false })
    await page.setContent(html)
    const bytes = await page.pdf({ preferCSSPageSize: true })
    await page.close()
    return pagesOf(bytes)
  }

  test.each(FORMS)('our page of %s', async (_, document) => {
    const pages = await printed(renderHtml(document))
    const forms = layOut(pages, 'pdf')
    expect(forms).toHaveLength(1)
    expect(comparePrinted(printedTruth(document), readFields(forms[0]!)).differences).toEqual([])
    expect(misplacedWords(forms[0]!, pages)).toEqual([])
  })

  const PAGES = EDGAR_PAGES.flatMap(([page, xml]) => (xml === undefined ? [] : [[page, xml] as const]))
  test.for(PAGES)("EDGAR's page %s", async ([name, xml], context) => {
    context.skip(!corpusIsThere, NO_CORPUS)
    const pages = await printed(corpusFile(name).toString('utf8'))
    const [form, ...others] = layOut(pages, 'pdf')
    expect([others, form!.unplaced.map(({ text }) => text), misplacedWords(form!, pages)]).toEqual([[], [], []])
    const { document } = readOwnershipXml(corpusFile(xml))
    const truth = edgarFields(edgarTruth(document!).fields)
    expect(edgarFields(readFields(form!).fields)).toEqual(truth)
  })
})

/**
 * A CIK is in a link of the page, not on it; zeros behind a decimal point are written by one of two pages only, and
 * browsers break words at a hyphen.
 */
function edgarFields(fields: ReadonlyMap<string, Said>): Record<string, Said> {
  return Object.fromEntries(
    [...fields]
      .filter(([at]) => !/cik$/i.test(at))
      .map(([at, said]) => [at, { ...said, text: said.text.replace(/(\d)\.0+$/, '$1').replace(/- (?=\S)/g, '-') }]),
  )
}
