import type { ShortSwingFacts } from './facts.ts'
import type { Leg } from './leg.ts'
import { type Ratio, ZERO } from './ratio.ts'
import { adjustedForSplits } from './splits.ts'
import { isWithinSixMonths, type MonthEndRule } from './window.ts'

/** How the profit of a derivative matched with something of other terms is measured. Source: Rule 16b-6(c)(2). */
export type MixedPairRule =
  /** The difference of the underlying's market prices on the two days: the most that the rule allows. */
  | 'marketPrice'
  /** By the derivative's value on the day of the other trade, where the facts give it; never above the market prices. */
  | 'derivativeValue'

export interface PairOptions {
  readonly monthEnd: MonthEndRule
  readonly mixedPairs: MixedPairRule
}

/** Why a purchase and a sale of one class are not matched, whatever their prices. */
export type PairRejection =
  | 'outsideWindow'
  /** Neither was made in office, and not both by a ten-percent owner (Foremost-McKesson; Reliance Electric). */
  | 'status'
  /** One is the lapse of a short position, the other not its writing. */
  | 'lapseOfOther'
  /** A day's market price of the underlying is wanted, and nobody gives it. */
  | 'marketPriceNotKnown'

/** The profit on one share of a pair, zero and less included, or why it may not be matched. */
export type JudgedPair = { readonly unitProfit: Ratio } | { readonly rejected: PairRejection }

/** Judges a purchase and a sale of one class. Source: section16-rules.md 4.2, 4.5. */
export function judgePair(purchase: Leg, sale: Leg, options: PairOptions, facts: ShortSwingFacts): JudgedPair {
  if (!isWithinSixMonths(purchase.transaction.date, sale.transaction.date, options.monthEnd))
    return { rejected: 'outsideWindow' }
  if (!isStatusEnough(purchase, sale)) return { rejected: 'status' }
  const isSameSeries = purchase.series === sale.series
  if ((purchase.isLapse || sale.isLapse) && !(isSameSeries && isWritingBeforeLapse(purchase, sale)))
    return { rejected: 'lapseOfOther' }
  // Two stocks have no series, so they too are matched at their own prices.
  const unitProfit = isSameSeries ? sale.price.minus(purchase.price) : mixedProfit(purchase, sale, options, facts)
  return unitProfit === undefined ? { rejected: 'marketPriceNotKnown' } : { unitProfit }
}

/**
 * A director or officer at either end is enough; a ten-percent owner must have owned more than ten percent immediately
 * before both. Source: section16-rules.md 4.2, 6.
 */
export function isStatusEnough(purchase: Leg, sale: Leg): boolean {
  return purchase.isInOffice || sale.isInOffice || (purchase.isTenPercent && sale.isTenPercent)
}

/** A lapse does not precede the writing of what lapsed. */
function isWritingBeforeLapse(purchase: Leg, sale: Leg): boolean {
  const [lapse, writing] = purchase.isLapse ? [purchase, sale] : [sale, purchase]
  return !writing.isLapse && writing.transaction.date.day <= lapse.transaction.date.day
}

/** A derivative and something else: not more than the difference of the market prices of the underlying. */
function mixedProfit(purchase: Leg, sale: Leg, { mixedPairs }: PairOptions, facts: ShortSwingFacts): Ratio | undefined {
  const cap = purchase.market && sale.market?.minus(purchase.market)
  if (mixedPairs === 'marketPrice' || cap === undefined) return cap
  const valued = valuedProfit(purchase, sale, facts)
  return valued && valued.compare(cap) < 0 ? valued : cap
}

/** What the one derivative of a pair gained between the two days; `undefined` where nobody says, or both are derivatives. */
function valuedProfit(purchase: Leg, sale: Leg, facts: ShortSwingFacts): Ratio | undefined {
  if (purchase.series !== undefined && sale.series === undefined)
    return valueOn(purchase, sale, facts)?.minus(purchase.price)
  const value = purchase.series === undefined ? valueOn(sale, purchase, facts) : undefined
  return value && sale.price.minus(value)
}

/** What a derivative was worth on the day of the other trade, in the shares of today; of a put below zero, as its price. */
function valueOn(
  { transaction, right }: Leg,
  other: Leg,
  { derivativeValues, splits }: ShortSwingFacts,
): Ratio | undefined {
  const { key, classKey } = transaction
  const { date } = other.transaction
  const value = derivativeValues?.find((one) => one.transaction === key && one.on.equals(date))?.value
  const adjusted = value && adjustedForSplits({ date, classKey }, ZERO, splits).price(value)
  return adjusted && right === 'put' ? ZERO.minus(adjusted) : adjusted
}
