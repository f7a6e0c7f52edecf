import { describe, expect, it } from 'vitest'
import { CalendarDate } from '../../model/calendarDate.ts'
import { Decimal } from '../../model/decimal.ts'
import { type InventedLine, invented } from '../inventedReports.mts'
import { balancesOverTime, beneficialOwnership, economicEvents, ledgerOf } from './index.ts'

const OWNER = '0000002001'
const day = (written: string) => CalendarDate.parse(written)!

describe('section16-rules.md 5.4: with the rights to acquire within 60 days', () => {
  const option = (exercisable: string | undefined, written = '-> 27083', title = 'Option'): InventedLine => [
    written,
    {
      title,
      derivative: {
        price: '10',
        expires: '2030-01-01',
        shares: written.replace('-> ', ''),
        ...(exercisable ? { exercisable } : {}),
      },
    },
  ]
  const ask = (lines: readonly InventedLine[], asOf = '2024-03-08', more = {}) => {
    const ledger = ledgerOf([invented({ form: '3', period: '2024-01-02', filed: '2024-01-09', lines })])
    return beneficialOwnership(ledger, { owner: OWNER, asOf: day(asOf), ...more })[0]!
  }

  it('point 3, worked example: (120,000 + 27,083) / (5,000,000 + 27,083) = 2.926 %', () => {
    const answer = ask([['-> 120000'], option('2024-05-07')], '2024-03-08', { outstanding: Decimal.of(5_000_000) })
    expect(answer).toMatchObject({
      owned: Decimal.of(120_000),
      within60Days: Decimal.of(27_083),
      total: Decimal.of(147_083),
    })
    expect(String(answer.percent)).toBe('2.926')
    expect(answer.derivation.map(({ text }) => text).join(' ')).toContain('2.926 %')
  })

  it('point 3, R1.1.6: the own rights are in the denominator, other holders’ stay out', () => {
    const holder = (owner: string, owned: string) =>
      invented({
        owners: [owner],
        form: '3',
        period: '2024-01-02',
        filed: '2024-01-09',
        lines: [[owned], option('2024-05-07')],
      })
    const ledger = ledgerOf([holder('2001', '-> 120000'), holder('2002', '-> 500000')])
    const outstanding = Decimal.of(5_000_000)
    const of = (owner: string) => beneficialOwnership(ledger, { owner, asOf: day('2024-03-08'), outstanding })[0]!
    expect(String(of('0000002001').percent)).toBe('2.926')
    // 527,083 / 5,027,083.
    expect(String(of('0000002002').percent)).toBe('10.485')
  })

  it('point 4: the 60th day is included, the 61st is not', () => {
    expect(String(ask([option('2024-05-07')]).within60Days)).toBe('27083')
    expect(ask([option('2024-05-08')]).notCounted).toMatchObject([{ because: 'laterThan60Days' }])
  })

  it('what the form does not say is left out and named', () => {
    expect(ask([option(undefined)]).notCounted).toMatchObject([{ because: 'exercisableDateNotStated' }])
    expect(ask([option('2024-01-01', '-> 100', 'Put Option')]).notCounted).toMatchObject([{ because: 'rightToSell' }])
    expect(ask([option('2024-01-01')], '2031-01-01').notCounted).toMatchObject([{ because: 'expired' }])
    expect(ask([option('2024-01-01')], '2023-12-01').notCounted).toMatchObject([{ because: 'quantityNotKnown' }])
  })

  it('6.4: a schedule in a footnote counts what is exercisable by then, less what was exercised', () => {
    const footnotes = [
      'The option vests as to 25% of the shares on 5/7/2004 and then, as to the remaining 75%, in equal monthly increments for the following thirty-six months.',
    ]
    const derivative = { price: '5', expires: '2013-05-07', shares: '100000' }
    const grant: InventedLine = ['2003-05-07 A 100000 @ 0 -> 100000', { title: 'Option', notes: [1], derivative }]
    const exercise: InventedLine = [
      '2004-06-14 M D 20000 @ 0 -> 80000',
      { title: 'Option', derivative: { ...derivative, shares: '20000' } },
    ]
    const ledger = ledgerOf([
      invented({ filed: '2003-05-09', lines: [grant], footnotes }),
      invented({ filed: '2004-06-15', lines: [exercise] }),
    ])
    const on = (asOf: string) => String(beneficialOwnership(ledger, { owner: OWNER, asOf: day(asOf) })[0]!.within60Days)
    expect(['2004-03-07', '2004-03-08', '2004-04-08', '2005-03-31', '2007-03-08'].map(on)).toEqual([
      '0',
      '25000',
      '27083',
      '30000',
      '80000',
    ])
  })

  it('adds direct and indirect, and keeps classes apart', () => {
    const ledger = ledgerOf([
      invented({
        form: '3',
        period: '2024-01-02',
        lines: [['-> 5'], ['-> 7', { nature: 'I By Spouse' }], ['-> 11', { title: 'Class B' }]],
      }),
    ])
    const answers = beneficialOwnership(ledger, { owner: OWNER, asOf: day('2024-03-08') })
    expect(answers.map(({ security, total }) => `${security} ${String(total)}`).toSorted()).toEqual([
      'class b 11',
      'common stock 12',
    ])
  })
})

