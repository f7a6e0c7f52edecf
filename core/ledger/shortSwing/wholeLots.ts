import type { MonthEndRule } from './window.ts'

/** Shares bought or sold in one go, all in whole numbers of one unit of shares and one of price. */
export interface WholeLot {
  /** Days from 1970-01-01. */
  readonly day: number
  /** More than zero. */
  readonly shares: bigint
  /** Below zero only where a premium received stands for a price, see `derivatives.ts`. */
  readonly price: bigint
}

/** What can be matched with what: every purchase and sale within less than six months of each other. */
export interface WholeProblem {
  readonly purchases: readonly WholeLot[]
  readonly sales: readonly WholeLot[]
  readonly monthEnd: MonthEndRule
}

/** Shares of a purchase matched with as many of a sale; both are places in their lists. */
export interface WholePair {
  readonly purchase: number
  readonly sale: number
  readonly shares: bigint
}

/**
 * A matching, and the numbers that prove that none has a greater profit: no number is negative, that of a purchase and
 * that of a sale together are at least the profit on one share of any pair that may be matched, and all of them, times
 * their lots' shares, add up to the profit.
 */
export interface WholeMatching {
  readonly pairs: readonly WholePair[]
  /** Units of share times units of price. */
  readonly profit: bigint
  readonly purchaseDuals: readonly bigint[]
  readonly saleDuals: readonly bigint[]
}
