import { describe, expect, test } from 'vitest'
import { CalendarDate } from '../../model/calendarDate.ts'
import { type InventedLine, invented } from '../inventedReports.mts'
import { VESTING_CONVENTIONS } from './conventions.ts'
import { type RowVesting, rowVestings, type VestingQuestion } from './rowVesting.ts'

const ASKED: VestingQuestion = { conventions: ['cumulative-floor'] }

function vestings(footnotes: string[], lines: InventedLine[], question: Partial<VestingQuestion> = {}): RowVesting[] {
  const { document } = invented({ lines, footnotes })
  return rowVestings(document, { ...ASKED, ...question })
}

/** One row of Table II with footnote 1. */
const row = (text: string, exercisable?: string): InventedLine => [
  text,
  {
    notes: [1],
    derivative: { price: '10', expires: '2034-03-01', ...(exercisable ? { exercisable } : {}), shares: '900' },
  },
]
const GRANT = row('2024-03-01 A 900 -> 900')

const told = ({ tables }: RowVesting) =>
  tables.flatMap(({ lines }) =>
    lines.map(
      ({ on, isLatest, words, shares }) => `${isLatest ? 'by ' : ''}${on ? String(on) : `[${words}]`} ${shares ?? '?'}`,
    ),
  )

const rules = ({ derivation }: RowVesting) => derivation.map(({ rule }) => rule)

describe('whose shares and whose days', () => {
  const THIRDS =
    'The option vests in three equal annual installments beginning on the first anniversary of the grant date.'

  test('a grant has its own shares and its own day', () => {
    const [found] = vestings([THIRDS], [GRANT])
    expect(told(found!)).toEqual(['2025-03-01 300', '2026-03-01 300', '2027-03-01 300'])
    expect(rules(found!)).toContain('vesting.totalGrant')
    expect(rules(found!)).toContain('vesting.grantDate')
  })

  test('an exercise is only a part of an award, and its day is not the grant’s', () => {
    const [found] = vestings([THIRDS], [row('2024-03-01 M D 900 -> 0')])
    expect(found?.schedule?.total).toBeUndefined()
    expect(told(found!)).toEqual(Array(3).fill('[the day of the grant is not known] ?'))
    expect(rules(found!)).toContain('vesting.totalUnknown')
  })

  test('what the footnote says of the grant goes before what the row seems to say', () => {
    const text = `On May 1, 2023, Jane Doe was granted 600 stock options. ${THIRDS}`
    const [found] = vestings([text], [row('2024-03-01 M D 900 -> 0')])
    expect(told(found!)).toEqual(['2024-05-01 200', '2025-05-01 200', '2026-05-01 200'])
    expect(rules(found!)).toContain('vesting.totalFootnote')
  })

  test('a holding is taken for the whole award, and the answer says so', () => {
    const [found] = vestings([THIRDS], [row('-> 900')])
    expect(found?.schedule?.total).toBe(900n)
    expect(rules(found!)).toContain('vesting.totalHeld')
  })

  test('shares that are asked for go before all', () => {
    const [found] = vestings([THIRDS], [GRANT], { shares: 30n })
    expect(told(found!)).toEqual(['2025-03-01 10', '2026-03-01 10', '2027-03-01 10'])
    expect(rules(found!)).toContain('vesting.totalGiven')
  })

  test('shares that the footnote numbers are followed, also where the row has another number', () => {
    const text = 'The option vests as to 500 shares on March 1, 2025 and 300 shares on March 1, 2026.'
    const [found] = vestings([text], [GRANT])
    expect(told(found!)).toEqual(['2025-03-01 500', '2026-03-01 300'])
    expect(rules(found!)).toContain('vesting.totalDiffers')
  })

  test('numbered shares and a rest need the award', () => {
    const text =
      'The options are currently vested with respect to 200 shares. The remaining options vest on June 1, 2025.'
    expect(told(vestings([text], [GRANT])[0]!)).toEqual(['by 2024-03-01 200', '2025-06-01 700'])
    const [unknown] = vestings([text], [row('2024-03-01 M D 900 -> 0')])
    expect(unknown?.schedule).toBeUndefined()
    expect(unknown?.words).toBe(text.slice(0, -1))
  })

  test('more numbered shares than the award has are those of another one', () => {
    const text = 'The option is vested as to 2,000 shares; the remaining shares vest on June 1, 2025.'
    expect(vestings([text], [GRANT])[0]?.schedule).toBeUndefined()
  })

  test('a first day that is not said is column 6, or unknown', () => {
    const text = 'The option vests in three equal annual installments.'
    expect(told(vestings([text], [row('2024-03-01 A 900 -> 900', '2025-05-15')])[0]!)).toEqual([
      '2025-05-15 300',
      '2026-05-15 300',
      '2027-05-15 300',
    ])
    const [unknown] = vestings([text], [GRANT])
    expect(told(unknown!)).toEqual(Array(3).fill('[the day of the first instalment is not said] 300'))
    expect(rules(unknown!)).toContain('vesting.unknownDay')
  })
})

describe('which rows and footnotes', () => {
  test('Table II only, column 6 first, each footnote once', () => {
    const found = vestings(
      ['The units vest on May 1, 2025.', 'Held by a trust.'],
      [
        ['2024-03-01 S 10 @ 5 -> 90', { notes: [1] }],
        GRANT,
        ['-> 900', { notes: [2, 1], derivative: { shares: '900' } }],
      ],
    )
    expect(found.map(({ row: number, footnote }) => [number, footnote])).toEqual([
      [1, 'F1'],
      [2, 'F1'],
    ])
  })

  test('what is left is shown in its words, with the reason, and claims nothing', () => {
    const [found] = vestings(['Text. The option vests when the stock price doubles within a year.'], [GRANT])
    expect(found).toMatchObject({ schedule: undefined, tables: [], reading: { certainty: 'left' } })
    expect(found?.words).toBe('The option vests when the stock price doubles within a year')
    expect(rules(found!)).toEqual(['vesting.left'])
  })

  test('a footnote that is not there says nothing', () => {
    expect(vestings([], [GRANT])).toEqual([])
  })
})

test('an event may come before the day, and is named', () => {
  const [found] = vestings(
    ['Vests on the earlier of May 1, 2025 and the next annual meeting of shareholders.'],
    [GRANT],
  )
  expect(told(found!)).toEqual(['by 2025-05-01 900'])
  expect(found?.schedule?.instalments[0]?.words).toBe('the next annual meeting of shareholders')
})

test('exercisable as of a day, in every convention asked for, until the right expires', () => {
  const asOf = CalendarDate.parse('2025-01-15')!
  const [found] = vestings(['The option vests in full on March 1, 2025.'], [GRANT], {
    asOf,
    conventions: VESTING_CONVENTIONS,
  })
  expect(found?.tables.map(({ exercisable }) => exercisable?.within60Days)).toEqual([900n, 900n, 900n])
  expect(rules(found!)).toContain('vesting.sixtyDays')
  const late = CalendarDate.parse('2034-03-02')!
  const [expired] = vestings(['The option vests in full on March 1, 2025.'], [GRANT], { asOf: late })
  expect(expired?.tables[0]?.exercisable?.vested).toBe(0n)
  expect(rules(expired!)).toContain('vesting.expired')
})
