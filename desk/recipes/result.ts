import type {
  Calendar,
  CalendarDate,
  Deadline,
  Diagnostic,
  Footnote,
  FormAnswer,
  Insider,
  OwnershipRow,
} from '@section16/core'
import type { Fact, FactSpec, Facts } from './facts.ts'
import type { IssuerPractice } from './issuerPractice.ts'
import type { Line } from './rows.ts'
import type { Positions } from './security.ts'
import type { TradeFill } from './values.ts'

/** An event of one insider, with what is known. */
export interface RecipeInput {
  readonly facts: Facts
  /** What was held immediately before. */
  readonly positions: Positions
  readonly insider: Insider
  readonly issuer: IssuerPractice
  /** Absent: EDGAR's. */
  readonly calendar?: Calendar
}

/** A fact that is needed and not there. */
export interface OpenQuestion {
  readonly name: string
  /** Where the answer belongs: to this event's facts, to what is known of the insider, or to the issuer's practice. */
  readonly of: 'event' | 'insider' | 'issuer'
  readonly spec: FactSpec
}

/** A line of the form. */
export interface RecipeLine {
  /** With the texts of its footnotes, from which a form that has further lines numbers them anew. */
  readonly line: Line
  readonly row: OwnershipRow
  /** The form that carries it. */
  readonly form: '3' | '4' | '5'
  /** How core's ledger found the form; absent for holdings. */
  readonly answer: FormAnswer | undefined
  /** By when; absent for holdings that only go along. */
  readonly deadline: Deadline | undefined
  /** The trades that the line adds up, where a broker made several: the list that is given upon request. */
  readonly fills: readonly TradeFill[] | undefined
  readonly isPlanTrade: boolean
}

/** Something that happened and that is no line: it calls for a form, or no form reports it, with the law for that. */
export interface RecipeEvent {
  readonly answer: FormAnswer
  readonly date: CalendarDate
  /** By when the form is due that it calls for; absent where it calls for none. */
  readonly deadline: Deadline | undefined
}

/** What the event says of the form as a whole. */
export interface FormHeader {
  /** The earliest transaction, or the event of a Form 3; absent where there is neither. */
  readonly periodOfReport: CalendarDate | undefined
  /** The box of Rule 10b5-1(c). */
  readonly aff10b5One: boolean
  /** The exit box. */
  readonly notSubjectToSection16: boolean
}

/**
 * What a recipe makes of an event. While `open` is not empty or a diagnostic refuses, `isComplete` is false, and lines
 * that depend on what is missing are not there.
 */
export interface RecipeResult {
  readonly isComplete: boolean
  /** Table I before Table II, holdings after transactions. Rows are in running order, their totals too. */
  readonly lines: readonly RecipeLine[]
  readonly footnotes: readonly Footnote[]
  readonly header: FormHeader
  readonly events: readonly RecipeEvent[]
  readonly open: readonly OpenQuestion[]
  readonly diagnostics: readonly Diagnostic[]
  /** All positions after what is written: where the next event begins. */
  readonly positions: Positions
  /** The facts on which all this rests. */
  readonly restsOn: Readonly<Record<string, Fact>>
}