describe('economic events beside the lines', () => {
  const events = (...reports: Parameters<typeof invented>[0][]) =>
    economicEvents(ledgerOf(reports.map((one) => invented(one))).view.reports)

  it('tranches of one order, with the exact value', () => {
    const lines: readonly InventedLine[] = [
      ['2024-03-01 S 100 @ 14.5001 -> 900'],
      ['2024-03-01 S 200 @ 15 -> 700'],
      ['2024-03-02 S 5 @ 15 -> 695'],
    ]
    const [order, ...others] = events({ lines })
    expect(others).toEqual([])
    expect(order).toMatchObject({ kind: 'order', shares: Decimal.of(300), value: Decimal.parse('4450.01') })
  })

  it('section16-rules.md 2.6: an exercise with its sale and its withholding', () => {
    const lines: readonly InventedLine[] = [
      ['2025-03-03 M 1000 @ 12.50 -> 11000'],
      ['2025-03-03 S 600 @ 30.00 -> 10400'],
      ['2025-03-03 F 150 @ 30.00 -> 10250'],
      ['2025-03-03 M D 1000 @ 0 -> 0', { title: 'Option', derivative: { price: '12.50' } }],
    ]
    expect(events({ lines })).toMatchObject([
      {
        kind: 'exercise',
        kept: Decimal.of(250),
        sold: [{ place: 2 }],
        withheld: [{ place: 3 }],
        exercised: [{ place: 1 }],
      },
    ])
  })

  it('one block that a chain of entities reports', () => {
    const chain: readonly InventedLine[] = ['By Fund', 'By General Partner', 'By Manager'].map((nature) => [
      '2024-03-01 S 100 @ 14 -> 900',
      { nature: `I ${nature}` },
    ])
    expect(events({ lines: chain, owners: ['2001', '2002'] })).toMatchObject([
      { kind: 'block', shares: Decimal.of(100) },
    ])
    const sale: readonly InventedLine[] = [['2024-03-01 S 100 @ 14 -> 900', { nature: 'I By Fund' }]]
    expect(events({ lines: sale, owners: ['2001'] }, { lines: sale, owners: ['2002'] })).toMatchObject([
      { kind: 'block' },
    ])
    const grants: readonly InventedLine[] = [['2024-03-01 A 100 @ 0 -> 100']]
    expect(events({ lines: grants, owners: ['2001'] }, { lines: grants, owners: ['2002'] })).toEqual([])
  })
})

it('a position over time has a point for each day', () => {
  const lines: readonly InventedLine[] = [
    ['2024-03-01 S 100 @ 1 -> 900'],
    ['2024-03-01 S 50 @ 1 -> 850'],
    ['2024-03-04 S 1 @ 1 -> 849'],
  ]
  const points = balancesOverTime(ledgerOf([invented({ lines })]).positions[0]!)
  expect(points.map(({ date, balance }) => `${String(date)} ${String(balance)}`)).toEqual([
    '2024-03-01 850',
    '2024-03-04 849',
  ])
})
