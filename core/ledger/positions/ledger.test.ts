import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CalendarDate } from '../../model/calendarDate.ts'
import { Decimal } from '../../model/decimal.ts'
import { lineName } from '../amendments/index.ts'
import type { FiledReport } from '../filedReport.ts'
import { type InventedLine, type InventedReport, invented } from '../inventedReports.mts'
import { breaksOf, type Ledger, ledgerOf, type Position, positionAsOf } from './index.ts'

const day = (written: string) => CalendarDate.parse(written)!
const report = (filed: string, lines: readonly InventedLine[], more: InventedReport = {}) =>
  invented({ filed, lines, ...more })

/** A position in one line: its balances as they went, a break in brackets. */
function course({ opening, steps }: Position): string {
  return [
    String(opening.balance),
    ...steps.map((step) => (step.kind === 'line' ? String(step.balance) : `[${String(step.size)}]`)),
  ].join(' ')
}

const courses = (ledger: Ledger) => ledger.positions.map(course)
const of = (...reports: FiledReport[]) => ledgerOf(reports)

describe('section16-rules.md 2.6, worked example: 1,000 options at 12.50, 600 sold, 150 withheld', () => {
  const option = { price: '12.50', expires: '2030-01-01' }
  const ledger = of(
    report('2025-02-03', [['-> 10000'], ['-> 1000', { title: 'Stock Option (right to buy)', derivative: option }]], {
      form: '3',
    }),
    report('2025-03-05', [
      ['2025-03-03 M 1000 @ 12.50 -> 11000'],
      ['2025-03-03 S 600 @ 30.00 -> 10400'],
      ['2025-03-03 F 150 @ 30.00 -> 10250'],
      ['2025-03-03 M D 1000 @ 0 -> 0', { title: 'Stock Option (right to buy)', derivative: option }],
    ]),
  )

  it('chains in both tables, from the Form 3', () => {
    expect(courses(ledger)).toEqual(['1000 1000 0', '10000 10000 11000 10400 10250'])
    expect(ledger.positions.map(({ opening }) => opening.from)).toEqual(['form3', 'form3'])
  })
})

