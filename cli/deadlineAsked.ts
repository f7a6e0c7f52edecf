import { CALENDAR_FIRST } from '@section16/core/facts'
import {
  type DeadlineFacts,
  type InsiderEvent,
  type Notice,
  parseMoment,
  type ReportableTransaction,
} from '@section16/core/ledger'
import { type AcceptedAt, CalendarDate } from '@section16/core/model'
import { UsageError } from './usageError.ts'

/** The options of `deadline` that ask; all are texts of the command line. */
export interface DeadlineOptions {
  trade?: string
  code?: string
  acquired?: boolean
  disposed?: boolean
  exempt?: boolean
  notExempt?: boolean
  form?: '3' | '4' | '5'
  rule?: Notice['rule']
  notified?: string
  deferralLost?: string
  fiscalYearEnd?: string
  becameInsider?: string
  registered?: string
  foreign?: boolean
  filed?: string
}

/** What is asked. */
export type Asked =
  | { readonly kind: 'transaction'; readonly transaction: ReportableTransaction; readonly facts: DeadlineFacts }
  | { readonly kind: 'form3'; readonly event: InsiderEvent }
  | { readonly kind: 'form5'; readonly fiscalYearEnd: CalendarDate }

/** The question that the options ask. Throws a `UsageError` where they ask none, or two. */
export function asked(options: DeadlineOptions): Asked {
  const { trade, form, becameInsider, registered, fiscalYearEnd } = options
  if (trade !== undefined && (becameInsider ?? registered) !== undefined) {
    throw new UsageError('ask for a transaction (--trade) or for a new insider, not for both')
  }
  if (trade !== undefined) return askedOfTrade(options, trade)
  const event = becameInsider ?? registered
  if (event !== undefined) {
    const because = becameInsider === undefined ? 'registration' : 'becameInsider'
    const name = becameInsider === undefined ? '--registered' : '--became-insider'
    const issuer = options.foreign ? 'foreignPrivate' : 'domestic'
    return { kind: 'form3', event: { date: dayOf(name, event), because, issuer } }
  }
  if (fiscalYearEnd !== undefined) return { kind: 'form5', fiscalYearEnd: dayOf('--fiscal-year-end', fiscalYearEnd) }
  if (form === '3') throw new UsageError('Form 3 needs the day: --became-insider DATE or --registered DATE')
  if (form === '5') throw new UsageError('Form 5 needs the end of the fiscal year: --fiscal-year-end DATE')
  throw new UsageError('what is missing is the day of the transaction: --trade DATE, with --code C')
}

function askedOfTrade(options: DeadlineOptions, trade: string): Asked {
  const { code, form, acquired, disposed, exempt, notExempt, fiscalYearEnd, deferralLost } = options
  if (code === undefined) throw new UsageError('what is missing is the code of the transaction: --code C')
  if (form === '3') throw new UsageError('a transaction is never reported on Form 3: --form 4 or --form 5')
  const date = dayOf('--trade', trade)
  const notice = noticeOf(options, date)
  return {
    kind: 'transaction',
    transaction: {
      date,
      code,
      ...((acquired ?? disposed) && { acquiredDisposed: acquired ? 'A' : 'D' }),
      ...((exempt ?? notExempt) && { exempt: exempt ?? false }),
      ...(deferralLost !== undefined && { deferral: dayOf('--deferral-lost', deferralLost) }),
    },
    facts: {
      ...(form && { form }),
      ...(notice && { notice }),
      ...(fiscalYearEnd !== undefined && { fiscalYearEnd: dayOf('--fiscal-year-end', fiscalYearEnd) }),
    },
  }
}

function noticeOf({ rule, notified }: DeadlineOptions, trade: CalendarDate): Notice | undefined {
  if (rule === undefined && notified === undefined) return undefined
  if (rule === undefined) throw new UsageError('--notified counts only under a rule: --rule 10b5-1 or discretionary')
  if (notified === undefined) {
    throw new UsageError('what is missing is the day on which the person was told: --notified DATE, or never')
  }
  if (notified === 'never') return { rule, notified: undefined }
  const date = dayOf('--notified', notified)
  if (date.day < trade.day) throw new UsageError('--notified lies before --trade')
  return { rule, notified: date }
}

/** The moment of acceptance, or EDGAR's filing date where a date alone is given. */
export function askedFiling(filed: string): AcceptedAt | CalendarDate {
  const moment = parseMoment(filed) ?? (/^\d{4}-\d\d-\d\d$/.test(filed) ? CalendarDate.parse(filed) : undefined)
  if (moment) return moment
  throw new UsageError(`--filed takes a moment in Eastern time, YYYY-MM-DDTHH:MM, or EDGAR's filing date, not ${filed}`)
}

function dayOf(option: string, written: string): CalendarDate {
  const date = /^\d{4}-\d\d-\d\d$/.test(written) ? CalendarDate.parse(written) : undefined
  if (!date) throw new UsageError(`${option} takes a day, YYYY-MM-DD, not ${written}`)
  if (date.day < CALENDAR_FIRST.day) {
    throw new UsageError(`${option} ${written}: the calendar begins on ${CALENDAR_FIRST.toString()}`)
  }
  return date
}
