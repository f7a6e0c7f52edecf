import { Decimal } from '../../../model/decimal.ts'
import type { BalancePair } from './balancePair.ts'

/** A ratio in lowest terms: `7` for `1` is a split of seven for one. */
export interface SplitRatio {
  readonly shares: bigint
  readonly for: bigint
}

/** A split that the totals of several holders show. */
export interface FoundSplit {
  readonly ratio: SplitRatio
  /** It happened after `from` and by `to`, day numbers: all holders' times have this in common. */
  readonly from: number
  readonly to: number
  /** Holders whose totals have exactly this ratio, and those whose totals go on unchanged through all that time. */
  readonly supporting: readonly BalancePair[]
  readonly contradicting: readonly BalancePair[]
}

/** Splits are of few for few; a larger ratio of two totals is chance. Source: splits of listed companies. */
const MOST = 50n
const LEAST_TERM = 10n

/** The ratio of two totals, where it is one that a split may have. */
export function splitRatio(before: Decimal, after: Decimal): SplitRatio | undefined {
  if (before.sign <= 0 || after.sign <= 0 || before.equals(after)) return undefined
  const scale = Math.max(before.scale, after.scale)
  const [a, b] = [unitsAt(after, scale), unitsAt(before, scale)]
  const divisor = greatestCommonDivisor(a, b)
  const [shares, per] = [a / divisor, b / divisor]
  const [small, large] = shares < per ? [shares, per] : [per, shares]
  return large <= MOST && small <= LEAST_TERM ? { shares, for: per } : undefined
}

/**
 * Splits of a security from the totals of all its holders at that time (the ratio test): a ratio that two holders with
 * different totals show in times that overlap. A holder whose totals go on through all of that time speaks against it.
 */
export function splitsOf(pairs: readonly BalancePair[]): FoundSplit[] {
  const byRatio = new Map<string, { ratio: SplitRatio; pairs: BalancePair[] }>()
  for (const pair of pairs) {
    const ratio = pair.brk && splitRatio(pair.expected, pair.opening)
    if (!ratio) continue
    const key = ratioText(ratio)
    const known = byRatio.get(key) ?? { ratio, pairs: [] }
    known.pairs.push(pair)
    byRatio.set(key, known)
  }
  return [...byRatio.values()].flatMap(({ ratio, pairs: some }) => clustersOf(ratio, some, pairs))
}

/** Groups of pairs whose times have a day in common. */
function clustersOf(ratio: SplitRatio, some: readonly BalancePair[], all: readonly BalancePair[]): FoundSplit[] {
  const clusters: BalancePair[][] = []
  for (const pair of some.toSorted((a, b) => a.to - b.to || a.from - b.from)) {
    const cluster = clusters.find((one) => {
      const { from, to } = commonTime([...one, pair])
      return from < to
    })
    if (cluster) cluster.push(pair)
    else clusters.push([pair])
  }
  return clusters.filter(isOfSeveral).map((supporting) => {
    const { from, to } = commonTime(supporting)
    const contradicting = all.filter(
      (pair) => !pair.brk && pair.from <= from && pair.to >= to && pair.opening.sign > 0 && !supporting.includes(pair),
    )
    return { ratio, from, to, supporting, contradicting }
  })
}

function commonTime(pairs: readonly BalancePair[]): { from: number; to: number } {
  return { from: Math.max(...pairs.map(({ from }) => from)), to: Math.min(...pairs.map(({ to }) => to)) }
}

/** Two holders, and not with the same shares, who may just have got the same grant. */
function isOfSeveral(pairs: readonly BalancePair[]): boolean {
  const holders = new Set(pairs.map(({ position }) => position.owners.join()))
  return holders.size > 1 && new Set(pairs.map(({ expected }) => String(expected))).size > 1
}

/** What a number of shares becomes in a split; `undefined` where it leaves a fraction that no decimal holds. */
export function splitShares(shares: Decimal, { shares: into, for: per }: SplitRatio): Decimal | undefined {
  const units = shares.units * into
  return units % per === 0n ? Decimal.of(units / per, shares.scale) : undefined
}

/** `7:1`. */
export function ratioText({ shares, for: per }: SplitRatio): string {
  return `${shares}:${per}`
}

function unitsAt(decimal: Decimal, scale: number): bigint {
  return decimal.units * 10n ** BigInt(scale - decimal.scale)
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}
