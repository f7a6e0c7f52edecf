import { expect, test } from 'vitest'
import { gridOf } from '../text/grid.ts'
import { readResponses } from './responses.ts'
import { readSignatures } from './signatures.ts'

function signed(...lines: string[]): (string | undefined)[][] {
  return readSignatures(gridOf(lines.join('\n'))!).signatures.map(({ name, date }) => [name?.text, date?.text])
}

test('a signature stands over its label, behind it or below it', () => {
  expect(signed('/s/ A. Roe      3/1/99', '--------   ------', 'Signature of Reporting Person   Date')).toEqual([
    ['/s/ A. Roe', '3/1/99'],
  ])
  expect(signed('Signature: A. Roe', 'Date: March 1, 1999')).toEqual([['A. Roe', 'March 1, 1999']])
  expect(signed('SIGNATURE OF REPORTING PERSON', '/s/ A. Roe', 'DATE', '1 March 1999')).toEqual([
    ['/s/ A. Roe', '1 March 1999'],
  ])
})

test('each of several signs', () => {
  expect(signed('/s/ A. Roe  3/1/99', '', '/s/ B. Doe  3/2/99')).toEqual([
    ['/s/ A. Roe', '3/1/99'],
    ['/s/ B. Doe', '3/2/99'],
  ])
})

test('who signed for another is the signature', () => {
  const block = ['ROE HOLDINGS, INC.', '', 'By: /s/ A. Roe      3/1/99', '    ------', '    A. Roe, President']
  expect(signed(...block)).toEqual([['/s/ A. Roe', '3/1/99']])
  expect(signed('/s/', 'A. Roe', '3/1/99')).toEqual([['/s/ A. Roe', '3/1/99']])
})

test('what is not signed is no signature', () => {
  expect(signed('Signature of Reporting Person', '', 'Date')).toEqual([])
  expect(signed('/s/ A. Roe  3/1/99', '', 'Enclosed: a power of attorney')).toEqual([['/s/ A. Roe', '3/1/99']])
})

test('footnotes begin with their marks, and go on', () => {
  const notes = (text: string) =>
    readResponses(gridOf(text)!).footnotes.map(({ mark, text: { text: said } }) => [mark, said])
  expect(notes('Explanation of Responses:\n(1) By gift,\n    in trust.\n(2) Sold.')).toEqual([
    ['1', 'By gift, in trust.'],
    ['2', 'Sold.'],
  ])
  expect(notes('* One.\n** Two.')).toEqual([
    ['*', 'One.'],
    ['**', 'Two.'],
  ])
  expect(notes('Note 1: One.\n(a)Two.')).toEqual([
    ['1', 'One.'],
    ['a', 'Two.'],
  ])
  expect(notes('/1/ One.\n{2} Two.\n[Note 3] Three.\n***  Four.')).toEqual([
    ['1', 'One.'],
    ['2', 'Two.'],
    ['3', 'Three.'],
    ['***', 'Four.'],
  ])
})

test('a paragraph apart from notes that stand together is a doubtful remark, else a doubtful part of the note', () => {
  const read = (text: string) => {
    const { footnotes, remarks } = readResponses(gridOf(text)!)
    const cells = [footnotes.at(-1)!.text, remarks]
    return cells.map((cell) => cell && [cell.text, Math.min(...cell.words.map(({ certainty }) => certainty))])
  }
  expect(read('(1) One.\n(2) Two.\n\n    More.')).toEqual([
    ['Two.', 1],
    ['More.', 0.6],
  ])
  expect(read('(1) One.\n\n(2) Two.\n\n    More.')).toEqual([['Two. More.', 0.6], undefined])
})

test('an explanation without a mark is a remark', () => {
  const { footnotes, remarks } = readResponses(gridOf('Explanation of Responses: none to give')!)
  expect(footnotes).toEqual([])
  expect(remarks!.text).toBe('none to give')
})
