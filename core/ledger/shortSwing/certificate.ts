import { CalendarDate } from '../../model/calendarDate.ts'
import type { PairProblem } from './pairMatching.ts'
import type { WholeLot, WholeMatching, WholeProblem } from './wholeLots.ts'
import { lastMatchableDay } from './window.ts'

/** Why a matching and its proof do not stand. */
export type CertificateFault =
  /** A pair names a lot that is not there, or no shares. */
  | 'noSuchPair'
  /** Outside the window, or not to be matched for another reason. */
  | 'pairNotAllowed'
  | 'moreSharesThanTraded'
  /** A list of the proof is not as long as that of its lots. */
  | 'numberMissing'
  | 'numberNegative'
  /** The profit claimed is not that of the pairs. */
  | 'profitNotOfPairs'
  /** The proof's numbers, times shares, do not add up to the profit. */
  | 'sumNotProfit'
  /** Some pair that may be matched has more profit than its two numbers allow. */
  | 'pairAboveNumbers'

/**
 * Checks a matching by its proof alone: nothing of how it was found is used. No fault means that the pairs are lawful
 * and that no matching whatever has a greater profit (duality of linear programs; section16-rules.md 4.3): whoever
 * matches x shares of each pair gains at most x times its two numbers, which in all is at most the sum of numbers times
 * shares, which is the profit. All pairs within the window are asked, without being listed, in time n log n.
 */
export function certificateFaults(problem: WholeProblem, matching: WholeMatching): CertificateFault[] {
  const { purchases, sales } = problem
  const isWithin = windowTest(problem)
  const sharesOf = ({ shares }: WholeLot) => shares
  return faultsIn(matching, {
    purchases: purchases.map(sharesOf),
    sales: sales.map(sharesOf),
    unitProfit: (purchase, sale) => {
      const [from, to] = [purchases[purchase]!, sales[sale]!]
      return isWithin(from, to) ? to.price - from.price : undefined
    },
    isAnyAbove: () => {
      const { purchaseDuals, saleDuals } = matching
      const limits = purchases.map(({ day, price }, place) => ({ day, limit: price + purchaseDuals[place]! }))
      const least = leastBetween(limits, problem)
      return sales.some(({ day, price }, place) => {
        const lowest = least(day)
        return lowest !== undefined && lowest + saleDuals[place]! < price
      })
    },
  })
}

/** The same for pairs that are given one by one; each is asked. */
export function pairCertificateFaults(problem: PairProblem, matching: WholeMatching): CertificateFault[] {
  const { purchases, sales, unitProfit } = problem
  const { purchaseDuals, saleDuals } = matching
  return faultsIn(matching, {
    ...problem,
    isAnyAbove: () =>
      purchases.some((_, purchase) =>
        sales.some((__, sale) => {
          const profit = unitProfit(purchase, sale)
          return profit !== undefined && purchaseDuals[purchase]! + saleDuals[sale]! < profit
        }),
      ),
  })
}

/** What is to be proved of. */
interface Claimed extends PairProblem {
  /** Whether any pair that may be matched has more profit than its two numbers. Asked when there is a number for each. */
  readonly isAnyAbove: () => boolean
}

function faultsIn(matching: WholeMatching, claimed: Claimed): CertificateFault[] {
  return [...new Set([...pairFaults(matching, claimed), ...proofFaults(matching, claimed)])]
}

function* pairFaults({ pairs, profit }: WholeMatching, claimed: Claimed): Generator<CertificateFault> {
  const bought = claimed.purchases.slice()
  const sold = claimed.sales.slice()
  let gained = 0n
  for (const { purchase, sale, shares } of pairs) {
    if (bought[purchase] === undefined || sold[sale] === undefined || shares <= 0n) {
      yield 'noSuchPair'
      continue
    }
    const unitProfit = claimed.unitProfit(purchase, sale)
    if (unitProfit === undefined) yield 'pairNotAllowed'
    bought[purchase] -= shares
    sold[sale] -= shares
    gained += shares * (unitProfit ?? 0n)
  }
  if (bought.some((left) => left < 0n) || sold.some((left) => left < 0n)) yield 'moreSharesThanTraded'
  if (gained !== profit) yield 'profitNotOfPairs'
}

function* proofFaults(matching: WholeMatching, claimed: Claimed): Generator<CertificateFault> {
  const { purchaseDuals, saleDuals, profit } = matching
  const { purchases, sales } = claimed
  if (purchaseDuals.length !== purchases.length || saleDuals.length !== sales.length) {
    yield 'numberMissing'
    return
  }
  if ([...purchaseDuals, ...saleDuals].some((number) => number < 0n)) yield 'numberNegative'
  if (weighed(purchases, purchaseDuals) + weighed(sales, saleDuals) !== profit) yield 'sumNotProfit'
  if (claimed.isAnyAbove()) yield 'pairAboveNumbers'
}

function windowTest({ monthEnd }: WholeProblem): (one: WholeLot, other: WholeLot) => boolean {
  const lastDays = new Map<number, number>()
  const lastDayOf = (day: number): number => {
    const known = lastDays.get(day) ?? lastMatchableDay(new CalendarDate(day), monthEnd).day
    lastDays.set(day, known)
    return known
  }
  return (one, other) => Math.max(one.day, other.day) <= lastDayOf(Math.min(one.day, other.day))
}

function weighed(shares: readonly bigint[], numbers: readonly bigint[]): bigint {
  return shares.reduce((sum, count, place) => sum + count * numbers[place]!, 0n)
}

/**
 * Answers, for the day of a sale, the least limit of all purchases within its window: the days are searched by halves,
 * and the least of a stretch is put together from a binary tree of leasts, node 1 its root.
 */
function leastBetween(
  limits: { day: number; limit: bigint }[],
  { monthEnd }: WholeProblem,
): (day: number) => bigint | undefined {
  limits.sort((one, other) => one.day - other.day)
  const ends = limits.map(({ day }) => lastMatchableDay(new CalendarDate(day), monthEnd).day)
  const count = limits.length
  const tree = [...limits, ...limits].map(({ limit }) => limit)
  for (let node = count - 1; node > 0; node--) tree[node] = lesser(tree[2 * node]!, tree[2 * node + 1])
  return (day) => {
    const end = lastMatchableDay(new CalendarDate(day), monthEnd).day
    let from = count + countWhile(ends, (one) => one < day)
    let to = count + countWhile(limits, (one) => one.day <= end)
    let least: bigint | undefined
    for (; from < to; from >>= 1, to >>= 1) {
      if (from & 1) least = lesser(tree[from++]!, least)
      if (to & 1) least = lesser(tree[--to]!, least)
    }
    return least
  }
}

function lesser(one: bigint, other: bigint | undefined): bigint {
  return other === undefined || one < other ? one : other
}

/** How many at the beginning of a list pass a test that all after the first failure fail. */
function countWhile<One>(list: readonly One[], passes: (one: One) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passes(list[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}
