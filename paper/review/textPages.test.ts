import { expect, test } from 'vitest'
import { textPages } from './textPages.ts'

const wordsOf = (kind: Parameters<typeof textPages>[0], text: string) =>
  textPages(kind, text).map(({ number, width, height, unit, words }) => ({
    number,
    size: [width, height, unit],
    words: words.map(({ text: word, place: { left, top } }) => [word, left, top]),
  }))

test('typed text has its words by character and line, page by page', () => {
  expect(wordsOf('typedText', 'FORM 4\n  a   bc\n<PAGE>\nd')).toMatchObject([
    {
      number: 1,
      words: [
        ['FORM', 0, expect.any(Number)],
        ['4', 5, expect.any(Number)],
        ['a', 2, expect.any(Number)],
        ['bc', 6, expect.any(Number)],
      ],
      size: [8, expect.any(Number), 'character'],
    },
    { number: 2, words: [['d', 0, expect.any(Number)]] },
  ])
})

test('text in tables and HTML pages have theirs by cell', () => {
  const table = [
    ['a', 0, 0],
    ['b', 0, 0],
    ['c', 1, 0],
    ['d', 0, 1],
  ]
  expect(wordsOf('ocrText', 'a b\tc\nd')).toEqual([{ number: 1, size: [2, 2, 'cell'], words: table }])
  const [page] = wordsOf('html', '<table><tr><td>a b</td><td>c</td></tr><tr><td>d</td></tr></table>')
  expect(page?.words.map(([word, column]) => [word, column])).toEqual(table.map(([word, column]) => [word, column]))
})

test('a PDF and a picture have no pages of text', () => {
  expect([textPages('pdf', ''), textPages('scan', '')]).toEqual([[], []])
})
