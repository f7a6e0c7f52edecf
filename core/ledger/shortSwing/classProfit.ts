import { pairCertificateFaults } from './certificate.ts'
import type { ShortSwingFacts } from './facts.ts'
import { JudgedPairs, matchedInTurn, type PairTally } from './judgedPairs.ts'
import type { Leg } from './leg.ts'
import { inUnits, type Lot } from './lots.ts'
import { type MaximumProfit, maximumProfit, type ProfitFault, profitFaults, shownBeside } from './maximumProfit.ts'
import { bestPairMatching, type PairProblem } from './pairMatching.ts'
import { isStatusEnough, judgePair, type PairOptions } from './pairRules.ts'
import { leastCommonMultiple, Ratio } from './ratio.ts'

/** The greatest profit within one class of equity: stock and derivatives on it. */
export interface ClassProfit {
  readonly classKey: string
  readonly purchases: readonly Leg[]
  readonly sales: readonly Leg[]
  /** Its pairs and certificate name the legs by their places here. */
  readonly maximum: MaximumProfit
  /** What the check of the certificate says; nothing: it stands. */
  readonly faults: readonly ProfitFault[]
  /** `windows`: stock alone, whatever is in the window may match. `pairs`: each pair was judged by itself. */
  readonly method: 'windows' | 'pairs'
  readonly lowestInHighestOut: Ratio
  readonly firstInFirstOut: Ratio
  /** Pairs that the matching chose from. */
  readonly considered: number
  readonly rejected: PairTally
}

/** The greatest profit of the legs of one class. */
export function classProfit(
  classKey: string,
  legs: readonly Leg[],
  options: PairOptions,
  facts: ShortSwingFacts,
): ClassProfit {
  const sides = {
    classKey,
    purchases: legs.filter(({ side }) => side === 'purchase'),
    sales: legs.filter(({ side }) => side === 'sale'),
  }
  return isPlain(sides) ? byWindows(sides, options) : byPairs(sides, options, facts)
}

type Sides = Pick<ClassProfit, 'classKey' | 'purchases' | 'sales'>

/** Whether prices and the window alone say what a pair is: no derivative, and nobody's status forbids a pair. */
function isPlain({ purchases, sales }: Sides): boolean {
  if ([...purchases, ...sales].some(({ series }) => series !== undefined)) return false
  const outOfOffice = (legs: readonly Leg[]) => legs.filter(({ isInOffice }) => !isInOffice)
  const sold = outOfOffice(sales)
  return outOfOffice(purchases).every((purchase) => sold.every((sale) => isStatusEnough(purchase, sale)))
}

function byWindows(sides: Sides, { monthEnd }: PairOptions): ClassProfit {
  const lots = { purchases: sides.purchases.map(lotOf), sales: sides.sales.map(lotOf) }
  const maximum = maximumProfit(lots, monthEnd)
  const { lowestInHighestOut, firstInFirstOut, pairs } = shownBeside(lots, monthEnd)
  const { considered, ...rejected } = pairs
  return {
    ...sides,
    maximum,
    faults: profitFaults(lots, maximum, monthEnd),
    method: 'windows',
    lowestInHighestOut,
    firstInFirstOut,
    considered,
    rejected: Object.fromEntries(Object.entries(rejected).filter(([, { count }]) => count > 0)),
  }
}

function lotOf({ transaction, shares, price }: Leg): Lot {
  return { date: transaction.date, shares, price }
}

function byPairs(sides: Sides, options: PairOptions, facts: ShortSwingFacts): ClassProfit {
  const { purchases, sales } = sides
  const pairs = new JudgedPairs(purchases.length, sales.length, (purchase, sale) =>
    judgePair(purchases[purchase]!, sales[sale]!, options, facts),
  )
  const { problem, shareUnit, priceUnit } = wholePairs(sides, pairs)
  const { profit, pairs: matched, purchaseDuals, saleDuals } = bestPairMatching(problem)
  const price = (units: bigint) => new Ratio(units, priceUnit)
  return {
    ...sides,
    maximum: {
      total: new Ratio(profit, priceUnit * shareUnit),
      pairs: matched.map(({ purchase, sale, shares }) => {
        const unitProfit = pairs.profits[purchase]!.get(sale)!
        const ratio = new Ratio(shares, shareUnit)
        return { purchase, sale, shares: ratio, unitProfit, profit: ratio.times(unitProfit) }
      }),
      certificate: { purchases: purchaseDuals.map(price), sales: saleDuals.map(price) },
    },
    faults: pairCertificateFaults(problem, { profit, pairs: matched, purchaseDuals, saleDuals }),
    method: 'pairs',
    lowestInHighestOut: matchedInTurn({ purchases, sales, pairs }, cheapestWithDearest(sides, pairs)),
    firstInFirstOut: matchedInTurn({ purchases, sales, pairs }, earliestWithEarliest(sides, pairs)),
    considered: pairs.considered,
    rejected: pairs.tally,
  }
}

interface WholePairs {
  readonly problem: PairProblem
  readonly shareUnit: bigint
  readonly priceUnit: bigint
}

function wholePairs({ purchases, sales }: Sides, { profits }: JudgedPairs): WholePairs {
  const shareUnit = leastCommonMultiple([...purchases, ...sales].map(({ shares }) => shares.denominator))
  const priceUnit = leastCommonMultiple(profits.flatMap((of) => [...of.values()].map(({ denominator }) => denominator)))
  const whole = profits.map((of) => new Map([...of].map(([sale, profit]) => [sale, inUnits(profit, priceUnit)])))
  const wholeShares = ({ shares }: Leg) => inUnits(shares, shareUnit)
  return {
    problem: {
      purchases: purchases.map(wholeShares),
      sales: sales.map(wholeShares),
      unitProfit: (purchase, sale) => whole[purchase]!.get(sale),
    },
    shareUnit,
    priceUnit,
  }
}

type Order = readonly (readonly [purchase: number, sale: number])[]

/** The cheapest purchase first, each with the sale that gives most; only with profit. */
function cheapestWithDearest({ purchases }: Sides, { profits }: JudgedPairs): Order {
  const cheapest = [...profits.entries()].sort(([one], [other]) =>
    purchases[one]!.price.compare(purchases[other]!.price),
  )
  return cheapest.flatMap(([purchase, of]) =>
    [...of]
      .filter(([, profit]) => profit.sign > 0)
      .sort(([, one], [, other]) => other.compare(one))
      .map(([sale]) => [purchase, sale] as const),
  )
}

/** The earliest sale first, each with the earliest purchases, losses too. */
function earliestWithEarliest({ purchases, sales }: Sides, { profits }: JudgedPairs): Order {
  const day = (legs: readonly Leg[], place: number) => legs[place]!.transaction.date.day
  return profits
    .flatMap((of, purchase) => [...of.keys()].map((sale) => [purchase, sale] as const))
    .sort(([p1, s1], [p2, s2]) => day(sales, s1) - day(sales, s2) || day(purchases, p1) - day(purchases, p2) || s1 - s2)
}
