import { readFileSync } from 'node:fs'
import { writeSubmissionForm } from '@section16/core/write'
import { describe, expect, test } from 'vitest'
import { typedCases } from '../../cases/paper/typedForms.mts'
import { renderHtml } from '../../core/render/html/renderHtml.ts'
import { documentOf, form4 } from '../../core/write/inventedFilings.mts'
import { renderPdf } from '../../print/renderPdf.ts'
import { readHtmlForms } from '../html/readHtmlForms.ts'
import { layOut } from '../layout/layOut.ts'
import { readMarkdownForms } from '../markdown/readMarkdownForms.ts'
import { readPdf } from '../pdf/readPdf.ts'
import { readPaper } from '../readPaper.ts'
import { readTypedForms } from '../typed/readTypedForms.ts'
import { cell, form, row } from './invented.mts'
import { lacksOf } from './lacks.ts'
import { understand } from './understand.ts'

const SEED = readFileSync(new URL('../../cases/seed/form4.txt', import.meta.url), 'utf8')
const TYPED = [...typedCases('typed'), ...typedCases('blind')]
const LABEL_II = /^\t*Table II - Der[\s\S]*?(?=Explanation of Responses)/m
const PRINT = [{ why: 'form' as const, words: cell('Explanation of Responses: Signature of Reporting Person').words }]
const whole = { ignored: PRINT }

const ofText = (text: string) => readMarkdownForms(text).map((one) => lacksOf(one))
const ofTyped = (text: string) => readTypedForms(text).map((one) => lacksOf(one))
const ofHtml = (html: string) => readHtmlForms(html).map((one) => lacksOf(one))
const typed = (name: string) => TYPED.find((one) => one.name === name)!.text.split('<PAGE>')

describe('a whole form lacks nothing', () => {
  test.each(TYPED.map(({ name, text }) => [name, text] as const))('typed: %s', (_, text) => {
    const forms = readTypedForms(text)
    for (const one of forms) {
      const beside = forms.filter((other) => other !== one)
      expect(understand(one, { beside }).recognised.lacks).toEqual([])
    }
  })

  test('the seed, whose Table I is empty, and our pages', () => {
    expect(ofText(SEED)).toEqual([[]])
    expect(ofHtml(renderHtml(documentOf(form4())))).toEqual([[]])
  })

  test('of HTML forms of law firms, and a blank one lacks nothing either', async () => {
    for (const name of ['form3-1999-paragraphs', 'form4-1998-blank', 'form4-2001-boxed', 'form4a-2002-inputs']) {
      const bytes = readFileSync(new URL(`../../cases/paper/html/${name}.html`, import.meta.url))
      const { readings } = await readPaper({ name, bytes })
      expect([name, ...readings.map(({ recognised }) => recognised.lacks)]).toEqual([name, []])
    }
  })
})

describe('a form of which pages are missing says which', () => {
  test('in text that OCR made', () => {
    expect(ofText(SEED.replace(LABEL_II, ''))).toEqual([['Table II']])
    expect(ofText(SEED.replace(/^.*ole I - [\s\S]*?(?=^\t*Table II)/m, ''))).toEqual([['Table I']])
    expect(ofText(SEED.slice(0, SEED.indexOf('Explanation of')))).toEqual([['the footnotes', 'the signature']])
    expect(ofText(`Page 1 of 2\n${SEED}`)).toEqual([['page 2']])
    expect(ofText(`Page 1 of 2\n${SEED}\nPage 2 of 2\n`)).toEqual([[]])
  })

  test('in typed text', () => {
    expect(ofTyped(typed('blind-01').slice(0, 1).join(''))).toEqual([['Table II', 'the footnotes', 'the signature']])
    const [one, , three] = typed('blind-07')
    expect(ofTyped(`${one}<PAGE>${three}`)).toEqual([['page 2']])
  })

  test('in HTML', () => {
    const html = renderHtml(documentOf(form4()))
    const [from, to] = [html.indexOf('<section><h2 id="table-II"'), html.indexOf('<h2 id="table-II"')]
    const end = html.indexOf('</section>', to) + '</section>'.length
    expect(ofHtml(html.slice(0, from) + html.slice(end))).toEqual([['Table II']])
    expect(ofHtml(html.slice(0, from))[0]).toEqual(expect.arrayContaining(['Table II', 'the signature']))
  })

  test('in a PDF file', async () => {
    const { pages } = await readPdf(await renderPdf(documentOf(form4())))
    const all = pages.map(({ page }) => page)
    expect(layOut(all, 'pdf').map((one) => lacksOf(one))).toEqual([[]])
    expect(layOut(all.slice(0, 1), 'pdf').map((one) => lacksOf(one))).toEqual([['the signature', 'page 2']])
  })
})

