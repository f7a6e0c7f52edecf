import type { CalendarDate } from '../../model/calendarDate.ts'
import type { Ratio } from './ratio.ts'

/** What a derivative is to the trades of its underlying class. */
export interface DerivativeTerms {
  /** A right to buy (call, warrant, unit, convertible) or to sell; `undefined`: nobody says. */
  readonly right: 'call' | 'put' | undefined
  /** Equal for derivatives of identical characteristics: kind, exercise price, dates. */
  readonly series: string
}

/** One person's transaction, as far as Section 16(b) asks. Amounts are in shares of the class that is matched. */
export interface ShortSwingTransaction {
  /** Names it in every answer and in the facts given; unique. */
  readonly key: string
  /** The trade date. For an option granted or bought its own date, not that of its exercise. */
  readonly date: CalendarDate
  /** The transaction code; one letter. */
  readonly code: string
  readonly acquiredDisposed: 'A' | 'D' | undefined
  /** As titled in the filing. */
  readonly title: string
  /** What is matched with each other: the class of the stock, for a derivative that of its underlying. */
  readonly classKey: string
  /** `undefined`: not said. For a derivative those of the underlying. */
  readonly shares: Ratio | undefined
  /** US dollars a share of the class; for a derivative the premium. `undefined`: not said; zero is a price. */
  readonly price: Ratio | undefined
  /** Whether a footnote says that the price is the average of several trades. */
  readonly isAveragePrice: boolean
  readonly derivative: DerivativeTerms | undefined
  /** What the person was, by the boxes of the report. */
  readonly isDirectorOrOfficer: boolean
  readonly isTenPercentOwner: boolean
  /** Whether the report says that the person may no longer be subject: the trade may be after the office ended. */
  readonly isExitBoxTicked: boolean
  /** `direct`, or whose or which account it is held through, as filed. */
  readonly account: string
}
