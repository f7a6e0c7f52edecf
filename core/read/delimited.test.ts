import { expect, test } from 'vitest'
import { readDelimited } from './delimited.ts'

test('every kind of line end, and a byte order mark', () => {
  const rows = [
    ['a', 'b'],
    ['1', '2'],
  ]
  for (const end of ['\n', '\r\n', '\r']) {
    expect(readDelimited(`\uFEFFa,b${end}1,2${end}`).rows).toEqual(rows)
    expect(readDelimited(`a,b${end}${end}1,2`).rows).toEqual(rows)
  }
})

test('an empty cell is a cell, also the last', () => {
  expect(readDelimited('a\t\t\n\t\t', '\t').rows).toEqual([
    ['a', '', ''],
    ['', '', ''],
  ])
})

test('quotes count only around a cell', () => {
  expect(readDelimited('5" pipe,"a ""b"", c"\n"two\nlines",x').rows).toEqual([
    ['5" pipe', 'a "b", c'],
    ['two\nlines', 'x'],
  ])
})

test('a broken quote loses nothing and is said, with its line', () => {
  const open = readDelimited('a,b\nx,"never\nclosed')
  expect(open.rows[1]).toEqual(['x', 'never\nclosed'])
  expect(open.diagnostics).toMatchObject([{ code: 'R301', severity: 'doubt', at: { line: 2 } }])
  const after = readDelimited('"a\nb"c,d\n"e"f,g')
  expect(after.rows).toEqual([
    ['a\nbc', 'd'],
    ['ef', 'g'],
  ])
  expect(after.diagnostics.map(({ code, at }) => [code, at.line])).toEqual([
    ['R302', 1],
    ['R302', 3],
  ])
})

test('each row has the line on which it begins', () => {
  expect(readDelimited('a,b\r\n\r\n"c\r\nd",e\n"f",\n\ng').lines).toEqual([1, 3, 5, 7])
})

test('nothing gives nothing', () => {
  expect(readDelimited('')).toEqual({ rows: [], lines: [], diagnostics: [] })
})
