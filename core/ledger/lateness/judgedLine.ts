import { type Calendar, edgarCalendar } from '../../facts/calendar.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import type { ReportLine } from '../amendments/index.ts'
import {
  type Deadline,
  form4Deadline,
  form5Deadline,
  type JudgedFiling,
  judgeFiling,
  type Notice,
} from '../deadlines/index.ts'
import { type DerivationStep, derivationStep } from '../derivation.ts'
import { type MissingFact, whatForm } from '../whatForm/index.ts'
import { fiscalYearEndAfter, type MonthDay } from './fiscalYear.ts'
import { lateRules } from './lateRules.ts'

/**
 * `early`: an item of Form 5 on a Form 4; `correction`: filed before, and only corrected or repeated here; `notAsked`: a
 * holding, which has no deadline of its own; `unknown`: `why` says what is missing.
 */
export type LateVerdict = 'onTime' | 'late' | 'early' | 'correction' | 'notAsked' | 'unknown'

/** What keeps a line from being judged. */
export type NotJudged =
  | 'filingDateNotKnown'
  | 'transactionDateNotStated'
  | 'eventDateNotStated'
  | 'formNotDecided'
  | 'calendarNotVerified'
  | 'originalNotFound'

export interface LateAnswer {
  readonly verdict: LateVerdict
  readonly why: NotJudged | undefined
  /** By when it was due; `undefined` where it has no day of its own. */
  readonly deadline: Deadline | undefined
  /** How the filing date stands to that day. */
  readonly judged: JudgedFiling | undefined
  /** Facts without which it is not known on which form it belongs. */
  readonly missing: readonly MissingFact[]
  readonly derivation: readonly DerivationStep[]
}

/** One line of a report, and whether it was reported in time. */
export interface JudgedLine extends LateAnswer {
  readonly line: ReportLine
}

export interface LatenessOptions {
  readonly calendar?: Calendar
  /** The end of the issuer's fiscal year; without it the Form 5 that an early item may have missed is not known. */
  readonly fiscalYearEnd?: MonthDay
  /** Doubtful law (R5.2.5 [K?]): whether a corrected line can be late. `notLate` unless said. */
  readonly corrections?: 'notLate' | 'judged'
}

/** Judges a line by its own deadline. Amendments are judged apart. Source: section16-rules.md 3.1 to 3.4, 3.9. */
export function judgeLine(line: ReportLine, options: LatenessOptions): LateAnswer {
  const { report, row } = line
  const form = report.document.documentType.value?.[0]
  if (!row.isTransaction) return row.coding.formType.value === '3' ? omittedHolding() : none('notAsked', [])
  if (report.filedOn === undefined) return { ...unknownFiling(report.key), deadline: deadlineOn4(line, options) }
  const date = row.transactionDate.value
  if (date === undefined) return unknown('transactionDateNotStated', [derivationStep(lateRules, 'dateMissing')])
  return form === '5' ? onForm5(line, report.filedOn, date, options) : onForm4(line, report.filedOn, date, options)
}

/** By when a line of a Form 4 was due, whenever it was filed; `undefined` where it is no item of that form alone. */
function deadlineOn4(line: ReportLine, { calendar }: LatenessOptions): Deadline | undefined {
  const { report, row } = line
  const date = row.transactionDate.value
  if (date === undefined || report.document.documentType.value !== '4' || row.coding.formType.value === '5') {
    return undefined
  }
  const answer = formOf(line, date)
  return answer.decided && answer.form === '4' ? form4Deadline(date, noticeOf(line, date), calendar) : undefined
}

function onForm4(line: ReportLine, filedOn: CalendarDate, date: CalendarDate, options: LatenessOptions): LateAnswer {
  const { row } = line
  if (row.coding.formType.value === '5') return early(filedOn, date, options, derivationStep(lateRules, 'early'))
  const answer = formOf(line, date)
  if (answer.decided && answer.form === '5') {
    const code = row.coding.code.value ?? ''
    return early(filedOn, date, options, derivationStep(lateRules, 'deferrable', { code, date }))
  }
  const deadline = form4Deadline(date, noticeOf(line, date), options.calendar)
  const judged = byDeadline(deadline, filedOn, options)
  if (answer.decided) return judged
  const missing = answer.missing.map(({ fact }) => fact).join(', ')
  const derivation = [...judged.derivation]
  if (judged.verdict !== 'late') {
    return {
      ...judged,
      missing: answer.missing,
      derivation: [...derivation, derivationStep(lateRules, 'eitherWay', { missing })],
    }
  }
  const step = derivationStep(lateRules, 'ifForm4', { missing, due: deadline.dueDate })
  return {
    ...judged,
    verdict: 'unknown',
    why: 'formNotDecided',
    missing: answer.missing,
    derivation: [...derivation, step],
  }
}

