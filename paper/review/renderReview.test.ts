import { createHash } from 'node:crypto'
import {
  Footnote,
  Footnotes,
  Issuer,
  OwnershipDocument,
  OwnershipRow,
  OwnershipTable,
  reported,
} from '@section16/core/model'
import { clean } from '@section16/core/render'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byClass, byTag, findAll, type HtmlElement, parseHtml, textOf } from '../../tools/testing/html.ts'
import type { PaperCell, PaperKind } from '../form/paperForm.ts'
import type { PageUnit } from '../page/page.ts'
import { paperDiagnostic } from '../paperDiagnostics.ts'
import { form } from '../understand/invented.mts'
import type { FieldEvidence, PaperReading, Question } from '../understand/paperReading.ts'
import { understand } from '../understand/understand.ts'
import { inventedPaper } from './invented.mts'
import { renderReview } from './renderReview.ts'

const ROOT = '/ownershipDocument'
const ROW = `${ROOT}/derivativeTable/derivativeTransaction[1]`
const KINDS: PaperKind[] = ['typedText', 'html', 'pdf', 'scan', 'ocrText']

function pageOf(kind: PaperKind): HtmlElement {
  const { reading, page, image } = inventedPaper(kind)
  const { root, problems } = parseHtml(renderReview([reading], [page], kind === 'scan' ? [image] : []))
  expect(problems).toEqual([])
  return root
}

/** The text of an element, its parts kept apart. */
function saidIn({ children }: HtmlElement): string {
  return oneLine(children.map((child) => (typeof child === 'string' ? child : saidIn(child))).join(' '))
}

/** The answerable element of a path. */
function fieldAt(root: HtmlElement, path: string): HtmlElement {
  const [found, ...others] = findAll(root, ({ attributes }) => attributes.get('data-path') === JSON.stringify(path))
  expect(others).toEqual([])
  return found!
}

const attribute = (name: string) => (element: HtmlElement) => element.attributes.get(name)

describe.each(KINDS)('the page of %s', (kind) => {
  const root = pageOf(kind)
  const ids = findAll(root, ({ attributes }) => attributes.has('id')).map(attribute('id'))

  test('has no id twice, and every reference leads somewhere', () => {
    expect(new Set(ids).size).toBe(ids.length)
    const links = findAll(root, byTag('a')).map((link) => link.attributes.get('href')?.slice(1))
    const names = findAll(root, ({ attributes }) => attributes.has('aria-labelledby')).map(attribute('aria-labelledby'))
    const labels = findAll(root, ({ attributes }) => attributes.has('for')).map(attribute('for'))
    expect(links.length).toBeGreaterThan(20)
    expect([...links, ...names, ...labels].filter((id) => !ids.includes(id))).toEqual([])
  })

  test('a field and its place lead to each other', () => {
    const doubtful = fieldAt(root, `${ROW}/transactionAmounts/transactionPricePerShare`)
    const [place] = findAll(doubtful, byClass('place'))
    const [mark] = findAll(root, ({ attributes }) => `#${attributes.get('id')}` === place?.attributes.get('href'))
    expect(mark?.attributes.get('data-fields')?.split(' ')).toContain(doubtful.attributes.get('id'))
    expect(mark?.attributes.get('class')).toBe('mark doubtful')
    expect(mark?.attributes.get('aria-label')).toContain('Price: 33100')
  })

  test('shows every word of the page, or its picture', () => {
    const [sheet] = findAll(root, byClass('sheet'))
    if (kind === 'scan')
      expect(findAll(sheet!, byTag('img'))[0]?.attributes.get('src')).toMatch(/^data:image\/png;base64,iVBOR/)
    else for (const word of ['INVENTED', 'l0,000', '$33,100', 'attached']) expect(textOf(sheet!)).toContain(word)
  })
})

