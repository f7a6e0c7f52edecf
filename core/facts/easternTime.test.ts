import { expect, test } from 'vitest'
import { CalendarDate } from '../model/calendarDate.ts'
import { easternOffset } from './easternTime.ts'

// Clock changes as the almanac has them; 02:00 is the moment.
test.each([
  ['2024-03-09', '23:59:59', '-05:00'],
  ['2024-03-10', '01:59:59', '-05:00'],
  ['2024-03-10', '03:00:00', '-04:00'],
  ['2024-11-03', '01:30:00', '-04:00'],
  ['2024-11-03', '02:00:00', '-05:00'],
  ['2026-03-08', '12:00:00', '-04:00'],
  ['2026-11-01', '12:00:00', '-05:00'],
  // Until 2006: first Sunday in April to last Sunday in October.
  ['2006-04-01', '12:00:00', '-05:00'],
  ['2006-04-02', '12:00:00', '-04:00'],
  ['2006-10-28', '12:00:00', '-04:00'],
  ['2006-10-29', '12:00:00', '-05:00'],
  ['2004-10-30', '12:00:00', '-04:00'],
  ['2004-10-31', '12:00:00', '-05:00'],
  ['1996-01-02', '12:00:00', '-05:00'],
])('%s %s is %s', (date, time, offset) => {
  expect(easternOffset(CalendarDate.parse(date) as CalendarDate, time)).toBe(offset)
})

test('noon is meant where no time is given, and no rule is invented', () => {
  expect(easternOffset(CalendarDate.parse('2024-03-10') as CalendarDate)).toBe('-04:00')
  expect(easternOffset(CalendarDate.parse('1986-07-01') as CalendarDate)).toBeUndefined()
})

test('the rules agree with the time zone database', () => {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', timeZoneName: 'longOffset' })
  for (let day = CalendarDate.parse('1993-01-01')!.day; day < CalendarDate.parse('2031-01-01')!.day; day++) {
    // Noon in New York is 16:00 or 17:00 UTC: the same offset by either.
    const moment = new Date(day * 86_400_000 + 16.5 * 3_600_000)
    const zone = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value
    expect(`GMT${easternOffset(new CalendarDate(day))}`).toBe(zone)
  }
})
