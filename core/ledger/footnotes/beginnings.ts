import { things } from './amounts.ts'
import { anchor, ordinal } from './anchors.ts'
import type { Cursor } from './cursor.ts'
import { day } from './days.ts'
import type { VestingItem } from './vestingItem.ts'
import type { Day } from './vestingTerms.ts'
import { fullness, VERB, VERB_BEFORE } from './vestingVerb.ts'

/** `beginning on`, `commencing with`: for instalments the first of them; for a period the day it is counted from. */
export function begin(c: Cursor, item: VestingItem): boolean {
  const { latest } = item
  c.words(
    ', which that with_the_first_installment with_the_first_such_installment with_the_first_tranche with_the_first',
  )
  if (!c.word('beginning commencing starting began commenced vesting becoming_exercisable first_vesting')) return false
  if (!c.words('on from as_of with the_first_installment_on upon at the_date') && c.peek()?.kind !== 'date') {
    if (!/^(?:one|the|\d+)$/.test(c.text)) return false
  }
  const first = day(c)
  if (!first || item.begin || item.from) return false
  // "over four years beginning on D" may mean either; "a four-year period beginning on D" counts from D.
  if (item.start) return false
  if (latest === 'stretch' || item.isRate) item.start = first
  else if (latest === 'period') item.from = first
  else if (first.months === 0 && first.base.kind !== 'date') return false
  else item.begin = first
  return true
}

/** `from the date of grant`, `following the grant date`: where the first step is counted from. */
export function from(c: Cursor, item: VestingItem): boolean {
  if (!c.word('from following after measured_from from_and_after')) return false
  if (item.stepMonths === undefined && !item.over) return false
  const base = anchor(c)
  if (!base || item.from || item.begin) return false
  item.from = { base, months: 0 }
  return true
}

/** `thereafter`: counted from what was said before. */
export function thereafter(c: Cursor, item: VestingItem): boolean {
  if (!c.words('thereafter after_that from_then_on')) return false
  item.isThereafter = true
  return true
}

/** `until fully vested`, `through March 1, 2027`, `so that the option is fully vested on …`. */
export function until(c: Cursor, item: VestingItem): boolean {
  if (c.word('through ending_on ending')) {
    item.end = day(c)
    return item.end !== undefined && item.stepMonths !== undefined
  }
  if (c.try((inner) => (fullyVestedOn(inner, item) ? true : undefined))) return true
  const isResult = c.word('such_that so_that') !== undefined
  if (!isResult && !c.word('until until_such_time_as until_such_time_that until_such_date_as until_becoming'))
    return false
  c.words('all 100% the entire entirety of')
  if (!c.word('they it')) things(c)
  c.words(`${VERB_BEFORE} shall be will fully in_full 100% entirely completely`)
  if (!c.words(`${VERB} fully_vested`)) return false
  if (!c.words('on as_of upon')) return true
  item.end = c.first(day, namedVestingDate)
  return item.end !== undefined
}

/** `and will become fully vested on March 1, 2027`, after a series. */
function fullyVestedOn(c: Cursor, item: VestingItem): boolean {
  if (item.stepMonths === undefined || item.end) return false
  c.words(', and')
  if (!c.words(VERB_BEFORE) || !fullness(c) || !c.words(VERB) || !c.word('on as_of')) return false
  item.end = day(c)
  return item.end !== undefined
}

/** `the twelfth quarterly vesting date (February 16, 2026)`. */
function namedVestingDate(c: Cursor): Day | undefined {
  c.words('the')
  if (ordinal(c) === undefined) return undefined
  c.words('monthly quarterly annual such')
  if (!c.word('vesting_date') || !c.word('(')) return undefined
  const date = c.kind('date')?.date
  return date && c.word(')') ? { base: { kind: 'date', date }, months: 0 } : undefined
}
