/**
 * An exact decimal number: `units` divided by ten to the power `scale`. Never a binary float. `3.4978` is
 * `{ units: 34978n, scale: 4 }`; the scale is the least that holds the number (`1.50` has scale 1).
 */
export class Decimal {
  declare readonly units: bigint
  /** Decimal places, 0 or more. */
  declare readonly scale: number

  private constructor(units: bigint, scale: number) {
    this.units = units
    this.scale = scale
  }

  /** A whole number, or `units` shifted right by `scale` places. */
  static of(units: bigint | number, scale = 0): Decimal {
    let exact = BigInt(units)
    let places = scale
    while (places > 0 && exact % 10n === 0n) {
      exact /= 10n
      places--
    }
    return new Decimal(exact, places)
  }

  /**
   * From digits with at most one point and a sign (`1500`, `.5`, `3.49780`, `+317.01`, `007`), white space around them
   * ignored; `undefined` for anything else: commas, currency signs, exponents, words (ownership-xml.md section 2, DEC).
   */
  static parse(written: string): Decimal | undefined {
    const length = written.length
    let small = 0
    let point = -1
    for (let i = 0; i < length; i++) {
      const c = written.charCodeAt(i)
      if (c >= 48 && c <= 57) small = small * 10 + (c - 48)
      else if (c === 46 && point < 0) point = i
      else return parseSlowly(written)
    }
    const scale = point < 0 ? 0 : length - point - 1
    // Up to fifteen digits a JavaScript number counts exactly; longer ones take the slow way.
    if (length > 15 || length === 0 || (length === 1 && point === 0)) return parseSlowly(written)
    return Decimal.shortest(small, scale)
  }

  /** From units that a JavaScript number counts exactly, at most fifteen digits. */
  static shortest(units: number, scale: number): Decimal {
    let exact = units
    let places = scale
    while (places > 0 && exact % 10 === 0) {
      exact /= 10
      places--
    }
    // Made from a small integer a bigint costs a third of what it costs made from a double.
    return new Decimal(exact <= MOST_SMALL ? BigInt(exact | 0) : BigInt(exact), places)
  }

  get isZero(): boolean {
    return this.units === 0n
  }

  /** -1, 0 or 1. */
  get sign(): number {
    return this.units === 0n ? 0 : this.units < 0n ? -1 : 1
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale)
    return Decimal.of(unitsAt(this, scale) + unitsAt(other, scale), scale)
  }

  minus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale)
    return Decimal.of(unitsAt(this, scale) - unitsAt(other, scale), scale)
  }

  times(other: Decimal): Decimal {
    return Decimal.of(this.units * other.units, this.scale + other.scale)
  }

  /** -1, 0 or 1, as this number is less than, equal to or greater than the other. */
  compare(other: Decimal): number {
    const scale = Math.max(this.scale, other.scale)
    const mine = unitsAt(this, scale)
    const theirs = unitsAt(other, scale)
    return mine === theirs ? 0 : mine < theirs ? -1 : 1
  }

  equals(other: Decimal): boolean {
    return this.units === other.units && this.scale === other.scale
  }

  /** Half away from zero, as EDGAR's data sets round: `1.005` to two places is `1.01`. */
  round(places: number): Decimal {
    if (this.scale <= places) return this
    const divisor = 10n ** BigInt(this.scale - places)
    const magnitude = this.units < 0n ? -this.units : this.units
    const rounded = (magnitude + divisor / 2n) / divisor
    return Decimal.of(this.units < 0n ? -rounded : rounded, places)
  }

  /** The shortest plain form: no exponent, no trailing zeros, a zero before the point. */
  toString(): string {
    const digits = String(this.units < 0n ? -this.units : this.units)
    const sign = this.units < 0n ? '-' : ''
    if (this.scale === 0) return sign + digits
    const padded = digits.padStart(this.scale + 1, '0')
    return `${sign}${padded.slice(0, -this.scale)}.${padded.slice(-this.scale)}`
  }

  toJSON(): string {
    return this.toString()
  }
}

function unitsAt(decimal: Decimal, scale: number): bigint {
  return scale === decimal.scale ? decimal.units : decimal.units * 10n ** BigInt(scale - decimal.scale)
}

/** What fits into the processor's own integers. */
const MOST_SMALL = 0x3fffffff

/** Nobody owns a number of more digits; without a bound a hostile one would cost time beyond its length. */
const MOST_DIGITS = 1000

function parseSlowly(written: string): Decimal | undefined {
  if (written.length > MOST_DIGITS) return undefined
  const found = /^[\s]*([+-]?)(\d*)(?:\.(\d*))?[\s]*$/.exec(written)
  if (!found) return undefined
  const [, sign, whole = '', fraction = ''] = found
  if (whole === '' && fraction === '') return undefined
  const units = BigInt(whole + fraction)
  return Decimal.of(sign === '-' ? -units : units, fraction.length)
}
