import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CalendarDate } from '../../model/calendarDate.ts'
import { type InventedLine, type InventedReport, invented } from '../inventedReports.mts'
import { fiscalYearEndAfter, item405, judgeReports, parseMonthDay, YEAR_END } from './index.ts'

const day = (written: string) => CalendarDate.parse(written)!

/** The verdict on the first line of a Form 4 unless said. */
function verdict(line: InventedLine, parts: InventedReport = {}, options = {}): string {
  const [judged] = judgeReports([invented({ lines: [line], ...parts })], options)
  const { verdict: one, why, judged: filing } = judged!.lines[0]!
  return [one, why, filing?.late ? filing.businessDaysLate : undefined].filter((part) => part !== undefined).join(' ')
}

describe('section16-rules.md 3.1: filed by the second business day after the trade', () => {
  it.each([
    ['2003-05-07', '2003-05-09', 'onTime'],
    ['2003-05-07', '2003-05-12', 'late 1'],
    ['2018-12-03', '2018-12-06', 'onTime'],
    ['2018-12-03', '2018-12-07', 'late 1'],
    ['2021-06-16', '2021-06-21', 'onTime'],
    ['2025-12-22', '2025-12-29', 'onTime'],
    ['2025-12-22', '2025-12-31', 'late 2'],
    ['2002-07-15', '2002-08-12', 'onTime'],
    ['2002-07-15', '2002-08-13', 'unknown calendarNotVerified 1'],
  ])('executed %s, filed %s: %s', (executed, filed, expected) => {
    expect(verdict([`${executed} S 100 @ 1 -> 900`], { filed })).toBe(expected)
  })

  it('never from a signature date: unknown where the filing date is unknown', () => {
    expect(verdict(['2003-05-07 S 100 @ 1 -> 900'], { filed: null })).toBe('unknown filingDateNotKnown')
    const [judged] = judgeReports([invented({ filed: null, lines: [['2003-05-07 S 100 @ 1 -> 900']] })])
    expect(String(judged!.lines[0]!.deadline?.dueDate)).toBe('2003-05-09')
    expect(judged!.isLate).toBe(false)
  })

  it('3.4: with a deemed execution date the clock starts there, at most three business days later', () => {
    const trade = '2026-01-14 S 100 @ 1 -> 900'
    expect(verdict([trade, { deemed: '2026-01-15' }], { filed: '2026-01-20' })).toBe('onTime')
    expect(verdict([trade, { deemed: '2026-01-22' }], { filed: '2026-01-22' })).toBe('onTime')
    expect(verdict([trade, { deemed: '2026-01-22' }], { filed: '2026-01-23' })).toBe('late 1')
    expect(verdict([trade], { filed: '2026-01-20' })).toBe('late 1')
  })
})

describe('early and deferred items', () => {
  const year = { fiscalYearEnd: YEAR_END }

  it('form type 5 on a Form 4 is early, however long ago, until the Form 5 was due', () => {
    const line: InventedLine = ['2024-01-10 W 100 -> 1100', { formType: '5' }]
    expect(verdict(line, { filed: '2024-12-01' }, year)).toBe('early')
    expect(verdict(line, { filed: '2025-02-14' }, year)).toBe('early')
    expect(verdict(line, { filed: '2025-02-18' }, year)).toBe('late 1')
    expect(verdict(line, { filed: '2025-02-18' })).toBe('early')
  })

  it.each([
    ['2022-06-01 G D 100 -> 900', 'early'],
    ['2023-02-27 G D 100 -> 900', 'late'],
    ['2023-06-01 G A 100 -> 900', 'early'],
    ['2023-06-01 Z A 100 -> 900', 'early'],
  ])('%s, filed months later: %s', (line, expected) => {
    expect(verdict([line], { filed: '2023-12-01' })).toMatch(new RegExp(`^${expected}`))
  })

  it('2.2: a code that does not decide is in time if it is in time for a Form 4, else open', () => {
    expect(verdict(['2024-03-01 J A 100 -> 1100'], { filed: '2024-03-04' })).toBe('onTime')
    expect(verdict(['2024-03-01 J A 100 -> 1100'], { filed: '2024-04-04' })).toMatch(/^unknown formNotDecided/)
  })

  it('2.1: an item of Form 4 on a Form 5 is late; one of Form 5 is not', () => {
    const five = { form: '5', period: '2024-12-31', filed: '2025-02-14' }
    expect(verdict(['2024-03-01 P 100 @ 1 -> 1100', { formType: '4' }], five)).toMatch(/^late/)
    expect(verdict(['2024-03-01 G D 100 -> 1100', { formType: '5' }], five)).toMatch(/^late/)
    expect(verdict(['2024-03-01 G A 100 -> 1100', { formType: '5' }], five)).toBe('onTime')
    expect(verdict(['2023-03-01 G A 100 -> 1100', { formType: '5', timeliness: 'L' }], five)).toBe('late')
    expect(verdict(['2024-03-01 G A 100 -> 1100', { formType: '5' }], { ...five, filed: '2025-02-20' })).toBe('late 3')
  })

  it('a holding has no day of its own, unless it was left out of the Form 3', () => {
    expect(verdict(['-> 100'])).toBe('notAsked')
  })
})

