import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentTypes } from '../../core/facts/index.ts'
import { renderHtml } from '../../core/render/index.ts'
import { documentOf, form4, JANE, OF_2003, TRUST } from '../../core/write/inventedFilings.mts'
import { inventedForm } from '../../print/invented.mts'
import { Random } from '../../tools/testing/random.ts'
import { randomDocument as hostileDocument } from '../../tools/testing/randomDocument.ts'
import { randomDocument } from '../../tools/testing/randomModel.ts'
import { EDITIONS, faultsOf } from '../trip.mts'
import { readEdgarBack } from './edgarPages.mts'
import { readBack } from './ownPages.mts'
import { HTML_LIMITS } from './page/limits.ts'
import { readHtmlForms } from './readHtmlForms.ts'
import { misplacedWordsOf } from './testing.mts'

const INVENTED = {
  'one owner': documentOf(form4()),
  'two owners': documentOf(form4(JANE + TRUST)),
  'the dialect of 2003': documentOf(OF_2003),
  'ten owners, forty rows, thirty notes': inventedForm(10, 20, 30),
  'no owner, no row': inventedForm(0, 0, 0),
}

describe('pages of ours are read back exactly', () => {
  test.each(Object.entries(INVENTED))('%s', (_, document) => {
    for (const options of EDITIONS) {
      const trip = readBack(document, options)
      expect(faultsOf(trip)).toEqual([])
      expect(trip.outcomes.length).toBeGreaterThan(5)
    }
  })

  test.each([...documentTypes.values()])('any Form $code', (type) => {
    fc.assert(
      fc.property(randomDocument(type), fc.constantFrom(...EDITIONS), (document, options) => {
        expect(faultsOf(readBack(document, options))).toEqual([])
      }),
      { numRuns: 6 },
    )
  })

  test('a wrong cell would be seen', () => {
    const document = documentOf(form4())
    const [row] = document.nonDerivativeTable.rows
    const html = renderHtml(document)
    expect(row && readHtmlForms(html)[0]?.rows.I[0]?.owned?.text).toBe('$1,250.50')
    expect(readHtmlForms(html.replace('>14,706<', '>14,707<'))[0]?.rows.I[1]?.amount?.text).toBe('14,707')
  })
})

test.each([...documentTypes.values()])("pages in EDGAR's markup are read back exactly: any Form $code", (type) => {
  fc.assert(
    fc.property(randomDocument(type), fc.constantFrom(...EDITIONS), (document, options) => {
      expect(faultsOf(readEdgarBack(document, options))).toEqual([])
    }),
    { numRuns: 6 },
  )
})

describe('no word is lost or used twice', () => {
  test('of any document, whatever it says', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...EDITIONS), (seed, options) => {
        expect(misplacedWordsOf(renderHtml(hostileDocument(new Random(seed)), options))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('of a page that was cut up', () => {
    const page = renderHtml(documentOf(form4(JANE + TRUST))).replace(/<style>.*?<\/style>/s, '')
    const tags = page.split(/(?=<)/)
    fc.assert(
      fc.property(fc.array(fc.nat({ max: tags.length - 1 }), { minLength: 1, maxLength: 40 }), (without) => {
        const gone = new Set(without)
        expect(misplacedWordsOf(tags.filter((_, i) => !gone.has(i)).join(''))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

test('sections in another order are the same sections', () => {
  const page = renderHtml(documentOf(form4(JANE + TRUST)))
  const signatures = /<section><h2 id="signatures">.*?<\/section>/s.exec(page)![0]
  const moved = page
    .replace(signatures, '')
    .replace('<section><h2>Explanation', `${signatures}<section><h2>Explanation`)
  const [form, same] = [page, moved].map((html) => readHtmlForms(html)[0]!)
  expect(same!.signatures.map(({ name }) => name?.text)).toEqual(form!.signatures.map(({ name }) => name?.text))
  expect(same!.footnotes.map(({ text }) => text.text)).toEqual(form!.footnotes.map(({ text }) => text.text))
  expect(same!.remarks?.text).toBe(form!.remarks?.text)
})

test('two forms in one page are two forms', () => {
  const one = renderHtml(documentOf(form4()))
  const two = renderHtml(documentOf(form4(TRUST)))
  const forms = readHtmlForms(one.replace('</body></html>', '') + two.slice(two.indexOf('<body>') + 6))
  expect(forms.map(({ owners }) => owners.map(({ name }) => name?.text))).toEqual([
    ['Quill Jane'],
    ['Quill Family Trust'],
  ])
  expect(forms.map(({ rows }) => [rows.I.length, rows.II.length])).toEqual([
    [3, 2],
    [3, 2],
  ])
})

describe('what is no form', () => {
  test.each([
    ['nothing', ''],
    ['no markup', 'Common Stock 100'],
    ['a letter', '<p>Dear Sirs,</p><p>The date of the meeting is <b>May 1</b>.</p>'],
    [
      'a table of prices',
      '<table><tr><th>Date</th><th>Amount</th><th>Price</th></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>',
    ],
    [
      'a refusal',
      '<html><head><title>SEC.gov | Request Rate Threshold Exceeded</title></head><body><h1>Wait</h1></body></html>',
    ],
  ])('%s', (_, html) => {
    expect(readHtmlForms(html)).toEqual([])
  })
})

describe('hostile pages', () => {
  const refusalOf = (html: string) => {
    const limits: string[] = []
    const forms = readHtmlForms(html, (limit) => limits.push(limit))
    return [forms.length, ...limits]
  }

  test('a page beyond a limit is refused with its name', () => {
    expect(refusalOf('x'.repeat(HTML_LIMITS.characters + 1))).toEqual([0, 'characters'])
    expect(refusalOf('<div>'.repeat(100_000))).toEqual([0, 'depth'])
    expect(refusalOf(`<table><tr>${'<td>'.repeat(HTML_LIMITS.cells + 70_000)}`)).toEqual([0, 'cells'])
    expect(refusalOf('w '.repeat(HTML_LIMITS.words + 70_000))).toEqual([0, 'words'])
  })

  test('spans without end cost little', () => {
    const cell = '<td colspan="99999" rowspan="99999">x</td>'
    expect(refusalOf(`<table>${`<tr>${cell.repeat(20)}</tr>`.repeat(200)}</table>`)).toEqual([0])
  })

  test('headings without end cost little', () => {
    const heads = '<td>1. Title of Security Title of Security Title</td>'.repeat(100)
    const began = process.cpuUsage().user
    readHtmlForms(`<table>${`<tr>${heads}</tr>`.repeat(60)}</table>`)
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(10)
  })
})
