import { type Amount, amount, partOfOne, things, wholeNumber } from './amounts.ts'
import { Cursor } from './cursor.ts'
import { anchor, day, days, enumerator, ordinal, when } from './days.ts'
import type { Fraction } from './fraction.ts'
import { adverbOfPeriod, duration, period, type Stretch, stretch } from './periods.ts'
import { type Day, onDay, type VestingNote, type When } from './vestingTerms.ts'

/** A day of every year. */
export interface DayOfYear {
  readonly month: number
  readonly dayOfMonth: number
}

/**
 * What one item of a schedule says (`25% on March 1, 2024`; `the remaining 75% in 36 equal monthly instalments
 * thereafter`), gathered in whatever order it is said, before any meaning is given to it.
 */
export class VestingItem {
  amounts: Amount[] = []
  /** Days that are listed. */
  whens: When[] = []
  /** `on each of`: the amount is that of each day. */
  isEach = false
  times: number | undefined
  /** Instalments are spoken of, or `equally`, `ratably`. */
  isEqual = false
  stepMonths: number | undefined
  over: Stretch | undefined
  /** The day of the first instalment. */
  begin: Day | undefined
  /** The day from which the first step is counted. */
  from: Day | undefined
  isThereafter = false
  /** `on March 1, 2024 and each anniversary thereafter`: the amount is that of each. */
  isAnniversaries = false
  /** Until all has vested. */
  isUntilAll = false
  end: Day | undefined
  /** `on the 25th day of each month`. */
  dayOfMonth: number | undefined
  /** Vested or exercisable by the time of the report. */
  isAlready = false
  hasVerb = false
  /** A beginning that may be the first instalment's or the day from which it is counted; the end tells which. */
  start: Day | undefined
  /** `with 1/12th vesting on each vesting date`: what each instalment has to be. */
  eachSaid: Fraction | undefined
  /** `on each February 15, May 15, August 15 and November 15`. */
  daysOfYear: DayOfYear[] = []
  /** `vested`, `exercisable`, with no `will` before it. */
  isPast = false
  /** `in annual increments of 100 on A, 101 on B`. */
  isIncrements = false
  /** Exercisable, not vesting: `exercisable beginning on a day` is all of it. */
  isExercisable = false
  /** `20% per year`: a beginning of such a rate is not the day of an instalment. */
  isRate = false
  /** What was said just before: a beginning belongs to it. */
  latest: 'period' | 'stretch' | undefined
  /** The days came before the amount: `on March 1, 2024, 25% vests`. */
  isDayFirst = false

  /** `in two installments as follows:`: what follows tells the same in full. */
  get isHeading(): boolean {
    const { amounts, times, whens, stepMonths, over, begin, from, start, isThereafter } = this
    const isBare = [stepMonths, start, begin, from].every((one) => one === undefined) && !isThereafter
    const isAll = amounts.length === 0 || (amounts.length === 1 && amounts[0]?.portion.kind === 'rest')
    return (times !== undefined || over !== undefined) && whens.length === 0 && isBare && isAll
  }

  get hasTime(): boolean {
    const { whens, times, stepMonths, over, begin, from, start } = this
    return (
      whens.length > 0 ||
      [times, stepMonths, over, begin, from, start].some((one) => one !== undefined) ||
      this.isAlready
    )
  }

  /** More is said of time than `quarterly` or `is vested`, after which the amount may follow. */
  get isDated(): boolean {
    const { whens, times, over, begin, from, start } = this
    return whens.length > 0 || [times, over, begin, from, start].some((one) => one !== undefined)
  }

  get isEmpty(): boolean {
    return !this.hasTime && !this.hasVerb && this.amounts.length === 0
  }
}

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
    const note = trailer(cursor)
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
  return instalments(probe, new VestingItem()) || period(probe) !== undefined
}

function skipped(c: Cursor): true | undefined {
  return enumerator(c) || c.words(SKIPPED) ? true : undefined
}

const SKIPPED =
  'of_which based_upon_the_following_vesting_schedule based_on_the_following_vesting_schedule according_to_the_following_vesting_schedule will shall have as_applicable (_as_applicable_) , ; : and then with which that who thereof as_follows as_follow such_that_the_same following_schedule over_time generally thereupon it they accordance_with_the_following_schedule in_accordance_with_the_following_schedule according_to_the_following_schedule on_the_following_schedule pursuant_to_the_following_schedule as_set_forth_below date_of_vesting'

