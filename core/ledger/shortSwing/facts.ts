import type { InForce } from '../../facts/dated.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import type { SecurityAlias } from '../positions/securityTitle.ts'
import type { Ratio } from './ratio.ts'

/** Every fact says where it is known from. */
export interface FromUser {
  readonly source: string
}

/** What no form says and the answer turns on. All of it is the user's word; nothing here is guessed from filings. */
export interface ShortSwingFacts {
  /** When the issuer was a foreign private issuer: `until` is the first day on which it was none. */
  readonly foreignPrivateIssuer?: readonly ForeignPeriod[]
  /**
   * When the person was a director or officer, by deputization too (R1.1.3); empty: never. Absent: as the reports' boxes
   * say, which do not tell of an owner of ten percent that he was neither.
   */
  readonly offices?: readonly (InForce & FromUser)[]
  /** The day on which the issuer first registered a class: trades in the six months before count (Rule 16a-2(a)). */
  readonly registered?: FromUser & { readonly on: CalendarDate }
  /** When the person owned more than ten percent, immediately before each trade. Absent: as the boxes say. */
  readonly tenPercent?: readonly (InForce & FromUser)[]
  /** Whether transactions are exempt, where that turns on facts: approval, six months' holding, dates of elections. */
  readonly exemptions?: readonly ExemptionFact[]
  readonly prices?: readonly (FromUser & { readonly transaction: string; readonly price: Ratio })[]
  /** The market price of the underlying on days on which derivatives were traded. */
  readonly marketPrices?: readonly (FromUser & MarketPrice)[]
  /** What a derivative was worth, a share of the underlying, on a day on which something was matched with it. */
  readonly derivativeValues?: readonly (FromUser & {
    readonly transaction: string
    readonly on: CalendarDate
    readonly value: Ratio
  })[]
  readonly splits?: readonly Split[]
  /** The part of an account that is the person's pecuniary interest: 0 leaves it out. Absent: the whole. */
  readonly interests?: readonly (FromUser & { readonly account: string; readonly part: Ratio })[]
  /** Whether a title is a right to buy or to sell. */
  readonly rights?: readonly (FromUser & { readonly title: string; readonly right: 'call' | 'put' })[]
  /** Titles of one class, or of classes that are economically equivalent. */
  readonly classes?: readonly SecurityAlias[]
}

export interface ForeignPeriod extends InForce, FromUser {
  /** The end of the status was also the first registration: what was traded in the six months before is swept in. */
  readonly isRegisteredAtEnd?: boolean
}

/** What exemptions turn on, of all transactions that fit; of two facts that say the same thing the first holds. */
export interface ExemptionFact extends InForce, FromUser {
  /** The key of one. */
  readonly transaction?: string
  /** All of a code. */
  readonly code?: string
  /** The outcome itself, whatever the code says. */
  readonly exempt?: boolean
  /** By the board, a committee of two or more non-employee directors or shareholders (Rule 16b-3(d)(1), (2), (e)). */
  readonly approved?: boolean
  /** A grant: six months passed between it and the disposition of what was granted (Rule 16b-3(d)(3)). */
  readonly heldSixMonths?: boolean
  /** A discretionary transaction: the day of its election, and of the last one of the opposite way (Rule 16b-3(f)). */
  readonly elected?: CalendarDate
  readonly lastOppositeElection?: CalendarDate
  /** A conversion: whether its price is fixed (Rule 16b-6(b)). */
  readonly isPriceFixed?: boolean
}

export interface MarketPrice {
  /** Absent: of the only class there is. */
  readonly classKey?: string
  readonly date: CalendarDate
  readonly price: Ratio
}

/** A split or stock dividend: `after` shares for each `before`, from the start of `date`. */
export interface Split extends FromUser {
  readonly date: CalendarDate
  readonly before: Ratio
  readonly after: Ratio
  /** Absent: of all classes. */
  readonly classKey?: string
}
