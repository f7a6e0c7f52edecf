import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../facts/dated.ts'
import { CalendarDate } from '../../model/calendarDate.ts'
import { Decimal } from '../../model/decimal.ts'
import { lostDeferralDeadline } from '../deadlines/form4Deadline.ts'
import { isInSixMonthsBefore } from '../shortSwing/window.ts'
import { type SmallAcquisition, smallAcquisitions } from './smallAcquisitions.ts'

const bought = (date: string, value: string, more: Partial<SmallAcquisition> = {}): SmallAcquisition => ({
  date: day(date),
  value: Decimal.parse(value)!,
  ...more,
})
const sold = (date: string, exempt = false) => ({ date: day(date), exempt })
const told = (deferrals: ReturnType<typeof smallAcquisitions>) =>
  deferrals.map(({ state, lostOn, because }) => (lostOn ? `${because} ${lostOn.toString()}` : state))

describe('small acquisitions (2.4, the worked example)', () => {
  const [first, second] = [bought('2025-01-10', '4000'), bought('2025-03-14', '3500')]

  it('are all reported when the third passes the limit within six months', () => {
    const found = smallAcquisitions([first, second, bought('2025-06-20', '3000')])
    expect(told(found)).toEqual(['limit 2025-06-20', 'limit 2025-06-20', 'limit 2025-06-20'])
    const due = found.map(({ acquisition, lostOn }) => String(lostDeferralDeadline(acquisition.date, lostOn!).dueDate))
    expect(due).toEqual(['2025-06-24', '2025-06-24', '2025-06-24'])
  })

  it('wait for Form 5 when the first is more than six months back', () => {
    expect(told(smallAcquisitions([first, second, bought('2025-08-01', '3000')]))).toEqual([
      'stands',
      'stands',
      'stands',
    ])
  })

  it('of the six months before a sale are reported after it', () => {
    const found = smallAcquisitions([first, second, bought('2025-08-01', '3000')], [sold('2025-08-11')])
    expect(told(found)).toEqual(['stands', 'disposition 2025-08-11', 'disposition 2025-08-11'])
    expect(String(lostDeferralDeadline(second.date, found[1]!.lostOn!).dueDate)).toBe('2025-08-13')
  })
})

describe('small acquisitions', () => {
  it('may come to the limit itself, and not a cent more', () => {
    expect(told(smallAcquisitions([bought('2025-01-10', '10000')]))).toEqual(['stands'])
    expect(told(smallAcquisitions([bought('2025-01-10', '10000.01')]))).toEqual(['limit 2025-01-10'])
    const pair = (second: string) =>
      told(smallAcquisitions([bought('2025-01-10', '6000.5'), bought('2025-02-03', second)]))
    expect(pair('3999.5')).toEqual(['stands', 'stands'])
    expect(pair('3999.51')).toEqual(['limit 2025-02-03', 'limit 2025-02-03'])
  })

  it('are within six months up to the day before the anniversary', () => {
    const later = (date: string) => told(smallAcquisitions([bought('2025-01-10', '6000'), bought(date, '6000')]))[0]
    expect(later('2025-07-09')).toBe('limit 2025-07-09')
    expect(later('2025-07-10')).toBe('stands')
  })

  it('leave out what is exempt or was reported, and count what the issuer sold', () => {
    const big = bought('2025-02-03', '3000')
    const against = (other: SmallAcquisition) => told(smallAcquisitions([other, big]))
    expect(against(bought('2025-01-10', '9000', { exempt: true }))).toEqual(['exempt', 'stands'])
    expect(against(bought('2025-01-10', '9000', { reportedOn: day('2025-02-03') }))).toEqual(['stands', 'stands'])
    expect(against(bought('2025-01-10', '9000', { reportedOn: day('2025-02-04') }))).toEqual([
      'limit 2025-02-03',
      'limit 2025-02-03',
    ])
    expect(against(bought('2025-01-10', '9000', { fromIssuer: true }))).toEqual(['notEligible', 'limit 2025-02-03'])
  })

  it('are not touched by an exempt disposition, nor what was reported by one that is not', () => {
    const one = bought('2025-01-10', '4000')
    expect(told(smallAcquisitions([one], [sold('2025-02-03', true)]))).toEqual(['stands'])
    expect(told(smallAcquisitions([one], [sold('2025-01-09')]))).toEqual(['stands'])
    expect(told(smallAcquisitions([one], [sold('2025-01-10')]))).toEqual(['disposition 2025-01-10'])
    const reported = bought('2025-01-10', '4000', { reportedOn: day('2025-01-20') })
    expect(told(smallAcquisitions([reported], [sold('2025-02-03')]))).toEqual(['stands'])
  })

  it('older than six months are reported too, or not, as is chosen', () => {
    const three = [bought('2025-01-10', '4000'), bought('2025-08-01', '6000'), bought('2025-09-01', '5000')]
    expect(told(smallAcquisitions(three))).toEqual(['limit 2025-09-01', 'limit 2025-09-01', 'limit 2025-09-01'])
    expect(told(smallAcquisitions(three, [], 'inWindow'))).toEqual(['stands', 'limit 2025-09-01', 'limit 2025-09-01'])
  })

  const dates = fc.integer({ min: 0, max: 500 }).map((n) => new CalendarDate(day('2024-01-01').day + n))
  const some = fc.array(
    fc.record({ date: dates, value: fc.integer({ min: 1, max: 9000 }).map((n) => Decimal.of(n)) }),
    { maxLength: 9 },
  )
  const dispositions = fc.array(fc.record({ date: dates }), { maxLength: 3 })

  it('that wait come to the limit or less in any six months, with no disposition behind them', () => {
    fc.assert(
      fc.property(some, dispositions, (acquisitions, sales) => {
        const found = smallAcquisitions(acquisitions, sales)
        const standing = found.filter(({ state }) => state === 'stands').map(({ acquisition }) => acquisition)
        for (const last of standing) {
          const inWindow = standing.filter(({ date }) => isInSixMonthsBefore(date, last.date))
          const sum = inWindow.reduce((total, { value }) => total + value.units, 0n)
          expect(sum <= 10_000n).toBe(true)
          expect(sales.filter(({ date }) => isInSixMonthsBefore(last.date, date))).toEqual([])
        }
        // And nothing is lost without a reason.
        const total = acquisitions.reduce((sum, { value }) => sum + value.units, 0n)
        if (total <= 10_000n && sales.length === 0) expect(standing).toHaveLength(acquisitions.length)
      }),
    )
  })

  it('do not depend on the order in which they are told', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ date: dates, value: fc.integer({ min: 1, max: 9000 }).map((n) => Decimal.of(n)) }), {
          selector: ({ date }) => date.day,
          maxLength: 9,
        }),
        dispositions,
        (acquisitions, sales) => {
          const there = told(smallAcquisitions(acquisitions, sales))
          const back = told(smallAcquisitions([...acquisitions].reverse(), [...sales].reverse()))
          expect(back.reverse()).toEqual(there)
        },
      ),
    )
  })
})