test('what is doubtful comes first, what is not on the paper after it, each once with what is known of it', () => {
  const root = pageOf('scan')
  const sections = findAll(root, byClass('doubts'))
  expect(sections.map((section) => textOf(findAll(section, byTag('h3'))[0]!))).toEqual([
    'Doubtful: 5',
    'Not on the paper: 7',
  ])
  const titles = findAll(sections[0]!, byTag('h4')).map(textOf)
  expect(titles).toEqual([
    'Period of report Item 3',
    'Title of Security Table II, row 1, column 1',
    'Amount acquired or disposed of Table II, row 1, column 5',
    'Price Table II, row 1, column 8',
    'Amount of Underlying Securities Table II, row 1, column 7',
  ])
  expect(saidIn(fieldAt(root, `${ROW}/transactionAmounts/transactionShares`))).toContain(
    'Read as l0,000 Corrected to 10000 Because a letter stands where only a digit can',
  )
  expect(saidIn(fieldAt(root, `${ROW}/securityTitle`))).toContain(
    'Words Option Doubt the letters are not certain It may be Optlon Certainty 60%',
  )
  expect(saidIn(fieldAt(root, `${ROOT}/issuer/issuerCik`))).toContain('The form asks for it. A submission needs it.')
})

test('the answers to choose from are what was read, its alternatives, a text, and nothing', () => {
  const root = pageOf('scan')
  const values = (path: string) =>
    findAll(fieldAt(root, path), ({ attributes }) => attributes.get('type') === 'radio').map(attribute('value'))
  expect(values(`${ROOT}/issuer/issuerTradingSymbol`)).toEqual(['"INVW"', 'other', 'null'])
  expect(values(`${ROW}/securityTitle`)).toEqual(['"Option"', '"Optlon"', 'other', 'null'])
  // A month is no answer to a question for a day.
  expect(values(`${ROOT}/periodOfReport`)).toEqual(['other', 'null'])
  expect(values(`${ROOT}/aff10b5One`)).toEqual(['true', 'false', 'null'])
})

test('nothing is chosen beforehand but what was answered before', () => {
  const chosen = (root: HtmlElement) => findAll(root, ({ attributes }) => attributes.has('checked'))
  expect(chosen(pageOf('scan'))).toEqual([])
  const answers = {
    [`${ROOT}/issuer/issuerCik`]: '77',
    [`${ROOT}/aff10b5One`]: false,
    [`${ROOT}/periodOfReport`]: null,
  }
  const reading = understand(form('pdf'), { answers: [{ by: 'Ada', on: '2026-01-02', answers }] })
  const { root } = parseHtml(renderReview([reading], []))
  expect(new Set(chosen(root).map(attribute('value')))).toEqual(new Set(['"77"', 'false', 'null']))
  expect(saidIn(fieldAt(root, `${ROOT}/issuer/issuerCik`))).toContain('Answered by Ada, 2026-01-02')
})

test('a field that nobody read can be answered too', () => {
  const root = pageOf('typedText')
  expect(saidIn(fieldAt(root, `${ROW}/deemedExecutionDate`))).toContain(
    'blank Change Deemed Execution Date Your answer',
  )
})

test('several forms of a file stand below each other, their places on the same pages', () => {
  const { reading, page } = inventedPaper('pdf')
  const { root, problems } = parseHtml(renderReview([reading, reading], [page], [], { of: 'ab'.repeat(32) }))
  expect(problems).toEqual([])
  const forms = findAll(root, ({ attributes }) => attributes.has('data-number'))
  expect(forms.map(attribute('data-number'))).toEqual(['1', '2'])
  expect(forms.map(attribute('data-of'))).toEqual(['ab'.repeat(32), 'ab'.repeat(32)])
  const ids = findAll(root, ({ attributes }) => attributes.has('id')).map(attribute('id'))
  expect(new Set(ids).size).toBe(ids.length)
})

test('words without a field and noise are shown, and lead to their places', () => {
  const loose = findAll(pageOf('html'), byClass('loose'))
  expect(loose.map(textOf)).toEqual(['see attached page 1', 'Letimeted augrees page 1'])
})

