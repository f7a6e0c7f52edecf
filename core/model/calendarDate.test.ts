import { describe, expect, test } from 'vitest'
import { CalendarDate } from './calendarDate.ts'

describe('a date as written', () => {
  test.each([
    ['1970-01-01', 0, '1970-01-01'],
    ['1969-12-31', -1, '1969-12-31'],
    ['2000-02-29', 11016, '2000-02-29'],
    ['2024-02-29', 19782, '2024-02-29'],
    ['2003-05-09-05:00', 12181, '2003-05-09'],
    ['2003-05-09Z', 12181, '2003-05-09'],
    ['2003-05-09T23:59:59', 12181, '2003-05-09'],
    ['2003-05-09T23:59:59.5+01:00', 12181, '2003-05-09'],
    [' 2003-05-09\n', 12181, '2003-05-09'],
    ['0023-04-01', -711037, '0023-04-01'],
    ['0001-01-01', -719162, '0001-01-01'],
    ['9999-12-31', 2932896, '9999-12-31'],
  ])('%j', (written, day, plain) => {
    const date = CalendarDate.parse(written) as CalendarDate
    expect([date.day, String(date)]).toEqual([day, plain])
    expect(JSON.stringify({ date })).toBe(`{"date":"${plain}"}`)
    expect([date.year, date.month, date.dayOfMonth]).toEqual(plain.split('-').map(Number))
  })

  test.each(
    [
      ['2024-02-30', '2023-02-29', '1900-02-29', '2024-04-31', '2024-13-01', '2024-00-10', '2024-01-00', '0000-01-01'],
      ['', ' ', '2024-1-2', '24-01-02', '01/02/2024', '20240102', '2024-01-02x', '2024-01-02 10:00', '2024-01-02-5:00'],
      ['2024/01/02', '-024-01-02', '2024-01-0 ', '+2024-01-02', '２０２４-01-02', '2024-01-02T'],
    ].flat(),
  )('%j is none', (written) => expect(CalendarDate.parse(written)).toBeUndefined())
})

test('every day of four centuries follows the day before, as the calendar of JavaScript has it', () => {
  const utc = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)
  for (let day = -60_000; day < 90_000; day++) {
    const date = new CalendarDate(day)
    expect(String(date)).toBe(utc(day))
    expect(CalendarDate.of(date.year, date.month, date.dayOfMonth)?.day).toBe(day)
  }
})

test('two dates are equal when their day is', () => {
  expect(CalendarDate.parse('2024-02-29')?.equals(CalendarDate.of(2024, 2, 29) as CalendarDate)).toBe(true)
  expect(CalendarDate.parse('2024-02-29')?.equals(CalendarDate.of(2024, 3, 1) as CalendarDate)).toBe(false)
})
