import { isInForce } from '../../facts/dated.ts'
import { GIFT_ON_FORM_4_FROM, GIFT_TRANSITION_UNTIL, TWO_DAY_FROM } from '../../facts/deadlines.ts'
import { type EventTreatment, eventTreatments } from '../../facts/eventTreatments.ts'
import { transactionCodes } from '../../facts/transactionCodes.ts'
import { type TransactionTreatment, transactionTreatments } from '../../facts/transactionTreatments.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import type { DerivationStep } from '../derivation.ts'
import { type FormAnswer, formStep, missing, type NoAnswer, type RowCoding, type TableRow } from './answer.ts'
import { type Insider, standingOf } from './insider.ts'
import { type Matched, matchedAs } from './matching.ts'
import { lostDeferral, type ReportableTransaction } from './reportableTransaction.ts'

/**
 * On which form a transaction belongs on its date, in which table, how it is coded there, whether a Form 4 may carry it
 * early, and what it is for Section 16(b). Where the code and the facts given do not decide, the missing ones are named;
 * nothing is guessed, and what is taken for granted stands in `assumptions`. `insider` absent: somebody subject to
 * Section 16 on that day, of a domestic issuer.
 * Source: section16-rules.md 1.3, 1.5, 2.1 to 2.4.
 */
export function whatForm(transaction: ReportableTransaction, insider?: Insider): FormAnswer | NoAnswer {
  const treatment = treatmentOf(transaction.code)
  if ('decided' in treatment) return treatment
  const unclear = unclearFact(treatment, transaction)
  if (unclear) return unclear
  const matched = matchedAs(treatment, transaction, insider)
  const standing = insider ? standingOf(transaction.date, matched.matching, insider) : undefined
  if (standing && 'decided' in standing) return standing
  if (standing?.subject === false) return nothing(standing.steps)
  const answer = decidedForm(treatment, transaction, matched)
  return {
    ...answer,
    reportedWith: standing?.reportedWith,
    derivation: [...(standing?.steps ?? []), ...answer.derivation, ...matched.steps],
  }
}

/** What is filed because of something that is no transaction. Source: section16-rules.md 1.5, 2.1, 2.4. */
export function whatFormForEvent(event: string): FormAnswer | NoAnswer {
  const treatment = eventTreatments.get(event)
  if (!treatment) return missing('event', `one of ${[...eventTreatments.keys()].join(', ')}`)
  return { ...nothing([eventStep(treatment)]), form: treatment.form }
}

function eventStep({ event, law, form, note }: EventTreatment): DerivationStep {
  const said = `${event.charAt(0).toUpperCase()}${event.slice(1)}`
  return formStep('form.event', { event: said, law, note, form: form === 'none' ? 'no form' : `Form ${form}` })
}

/** The answer that nothing is reported. */
export function nothing(derivation: readonly DerivationStep[]): FormAnswer {
  return {
    decided: true,
    form: 'none',
    voluntaryEarly: false,
    rows: [],
    isPair: false,
    coding: [],
    section16b: 'notApplicable',
    reportedWith: undefined,
    assumptions: [],
    derivation,
  }
}

function treatmentOf(code: string): TransactionTreatment | NoAnswer {
  const [leading = '', swap] = code.split('/')
  const found = transactionTreatments.get(leading)
  if (found && (swap === undefined || swap === 'K')) return found
  if (leading === 'K') return missing('code', 'the code before K: an equity swap is S/K or P/K')
  if (leading === 'V') return missing('code', 'the code beside V, which only says that it is reported early')
  return missing('code', `a transaction code, one of ${[...transactionTreatments.keys()].join(', ')}`)
}

