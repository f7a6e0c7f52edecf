import { CalendarDate, type Notice } from '@section16/core'
import { choice, date, isAnswered, onlyWhen, type Values, type When, yesNo } from './facts.ts'
import type { FormBuilder } from './formBuilder.ts'
import { longDate } from './wording.ts'

/** Whether a plan of Rule 10b5-1(c) stands behind the trades. */
export const planFacts = {
  plan: choice(
    { none: 'No', all: 'Yes, all of them', some: 'Yes, some of them' },
    {
      question: 'Were the trades made under a plan that is intended to satisfy Rule 10b5-1(c)?',
      why: 'The form has a box for it; plan trades and others never share a line.',
      source: 'Form 4, General Instruction 10',
    },
  ),
  ...planTerms(isAnswered('plan', 'all', 'some')),
}

/** What is asked of a plan. `when`: whether there is one. */
export function planTerms(when: When) {
  return {
    planAdopted: onlyWhen(
      when,
      date({
        question: 'On which day was the plan adopted, or last modified?',
        why: 'The day is told in a footnote; the box is only for plans adopted from February 27, 2023 on.',
        source: 'Form 4, General Instruction 10; Release 33-11138',
      }),
    ),
    insiderChoseDay: onlyWhen(
      when,
      yesNo({
        question: 'Did the insider choose the day of the trades?',
        why: 'If the plan’s broker chose it, the two business days begin with the notice, at most three later.',
        source: 'Rule 16a-3(g)(2)',
      }),
    ),
    notified: onlyWhen(
      (given, issuer) => when(given, issuer) && isAnswered('insiderChoseDay', false)(given),
      date({
        question: 'On which day did the broker tell the insider of the trades?',
        why: 'That day is the deemed execution date, at most the third business day after the trade.',
        source: 'Rule 16a-3(g)(2)',
      }),
    ),
  }
}

/** From here on a plan falls under the amended rule, for which the box stands. Source: Release 33-11138. */
const BOX_PLANS_FROM = CalendarDate.of(2023, 2, 27) as CalendarDate

/** A plan of Rule 10b5-1(c), as it concerns a transaction. */
export interface Plan {
  readonly adopted: CalendarDate
  /** Of the broker; absent where the insider chose the day. */
  readonly notified: CalendarDate | undefined
}

/** The plan that answers tell of; `undefined` where there is none. */
export function planOf({ planAdopted, notified }: Values<ReturnType<typeof planTerms>>): Plan | undefined {
  return planAdopted && { adopted: planAdopted, notified }
}

/** Refuses a plan that does not fit the day of a transaction. */
export function checkPlan({ adopted, notified }: Plan, day: CalendarDate, form: FormBuilder): void {
  if (adopted.day > day.day) form.refuse('D122', { adopted: String(adopted), date: String(day) })
  if (notified && notified.day < day.day) form.refuse('D123', { notified: String(notified), date: String(day) })
}

/** The footnote on a transaction under a plan; `what`: `sale`, `purchase`, `gift`. */
export function planNote({ adopted, notified }: Plan, what: string): string {
  const chosen = notified ? ' The reporting person did not select the date of execution.' : ''
  return `This ${what} was effected pursuant to a Rule 10b5-1 trading plan adopted on ${longDate(adopted)}.${chosen}`
}

/** The notice that starts the two business days, where the insider did not choose the day. */
export function noticeOf(plan: Plan | undefined): { readonly notice?: Notice } {
  return plan?.notified ? { notice: { rule: '10b5-1', notified: plan.notified } } : {}
}

/** Whether the box of the form stands for a plan. */
export function isBoxed({ adopted }: Plan): boolean {
  return adopted.day >= BOX_PLANS_FROM.day
}