describe('R5.2.5: amendments', () => {
  const original = invented({ filed: '2024-03-04', lines: [['2024-03-01 S 100 @ 14 -> 900']] })
  const judged = (lines: readonly InventedLine[], reports = [original]) => {
    const amendment = invented({
      form: '4/A',
      filed: '2024-05-01',
      original: '2024-03-04',
      period: '2024-03-01',
      lines,
    })
    return judgeReports([...reports, amendment])
      .at(-1)!
      .lines.map((line) => [line.verdict, line.why])
  }

  it('a corrected line is not late, an added one is', () => {
    expect(judged([['2024-03-01 S 110 @ 14 -> 890']])).toEqual([['correction', undefined]])
    expect(judged([['2024-03-01 P 7 @ 13 -> 907']])).toEqual([['late', undefined]])
  })

  it('doubtful, and so an option: a corrected line judged like any other', () => {
    const amendment = invented({
      form: '4/A',
      filed: '2024-05-01',
      original: '2024-03-04',
      period: '2024-03-01',
      lines: [['2024-03-01 S 110 @ 14 -> 890']],
    })
    expect(judgeReports([original, amendment], { corrections: 'judged' }).at(-1)!.lines[0]!.verdict).toBe('late')
  })

  it('where the original is not at hand it stays open', () => {
    expect(judged([['2024-03-01 S 110 @ 14 -> 890']], [])).toEqual([['unknown', 'originalNotFound']])
  })
})

describe('section16-rules.md 3.2: Form 3', () => {
  it.each([
    ['2024-05-15', '2024-05-28', false],
    ['2024-05-15', '2024-05-29', true],
    ['2025-11-17', '2025-11-28', false],
  ])('event %s, filed %s: late %s', (period, filed, late) => {
    const [judged] = judgeReports([invented({ form: '3', period, filed, lines: [['-> 5']] })])
    expect([judged!.isLate, judged!.whole.verdict]).toEqual([late, late ? 'late' : 'onTime'])
  })
})

