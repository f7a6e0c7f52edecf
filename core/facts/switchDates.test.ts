import { describe, expect, it } from 'vitest'
import { CalendarDate } from '../model/calendarDate.ts'
import { isBusinessDay } from './businessDays.ts'
import { FOREIGN_INSIDERS_FROM, GIFT_ON_FORM_4_FROM, TWO_DAY_FROM } from './deadlines.ts'
import { officialForms } from './documentTypes.ts'
import { federalHolidayOn } from './federalHolidays.ts'
import { ELECTRONIC_FROM } from './filingHours.ts'
import { formEditions } from './formEditions.ts'
import { FORM_LIMITS } from './formLimits.ts'

/** Section 0 as far as it stands in this folder; the rest where it is used: lateness, whatForm, check's rules. */
describe('section16-rules.md 0: constants and switch dates', () => {
  it.each([
    ['F4_TWO_DAY_FROM', '2002-08-29', TWO_DAY_FROM],
    ['EFILE_MANDATORY_FROM', '2003-06-30', ELECTRONIC_FROM],
    ['GIFT_F4_FROM', '2023-02-27', GIFT_ON_FORM_4_FROM],
    ['FPI_16A_FROM', '2026-03-18', FOREIGN_INSIDERS_FROM],
    ['EFILE_ONLINE_FROM', '2003-05-05', formEditions.find(({ from }) => String(from) === '2003-05-05')?.from],
  ])('%s: %s', (_, date, found) => {
    expect(String(found)).toBe(date)
  })

  it('JUNETEENTH_FROM: 2021-06-18, the first observed, is no business day', () => {
    const juneteenths = Array.from({ length: 366 * 30 }, (_, i) => new CalendarDate(11_323 + i)).filter(
      (date) => federalHolidayOn(date)?.name.startsWith('Juneteenth') === true,
    )
    expect(String(juneteenths[0])).toBe('2021-06-18')
    expect(isBusinessDay(juneteenths[0]!)).toBe(false)
  })

  it.each([
    ['EDGAR_MAX_OWNERS', FORM_LIMITS.reportingOwners.most, 10],
    ['EDGAR_MAX_ROWS', FORM_LIMITS.rowsPerTable.most, 30],
    ['OMB_FORM3', officialForms[3].ombNumber, '3235-0104'],
    ['OMB_FORM4', officialForms[4].ombNumber, '3235-0287'],
    ['OMB_FORM5', officialForms[5].ombNumber, '3235-0362'],
  ])('%s', (_, found, value) => {
    expect(found).toBe(value)
  })
})
