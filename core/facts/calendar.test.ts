import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CalendarDate } from '../model/calendarDate.ts'
import { addBusinessDays, businessDaysBetween, isBusinessDay, rollForward } from './businessDays.ts'
import { calendarDay, calendarOf, edgarCalendar, withDays } from './calendar.ts'
import { day } from './dated.ts'
import { federalHolidayOn, weekdayOf } from './federalHolidays.ts'
import { holidaysMadeOf } from './otherCalendar.mts'
import { type SpecialDay, specialDays } from './specialDays.ts'

/** Four years' observed holidays, written out by hand from wall calendars. */
const WRITTEN_OUT = `
  2004-01-01 2004-01-19 2004-02-16 2004-05-31 2004-07-05 2004-09-06 2004-10-11 2004-11-11 2004-11-25 2004-12-24 2004-12-31
  2010-01-01 2010-01-18 2010-02-15 2010-05-31 2010-07-05 2010-09-06 2010-10-11 2010-11-11 2010-11-25 2010-12-24 2010-12-31
  2021-01-01 2021-01-18 2021-02-15 2021-05-31 2021-06-18 2021-07-05 2021-09-06 2021-10-11 2021-11-11 2021-11-25 2021-12-24
  2021-12-31
  2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03 2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25`
  .trim()
  .split(/\s+/)

/** Section 3.7, observed dates that differ from the nominal date, 2003 to 2026. */
const OBSERVED = `
  2004-07-05 2004-12-24 2004-12-31 2005-12-26 2006-01-02 2006-11-10 2007-11-12 2009-07-03 2010-07-05 2010-12-24
  2010-12-31 2011-12-26 2012-01-02 2012-11-12 2015-07-03 2016-12-26 2017-01-02 2017-11-10 2018-11-12 2020-07-03
  2021-06-18 2021-07-05 2021-12-24 2021-12-31 2022-06-20 2022-12-26 2023-01-02 2023-11-10 2026-07-03`
  .trim()
  .split(/\s+/)

const years = Array.from({ length: 75 }, (_, i) => 1986 + i)
const daysOf = (year: number) => {
  const first = day(`${year}-01-01`).day
  return Array.from({ length: day(`${year + 1}-01-01`).day - first }, (_, i) => new CalendarDate(first + i))
}

describe('federal holidays', () => {
  it.each(years)('of %s are those found by another method', (year) => {
    const nominal = new Set(holidaysMadeOf(year))
    const found = daysOf(year).filter((date) => federalHolidayOn(date) && weekdayOf(date) % 6 !== 0)
    expect(found.map(String)).toEqual([...nominal].filter((date) => weekdayOf(day(date)) % 6 !== 0).sort())
  })

  it.each([2004, 2010, 2021, 2026])('of %s are those of a wall calendar', (year) => {
    const found = daysOf(year).filter((date) => weekdayOf(date) % 6 !== 0 && federalHolidayOn(date))
    expect(found.map(String)).toEqual(WRITTEN_OUT.filter((date) => date.startsWith(`${year}-`)))
  })

  it('are kept beside a weekend on the days of section 3.7, and on no other', () => {
    const fixed = ['-01-01', '-06-19', '-07-04', '-11-11', '-12-25']
    const found = years
      .filter((year) => year >= 2003 && year <= 2026)
      .flatMap(daysOf)
      .filter((date) => weekdayOf(date) % 6 !== 0 && federalHolidayOn(date))
      .filter((date) => 'dayOfMonth' in federalHolidayOn(date)!.falls && !fixed.includes(String(date).slice(4)))
    expect(found.map(String)).toEqual(OBSERVED)
  })

  it('tells which', () => {
    expect(federalHolidayOn(day('2021-12-31'))?.name).toBe('New Year’s Day')
    expect(federalHolidayOn(day('2020-06-19'))).toBeUndefined()
    expect(federalHolidayOn(day('2009-01-20'))).toBeUndefined()
  })
})

