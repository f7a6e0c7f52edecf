import { expect, test } from 'vitest'
import { eastern, easternMoment } from './easternTime.ts'
import { conditionAt, filingDateOf } from './hours.ts'

const at = (date: string, time: string) => conditionAt(easternMoment(date, time))

test.each([
  ['05:59:59', 'OUTSIDE_OPERATING_HOURS'],
  ['06:00', 'ACCEPTING'],
  ['17:30', 'ACCEPTING'],
  ['17:30:01', 'ACCEPTING_AFTER_HOURS'],
  ['21:59', 'ACCEPTING_AFTER_HOURS'],
  ['22:00', 'ACCEPTING_AFTER_HOURS'],
  ['22:00:01', 'OUTSIDE_OPERATING_HOURS'],
  ['22:01', 'OUTSIDE_OPERATING_HOURS'],
])('on a business day at %s: %s', (time, expected) => {
  expect(at('2026-06-01', time)).toBe(expected)
})

test.each([
  ['a Saturday', '2026-06-06', false],
  ['Thanksgiving', '2026-11-26', false],
  ['Juneteenth', '2026-06-19', false],
  ['Independence Day, observed', '2026-07-03', false],
  ['Good Friday, which the exchanges keep', '2026-04-03', true],
  ['Veterans Day, on which they trade', '2026-11-11', false],
])('%s', (_, date, opens) => {
  expect(at(date, '12:00') === 'ACCEPTING').toBe(opens)
})

test.each([
  ['the Friday before the clock goes forward', '2026-03-06', '2026-03-06T11:00:00Z', '-05:00'],
  ['the Monday after', '2026-03-09', '2026-03-09T10:00:00Z', '-04:00'],
  ['the Friday before it goes back', '2026-10-30', '2026-10-30T10:00:00Z', '-04:00'],
  ['the Monday after that', '2026-11-02', '2026-11-02T11:00:00Z', '-05:00'],
])('EDGAR opens at six by its own wall on %s', (_, date, utc, offset) => {
  const opening = Date.parse(utc)
  expect(easternMoment(date, '06:00')).toBe(opening)
  expect([conditionAt(opening - 1), conditionAt(opening)]).toEqual(['OUTSIDE_OPERATING_HOURS', 'ACCEPTING'])
  expect(eastern(opening).written).toBe(`${date}T06:00:00${offset}`)
})

test('the hour that is skipped is none, the hour that comes twice is the first', () => {
  expect(() => easternMoment('2026-03-08', '02:30')).toThrow(RangeError)
  expect(easternMoment('2026-11-01', '01:30')).toBe(Date.parse('2026-11-01T05:30:00Z'))
  expect(eastern(Date.parse('2026-11-01T06:30:00Z')).written).toBe('2026-11-01T01:30:00-05:00')
})

test('a form received before ten has the date of that day, whatever the day is in Greenwich', () => {
  const evening = easternMoment('2026-06-01', '21:59')
  expect(new Date(evening).toISOString().slice(0, 10)).toBe('2026-06-02')
  expect(filingDateOf(evening)).toBe('2026-06-01')
})

test('a fraction of a second after ten is after ten', () => {
  expect(conditionAt(easternMoment('2026-06-01', '22:00') + 1)).toBe('OUTSIDE_OPERATING_HOURS')
  expect(eastern(easternMoment('2026-06-01', '22:00') + 1).msOfDay).toBe(22 * 3_600_000 + 1)
})
