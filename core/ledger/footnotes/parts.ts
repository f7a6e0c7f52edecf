import { Ratio } from '../shortSwing/ratio.ts'

/** All of an award. */
export const WHOLE = new Ratio(1n)

/** A part of one: a third is `1/3`, never 33.33 %. The denominator is not zero. */
export function partOf(numerator: number, denominator: number): Ratio {
  return new Ratio(BigInt(numerator), BigInt(denominator))
}

/** Whether two are the same number. */
export function isSame(one: Ratio, other: Ratio): boolean {
  return one.compare(other) === 0
}

/** The greatest whole number not above a ratio that is not negative. */
export function floorOf({ numerator, denominator }: Ratio): bigint {
  return numerator / denominator
}

/** The nearest whole number to a ratio that is not negative, halves up. */
export function nearestTo(ratio: Ratio): bigint {
  return ratio.round(0).units
}
