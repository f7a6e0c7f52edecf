import { inForceOn, isInForce } from '../../facts/dated.ts'
import { FOREIGN_INSIDERS_FROM } from '../../facts/deadlines.ts'
import { qualifyingJurisdictions } from '../../facts/foreignIssuers.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import type { DerivationStep } from '../derivation.ts'
import { isInSixMonthsBefore, isWithinSixMonths } from '../shortSwing/window.ts'
import { addMonths } from '../vesting/addMonths.ts'
import { formStep, type Matching, missing, type NoAnswer } from './answer.ts'

/** What is known of the person. What is absent is asked for where the answer turns on it. */
export interface Insider {
  readonly role: 'directorOrOfficer' | 'tenPercentOwner'
  /** Absent: domestic. */
  readonly issuer?: 'domestic' | 'foreignPrivate'
  /** How somebody of a foreign private issuer reports at home. */
  readonly home?: HomeReport
  /** The first day as an insider. Absent: before everything asked. */
  readonly subjectFrom?: CalendarDate
  /** What made the person one: an appointment, or only that the issuer registered. */
  readonly subjectBecause?: 'appointment' | 'registration'
  /** The transaction that called for the first Form 4 after `subjectFrom`. */
  readonly firstForm4?: CalendarDate
  /** The last day as an insider. Absent: still one. */
  readonly leftOn?: CalendarDate
  /** The transactions made in office that are matched under Section 16(b). */
  readonly whileInOffice?: readonly { readonly date: CalendarDate; readonly side: 'purchase' | 'sale' }[]
  /** The appointment as executor, administrator, guardian, receiver or the like, where the person acts as that. Absent: not. */
  readonly fiduciarySince?: CalendarDate
  /** Whether an owner held more than ten percent immediately before the transaction. */
  readonly overTenPercentBefore?: boolean
}

/** Reports under foreign law, by which an exemptive order asks. Jurisdictions as in `qualifyingJurisdictions`. */
export interface HomeReport {
  readonly organizedIn: string
  readonly regulationOf: string
  /** The person is required to report there, and does. */
  readonly reports: boolean
  /** In public and in English within two business days of its posting. */
  readonly inEnglish: boolean
}

/** Whether a transaction is subject to Section 16(a) by who made it, and when. */
export type Standing =
  | { readonly subject: true; readonly steps: readonly DerivationStep[]; readonly reportedWith?: CalendarDate }
  | { readonly subject: false; readonly steps: readonly DerivationStep[] }

/** For so many months an executor and the like is exempt. Source: Rule 16a-2(d); section16-rules.md R1.5.5 [K]. */
const FIDUCIARY_MONTHS = 12

const isSubject = (...steps: DerivationStep[]): Standing => ({ subject: true, steps })
const isNot = (...steps: DerivationStep[]): Standing => ({ subject: false, steps })

/**
 * Whether a person's transaction is subject at all. `matching`: what it is for Section 16(b), which decides after the
 * exit. Source: section16-rules.md R1.3.1 to R1.3.6 and R1.5.2 to R1.5.5.
 */
export function standingOf(date: CalendarDate, matching: Matching, insider: Insider): Standing | NoAnswer {
  const { fiduciarySince: since } = insider
  const until = since && addMonths(since, FIDUCIARY_MONTHS)
  if (since && until && isInForce({ from: since, until }, date))
    return isNot(formStep('status.fiduciary', { since, until }))
  const foreign = insider.issuer === 'foreignPrivate' ? foreignStanding(date, insider) : undefined
  if (foreign?.subject === false) return foreign
  const own = insider.role === 'tenPercentOwner' ? ownerStanding(insider) : officerStanding(date, matching, insider)
  if (!foreign || !('subject' in own) || !own.subject) return own
  return { ...own, steps: [...foreign.steps, ...own.steps] }
}

