import { expect, test } from 'vitest'
import { reported, type ValueType } from '../../model/reported.ts'
import { boolean, date, decimal, placeCode, text, timeliness, type ValueCheck } from './values.ts'

const kindOf = (check: ValueCheck, type: ValueType, written: string) => check(written, reported(type, written))?.kind

test.each([
  ['2024-02-29', undefined],
  ['2024-02-29-05:00', undefined],
  ['2024-02-29Z', undefined],
  [' 2024-02-29\n', undefined],
  ['2023-02-29', 'no-such-date'],
  ['2024-02-29T00:00:00', 'no-such-date'],
  ['2024-02-29+14:01', 'no-such-date'],
  ['2/29/2024', 'no-such-date'],
  ['', 'empty-date'],
  [' ', 'empty-date'],
])('date %j: %s', (written, kind) => expect(kindOf(date, 'date', written)).toBe(kind))

test.each([
  ['0', undefined],
  ['.5', undefined],
  ['5.', undefined],
  ['+317.01', undefined],
  ['-0', undefined],
  ['007', undefined],
  ['3.4978000', undefined],
  ['999999999999.9999', undefined],
  ['1000000000000', 'too-many-digits'],
  ['0.00001', 'too-many-digits'],
  ['-1', 'negative-amount'],
  ['1,000', 'not-a-number'],
  ['1e3', 'not-a-number'],
  ['.', 'not-a-number'],
  ['1\u00a0', 'not-a-number'],
  ['', 'empty-amount'],
])('decimal %j: %s', (written, kind) => expect(kindOf(decimal, 'decimal', written)).toBe(kind))

test.each([
  ['1', undefined],
  [' true ', undefined],
  ['TRUE', 'not-a-flag'],
  ['', 'empty-flag'],
])('flag %j: %s', (written, kind) => expect(kindOf(boolean, 'boolean', written)).toBe(kind))

test('characters are counted, not code units', () => {
  expect(kindOf(text(0, 3), 'text', '😀😀😀')).toBeUndefined()
  expect(kindOf(text(0, 3), 'text', '😀😀😀😀')).toBe('text-too-long')
})

test('until 2026-03-17 a country was a state', () => {
  expect(kindOf(placeCode('rptOwnerState', true), 'text', 'N4')).toBeUndefined()
  expect(kindOf(placeCode('rptOwnerState', false), 'text', 'N4')).toBe('unknown-state')
  expect(kindOf(placeCode('rptOwnerState', false), 'text', '  ')).toBeUndefined()
  expect(kindOf(placeCode('rptOwnerState', false), 'text', ' MN')).toBe('unknown-state')
})

test('white space around a timeliness is none', () => {
  expect(kindOf(timeliness, 'text', ' E ')).toBeUndefined()
  expect(kindOf(timeliness, 'text', 'EL')).toBe('unknown-timeliness')
})
