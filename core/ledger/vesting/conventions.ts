import { floorOf, nearestTo } from '../footnotes/parts.ts'
import { Ratio, ZERO } from '../shortSwing/ratio.ts'
import type { Instalment } from './schedule.ts'

/**
 * What becomes of fractions of shares. `cumulative-floor`: so many whole shares have vested as the exact sum has;
 * `cumulative-round`: the nearest whole number, halves up; `equal-last-plug`: every instalment of a part is the same
 * whole number, the part's last takes what is left. Source: section16-rules.md 6.2.
 */
export type VestingConvention = 'cumulative-floor' | 'cumulative-round' | 'equal-last-plug'

export const VESTING_CONVENTIONS = ['cumulative-floor', 'cumulative-round', 'equal-last-plug'] as const

/** The one used where nobody chooses. */
export const DEFAULT_VESTING_CONVENTION: VestingConvention = 'cumulative-floor'

/** How a convention is explained. */
export const CONVENTION_MEANINGS: Readonly<Record<VestingConvention, string>> = {
  'cumulative-floor': 'the exact sum of what has vested, rounded down',
  'cumulative-round': 'the exact sum of what has vested, rounded half up',
  'equal-last-plug': 'each instalment of a part rounded down alike, the last of the part taking what is left',
}

/**
 * Whole shares vested up to and with each instalment, in their order, of an award of `total` shares. Where the
 * instalments are the whole award the last is `total` exactly, in every convention.
 */
export function cumulativeShares(
  instalments: readonly Instalment[],
  total: bigint,
  convention: VestingConvention,
): bigint[] {
  if (convention === 'equal-last-plug') return plugged(instalments, total)
  const whole = convention === 'cumulative-floor' ? floorOf : nearestTo
  const award = new Ratio(total)
  let sum = ZERO
  return instalments.map(({ fraction }) => {
    sum = sum.plus(fraction)
    return whole(sum.times(award))
  })
}

/** Shares of one part: as many times the same, the rest at its last. */
interface Plug {
  each: bigint
  last: bigint
  left: number
}

function plugged(instalments: readonly Instalment[], total: bigint): bigint[] {
  const plugs = plugsOf(instalments, total)
  let vested = 0n
  return instalments.map(({ part }) => {
    const plug = plugs.get(part)!
    plug.left--
    vested += plug.left === 0 ? plug.last : plug.each
    return vested
  })
}

/** Each part is rounded down; the last of them takes what those before it have left of the whole. */
function plugsOf(instalments: readonly Instalment[], total: bigint): Map<number, Plug> {
  const award = new Ratio(total)
  const parts = [...Map.groupBy(instalments, ({ part }) => part)].toSorted(([a], [b]) => a - b)
  const all = instalments.reduce((sum, { fraction }) => sum.plus(fraction), ZERO)
  const plugs = new Map<number, Plug>()
  let given = 0n
  for (const [i, [part, ones]] of parts.entries()) {
    const times = BigInt(ones.length)
    const exact = ones[0]!.fraction.times(new Ratio(times)).times(award)
    const amount = i === parts.length - 1 ? floorOf(all.times(award)) - given : floorOf(exact)
    const each = amount / times
    plugs.set(part, { each, last: amount - each * (times - 1n), left: ones.length })
    given += amount
  }
  return plugs
}
