import { type Amount, amount, partOfOne, things, wholeNumber } from './amounts.ts'
import type { Cursor } from './cursor.ts'
import { adverbOfPeriod, period, stretch } from './periods.ts'
import type { VestingItem } from './vestingItem.ts'
import { VERB_BEFORE } from './vestingVerb.ts'

const ALIKE =
  'equal equally substantially approximately nearly successive consecutive ratable as_nearly_equal_as_possible as_equal_as_possible time_based a_series_of series_of additional almost roughly separate annual_vesting more remaining'

const INSTALMENT =
  'installments instalments installment tranches tranche increments increment parts portions vesting_installments amounts'

/** `in 36 equal monthly installments`, `in three equal, annual increments of 25% each`. */
export function instalments(c: Cursor, item: VestingItem): boolean {
  c.words('in the a')
  c.words(ALIKE)
  const inside = partInside(c)
  const times = inside ? undefined : wholeNumber(c)
  let step: number | undefined
  do step = adverbOfPeriod(c) ?? step
  while (c.words(`${ALIKE} , and`))
  step = adverbOfPeriod(c) ?? step
  if (!c.word(INSTALMENT)) return false
  if (times !== undefined && item.times !== undefined) return false
  item.times = times ?? item.times
  if (step !== undefined && !setStep(item, step)) return false
  item.isEqual = true
  if (inside) {
    if (item.amounts.length > 0) return false
    item.amounts.push(inside)
    item.isIncrements = true
    item.isEach = true
  }
  c.try((inner) => {
    const each = inner.word('of') ? amount(inner) : undefined
    if (!each || item.amounts.length > 0) return undefined
    item.amounts.push(each)
    item.isIncrements = true
    item.isEach = true
    inner.words('each')
    return true
  })
  return true
}

/** `in equal one-third increments`, `in 20% increments`: the part of each. */
function partInside(c: Cursor): Amount | undefined {
  const said = partOfOne(c)
  c.words('equal annual_equal')
  return said && { portion: { kind: 'fraction', fraction: said.part }, isRemaining: false, places: said.places }
}

/** Takes the months between two instalments; false where others were said before. */
export function setStep(item: VestingItem, step: number): boolean {
  if (item.stepMonths !== undefined && item.stepMonths !== step) return false
  item.stepMonths = step
  return true
}

/** `over four years`, `for the following thirty-six months`: how long it takes in all. */
export function over(c: Cursor, item: VestingItem): boolean {
  if (item.over) return false
  const said = stretch(c)
  if (!said) return false
  item.over = said
  if (said.isFollowing) item.isThereafter = true
  item.latest = said.isPeriod ? 'period' : 'stretch'
  return true
}

/** `with 1/12th of such RSUs vesting on each quarterly vesting date`. */
export function elaboration(c: Cursor, item: VestingItem): boolean {
  c.words(', with')
  const said = item.times !== undefined || item.over ? partOfOne(c) : undefined
  if (!said || item.eachSaid) return false
  c.words('of')
  things(c)
  c.words(VERB_BEFORE)
  if (!c.word('vesting vest vests') || !c.word('on each_such')) return false
  if (!c.word('each each_such')) return false
  c.words('monthly quarterly annual applicable such successive')
  if (!c.word('vesting_date date installment_date')) return false
  item.eachSaid = said.part
  return true
}

/** `ratably`, `equally`: all instalments are the same. */
export function evenly(c: Cursor, item: VestingItem): boolean {
  if (!c.words('ratably equally evenly pro_rata')) return false
  item.isEqual = true
  return true
}

/** `monthly`, `per year`: the months between two instalments. */
export function steps(c: Cursor, item: VestingItem): boolean {
  const isRate = /^(?:per|each|every|a)$/.test(c.text)
  const step = period(c)
  if (step === undefined || !setStep(item, step)) return false
  if (isRate) item.isRate = true
  return true
}