describe('section16-rules.md 5.3: Item 405', () => {
  const ask = (reports: Parameters<typeof judgeReports>[0], year = 2025, more = {}) =>
    item405(judgeReports(reports), { year, fiscalYearEnd: YEAR_END, ...more })

  it('worked example: three sales on one form, one late report and two late transactions', () => {
    const lines: readonly InventedLine[] = [
      ['2025-03-03 S 1 @ 1 -> 99'],
      ['2025-03-04 S 1 @ 1 -> 98'],
      ['2025-03-10 S 1 @ 1 -> 97'],
    ]
    const judged = judgeReports([invented({ filed: '2025-03-10', lines })])
    expect(judged[0]!.lines.map(({ deadline }) => String(deadline?.dueDate))).toEqual([
      '2025-03-05',
      '2025-03-06',
      '2025-03-12',
    ])
    const { caption, filers } = item405(judged, { year: 2025, fiscalYearEnd: YEAR_END })
    expect(caption).toBe('Delinquent Section 16(a) Reports')
    expect(filers).toMatchObject([{ cik: '0000002001', lateReports: 1, lateTransactions: 2 }])
  })

  it('a late Form 3 is one report and no transaction', () => {
    const late = invented({ form: '3', period: '2025-05-15', filed: '2025-06-30', lines: [['-> 5']] })
    expect(ask([late]).filers).toMatchObject([{ lateReports: 1, lateTransactions: 0, form3NotGiven: false }])
  })

  it('names every filer of a joint report', () => {
    const joint = invented({ owners: ['2001', '2002'], filed: '2025-06-30', lines: [['2025-03-03 S 1 @ 1 -> 99']] })
    expect(ask([joint]).filers.map(({ cik }) => cik)).toEqual(['0000002001', '0000002002'])
  })

  it('by the fiscal year in which it was due; what came late from an earlier year stands apart', () => {
    const late = invented({ filed: '2025-02-03', lines: [['2024-12-02 S 1 @ 1 -> 99']] })
    expect(ask([late], 2024).filers).toMatchObject([{ lateReports: 1 }])
    expect(ask([late], 2025).filers).toMatchObject([{ lateReports: 0, fromPriorYears: [{ lines: [{}] }] }])
    expect(ask([late], 2025, { fiscalYearEnd: parseMonthDay('06-30') }).filers).toMatchObject([{ lateReports: 1 }])
    expect(ask([late], 2026).filers).toEqual([])
  })

  it('the Form 5 for the year belongs to it, though due after it', () => {
    const late = invented({
      form: '5',
      period: '2025-12-31',
      filed: '2026-03-02',
      lines: [['2025-03-01 G A 1 -> 2', { formType: '5' }]],
    })
    expect(ask([late]).filers).toMatchObject([{ lateReports: 1, lateTransactions: 1 }])
  })

  it('the grace of 2003 and 2004: one business day late is not listed', () => {
    const filed = (day1: string, day2: string) => [invented({ filed: day2, lines: [[`${day1} S 1 @ 1 -> 99`]] })]
    expect(ask(filed('2004-03-01', '2004-03-04'), 2004).filers).toEqual([])
    expect(ask(filed('2004-03-01', '2004-03-05'), 2004).filers).toHaveLength(1)
    // Section 0, ITEM405_GRACE_UNTIL: filed up to 2004-06-30.
    expect(ask(filed('2004-06-25', '2004-06-30'), 2004).filers).toEqual([])
    expect(ask(filed('2004-06-28', '2004-07-01'), 2004).filers).toHaveLength(1)
    expect(ask(filed('2003-05-07', '2003-05-12'), 2003).filers).toHaveLength(1)
    expect(ask(filed('2003-05-07', '2003-05-12'), 2003, { graceBefore2003: 'notListed' }).filers).toEqual([])
  })

  it('section 0, ITEM405_NEW_CAPTION_FROM: by the end of the fiscal year, from 2019-05-02', () => {
    const captionOf = (monthDay: string) => ask([], 2019, { fiscalYearEnd: parseMonthDay(monthDay) }).caption
    expect(captionOf('05-01')).toBe('Section 16(a) Beneficial Ownership Reporting Compliance')
    expect(captionOf('05-02')).toBe('Delinquent Section 16(a) Reports')
  })

  it('the caption is left out when there is nothing, and the answer says so', () => {
    const { filers, derivation } = ask([invented({ filed: '2025-03-05', lines: [['2025-03-03 S 1 @ 1 -> 99']] })])
    expect([filers, derivation.at(-1)?.rule]).toEqual([[], 'nothing'])
  })

  it('an issuer of Form 20-F has none: one with a foreign trading symbol is named once', () => {
    const filed = (more: InventedReport = {}) =>
      invented({ filed: '2026-05-11', lines: [['2026-05-04 S 1 @ 1 -> 99']], ...more })
    const foreign = [filed({ foreignSymbol: 'INVT' }), filed({ foreignSymbol: 'INVT', owners: ['2002'] })]
    const found = ask([...foreign, filed({ issuer: '1002' })], 2026)
    expect(found.filers).toHaveLength(2)
    expect(found.mayFile20F).toEqual([{ cik: '0000001001', name: 'Invented Holdings Inc.' }])
    expect(found.derivation.filter((step) => step.rule === 'form20F').map(({ text }) => text)).toEqual([
      'Invented Holdings Inc. (0000001001) may be a foreign private issuer, by its foreign trading symbol: if it files ' +
        'Form 20-F, it has no Item 405.',
    ])
    const inTime = filed({ foreignSymbol: 'INVT', filed: '2026-05-05' })
    expect(ask([inTime, filed({ issuer: '1002' })], 2026).mayFile20F).toEqual([])
  })

  it('what could not be judged is in no count, and named', () => {
    const { filers, notJudged, caption } = ask([invented({ filed: null, lines: [['2018-03-03 S 1 @ 1 -> 99']] })], 2018)
    expect([filers.length, notJudged.length]).toEqual([0, 1])
    expect(caption).toBe('Section 16(a) Beneficial Ownership Reporting Compliance')
  })
})

describe('fiscal years', () => {
  it.each([
    ['12-31', '2024-12-31', '2024-12-31'],
    ['06-30', '2024-07-01', '2025-06-30'],
    ['02-29', '2024-03-01', '2025-02-28'],
    ['02-29', '2023-03-01', '2024-02-29'],
  ])('ending %s: %s lies in the one that ends %s', (end, date, expected) => {
    expect(String(fiscalYearEndAfter(day(date), parseMonthDay(end)!))).toBe(expected)
  })

  it('refuses what is no day of a year', () => {
    expect(['02-30', '13-01', '1-1', ''].map(parseMonthDay)).toEqual([undefined, undefined, undefined, undefined])
  })
})

it('filing earlier never makes a line later', () => {
  const days = fc.integer({ min: day('2004-01-02').day, max: day('2026-01-02').day })
  fc.assert(
    fc.property(days, fc.nat(20), fc.nat(20), (trade, lag, more) => {
      const date = String(new CalendarDate(trade))
      const at = (n: number) => verdict([`${date} S 1 @ 1 -> 9`], { filed: String(new CalendarDate(trade + n)) })
      if (at(lag + more) === 'onTime') expect(at(lag)).toBe('onTime')
    }),
  )
})
