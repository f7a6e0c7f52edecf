import { CalendarDate } from '../../model/calendarDate.ts'
import { wholeNumber } from './amounts.ts'
import { ordinal } from './anchors.ts'
import type { Cursor } from './cursor.ts'
import { ofAnchor } from './days.ts'
import { unitOfTime } from './periods.ts'
import type { Base, Day } from './vestingTerms.ts'

/** Several days at once: `the first, second and third anniversaries of …`, `each of March 1, 2024, 2025 and 2026`. */
export function days(cursor: Cursor): Day[] | undefined {
  return cursor.first(anniversaries, firstAnniversaries, sharedYear, yearsOfADay)
}

function anniversaries(c: Cursor): Day[] | undefined {
  c.words('the each_of the_each_of')
  const months: number[] = []
  for (;;) {
    const which = ordinal(c)
    if (which === undefined) break
    const isMonths = c.word('month_anniversary') !== undefined
    c.words('year_anniversary anniversary year')
    months.push(isMonths ? which : which * 12)
    c.words(', and the')
  }
  if (months.length < 2 || !c.word('anniversaries anniversary anniversary_dates')) return undefined
  const base = namedBesides(c, ofAnchor(c))
  return base && months.map((one) => ({ base, months: one }))
}

/** `the first four anniversaries of the grant date`, `the next three anniversaries`. */
function firstAnniversaries(c: Cursor): Day[] | undefined {
  c.words('the')
  if (!c.word('first next following')) return undefined
  const count = wholeNumber(c)
  const step = c.word('annual') ? 12 : (adjectiveMonths(c) ?? 12)
  if (count === undefined || count > 60 || !c.word('anniversaries anniversary_dates anniversary')) return undefined
  const base = namedBesides(c, ofAnchor(c))
  return base && Array.from({ length: count }, (_, i) => ({ base, months: (i + 1) * step }))
}

/** `the first four anniversaries of the grant date, which was March 1, 2023`: of one day alone it could be either. */
function namedBesides(c: Cursor, base: Base | undefined): Base | undefined {
  if (base?.kind !== 'grantDate') return base
  const date = c.try((inner) => {
    inner.words(',')
    return inner.word('which_is which_was') ? inner.kind('date')?.date : undefined
  })
  return date ? { kind: 'date', date } : base
}

function adjectiveMonths(c: Cursor): number | undefined {
  return c.word('monthly') ? 1 : c.word('quarterly') ? 3 : unitOfTime(c)
}

/** `March 1, 2024, 2025 and 2026`. */
function yearsOfADay(c: Cursor): Day[] | undefined {
  const first = c.kind('date')?.date
  return first && withYears(c, first)
}

/** `March 1 of 2024, 2025 and 2026`. */
function sharedYear(c: Cursor): Day[] | undefined {
  const token = c.kind('monthDay')
  if (!token) return undefined
  c.words(', of in')
  c.words('each_of')
  const first = year(c)
  const date = first === undefined ? undefined : CalendarDate.of(first, token.month, token.dayOfMonth)
  return date && withYears(c, date)
}

function withYears(c: Cursor, first: CalendarDate): Day[] | undefined {
  const dates = [first]
  for (;;) {
    const next = c.try((inner) => {
      inner.words(', and')
      return year(inner)
    })
    if (next === undefined) break
    const date = CalendarDate.of(next, first.month, first.dayOfMonth)
    if (!date) return undefined
    dates.push(date)
  }
  return dates.length > 1 ? dates.map((date) => ({ base: { kind: 'date', date }, months: 0 })) : undefined
}

function year(c: Cursor): number | undefined {
  const token = c.kind('number')
  return token && /^20\d\d$/.test(token.text) ? Number(token.text) : undefined
}
