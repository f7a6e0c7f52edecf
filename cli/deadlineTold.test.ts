import { edgarCalendar } from '@section16/core/facts'
import { describe, expect, it } from 'vitest'
import { answered } from './deadlineAnswered.ts'
import type { DeadlineOptions } from './deadlineAsked.ts'
import { deadlineJson, drawDeadline } from './deadlineTold.ts'
import { jsonText } from './json.ts'

const answerOf = (options: DeadlineOptions, calendar = edgarCalendar) => {
  const told = answered(options, calendar)
  if ('missing' in told) throw new Error(`wants ${told.missing[0]?.fact}`)
  return told
}
const json = (options: DeadlineOptions) => JSON.parse(jsonText(deadlineJson(answerOf(options))))
const trade = (date: string, code: string, more: DeadlineOptions = {}) => json({ trade: date, code, ...more })
const drawn = (options: DeadlineOptions, isExplained = false) => drawDeadline(answerOf(options), isExplained)

describe('an answer about a deadline', () => {
  it('is that of the case of 2003-05-07', () => {
    const answer = trade('2003-05-07', 'A')
    expect(answer).toMatchObject({
      trade: '2003-05-07',
      code: 'A',
      form: '4',
      due: '2003-05-09T17:30:00-04:00',
      dueDate: '2003-05-09',
      businessDays: 2,
      confidence: 'verified',
      otherwise: [],
      section16b: 'exempt',
    })
    expect(answer.assumptions[0]).toMatchObject({ option: 'exempt' })
    expect(answer.derivation.map(({ rule }: { rule: string }) => rule)).toEqual([
      'form.4',
      'match.assumedExempt',
      'form4.twoBusinessDays',
      'due',
    ])
    // Nothing was said of a filing, so nothing is said of lateness.
    expect(Object.keys(answer)).not.toContain('late')
  })

  it('judges a filing of it by the minute, in UTC too, or by the filing date', () => {
    const filed = (moment: string) => trade('2003-05-07', 'A', { filed: moment })
    const [onTime, late] = ['2003-05-09T17:29', '2003-05-09T17:31'].map(filed)
    expect(onTime).toMatchObject({ filingDate: '2003-05-09', late: false, businessDaysLate: 0 })
    expect(late).toMatchObject({ filingDate: '2003-05-12', late: true, businessDaysLate: 1 })
    expect(filed('2003-05-09T21:31Z')).toMatchObject({ filed: '2003-05-09T17:31:00', late: true })
    expect(filed('2003-05-12')).toMatchObject({ filed: '2003-05-12', businessDaysLate: 1 })
  })

  it.each([
    ['10b5-1', '2026-01-15', '2026-01-15', '2026-01-20'],
    ['discretionary', '2026-01-22', '2026-01-20', '2026-01-22'],
    ['10b5-1', 'never', '2026-01-20', '2026-01-22'],
  ] as const)('starts the clock of rule %s at the notice of %s: %s, due %s', (rule, notified, deemed, due) => {
    const answer = trade('2026-01-14', 'I', { rule, notified })
    expect([answer.deemedExecutionDate, answer.dueDate]).toEqual([deemed, due])
    expect(drawn({ trade: '2026-01-14', code: 'I', rule, notified })[1]).toContain(`deemed executed on ${deemed}`)
  })

  it('is given for Forms 3 and 5', () => {
    expect(json({ becameInsider: '2024-05-15' })).toMatchObject({ form: '3', dueDate: '2024-05-28', rows: [] })
    expect(json({ registered: '2024-05-15' })).toMatchObject({ registered: '2024-05-15', dueDate: '2024-05-15' })
    expect(json({ becameInsider: '2025-11-03', foreign: true })).toMatchObject({ form: '3', dueDate: '2026-03-18' })
    expect(json({ form: '5', fiscalYearEnd: '2025-12-31' })).toMatchObject({ form: '5', dueDate: '2026-02-17' })
    const gift = { acquired: true, fiscalYearEnd: '2024-12-31' }
    expect(trade('2024-03-01', 'G', gift)).toMatchObject({ form: '5', dueDate: '2025-02-14', voluntaryEarly: true })
    expect(drawn({ trade: '2024-03-01', code: 'G', ...gift })[2]).toBe(
      'Table I (acquired) or Table II (acquired); Section 16(b): exempt; a Form 4 may carry it early, with V',
    )
  })

  it('says that nothing is reported, and why', () => {
    expect(trade('2026-03-17', 'S', { foreign: true })).toMatchObject({ form: 'none', due: null, businessDays: null })
    const [first, second] = drawn({ trade: '2026-03-17', code: 'S', foreign: true })
    expect(first).toBe('Nothing is reported.')
    expect(second).toContain('Before 2026-03-18 insiders of foreign private issuers reported nothing')
    expect(trade('2026-03-18', 'S', { foreign: true })).toMatchObject({ form: '4', section16b: 'notApplicable' })
  })

  it('gives the other result where an unverified day decides, of a filing too', () => {
    const filed = { filed: '2007-01-04T10:00' }
    const answer = trade('2006-12-29', 'S', filed)
    expect(answer).toMatchObject({ dueDate: '2007-01-04', confidence: 'unverified', late: false })
    expect(answer.otherwise).toMatchObject([{ dueDate: '2007-01-03', late: true, businessDaysLate: 1 }])
    const lines = drawn({ trade: '2006-12-29', code: 'S', ...filed })
    expect(lines.filter((line) => line.startsWith('Late otherwise: No source was found for 2007-01-02'))).toHaveLength(
      1,
    )
    expect(trade('2031-07-02', 'S').confidence).toBe('computed')
    expect(drawn({ trade: '2031-07-02', code: 'S' })).toContain('Computed: the list of closings ends before that day.')
  })

  it('gives the other filing date where EDGAR may have been closed', () => {
    const perhaps = trade('2008-12-23', 'S', { filed: '2008-12-26T10:00' })
    expect(perhaps).toMatchObject({ dueDate: '2008-12-29', filingDate: '2008-12-29', late: false })
    expect(perhaps.otherwise).toMatchObject([{ filingDate: '2008-12-26', late: false }])
  })

  it('names relief', () => {
    expect(trade('2012-10-26', 'S').reliefs).toMatchObject([{ name: 'Hurricane Sandy', filedBy: '2012-11-21' }])
    expect(drawn({ trade: '2012-10-26', code: 'S' })).toContain('Relief: Hurricane Sandy, by 2012-11-21.')
  })

  it('tells people why where they ask', () => {
    const lines = drawn({ trade: '2003-05-22', code: 'M' }, true)
    expect(lines).toContain('Table I (acquired) and Table II (disposed of); Section 16(b): exempt')
    expect(lines).toContain('  Not counted: 2003-05-26, Memorial Day. [5 U.S.C. 6103; Rule 0-3(a)]')
    expect(drawn({ trade: '2003-05-22', code: 'M' }).join()).not.toContain('Why:')
  })

  it('takes the fact or the form that a code leaves open', () => {
    const form = (code: string, given: DeadlineOptions) => trade('2024-03-01', code, given).form
    const fiscalYearEnd = '2024-12-31'
    expect(form('J', { notExempt: true })).toBe('4')
    expect(form('J', { form: '4' })).toBe('4')
    expect(form('J', { exempt: true, fiscalYearEnd })).toBe('5')
    expect(form('G', { disposed: true })).toBe('4')
    expect(form('L', { deferralLost: '2024-03-04' })).toBe('4')
    expect(form('L', { form: '5', fiscalYearEnd })).toBe('5')
  })
})
