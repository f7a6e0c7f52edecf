import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edgarCalendar, withDays } from '../../facts/calendar.ts'
import { day } from '../../facts/dated.ts'
import { CalendarDate } from '../../model/calendarDate.ts'
import type { AcceptedAt } from '../../model/submission.ts'
import { form4Deadline } from './form4Deadline.ts'
import { filingDateOf, judgeFiling } from './judgeFiling.ts'
import { lastMomentOf, parseMoment } from './moments.ts'

const moment = (written: string) => parseMoment(written) as AcceptedAt
const shown = (written: string) => {
  const parsed = parseMoment(written)
  return parsed && `${parsed.date.toString()}T${parsed.time}`
}

describe('a moment', () => {
  it.each([
    ['2003-05-09T17:29', '2003-05-09T17:29:00'],
    ['2003-05-09 17:30:01', '2003-05-09T17:30:01'],
    ['2003-05-09T17:29:59.999', '2003-05-09T17:29:59'],
    ['2003-05-09T17:29:00-04:00', '2003-05-09T17:29:00'],
    ['2003-05-09T21:29:00Z', '2003-05-09T17:29:00'],
    ['2003-12-10T03:30Z', '2003-12-09T22:30:00'],
    ['2024-03-10T06:59Z', '2024-03-10T01:59:00'],
    ['2024-03-10T07:00Z', '2024-03-10T03:00:00'],
    ['2024-11-03T05:30Z', '2024-11-03T01:30:00'],
    ['2024-11-03T06:30Z', '2024-11-03T01:30:00'],
    ['2024-11-03T07:00Z', '2024-11-03T02:00:00'],
    ['2024-01-01T02:00+09:00', '2023-12-31T12:00:00'],
  ])('%s is %s in Eastern time', (written, eastern) => {
    expect(shown(written)).toBe(eastern)
  })

  it.each(['2003-05-09', '2003-05-09T24:00', '2003-05-09T17:60', '2003-02-30T10:00', '2003-05-09T17', '', 'noon'])(
    '%j is none',
    (written) => {
      expect(parseMoment(written)).toBeUndefined()
    },
  )

  it('of a due day leads back to itself through its offset', () => {
    fc.assert(
      fc.property(fc.integer({ min: day('1996-01-01').day, max: day('2035-01-01').day }), (number) => {
        const date = new CalendarDate(number)
        expect(String(parseMoment(lastMomentOf(date))?.date)).toBe(String(date))
        expect(new Date(lastMomentOf(date)).getTime()).not.toBeNaN()
      }),
    )
  })
})

