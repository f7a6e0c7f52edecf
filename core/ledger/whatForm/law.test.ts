import { describe, expect, it } from 'vitest'
import { day } from '../../facts/dated.ts'
import { eventTreatments } from '../../facts/eventTreatments.ts'
import { qualifyingJurisdictions } from '../../facts/foreignIssuers.ts'
import { transactionCodes } from '../../facts/transactionCodes.ts'
import { CalendarDate } from '../../model/calendarDate.ts'
import type { FormAnswer } from './answer.ts'
import type { Insider } from './insider.ts'
import { newInsiderDeadline } from './newInsider.ts'
import type { ReportableTransaction } from './reportableTransaction.ts'
import { type DeadlineFacts, reportDeadline } from './reportDeadline.ts'
import { whatForm, whatFormForEvent } from './whatForm.ts'

/** Sections 1 to 3 of section16-rules.md, point by point, where no other test of this folder quotes them. */

type Given = Omit<ReportableTransaction, 'date' | 'code'>

const answer = (date: string, code: string, given: Given = {}, insider?: Insider) => {
  const found = whatForm({ date: day(date), code, ...given }, insider)
  if (!found.decided) throw new Error(`${code} wants ${found.missing[0]?.fact}`)
  return found
}
const due = (date: string, code: string, given: Given = {}, facts: DeadlineFacts = {}, insider?: Insider) => {
  const found = reportDeadline({ date: day(date), code, ...given }, facts, insider)
  if (!found.decided) throw new Error(`${code} wants ${found.missing[0]?.fact}`)
  return found.deadline ? `${found.answer.form} ${found.deadline.dueDate.toString()}` : found.answer.form
}
const [A, D] = [{ acquiredDisposed: 'A' }, { acquiredDisposed: 'D' }] as const
const director: Insider = { role: 'directorOrOfficer' }

describe('section16-rules.md 1.3: foreign private issuers', () => {
  const foreign: Insider = { ...director, issuer: 'foreignPrivate' }

  it.each([
    ['Canada', '2026-03-05'],
    ['Chile', '2026-03-05'],
    ['European Economic Area', '2026-03-05'],
    ['Republic of Korea', '2026-03-05'],
    ['Switzerland', '2026-03-05'],
    ['United Kingdom', '2026-03-05'],
    ['Australia', '2026-05-20'],
    ['India', '2026-05-20'],
    ['Singapore', '2026-05-20'],
  ])('R1.3.6, the table of orders: %s from %s on', (name, order) => {
    const home = { organizedIn: name, regulationOf: name, reports: true, inEnglish: true }
    const from = day(order)
    const on = (date: CalendarDate) => answer(String(date), 'S', {}, { ...foreign, home }).form
    // The duty itself begins on 2026-03-18.
    const first = from.day < day('2026-03-18').day ? day('2026-03-18') : from
    expect(on(first)).toBe('none')
    if (first === from) expect(on(new CalendarDate(from.day - 1))).toBe('4')
  })

  it('R1.3.6: the table has no other jurisdiction', () => {
    expect(qualifyingJurisdictions).toHaveLength(9)
  })

  it.each([
    ['R1.3.1', '2026-03-17', 'none'],
    ['R1.3.4', '2026-03-17', 'none'],
    ['R1.3.2', '2026-03-18', '4'],
  ])('%s: a sale of %s is for Form %s', (_, date, form) => {
    expect(answer(date, 'S', {}, foreign).form).toBe(form)
  })

  it('2.2 note 9, R1.3.7: the 16(b) column is “not applicable” throughout', () => {
    for (const code of transactionCodes.keys()) {
      const given: Given = { exempt: false, acquiredDisposed: 'SDFUH'.includes(code) ? 'D' : 'A', right: 'call' }
      const found = answer('2026-05-04', code, code === 'L' ? { ...given, deferral: 'stands' } : given, foreign)
      expect([code, found.section16b]).toEqual([code, 'notApplicable'])
    }
  })
})

