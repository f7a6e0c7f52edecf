import { describe, expect, it } from 'vitest'
import { day } from '../../facts/dated.ts'
import { eventTreatments } from '../../facts/eventTreatments.ts'
import { transactionCodes } from '../../facts/transactionCodes.ts'
import { formTypeOnForm } from '../../facts/transactionFormTypes.ts'
import type { FormAnswer, NoAnswer } from './answer.ts'
import { formRules } from './formRules.ts'
import type { HomeReport, Insider } from './insider.ts'
import type { ReportableTransaction } from './reportableTransaction.ts'
import { whatForm, whatFormForEvent } from './whatForm.ts'

type Given = Omit<ReportableTransaction, 'date' | 'code'>

const ask = (date: string, code: string, given: Given = {}, insider?: Insider) =>
  whatForm({ date: day(date), code, ...given }, insider)
const answer = (date: string, code: string, given: Given = {}, insider?: Insider) => {
  const found = ask(date, code, given, insider)
  if (!found.decided) throw new Error(`${code} wants ${found.missing[0]?.fact}`)
  return found
}
const wanted = (found: FormAnswer | NoAnswer) => (found.decided ? found.form : found.missing.map(({ fact }) => fact))
const rules = ({ derivation }: FormAnswer) => derivation.map(({ rule }) => rule)
const [A, D] = [{ acquiredDisposed: 'A' }, { acquiredDisposed: 'D' }] as const

describe('a code', () => {
  // Section 2.2, columns Form, V and 16(b), from 2023-02-27 on; the facts that a code does not say are given.
  it.each([
    ['P', {}, '4', 'purchase', 'I:A II:A'],
    ['S', {}, '4', 'sale', 'I:D II:D'],
    ['A', {}, '4', 'exempt', 'I:A II:A'],
    ['A', { exempt: false }, '4', 'purchase', 'I:A II:A'],
    ['D', {}, '4', 'exempt', 'I:D II:D'],
    ['D', { exempt: false }, '4', 'sale', 'I:D II:D'],
    ['F', {}, '4', 'exempt', 'I:D II:D'],
    ['F', { exempt: false }, '4', 'sale', 'I:D II:D'],
    ['I', A, '4', 'exempt', 'I:A II:A'],
    ['I', { ...A, exempt: false }, '4', 'purchase', 'I:A II:A'],
    ['I', { ...D, exempt: false }, '4', 'sale', 'I:D II:D'],
    ['I', { exempt: false }, '4', 'undecided', 'I:? II:?'],
    ['M', {}, '4', 'exempt', 'I:A II:D'],
    ['M', { right: 'put' }, '4', 'exempt', 'I:D II:D'],
    ['C', {}, '4', 'exempt', 'I:A II:D'],
    ['C', { exempt: false }, '4', 'purchase', 'I:A II:D'],
    ['E', { exempt: false }, '4', 'premium', 'II:?'],
    ['E', { exempt: true }, '5', 'exempt', 'II:?'],
    ['H', { right: 'call' }, '4', 'sale', 'II:D'],
    ['H', { right: 'put' }, '4', 'purchase', 'II:D'],
    ['H', {}, '4', 'undecided', 'II:D'],
    ['O', {}, '4', 'purchase', 'I:A II:D'],
    ['X', {}, '4', 'exempt', 'I:A II:D'],
    ['G', D, '4', 'exempt', 'I:D II:D'],
    ['G', A, '5', 'exempt', 'I:A II:A'],
    ['L', { deferral: 'stands' }, '5', 'purchase', 'I:A II:A'],
    ['W', {}, '5', 'exempt', 'I:? II:?'],
    ['W', D, '5', 'exempt', 'I:D II:D'],
    ['Z', A, '5', 'exempt', 'I:A'],
    ['Z', { ...A, exempt: false }, '4', 'purchase', 'I:A'],
    ['J', { ...A, exempt: true }, '5', 'exempt', 'I:A II:A'],
    ['J', { ...D, exempt: false }, '4', 'sale', 'I:D II:D'],
    ['S/K', { derivative: true }, '4', 'sale', 'II:D'],
    ['P/K', { derivative: true }, '4', 'purchase', 'II:A'],
    ['U', {}, '4', 'sale', 'I:D II:D'],
  ] as const)('%s %j is for Form %s, %s, in %s', (code, given, form, section16b, rows) => {
    const found = answer('2024-03-01', code, given)
    expect([found.form, found.section16b, found.voluntaryEarly]).toEqual([form, section16b, form === '5'])
    const shown = found.rows.map(({ table, acquiredDisposed }) => `${table}:${acquiredDisposed ?? '?'}`)
    expect(shown.join(' ')).toBe(rows)
    expect(found.isPair).toBe('MCOX'.includes(code))
    expect(found.derivation.length).toBeGreaterThan(0)
  })

  it.each([...transactionCodes.keys()])('%s is answered or asks for a fact in every year', (code) => {
    for (let year = 1996; year <= 2030; year++) {
      const found = ask(`${year}-03-01`, code)
      if (found.decided) expect(['4', '5']).toContain(found.form)
      else expect(found.missing[0]?.text.length).toBeGreaterThan(10)
    }
  })

  it('is coded as EDGAR takes it', () => {
    for (const [code, given] of [
      ['P', {}],
      ['W', A],
    ] as const) {
      const { coding } = answer('2024-03-01', code, given)
      for (const { form, transactionFormType, timeliness, when } of coding) {
        const row = formTypeOnForm(form, transactionFormType, false)
        expect(timeliness.filter((one) => !row?.timeliness.includes(one))).toEqual([])
        expect(row?.voluntary).toBe(when === 'early')
      }
    }
    const early = answer('2024-03-01', 'W', A).coding.find(({ when }) => when === 'early')
    expect(early).toEqual({ form: '4', transactionFormType: '5', timeliness: ['', 'E'], when: 'early' })
    const late = answer('2024-03-01', 'P').coding.find(({ when }) => when === 'late')
    expect(late).toEqual({ form: '5', transactionFormType: '4', timeliness: ['L'], when: 'late' })
  })

  it('stands in the table of its security, where that is said', () => {
    expect(answer('2024-03-01', 'P', { derivative: true }).rows).toEqual([{ table: 'II', acquiredDisposed: 'A' }])
    expect(answer('2024-03-01', 'P', { derivative: false }).rows).toEqual([{ table: 'I', acquiredDisposed: 'A' }])
    expect(answer('2024-03-01', 'H', { derivative: false }).rows).toEqual([{ table: 'II', acquiredDisposed: 'D' }])
  })

  it('names what it took for granted', () => {
    const assumed = answer('2003-05-07', 'A')
    expect(assumed.assumptions).toEqual([
      {
        option: 'exempt',
        value:
          'true, Rule 16b-3(d): the grant was approved by the board, a committee of non-employee directors or ' +
          'shareholders, or is held six months',
      },
    ])
    expect(rules(assumed)).toEqual(['form.4', 'match.assumedExempt'])
    expect(answer('2003-05-07', 'A', { exempt: true }).assumptions).toEqual([])
    expect(answer('2003-05-07', 'P').assumptions).toEqual([])
  })
})

