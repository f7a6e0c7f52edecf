import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAll, type HtmlElement, parseHtml, textOf } from '../../../tools/testing/html.ts'
import { pageText } from '../../../tools/testing/placedText.ts'
import { Random } from '../../../tools/testing/random.ts'
import { randomDocument } from '../../../tools/testing/randomDocument.ts'
import { formEditions } from '../../facts/formEditions.ts'
import { CalendarDate } from '../../model/calendarDate.ts'
import { Footnote, type OwnershipDocument, ReportingOwnerId } from '../../model/ownershipDocument.ts'
import { reported } from '../../model/reported.ts'
import { readOwnershipXml } from '../../read/index.ts'
import { renderHtml } from './renderHtml.ts'

const cases = join(import.meta.dirname, '../../../cases')

function readCase(path: string): OwnershipDocument {
  const { document } = readOwnershipXml(readFileSync(join(cases, path)))
  return document!
}

const joint = () => readCase('terminal/form4a-joint.xml')

test.each([
  ['seed', 'seed/form4.xml'],
  ['form3-none-owned', 'terminal/form3-none-owned.xml'],
  ['form4a-joint', 'terminal/form4a-joint.xml'],
  ['form5-late', 'terminal/form5-late.xml'],
])('the page of %s', async (name, path) => {
  const html = renderHtml(readCase(path))
  expect(parseHtml(html).problems).toEqual([])
  await expect(html).toMatchFileSnapshot(join(cases, `render/${name}.html`))
})

test('what the submission knows stands in the heading', () => {
  const header = { filedAsOf: CalendarDate.parse('2026-05-22')!, accessionNumber: '0009999913-26-000007' as never }
  const text = textOf(parseHtml(renderHtml(joint(), { header })).root)
  expect(text).toContain('Accession number 0009999913-26-000007 Filed 05/22/2026')
})

describe('editions', () => {
  const page = (periodOfReport: string) => {
    const document = readCase('seed/form4.xml')
    document.periodOfReport = reported('date', periodOfReport)
    document.ownerSignatures = []
    return textOf(parseHtml(renderHtml(document)).root)
  }

  test.each([
    ['1999-01-01', '2003', false, false, true],
    ['2007-07-31', '2003', false, false, true],
    ['2007-08-01', '2003', false, false, false],
    ['2011-11-01', '2012', false, false, false],
    ['2023-03-17', '2012', false, false, false],
    ['2023-03-20', '2023', true, false, false],
    ['2026-03-17', '2023', true, false, false],
    ['2026-03-18', '2026', true, true, false],
  ])('a report of %s is on the form of %s', (day, edition, has10b5, hasForeign, has1935) => {
    const text = page(day)
    expect(text).toContain(`Edition of ${edition}`)
    expect(text.includes('Rule 10b5-1(c)')).toBe(has10b5)
    expect(text.includes('Foreign Trading Symbol')).toBe(hasForeign)
    expect(text.includes('Holding Company Act of 1935')).toBe(has1935)
    expect(text.includes('Changes in Beneficial Ownership of Securities')).toBe(hasForeign)
    expect(text.includes('SEC 1474 (03-26)')).toBe(hasForeign)
  })

  test.each(formEditions.map(({ name }) => name))('the form of %s can be asked for', (edition) => {
    const text = textOf(parseHtml(renderHtml(readCase('seed/form4.xml'), { edition })).root)
    expect(text).toContain(`Edition of ${edition}`)
    expect(text.includes('Rule 10b5-1(c)')).toBe(edition >= '2023')
  })

  test('a box that its edition does not have stands there if the filing answers it', () => {
    const document = joint()
    expect(pageText(renderHtml(document, { edition: '2003' })).checks.map(([isTicked]) => isTicked)).toEqual([
      false,
      true,
    ])
    document.aff10b5One = reported('boolean', '')
    expect(pageText(renderHtml(document, { edition: '2003' })).checks).toHaveLength(1)
    expect(textOf(parseHtml(renderHtml(document)).root)).toContain('Unknown: not answered.')
  })
})

