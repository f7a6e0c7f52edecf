import { describe, expect, it } from 'vitest'
import { asked, askedFiling, type DeadlineOptions } from './deadlineAsked.ts'
import { UsageError } from './usageError.ts'

describe('a question about a deadline', () => {
  it.each<[string, DeadlineOptions, string]>([
    ['no day', {}, '--trade DATE'],
    ['no code', { trade: '2024-03-01' }, '--code C'],
    ['no notice', { trade: '2024-03-01', code: 'S', rule: '10b5-1' }, '--notified DATE'],
    ['no rule', { trade: '2024-03-01', code: 'S', notified: '2024-03-04' }, '--rule'],
    [
      'a notice before the trade',
      { trade: '2024-03-01', code: 'S', rule: '10b5-1', notified: '2024-02-29' },
      '--notified lies before --trade',
    ],
    ['a day that is none', { trade: '2024-02-30', code: 'S' }, '2024-02-30'],
    ['a moment', { trade: '2024-03-01T10:00', code: 'S' }, 'YYYY-MM-DD'],
    ['a day before EDGAR', { trade: '1995-12-29', code: 'S' }, 'begins on 1996-01-01'],
    ['two questions', { trade: '2024-03-01', code: 'S', registered: '2024-03-01' }, 'not for both'],
    ['Form 3 of a trade', { trade: '2024-03-01', code: 'S', form: '3' }, 'never'],
    ['Form 3 of nothing', { form: '3' }, '--became-insider DATE'],
    ['Form 5 of no year', { form: '5' }, '--fiscal-year-end DATE'],
  ])('makes no sense with %s', (_, options, said) => {
    expect(() => asked(options)).toThrow(UsageError)
    expect(() => asked(options)).toThrow(said)
  })

  it('may be of a transaction, a new insider or a year', () => {
    expect(asked({ trade: '2024-03-01', code: 'G', disposed: true, notExempt: true })).toMatchObject({
      kind: 'transaction',
      transaction: { code: 'G', acquiredDisposed: 'D', exempt: false },
    })
    expect(asked({ trade: '2024-03-01', code: 'P' })).toMatchObject({ transaction: { code: 'P' }, facts: {} })
    expect(asked({ registered: '2024-03-01', foreign: true })).toMatchObject({
      kind: 'form3',
      event: { because: 'registration', issuer: 'foreignPrivate' },
    })
    expect(asked({ fiscalYearEnd: '2024-12-31' }).kind).toBe('form5')
  })

  it('takes a moment or a filing date, and nothing else', () => {
    expect(JSON.stringify(askedFiling('2024-03-05'))).toBe('"2024-03-05"')
    expect(askedFiling('2024-03-05T21:30')).toMatchObject({ time: '21:30:00' })
    for (const wrong of ['noon', '2024-02-30', '2024-03-05T25:00', ' ']) {
      expect(() => askedFiling(wrong)).toThrow('YYYY-MM-DDTHH:MM')
    }
  })
})