describe('section16-rules.md 2.7: amounts following reported transactions', () => {
  it('R2.7.1: direct and each nature of indirect ownership are lines of their own', () => {
    const ledger = of(
      report('2024-03-04', [
        ['2024-03-01 S 100 @ 14 -> 900'],
        ['2024-03-01 S 10 @ 14 -> 90', { nature: 'I By Spouse' }],
        ['2024-03-01 S 20 @ 14 -> 80', { nature: 'I By Trust' }],
      ]),
    )
    expect(courses(ledger)).toEqual(['1000 900', '100 90', '100 80'])
  })

  it('R2.7.2: a running total, or one total after all lines', () => {
    const first = report('2024-02-01', [['-> 1000']], { form: '3', period: '2024-02-01' })
    const running = report('2024-03-04', [['2024-03-01 S 100 @ 14 -> 900'], ['2024-03-01 S 50 @ 15 -> 850']])
    const total = report('2024-03-04', [['2024-03-01 S 100 @ 14 -> 850'], ['2024-03-01 S 50 @ 15 -> 850']])
    expect(courses(of(first, running))).toEqual(['1000 1000 900 850'])
    expect(courses(of(first, total))).toEqual(['1000 1000 900 850'])
  })

  it('lines in another order than that of the trades', () => {
    const lines: readonly InventedLine[] = [['2024-03-02 S 50 @ 15 -> 850'], ['2024-03-01 S 100 @ 14 -> 900']]
    const ledger = of(
      report('2024-02-01', [['-> 1000']], { form: '3', period: '2024-02-01' }),
      report('2024-03-04', lines),
    )
    expect(courses(ledger)).toEqual(['1000 1000 900 850'])
  })

  it('R2.7.5: a series is title, exercise price and expiry', () => {
    const option = (price: string, expires: string, written: string): InventedLine => [
      written,
      { title: 'Option', derivative: { price, expires } },
    ]
    const ledger = of(
      report('2024-03-04', [
        option('10', '2030-01-01', '2024-03-01 A 100 @ 0 -> 100'),
        option('10', '2031-01-01', '2024-03-01 A 200 @ 0 -> 200'),
        option('11', '2030-01-01', '2024-03-01 A 300 @ 0 -> 300'),
      ]),
      report('2024-04-04', [option('10', '2031-01-01', '2024-04-01 M D 50 @ 0 -> 150')]),
    )
    expect(courses(ledger)).toEqual(['0 100', '0 200 150', '0 300'])
  })

  it('R2.7.5, doubtful: without an expiry the date exercisable tells grants apart, unless said otherwise', () => {
    const unit = (exercisable: string, written: string): InventedLine => [
      written,
      { title: 'RSU', derivative: { exercisable } },
    ]
    const reports = [
      report('2024-03-04', [unit('2025-01-01', '-> 100')]),
      report('2024-04-04', [unit('2026-01-01', '-> 90')]),
    ]
    const usual = ledgerOf(reports)
    expect([usual.positions.length, usual.options.series]).toEqual([2, 'exercisableWithoutExpiry'])
    const other = ledgerOf(reports, { series: 'titlePriceExpiry' })
    expect([courses(other), other.options.series]).toEqual([['100 100 [-10] 90'], 'titlePriceExpiry'])
    expect(other.derivation.map(({ rule }) => rule)).toContain('titlePriceExpiry')
  })

  it('R2.7.6: a Form 5 speaks of the end of the fiscal year, a Form 3 of its event', () => {
    const ledger = of(
      report('2024-01-04', [['2024-01-03 S 100 @ 14 -> 900']]),
      report('2024-02-14', [['2023-06-01 G D 10 @ 0 -> 1000']], { form: '5', period: '2023-12-31' }),
      report('2024-01-09', [['-> 1010']], { form: '3', period: '2023-01-02' }),
    )
    expect(courses(ledger)).toEqual(['1010 1010 1000 900'])
  })

  it('R2.7.7: amounts in dollars are counted as such, apart', () => {
    const [line] = report('2024-03-04', [['-> 1000']]).document.nonDerivativeTable.rows
    expect(line).toBeDefined()
    const bonds = report('2024-03-04', [['-> 1000', { title: 'Notes' }]])
    const amounts = bonds.document.nonDerivativeTable.rows[0]!.postTransactionAmounts
    amounts.valueOwnedFollowingTransaction = amounts.sharesOwnedFollowingTransaction
    amounts.sharesOwnedFollowingTransaction = line!.amounts.shares
    expect(of(bonds).positions.map(({ key }) => key.unit)).toEqual(['value'])
  })

  it('R2.7.8: a total that does not follow is a break with its size', () => {
    const ledger = of(
      report('2024-03-04', [['2024-03-01 S 100 @ 14 -> 900']]),
      report('2024-04-04', [['2024-04-02 S 50 @ 15 -> 870']]),
    )
    const [position] = ledger.positions
    expect(course(position!)).toBe('1000 900 [20] 870')
    expect(breaksOf(position!)[0]).toMatchObject({ expected: Decimal.of(900), opening: Decimal.of(920) })
  })
})

describe('lines that the form cannot tell apart', () => {
  it('are told apart by their totals', () => {
    const trusts = (a: string, b: string): readonly InventedLine[] => [
      [`-> ${a}`, { nature: 'I By Trust' }],
      [`-> ${b}`, { nature: 'I By Trust' }],
    ]
    const ledger = of(
      report('2024-01-04', trusts('500', '800'), { period: '2024-01-04' }),
      report('2024-02-04', trusts('800', '500'), { period: '2024-02-04' }),
      report('2024-03-04', [['2024-03-01 S 100 @ 1 -> 700', { nature: 'I By Trust' }]]),
    )
    expect(courses(ledger)).toEqual(['500 500 500', '800 800 800 700'])
  })

  it('grants of one day and size are two positions', () => {
    const grant: InventedLine = ['2024-03-01 A 500 @ 0 -> 500', { title: 'Restricted Stock Unit', derivative: {} }]
    expect(courses(of(report('2024-03-04', [grant, grant])))).toEqual(['0 500', '0 500'])
  })

  it('of several reports of one day the order is found from the totals', () => {
    const first = report('2024-03-04', [['2024-03-01 S 10 @ 1 -> 80']], { key: '0009999990-24-000001' })
    const second = report('2024-03-04', [['2024-03-01 S 10 @ 2 -> 90']], { key: '0009999990-24-000002' })
    const before = report('2024-02-04', [['2024-02-01 P 100 @ 1 -> 100']])
    expect(courses(of(before, first, second))).toEqual(['0 100 90 80'])
  })
})

