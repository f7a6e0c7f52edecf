import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { COVERAGE_PAGE, cellOf, coverage, coverageProblems, coverageText } from './coverage.ts'
import { root } from './repository.ts'

const table = coverage()

test('no cell is empty, and every code exists', () => {
  expect(coverageProblems(table)).toEqual([])
})

test('the page is fresh (npm run accept)', () => {
  expect(readFileSync(join(root, COVERAGE_PAGE), 'utf8')).toBe(coverageText(table))
})

test('all 51 numbered rows of the rule list are there, in order', () => {
  const rows = table.tables
    .filter(({ source }) => /^ownership-xml\.md 7\.[1-5]$/.test(source))
    .flatMap((one) => one.rows)
  expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 51 }, (_, i) => String(i + 1)))
})

test('all 20 letters of the code table are there, five cells each', () => {
  const codes = table.tables.find(({ source }) => source === 'section16-rules.md 2.2')
  expect(codes?.rows.map(({ row }) => row).join('')).toBe('PSVADFIMCEHOXGLWZJKU')
  expect(codes?.columns).toEqual(['Tables', 'A/D', '16(b)', 'Form', 'V'])
})

test('every shared reason is used', () => {
  const cells = new Set(table.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells)))
  expect(Object.keys(table.reasons).filter((name) => ![...cells].some((cell) => cell.endsWith(`@${name}`)))).toEqual([])
})

test('a problem is seen', () => {
  const one = (...cells: string[]) => ({
    reasons: {},
    tables: [{ title: 'T', source: 'S', columns: ['a'], rows: [{ row: '1', cells }] }],
  })
  expect(coverageProblems(one('C999'))).toEqual(['S, 1: there is no C999'])
  expect(coverageProblems(one(''))).toEqual(['S, 1: an empty cell ()'])
  expect(coverageProblems(one('@nowhere'))).toEqual(['S, 1: an empty cell (@nowhere)'])
  expect(coverageProblems(one('C401', 'C401'))).toEqual(['S, 1: 2 cells'])
})

test('a cell is taken apart', () => {
  expect(cellOf('C401 W201; and so on', {})).toEqual({ codes: ['C401', 'W201'], reason: 'and so on' })
  expect(cellOf('C401; @edgar', { edgar: 'Known.' })).toEqual({ codes: ['C401'], reason: 'Known.' })
  expect(cellOf('@edgar', { edgar: 'Known.' })).toEqual({ codes: [], reason: 'Known.' })
  expect(cellOf('C401', {})).toEqual({ codes: ['C401'], reason: '' })
  expect(cellOf('Known to EDGAR alone.', {})).toEqual({ codes: [], reason: 'Known to EDGAR alone.' })
})
