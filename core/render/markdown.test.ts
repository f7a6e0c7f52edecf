import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Random } from '../../tools/testing/random.ts'
import { randomDocument } from '../../tools/testing/randomDocument.ts'
import { CalendarDate } from '../model/calendarDate.ts'
import { Footnote, type OwnershipDocument, ReportingOwnerId } from '../model/ownershipDocument.ts'
import { reported } from '../model/reported.ts'
import { walk } from '../model/walk.ts'
import { readOwnershipXml } from '../read/index.ts'
import { renderMarkdown } from './markdown.ts'

const cases = join(import.meta.dirname, '../../cases')

function readCase(path: string): OwnershipDocument {
  return readOwnershipXml(readFileSync(join(cases, path))).document!
}

test.each([
  ['seed', 'seed/form4.xml'],
  ['form3-none-owned', 'terminal/form3-none-owned.xml'],
  ['form4a-joint', 'terminal/form4a-joint.xml'],
  ['form5-late', 'terminal/form5-late.xml'],
])('%s as Markdown', async (name, path) => {
  const header = { filedAsOf: CalendarDate.parse('2026-05-22')!, accessionNumber: '0009999913-26-000007' as never }
  const markdown = renderMarkdown(readCase(path), name === 'form4a-joint' ? { header } : {})
  await expect(markdown).toMatchFileSnapshot(join(cases, `render/${name}.md`))
})

test('every path it names leads to an element of the filing', () => {
  const document = readCase('terminal/form4a-joint.xml')
  const known = new Set<string>()
  const learn = (path: () => string) => {
    const steps = path().split('/').slice(2)
    for (const [i] of steps.entries()) known.add(steps.slice(0, i + 1).join('/'))
  }
  walk(document, { field: (_, __, path) => learn(path), footnote: (_, path) => learn(path) })
  let row = ''
  let paths = 0
  for (const line of renderMarkdown(document).split('\n').slice(5)) {
    const named = [...line.matchAll(/`([^`]+)`/g)].map(([, path]) => path as string)
    if (line.startsWith('#')) row = line.startsWith('### ') ? `${named[0]}/` : ''
    else if (row !== '') for (const path of named) expect(known).toContain(row + path)
    else {
      const absent = named.filter((path) => !known.has(path))
      expect(absent.length === 0 || line.includes('not given')).toBe(true)
    }
    paths += named.length
  }
  expect(paths).toBeGreaterThan(100)
})

test('absent, footnote only and no value are said in words', () => {
  const document = readCase('terminal/form4a-joint.xml')
  const [row] = document.nonDerivativeTable.rows
  row!.securityTitle = reported('text', undefined)
  row!.transactionDate = reported('date', '2024-02-30')
  row!.amounts.pricePerShare = reported('decimal', undefined, { footnotes: ['F2', 'F9'] })
  const markdown = renderMarkdown(document)
  expect(markdown).toContain('- Column 1, Title of Security: not given')
  expect(markdown).toContain('- Column 2, Transaction Date: "2024-02-30" as filed, which is no value of this field')
  expect(markdown).toMatch(
    /Price: no value, footnote only \(footnote 2: "Sold .*"\) \(footnote 9: The filing has no such/,
  )
})

test('a footnote that nothing refers to, or the second of one id, is not lost', () => {
  const document = readCase('terminal/form4a-joint.xml')
  document.footnotes.footnotes.push(new Footnote('F1', 'A second one.'), new Footnote('F8', 'Alone.'))
  const markdown = renderMarkdown(document)
  expect(markdown).toContain('- Footnote 1, which no field refers to: "A second one."')
  expect(markdown).toContain('- Footnote 8, which no field refers to: "Alone."')
})

test('a CCC is masked', () => {
  const document = readCase('terminal/form4a-joint.xml')
  document.reportingOwners[0]!.id = new ReportingOwnerId()
  document.reportingOwners[0]!.id.ccc = reported('text', 'sEcr3t$9')
  expect(renderMarkdown(document)).not.toContain('sEcr3t')
})

test.each([
  ['[a](http://b.example)', '\\[a\\](http\\://b.example)'],
  ['<script>&amp;`x`', '\\<script\\>\\&amp;\\`x\\`'],
  ['a\n# heading\n- item', 'a / \\# heading / - item'],
  ['**bold** _it_ ~~no~~ | cell', '\\*\\*bold\\*\\* \\_it\\_ \\~\\~no\\~\\~ \\| cell'],
  ['www.b.example !\\ \u202e', 'www\\.b.example \\!\\\\'],
])('%j in a remark is text', (filed, escaped) => {
  const document = readCase('seed/form4.xml')
  document.remarks = reported('text', filed)
  expect(renderMarkdown(document)).toContain(`- Remarks: ${escaped} \`remarks\`\n`)
})

test('no text makes a line, a heading, code or a link', () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const markdown = renderMarkdown(randomDocument(new Random(seed)))
      const plain = markdown.replace(/\\[^\n]/g, '')
      expect(plain).not.toMatch(/[^\n\P{C}]/u)
      for (const line of plain.split('\n')) {
        expect(line).toMatch(
          /^(?:|#{1,3} [A-Z].*|- [A-Z].*|None\.|No entries\.|Elements in .*|transactionValue is .*)$/,
        )
        expect(line).not.toMatch(/[<>|~*_!]|\[(?!\d+\])/)
        for (const [, code] of line.matchAll(/`([^`]*)`/g)) expect(code).toMatch(/^[A-Za-z0-9/[\]]+$/)
      }
    }),
    { numRuns: 200 },
  )
})