function foreignStanding(date: CalendarDate, insider: Insider): Standing {
  const from = FOREIGN_INSIDERS_FROM
  if (insider.role === 'tenPercentOwner') return isNot(formStep('status.foreignTenPercent'))
  const isNewlyRegistered =
    insider.subjectBecause === 'registration' && insider.subjectFrom && insider.subjectFrom.day >= from.day
  if (date.day < from.day && !isNewlyRegistered) return isNot(formStep('status.foreignBefore', { from }))
  const regulation = insider.home && homeRegulation(date, insider.home)
  if (!regulation) return isSubject(formStep('status.foreign'))
  const { regulation: name, name: jurisdiction } = regulation
  return isNot(formStep('status.foreignExempt', { regulation: name, jurisdiction, from: regulation.from }))
}

/** The regulation that stands in for Section 16(a); `undefined` where a condition of the orders is not met. */
function homeRegulation(date: CalendarDate, { organizedIn, regulationOf, reports, inEnglish }: HomeReport) {
  const inForce = (jurisdiction: string) =>
    inForceOn(
      qualifyingJurisdictions.filter(({ name }) => name === jurisdiction),
      date,
    )
  return reports && inEnglish && inForce(organizedIn) ? inForce(regulationOf) : undefined
}

function ownerStanding({ overTenPercentBefore }: Insider): Standing | NoAnswer {
  if (overTenPercentBefore === undefined) {
    return missing('overTenPercentBefore', 'whether the owner held more than ten percent immediately before it')
  }
  return overTenPercentBefore ? isSubject(formStep('status.tenPercent')) : isNot(formStep('status.noTenPercent'))
}

function officerStanding(date: CalendarDate, matching: Matching, insider: Insider): Standing | NoAnswer {
  const { subjectFrom, leftOn } = insider
  if (subjectFrom && date.day < subjectFrom.day) return lookedBackTo(date, subjectFrom, insider)
  return leftOn && date.day > leftOn.day ? afterExit(date, leftOn, matching, insider) : isSubject()
}

function lookedBackTo(date: CalendarDate, from: CalendarDate, insider: Insider): Standing | NoAnswer {
  const { subjectBecause, firstForm4: trigger } = insider
  if (!subjectBecause) {
    return missing(
      'subjectBecause',
      'whether the person was appointed, or became subject because the issuer registered',
    )
  }
  if (subjectBecause === 'appointment') return isNot(formStep('status.beforeAppointment', { from }))
  const none = (reason: string) => isNot(formStep('status.noLookBack', { from, reason }))
  if (!isInSixMonthsBefore(date, from)) return none('it is not in the six months before')
  if (!trigger) return missing('firstForm4', 'the date of the transaction that calls for the first Form 4')
  if (!isInSixMonthsBefore(date, trigger)) return none('it is not within six months of the one of the first Form 4')
  return { subject: true, steps: [formStep('status.lookBack', { from, trigger })], reportedWith: trigger }
}

function afterExit(date: CalendarDate, left: CalendarDate, matching: Matching, insider: Insider): Standing | NoAnswer {
  if (insider.issuer === 'foreignPrivate' || matching === 'exempt' || matching === 'premium') {
    return isNot(formStep('status.afterExitNone', { left, reason: 'it is not matched under Section 16(b)' }))
  }
  if (!insider.whileInOffice) return missing('whileInOffice', 'the purchases and sales made in office')
  if (matching !== 'purchase' && matching !== 'sale') {
    return missing('acquiredDisposed', 'whether it is a purchase or a sale; of a right, whether it is a call or a put')
  }
  const opposite = matching === 'purchase' ? 'sale' : 'purchase'
  const found = insider.whileInOffice.find((one) => one.side === opposite && isWithinSixMonths(one.date, date))
  if (found) return isSubject(formStep('status.afterExit', { left, opposite, date: found.date }))
  const reason = `no ${opposite} in office less than six months before it`
  return isNot(formStep('status.afterExitNone', { left, reason }))
}
