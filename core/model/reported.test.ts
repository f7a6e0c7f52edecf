import { describe, expect, test } from 'vitest'
import { CalendarDate } from './calendarDate.ts'
import { Decimal } from './decimal.ts'
import { absent, canonical, type Reported, reported, type ValueType } from './reported.ts'

describe('a field is one of four kinds', () => {
  test.each<[ValueType, string | undefined, string[], Reported<unknown>['kind'], string | undefined]>([
    // type, written, footnotes, kind, value
    ['text', 'Common Stock', [], 'value', 'Common Stock'],
    ['text', '  Common  Stock\n', [], 'value', 'Common  Stock'],
    ['text', '', [], 'absent', undefined],
    ['text', ' \n', [], 'absent', undefined],
    ['text', undefined, [], 'absent', undefined],
    ['text', undefined, ['F1'], 'footnote', undefined],
    ['text', '', ['F1'], 'footnote', undefined],
    ['text', 'a', ['F1'], 'value', 'a'],
    ['decimal', '0', [], 'value', '0'],
    ['decimal', '0.00', ['F1'], 'value', '0'],
    ['decimal', '3.49780', [], 'value', '3.4978'],
    ['decimal', 'n/a', [], 'invalid', undefined],
    ['decimal', 'n/a', ['F1'], 'invalid', undefined],
    ['date', '2003-05-09-05:00', [], 'value', '2003-05-09'],
    ['date', '2024-02-30', [], 'invalid', undefined],
    ['date', '', [], 'absent', undefined],
    ['boolean', '1', [], 'value', 'true'],
    ['boolean', 'true', [], 'value', 'true'],
    ['boolean', '0', [], 'value', 'false'],
    ['boolean', ' false ', [], 'value', 'false'],
    ['boolean', 'TRUE', [], 'invalid', undefined],
    ['boolean', '', [], 'absent', undefined],
    ['cik', '42', [], 'value', '0000000042'],
    ['cik', 'none', [], 'invalid', undefined],
  ])('%s %j with %j: %s', (type, written, footnotes, kind, value) => {
    const field = reported(type, written, { footnotes })
    expect(field.kind).toBe(kind)
    expect(field.value === undefined ? undefined : String(field.value)).toBe(value)
    expect([field.written, field.footnotes, field.present]).toEqual([written, footnotes, true])
  })
})

test('zero and false are values, not absent', () => {
  expect(reported('decimal', '0').value?.isZero).toBe(true)
  expect(reported('boolean', '0').value).toBe(false)
})

test.each<ValueType>(['text', 'decimal', 'date', 'boolean', 'cik'])(
  'an absent %s is one object that nobody can fill',
  (type) => {
    const field = absent(type)
    expect(field).toBe(absent(type))
    expect([field.kind, field.value, field.written, field.present, field.footnotes]).toEqual([
      'absent',
      undefined,
      undefined,
      false,
      [],
    ])
    expect(Object.isFrozen(field)).toBe(true)
    expect(() => (field.footnotes as string[]).push('F1')).toThrow(TypeError)
  },
)

test('the spelling and the layout are kept', () => {
  const field = reported('text', 'A', { spelling: '&#65;', layout: ['\n'] })
  expect([field.spelling, field.layout]).toEqual(['&#65;', ['\n']])
})

test('a value is written in its plainest form', () => {
  const values = [true, false, 'x', Decimal.of(150n, 2), CalendarDate.of(2024, 2, 29) as CalendarDate]
  expect(values.map(canonical)).toEqual(['1', '0', 'x', '1.5', '2024-02-29'])
})
