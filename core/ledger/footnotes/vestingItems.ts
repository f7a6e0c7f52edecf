import { type Amount, amount, things } from './amounts.ts'
import { enumerator } from './anchors.ts'
import { begin, from, thereafter, until } from './beginnings.ts'
import { condition } from './conditions.ts'
import { Cursor } from './cursor.ts'
import { elaboration, evenly, instalments, over, steps } from './instalments.ts'
import { period } from './periods.ts'
import { dayOfEachMonth, eachAnniversary, immediately, listedDays, yearly } from './vestingDays.ts'
import { VestingItem } from './vestingItem.ts'
import type { VestingNote } from './vestingTerms.ts'
import { fullness, verb } from './vestingVerb.ts'

/** The items of a sentence and the conditions after them. */
export interface VestingItems {
  readonly items: readonly VestingItem[]
  readonly notes: readonly VestingNote[]
}

/** Reads from here to the end of the sentence; `undefined` where a word is left over that has no place. */
export function vestingItems(cursor: Cursor): VestingItems | undefined {
  const items: VestingItem[] = []
  let item = new VestingItem()
  const close = () => {
    if (!item.isEmpty) items.push(item)
    item = new VestingItem()
  }
  const done = (notes: readonly VestingNote[]): VestingItems | undefined => {
    close()
    const told = withoutHeading(items)
    return told && { items: told, notes }
  }
  const notes: VestingNote[] = []
  while (!cursor.isAtEnd) {
    const note = condition(cursor)
    if (note) {
      notes.push(note)
      continue
    }
    if (cursor.try((c) => (elaboration(c, item) ? true : undefined))) continue
    const more = cursor.try(amount)
    if (more) {
      if (startsAnother(item, more)) close()
      // "23,077 RSUs which vest 25% on A": the award, then its parts.
      if (isAwardBefore(item)) item.amounts = []
      if (item.whens.length > 0 && !item.hasVerb && item.amounts.length === 0) item.isDayFirst = true
      item.amounts.push(more)
      continue
    }
    if (item.whens.length > 0 && item.stepMonths === undefined && cursor.word('thereafter')) {
      close()
      item.hasVerb = true
      item.isThereafter = true
      continue
    }
    if (cursor.try(skipped)) continue
    if (isNextDay(item, cursor)) close()
    if (isNextSeries(item, cursor)) {
      close()
      item.hasVerb = true
      item.isThereafter = true
    }
    if (!constituent(cursor, item)) return undefined
  }
  return done(notes)
}

/** Leaves `in two installments as follows:` out, where as many days follow; `undefined` where others do. */
function withoutHeading(items: readonly VestingItem[]): readonly VestingItem[] | undefined {
  const [heading, ...told] = items
  if (!heading?.isHeading || told.length === 0) return items
  const days = told.reduce((sum, { whens }) => sum + whens.length, 0)
  if (heading.times !== undefined && days !== heading.times) return undefined
  for (const one of told) one.hasVerb = true
  return told
}

/** A new amount begins a new item, unless it is the first one said of its days or one in a list of amounts. */
function startsAnother(item: VestingItem, { portion }: Amount): boolean {
  if (item.amounts.length === 0) return (item.isDated && item.hasVerb) || item.isHeading
  // "The balance will vest 6.25% quarterly".
  if (item.amounts.length === 1 && item.amounts[0]?.portion.kind === 'rest' && !item.isDated) return false
  return item.hasTime || portion.kind === 'rest'
}

function isAwardBefore({ amounts, hasVerb, isDated, isAlready }: VestingItem): boolean {
  return amounts.length === 1 && amounts[0]?.portion.kind === 'count' && hasVerb && !isDated && !isAlready
}

/** `on A 25% vests and on B 25% vests`. */
function isNextDay(item: VestingItem, cursor: Cursor): boolean {
  return item.isDayFirst && item.hasVerb && /^(?:on|as)$/.test(cursor.text)
}

/** `25% on A and in 36 equal monthly installments thereafter`: the second half, though it has no amount. */
function isNextSeries(item: VestingItem, cursor: Cursor): boolean {
  const { amounts, whens, stepMonths, times } = item
  if (amounts.length !== 1 || whens.length !== 1 || stepMonths !== undefined || times !== undefined) return false
  const before = cursor.tokens.slice(Math.max(0, cursor.at - 2), cursor.at).map(({ text }) => text)
  if (!before.some((text) => /^(?:then|and|thereafter)$/.test(text))) return false
  const probe = new Cursor(cursor.tokens, cursor.at, cursor.end)
  probe.words('thereafter')
  const hasInstalments = probe.try((c) => (instalments(c, new VestingItem()) ? true : undefined))
  return hasInstalments ?? period(probe) !== undefined
}

function skipped(c: Cursor): true | undefined {
  return enumerator(c) || c.words(SKIPPED) ? true : undefined
}

const SKIPPED =
  'of_which based_upon_the_following_vesting_schedule based_on_the_following_vesting_schedule according_to_the_following_vesting_schedule will shall have as_applicable (_as_applicable_) , ; : and then with which that who thereof as_follows as_follow such_that_the_same following_schedule over_time generally thereupon it they accordance_with_the_following_schedule in_accordance_with_the_following_schedule according_to_the_following_schedule on_the_following_schedule pursuant_to_the_following_schedule as_set_forth_below date_of_vesting'

type Constituent = (c: Cursor, item: VestingItem) => boolean

const CONSTITUENTS: readonly Constituent[] = [
  verb,
  full,
  until,
  instalments,
  over,
  begin,
  dayOfEachMonth,
  eachAnniversary,
  yearly,
  evenly,
  steps,
  from,
  thereafter,
  immediately,
  listedDays,
  ofThings,
]

function constituent(cursor: Cursor, item: VestingItem): boolean {
  const read = CONSTITUENTS.find((one) => cursor.try((c) => (one(c, item) ? true : undefined)))
  if (read !== over) item.latest = undefined
  return read !== undefined
}

function full(c: Cursor): boolean {
  return fullness(c)
}

function ofThings(c: Cursor, item: VestingItem): boolean {
  if (item.amounts.length === 0 && !item.hasVerb) return false
  c.words('of')
  return things(c)
}
