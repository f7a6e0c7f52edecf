import { describe, expect, it } from 'vitest'
import { day } from '../../facts/dated.ts'
import type { Insider } from './insider.ts'
import type { ReportableTransaction } from './reportableTransaction.ts'
import { type DeadlineFacts, reportDeadline } from './reportDeadline.ts'

const ask = (
  date: string,
  code: string,
  given: Omit<ReportableTransaction, 'date' | 'code'> = {},
  facts: DeadlineFacts = {},
  insider?: Insider,
) => {
  const found = reportDeadline({ date: day(date), code, ...given }, facts, insider)
  if (!found.decided) return found.missing.map(({ fact }) => fact)
  const { answer, deadline } = found
  return deadline ? `${answer.form} ${deadline.dueDate.toString()}` : answer.form
}
const yearEnd = { fiscalYearEnd: day('2024-12-31') }

describe('a transaction is due', () => {
  it('where its code says', () => {
    expect(ask('2003-05-07', 'A')).toBe('4 2003-05-09')
    expect(ask('2024-03-01', 'G', { acquiredDisposed: 'D' })).toBe('4 2024-03-05')
    expect(ask('2024-03-01', 'G', { acquiredDisposed: 'A' }, yearEnd)).toBe('5 2025-02-14')
    expect(ask('2001-07-20', 'A', {}, { fiscalYearEnd: day('2001-12-31') })).toBe('5 2002-02-14')
    expect(ask('2001-07-20', 'A', { exempt: false })).toBe('4 2001-08-10')
  })

  it('after it is deemed executed', () => {
    const notice = { rule: '10b5-1', notified: day('2026-01-15') } as const
    expect(ask('2026-01-14', 'S', {}, { notice })).toBe('4 2026-01-20')
  })

  it('after the deferral was lost, or with the first Form 4 of who is looked back at', () => {
    expect(ask('2025-03-14', 'L', { deferral: day('2025-08-11') })).toBe('4 2025-08-13')
    const listed: Insider = {
      role: 'directorOrOfficer',
      subjectFrom: day('2025-04-01'),
      subjectBecause: 'registration',
      firstForm4: day('2025-05-12'),
    }
    expect(ask('2025-01-15', 'S', {}, {}, listed)).toBe('4 2025-05-14')
    expect(ask('2025-01-15', 'S', {}, {}, { ...listed, subjectBecause: 'appointment' })).toBe('none')
  })

  it('for a year that holds it', () => {
    const gift = { acquiredDisposed: 'A' } as const
    expect(ask('2024-03-01', 'G', gift)).toEqual(['fiscalYearEnd'])
    expect(ask('2024-03-01', 'G', gift, { fiscalYearEnd: day('2024-02-29') })).toEqual(['fiscalYearEnd'])
    expect(ask('2024-03-01', 'G', gift, { fiscalYearEnd: day('2025-12-31') })).toEqual(['fiscalYearEnd'])
    // A year of 53 weeks, from its first day.
    expect(ask('2024-03-01', 'G', gift, { fiscalYearEnd: day('2025-03-07') })).toBe('5 2025-04-21')
  })
})

describe('a form that is given stands for the facts that lead to it', () => {
  it.each([
    ['J', '4', '4 2024-03-05', 'exempt', 'false'],
    ['J', '5', '5 2025-02-14', 'exempt', 'true'],
    ['E', '4', '4 2024-03-05', 'exempt', 'false'],
    ['G', '4', '4 2024-03-05', 'acquiredDisposed', 'D'],
    ['G', '5', '5 2025-02-14', 'acquiredDisposed', 'A'],
    ['L', '4', '4 2024-03-05', 'deferral', '2024-03-01'],
    ['L', '5', '5 2025-02-14', 'deferral', 'stands'],
    ['Z', '4', '4 2024-03-05', 'exempt', 'false'],
  ] as const)('%s on Form %s: %s, as %s is %s', (code, form, due, option, value) => {
    expect(ask('2024-03-01', code, {}, { ...yearEnd, form })).toBe(due)
    const found = reportDeadline({ date: day('2024-03-01'), code }, { ...yearEnd, form })
    const assumed = found.decided ? found.answer.assumptions.at(-1) : undefined
    expect(assumed).toEqual({ option, value: `${value}, as Form ${form} is asked for` })
  })

  it('but never against what is given or what the code says', () => {
    expect(ask('2024-03-01', 'P', {}, { form: '4' })).toBe('4 2024-03-05')
    expect(ask('2024-03-01', 'P', {}, { form: '5' })).toEqual(['form'])
    expect(ask('2024-03-01', 'W', {}, { ...yearEnd, form: '4' })).toEqual(['form'])
    expect(ask('2024-03-01', 'J', { exempt: true }, { ...yearEnd, form: '4' })).toEqual(['form'])
    expect(ask('2024-03-01', 'G', { acquiredDisposed: 'A' }, { ...yearEnd, form: '4' })).toEqual(['form'])
    expect(ask('2024-03-01', 'K', {}, { form: '4' })).toEqual(['code'])
    expect(ask('2024-03-01', 'P', { acquiredDisposed: 'D' }, { form: '4' })).toEqual(['acquiredDisposed'])
    // What needs no help is left alone: the default of a grant stays.
    const grant = reportDeadline({ date: day('2024-03-01'), code: 'A' }, { form: '4' })
    expect(grant.decided && grant.answer.section16b).toBe('exempt')
  })
})