describe('section16-rules.md 1.4: joint filings and split submissions', () => {
  const lines: readonly InventedLine[] = [['2024-03-01 P 100 @ 14 -> 1100', { nature: 'I See Footnote' }]]
  const many = Array.from({ length: 10 }, (_, i) => String(3001 + i))

  it('counts a joint filing once', () => {
    const ledger = of(report('2024-03-04', lines, { owners: ['2001', '2002'] }))
    expect(ledger.positions.map(({ owners }) => owners)).toEqual([['0000002001', '0000002002']])
  })

  it('counts the parts of a filing with more than ten owners once', () => {
    const ledger = of(report('2024-03-04', lines, { owners: many }), report('2024-03-04', lines, { owners: ['2001'] }))
    expect(ledger.repeated).toMatchObject([{ because: 'full' }])
    expect(courses(ledger)).toEqual(['1000 1100'])
  })

  it('does not take two directors with the same grant for one', () => {
    const ledger = of(
      report('2024-03-04', lines, { owners: ['2001'] }),
      report('2024-03-04', lines, { owners: ['2002'] }),
    )
    expect(courses(ledger)).toEqual(['1000 1100', '1000 1100'])
  })

  it('counts a report that was filed twice once', () => {
    const ledger = of(report('2024-03-04', lines), report('2024-03-04', lines))
    expect(ledger.repeated).toMatchObject([{ because: 'refiled' }])
  })

  it('goes on when an owner joins or leaves', () => {
    const next: readonly InventedLine[] = [['2024-04-01 S 100 @ 14 -> 1000', { nature: 'I See Footnote' }]]
    const ledger = of(
      report('2024-03-04', lines, { owners: ['2001', '2002'] }),
      report('2024-04-04', next, { owners: ['2001'] }),
    )
    expect(courses(ledger)).toEqual(['1000 1100 1000'])
  })
})

describe('the ledger as of a day, and as known on one', () => {
  const first = report('2024-02-01', [['-> 1000']], { form: '3', period: '2024-02-01' })
  const second = report('2024-03-04', [['2024-03-01 S 100 @ 14 -> 900']])
  const late = report('2024-06-04', [['2024-02-15 S 50 @ 14 -> 850']])
  const asOf = (date: string, ledger = of(first, second, late)) => positionAsOf(ledger.positions[0]!, day(date))

  it('a late report counts on the day of its transaction', () => {
    expect(asOf('2024-02-20').quantity).toEqual(Decimal.of(950))
    expect(asOf('2024-03-01').quantity).toEqual(Decimal.of(850))
    expect(asOf('2024-01-31')).toMatchObject({ quantity: undefined, state: 'beforeFirstBalance' })
  })

  it('and was not known before it was filed', () => {
    const known = ledgerOf([first, second, late], { knownOn: day('2024-05-01') })
    expect(asOf('2024-03-01', known).quantity).toEqual(Decimal.of(900))
  })

  it('an old form can be amended without moving what was known, and nothing but its own lines moves', () => {
    const amended = invented({
      form: '4/A',
      filed: '2024-07-01',
      original: '2024-03-04',
      period: '2024-03-01',
      lines: [['2024-03-01 S 110 @ 14 -> 890']],
    })
    const reports = [first, second, report('2024-06-04', [['2024-06-03 S 50 @ 14 -> 850']]), amended]
    expect(courses(ledgerOf(reports, { knownOn: day('2024-06-30') }))).toEqual(['1000 1000 900 850'])
    expect(courses(ledgerOf(reports, { view: 'asAmended' }))).toEqual(['1000 1000 890 [10] 850'])
  })

  it('says that a day lies in a break', () => {
    const later = report('2024-05-04', [['2024-05-01 S 10 @ 14 -> 690']])
    expect(asOf('2024-04-01', of(first, second, later))).toMatchObject({ state: 'between', quantity: Decimal.of(900) })
    expect(asOf('2024-05-01', of(first, second, later))).toMatchObject({ state: 'reported', quantity: Decimal.of(690) })
  })
})

/** A history of one owner: reports that tell the truth, with a running total or one total, and some of them lost. */
const history = fc
  .array(
    fc.record({
      trades: fc.array(
        fc.integer({ min: -30, max: 60 }).filter((n) => n !== 0),
        { minLength: 1, maxLength: 5 },
      ),
      total: fc.boolean(),
      isLost: fc.boolean(),
      nature: fc.constantFrom('D', 'I By Spouse'),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((filings) => {
    const balances: Record<string, number> = { D: 1000, 'I By Spouse': 500 }
    return filings.map(({ trades, total, isLost, nature }, i) => {
      const date = String(new CalendarDate(day('2024-01-02').day + 7 * i))
      const after = trades.map((trade) => {
        balances[nature] = (balances[nature] ?? 0) + trade
        return balances[nature]
      })
      const lines = trades.map((trade, j): InventedLine => {
        const what = trade > 0 ? `P ${trade}` : `S ${-trade}`
        return [`${date} ${what} @ 1 -> ${total ? after.at(-1) : after[j]}`, { nature }]
      })
      return { isLost, report: report(date, lines) }
    })
  })

/** All orders of a list. */
function orders<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, i) => orders(items.toSpliced(i, 1)).map((rest) => [item, ...rest]))
}