describe('a code alone does not decide', () => {
  it.each([
    ['G', '2024-03-01', ['acquiredDisposed']],
    ['J', '2024-03-01', ['exempt']],
    ['L', '2024-03-01', ['deferral']],
    ['E', '2024-03-01', ['exempt']],
    ['K', '2024-03-01', ['code']],
    ['V', '2024-03-01', ['code']],
    ['B', '2024-03-01', ['code']],
    ['S/P', '2024-03-01', ['code']],
    ['', '2024-03-01', ['code']],
    ['constructor', '2024-03-01', ['code']],
    // Before gifts came to Form 4 both ways were items of Form 5.
    ['G', '2023-02-27', ['acquiredDisposed']],
    ['G', '2023-02-26', '5'],
  ])('%s of %s: %j', (code, date, fact) => {
    expect(wanted(ask(date, code))).toEqual(fact)
  })

  // Section 2.3.
  it.each(['P', 'A', 'L'])('%s contradicts a disposition', (code) => {
    expect(wanted(ask('2024-03-01', code, D))).toEqual(['acquiredDisposed'])
  })

  it.each(['S', 'D', 'F', 'U', 'H'])('%s contradicts an acquisition', (code) => {
    expect(wanted(ask('2024-03-01', code, A))).toEqual(['acquiredDisposed'])
  })
})

