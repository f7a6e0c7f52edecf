import { describe, expect, test } from 'vitest'
import { CalendarDate } from '../../model/calendarDate.ts'
import { vestingReading } from '../footnotes/index.ts'
import { exercisableOn } from './exercisable.ts'
import { type Award, vestingSchedule } from './schedule.ts'

const day = (written: string) => CalendarDate.parse(written)!
const AWARD: Award = {
  shares: 100000n,
  grantDate: undefined,
  commencement: undefined,
  exerciseDate: undefined,
  reportDate: undefined,
}
const schedule = (text: string, award: Partial<Award> = {}) =>
  vestingSchedule(vestingReading(text)!, { ...AWARD, ...award })!

const SEED = schedule(
  'The option vests as to 25% of the shares on 5/7/2004 and then, as to the remaining 75%, in equal monthly increments for the following thirty-six months.',
)

describe('section16-rules.md 6.4: within 60 days of a table date, N = 100,000', () => {
  test.each([
    ['2004-03-07', '2004-05-06', 0n, 0n],
    ['2004-03-08', '2004-05-07', 0n, 25000n],
    ['2004-04-07', '2004-06-06', 0n, 25000n],
    ['2004-04-08', '2004-06-07', 0n, 27083n],
    ['2004-04-15', '2004-06-14', 0n, 27083n],
    ['2005-03-31', '2005-05-30', 45833n, 50000n],
    ['2007-03-07', '2007-05-06', 95833n, 97916n],
    ['2007-03-08', '2007-05-07', 95833n, 100000n],
  ])('%s: the 60th day %s counts', (on, through, vested, within60Days) => {
    const found = exercisableOn(SEED, day(on), 'cumulative-floor')!
    expect(String(found.through)).toBe(through)
    expect([found.vested, found.within60Days, found.isAtLeast]).toEqual([vested, within60Days, false])
  })
})

describe('what else is known of the award', () => {
  const on = day('2005-03-31')

  test('exercised shares are taken off, never below nothing', () => {
    expect(exercisableOn(SEED, on, 'cumulative-floor', { exercised: 40000n })).toMatchObject({
      vested: 5833n,
      within60Days: 10000n,
    })
    expect(exercisableOn(SEED, on, 'cumulative-floor', { exercised: 48000n })).toMatchObject({
      vested: 0n,
      within60Days: 2000n,
    })
  })

  test.each([
    ['2005-03-30', 0n],
    // Expiry on the day itself is not before it.
    ['2005-03-31', 50000n],
  ])('expired on %s', (expiry, expected) => {
    const found = exercisableOn(SEED, on, 'cumulative-floor', { expiresOn: day(expiry) })
    expect(found?.within60Days).toBe(expected)
  })

  test('without a number of shares there is no answer', () => {
    const parts = vestingSchedule(vestingReading('The option vests in full on March 1, 2024.')!, {
      ...AWARD,
      shares: undefined,
    })!
    expect(exercisableOn(parts, on, 'cumulative-floor')).toBeUndefined()
  })
})

describe('days that are not known', () => {
  const EARLIER = 'The award vests on the earlier of June 1, 2024 and the next annual meeting of shareholders.'

  test.each([
    // The meeting may have been: what is told is the least.
    ['2024-01-01', 0n, 0n, true],
    ['2024-04-02', 0n, 100000n, true],
    ['2024-06-01', 100000n, 100000n, false],
  ])('the earlier of a day and an event, asked for %s', (on, vested, within60Days, isAtLeast) => {
    expect(exercisableOn(schedule(EARLIER), day(on), 'cumulative-floor')).toMatchObject({
      vested,
      within60Days,
      isAtLeast,
    })
  })

  test('an event alone never counts, and the answer says that it may be more', () => {
    const found = exercisableOn(
      schedule('The award vests on the date of the next annual meeting of shareholders.'),
      day('2030-01-01'),
      'cumulative-floor',
    )
    expect(found).toMatchObject({ vested: 0n, within60Days: 0n, isAtLeast: true })
  })

  test('what is vested has vested by the report', () => {
    const vested = schedule('The option is fully vested and exercisable.', { reportDate: day('2024-03-01') })
    expect(exercisableOn(vested, day('2024-03-01'), 'cumulative-floor')).toMatchObject({
      vested: 100000n,
      isAtLeast: false,
    })
    expect(exercisableOn(vested, day('2023-03-01'), 'cumulative-floor')).toMatchObject({ vested: 0n, isAtLeast: true })
  })
})