describe('the order of a report’s lines is found, against trying all of them', () => {
  const some = fc.array(
    fc
      .record({ from: fc.integer({ min: 1, max: 3 }), to: fc.integer({ min: 1, max: 3 }) })
      .filter(({ from, to }) => from !== to),
    { minLength: 1, maxLength: 6 },
  )

  it('whenever the lines can follow one another in some order, there is no break', () => {
    fc.assert(
      fc.property(some, (steps) => {
        // No two lines one after another with one total: that reading has a test of its own.
        fc.pre(steps.every(({ to }, i) => to !== steps[i + 1]?.to))
        const follows = (order: typeof steps) => order.every(({ from }, i) => from === (i === 0 ? 1 : order[i - 1]!.to))
        const lines = steps.map(({ from, to }): InventedLine => {
          const change = 100 * (to - from)
          return [`2024-03-01 ${change > 0 ? `P ${change}` : `S ${-change}`} @ 1 -> ${100 * to}`]
        })
        const first = report('2024-02-01', [['-> 100']], { form: '3', period: '2024-02-01' })
        const [position] = of(first, report('2024-03-04', lines)).positions
        expect(breaksOf(position!).length === 0).toBe(orders(steps).some(follows))
      }),
      { numRuns: 1000 },
    )
  })

  it('a detour from a balance and back is not passed by', () => {
    const first = report('2024-02-01', [['-> 100']], { form: '3', period: '2024-02-01' })
    const lines: readonly InventedLine[] = [
      ['2024-03-03 S 10 @ 1 -> 90'],
      ['2024-03-01 S 20 @ 1 -> 80'],
      ['2024-03-02 P 20 @ 1 -> 100'],
    ]
    expect(courses(of(first, report('2024-03-04', lines)))).toEqual(['100 100 80 100 90'])
  })
})

describe('properties', () => {
  it('an honest history without gaps has no breaks', () => {
    fc.assert(
      fc.property(history, (reports) => {
        for (const position of of(...reports.map((one) => one.report)).positions) expect(breaksOf(position)).toEqual([])
      }),
    )
  })

  it('opening + changes + breaks = closing = the last total, and every line is counted once', () => {
    fc.assert(
      fc.property(history, (reports) => {
        const given = reports.filter(({ isLost }) => !isLost).map((one) => one.report)
        const ledger = of(...given)
        const names: string[] = []
        for (const { opening, steps, closing } of ledger.positions) {
          const sum = steps.reduce(
            (total, step) => total.plus(step.kind === 'line' ? step.change : step.size),
            opening.balance,
          )
          expect(String(sum)).toBe(String(closing))
          const lines = steps.flatMap((step) => (step.kind === 'line' ? [step.movement] : []))
          expect(String(lines.at(-1)?.stated)).toBe(String(closing))
          names.push(...lines.map(({ line }) => lineName(line)))
        }
        const all = given.flatMap(({ key, document }) =>
          document.nonDerivativeTable.rows.map((_, i) => `${key} nonDerivative ${i + 1}`),
        )
        expect(names.toSorted()).toEqual(all.toSorted())
      }),
    )
  })

  it('whatever the order in which the reports are given, the ledger is the same', () => {
    const shuffled = history.chain((reports) => {
      const given = reports.filter(({ isLost }) => !isLost).map((one) => one.report)
      return fc.record({ given: fc.constant(given), shuffled: fc.shuffledSubarray(given, { minLength: given.length }) })
    })
    fc.assert(
      fc.property(shuffled, ({ given, shuffled: other }) => {
        expect(of(...other)).toEqual(of(...given))
      }),
    )
  })

  it('the last day has the closing balance', () => {
    fc.assert(
      fc.property(history, (reports) => {
        for (const position of of(...reports.map((one) => one.report)).positions) {
          expect(positionAsOf(position, day('2030-01-01')).quantity).toEqual(position.closing)
        }
      }),
    )
  })
})
