import { describe, expect, it } from 'vitest'
import { day } from '../facts/dated.ts'
import { CalendarDate } from '../model/calendarDate.ts'
import { Decimal } from '../model/decimal.ts'
import { form4Deadline } from './deadlines/index.ts'
import { isWithinSixMonths, type Lots, lastMatchableDay, maximumProfit, Ratio } from './shortSwing/index.ts'
import { one, profitOf, source, totals, trade } from './shortSwing/inventedTrades.mts'
import { addMonths } from './vesting/addMonths.ts'

/**
 * Wrong answers of other open calculators (peers/filing-side.md, table of open source), each made again by what is known
 * of how they count, beside the law's answer. A case shows both: what they say, and what is right.
 */

const lots = (bought: readonly string[], sold: readonly string[]): Lots => {
  const lot = (written: string) => {
    const [date = '', shares = '', price = ''] = written.split(' ')
    return { date: day(date), shares: Ratio.of(Decimal.parse(shares)!), price: Ratio.of(Decimal.parse(price)!) }
  }
  return { purchases: bought.map(lot), sales: sold.map(lot) }
}

/** Windows as others count them: whether two days, the earlier first, are “within six months”. */
const theirs = {
  /** A solver in Rust: clamped to the end of the month, the day before the anniversary included. */
  clampedCount: (from: CalendarDate, to: CalendarDate) => to.day < addMonths(from, 6)!.day,
  /** A calculator in Python: 183 days, inclusive. */
  days183: (from: CalendarDate, to: CalendarDate) => to.day - from.day <= 183,
}

describe('O4, O5: the window, by Colonial Realty v. MacWilliams (4.1)', () => {
  it.each([
    ['1972-12-20', '1973-06-19'],
    ['1972-12-22', '1973-06-21'],
  ])('sold %s, bought %s: they match it, the court held it outside', (sold, bought) => {
    for (const isWithin of Object.values(theirs)) expect(isWithin(day(sold), day(bought))).toBe(true)
    for (const monthEnd of ['nextMonthFirst', 'clamp'] as const) {
      expect(String(maximumProfit(lots([`${bought} 100 20`], [`${sold} 100 30`]), monthEnd).total)).toBe('0')
      const dayBefore = String(new CalendarDate(day(bought).day - 1))
      expect(String(maximumProfit(lots([`${dayBefore} 100 20`], [`${sold} 100 30`]), monthEnd).total)).toBe('1000')
    }
  })

  it('183 days are one to four too many (4.1: the gap is 179 to 182 days)', () => {
    const over = Array.from({ length: 365 }, (_, i) => {
      const first = new CalendarDate(day('2025-01-01').day + i)
      return first.day + 183 - lastMatchableDay(first).day
    })
    expect([Math.min(...over), Math.max(...over)]).toEqual([1, 4])
  })
})

/** The three greedy ways of section 4.3, in dollars; each lot of these examples is used whole. */
const greedy = {
  'best pair first': (gain: Gain, other: Gain) => other.unit - gain.unit,
  'lowest buy takes highest sale': (gain: Gain, other: Gain) => gain.bought - other.bought || other.sold - gain.sold,
  'highest sale takes lowest buy': (gain: Gain, other: Gain) => other.sold - gain.sold || gain.bought - other.bought,
}
interface Gain {
  readonly bought: number
  readonly sold: number
  readonly unit: number
}

/** What 100 shares a lot come to, in dollars, as cents a share are; pairs are taken in a greedy order. */
function takenInTurn({ purchases, sales }: Lots, order: (one: Gain, other: Gain) => number): number {
  const cents = ({ price }: { price: Ratio }) => Number(price.round(2).times(Decimal.of(100)).toString())
  const gains = purchases.flatMap((purchase) =>
    sales.flatMap((sale) => {
      const unit = cents(sale) - cents(purchase)
      const isTaken = unit > 0 && isWithinSixMonths(purchase.date, sale.date)
      return isTaken ? [{ purchase, sale, bought: cents(purchase), sold: cents(sale), unit }] : []
    }),
  )
  const used = new Set<object>()
  let taken = 0
  for (const { purchase, sale, unit } of gains.toSorted(order)) {
    if (used.has(purchase) || used.has(sale)) continue
    used.add(purchase).add(sale)
    taken += unit
  }
  return taken
}

describe('O5: a transportation method that is greedy (4.3, the counterexample and “near one half”)', () => {
  const cases = [
    ['11', '19', 1000, '1800'],
    ['10.01', '19.99', 1000, '1998'],
  ] as const
  const ways = Object.entries(greedy).flatMap(([way, order]) => cases.map((one) => [way, ...one, order] as const))

  it.each(ways)('%s: bought at %s, sold at %s, they say %i where %s is due', (_, bought, sold, said, due, order) => {
    const given = lots(
      [`2025-01-06 100 ${bought}`, '2025-05-05 100 10'],
      ['2025-03-03 100 20', `2025-08-04 100 ${sold}`],
    )
    expect(takenInTurn(given, order)).toBe(said)
    expect(String(maximumProfit(given).total)).toBe(due)
  })
})

