import { expect, test } from 'vitest'
import { readAcquiredDisposed, readDirectIndirect, readTransactionCode, readVoluntary } from './readCode.ts'
import type { Reading } from './reading.ts'

const said = ({ kind, written, because, doubts }: Reading) =>
  [kind === 'value' ? written : kind, because ?? doubts[0]].filter(Boolean).join(' ')

test.each([
  ['P', 'P', false, undefined, false],
  ['S/K', 'S', true, undefined, false],
  ['S / K', 'S', true, undefined, false],
  ['P4', 'P', false, '4', false],
  ['P/K4', 'P', true, '4', false],
  ['A V', 'A', false, undefined, true],
  ['p', 'P lowerCase', false, undefined, false],
  ['1', 'I digitForLetter', false, undefined, false],
  ['0', 'O digitForLetter', false, undefined, false],
  ['B', 'B unknownCode', false, undefined, false],
  ['-', 'blank', false, undefined, false],
  ['A, D', 'misfit', false, undefined, false],
])('code %s', (text, code, isSwap, formType, isVoluntary) => {
  const read = readTransactionCode(text)
  expect([said(read.code), read.isSwap, read.formType, read.isVoluntary]).toEqual([code, isSwap, formType, isVoluntary])
})

test.each([
  ['D', 'D'],
  ['I', 'I'],
  ['(D)', 'D brackets'],
  ['d', 'D lowerCase'],
  ['Direct', 'D word'],
  ['Indirect', 'I word'],
  ['1', 'I digitForLetter'],
  ['l', 'I digitForLetter'],
  ['0', 'D digitForLetter'],
  ['X', 'open'],
  ['', 'blank'],
  ['by trust', 'misfit'],
])('direct or indirect %s: %s', (text, expected) => {
  expect(said(readDirectIndirect(text))).toBe(expected)
})

test('acquired or disposed of', () => {
  expect(['A', 'D', '(A)', 'disposed', '4', 'K'].map((text) => said(readAcquiredDisposed(text)))).toEqual([
    'A',
    'D',
    'A brackets',
    'D word',
    'A digitForLetter',
    'open',
  ])
})

test('column V says V or nothing', () => {
  expect(['V', 'v', '', '-', 'X'].map(readVoluntary)).toEqual([true, true, false, false, undefined])
})
