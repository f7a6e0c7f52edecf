import { expect, it } from 'vitest'
import { lineAndColumn, locate } from './locate.ts'

const TEXT = '<ownershipDocument>\n <t>\n  <row/>\n  <odd/>\n  <row><value>2</value></row>\n </t>\n</ownershipDocument>'

it.each([
  ['/ownershipDocument', 1, 1],
  ['/ownershipDocument/t/row[1]', 3, 3],
  ['/ownershipDocument/t/row[2]/value', 5, 8],
  ['/ownershipDocument/t/odd', 4, 3],
  ['/ownershipDocument/t/row[3]', 2, 2],
  ['/ownershipDocument/t/odd/@a', 4, 3],
])('%s stands in line %i, column %i', (path, line, column) => {
  expect(lineAndColumn(TEXT, locate(TEXT, path) ?? -1)).toEqual({ line, column })
})

it('finds nothing in what is not well-formed', () => {
  expect(locate('<a>', '/a')).toBeUndefined()
})

it('counts line ends of every kind', () => {
  expect(lineAndColumn('a\r\nb\rc\nd', 7)).toEqual({ line: 4, column: 1 })
  expect(lineAndColumn('a\r\nb', 1)).toEqual({ line: 1, column: 2 })
  expect(lineAndColumn('a\r\nb', 3)).toEqual({ line: 2, column: 1 })
})
