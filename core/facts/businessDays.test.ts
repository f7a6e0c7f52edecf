import { describe, expect, it } from 'vitest'
import { addBusinessDays, isBusinessDay, rollForward } from './businessDays.ts'
import { day } from './dated.ts'
import { deemedLimit, form3Due, form4Due, form5Due } from './deadlines.ts'

describe('business days', () => {
  it.each(['2006-04-14', '2009-01-20', '2006-12-26', '2012-10-29', '2014-12-05', '2020-06-19'])('%s is one', (date) => {
    expect(isBusinessDay(day(date))).toBe(true)
  })

  // Observed days that differ from the nominal date, Monday holidays, Thanksgiving, closings.
  it.each(
    `2004-07-05 2004-12-24 2004-12-31 2005-12-26 2006-11-10 2011-12-26 2015-07-03 2021-06-18 2022-06-20 2023-01-02
     2026-07-03 2024-01-15 2024-02-19 2024-05-27 2024-09-02 2024-10-14 2024-11-28 2025-01-09 2018-12-05 2024-06-01
     2024-06-02`.split(/\s+/),
  )('%s is none', (date) => {
    expect(isBusinessDay(day(date))).toBe(false)
  })

  // Section 3.6, point by point.
  it.each([
    ['1 Monday to Friday', '2025-10-08', true],
    ['1 no Saturday', '2025-10-11', false],
    ['1 whatever the operating status of the agency', '2013-10-08', true],
    ['2 a holiday on Saturday: the Friday before', '2010-12-31', false],
    ['2 a holiday on Sunday: the Monday after', '2022-06-20', false],
    ['3 Good Friday is one', '2025-04-18', true],
    ['3 Columbus Day is none', '2025-10-13', false],
    ['3 Veterans Day is none', '2025-11-11', false],
    ['4 Inauguration Day is one', '2005-01-20', true],
    ['4 Inauguration Day is one', '2009-01-20', true],
    ['4 Inauguration Day is one', '2017-01-20', true],
    ['4 Inauguration Day is one', '2021-01-20', true],
    ['4 but for that of Martin Luther King', '2013-01-21', false],
    ['4 but for that of Martin Luther King', '2025-01-20', false],
    ['5 a lapse in appropriations', '2013-10-01', true],
    ['5 a lapse in appropriations', '2019-01-10', true],
    ['5 a lapse in appropriations', '2025-10-01', true],
    ['6 offices closed for snow', '2010-02-10', true],
    ['6 offices closed for snow', '2016-01-25', true],
    ['7 one-off closings', '2018-12-05', false],
  ])('%s: %s, %s', (_, date, expected) => {
    expect(isBusinessDay(day(date))).toBe(expected)
  })

  it('counts from a day that is none', () => {
    expect(String(addBusinessDays(day('2003-05-10'), 1))).toBe('2003-05-12')
    expect(String(addBusinessDays(day('2003-05-10'), 0))).toBe('2003-05-10')
    expect(String(rollForward(day('2003-05-12')))).toBe('2003-05-12')
    expect(String(rollForward(day('2003-05-10')))).toBe('2003-05-12')
  })
})

describe('deadlines', () => {
  it.each([
    ['2003-05-07', '2003-05-09'],
    ['2003-05-22', '2003-05-27'],
    ['2004-06-09', '2004-06-14'],
    ['2006-12-29', '2007-01-04'],
    ['2018-12-03', '2018-12-06'],
    ['2021-06-16', '2021-06-21'],
    ['2021-12-30', '2022-01-04'],
    ['2025-12-22', '2025-12-29'],
    ['2026-07-01', '2026-07-06'],
    // No closings are known before 2003: a day more.
    ['2002-09-03', '2002-09-06'],
  ])('Form 4 of %s is due %s', (executed, due) => {
    expect(String(form4Due(day(executed)))).toBe(due)
  })

  it.each([
    ['2026-01-14', '2026-01-15', '2026-01-20'],
    ['2026-01-14', '2026-01-22', '2026-01-22'],
    ['2026-01-14', '2026-01-13', '2026-01-16'],
    ['2025-12-19', '2026-01-05', '2025-12-31'],
  ])('of %s deemed executed %s by %s', (executed, deemed, due) => {
    expect(String(form4Due(day(executed), day(deemed)))).toBe(due)
  })

  it('caps the deemed date, and counts Forms 3 and 5 in days', () => {
    expect(String(deemedLimit(day('2003-05-07')))).toBe('2003-05-12')
    expect(String(form3Due(day('2021-06-08')))).toBe('2021-06-21')
    expect(String(form3Due(day('2025-12-16')))).toBe('2025-12-29')
    expect(String(form5Due(day('2003-12-31')))).toBe('2004-02-17')
    expect(String(form5Due(day('2025-06-30')))).toBe('2025-08-14')
  })
})