test('marks lead to notes and notes to marks, every one of them', () => {
  const document = joint()
  document.nonDerivativeTable.rows[0]!.securityTitle = reported('text', 'Ordinary Shares', {
    footnotes: ['F77', 'odd"id'],
  })
  document.footnotes.footnotes.push(new Footnote('F1', 'A second note of one id.'))
  const { root, problems } = parseHtml(renderHtml(document))
  expect(problems).toEqual([])
  const all = findAll(root, () => true)
  const ids = all.flatMap(({ attributes }) => attributes.get('id') ?? [])
  expect(new Set(ids).size).toBe(ids.length)
  const targets = all.flatMap(({ tag, attributes }) => (tag === 'a' ? (attributes.get('href') ?? '') : []))
  const inner = targets.filter((href) => href.startsWith('#')).map((href) => href.slice(1))
  expect(inner.filter((id) => !ids.includes(id))).toEqual([])
  const marks = ids.filter((id) => /^m\d+-\d+$/.test(id))
  expect(marks).toHaveLength(11)
  expect(inner.filter((id) => id.startsWith('m')).sort()).toEqual(marks.sort())
  const text = textOf(root)
  expect(text).toContain('77. The filing has no such footnote. ↑ I.1.1')
  expect(text).toContain('2. Sold in several trades')
})

test('a CCC is masked', () => {
  const document = joint()
  const id = new ReportingOwnerId()
  id.ccc = reported('text', 'sEcr3t$9')
  document.reportingOwners[0]!.id = id
  const html = renderHtml(document)
  expect(html).not.toContain('sEcr3t')
  expect(html).toContain('CCC ********')
})

test('controls and characters that turn the direction of writing are gone', () => {
  const document = joint()
  document.remarks = reported('text', 'a\u202eb\u0000c\u001b[31md\u2066e\u200bf\n\u0085g')
  expect(renderHtml(document)).not.toMatch(/[^\n\P{C}]/u)
})

/** Tags and the names of attributes, in order: what filed text must not be able to change. */
function shapeOf(element: HtmlElement): string {
  const inside = element.children.map((child) => (typeof child === 'string' ? '' : shapeOf(child))).join('')
  return `<${element.tag} ${[...element.attributes.keys()].join(' ')}>${inside}</>`
}

/** Every text of a document in the place of each other: fields, ids and texts of footnotes, by `change`. */
function withTexts(document: OwnershipDocument, change: (text: string) => string): OwnershipDocument {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit)
    if (typeof value !== 'object' || value === null) return value
    if ('written' in value) {
      const { written, footnotes, type } = value as { written?: string; footnotes: string[]; type: 'text' }
      const text = written === undefined || written.trim() === '' ? written : change(written)
      return reported(type, text, { footnotes: footnotes.map(change) })
    }
    if (value instanceof Footnote) return new Footnote(change(value.id), change(value.text))
    const copy = Object.assign(Object.create(Object.getPrototypeOf(value)), value) as Record<string, unknown>
    for (const [key, inner] of Object.entries(copy)) {
      copy[key] =
        key === 'footnotes' && Array.isArray(inner)
          ? inner.map((id) => (typeof id === 'string' ? change(id) : visit(id)))
          : visit(inner)
    }
    return copy
  }
  return visit(document) as OwnershipDocument
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style></title><b>',
  '<!-- ',
  ']]><![CDATA[',
  '&lt;i&gt;&#60;i>',
  'javascript:alert(1)',
  '</td></tr></table>',
  '\u202e\u0007\ud800',
]

test('no text of a filing makes markup', () => {
  const hostile = fc.array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' })), { maxLength: 4 })
  fc.assert(
    fc.property(fc.nat(), hostile, (seed, parts) => {
      const document = randomDocument(new Random(seed))
      // Line ends are a matter of their own; a letter keeps the text from being empty.
      const evil = parts.join('').replace(/[\n\v\f\r\u0085\u2028\u2029]/g, '')
      const harmless = withTexts(document, () => 'x')
      const attacked = withTexts(document, () => `x${evil}`)
      const pages = [harmless, attacked].map((each) => parseHtml(renderHtml(each)))
      expect(pages.map(({ problems }) => problems)).toEqual([[], []])
      expect(shapeOf(pages[1]!.root)).toBe(shapeOf(pages[0]!.root))
    }),
    { numRuns: 100 },
  )
})

test('what a random document says is on its page, whatever it is', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const html = renderHtml(randomDocument(new Random(seed)))
      expect(parseHtml(html).problems).toEqual([])
      expect(html).not.toMatch(/[^\n\P{C}]/u)
    }),
    { numRuns: 100 },
  )
})

test('a page of a usual form takes less than 0.3 ms', () => {
  const document = readCase('seed/form4.xml')
  const times = Array.from({ length: 3000 }, () => {
    const start = performance.now()
    renderHtml(document).charCodeAt(0)
    return performance.now() - start
  }).sort((a, b) => a - b)
  // A tenth of the runs: what else the machine does is not measured.
  expect(times[300]).toBeLessThan(0.3)
})
