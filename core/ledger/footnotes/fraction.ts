import type { Decimal } from '../../model/decimal.ts'

/** An exact fraction, in lowest terms, the denominator above zero. A third of an award is `1/3`, never 33.33 %. */
export class Fraction {
  declare readonly numerator: bigint
  declare readonly denominator: bigint

  static readonly ZERO = Fraction.of(0n, 1n)
  static readonly ONE = Fraction.of(1n, 1n)

  private constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator
    this.denominator = denominator
  }

  /** Throws for a denominator of zero: whoever reads one out of a text has to look first. */
  static of(numerator: bigint | number, denominator: bigint | number): Fraction {
    const [n, d] = [BigInt(numerator), BigInt(denominator)]
    if (d === 0n) throw new RangeError('a fraction of nothing')
    const common = greatestCommonDivisor(n < 0n ? -n : n, d < 0n ? -d : d)
    const sign = d < 0n ? -1n : 1n
    return new Fraction((sign * n) / common, (sign * d) / common)
  }

  static ofDecimal(decimal: Decimal): Fraction {
    return Fraction.of(decimal.units, 10n ** BigInt(decimal.scale))
  }

  plus(other: Fraction): Fraction {
    const { numerator: n, denominator: d } = other
    return Fraction.of(this.numerator * d + n * this.denominator, this.denominator * d)
  }

  minus(other: Fraction): Fraction {
    return this.plus(other.times(Fraction.of(-1n, 1n)))
  }

  times(other: Fraction): Fraction {
    return Fraction.of(this.numerator * other.numerator, this.denominator * other.denominator)
  }

  /** Throws where the other is zero. */
  dividedBy(other: Fraction): Fraction {
    return Fraction.of(this.numerator * other.denominator, this.denominator * other.numerator)
  }

  /** -1, 0 or 1, as this is less than, equal to or greater than the other. */
  compare(other: Fraction): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator
    return difference === 0n ? 0 : difference < 0n ? -1 : 1
  }

  equals(other: Fraction): boolean {
    return this.compare(other) === 0
  }

  get isWhole(): boolean {
    return this.denominator === 1n
  }

  /** The greatest whole number not above it. */
  floor(): bigint {
    const quotient = this.numerator / this.denominator
    return this.numerator < 0n && quotient * this.denominator !== this.numerator ? quotient - 1n : quotient
  }

  /** The nearest whole number, halves up. */
  round(): bigint {
    return this.plus(Fraction.of(1n, 2n)).floor()
  }

  /** `1/48`; a whole number without its `/1`. */
  toString(): string {
    return this.isWhole ? String(this.numerator) : `${this.numerator}/${this.denominator}`
  }

  toJSON(): string {
    return this.toString()
  }
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
