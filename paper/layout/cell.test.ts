import { expect, test } from 'vitest'
import type { Word } from '../page/page.ts'
import { cellOf } from './cell.ts'

/** A word at a place; `small` as a mark is. */
function word(text: string, left: number, line: number, looks: 'small' | 'plain' | 'unspaced' = 'plain'): Word {
  const height = looks === 'small' ? 5 : 7
  const top = line * 9.4 - (looks === 'small' ? 1 : 0)
  const place = { page: 1, left, top, right: left + text.length * 4, bottom: top + height }
  return {
    text,
    place,
    certainty: 1,
    ...(looks === 'small' ? { isRaised: true } : {}),
    ...(looks === 'unspaced' ? { isUnspaced: true } : {}),
  }
}

const said = (words: readonly Word[], right?: number) => {
  const cell = cellOf(words, { markedBelow: 7, ...(right === undefined ? {} : { right }) })!
  return [cell.text, cell.marks]
}

test('marks are taken off, one or several, and cut at a narrow column', () => {
  expect(said([word('1,500', 0, 0), word('(1)(12)', 20, 0, 'small')])).toEqual(['1,500', ['1', '12']])
  expect(said([word('$2', 0, 0), word('(2)(3)(', 8, 0, 'small'), word('4)', 0, 1, 'small')])).toEqual([
    '$2',
    ['2', '3', '4'],
  ])
  expect(said([word('(5)', 0, 0)])).toEqual(['', ['5']])
})

test('brackets of a text are no marks', () => {
  expect(said([word('Option', 0, 0), word('(right', 28, 0), word('to', 56, 0), word('buy)', 68, 0)])).toEqual([
    'Option (right to buy)',
    [],
  ])
})

test('what is glued to an amount is a mark, to a name it may be part of it', () => {
  expect(said([word('40,000(1)', 0, 0)])).toEqual(['40,000', ['1']])
  expect(said([word('Stock(1)', 0, 0)])).toEqual(['Stock(1)', []])
})

test('lines are joined with a blank, but for a word that was cut because its line was full', () => {
  const cut = [word('Exchange', 0, 0, 'unspaced'), word('able', 0, 1)]
  expect(said(cut, 34)).toEqual(['Exchangeable', []])
  expect(said(cut, 60)).toEqual(['Exchange able', []])
  expect(said([word('Exchange', 0, 0), word('able', 0, 1)], 34)).toEqual(['Exchange able', []])
})

test('where a source writes no blanks, a word as wide as its line may go on in the next', () => {
  const isJoinedInDoubt = (words: readonly Word[], right: number) => cellOf(words, { right })!.isJoinedInDoubt ?? false
  const alone = [word('Exchange', 0, 0), word('able', 0, 1)]
  expect(isJoinedInDoubt(alone, 34)).toBe(true)
  expect(isJoinedInDoubt(alone, 60)).toBe(false)
  expect(isJoinedInDoubt([word('An', 0, 0), word('Exchange', 12, 0), word('able', 0, 1)], 46)).toBe(false)
  expect(isJoinedInDoubt([{ ...word('Exchange', 0, 0), isUnspaced: false }, word('able', 0, 1)], 34)).toBe(false)
})