describe('EDGAR dates a filing', () => {
  // Section 3.9, the table and notes 2 and 3; section 3.8.
  it.each([
    ['2003-05-09T17:29', '2003-05-09', 'filed.sameDay'],
    ['2003-05-09T17:30', '2003-05-09', 'filed.sameDay'],
    ['2003-05-09T17:30:01', '2003-05-12', 'filed.afterCutoff'],
    ['2003-06-27T20:00', '2003-06-30', 'filed.afterCutoff'],
    ['2003-06-30T20:00', '2003-06-30', 'filed.sameDay'],
    ['2024-03-05T22:00:00', '2024-03-05', 'filed.sameDay'],
    ['2024-03-05T22:00:01', '2024-03-06', 'filed.afterCutoff'],
    ['2024-03-08T23:30', '2024-03-11', 'filed.afterCutoff'],
    ['2024-03-09T12:00', '2024-03-11', 'filed.closed'],
    ['2024-07-04T12:00', '2024-07-05', 'filed.closed'],
    ['2025-12-23T22:01', '2025-12-29', 'filed.afterCutoff'],
    ['2018-12-05T12:00', '2018-12-06', 'filed.closed'],
    // A business day on which EDGAR was shut down, and the evening before it.
    ['2000-11-24T12:00', '2000-11-27', 'filed.closed'],
    ['2000-11-22T18:00', '2000-11-27', 'filed.afterCutoff'],
    ['2008-12-26T12:00', '2008-12-29', 'filed.closed'],
  ])('accepted at %s with %s', (accepted, date, rule) => {
    const found = filingDateOf(moment(accepted))
    expect([String(found.date), found.derivation[0]?.rule]).toEqual([date, rule])
  })

  it('perhaps with the day itself where nobody knows whether it was open', () => {
    expect(String(filingDateOf(moment('2008-12-26T12:00')).perhaps)).toBe('2008-12-26')
    expect(filingDateOf(moment('2008-12-26T22:30')).perhaps).toBeUndefined()
    expect(filingDateOf(moment('2018-12-05T12:00')).perhaps).toBeUndefined()
  })

  it('with a day that is no business day, where a calendar says that EDGAR was open', () => {
    const row = {
      date: day('2024-03-09'),
      kind: 'executiveOrder' as const,
      event: 'invented Saturday service',
      isBusinessDay: false,
      edgarOpen: true,
      confidence: 'verified' as const,
      source: 'invented',
    }
    const calendar = withDays(edgarCalendar, [row])
    expect(String(filingDateOf(moment('2024-03-09T12:00'), calendar).date)).toBe('2024-03-09')
    expect(filingDateOf(moment('2024-03-09T22:01'), calendar).derivation[0]?.rule).toBe('filed.closed')
  })

  it('tells of the month in which its stamps lagged', () => {
    const rules = (accepted: string) => filingDateOf(moment(accepted)).derivation.map(({ rule }) => rule)
    expect(rules('2003-07-15T18:00')).toEqual(['filed.sameDay', 'filed.stampLag'])
    expect(rules('2003-07-15T17:00')).toEqual(['filed.sameDay'])
    expect(rules('2003-08-01T18:00')).toEqual(['filed.sameDay'])
  })
})

describe('a filing', () => {
  // The case of section 3.1.
  it.each([
    ['2003-05-09T17:29', '2003-05-09', false, 0],
    ['2003-05-09T17:31', '2003-05-12', true, 1],
  ])('of the trade of 2003-05-07 accepted at %s is dated %s; late: %s, by %i', (accepted, filed, late, by) => {
    const judged = judgeFiling(form4Deadline(day('2003-05-07')), moment(accepted))
    expect(String(judged.filingDate)).toBe(filed)
    expect(judged).toMatchObject({ late, businessDaysLate: by, otherwise: [] })
  })

  it('may be judged by its filing date alone', () => {
    const deadline = form4Deadline(day('2024-07-01'))
    const judged = ['2024-07-03', '2024-07-05', '2024-07-08'].map((filed) => judgeFiling(deadline, day(filed)))
    expect(judged.map(({ late, businessDaysLate }) => [late, businessDaysLate])).toEqual([
      [false, 0],
      [true, 1],
      [true, 2],
    ])
    expect(judged[2]?.derivation.map(({ text }) => text)).toEqual([
      'Dated 2024-07-08, after 2024-07-03: late by 2 business days.',
    ])
  })

  it('is also judged as if an unverified day were the other way', () => {
    const judged = judgeFiling(form4Deadline(day('2006-12-29')), moment('2007-01-04T10:00'))
    expect(judged).toMatchObject({ late: false, businessDaysLate: 0 })
    expect(judged.otherwise).toMatchObject([{ late: true, businessDaysLate: 1 }])
    // Accepted on the day itself: dated with it if it was a business day.
    const onTheDay = judgeFiling(form4Deadline(day('2006-12-29')), moment('2007-01-02T10:00'))
    expect(onTheDay.otherwise.map(({ filingDate }) => String(filingDate))).toEqual(['2007-01-02', '2007-01-02'])
  })

  it('on time by one second is so in every year', () => {
    fc.assert(
      fc.property(fc.integer({ min: day('2003-01-01').day, max: day('2026-06-01').day }), (number) => {
        const deadline = form4Deadline(new CalendarDate(number))
        const last = moment(deadline.due)
        expect(judgeFiling(deadline, last).late).toBe(false)
        const justAfter = { ...last, time: last.time.replace(/:00$/, ':01') }
        expect(judgeFiling(deadline, justAfter)).toMatchObject({ late: true, businessDaysLate: 1 })
      }),
    )
  })
})