describe('special days', () => {
  // Section 3.8, column `BD?`.
  it.each([
    ['2003-12-26', false],
    ['2004-06-11', false],
    ['2006-12-26', true],
    ['2007-01-02', false],
    ['2007-12-24', false],
    ['2008-12-26', false],
    ['2009-01-20', true],
    ['2009-12-24', true],
    ['2011-08-23', true],
    ['2012-10-29', true],
    ['2012-10-30', true],
    ['2012-12-24', false],
    ['2014-12-05', true],
    ['2014-12-26', false],
    ['2015-12-24', true],
    ['2018-12-05', false],
    ['2018-12-24', false],
    ['2019-12-24', false],
    ['2020-12-24', false],
    ['2021-06-18', false],
    ['2024-12-24', false],
    ['2025-01-09', false],
    ['2025-12-24', false],
    ['2025-12-26', false],
  ])('%s is a business day: %s', (date, expected) => {
    expect(isBusinessDay(day(date))).toBe(expected)
  })

  // Section 3.8, column EDGAR, where it is not doubtful (9.1, 2).
  it.each([
    ['2006-12-26', true],
    ['2009-01-20', true],
    ['2009-12-24', true],
    ['2011-08-23', true],
    ['2012-10-29', true],
    ['2012-10-30', true],
    ['2014-12-05', true],
    ['2015-12-24', true],
    ['2018-12-05', false],
    ['2018-12-24', false],
    ['2019-12-24', false],
    ['2020-12-24', false],
    ['2021-06-18', false],
    ['2025-01-09', false],
    ['2025-12-24', false],
    ['2025-12-26', false],
  ])('EDGAR took filings on %s: %s', (date, open) => {
    expect(calendarDay(day(date)).edgarOpen).toBe(open)
  })

  // Section 9.1, 2.
  it.each('2003-12-26 2004-06-11 2007-01-02 2007-12-24 2008-12-26 2012-12-24 2014-12-26 2024-12-24'.split(' '))(
    'whether EDGAR was open on %s is not known',
    (date) => {
      expect(calendarDay(day(date)).edgarOpen).toBeUndefined()
    },
  )

  it('stand once each, in order, on weekdays that are no holidays', () => {
    const dates = specialDays.map(({ date }) => date)
    expect(dates.map(String)).toEqual([...new Set(dates.map(String))].sort())
    expect(dates.filter((date) => weekdayOf(date) % 6 === 0 || federalHolidayOn(date))).toEqual([])
  })
})

describe('a calendar', () => {
  it.each([
    ['1999-03-02', 'weekday', 'unverified'],
    ['1999-07-05', 'federalHoliday', 'computed'],
    ['1999-07-10', 'weekend', 'verified'],
    ['2003-01-02', 'weekday', 'verified'],
    ['2024-07-04', 'federalHoliday', 'verified'],
    ['2026-06-30', 'weekday', 'verified'],
    ['2026-07-01', 'weekday', 'computed'],
    ['2031-07-04', 'federalHoliday', 'computed'],
    ['2007-12-24', 'executiveOrder', 'unverified'],
  ])('says of %s: %s, %s', (date, kind, confidence) => {
    expect(calendarDay(day(date))).toMatchObject({ kind, confidence })
  })

  it('takes further days, also in the place of its own', () => {
    const row = (date: string, isBusinessDay: boolean): SpecialDay => ({
      date: day(date),
      kind: 'executiveOrder',
      event: 'invented',
      isBusinessDay,
      edgarOpen: isBusinessDay,
      confidence: 'verified',
      source: 'invented',
    })
    const calendar = withDays(edgarCalendar, [row('2031-05-05', false), row('2007-12-24', true)])
    expect(isBusinessDay(day('2031-05-05'), calendar)).toBe(false)
    expect(isBusinessDay(day('2007-12-24'), calendar)).toBe(true)
    expect(isBusinessDay(day('2008-12-26'), calendar)).toBe(false)
    expect(isBusinessDay(day('2031-05-05'))).toBe(true)
    expect(String(addBusinessDays(day('2031-05-02'), 1, calendar))).toBe('2031-05-06')
    expect(String(rollForward(day('2031-05-05'), calendar))).toBe('2031-05-06')
    expect(businessDaysBetween(day('2031-05-02'), day('2031-05-07'), calendar)).toBe(2)
    expect(isBusinessDay(day('2025-12-26'), calendarOf([]))).toBe(true)
  })

  it('counts back what it has counted', () => {
    const dates = fc.integer({ min: day('1996-01-01').day, max: day('2035-12-31').day }).map((n) => new CalendarDate(n))
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 12 }), (date, n) => {
        const then = addBusinessDays(date, n)
        expect(businessDaysBetween(date, then)).toBe(n)
        if (n > 0) expect(isBusinessDay(then)).toBe(true)
      }),
    )
  })
})
