import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarOf, edgarCalendar, withDays } from '../../facts/calendar.ts'
import { day } from '../../facts/dated.ts'
import { form3Due, form4Due, form5Due, TWO_DAY_FROM } from '../../facts/deadlines.ts'
import { businessDaysByOtherMeans } from '../../facts/otherCalendar.mts'
import { CalendarDate } from '../../model/calendarDate.ts'
import type { Deadline } from './deadline.ts'
import { deadlineRules } from './deadlineRules.ts'
import { form3Deadline } from './form3Deadline.ts'
import { form4Deadline, lostDeferralDeadline, type Notice } from './form4Deadline.ts'
import { form5Deadline } from './form5Deadline.ts'

const became = (date: string) => form3Deadline({ date: day(date), because: 'becameInsider' })
const others = ({ otherwise }: Deadline) => otherwise.map(({ dueDate }) => String(dueDate))
const rulesOf = ({ derivation }: Deadline) => derivation.map(({ rule }) => rule)

/** Appendix A, `form4Due`, and every row of the table of section 3.1. */
const FORM_4 = {
  '2002-08-29': '2002-09-03',
  '2003-05-07': '2003-05-09',
  '2003-05-09': '2003-05-13',
  '2003-05-10': '2003-05-13',
  '2003-05-22': '2003-05-27',
  '2004-06-09': '2004-06-14',
  '2006-12-29': '2007-01-04',
  '2018-12-03': '2018-12-06',
  '2018-12-21': '2018-12-27',
  '2020-12-23': '2020-12-29',
  '2021-06-16': '2021-06-21',
  '2021-06-17': '2021-06-22',
  '2021-12-22': '2021-12-27',
  '2021-12-30': '2022-01-04',
  '2025-01-07': '2025-01-10',
  '2025-01-08': '2025-01-13',
  '2025-06-20': '2025-06-24',
  '2025-08-11': '2025-08-13',
  '2025-12-22': '2025-12-29',
  '2025-12-23': '2025-12-30',
  '2026-03-18': '2026-03-20',
  '2026-07-01': '2026-07-06',
  '2026-07-02': '2026-07-07',
}

/** Appendix A, `form3Due`, and every row of the table of section 3.2. */
const FORM_3 = {
  '2003-05-07': '2003-05-19',
  '2021-06-08': '2021-06-21',
  '2024-05-15': '2024-05-28',
  '2025-11-17': '2025-11-28',
  '2025-12-16': '2025-12-29',
  '2026-06-24': '2026-07-06',
}

/** Appendix A, `form5Due`, and every row of the table of section 3.3. */
const FORM_5 = {
  '2002-12-31': '2003-02-14',
  '2003-12-31': '2004-02-17',
  '2024-02-29': '2024-04-15',
  '2024-12-31': '2025-02-14',
  '2025-06-30': '2025-08-14',
  '2025-12-31': '2026-02-17',
  '2026-12-31': '2027-02-16',
}

/** Appendix A, `deemed`, and the table of section 3.4: trade, notice, deemed, due. */
const DEEMED = [
  ['2026-01-14', '2026-01-15', '2026-01-15', '2026-01-20'],
  ['2026-01-14', '2026-01-20', '2026-01-20', '2026-01-22'],
  ['2026-01-14', '2026-01-22', '2026-01-20', '2026-01-22'],
  ['2003-05-07', '2003-05-20', '2003-05-12', '2003-05-14'],
  ['2025-12-19', '2026-01-05', '2025-12-29', '2025-12-31'],
] as const

