import { describe, expect, test } from 'vitest'
import { priceRangeReading } from './priceRanges.ts'

function told(text: string): string {
  const reading = priceRangeReading(text)
  if (!reading) return 'none'
  const { certainty, reasons, ranges, averages, hasUndertaking } = reading
  const said = ranges.map(
    ({ low, high, isInclusive }) => `${String(low)}..${String(high)}${isInclusive ? ' inclusive' : ''}`,
  )
  return [
    certainty === 'certain' ? '' : `${certainty} (${reasons.join(' ')})`,
    ...said,
    ...averages.map((one) => `average ${String(one)}`),
    hasUndertaking ? 'undertaking' : '',
  ]
    .filter((one) => one !== '')
    .join(', ')
}

describe('section16-rules.md 2.9: a weighted average price with its range and undertaking', () => {
  test.each([
    [
      'The price is a weighted average price. Sold at prices ranging from $20.01 to $20.99, inclusive. Jane Doe undertakes to provide the number of shares at each price upon request.',
      '20.01..20.99 inclusive, undertaking',
    ],
    ['Weighted-average price. Bought at $1,019.80 - $1,020.', '1019.8..1020'],
    ['A weighted average price of $20.50 (range $20.01 to 20.99).', '20.01..20.99, average 20.5'],
    ['Weighted average sale price; the highest price was $20.99 and the lowest $20.01.', '20.01..20.99'],
    ['Weighted average purchase price, from a low of $.95 per share to a high of $1.05 per share.', '0.95..1.05'],
    ['Weighted average price of trades between $20.01 and $20.99.', '20.01..20.99'],
    ['Weighted average prices; the prices ranged from 20.0100 to 20.9900.', '20.01..20.99'],
    [
      'Weighted average price; prices from $1.10 to $1.20, rounded to the nearest cent, inclusive.',
      '1.1..1.2 inclusive',
    ],
    // Several lines.
    ['Weighted average prices of (1) $20.01 to $20.99 and (2) $21.00 to $21.50.', '20.01..20.99, 21..21.5'],
    ['Executed in multiple trades at prices ranging from $20.01 to $20.99.', '20.01..20.99'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })

  test.each([
    ['The price is a weighted average price.', 'left (noRange)'],
    ['Weighted average of shares sold at $20.01 and $20.99.', 'left (noRange)'],
    ['Weighted average price; prices ranged from $20.99 to $20.01.', 'left (lowAboveHigh)'],
    ['Weighted average price; prices ranged from C$20.01 to C$20.99.', 'left (foreignCurrency)'],
    // A price that is in no range: something more is said.
    [
      'Weighted average price from $20.01 to $20.99, before a commission of $0.05.',
      'probable (otherPrices), 20.01..20.99',
    ],
    ['The weighted average price of Class A stock, $0.001 par value, sold from $20.01 to $20.99.', '20.01..20.99'],
    ['Sold at $20.01.', 'none'],
    ['The average of our stock price over 90 days.', 'none'],
  ])('left, doubted or none: %s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })

  test('a range says where it stands', () => {
    const text = 'Weighted average price from $20.01 to $20.99.'
    const [range] = priceRangeReading(text)!.ranges
    expect(text.slice(range!.at.start, range!.at.end)).toBe('$20.01 to $20.99')
  })

  test('a hostile footnote costs no more than its length', () => {
    const began = process.cpuUsage().user
    expect(priceRangeReading(`weighted average price from ${'$1.00 '.repeat(30_000)}`)?.ranges).toHaveLength(15_000)
    expect((process.cpuUsage().user - began) / 1e6).toBeLessThan(3)
  })
})
