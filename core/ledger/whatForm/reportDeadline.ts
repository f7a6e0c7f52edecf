import { type Calendar, edgarCalendar } from '../../facts/calendar.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import type { Deadline } from '../deadlines/deadline.ts'
import { form4Deadline, lostDeferralDeadline, type Notice } from '../deadlines/form4Deadline.ts'
import { form5Deadline } from '../deadlines/form5Deadline.ts'
import { type FormAnswer, missing, type NoAnswer } from './answer.ts'
import type { Insider } from './insider.ts'
import { lostDeferral, type ReportableTransaction } from './reportableTransaction.ts'
import { whatForm } from './whatForm.ts'

/** What a deadline may turn on beside the transaction. */
export interface DeadlineFacts {
  /** The person did not choose the day: Form 4, Rule 16a-3(g)(2) or (3). */
  readonly notice?: Notice
  /** The end of the issuer's fiscal year in which the transaction falls: Form 5. */
  readonly fiscalYearEnd?: CalendarDate
  /** The form on which somebody says that it belongs, where facts that are not given would say it. */
  readonly form?: '4' | '5'
}

/** Where a transaction is reported, and by when; no deadline where it is reported nowhere. */
export interface ReportDeadline {
  readonly decided: true
  readonly answer: FormAnswer
  readonly deadline: Deadline | undefined
}

/**
 * By when a transaction is reported, on the form on which it belongs. Where facts are missing they are named; a form
 * that is given stands for the facts that lead to it, and the answer names those.
 * Source: section16-rules.md 2.1, 2.2 and 3.
 */
export function reportDeadline(
  transaction: ReportableTransaction,
  facts: DeadlineFacts = {},
  insider?: Insider,
  calendar: Calendar = edgarCalendar,
): ReportDeadline | NoAnswer {
  const asked = facts.form === undefined ? { transaction } : leadingTo(facts.form, transaction, insider)
  if ('decided' in asked) return asked
  const answer = whatForm(asked.transaction, insider)
  if (!answer.decided) return answer
  const told = asked.assumption ? { ...answer, assumptions: [...answer.assumptions, asked.assumption] } : answer
  if (answer.form === 'none') return { decided: true, answer: told, deadline: undefined }
  const deadline =
    answer.form === '5' ? ofForm5(transaction, facts, calendar) : ofForm4(asked.transaction, answer, facts, calendar)
  return 'decided' in deadline ? deadline : { decided: true, answer: told, deadline }
}

interface Asked {
  readonly transaction: ReportableTransaction
  readonly assumption?: { readonly option: string; readonly value: string }
}

/** The transaction with the facts, of those not given, with which it belongs on a form. */
function leadingTo(
  form: '4' | '5',
  transaction: ReportableTransaction,
  insider: Insider | undefined,
): Asked | NoAnswer {
  const usual = whatForm(transaction, insider)
  if (usual.decided && (usual.form === form || usual.form === 'none')) return { transaction }
  if (!usual.decided && ['code', 'event'].includes(usual.missing[0]?.fact ?? '')) return usual
  for (const given of factsThatDecide(transaction.date)) {
    const [[option, value] = ['', '']] = Object.entries(given)
    if (transaction[option as keyof ReportableTransaction] !== undefined) continue
    const assumed = { ...transaction, ...given }
    const answer = whatForm(assumed, insider)
    if (!answer.decided || answer.form !== form) continue
    return { transaction: assumed, assumption: { option, value: `${String(value)}, as Form ${form} is asked for` } }
  }
  if (!usual.decided) return usual
  const early = form === '4' ? '; a Form 4 may carry it early, with V, and nothing is due then' : ''
  return missing('form', `code ${transaction.code} belongs on Form ${usual.form}, not on Form ${form}${early}`)
}

function factsThatDecide(date: CalendarDate): Partial<ReportableTransaction>[] {
  return [
    { exempt: false },
    { exempt: true },
    { acquiredDisposed: 'D' },
    { acquiredDisposed: 'A' },
    { deferral: 'stands' },
    { deferral: date },
  ]
}

function ofForm4(
  transaction: ReportableTransaction,
  { reportedWith }: FormAnswer,
  { notice }: DeadlineFacts,
  calendar: Calendar,
): Deadline {
  const lost = lostDeferral(transaction)
  if (lost) return lostDeferralDeadline(transaction.date, lost, calendar)
  return form4Deadline(reportedWith ?? transaction.date, notice, calendar)
}

function ofForm5(
  { date }: ReportableTransaction,
  { fiscalYearEnd }: DeadlineFacts,
  calendar: Calendar,
): Deadline | NoAnswer {
  if (!fiscalYearEnd) return missing('fiscalYearEnd', 'the end of the issuer’s fiscal year: it belongs on Form 5')
  // A fiscal year has at most 53 weeks.
  if (fiscalYearEnd.day < date.day || fiscalYearEnd.day - date.day > 371) {
    return missing(
      'fiscalYearEnd',
      'the end of the fiscal year in which the transaction falls; the one given is another’s',
    )
  }
  return form5Deadline(fiscalYearEnd, calendar)
}
