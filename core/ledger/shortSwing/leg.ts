import { isInForce } from '../../facts/dated.ts'
import { transactionTreatments } from '../../facts/transactionTreatments.ts'
import type { ForeignPeriod, ShortSwingFacts } from './facts.ts'
import { Ratio, ZERO } from './ratio.ts'
import { adjustedForSplits } from './splits.ts'
import type { ShortSwingTransaction } from './transaction.ts'
import { isInSixMonthsBefore } from './window.ts'

/** A transaction on its side of the matching, in shares and prices after all splits. */
export interface Leg {
  readonly transaction: ShortSwingTransaction
  readonly side: 'purchase' | 'sale'
  /** More than zero; the person's part. */
  readonly shares: Ratio
  /** What was paid or got for a share; of a derivative the premium, below zero where it is the put that was traded. */
  readonly price: Ratio
  /** The market price of the class that day; of stock its own price. `undefined`: nobody says. */
  readonly market: Ratio | undefined
  /** Set for derivatives: those of one series are matched at their own prices. */
  readonly series: string | undefined
  /** Set for derivatives. */
  readonly right: 'call' | 'put' | undefined
  /** A short position that lapsed: matched with its writing only (Rule 16b-6(d)). */
  readonly isLapse: boolean
  readonly isInOffice: boolean
  readonly isTenPercent: boolean
}

/** Why a transaction is not matched at all. */
export type SetAsideReason =
  /** No director, officer or ten-percent owner yet (Rule 16a-2(a), (c)). */
  | 'beforeOffice'
  | 'foreignPrivateIssuer'
  | 'noInterest'
  /** The derivative's side of an exercise: its stock's side is the transaction (Rule 16a-4(b)). */
  | 'closedByExercise'
  | 'sharesNotKnown'
  | 'priceNotKnown'
  | 'directionNotKnown'
  /** Nobody says whether the derivative is a right to buy or to sell. */
  | 'rightNotKnown'

export interface SetAside {
  readonly transaction: ShortSwingTransaction
  readonly reason: SetAsideReason
  /** Of a foreign private issuer: the period given. */
  readonly foreign?: ForeignPeriod
}

/** What a transaction is in the matching, or why in none; whether it is exempt or foreign is not asked here. */
export function legOf(transaction: ShortSwingTransaction, facts: ShortSwingFacts): Leg | SetAside {
  const aside = (reason: SetAsideReason): SetAside => ({ transaction, reason })
  const status = statusOf(transaction, facts)
  if (!status) return aside('beforeOffice')
  const part = facts.interests?.find(({ account }) => account === transaction.account)?.part ?? new Ratio(1n)
  if (part.sign <= 0) return aside('noInterest')
  const { derivative } = transaction
  if (derivative && transactionTreatments.get(transaction.code)?.direction === 'pair') return aside('closedByExercise')
  const right = facts.rights?.find(({ title }) => title === transaction.title)?.right ?? derivative?.right
  if (derivative && !right) return aside('rightNotKnown')
  const isLapse = transaction.code === 'E'
  const price = isLapse
    ? ZERO
    : (facts.prices?.find((one) => one.transaction === transaction.key)?.price ?? transaction.price)
  if (!transaction.shares || transaction.shares.sign <= 0) return aside('sharesNotKnown')
  if (!price) return aside('priceNotKnown')
  const way = wayOf(transaction, isLapse)
  if (!way) return aside('directionNotKnown')
  const isPut = derivative !== undefined && right === 'put'
  const adjusted = adjustedForSplits(transaction, transaction.shares.times(part), facts.splits)
  const own = adjusted.price(isPut ? ZERO.minus(price) : price)
  const market = derivative ? marketPrice(transaction, facts) : price
  return {
    transaction,
    side: (way === 'A') === !isPut ? 'purchase' : 'sale',
    shares: adjusted.shares,
    price: own,
    market: market && adjusted.price(market),
    series: derivative && `${right} ${derivative.series}`,
    right: derivative && right,
    isLapse,
    ...status,
  }
}

/** Acquired or disposed of. A short position that lapses is bought back for nothing: filers write it either way. */
function wayOf({ acquiredDisposed }: ShortSwingTransaction, isLapse: boolean): 'A' | 'D' | undefined {
  return isLapse ? 'A' : acquiredDisposed
}

/**
 * The period in which the issuer was foreign, unless what happened in it is swept in. Source: section16-rules.md R1.3.7.
 */
export function foreignPeriodOf({ date }: ShortSwingTransaction, facts: ShortSwingFacts): ForeignPeriod | undefined {
  return facts.foreignPrivateIssuer?.find(
    (period) =>
      isInForce(period, date) && !(period.isRegisteredAtEnd && period.until && isInSixMonthsBefore(date, period.until)),
  )
}

/**
 * What the person was on the day; `undefined` where the trade is not subject. Before the first office nothing is, but
 * for the six months before the issuer's first registration; after the last one a trade is matched with those made in
 * office. Source: section16-rules.md R1.5.2 to R1.5.4, 4.2.
 */
function statusOf(
  { date, isDirectorOrOfficer, isTenPercentOwner }: ShortSwingTransaction,
  { offices, tenPercent, registered }: ShortSwingFacts,
): Pick<Leg, 'isInOffice' | 'isTenPercent'> | undefined {
  const isTenPercent = tenPercent ? tenPercent.some((period) => isInForce(period, date)) : isTenPercentOwner
  if (!offices) return { isInOffice: isDirectorOrOfficer, isTenPercent }
  if (offices.some((period) => isInForce(period, date))) return { isInOffice: true, isTenPercent }
  const isBefore = offices.every(({ from }) => from !== undefined && date.day < from.day)
  const isLookedBackAt = registered && date.day < registered.on.day && isInSixMonthsBefore(date, registered.on)
  if (isBefore && isLookedBackAt) return { isInOffice: true, isTenPercent }
  return isBefore && !isTenPercent ? undefined : { isInOffice: false, isTenPercent }
}

function marketPrice({ classKey, date }: ShortSwingTransaction, { marketPrices }: ShortSwingFacts): Ratio | undefined {
  return marketPrices?.find((one) => date.equals(one.date) && (one.classKey ?? classKey) === classKey)?.price
}