describe('section16-rules.md 1.5: start, end', () => {
  it.each([
    ['R1.5.1', 'becameInsider', '3'],
    ['R1.5.1', 'registration', '3'],
    ['R1.5.1', 'furtherClass', 'none'],
    ['R1.5.1', 'additionalRole', 'none'],
    ['R1.5.6', 'leaving', 'none'],
    ['R1.5.7', 'death', 'none'],
  ])('%s: %s is for Form %s', (where, event, form) => {
    const found = whatFormForEvent(event) as FormAnswer
    expect(found.form).toBe(form)
    expect(eventTreatments.get(event)?.source).toContain(where)
    if (where === 'R1.5.6') expect(found.derivation[0]?.text).toContain('ticked on a Form 4 or 5 that is filed anyway')
  })

  it.each([
    ['2025-03-09', '4'],
    ['2025-03-10', 'none'],
    ['2026-03-09', 'none'],
    ['2026-03-10', '4'],
  ])('R1.5.5: an executor appointed on 2025-03-10 is exempt for twelve months; %s: %s', (date, form) => {
    const executor: Insider = { ...director, fiduciarySince: day('2025-03-10') }
    const found = answer(date, 'S', {}, executor)
    expect(found.form).toBe(form)
    expect(found.derivation[0]?.rule === 'status.fiduciary').toBe(form === 'none')
  })

  it('R1.5.5: of 29 February, until the last of the next', () => {
    const executor: Insider = { ...director, fiduciarySince: day('2024-02-29') }
    expect([answer('2025-02-27', 'S', {}, executor).form, answer('2025-02-28', 'S', {}, executor).form]).toEqual([
      'none',
      '4',
    ])
  })
})

describe('section16-rules.md 2.1: form selection', () => {
  it.each<[string, string, string, Given]>([
    ['4 (1) every transaction not exempt', '4', 'P S U H O', {}],
    ['4 (1) not exempt, as stated', '4', 'A D F I C Z J E', { exempt: false }],
    ['4 (2) exempt, with the issuer under 16b-3(d), (e), (f)', '4', 'A D F I', { exempt: true }],
    ['4 (3) every exercise or conversion, exempt or not', '4', 'M C X O', {}],
    ['4 (4) dispositions by gift', '4', 'G', D],
    ['4 (5) small acquisitions that lost their deferral', '4', 'L', { deferral: day('2024-03-01') }],
    ['5 (1) other exempt transactions', '5', 'W Z J E', { exempt: true }],
    ['5 (1) gifts received', '5', 'G', A],
    ['5 (2) small acquisitions still deferred', '5', 'L', { deferral: 'stands' }],
  ])('Form %s', (_, form, codes, given) => {
    for (const code of codes.split(' ')) expect([code, answer('2024-03-01', code, given).form]).toEqual([code, form])
  })

  it('4 (6) optionally anything due on Form 5; 5 (3) anything that should have been on an earlier form', () => {
    const coded = (code: string, given: Given) =>
      answer('2024-03-01', code, given).coding.map(
        ({ form, transactionFormType, timeliness, when }) =>
          `${when}: ${form} type ${transactionFormType} ${timeliness.join('|')}`,
      )
    expect(coded('G', A)).toEqual(['onTime: 5 type 5 ', 'early: 4 type 5 |E', 'late: 5 type 5 L'])
    expect(coded('P', {})).toEqual(['onTime: 4 type 4 ', 'late: 5 type 4 L'])
  })

  // Exempt from 16(a) altogether, the row “none”, and section 2.4.
  it.each([
    ['split', 'Rule 16a-9(a)', true],
    ['proRataRights', 'Rule 16a-9(b)', false],
    ['dividendReinvestment', 'Rule 16a-11', true],
    ['domesticRelationsOrder', 'Rule 16a-12', true],
    ['changeOfForm', 'Rule 16a-13', true],
    ['taxConditionedPlan', 'Rule 16b-3(c)', true],
    ['longExpiry', 'Rule 16a-4(d)', true],
  ])('none: %s (%s); the count moves all the same: %s', (event, law, moves) => {
    const found = whatFormForEvent(event) as FormAnswer
    expect([found.form, found.derivation[0]?.law]).toEqual(['none', law])
    expect(found.derivation[0]?.text.includes('the next total includes it, with a footnote')).toBe(moves)
  })

  it.each([
    ['2.5 point 7: option vesting is not a transaction', 'vesting'],
    ['2.10: a pledge or a loan of securities is none', 'pledge'],
  ])('%s', (_, event) => {
    expect((whatFormForEvent(event) as FormAnswer).form).toBe('none')
  })
})

