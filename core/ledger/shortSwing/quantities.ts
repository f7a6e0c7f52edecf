/**
 * Exact whole numbers that the solver counts shares in: JavaScript's numbers, which are many times faster, where every
 * sum provably stays within the integers that they count exactly, else bigints.
 */
export interface Quantities<T extends number | bigint> {
  readonly zero: T
  of(count: bigint): T
  toBigInt(quantity: T): bigint
  plus(one: T, other: T): T
  minus(one: T, other: T): T
  isLess(one: T, other: T): boolean
  /** So many zeros, in the most compact form there is. */
  list(length: number): QuantityList<T>
}

/** A list of quantities of a length that does not change. */
export interface QuantityList<T> {
  readonly length: number
  [place: number]: T
}

export const numberQuantities: Quantities<number> = {
  zero: 0,
  of: Number,
  toBigInt: BigInt,
  plus: (one, other) => one + other,
  minus: (one, other) => one - other,
  isLess: (one, other) => one < other,
  list: (length) => new Float64Array(length),
}

export const bigintQuantities: Quantities<bigint> = {
  zero: 0n,
  of: (count) => count,
  toBigInt: (quantity) => quantity,
  plus: (one, other) => one + other,
  minus: (one, other) => one - other,
  isLess: (one, other) => one < other,
  list: (length) => Array.from({ length }, () => 0n),
}

/** Whether numbers count exactly whatever is added up of quantities whose sum is `total`, twice over. */
export function fitsNumbers(total: bigint): boolean {
  return total * 2n <= BigInt(Number.MAX_SAFE_INTEGER)
}
