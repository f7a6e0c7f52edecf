import { type CalendarDate, type Decimal, type PriceLine, priceLines } from '@section16/core'
import type { TradeFill } from './values.ts'
import { dollars } from './wording.ts'

/** A line of trades of one day, with the trades that it adds up. */
export interface Band extends PriceLine {
  readonly fills: readonly TradeFill[]
}

/**
 * Trades of one day, one way and one line of ownership as lines: in the open market through a broker in the fewest
 * bands of one dollar, else a line for each price, for the staff letter is not for private trades.
 * Source: staff letter of 2008-06-25; Form 4, General Instruction 4(a)(ii).
 */
export function priceBands(day: CalendarDate, fills: readonly TradeFill[], venue: 'market' | 'private'): Band[] {
  const lines = venue === 'market' ? priceLines(day, fills) : linesByPrice(day, fills)
  return lines.map((line) => ({ ...line, fills: fills.filter(({ price }) => isWithin(price, line)) }))
}

function linesByPrice(day: CalendarDate, fills: readonly TradeFill[]): PriceLine[] {
  const prices = fills.map(({ price }) => price).toSorted((one, other) => one.compare(other))
  const distinct = prices.filter((price, i) => i === 0 || !price.equals(prices[i - 1]!))
  return distinct.flatMap((price) => {
    const same = fills.filter((fill) => fill.price.equals(price))
    return priceLines(day, same)
  })
}

function isWithin(price: Decimal, { lowest, highest }: PriceLine): boolean {
  return price.compare(lowest) >= 0 && price.compare(highest) <= 0
}

/**
 * The footnotes on the price of a line: range and undertaking where it is an average, none where it has one price.
 * `done`: `purchased` or `sold`; `column`: that of the price.
 */
export function rangeNotes({ lowest, highest }: Band, done: string, column: 'Column 4' | 'Column 8'): string[] {
  if (lowest.equals(highest)) return []
  return [
    `The price reported in ${column} is a weighted average price. These securities were ${done} in multiple ` +
      `transactions at prices ranging from ${dollars(lowest)} to ${dollars(highest)}, inclusive. The reporting ` +
      'person undertakes to provide to the issuer, any security holder of the issuer, or the staff of the Securities ' +
      `and Exchange Commission, upon request, full information regarding the number of securities ${done} at ` +
      'each separate price within the range set forth in this footnote.',
  ]
}
