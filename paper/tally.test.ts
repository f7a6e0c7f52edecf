import { describe, expect, test } from 'vitest'
import { type Count, countsOf, notShown, sumByName, totalOf, upperBound } from './tally.mts'
import { type FieldOutcome, faultsOf } from './trip.mts'

const said = (text: string, ...marks: string[]) => ({ text, marks })
const right: FieldOutcome = {
  at: 'rows/I/0/price',
  kind: 'number',
  truth: said('$3.31', '1'),
  read: said('$3.31', '1'),
  isRight: true,
  certainty: 0.95,
  isFlagged: false,
}
const flagged = { ...right, certainty: 0.3, isFlagged: true }
const wrong = { ...right, read: said('$3.81'), isRight: false }
const noticed = { ...flagged, at: 'issuer', kind: 'name', read: undefined, isRight: false } as const

describe('outcomes', () => {
  test('are counted by kind, and add up', () => {
    const counts = countsOf([right, right, flagged, wrong, noticed])
    expect(counts).toEqual({
      number: { fields: 4, flagged: 1, wrong: 1, wrongNotFlagged: 1 },
      name: { fields: 1, flagged: 1, wrong: 1, wrongNotFlagged: 0 },
    })
    expect(totalOf(sumByName([counts, countsOf([wrong])]))).toEqual({
      fields: 6,
      flagged: 2,
      wrong: 3,
      wrongNotFlagged: 2,
    })
  })

  test('that are wrong are told, those that nothing warns of first, and long texts where they differ', () => {
    const [before, after] = ['a'.repeat(200), 'z'.repeat(300)]
    const long = { ...wrong, at: 'remarks', truth: said(`${before}rn${after}`), read: said(`${before}m${after}`) }
    expect(faultsOf({ outcomes: [noticed, right, wrong, long], unplaced: [], blank: 0 })).toEqual([
      'rows/I/0/price: expected "$3.31" (1), read "$3.81", certainty 0.95, NOT FLAGGED',
      `remarks: expected …"${'a'.repeat(60)}rn${'z'.repeat(58)}"…, read …"${'a'.repeat(60)}m${'z'.repeat(59)}"…, ` +
        'certainty 0.95, NOT FLAGGED',
      'issuer: expected "$3.31" (1), read nothing, certainty 0.30, flagged',
    ])
  })
})

/** Tables of the Poisson distribution: the upper limits of 95 % confidence, one-sided. */
test.each([
  [0, 2.996],
  [1, 4.744],
  [2, 6.296],
  [10, 16.962],
])('of %i seen the upper bound is %f', (seen, bound) => {
  expect(upperBound(seen)).toBeCloseTo(bound, 3)
})

describe('a measurement shows', () => {
  const demands = { mostFlagged: 0.05, wrongNotFlaggedBound: 1e-4 }
  const count = (fields: number, few: Partial<Count> = {}): Count => ({
    fields,
    flagged: 0,
    wrong: 0,
    wrongNotFlagged: 0,
    ...few,
  })

  test('a bound only where it is long enough', () => {
    expect(notShown(demands, count(29_950))).toHaveLength(1)
    expect(notShown(demands, count(29_960))).toEqual([])
    expect(notShown(demands, count(29_960, { wrong: 1, wrongNotFlagged: 1 }))).toHaveLength(1)
    expect(notShown(demands, count(29_960, { wrong: 1 }))).toEqual([])
  })

  test('that no more is flagged or wrong than may be', () => {
    expect(notShown(demands, count(100_000, { flagged: 5001 }))).toEqual(['more than 5 % are flagged'])
    expect(notShown({ mostWrong: 0 }, count(10, { wrong: 1 }))).toEqual(['more than 0 % are wrong'])
  })

  test('nothing where nothing was compared', () => {
    expect(notShown({}, count(0))).toEqual(['nothing was compared'])
  })
})