test('remarks on a field stand with it, those on the whole above', () => {
  const at = `${ROOT}/periodOfReport`
  const diagnostics = [
    paperDiagnostic('P136', { header: 'A', paper: 'B' }, at),
    paperDiagnostic('P135'),
    paperDiagnostic('P136', { header: 'C', paper: 'D' }, `${ROOT}/issuer`),
  ]
  const reading = { ...understand(form('pdf')), diagnostics }
  const { root } = parseHtml(renderReview([reading], []))
  expect(saidIn(fieldAt(root, at))).toContain('Remark The submission’s header says A, the paper B.')
  const whole = findAll(findAll(root, byClass('about')).at(-1)!, byTag('li'))
  expect(whole.map(textOf)).toEqual([
    'The form says that more than one person files it; one was found.',
    'Item 2: The submission’s header says C, the paper D.',
  ])
})

test('a form on which nothing is doubtful says so; a place on a page that is not there is no link', () => {
  const { root } = parseHtml(renderReview([understand(form('pdf'))], []))
  expect(saidIn(findAll(root, byClass('doubts'))[0]!)).toBe('Doubtful: 0 Nothing that was read is doubtful.')
  expect(findAll(root, byClass('place'))).toEqual([])
  expect(textOf(findAll(root, byClass('pages'))[0]!)).toContain('The pages are not shown.')
})

test('of very many pages those that were read are shown, and how many are not', () => {
  const { reading, page } = inventedPaper('pdf')
  const empty = (number: number) => ({ ...page, number, words: [], rules: [] })
  const pages = [...Array.from({ length: 99 }, (_, i) => empty(i + 2)), page]
  const { root } = parseHtml(renderReview([reading], pages))
  const numbers = findAll(root, byTag('figcaption')).map(textOf)
  expect([numbers.length, numbers.at(0), numbers.at(-1)]).toEqual([60, 'Page 2', 'Page 1'])
  expect(textOf(findAll(root, byClass('pages'))[0]!)).toContain('Pages that are not shown: 40')
})

test('a table of very many columns stays a page', () => {
  const place = { page: 1, left: 4000, top: 0, right: 5000, bottom: 1 }
  const page = {
    number: 1,
    width: 5000,
    height: 1,
    unit: 'cell',
    words: [{ text: 'x', place, certainty: 1 }],
    rules: [],
  } as const
  const [grid] = findAll(parseHtml(renderReview([], [page])).root, byClass('grid'))
  expect(grid?.attributes.get('style')).toBe('grid-template-columns:repeat(200,auto)')
  expect(findAll(grid!, byTag('span'))[0]?.attributes.get('style')).toBe('grid-area:1/200/2/-1')
})