/** A fact that the form turns on and that is not given, or contradicts the code. */
function unclearFact(treatment: TransactionTreatment, transaction: ReportableTransaction): NoAnswer | undefined {
  const { code, direction, exempted, condition } = treatment
  const { date, acquiredDisposed, exempt, deferral } = transaction
  if ((direction === 'A' || direction === 'D') && acquiredDisposed && acquiredDisposed !== direction) {
    return missing('acquiredDisposed', `code ${code} is ${direction === 'A' ? 'an acquisition' : 'a disposition'}`)
  }
  if (code === 'G' && !acquiredDisposed && date.day >= GIFT_ON_FORM_4_FROM.day) {
    return missing('acquiredDisposed', 'whether the gift was acquired (Form 5) or disposed of (Form 4)')
  }
  if (code === 'L' && deferral === undefined) {
    return missing(
      'deferral',
      'whether the deferral of Rule 16a-6 stands (Form 5) or on which day it was lost (Form 4)',
    )
  }
  if (lostDeferral(transaction) && lostDeferral(transaction)!.day < date.day) {
    return missing('deferral', 'on which day the deferral was lost; the one given lies before the acquisition')
  }
  return exempted === 'asked' && exempt === undefined ? missing('exempt', `whether ${condition}`) : undefined
}

function decidedForm(
  treatment: TransactionTreatment,
  transaction: ReportableTransaction,
  { isExempt, matching, assumptions }: Matched,
): FormAnswer {
  const { date, acquiredDisposed } = transaction
  const lost = lostDeferral(transaction)
  const found = treatment.forms.find(
    (row) =>
      isInForce(row, date) &&
      (row.direction === undefined || row.direction === acquiredDisposed) &&
      (row.exempt === undefined || row.exempt === isExempt),
  )
  const form = lost ? '4' : found!.form
  return {
    decided: true,
    form,
    voluntaryEarly: form === '5',
    rows: rowsOf(treatment, transaction),
    isPair: treatment.direction === 'pair',
    coding: form === '4' ? ON_FORM_4 : ON_FORM_5,
    section16b: matching,
    reportedWith: undefined,
    assumptions,
    derivation: [formStepOf(treatment, date, form), ...datedSteps(treatment, transaction, form, lost)],
  }
}

function formStepOf({ code }: TransactionTreatment, date: CalendarDate, form: '4' | '5'): DerivationStep {
  const meaning = transactionCodes.get(code)?.meaning ?? ''
  return formStep(form === '4' ? 'form.4' : 'form.5', { code, date, meaning })
}

/** What the date has to do with it. */
function datedSteps(
  { code }: TransactionTreatment,
  { date, acquiredDisposed }: ReportableTransaction,
  form: '4' | '5',
  lost: CalendarDate | undefined,
): DerivationStep[] {
  if (lost) return [formStep('form.deferralLost', { lost })]
  if (form === '5' && 'ADFI'.includes(code)) return [formStep('form.rule16b3Before', { until: TWO_DAY_FROM })]
  if (code !== 'G' || acquiredDisposed !== 'D' || date.day >= GIFT_TRANSITION_UNTIL.day) return []
  if (form === '5') return [formStep('form.giftBefore', { until: GIFT_ON_FORM_4_FROM })]
  return [formStep('form.giftTransition', { from: GIFT_ON_FORM_4_FROM, until: GIFT_TRANSITION_UNTIL })]
}

/** An item of Form 4, and the Form 5 that makes up for it. Source: section16-rules.md 2.2 notes 6 and 7. */
const ON_FORM_4: readonly RowCoding[] = [
  { form: '4', transactionFormType: '4', timeliness: [''], when: 'onTime' },
  { form: '5', transactionFormType: '4', timeliness: ['L'], when: 'late' },
]

/** An item of Form 5: there, on an earlier Form 4 with V, or on the Form 5 of a later year. */
const ON_FORM_5: readonly RowCoding[] = [
  { form: '5', transactionFormType: '5', timeliness: [''], when: 'onTime' },
  { form: '4', transactionFormType: '5', timeliness: ['', 'E'], when: 'early' },
  { form: '5', transactionFormType: '5', timeliness: ['L'], when: 'late' },
]

function rowsOf(treatment: TransactionTreatment, transaction: ReportableTransaction): TableRow[] {
  const { direction, tables } = treatment
  const { derivative, right, acquiredDisposed } = transaction
  if (direction === 'pair') {
    return [
      { table: 'I', acquiredDisposed: right === 'put' ? 'D' : 'A' },
      { table: 'II', acquiredDisposed: 'D' },
    ]
  }
  const way = direction === 'either' ? acquiredDisposed : direction
  const wanted = derivative === undefined ? undefined : derivative ? 'II' : 'I'
  return tables
    .filter((table) => wanted === undefined || tables.length === 1 || table === wanted)
    .map((table) => ({ table, acquiredDisposed: way }))
}
