import type { CalendarDate } from '../../model/calendarDate.ts'
import type { ShortSwingFacts } from './facts.ts'
import type { Leg, SetAsideReason } from './leg.ts'
import { judgePair, type PairOptions } from './pairRules.ts'
import type { SortedTransactions } from './sortTransactions.ts'
import { isWithinSixMonths } from './window.ts'

/** A fact that nobody gave and that could change the profit. Transactions by their keys. */
export type FactMissing =
  /** Whether a transaction is exempt: whether `condition` holds. */
  | { readonly kind: 'exemption'; readonly transaction: string; readonly law: string; readonly condition: string }
  /** What is set aside could be matched if this were known. */
  | { readonly kind: 'price' | 'shares' | 'direction' | 'right'; readonly transaction: string }
  /** The market price of the class on the day of a derivative's trade. */
  | {
      readonly kind: 'marketPrice'
      readonly transaction: string
      readonly classKey: string
      readonly date: CalendarDate
    }
  /** The report says that the person may have left: was this trade in office? */
  | { readonly kind: 'officeEnd'; readonly transaction: string }

const FACTS: Partial<Record<SetAsideReason, 'price' | 'shares' | 'direction' | 'right'>> = {
  priceNotKnown: 'price',
  sharesNotKnown: 'shares',
  directionNotKnown: 'direction',
  rightNotKnown: 'right',
}

/** The missing facts that could change the profit: those of transactions that something else could be matched with. */
export function missingFacts(
  { certain, uncertain, setAside }: SortedTransactions,
  options: PairOptions,
  facts: ShortSwingFacts,
): FactMissing[] {
  const legs = [...certain, ...uncertain.map(({ leg }) => leg)]
  const judged = (leg: Leg) => judgedWith(leg, legs, options, facts)
  return [
    ...uncertain.flatMap(({ leg, exemption }): FactMissing[] => {
      const { law, condition } = exemption
      const { isMatchable, isMarketPriceMissing } = judged(leg)
      return isMatchable || isMarketPriceMissing
        ? [{ kind: 'exemption', transaction: leg.transaction.key, law, condition }]
        : []
    }),
    ...setAside.flatMap(({ transaction, reason }): FactMissing[] => {
      const kind = FACTS[reason]
      const isNear = ({ transaction: other }: Leg) =>
        other.classKey === transaction.classKey && isWithinSixMonths(other.date, transaction.date, options.monthEnd)
      return kind && legs.some(isNear) ? [{ kind, transaction: transaction.key }] : []
    }),
    ...legs.flatMap((leg): FactMissing[] => {
      const { key, classKey, date, isExitBoxTicked } = leg.transaction
      const isPriceMissing = leg.series !== undefined && leg.market === undefined && judged(leg).isMarketPriceMissing
      const isInDoubt = isExitBoxTicked && !facts.offices && judged(leg).isMatchable
      return [
        ...(isPriceMissing ? [{ kind: 'marketPrice' as const, transaction: key, classKey, date }] : []),
        ...(isInDoubt ? [{ kind: 'officeEnd' as const, transaction: key }] : []),
      ]
    }),
  ]
}

/** Whether some leg of the other side could be matched with this one, or could if a market price were known. */
function judgedWith(
  leg: Leg,
  legs: readonly Leg[],
  options: PairOptions,
  facts: ShortSwingFacts,
): { isMatchable: boolean; isMarketPriceMissing: boolean } {
  const found = { isMatchable: false, isMarketPriceMissing: false }
  for (const other of legs) {
    if (other.side === leg.side || other.transaction.classKey !== leg.transaction.classKey) continue
    const [purchase, sale] = leg.side === 'purchase' ? [leg, other] : [other, leg]
    const pair = judgePair(purchase, sale, options, facts)
    if ('unitProfit' in pair) found.isMatchable ||= pair.unitProfit.sign > 0
    else found.isMarketPriceMissing ||= pair.rejected === 'marketPriceNotKnown'
  }
  return found
}
