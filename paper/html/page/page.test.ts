import { expect, test } from 'vitest'
import { linesIn, rowsOf, textOf, tokensIn } from './blocks.ts'
import { placeCells } from './grid.ts'
import { parseHtml } from './parseHtml.ts'
import { isPrint } from './print.ts'
import { pictureState, signState, symbolState } from './signs.ts'

test('cells stand where browsers put them', () => {
  const cell = (colspan: number, rowspan: number) => ({ colspan, rowspan, isHead: false, blocks: [] })
  const { cells, columns } = placeCells([[cell(1, 2), cell(2, 1)], [cell(1, 0), cell(1, 1)], [cell(3, 9)]])
  expect(columns).toBe(3)
  expect(cells.map(({ row, column, rows, columns: width }) => [row, column, rows, width])).toEqual([
    [0, 0, 2, 1],
    [0, 1, 1, 2],
    [1, 1, 2, 1],
    [1, 2, 1, 1],
    [2, 0, 1, 3],
  ])
})

test.each([
  ['X', 'ticked'],
  ['[ x ]', 'ticked'],
  ['_X_', 'ticked'],
  ['(X)', 'ticked'],
  ['\u2612', 'ticked'],
  ['[  ]', 'empty'],
  ['( )', 'empty'],
  ['___', 'empty'],
  ['\u25a1', 'empty'],
  ['Director', undefined],
  ['o', undefined],
  ['(1)', undefined],
])('%s is %s', (text, state) => {
  expect(signState(text)).toBe(state)
})

test('letters of symbol fonts and pictures are boxes', () => {
  expect(['o', 'x', '\uf0a8', '\u00fe', 'a'].map(symbolState)).toEqual([
    'empty',
    'ticked',
    'empty',
    'ticked',
    undefined,
  ])
  expect(['[X]', 'checkbox checked', 'unchecked', 'box', 'logo'].map(pictureState)).toEqual([
    'ticked',
    'ticked',
    'empty',
    'unread',
    undefined,
  ])
})

test('words go on through markup and end at white space, lines at breaks; what is hidden is not there', () => {
  const html =
    '<p>Quill<b>feather</b>&nbsp;&amp; Sons<sup>(1)</sup><sup>(2)</sup>, Inc.<br>two<script>no</script></p>' +
    '<ol><li>first</li><li>second</li></ol><p style="display: none">no</p>'
  const lines = linesIn(parseHtml(html).page!.blocks)
  expect(lines.map(({ tokens }) => textOf(tokens))).toEqual([
    'Quillfeather & Sons(1)(2), Inc.',
    'two',
    '1. first',
    '2. second',
  ])
  expect(lines[0]!.tokens.map(({ word }) => [word.text, word.isRaised ?? false])).toEqual([
    ['Quillfeather', false],
    ['&', false],
    ['Sons', false],
    ['(1)', true],
    ['(2)', true],
    [',', false],
    ['Inc.', false],
  ])
})

test('a table without end tags is a table, and its words know their columns', () => {
  const [table] = parseHtml('<table><tr><td>a<td colspan=2>b<tr><td>c<td>d<td>e').page!.blocks
  if (table?.kind !== 'table') throw new Error('no table')
  expect(rowsOf(table).map((row) => row.map(({ blocks }) => textOf(tokensIn(blocks))))).toEqual([
    ['a', 'b'],
    ['c', 'd', 'e'],
  ])
  expect(
    rowsOf(table)[0]!.flatMap(({ blocks }) => tokensIn(blocks).map(({ word: { place } }) => [place.left, place.right])),
  ).toEqual([
    [0, 1],
    [1, 3],
  ])
})

test('print is told from what is filled in', () => {
  const print = [
    'Washington, DC 20549',
    'Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934,',
    'Page 2 of 3',
  ]
  expect(print.map(isPrint)).toEqual([true, true, true])
  expect(['Common Stock', 'Varga, Ilona M.', 'D', 'By trust', '1,200'].map(isPrint)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})