describe('Form 4', () => {
  it.each(Object.entries(FORM_4))('of %s is due on %s (Appendix A)', (trade, due) => {
    expect(String(form4Deadline(day(trade)).dueDate)).toBe(due)
  })

  // Section 3.5; the whole month is one report.
  it.each([
    ['2002-07-01', '2002-08-12'],
    ['2002-07-31', '2002-08-12'],
    ['2002-08-28', '2002-09-10'],
    ['2001-12-14', '2002-01-10'],
  ])('of %s was due on %s, the tenth of the next month or the business day after', (trade, due) => {
    const deadline = form4Deadline(day(trade))
    expect(String(deadline.dueDate)).toBe(due)
    expect(rulesOf(deadline)[0]).toBe('form4.tenthOfNextMonth')
  })

  it.each(DEEMED)('of %s, told on %s, is deemed executed on %s and due on %s (Appendix A)', (...dates) => {
    const [trade, notified, deemed, due] = dates.map(day) as [CalendarDate, CalendarDate, CalendarDate, CalendarDate]
    for (const rule of ['10b5-1', 'discretionary'] as const) {
      const deadline = form4Deadline(trade, { rule, notified })
      expect([String(deadline.deemedExecution), String(deadline.dueDate)]).toEqual([String(deemed), String(due)])
    }
  })

  it('is capped where nobody has told the person yet (3.4, last row)', () => {
    const deadline = form4Deadline(day('2003-05-07'), { rule: '10b5-1', notified: undefined })
    expect([String(deadline.deemedExecution), String(deadline.dueDate)]).toEqual(['2003-05-12', '2003-05-14'])
    expect(deadline.businessDays).toBe(5)
  })

  it('never starts its clock before the trade', () => {
    const early = form4Deadline(day('2026-01-14'), { rule: '10b5-1', notified: day('2026-01-12') })
    expect([String(early.deemedExecution), String(early.dueDate)]).toEqual(['2026-01-14', '2026-01-16'])
  })

  // Section 2.4, the worked example of Rule 16a-6.
  it.each([
    ['2025-06-20', '2025-06-24'],
    ['2025-08-11', '2025-08-13'],
  ])('of small acquisitions whose deferral was lost on %s is due on %s', (lost, due) => {
    const deadline = lostDeferralDeadline(day('2025-03-14'), day(lost))
    expect([String(deadline.dueDate), rulesOf(deadline)[0]]).toEqual([due, 'form4.deferralLost'])
  })

  it('says the last moment with its offset, and the business days', () => {
    const moments = ['2003-05-07', '2003-06-25', '2003-06-26', '2003-12-01', '2026-03-18'].map((trade) => {
      const { due, businessDays } = form4Deadline(day(trade))
      return [due, businessDays]
    })
    expect(moments).toEqual([
      ['2003-05-09T17:30:00-04:00', 2],
      ['2003-06-27T17:30:00-04:00', 2],
      // Section 0, `EFILE_MANDATORY_FROM`.
      ['2003-06-30T22:00:00-04:00', 2],
      ['2003-12-03T22:00:00-05:00', 2],
      ['2026-03-20T22:00:00-04:00', 2],
    ])
  })

  it('explains itself', () => {
    expect(form4Deadline(day('2018-12-03')).derivation.map(({ text }) => text)).toEqual([
      'What is executed on 2002-08-29 or later is reported on Form 4 by the end of the second business day; the day of ' +
        'execution, 2018-12-03, is not counted.',
      'Not counted: 2018-12-05, national day of mourning, George H. W. Bush.',
      'Due on 2018-12-06, by 22:00 Eastern.',
    ])
    const holiday = form4Deadline(day('2003-05-22')).derivation.map(({ text }) => text)
    expect(holiday).toContain('Not counted as weekend: 2003-05-24, 2003-05-25.')
    expect(holiday).toContain('Not counted: 2003-05-26, Memorial Day.')
  })
})

describe('Form 3', () => {
  it.each(Object.entries(FORM_3))('for an event of %s is due on %s (Appendix A)', (event, due) => {
    expect(String(became(event).dueDate)).toBe(due)
  })

  it('is due the day a registration becomes effective (3.2, 2)', () => {
    const effective = form3Deadline({ date: day('2024-05-15'), because: 'registration' })
    expect([effective.due, effective.businessDays]).toEqual(['2024-05-15T22:00:00-04:00', 0])
  })

  // R1.3.3.
  it.each([
    ['in office on 2025-12-18', '2019-03-01', 'becameInsider', '2026-03-18'],
    ['appointed on the day of the law', '2025-12-18', 'becameInsider', '2026-03-18'],
    ['appointed between, ten days before', '2026-03-05', 'becameInsider', '2026-03-18'],
    ['appointed between, later', '2026-03-10', 'becameInsider', '2026-03-20'],
    ['registered between', '2026-02-02', 'registration', '2026-03-18'],
    ['appointed later', '2026-03-18', 'becameInsider', '2026-03-30'],
    ['registered later', '2026-05-04', 'registration', '2026-05-04'],
  ] as const)('of a foreign issuer’s insider %s (%s, %s) is due on %s', (_, date, because, due) => {
    const deadline = form3Deadline({ date: day(date), because, issuer: 'foreignPrivate' })
    expect(String(deadline.dueDate)).toBe(due)
    expect(rulesOf(deadline).includes('form3.foreignFirstDay')).toBe(due === '2026-03-18')
    expect(deadline.due.slice(10)).toBe('T22:00:00-04:00')
  })
})

