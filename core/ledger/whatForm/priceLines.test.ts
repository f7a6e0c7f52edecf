import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../facts/dated.ts'
import { Decimal } from '../../model/decimal.ts'
import { type Fill, type PriceLine, priceLines } from './priceLines.ts'

const decimal = (written: string) => Decimal.parse(written)!
const fills = (...written: string[]): Fill[] =>
  written.map((one) => {
    const [shares = '', price = ''] = one.split(' @ ')
    return { shares: decimal(shares), price: decimal(price) }
  })
const shown = ({ shares, price, lowest, highest }: PriceLine) =>
  [shares, '@', price, lowest.equals(highest) ? '' : `(${String(lowest)}–${String(highest)})`].join(' ').trim()

const TODAY = day('2024-03-01')
const ofDay = (date: string, ...written: string[]) => priceLines(day(date), fills(...written)).map(shown)

describe('section16-rules.md 2.9: same-day trades on one line', () => {
  const example = ['300 @ 20.01', '1200 @ 20.155', '500 @ 20.4999', '1000 @ 20.99', '400 @ 21.02']

  it('the example: spread 1.01, so two rows', () => {
    expect(ofDay('2024-03-01', ...example)).toEqual(['3000 @ 20.4763 (20.01–20.99)', '400 @ 21.02'])
    expect(ofDay('2024-03-01', ...example.toReversed())).toEqual(['3000 @ 20.4763 (20.01–20.99)', '400 @ 21.02'])
  })

  it('without the letter one line per price (Instruction 4(a)(ii)): the day before it and that day', () => {
    const prices = ['20.01', '20.155', '20.4999', '20.99', '21.02']
    const alone = ofDay('2008-06-24', ...example, '50 @ 20.010')
    expect(alone.map((line) => line.split(' @ ')[1])).toEqual(prices)
    expect(alone[0]).toBe('350 @ 20.01')
    expect(ofDay('2008-06-25', ...example)).toHaveLength(2)
  })

  it('a spread of exactly $1.00: treated as allowed, or not, as is chosen [K?]', () => {
    const dollar = fills('100 @ 20', '100 @ 21')
    expect(priceLines(TODAY, dollar).map(shown)).toEqual(['200 @ 20.5 (20–21)'])
    expect(priceLines(TODAY, dollar, 'excluded').map(shown)).toEqual(['100 @ 20', '100 @ 21'])
    expect(ofDay('2024-03-01', '100 @ 20', '100 @ 21.0001')).toHaveLength(2)
  })

  it('the average in exact arithmetic, printed with four decimals, half up', () => {
    expect(ofDay('2024-03-01', '1 @ 10.0000', '1 @ 10.0001')).toEqual(['2 @ 10.0001 (10–10.0001)'])
    expect(ofDay('2024-03-01', '2 @ 10.0000', '1 @ 10.0001')).toEqual(['3 @ 10 (10–10.0001)'])
    expect(ofDay('2024-03-01', '0.5 @ 10.25', '0.25 @ 10.75')).toEqual(['0.75 @ 10.4167 (10.25–10.75)'])
    // One price is no average: nothing is rounded.
    expect(ofDay('2024-03-01', '7 @ 0.00005')).toEqual(['7 @ 0.00005'])
    expect(ofDay('2024-03-01')).toEqual([])
  })

  const cents = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 9 })

  it('cut into the fewest groups: no cut of the sorted prices has fewer', () => {
    fc.assert(
      fc.property(cents, (prices) => {
        const lines = priceLines(
          TODAY,
          prices.map((price) => ({ shares: Decimal.of(1), price: Decimal.of(price, 2) })),
        )
        expect(lines).toHaveLength(fewestByTrial(prices.toSorted((a, b) => a - b)))
        expect(lines.reduce((sum, { shares }) => sum.plus(shares), Decimal.of(0))).toEqual(Decimal.of(prices.length))
        for (const { lowest, highest } of lines) expect(highest.minus(lowest).compare(Decimal.of(1))).not.toBe(1)
      }),
    )
  })
})

/** Every way to cut sorted prices into groups, the slow way. */
function fewestByTrial(sorted: readonly number[]): number {
  if (sorted.length === 0) return 0
  const sizes = sorted.flatMap((price, at) => (price - sorted[0]! <= 100 ? [at + 1] : []))
  return 1 + Math.min(...sizes.map((size) => fewestByTrial(sorted.slice(size))))
}
