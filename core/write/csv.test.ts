import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDelimited } from '../read/delimited.ts'
import { type Cell, toCsv, toNdjson } from './csv.ts'

const table = (...cells: Cell[]) => ({ columns: ['a', 'b'].slice(0, cells.length), rows: [cells] })

test('a cell is quoted only where it must be, and lines end as RFC 4180 says', () => {
  expect(toCsv(table('x y', 'p,"q"'))).toBe('a,b\r\nx y,"p,""q"""\r\n')
  expect(toCsv(table('two\nlines', 'p,q'), { separator: '\t' })).toBe('a\tb\n"two\nlines"\tp,q\n')
  expect(toCsv(table('p,q', 'r;s'), { separator: ';', newline: '\n' })).toBe('a;b\np,q;"r;s"\n')
})

test('what is no text has a spelling, what is absent is empty', () => {
  expect(toCsv(table(null, undefined), { header: false })).toBe(',\r\n')
  expect(toCsv(table([], {}), { header: false })).toBe(',\r\n')
  expect(toCsv(table(true, ['x', 'y']), { header: false })).toBe('true,"[""x"",""y""]"\r\n')
})

test.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '-', '--1', '+1-1', '-1e3', '=', '-1,5'])(
  '%j would be taken for a formula',
  (cell) => {
    const [[written] = []] = readDelimited(toCsv(table(cell), { header: false })).rows
    expect(written).toBe(`'${cell}`)
  },
)

test.each(['-12.5', '+317.01', '-.5', '12', '0.0033', 'a=b', 'N/A', "'quoted"])('%j would not', (cell) => {
  expect(toCsv(table(cell), { header: false })).toBe(`${cell}\r\n`)
})

test('programs may have the cells as they are', () => {
  expect(toCsv(table('=1+1'), { header: false, formulas: 'kept' })).toBe('=1+1\r\n')
})

test('what is written reads back equal, whatever stands in it', () => {
  const cells = fc.array(fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', '\t', '\n', '\r', '=', 'é') }), {
    minLength: 2,
    maxLength: 4,
  })
  fc.assert(
    fc.property(fc.array(cells), fc.constantFrom(',' as const, '\t' as const), (rows, separator) => {
      const text = toCsv({ columns: ['a', 'b'], rows }, { separator, formulas: 'kept' })
      const read = readDelimited(text, separator)
      expect({ rows: read.rows, diagnostics: read.diagnostics }).toEqual({
        rows: [['a', 'b'], ...rows],
        diagnostics: [],
      })
    }),
  )
})

test('JSON is one value a line', () => {
  expect(toNdjson([{ a: '1\n2' }, null])).toBe('{"a":"1\\n2"}\nnull\n')
  expect(toNdjson([])).toBe('')
})
