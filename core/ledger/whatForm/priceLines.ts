import { type Assumptions, DEFAULT_ASSUMPTIONS } from '../../facts/assumptions.ts'
import { day } from '../../facts/dated.ts'
import type { CalendarDate } from '../../model/calendarDate.ts'
import { Decimal } from '../../model/decimal.ts'
import { Ratio, ZERO } from '../shortSwing/ratio.ts'

/** From here on trades at several prices may share a line. Source: staff letter; section16-rules.md 0 and 2.9 [V:SCSGP]. */
const AVERAGES_FROM = day('2008-06-25')

/** How far apart the prices on a line may lie, in US dollars. Source: staff letter of 2008-06-25, condition 2. */
const WIDEST = Decimal.of(1)

/** Places of a weighted average price. Source: section16-rules.md 2.9 [K]. */
const PLACES = 4

/** A part of an order that was carried out at one price. */
export interface Fill {
  /** More than zero. */
  readonly shares: Decimal
  /** US dollars a share. */
  readonly price: Decimal
}

/** A line of Table I. */
export interface PriceLine {
  readonly shares: Decimal
  /** The weighted average to four places, half up; the price itself where there is one only. */
  readonly price: Decimal
  /** The range for the footnote; both are the price where there is one only. */
  readonly lowest: Decimal
  readonly highest: Decimal
}

/**
 * The fewest lines on which a day's trades are reported, by rising price. Of one security, one line of ownership, one day
 * and one way, in the open market through a broker: that is for who asks to see to, as are the footnotes with the range
 * and the undertaking. Before the staff letter each price has a line. `range`: whether prices exactly a dollar apart go
 * together. Source: section16-rules.md 2.9; Form 4, Instruction 4(a)(ii).
 */
export function priceLines(
  date: CalendarDate,
  fills: readonly Fill[],
  range: Assumptions['one-dollar-range'] = DEFAULT_ASSUMPTIONS['one-dollar-range'],
): PriceLine[] {
  const lines: [Fill, ...Fill[]][] = []
  for (const fill of fills.toSorted((one, other) => one.price.compare(other.price))) {
    const line = lines.at(-1)
    // From left to right: a line as full as can be leaves the fewest for the rest.
    if (line && goTogether(line[0].price, fill.price, date, range)) line.push(fill)
    else lines.push([fill])
  }
  return lines.map(lineOf)
}

function goTogether(
  lowest: Decimal,
  price: Decimal,
  date: CalendarDate,
  range: Assumptions['one-dollar-range'],
): boolean {
  const spread = price.minus(lowest)
  if (spread.isZero) return true
  return date.day >= AVERAGES_FROM.day && spread.compare(WIDEST) <= (range === 'included' ? 0 : -1)
}

function lineOf(fills: readonly [Fill, ...Fill[]]): PriceLine {
  const [{ price: lowest }] = fills
  const highest = fills.at(-1)!.price
  const shares = fills.reduce((sum, fill) => sum.plus(fill.shares), Decimal.of(0))
  const value = fills.reduce((sum, fill) => sum.plus(Ratio.of(fill.shares.times(fill.price))), ZERO)
  const price = lowest.equals(highest) ? lowest : value.over(Ratio.of(shares)).round(PLACES)
  return { shares, price, lowest, highest }
}
