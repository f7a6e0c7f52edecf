import type { CalendarDate } from '../../model/calendarDate.ts'
import { type DerivationStep, derivationStep } from '../derivation.ts'
import { type FormRule, formRules } from './formRules.ts'

/** How a transaction counts for Section 16(b). `undecided`: a purchase or a sale, and a fact is missing. */
export type Matching = 'purchase' | 'sale' | 'premium' | 'exempt' | 'notApplicable' | 'undecided'

/** A way to put a row on a form. `V` is form type 5 on a Form 4. */
export interface RowCoding {
  readonly form: '4' | '5'
  readonly transactionFormType: '4' | '5'
  /** The codes of timeliness that go with it; '' is none. */
  readonly timeliness: readonly string[]
  readonly when: 'onTime' | 'early' | 'late'
}

/** Where a row stands, and which way it goes. */
export interface TableRow {
  readonly table: 'I' | 'II'
  /** `undefined` where either may be. */
  readonly acquiredDisposed: 'A' | 'D' | undefined
}

/** What was taken where nobody said. */
export interface FormAssumption {
  readonly option: string
  readonly value: string
}

/** Where something is reported. */
export interface FormAnswer {
  readonly decided: true
  /** `none`: nowhere. */
  readonly form: '3' | '4' | '5' | 'none'
  /** A Form 4 may carry it early, although a Form 5 would do. */
  readonly voluntaryEarly: boolean
  /** Table I is for stock, II for derivatives. Empty where nothing is reported. */
  readonly rows: readonly TableRow[]
  /** All of `rows` are reported, as of an exercise; else the one that fits the security. */
  readonly isPair: boolean
  readonly coding: readonly RowCoding[]
  readonly section16b: Matching
  /** The transaction whose Form 4 takes it along, for one looked back to. */
  readonly reportedWith: CalendarDate | undefined
  readonly assumptions: readonly FormAssumption[]
  readonly derivation: readonly DerivationStep[]
}

/** A fact without which there is no answer. */
export interface MissingFact {
  /** Its name in the question. */
  readonly fact: string
  /** Why it is wanted. */
  readonly text: string
}

/** No answer: facts are missing, or contradict each other. */
export interface NoAnswer {
  readonly decided: false
  readonly missing: readonly MissingFact[]
}

/** A sentence about forms. */
export function formStep(rule: FormRule, data?: Parameters<typeof derivationStep>[2]): DerivationStep {
  return derivationStep(formRules, rule, data)
}

/** An answer that asks for a fact. */
export function missing(fact: string, text: string): NoAnswer {
  return { decided: false, missing: [{ fact, text }] }
}