test('only the script of the page may run, and nothing is loaded', () => {
  const root = pageOf('scan')
  const [script, ...others] = findAll(root, byTag('script'))
  expect(others).toEqual([])
  const hash = createHash('sha256')
    .update(script!.children.filter((child) => typeof child === 'string').join(''))
    .digest('base64')
  const [policy] = findAll(root, ({ attributes }) => attributes.has('http-equiv')).map(attribute('content'))
  expect(policy).toBe(
    `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
  )
})

/** A reading whose every text is given; `hidden` are those that the page does not show, or shows by their words. */
function readingOf(next: () => string, hidden: () => string): PaperReading {
  const place = { page: 1, left: 0, top: 0, right: 1, bottom: 1 }
  const cell = (): PaperCell => ({
    text: hidden(),
    lines: [],
    marks: [],
    words: [{ text: next(), place, certainty: 1 }],
  })
  const document = new OwnershipDocument()
  document.issuer = new Issuer()
  document.issuer.name = reported('text', next(), { footnotes: [next()] })
  document.derivativeTable = new OwnershipTable()
  document.derivativeTable.rows = [new OwnershipRow('derivativeTransaction')]
  document.footnotes = new Footnotes()
  document.footnotes.footnotes = [new Footnote(next(), hidden())]
  document.documentType = reported('text', next())
  const evidence = (path: string, i: number): FieldEvidence => ({
    path,
    value: next(),
    source: 'print',
    words: i === 1 ? next() : hidden(),
    places: [place],
    certainty: 0.5,
    alternatives: [next(), next()],
    ...(i !== 1 && { correction: { from: next(), to: next(), because: next() } }),
    doubts: [next()],
    isFlagged: i < 2,
    ...(i === 3 && { answered: { by: next(), on: next() } }),
  })
  const paths = ['issuer/issuerName', 'derivativeTable/derivativeTransaction[1]/securityTitle', 'footnotes/footnote[1]']
  paths.push('derivativeTable/derivativeTransaction[1]/transactionDate')
  const fields = paths.map((path, i) => evidence(`${ROOT}/${path}`, i))
  const question: Question = {
    path: `${ROOT}/periodOfReport`,
    reason: 'unread',
    isNeeded: true,
    words: next(),
    places: [place],
    alternatives: [next()],
  }
  return {
    document,
    fields: new Map(fields.map((field) => [field.path, field])),
    questions: [question],
    recognised: {
      kind: 'pdf',
      form: '4',
      isAmendment: false,
      edition: hidden(),
      ombExpires: hidden(),
      isBlank: false,
      lacks: [],
      certainty: 1,
    },
    diagnostics: [
      { code: 'P136', severity: 'doubt', at: { path: hidden() }, data: { header: next(), paper: next() } },
      { code: next(), severity: 'note', at: {}, data: { [hidden()]: 1 } },
    ],
    ignored: [{ why: 'noise', words: cell().words }],
    unplaced: [cell()],
  }
}

/** What a page is made of besides its texts: elements, and their attributes without what is quoted from the paper. */
function bones(element: HtmlElement): string[] {
  const free = new Set(['value', 'aria-label', 'data-name', 'data-of'])
  const said = [...element.attributes].map(([name, value]) => (free.has(name) ? name : `${name}=${value}`))
  return [
    `${element.tag} ${said.join(' ')}`,
    ...element.children.flatMap((child) => (typeof child === 'string' ? [] : bones(child))),
  ]
}

/** Texts as a hostile paper may have them; a number at the end keeps any two of one page apart. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '"><script>alert(1)</script>',
    "' onfocus='alert(1)' autofocus='",
    '</style><img src=x onerror=alert(1)>',
    '</textarea></fieldset></form><h1>',
    '&quot;&lt;&#x3c;&amp;',
    '<!--',
    ']]><svg onload=alert(1)>',
    '\u202e\u2066<b>\u0000\u0085\ud800',
    '</script',
    '$& $1 $` `',
  ),
)

/** A page of a reading with the texts made by `text`, and those that it has to show. */
function pageWith(text: (i: number) => string, unit: PageUnit): { html: string; shown: string[] } {
  const shown: string[] = []
  let count = 0
  const hidden = () => `${text(count)}\u00b7${count++}`
  const next = () => {
    const one = hidden()
    shown.push(one)
    return one
  }
  const place = { page: 1, left: 0, top: 0, right: 1, bottom: 1 }
  const reading = readingOf(next, hidden)
  const words = [{ text: next(), place, certainty: 1 }]
  const page = { number: 1, width: 10, height: 10, unit, words, rules: [] }
  return { html: renderReview([reading], [page], [], { name: next(), of: next() }), shown }
}

test('no text of a paper becomes markup, and none is lost', () => {
  const units = fc.constantFrom<PageUnit>('point', 'character', 'cell')
  const many = fc.array(hostile, { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(many, units, (texts, unit) => {
      const { html, shown } = pageWith((i) => texts[i % texts.length]!, unit)
      const { root, problems } = parseHtml(html)
      expect(problems).toEqual([])
      expect(bones(root)).toEqual(bones(parseHtml(pageWith(() => 'x', unit).html).root))
      const all = allText(root)
      expect(shown.filter((one) => !all.includes(oneLine(clean(one))))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function allText({ attributes, children }: HtmlElement): string {
  const below = children.map((child) => (typeof child === 'string' ? child : allText(child)))
  return oneLine([...attributes.values(), ...below].join(' '))
}