const VERB_BEFORE =
  'began begins commenced shall will to is are was were has have had been be being become becomes became becoming scheduled_to continue_to continues_to first'
const VERB =
  'vest vests vested vesting exercisable and_exercisable and_vested or_exercisable nonforfeitable and_nonforfeitable'
const VERB_AFTER =
  'and_be_settled and_settle and_settles and_settled and_convert_into_common_stock and_converts_into_common_stock and_become_vested and_become and_becomes and_became and_be and_is and_are and_will_become and_shall_become and_will_be exercisable and_exercisable and_vested and_distribute and_distributes and_unrestricted and_nonforfeitable and_convertible or_vests or_vest or_will_vest or_became or_will_become and_settled and_be_settled or_becomes and_are_scheduled_to_settle and_pay and_payable'

function verb(c: Cursor, item: VestingItem): boolean {
  return (
    c.try((inner) => {
      const from = inner.at
      const wasFull = fullness(inner)
      const hasCopula = inner.words(VERB_BEFORE)
      const said = inner.tokens[inner.at - 1]?.text ?? ''
      const isFull = fullness(inner) || wasFull
      const isNow = inner.words('immediately currently presently now')
      if (!inner.words(VERB)) return undefined
      const main = inner.tokens[inner.at - 1]?.text ?? ''
      const chain = inner.tokens.slice(Math.max(0, from - 2), inner.at).map(({ text }) => text)
      inner.words(VERB_AFTER)
      item.hasVerb = true
      item.isExercisable = main === 'exercisable'
      item.isPast = /^(?:vested|exercisable)$/.test(main) && !chain.some((one) => /^(?:will|shall|to|would)$/.test(one))
      if (isNow || (hasCopula && /^(?:is|are|was|were)$/.test(said) && isFull)) item.isAlready = true
      return true
    }) ?? false
  )
}

/** `fully`, `in full`: all of what is spoken of. */
function fullness(c: Cursor): boolean {
  return c.words('fully entirely in_whole in_full in_its_entirety in_their_entirety completely')
}

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

const ALIKE =
  'equal equally substantially approximately nearly successive consecutive ratable as_nearly_equal_as_possible as_equal_as_possible time_based a_series_of series_of additional almost roughly separate annual_vesting more remaining'
const INSTALMENT =
  'installments instalments installment tranches tranche increments increment parts portions vesting_installments amounts'

