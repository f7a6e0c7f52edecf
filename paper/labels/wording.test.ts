import { expect, test } from 'vitest'
import { boxLabels } from './boxLabels.ts'
import { columnGroups, headedColumns, ownHeading, wordingsOf } from './columnLabels.ts'
import { sheetTick } from './tickLabels.ts'
import { ALL, firstSentence, PRINTED, textsOf, withoutDay, withoutHint, worded } from './wording.ts'

test('a reader takes the wordings of those whom it reads, each once', () => {
  const wordings = [...worded('sheet', 'Title'), ...worded('short', 'T', 'Title')]
  expect(textsOf(wordings, PRINTED)).toEqual(['Title'])
  expect(textsOf(wordings, ALL)).toEqual(['Title', 'T'])
})

test.each([
  ['Name and Address of Reporting Person*', 'Name and Address of Reporting Person'],
  ['Officer (give title below)', 'Officer'],
  ['If Amendment, Date of Original (Month/Year)', 'If Amendment, Date of Original'],
  ['Name and Address of Reporting Person(s)', 'Name and Address of Reporting Person(s)'],
  ['(A)', '(A)'],
])('%s without its hint is %s', (text, bare) => {
  expect(withoutHint(text)).toBe(bare)
})

test('the brackets of a heading stay where only the hint of a day goes', () => {
  expect(withoutDay('Transaction Date (Month/Day/Year)')).toBe('Transaction Date')
  expect(withoutDay('(A) or (D)')).toBe('(A) or (D)')
})

test('a sentence ends at a point, not at that of an abbreviation', () => {
  expect(firstSentence(sheetTick('notSubjectToSection16'))).toBe('Check this box if no longer subject to Section 16')
  const [irs = ''] = textsOf(boxLabels.irsNumber, PRINTED)
  expect(firstSentence(irs)).toBe(irs)
})

test('headings of core come apart into that of a group and those below', () => {
  const own = headedColumns('4', 'I').filter(({ number }) => number === '4')
  expect(own.map((column) => column.own)).toEqual(['Amount', '(A) or (D)', 'Price'])
  expect(textsOf(columnGroups.securities.wordings, PRINTED)).toContain(own[0]!.group)
  expect([ownHeading('price', 'I'), ownHeading('price', 'II'), ownHeading('owned')]).toEqual([
    'Price',
    undefined,
    undefined,
  ])
  expect(wordingsOf('price', 'II', PRINTED)).toEqual(['Price of Derivative Security'])
})
