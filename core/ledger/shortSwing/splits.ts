import type { Split } from './facts.ts'
import { Ratio } from './ratio.ts'
import type { ShortSwingTransaction } from './transaction.ts'

/** Shares and prices of a day, in the shares that they have become. */
export interface Adjusted {
  readonly shares: Ratio
  price(price: Ratio): Ratio
}

/**
 * Shares and prices as all later splits and stock dividends have made them, so that lots before and after a split are
 * the same shares: times `after` for `before`, and prices the other way. Source: Rule 16a-9; section16-rules.md 4.3.
 */
export function adjustedForSplits(
  { date, classKey }: Pick<ShortSwingTransaction, 'date' | 'classKey'>,
  shares: Ratio,
  splits: readonly Split[] = [],
): Adjusted {
  const factor = splits
    .filter((split) => date.day < split.date.day && (split.classKey ?? classKey) === classKey)
    .reduce((product, { before, after }) => product.times(after).over(before), new Ratio(1n))
  return { shares: shares.times(factor), price: (price) => price.over(factor) }
}