it('of a foreign issuer’s insider due on 2026-03-18 anyway is due by the usual rule alone', () => {
  const deadline = form3Deadline({ date: day('2026-03-18'), because: 'registration', issuer: 'foreignPrivate' })
  expect([String(deadline.dueDate), rulesOf(deadline)]).toEqual(['2026-03-18', ['form3.registration', 'due', 'relief']])
})

describe('Form 5', () => {
  it.each(Object.entries(FORM_5))('for the year to %s is due on %s (Appendix A)', (yearEnd, due) => {
    expect(String(form5Deadline(day(yearEnd)).dueDate)).toBe(due)
  })
})

describe('relief', () => {
  it('is named where it may excuse missing the deadline, and moves none', () => {
    const sandy = form4Deadline(day('2012-10-26'))
    expect([String(sandy.dueDate), sandy.reliefs.map(({ filedBy }) => String(filedBy))]).toEqual([
      '2012-10-30',
      ['2012-11-21'],
    ])
    expect(rulesOf(sandy)).toContain('relief')
    // R1.3.5.
    const foreign = form3Deadline({ date: day('2025-12-18'), because: 'becameInsider', issuer: 'foreignPrivate' })
    expect(foreign.reliefs.map(({ filedBy }) => String(filedBy))).toEqual(['2026-04-01'])
    expect(form4Deadline(day('2012-11-19')).reliefs).toEqual([])
    expect(form4Deadline(day('2012-11-16')).reliefs).toHaveLength(1)
  })
})

describe('doubt', () => {
  it('gives the other result where an unverified day decides (9.1)', () => {
    const ford = form4Deadline(day('2006-12-29'))
    expect([String(ford.dueDate), ford.confidence, others(ford)]).toEqual(['2007-01-04', 'unverified', ['2007-01-03']])
    expect(ford.otherwise[0]).toMatchObject({ due: '2007-01-03T22:00:00-05:00', businessDays: 2 })
    expect(ford.derivation.at(-1)?.text).toBe(
      'No source was found for 2007-01-02 (national day of mourning, Gerald Ford) being no business day; if it is ' +
        'one, due on 2007-01-03.',
    )
    // The half day may not have counted.
    expect(others(form4Deadline(day('2009-12-22')))).toEqual(['2009-12-28'])
    expect(others(form3Deadline({ date: day('2007-12-14'), because: 'becameInsider' }))).toEqual(['2007-12-24'])
  })

  it('is silent where no such day decides', () => {
    for (const trade of ['2003-05-07', '2018-12-03', '2025-12-22', '2007-12-26', '2007-12-19']) {
      expect([trade, form4Deadline(day(trade)).confidence, others(form4Deadline(day(trade)))]).toEqual([
        trade,
        'verified',
        [],
      ])
    }
  })

  it('is general before 2003, where closings may be missing', () => {
    const early = form4Deadline(day('2002-09-03'))
    expect([String(early.dueDate), early.confidence, others(early)]).toEqual([
      '2002-09-05',
      'unverified',
      ['2002-09-06'],
    ])
    expect(early.otherwise[0]?.assumption.rule).toBe('otherwise.unlisted')
    // Of an evening that no business day is looked at but the last one.
    expect(others(form5Deadline(day('2002-12-31')))).toEqual([])
  })

  it('gives one result for each day that days in doubt lead to', () => {
    const closing = (date: string) => ({
      date: day(date),
      kind: 'executiveOrder' as const,
      event: 'invented',
      isBusinessDay: false,
      edgarOpen: false,
      confidence: 'unverified' as const,
      source: 'invented',
    })
    const calendar = withDays(edgarCalendar, [closing('2024-03-05'), closing('2024-03-06')])
    const deadline = form4Deadline(day('2024-03-04'), undefined, calendar)
    expect([String(deadline.dueDate), others(deadline)]).toEqual(['2024-03-08', ['2024-03-07', '2024-03-06']])
    expect(deadline.otherwise.map(({ assumption }) => assumption.rule)).toEqual([
      'otherwise.isBusinessDay',
      'otherwise.several',
    ])
  })

  it('marks what is computed for days after the list', () => {
    expect(form4Deadline(day('2026-06-26')).confidence).toBe('verified')
    const later = form4Deadline(day('2031-07-02'))
    expect([String(later.dueDate), later.confidence]).toEqual(['2031-07-07', 'computed'])
    expect(rulesOf(later)).toContain('calendar.computed')
  })
})

