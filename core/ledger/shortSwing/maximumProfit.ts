import { bestMatching } from './bestMatching.ts'
import { type CertificateFault, certificateFaults } from './certificate.ts'
import { firstInFirstOut, lowestInHighestOut } from './conventions.ts'
import { inUnits, isWhole, type Lots, scaleOf, wholeProblem } from './lots.ts'
import { type PairCounts, pairCounts } from './pairCounts.ts'
import { Ratio } from './ratio.ts'
import { DEFAULT_MONTH_END, type MonthEndRule } from './window.ts'

/** Shares of a purchase matched with as many of a sale; both are places in their lists. */
export interface MatchedLots {
  readonly purchase: number
  readonly sale: number
  readonly shares: Ratio
  /** US dollars a share: the sale's price less the purchase's. */
  readonly unitProfit: Ratio
  readonly profit: Ratio
}

/**
 * A number for each lot, in US dollars a share, none negative: two together are at least the profit on a share of any
 * pair that may be matched, and all of them, times their lots' shares, are the profit. So no matching has more.
 */
export interface Certificate {
  readonly purchases: readonly Ratio[]
  readonly sales: readonly Ratio[]
}

/** The greatest short-swing profit of some lots, in US dollars, exact: rounding is for whoever shows it. */
export interface MaximumProfit {
  readonly total: Ratio
  /** With profit each. Splitting a lot over several is allowed; no share is in two pairs. */
  readonly pairs: readonly MatchedLots[]
  readonly certificate: Certificate
}

/**
 * The greatest profit from purchases and sales within less than six months of each other, each share used once, losing
 * pairs disregarded: exact for any number of lots, in time n log n. All lots are taken as matchable with each other but
 * for the window; `shortSwing` knows of exemptions, classes and people.
 * Source: Exchange Act 16(b); Smolowe v. Delendo, 136 F.2d 231 (2d Cir. 1943); section16-rules.md 4.3.
 */
export function maximumProfit(lots: Lots, monthEnd: MonthEndRule = DEFAULT_MONTH_END): MaximumProfit {
  const scale = scaleOf(lots)
  const { profit, pairs, purchaseDuals, saleDuals } = bestMatching(wholeProblem(lots, scale, monthEnd))
  const price = (units: bigint) => new Ratio(units, scale.price)
  return {
    total: new Ratio(profit, scale.price * scale.shares),
    pairs: pairs.map(({ purchase, sale, shares }) => {
      const unitProfit = lots.sales[sale]!.price.minus(lots.purchases[purchase]!.price)
      const matched = new Ratio(shares, scale.shares)
      return { purchase, sale, shares: matched, unitProfit, profit: matched.times(unitProfit) }
    }),
    certificate: { purchases: purchaseDuals.map(price), sales: saleDuals.map(price) },
  }
}

/** Why a result does not stand: what `certificateFaults` says, or that the profit stated of a pair is not its own. */
export type ProfitFault = CertificateFault | 'pairProfitWrong'

/** Whether a result is the greatest profit of these lots, by its certificate alone: no fault, and it is. */
export function profitFaults(
  lots: Lots,
  result: MaximumProfit,
  monthEnd: MonthEndRule = DEFAULT_MONTH_END,
): ProfitFault[] {
  const { total, pairs, certificate } = result
  const { purchases, sales } = certificate
  const scale = scaleOf(
    lots,
    pairs.map(({ shares }) => shares),
    [...purchases, ...sales],
  )
  const faults: ProfitFault[] = certificateFaults(wholeProblem(lots, scale, monthEnd), {
    pairs: pairs.map(({ purchase, sale, shares }) => ({ purchase, sale, shares: inUnits(shares, scale.shares) })),
    // A total that is no whole number of the units of all that is added up is not their sum.
    profit: isWhole(total, scale.price * scale.shares) ? inUnits(total, scale.price * scale.shares) : -1n,
    purchaseDuals: purchases.map((number) => inUnits(number, scale.price)),
    saleDuals: sales.map((number) => inUnits(number, scale.price)),
  })
  return pairs.every((pair) => isPairRight(pair, lots)) ? faults : [...faults, 'pairProfitWrong']
}

function isPairRight({ purchase, sale, shares, unitProfit, profit }: MatchedLots, { purchases, sales }: Lots): boolean {
  const from = purchases[purchase]
  const to = sales[sale]
  if (from === undefined || to === undefined) return false
  return to.price.minus(from.price).compare(unitProfit) === 0 && shares.times(unitProfit).compare(profit) === 0
}

/** What is shown beside the greatest profit, in US dollars. */
export interface ShownBeside {
  readonly lowestInHighestOut: Ratio
  readonly firstInFirstOut: Ratio
  readonly pairs: PairCounts
}

/** The profits by other ways of matching, none of them above the greatest, and how many pairs there are of each kind. */
export function shownBeside(lots: Lots, monthEnd: MonthEndRule = DEFAULT_MONTH_END): ShownBeside {
  const scale = scaleOf(lots)
  const problem = wholeProblem(lots, scale, monthEnd)
  const money = scale.shares * scale.price
  return {
    lowestInHighestOut: new Ratio(lowestInHighestOut(problem), money),
    firstInFirstOut: new Ratio(firstInFirstOut(problem), money),
    pairs: pairCounts(problem),
  }
}
