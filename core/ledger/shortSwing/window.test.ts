import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CalendarDate } from '../../model/calendarDate.ts'
import { isWithinSixMonths, lastMatchableDay, type MonthEndRule } from './window.ts'

const day = (written: string) => CalendarDate.parse(written)!

describe('the last matchable day', () => {
  // section16-rules.md Appendix A, lastMatchableDay; 4.1, table.
  it.each([
    ['1972-12-20', '1973-06-18', '1973-06-18'],
    ['1972-12-22', '1973-06-20', '1973-06-20'],
    ['2003-05-07', '2003-11-05', '2003-11-05'],
    ['2023-08-29', '2024-02-27', '2024-02-27'],
    ['2023-08-30', '2024-02-28', '2024-02-27'],
    ['2023-08-31', '2024-02-28', '2024-02-27'],
    ['2024-02-29', '2024-08-27', '2024-08-27'],
    ['2025-01-01', '2025-06-29', '2025-06-29'],
    ['2025-01-06', '2025-07-04', '2025-07-04'],
    ['2025-02-10', '2025-08-08', '2025-08-08'],
    ['2025-03-31', '2025-09-29', '2025-09-28'],
    ['2025-05-12', '2025-11-10', '2025-11-10'],
    ['2025-08-28', '2026-02-26', '2026-02-26'],
    ['2025-08-29', '2026-02-27', '2026-02-26'],
    ['2025-08-30', '2026-02-27', '2026-02-26'],
    ['2025-08-31', '2026-02-27', '2026-02-26'],
    ['2025-09-01', '2026-02-27', '2026-02-27'],
    ['2025-10-31', '2026-04-29', '2026-04-28'],
    ['2025-12-31', '2026-06-29', '2026-06-28'],
    // Beyond the last year that a date can be written in.
    ['9999-08-31', '10000-02-28', '10000-02-27'],
  ])('of %s is %s, or %s clamped', (first, nextMonthFirst, clamp) => {
    expect(String(lastMatchableDay(day(first)))).toBe(nextMonthFirst)
    expect(String(lastMatchableDay(day(first), 'nextMonthFirst'))).toBe(nextMonthFirst)
    expect(String(lastMatchableDay(day(first), 'clamp'))).toBe(clamp)
  })

  it('is never earlier for a later day, and 179 to 182 days on (4.1)', () => {
    const anyDay = fc.integer({ min: -40_000, max: 40_000 })
    const rule = fc.constantFrom<MonthEndRule>('nextMonthFirst', 'clamp')
    fc.assert(
      fc.property(anyDay, rule, (first, monthEnd) => {
        const last = lastMatchableDay(new CalendarDate(first), monthEnd).day
        expect(lastMatchableDay(new CalendarDate(first + 1), monthEnd).day).toBeGreaterThanOrEqual(last)
        expect(last - first).toBeGreaterThanOrEqual(monthEnd === 'clamp' ? 178 : 179)
        expect(last - first).toBeLessThanOrEqual(182)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('Colonial Realty v. MacWilliams, 381 F. Supp. 26', () => {
  // 4.1: sale 20 December 1972 and purchase 19 June 1973, sale 22 December and purchase 21 June: both outside.
  it.each([
    ['1972-12-20', '1973-06-19', false],
    ['1972-12-20', '1973-06-18', true],
    ['1972-12-22', '1973-06-21', false],
    ['1972-12-22', '1973-06-20', true],
  ])('%s and %s: within is %s, whichever comes first', (one, other, within) => {
    for (const monthEnd of ['nextMonthFirst', 'clamp'] as const) {
      expect(isWithinSixMonths(day(one), day(other), monthEnd)).toBe(within)
      expect(isWithinSixMonths(day(other), day(one), monthEnd)).toBe(within)
    }
  })

  it('matches trades of one day', () => {
    expect(isWithinSixMonths(day('2024-01-05'), day('2024-01-05'))).toBe(true)
  })
})