describe('section16-rules.md 2.4: the exemptions', () => {
  it.each([
    ['A', 'Rule 16b-3(d)', {}],
    ['D', 'Rule 16b-3(e)', {}],
    ['F', 'Rule 16b-3(e)', {}],
    ['I', 'Rule 16b-3(f)', A],
    ['G', 'Rule 16b-5', A],
    ['W', 'Rule 16b-5', D],
    ['X', 'Rule 16b-6(b)', {}],
    ['Z', 'Rule 16b-8', A],
  ])('code %s: %s', (code, law, given) => {
    const found = answer('2024-03-01', code, given, director)
    expect(found.section16b).toBe('exempt')
    expect(found.derivation.map((step) => step.law).join()).toContain(law)
  })

  it('16b-3(a): officers and directors only, so that an owner of ten percent is matched', () => {
    const owner: Insider = { role: 'tenPercentOwner', overTenPercentBefore: true }
    for (const [code, side] of [
      ['A', 'purchase'],
      ['D', 'sale'],
      ['F', 'sale'],
    ] as const) {
      const found = answer('2024-03-01', code, {}, owner)
      expect([code, found.form, found.section16b, found.assumptions]).toEqual([code, '4', side, []])
      expect(found.derivation.map(({ rule }) => rule)).toContain('match.officersOnly')
      expect(answer('2024-03-01', code, { exempt: true }, owner).section16b).toBe('exempt')
    }
    expect(answer('2024-03-01', 'I', A, owner).section16b).toBe('purchase')
    expect(answer('2024-03-01', 'M', {}, owner).section16b).toBe('exempt')
    // Not exempt, it was no item of Form 5 before 2002-08-29.
    expect([answer('2002-08-28', 'A', {}, owner).form, answer('2002-08-28', 'A', {}, director).form]).toEqual([
      '4',
      '5',
    ])
  })

  it('16a-6 (16a-10): deferred, and a purchase for 16(b)', () => {
    expect(answer('2024-03-01', 'L', { deferral: 'stands' }).section16b).toBe('purchase')
  })
})

describe('section16-rules.md 3.2, 3.3: which comes first', () => {
  it('3.2: a Form 4 may fall due before the Form 3 (trade on day 1 → due day 3)', () => {
    const event = day('2024-05-15')
    const form3 = newInsiderDeadline({ date: event, because: 'becameInsider' }).deadline!
    const appointed: Insider = { ...director, subjectFrom: event, subjectBecause: 'appointment' }
    // Day 1 is Thursday 2024-05-16; two business days on is Monday.
    expect(due('2024-05-16', 'P', {}, {}, appointed)).toBe('4 2024-05-20')
    expect(String(form3.dueDate)).toBe('2024-05-28')
  })

  it('3.3: who left during the year still owes a Form 5 for the part in office', () => {
    const gone: Insider = { ...director, leftOn: day('2024-06-28') }
    const year = { fiscalYearEnd: day('2024-12-31') }
    expect(due('2024-03-01', 'G', A, year, gone)).toBe('5 2025-02-14')
    expect(due('2024-07-01', 'G', A, year, gone)).toBe('none')
  })
})