function onForm5(line: ReportLine, filedOn: CalendarDate, date: CalendarDate, options: LatenessOptions): LateAnswer {
  const { row, report } = line
  const answer = formOf(line, date)
  const isForm4Item = row.coding.formType.value === '4' || (answer.decided && answer.form === '4')
  if (isForm4Item) {
    const deadline = form4Deadline(date, noticeOf(line, date), options.calendar)
    const judged = byDeadline(deadline, filedOn, options)
    const step = derivationStep(lateRules, 'onForm5', { due: deadline.dueDate })
    return judged.verdict === 'late' ? { ...judged, derivation: [...judged.derivation, step] } : judged
  }
  const isStatedLate = row.timeliness.value === 'L'
  const yearEnd = report.document.periodOfReport.value
  if (isStatedLate) return none('late', [derivationStep(lateRules, 'statedLate')])
  if (yearEnd === undefined) return unknown('eventDateNotStated', [derivationStep(lateRules, 'eventMissing')])
  return byDeadline(form5Deadline(yearEnd, options.calendar), filedOn, options)
}

function formOf({ row }: ReportLine, date: CalendarDate): ReturnType<typeof whatForm> {
  const way = row.amounts.acquiredDisposedCode.value
  return whatForm({
    date,
    code: row.coding.code.value ?? '',
    derivative: row.isDerivative,
    ...(way === 'A' || way === 'D' ? { acquiredDisposed: way } : {}),
  })
}

/** A deemed execution date on the form says that Rule 16a-3(g)(2) or (3) is used, and when the person was told. */
function noticeOf({ row }: ReportLine, date: CalendarDate): Notice | undefined {
  const deemed = row.deemedExecutionDate.value
  if (!deemed || deemed.day <= date.day) return undefined
  return { rule: row.coding.code.value === 'I' ? 'discretionary' : '10b5-1', notified: deemed }
}

/** An item of Form 5 on a Form 4 is early, unless even the Form 5 was due before. */
function early(filedOn: CalendarDate, date: CalendarDate, options: LatenessOptions, step: DerivationStep): LateAnswer {
  const yearEnd = options.fiscalYearEnd && fiscalYearEndAfter(date, options.fiscalYearEnd)
  const deadline = yearEnd && form5Deadline(yearEnd, options.calendar)
  if (!deadline || filedOn.day <= deadline.dueDate.day) return none('early', [step])
  const judged = byDeadline(deadline, filedOn, options)
  const passed = derivationStep(lateRules, 'form5Passed', { due: deadline.dueDate })
  return { ...judged, derivation: [step, passed, ...judged.derivation] }
}

/** Judged by a deadline; where the calendar is in doubt and it matters, open. */
export function byDeadline(
  deadline: Deadline,
  filedOn: CalendarDate,
  { calendar = edgarCalendar }: LatenessOptions,
): LateAnswer {
  const judged = judgeFiling(deadline, filedOn, calendar)
  const derivation = [...deadline.derivation, ...judged.derivation]
  const base = { deadline, judged, missing: [] }
  const other = judged.otherwise.find(({ late }) => late !== judged.late)
  if (!other) return { ...base, verdict: judged.late ? 'late' : 'onTime', why: undefined, derivation }
  const step = derivationStep(lateRules, 'calendarOpen', { assumption: other.assumption.text })
  return { ...base, verdict: 'unknown', why: 'calendarNotVerified', derivation: [...derivation, step] }
}

function omittedHolding(): LateAnswer {
  return none('late', [derivationStep(lateRules, 'omittedHolding')])
}

/** An answer without a deadline of its own. */
export function none(verdict: LateVerdict, derivation: readonly DerivationStep[]): LateAnswer {
  return { verdict, why: undefined, deadline: undefined, judged: undefined, missing: [], derivation }
}

/** An answer that stays open. */
export function unknown(why: NotJudged, derivation: readonly DerivationStep[]): LateAnswer {
  return { ...none('unknown', derivation), why }
}

/** Open for want of a filing date. */
export function unknownFiling(report: string): LateAnswer {
  return unknown('filingDateNotKnown', [derivationStep(lateRules, 'filedUnknown', { report })])
}