describe('the date decides', () => {
  // Section 2.1, last paragraph.
  it.each(['A', 'D', 'F', 'I'])('%s, where exempt, was an item of Form 5 until 2002-08-28', (code) => {
    const before = answer('2002-08-28', code)
    expect([before.form, before.voluntaryEarly, rules(before)[1]]).toEqual(['5', true, 'form.rule16b3Before'])
    expect(answer('2002-08-28', code, { exempt: false }).form).toBe('4')
    const from = answer('2002-08-29', code)
    expect([from.form, from.voluntaryEarly]).toEqual(['4', false])
  })

  it.each(['M', 'C', 'X', 'O', 'P', 'S', 'U'])('%s was always an item of Form 4', (code) => {
    for (const date of ['1996-08-15', '2002-08-28', '2002-08-29', '2026-03-18']) {
      expect(answer(date, code).form).toBe('4')
    }
  })

  it('gifts given away came to Form 4 on 2023-02-27, gifts received never', () => {
    expect(answer('2023-02-26', 'G', D)).toMatchObject({ form: '5', voluntaryEarly: true })
    expect(rules(answer('2023-02-26', 'G', D))).toContain('form.giftBefore')
    expect(answer('2023-02-27', 'G', D)).toMatchObject({ form: '4', voluntaryEarly: false })
    expect(rules(answer('2023-03-31', 'G', D))).toContain('form.giftTransition')
    expect(rules(answer('2023-04-01', 'G', D))).not.toContain('form.giftTransition')
    expect(answer('2024-03-01', 'G', A)).toMatchObject({ form: '5', voluntaryEarly: true })
  })

  it('a small acquisition whose deferral was lost belongs on Form 4', () => {
    const lost = answer('2025-03-14', 'L', { deferral: day('2025-06-20') })
    expect([lost.form, lost.voluntaryEarly, lost.section16b]).toEqual(['4', false, 'purchase'])
    expect(rules(lost)).toContain('form.deferralLost')
    expect(wanted(ask('2025-03-14', 'L', { deferral: day('2025-03-13') }))).toEqual(['deferral'])
  })
})

describe('after leaving (R1.5.3, the worked example)', () => {
  const gone: Insider = {
    role: 'directorOrOfficer',
    leftOn: day('2025-06-30'),
    whileInOffice: [{ date: day('2025-05-12'), side: 'sale' }],
  }

  it('a purchase is reported less than six months after a sale in office', () => {
    const last = answer('2025-11-10', 'P', {}, gone)
    expect([last.form, rules(last)[0]]).toEqual(['4', 'status.afterExit'])
    expect(answer('2025-10-20', 'P', {}, gone).form).toBe('4')
    expect(answer('2025-11-11', 'P', {}, gone).form).toBe('none')
  })

  it('nothing else is', () => {
    expect(answer('2025-10-20', 'S', {}, gone).form).toBe('none')
    expect(answer('2025-10-20', 'A', {}, gone).form).toBe('none')
    expect(answer('2025-10-20', 'A', { exempt: false }, gone).form).toBe('4')
    expect(answer('2025-10-20', 'E', { exempt: false }, gone).form).toBe('none')
    expect(answer('2025-10-20', 'P', {}, { ...gone, whileInOffice: [] }).form).toBe('none')
  })

  it('what was done in office is asked for, and the last day is in office', () => {
    const { whileInOffice: _, ...unknown } = gone
    expect(wanted(ask('2025-10-20', 'P', {}, unknown))).toEqual(['whileInOffice'])
    expect(wanted(ask('2025-10-20', 'H', {}, gone))).toEqual(['acquiredDisposed'])
    expect(answer('2025-06-30', 'P', {}, unknown).form).toBe('4')
  })
})

describe('before becoming subject (R1.5.2)', () => {
  const listed: Insider = {
    role: 'directorOrOfficer',
    subjectFrom: day('2025-04-01'),
    subjectBecause: 'registration',
    firstForm4: day('2025-05-12'),
  }

  it('there is no look-back for who is appointed', () => {
    const appointed: Insider = { ...listed, subjectBecause: 'appointment' }
    expect(answer('2025-03-31', 'S', {}, appointed).form).toBe('none')
    expect(answer('2025-04-01', 'S', {}, appointed).form).toBe('4')
  })

  it('a transaction goes on the first Form 4, if within six months of what calls for it', () => {
    const back = answer('2025-01-15', 'S', {}, listed)
    expect([back.form, String(back.reportedWith), rules(back)[0]]).toEqual(['4', '2025-05-12', 'status.lookBack'])
    expect(answer('2024-11-13', 'S', {}, listed).form).toBe('4')
    // More than six months before 2025-05-12, though not before 2025-04-01.
    expect(answer('2024-11-12', 'S', {}, listed).form).toBe('none')
    expect(answer('2024-10-01', 'S', {}, listed).form).toBe('none')
  })

  it('asks for what it turns on', () => {
    const { firstForm4: _, ...noTrigger } = listed
    expect(wanted(ask('2025-01-15', 'S', {}, noTrigger))).toEqual(['firstForm4'])
    const { subjectBecause: __, ...noReason } = listed
    expect(wanted(ask('2025-01-15', 'S', {}, noReason))).toEqual(['subjectBecause'])
  })
})

