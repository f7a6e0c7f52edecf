import { expect, test } from 'vitest'
import { gridOf } from './grid.ts'
import { segmentsOf } from './segments.ts'
import { textOf } from './words.ts'

const segments = (line: string) => segmentsOf(gridOf(line)![0]!).map(({ words }) => textOf(words))

test('pages are counted by their tags, lines from their top', () => {
  const grid = gridOf('a\n<PAGE>\nb\n\fc')!
  expect(grid.map(({ page, words }) => [page, words[0]?.text, words[0]?.place.top])).toEqual([
    [1, 'a', 1],
    [2, undefined, undefined],
    [2, 'b', 2],
    [3, 'c', 1],
  ])
})

test('dashes that a privacy-enhanced message escaped are as they were', () => {
  expect(gridOf('x\n- ------\n- - 5')!.map(({ text }) => text)).toEqual(['x', '------', '- 5'])
  expect(gridOf('- 5\n-----')!.map(({ text }) => text)).toEqual(['- 5', '-----'])
})

test('tags leave their room, <S> and <C> say where columns begin', () => {
  const [line] = gridOf('<S>     <C>  <C>')!
  expect(line!.stops).toEqual([0, 8, 13])
  expect(line!.words).toEqual([])
})

test('wide gaps and pipes part a line, rules are no words of it', () => {
  expect(segments('Common Stock   5,000|D')).toEqual(['Common Stock', '5,000', 'D'])
  expect(segments('Name ---------- A &amp; B')).toEqual(['Name', 'A & B'])
})

test('boxes to tick are words', () => {
  expect(segments('( )Director [ x ] Officer _X_Other |X| 10% Owner')).toEqual([
    '( ) Director [ x ] Officer _X_ Other [X] 10% Owner',
  ])
})

test('a ruled line is one of dashes, however typed', () => {
  const isRule = (text: string) => gridOf(text)![0]!.isRule
  expect(['----', '|----|----|', '+--+--+', '====  ==', '- - - - - - - -', '____'].every(isRule)).toBe(true)
  expect(['', '- 5', 'a ---', '**'].some(isRule)).toBe(false)
})