describe('every deadline', () => {
  const dates = (from: string, to: string) =>
    fc.integer({ min: day(from).day, max: day(to).day }).map((number) => new CalendarDate(number))

  it('is monotone in the trade date, from 2002-08-29 on and before', () => {
    for (const span of [dates('1996-01-01', '2002-08-28'), dates('2002-08-29', '2035-12-31')]) {
      fc.assert(
        fc.property(span, fc.integer({ min: 0, max: 40 }), (trade, gap) => {
          const later = new CalendarDate(trade.day + gap)
          fc.pre(trade.day >= TWO_DAY_FROM.day || later.day < TWO_DAY_FROM.day)
          expect(form4Deadline(later).dueDate.day).toBeGreaterThanOrEqual(form4Deadline(trade).dueDate.day)
        }),
      )
    }
  })

  it('is monotone for Forms 3 and 5, and in the notice', () => {
    const span = dates('1996-01-01', '2035-12-31')
    fc.assert(
      fc.property(span, fc.integer({ min: 0, max: 9 }), (date, gap) => {
        const later = new CalendarDate(date.day + gap)
        expect(form5Deadline(later).dueDate.day).toBeGreaterThanOrEqual(form5Deadline(date).dueDate.day)
        for (const issuer of ['domestic', 'foreignPrivate'] as const) {
          const [one, two] = [date, later].map((event) =>
            form3Deadline({ date: event, because: 'becameInsider', issuer }),
          ) as [Deadline, Deadline]
          expect(two.dueDate.day).toBeGreaterThanOrEqual(one.dueDate.day)
        }
        const told = (notified: CalendarDate): Notice => ({ rule: '10b5-1', notified })
        const soon = form4Deadline(date, told(date)).dueDate
        expect(form4Deadline(date, told(later)).dueDate.day).toBeGreaterThanOrEqual(soon.day)
        expect(form4Deadline(date, told(later)).businessDays).toBeLessThanOrEqual(date.day < TWO_DAY_FROM.day ? 60 : 5)
      }),
    )
  })

  it('is that of a calendar made by other means, for every day from 2003 to 2039', () => {
    const open = businessDaysByOtherMeans()
    const wrong: string[] = []
    let next = 0
    for (let number = day('2003-01-01').day; number < day('2040-01-01').day; number++) {
      const trade = new CalendarDate(number)
      while (open[next]! <= String(trade)) next++
      const due = open[next + 1]
      if (String(form4Deadline(trade).dueDate) !== due) wrong.push(`Form 4 of ${number}: ${due}`)
      const tenth = String(new CalendarDate(number + 10))
      const rolled = open.slice(next, next + 15).find((date) => date >= tenth)
      if (String(became(String(trade)).dueDate) !== rolled) wrong.push(`Form 3 of ${number}: ${rolled}`)
      const fortyFifth = String(new CalendarDate(number + 45))
      const ofYear = open.slice(next, next + 45).find((date) => date >= fortyFifth)
      if (String(form5Deadline(trade).dueDate) !== ofYear) wrong.push(`Form 5 of ${number}: ${ofYear}`)
    }
    expect(wrong).toEqual([])
  })

  it('is what check is told for the years it knows, and never later than that', () => {
    fc.assert(
      fc.property(dates('1996-01-01', '2035-12-31'), (date) => {
        const pairs = [
          [form4Deadline(date).dueDate, form4Due(date)],
          [became(String(date)).dueDate, form3Due(date)],
          [form5Deadline(date).dueDate, form5Due(date)],
        ] as const
        for (const [strict, lenient] of pairs) {
          if (strict.year >= 2003 && strict.year <= 2026) expect(lenient.day).toBe(strict.day)
          else expect(lenient.day).toBeGreaterThan(strict.day)
        }
      }),
    )
  })

  it('does not depend on the order in which a calendar names its days', () => {
    const reversed = calendarOf([...edgarCalendar.specialDays.values()].reverse())
    fc.assert(
      fc.property(dates('1997-01-01', '2026-06-01'), (trade) => {
        const [one, other] = [form4Deadline(trade), form4Deadline(trade, undefined, reversed)]
        expect([...others(one)].sort()).toEqual([...others(other)].sort())
        expect(one.dueDate.equals(other.dueDate)).toBe(true)
      }),
    )
  })
})

it('every sentence says its source', () => {
  for (const { law, says, source } of Object.values(deadlineRules)) {
    expect(source).toMatch(/^section16-rules\.md /)
    expect([law.length > 3, says.endsWith('.')]).toEqual([true, true])
  }
})
