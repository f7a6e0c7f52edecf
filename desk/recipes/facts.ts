import type { CalendarDate, Decimal } from '@section16/core'
import type { IssuerPractice } from './issuerPractice.ts'
import { type Derivative, type HeldPosition, readDerivative, readHolding } from './security.ts'
import {
  type Reader,
  readAmount,
  readChoice,
  readDate,
  readFill,
  readList,
  readShares,
  readText,
  readYesNo,
  type TradeFill,
} from './values.ts'

/** What somebody said of an event, who said it and when. The value is JSON: dates `YYYY-MM-DD`, amounts as text. */
export interface Fact {
  readonly value: unknown
  /** The user's id. */
  readonly by: string
  /** Milliseconds UTC. */
  readonly at: number
}

/** The facts of an event, by the names under which they are asked. */
export type Facts = Readonly<Record<string, Fact>>

export type FactType =
  | 'date'
  | 'shares'
  | 'amount'
  | 'text'
  | 'securityTitle'
  | 'yesNo'
  | 'choice'
  | 'fills'
  | 'derivative'
  | 'holdings'

/** The answers so far, read; what is not answered or not asked is absent. */
export type Given = Readonly<Record<string, unknown>>

export interface FactOption {
  readonly value: string
  readonly label: string
}

/** How a fact is asked. */
export interface Asked {
  readonly question: string
  /** What the law makes of the answer. */
  readonly why: string
  /** On whose word. */
  readonly source: string
}

/** Whether a fact is asked, given the answers before it and the issuer's practice. */
export type When = (given: Given, issuer: IssuerPractice) => boolean

/** A fact that a recipe asks. */
export interface FactSpec<T = unknown> extends Asked {
  readonly type: FactType
  /** Of a choice. */
  readonly options?: readonly FactOption[]
  /** Whether it is asked, given the other answers. Absent: always. */
  readonly when?: When
  readonly read: Reader<T>
}

export type FactSpecs = Readonly<Record<string, FactSpec>>

/** A fact that is asked only where other answers call for it. */
type Conditional<T> = FactSpec<T> & { readonly when: When }

/** The values of facts: those asked on a condition may be absent. */
export type Values<F extends FactSpecs> = {
  readonly [Name in keyof F]: F[Name] extends Conditional<infer T>
    ? T | undefined
    : F[Name] extends FactSpec<infer T>
      ? T
      : never
}

const spec =
  <T>(type: FactType, read: Reader<T>) =>
  (asked: Asked): FactSpec<T> => ({ ...asked, type, read })

export const date: (asked: Asked) => FactSpec<CalendarDate> = spec('date', readDate)
/** A number of securities, above zero. */
export const shares: (asked: Asked) => FactSpec<Decimal> = spec('shares', readShares)
/** US dollars, or a number that may be zero. */
export const amount: (asked: Asked) => FactSpec<Decimal> = spec('amount', readAmount)
export const text: (asked: Asked) => FactSpec<string> = spec('text', readText)
/** Of a class of securities, as the issuer's reports call it. */
export const securityTitle: (asked: Asked) => FactSpec<string> = spec('securityTitle', readText)
export const yesNo: (asked: Asked) => FactSpec<boolean> = spec('yesNo', readYesNo)
export const fills: (asked: Asked) => FactSpec<readonly TradeFill[]> = spec('fills', readList(readFill))
export const derivative: (asked: Asked) => FactSpec<Derivative> = spec('derivative', readDerivative)
export const holdings: (asked: Asked) => FactSpec<readonly HeldPosition[]> = spec('holdings', readList(readHolding))

/** A choice; `options` says each with its label. */
export function choice<Word extends string>(options: Readonly<Record<Word, string>>, asked: Asked): FactSpec<Word> {
  const words = Object.keys(options) as Word[]
  return {
    ...asked,
    type: 'choice',
    read: readChoice(words),
    options: words.map((value) => ({ value, label: options[value] })),
  }
}

/** Asks only where other answers call for it. */
export function onlyWhen<T>(when: When, fact: FactSpec<T>): Conditional<T> {
  return { ...fact, when }
}

/** Whether an answer is one of some words. */
export function isAnswered(name: string, ...words: readonly unknown[]): (given: Given) => boolean {
  return (given) => words.includes(given[name])
}
