import { Decimal } from '../../model/decimal.ts'

/**
 * An exact fraction. Splits and shares of an interest divide, and 100 shares after a 3-for-2 split cost a price that no
 * decimal writes out.
 */
export class Ratio {
  declare readonly numerator: bigint
  /** More than zero. */
  declare readonly denominator: bigint

  /** `denominator` is not zero. */
  constructor(numerator: bigint, denominator = 1n) {
    this.numerator = denominator < 0n ? -numerator : numerator
    this.denominator = denominator < 0n ? -denominator : denominator
  }

  static of({ units, scale }: Decimal): Ratio {
    return new Ratio(units, 10n ** BigInt(scale))
  }

  /** -1, 0 or 1. */
  get sign(): number {
    return this.numerator === 0n ? 0 : this.numerator < 0n ? -1 : 1
  }

  plus(other: Ratio): Ratio {
    return new Ratio(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    ).reduced()
  }

  minus(other: Ratio): Ratio {
    return this.plus(new Ratio(-other.numerator, other.denominator))
  }

  times(other: Ratio): Ratio {
    return new Ratio(this.numerator * other.numerator, this.denominator * other.denominator).reduced()
  }

  /** `other` is not zero. */
  over(other: Ratio): Ratio {
    return this.times(new Ratio(other.denominator, other.numerator))
  }

  /** -1, 0 or 1, as this is less than, equal to or greater than the other. */
  compare(other: Ratio): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator
    return difference === 0n ? 0 : difference < 0n ? -1 : 1
  }

  /** The same as a decimal; `undefined` where none is exact (1/3). */
  toDecimal(): Decimal | undefined {
    const { numerator, denominator } = this.reduced()
    let rest = denominator
    let twos = 0
    let fives = 0
    for (; rest % 2n === 0n; rest /= 2n) twos++
    for (; rest % 5n === 0n; rest /= 5n) fives++
    if (rest !== 1n) return undefined
    const scale = Math.max(twos, fives)
    return Decimal.of((numerator * 10n ** BigInt(scale)) / denominator, scale)
  }

  /** To so many places, half away from zero. */
  round(places: number): Decimal {
    const magnitude = this.numerator < 0n ? -this.numerator : this.numerator
    const scaled = magnitude * 10n ** BigInt(places)
    const units = (2n * scaled + this.denominator) / (2n * this.denominator)
    return Decimal.of(this.numerator < 0n ? -units : units, places)
  }

  /** Dollars and cents, half up: `1962.86`. */
  toDollars(): string {
    const [whole, cents = ''] = String(this.round(2)).split('.')
    return `${whole}.${cents.padEnd(2, '0')}`
  }

  /** The shortest decimal, or where none is exact the fraction in lowest terms: `2/3`. */
  toString(): string {
    const decimal = this.toDecimal()
    if (decimal) return decimal.toString()
    const { numerator, denominator } = this.reduced()
    return `${numerator}/${denominator}`
  }

  toJSON(): string {
    return this.toString()
  }

  private reduced(): Ratio {
    const divisor = greatestCommonDivisor(this.numerator, this.denominator)
    return divisor === 1n ? this : new Ratio(this.numerator / divisor, this.denominator / divisor)
  }
}

export const ZERO = new Ratio(0n)

/** The least number that all are divisors of; all are more than zero. */
export function leastCommonMultiple(numbers: Iterable<bigint>): bigint {
  let least = 1n
  for (const number of new Set(numbers)) least *= number / greatestCommonDivisor(least, number)
  return least
}

/** Of two numbers that are not both zero; never negative. */
function greatestCommonDivisor(one: bigint, other: bigint): bigint {
  let a = one < 0n ? -one : one
  let b = other
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}