/** `in 36 equal monthly installments`, `in three equal, annual increments of 25% each`. */
function instalments(c: Cursor, item: VestingItem): boolean {
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

function setStep(item: VestingItem, step: number): boolean {
  if (item.stepMonths !== undefined && item.stepMonths !== step) return false
  item.stepMonths = step
  return true
}

function over(c: Cursor, item: VestingItem): boolean {
  if (item.over) return false
  const said = stretch(c)
  if (!said) return false
  item.over = said
  if (said.isFollowing) item.isThereafter = true
  item.latest = said.isPeriod ? 'period' : 'stretch'
  return true
}

/** `beginning on`, `commencing with`: for instalments the first of them; for a period the day it is counted from. */
function begin(c: Cursor, item: VestingItem): boolean {
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

/** `on the 25th day of each month`, `on the same day of each month`, `on the first day of each quarter` is none. */
function dayOfEachMonth(c: Cursor, item: VestingItem): boolean {
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
function eachAnniversary(c: Cursor, item: VestingItem): boolean {
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
function yearly(c: Cursor, item: VestingItem): boolean {
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

/** `with 1/12th of such RSUs vesting on each quarterly vesting date`. */
function elaboration(c: Cursor, item: VestingItem): boolean {
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

function evenly(c: Cursor, item: VestingItem): boolean {
  if (!c.words('ratably equally evenly pro_rata')) return false
  item.isEqual = true
  return true
}

function steps(c: Cursor, item: VestingItem): boolean {
  const isRate = /^(?:per|each|every|a)$/.test(c.text)
  const step = period(c)
  if (step === undefined || !setStep(item, step)) return false
  if (isRate) item.isRate = true
  return true
}

/** `from the date of grant`, `following the grant date`: where the first step is counted from. */
function from(c: Cursor, item: VestingItem): boolean {
  if (!c.word('from following after measured_from from_and_after')) return false
  if (item.stepMonths === undefined && !item.over) return false
  const base = anchor(c)
  if (!base || item.from || item.begin) return false
  item.from = { base, months: 0 }
  return true
}

function thereafter(c: Cursor, item: VestingItem): boolean {
  if (!c.words('thereafter after_that from_then_on')) return false
  item.isThereafter = true
  return true
}

function immediately(c: Cursor, item: VestingItem): boolean {
  if (!c.word('immediately')) return false
  if (!item.hasVerb || item.hasTime) return false
  item.isAlready = true
  c.words('upon_grant upon_issuance')
  return true
}

/** `until fully vested`, `through March 1, 2027`, `so that the option is fully vested on …`. */
function until(c: Cursor, item: VestingItem): boolean {
  if (c.word('through ending_on ending')) {
    item.end = day(c)
    return item.end !== undefined && item.stepMonths !== undefined
  }
  if (c.try((inner) => (fullyVestedOn(inner, item) ? true : undefined))) return true
  const isResult = c.word('such_that so_that') !== undefined
  if (!isResult && !c.word('until until_such_time_as until_such_time_that until_such_date_as until_becoming'))
    return false
  c.words('all 100% the entire entirety of')
  things(c)
  c.words(`${VERB_BEFORE} shall be will fully in_full 100% entirely completely`)
  if (!c.words(`${VERB} fully_vested`)) return false
  item.isUntilAll = true
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

function listedDays(c: Cursor, item: VestingItem): boolean {
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

/** Words with which conditions begin; they go on to the end of the sentence. */
const CONDITIONS =
  'upon_continuous upon_continued upon_the_continued subject_to subject_in_each_case in_each_case provided so_long_as as_long_as assuming contingent_upon contingent_on conditioned_upon conditioned_on if_the_reporting_person unless_earlier unless_that unless_any except_as except_in with_accelerated with_full_acceleration and_will_accelerate and_shall_accelerate subject ( based_on_continued based_upon_continued so_long with_acceleration unless and_have_no_expiration_date and_has_no_expiration_date and_will_be_settled and_shares_were and_vested_shares and_shares_will and_will_be_delivered and_are_settled and_will_settle based_on based_upon none_of will_be_settled will_be_delivered shares_were vested_shares shares_will the_reporting'

/** What is said after the schedule. It may name no day and no part: else something of the schedule would be lost. */
function trailer(cursor: Cursor): VestingNote | undefined {
  return cursor.try((c) => {
    c.words(', ; and but')
    const from = c.at
    if (!c.word(CONDITIONS)) return undefined
    const result = c.tokens.findIndex(
      ({ text }, i) => i > from && /^(?:such|so)$/.test(text) && c.tokens[i + 1]?.text === 'that',
    )
    const until = result < 0 ? c.end : Math.min(result, c.end)
    const rest = c.tokens.slice(from, until)
    if (rest.some(({ kind }) => kind === 'part' || kind === 'date' || kind === 'monthDay' || kind === 'month')) return
    const words = rest.map(({ text }) => text).join(' ')
    if (SCHEDULE_IN_CONDITION.test(words)) return undefined
    const kind = KINDS.find(([pattern]) => pattern.test(words))?.[1]
    if (!kind) return undefined
    c.at = until
    return { kind, words }
  })
}

/** Words that belong to a schedule: a condition that holds them holds some of it. */
const SCHEDULE_IN_CONDITION =
  /thereafter|ments?\b.*\bequal|equal.*ments?\b|\bvest(?:s|ing)? (?:on|in|as|monthly|quarterly|annually|over)\b|\b(?:third|half|fourth|quarter) of\b/

const KINDS: readonly [RegExp, VestingNote['kind']][] = [
  [/non ?business date|next business d/, 'businessDay'],
  [/accelerat|change (?:in|of) control/, 'acceleration'],
  [/forfeit/, 'forfeiture'],
  [/service|employ|continu|remain/, 'service'],
  [/terms|agreement|plan\b|conditions|expiration|settled|deliver|eligible/, 'terms'],
]