describe('an owner of more than ten percent (R1.5.4)', () => {
  const owner: Insider = { role: 'tenPercentOwner' }

  it('is not subject for the purchase that leads above, and is for the sale that leads below', () => {
    expect(answer('2025-05-12', 'P', {}, { ...owner, overTenPercentBefore: false }).form).toBe('none')
    expect(answer('2025-05-12', 'S', {}, { ...owner, overTenPercentBefore: true }).form).toBe('4')
    expect(answer('2025-05-12', 'S', {}, { ...owner, overTenPercentBefore: false }).form).toBe('none')
    expect(wanted(ask('2025-05-12', 'S', {}, owner))).toEqual(['overTenPercentBefore'])
  })
})

describe('an insider of a foreign private issuer (1.3)', () => {
  const foreign: Insider = { role: 'directorOrOfficer', issuer: 'foreignPrivate' }
  const home: HomeReport = { organizedIn: 'Canada', regulationOf: 'Canada', reports: true, inEnglish: true }

  it('reports from 2026-03-18 on, and is never matched', () => {
    expect(answer('2026-03-17', 'S', {}, foreign).form).toBe('none')
    const from = answer('2026-03-18', 'S', {}, foreign)
    expect([from.form, from.section16b, rules(from)[0]]).toEqual(['4', 'notApplicable', 'status.foreign'])
    expect(answer('2026-03-18', 'A', {}, foreign).section16b).toBe('notApplicable')
  })

  it('does not report for ten percent alone', () => {
    expect(answer('2026-05-04', 'S', {}, { role: 'tenPercentOwner', issuer: 'foreignPrivate' }).form).toBe('none')
  })

  it('looks back only where the issuer newly registers', () => {
    const newly: Insider = {
      ...foreign,
      subjectFrom: day('2026-04-15'),
      subjectBecause: 'registration',
      firstForm4: day('2026-05-04'),
    }
    expect(answer('2026-02-02', 'S', {}, newly)).toMatchObject({ form: '4', section16b: 'notApplicable' })
    expect(answer('2026-02-02', 'S', {}, { ...newly, subjectFrom: day('2026-03-01') }).form).toBe('none')
  })

  it.each([
    ['Canada', '2026-04-01', {}, 'none'],
    ['a qualifying jurisdiction and another one’s rules', '2026-04-01', { regulationOf: 'United Kingdom' }, 'none'],
    ['not required to report at home', '2026-04-01', { reports: false }, '4'],
    ['not in English', '2026-04-01', { inEnglish: false }, '4'],
    ['organized elsewhere', '2026-04-01', { organizedIn: 'Bermuda' }, '4'],
    ['India before the order', '2026-05-19', { organizedIn: 'India', regulationOf: 'India' }, '4'],
    ['India from the order on', '2026-05-20', { organizedIn: 'India', regulationOf: 'India' }, 'none'],
  ] as const)('who reports at home: %s, %s', (_, date, differs, form) => {
    expect(answer(date, 'S', {}, { ...foreign, home: { ...home, ...differs } }).form).toBe(form)
  })
})

describe('an event', () => {
  it.each([...eventTreatments.keys()])('%s is answered with its law', (event) => {
    const found = whatFormForEvent(event) as FormAnswer
    expect(found.form).toBe(eventTreatments.get(event)?.form)
    expect(found.derivation[0]?.law).toBe(eventTreatments.get(event)?.law)
    expect(found.derivation[0]?.text).not.toMatch(/[{}]|\s$/)
  })

  it.each([
    ['becameInsider', '3'],
    ['registration', '3'],
    ['fiscalYearEnd', '5'],
    ['split', 'none'],
    ['additionalRole', 'none'],
    ['leaving', 'none'],
  ])('%s: %s', (event, form) => {
    expect(wanted(whatFormForEvent(event))).toBe(form)
  })

  it('that nobody knows is asked for', () => {
    expect(wanted(whatFormForEvent('constructor'))).toEqual(['event'])
  })
})

it('every sentence says its source', () => {
  for (const { source, says } of Object.values(formRules)) {
    expect(source).toMatch(/^section16-rules\.md /)
    expect(says).toMatch(/[.}]$/)
  }
})