describe('O5: grants and exercises counted as purchases (2.2, 4.5)', () => {
  const call = { call: 'Call 5.00 2030-01-06' }
  const trades = [
    trade('2025-01-06 A 1000 @ 0', call),
    trade('2025-02-03 M A 1000 @ 5'),
    trade('2025-02-03 M D 1000 @ 0', call),
    trade('2025-02-03 S 1000 @ 36'),
  ]

  it('they match the exercise with its sale, 31,000; approved, nothing is matched', () => {
    const exercise = lots(['2025-02-03 1000 5'], ['2025-02-03 1000 36'])
    expect(String(maximumProfit(exercise).total)).toBe('31000')
    expect(one(trades, { exemptions: [{ code: 'A', approved: true, source }] })).toBe('0')
  })

  it('a grant of stock without an approval fact and a sale in the window give two totals', () => {
    const answer = profitOf([trade('2025-01-06 A 1000 @ 0'), trade('2025-02-03 S 1000 @ 36')])
    expect(totals(answer)).toEqual(['0', '36000'])
    expect(answer.missing).toMatchObject([{ kind: 'exemption', law: 'Rule 16b-3(d)' }])
  })
})

describe('O4: no exemptions, derivatives or classes', () => {
  it.each([
    ['a gift received is no purchase (16b-5)', ['2025-01-06 G A 100 @ 0', '2025-03-03 S 100 @ 20'], '2000', '0'],
    [
      'shares withheld for tax, approved, are no sale (16b-3(e))',
      ['2025-01-06 P 100 @ 10', '2025-03-03 F 100 @ 20'],
      '1000',
      '0',
    ],
  ])('%s', (_, written, plain, due) => {
    const [bought = '', sold = ''] = written
    const asPlain = [bought.replace(' G A ', ' P '), sold.replace(' F ', ' S ')].map((text) => trade(text))
    expect(one(asPlain)).toBe(plain)
    const exemptions = [{ code: 'F', approved: true, source }]
    expect(one([trade(bought), trade(sold)], { exemptions })).toBe(due)
  })

  it('a call bought and stock sold: not the premium against the price, but the market prices (16b-6(c)(2))', () => {
    const trades = [trade('2025-01-06 P 1000 @ 2', { call: 'Call 30 2025-12-19' }), trade('2025-03-03 S 1000 @ 36')]
    expect(String(maximumProfit(lots(['2025-01-06 1000 2'], ['2025-03-03 1000 36'])).total)).toBe('34000')
    const marketPrices = [{ date: day('2025-01-06'), price: Ratio.of(Decimal.of(30)), source }]
    expect(one(trades, { marketPrices })).toBe('6000')
  })

  it('two classes are not matched with each other', () => {
    const sold = trade('2025-03-03 S 100 @ 20', { classKey: 'class b', title: 'Class B' })
    expect(one([trade('2025-01-06 P 100 @ 10'), sold])).toBe('0')
  })
})

describe('O6: due dates by weekends only (3.6 to 3.8), exemptions by hand (2.4)', () => {
  /** Two weekdays on; 1970-01-01 was a Thursday. */
  const twoWeekdaysAfter = (date: CalendarDate) => {
    let { day: number } = date
    for (let left = 2; left > 0; ) {
      number++
      if ((number + 3) % 7 < 5) left--
    }
    return String(new CalendarDate(number))
  }

  it.each([
    ['a federal holiday', '2003-05-22', '2003-05-26', '2003-05-27'],
    ['a national day of mourning', '2018-12-03', '2018-12-05', '2018-12-06'],
    ['a holiday observed on the Friday before', '2021-06-16', '2021-06-18', '2021-06-21'],
    ['closings by executive order', '2025-12-22', '2025-12-24', '2025-12-29'],
  ])('%s: of a trade of %s they say %s, due is %s', (_, trading, said, due) => {
    expect(twoWeekdaysAfter(day(trading))).toBe(said)
    expect(String(form4Deadline(day(trading)).dueDate)).toBe(due)
  })

  it('they take 16b-3 as a hand tick: here it is a fact with its law, its condition and its source', () => {
    const granted = trade('2025-01-06 A 100 @ 0', { key: 'grant' })
    const [missing] = profitOf([granted, trade('2025-02-03 S 100 @ 36')]).missing
    expect(missing).toMatchObject({ transaction: 'grant', condition: expect.stringMatching(/approved by the board/) })
  })
})
