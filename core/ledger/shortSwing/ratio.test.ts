import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '../../model/decimal.ts'
import { leastCommonMultiple, Ratio } from './ratio.ts'

describe('an exact fraction', () => {
  it.each([
    [new Ratio(1n, 4n), '0.25', '0.25'],
    [new Ratio(2n, 6n), '1/3', '0.33'],
    [new Ratio(-5n, 1000n), '-0.005', '-0.01'],
    [new Ratio(5n, -10n), '-0.5', '-0.50'],
    [new Ratio(1_962_855n, 1000n), '1962.855', '1962.86'],
    [new Ratio(2n, 3n), '2/3', '0.67'],
    [new Ratio(0n, 7n), '0', '0.00'],
  ])('%s reads %s, in cents %s', (ratio, text, cents) => {
    expect([String(ratio), ratio.toDollars()]).toEqual([text, cents])
    expect(JSON.stringify(ratio)).toBe(`"${text}"`)
  })

  it('keeps the laws of arithmetic', () => {
    const ratio = fc
      .tuple(fc.bigInt({ min: -10_000n, max: 10_000n }), fc.bigInt({ min: 1n, max: 500n }))
      .map(([numerator, denominator]) => new Ratio(numerator, denominator))
    fc.assert(
      fc.property(ratio, ratio, (one, other) => {
        expect(one.plus(other).minus(other).compare(one)).toBe(0)
        expect(one.compare(other)).toBe(one.minus(other).sign)
        if (other.sign !== 0) expect(one.over(other).times(other).compare(one)).toBe(0)
      }),
    )
  })

  it('is the decimal that it was made of', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -1_000_000n, max: 1_000_000n }), fc.nat(8))
      .map(([units, scale]) => Decimal.of(units, scale))
    fc.assert(
      fc.property(decimal, (one) => {
        expect(Ratio.of(one).toDecimal()).toEqual(one)
      }),
    )
  })

  it('finds the least common multiple', () => {
    expect(leastCommonMultiple([4n, 6n, 6n, 10n])).toBe(60n)
    expect(leastCommonMultiple([])).toBe(1n)
  })
})
