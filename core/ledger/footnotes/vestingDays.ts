import { anchor, enumerator } from './anchors.ts'
import type { Cursor } from './cursor.ts'
import { day } from './days.ts'
import { setStep } from './instalments.ts'
import { adverbOfPeriod, duration, period } from './periods.ts'
import { days } from './severalDays.ts'
import type { VestingItem } from './vestingItem.ts'
import { onDay } from './vestingTerms.ts'
import { when } from './whens.ts'

/** `on the 25th day of each month`, `on the same day of each month`, `on the first day of each quarter` is none. */
export function dayOfEachMonth(c: Cursor, item: VestingItem): boolean {
  if (!c.word('on')) return false
  c.words('the')
  const which = c.word('same_day corresponding_day') ? 0 : c.kind('ordinal')?.value
  if (which === undefined) return false
  c.words('day')
  if (!c.word('of')) return false
  if (c.word('the_month')) return item.stepMonths !== undefined && setDay(item, which)
  const step = period(c)
  return step === 1 && setStep(item, step) && setDay(item, which)
}

function setDay(item: VestingItem, which: number): boolean {
  if (which > 0) item.dayOfMonth = which
  return true
}

/** `on each anniversary of the grant date`, `on each monthly anniversary thereafter`. */
export function eachAnniversary(c: Cursor, item: VestingItem): boolean {
  c.words('on upon as_of')
  c.words('the')
  const isEach = c.word('each every each_of_the each_of') !== undefined
  if (!isEach && !/monthly|quarterly/.test(c.text)) return false
  c.words('subsequent successive of_the one')
  const step = adverbOfPeriod(c) ?? duration(c) ?? (c.word('month') ? 1 : c.word('quarter') ? 3 : 12)
  if (!c.word('anniversary anniversaries anniversary_date anniversary_dates')) return false
  if (!setStep(item, step)) return false
  if (c.word('thereafter')) {
    item.isThereafter = true
    item.isAnniversaries = item.whens.length === 1
    return true
  }
  if (!c.word('of from following')) return item.isThereafter
  const base = anchor(c)
  if (!base || item.from) return false
  item.from = { base, months: 0 }
  return true
}

/** `on each February 15, May 15, August 15 and November 15`. */
export function yearly(c: Cursor, item: VestingItem): boolean {
  c.words('on')
  if (!c.word('each each_of each_following every') || item.daysOfYear.length > 0) return false
  for (;;) {
    const token = c.kind('monthDay')
    if (!token) break
    item.daysOfYear.push({ month: token.month, dayOfMonth: token.dayOfMonth })
    if (!c.try((inner) => (inner.words(', and') && inner.peek()?.kind === 'monthDay' ? true : undefined))) break
  }
  c.words('of_each_year thereafter each_year')
  return item.daysOfYear.length > 1
}

/** `immediately`, `immediately upon grant`: by the report. */
export function immediately(c: Cursor, item: VestingItem): boolean {
  if (!c.word('immediately')) return false
  if (!item.hasVerb || item.hasTime) return false
  item.isAlready = true
  c.words('upon_grant upon_issuance')
  return true
}

/** `on March 1, 2024`, `on each of A, B and C`, `upon grant`: the days themselves. */
export function listedDays(c: Cursor, item: VestingItem): boolean {
  const isSaid = c.words('on upon as_of at on_or_about')
  const isEach = c.word('each_of_the_following_dates: each_of each the_following_dates each_of_the_following_dates')
  if (isSaid && c.word('grant issuance')) {
    item.whens.push(onDay({ base: { kind: 'grantDate' }, months: 0 }))
    return true
  }
  if (!isSaid && !isEach && !item.hasVerb) return false
  c.words(': of')
  enumerator(c)
  const several = c.try(days)
  if (several) item.whens.push(...several.map(onDay))
  else {
    const one = c.try(when)
    if (!one) return false
    item.whens.push(one)
  }
  if (isEach) item.isEach = true
  while (isEach || item.isEqual || item.amounts.length > 1) {
    const next = c.try((inner) => {
      inner.words(', and ;')
      enumerator(inner)
      inner.words('and on the')
      return day(inner)
    })
    if (!next) break
    item.whens.push(onDay(next))
  }
  c.words('respectively , respectively')
  return true
}