describe('signs', () => {
  const lacks = (parts: Parameters<typeof form>[1], kind: Parameters<typeof form>[0] = 'pdf') =>
    lacksOf(form(kind, { ...whole, ...parts }))
  const held = { securityTitle: 'Common Stock', owned: '100^1', directOrIndirect: 'D' } as const

  test('marks need footnotes or at least the place for them', () => {
    const rows = { I: [row(held)], II: [] }
    expect(lacks({ rows, ignored: [] })).toEqual(['the footnotes'])
    expect(lacks({ rows })).toEqual([])
    expect(lacks({ rows, ignored: [{ why: 'form', words: cell('Expiration Signature').words }] })).toEqual([
      'the footnotes',
    ])
    expect(lacks({ rows, ignored: [], footnotes: [{ mark: '1', text: cell('Held.') }] })).toEqual([])
  })

  test('the line for a signature is enough of a signature', () => {
    expect(lacks({ signatures: [] })).toEqual([])
    expect(lacks({ signatures: [], ignored: [] })).toEqual(['the signature'])
  })

  test('lines without the boxes above them', () => {
    const rows = { I: [row(held)], II: [] }
    expect(lacks({ rows, owners: [], issuer: undefined })).toEqual(['the boxes above the tables'])
  })

  test.each([
    ['Continued on page 2.', ['page 2']],
    ['see page 3', ['page 3']],
    ['See page 12 of the proxy statement.', []],
    ['See page 1.', []],
  ])('%s', (said, missing) => {
    expect(lacks({ remarks: cell(said) })).toEqual(missing)
    expect(lacks({ remarks: cell(said), unplaced: [cell('Page 2'), cell('Page 3')] })).toEqual(
      missing.length > 0 ? expect.any(Array) : [],
    )
  })

  test('a form that owns nothing needs no tables', () => {
    expect(lacks({ tables: new Set() })).toEqual(['Table I', 'Table II'])
    expect(lacks({ tables: new Set(), noSecuritiesOwned: { state: 'ticked', words: [] } })).toEqual([])
  })

  test('the pages of other forms of the file count', () => {
    const numbered = form('pdf', { ...whole, unplaced: [cell('Page 1 of 2')] })
    const other = form('pdf', { ...whole, unplaced: [cell('Page 2 of 2')] })
    expect([lacksOf(numbered), lacksOf(numbered, [other])]).toEqual([['page 2'], []])
  })
})

describe('a form that is not whole', () => {
  const half = form('pdf', { ...whole, tables: new Set(['I']) })
  const answered = (answer: string | boolean) =>
    understand(half, { answers: [{ by: 'Ada', on: 'today', answers: { '/ownershipDocument': answer } }] })

  test('says so once, and asks', () => {
    const { diagnostics, questions, recognised, document } = understand(half)
    expect(diagnostics.filter(({ code }) => code === 'P108')).toEqual([
      { code: 'P108', severity: 'suspends', at: { path: '/ownershipDocument' }, data: { missing: 'Table II' } },
    ])
    expect(questions[0]).toMatchObject({ path: '/ownershipDocument', reason: 'notWhole', isNeeded: true })
    expect([recognised.lacks, document.derivativeTable.present]).toEqual([['Table II'], false])
  })

  test('is whole where somebody says so, and only then', () => {
    const codes = (answer: string | boolean) => answered(answer).diagnostics.map(({ code }) => code)
    expect(codes(true)).not.toContain('P108')
    expect(answered(true).questions.map(({ reason }) => reason)).not.toContain('notWhole')
    expect(codes(false)).toContain('P108')
    expect(codes('2004-01-01')).toEqual(expect.arrayContaining(['P108', 'P152']))
  })
})

describe('an amendment of a month', () => {
  const amended = (printed: string) =>
    understand(form('html', { ...whole, form: '5', isAmendment: true, dateOfOriginalSubmission: cell(printed) }))

  test.each(['September 2002', 'Sept. 2002', '9/2002', '09/02', '9-2002', 'September, 2002'])(
    '%s is kept as written, no date, and asked',
    (printed) => {
      const { document, questions } = amended(printed)
      const { kind, written } = document.dateOfOriginalSubmission
      expect([kind, written]).toEqual(['invalid', printed])
      const asked = questions.find(({ path }) => path.endsWith('/dateOfOriginalSubmission'))
      expect(asked).toMatchObject({ reason: 'misfit', isNeeded: true, words: printed })
      expect(writeSubmissionForm(document, { ccc: 'omit' }).xml).toBeUndefined()
    },
  )

  test('a day that is stuck to the year is none of a month', () => {
    expect(amended('September 12002').document.dateOfOriginalSubmission.kind).not.toBe('value')
    expect(amended('September 1,2002').document.dateOfOriginalSubmission.written).toBe('2002-09-01')
  })
})
