import {
  CalendarDate,
  type Decimal,
  type Notice,
  type PriceLine,
  priceLines,
  SMALL_ACQUISITION_LIMIT,
} from '@section16/core'
import { choice, date, fills, isAnswered, onlyWhen, shares, type Values, yesNo } from './facts.ts'
import type { FormBuilder, Transaction } from './formBuilder.ts'
import { NOTHING } from './positionBook.ts'
import type { Ownership, Security } from './security.ts'
import type { TradeFill } from './values.ts'
import { dollars, longDate } from './wording.ts'

/** The trades themselves. */
export const tradeFacts = {
  venue: choice(
    { market: 'In the open market, by an order to a broker', private: 'Privately, with a known other side' },
    {
      question: 'How were the trades made?',
      why: 'Only trades in the open market through a broker may share a line at an average price.',
      source: 'Staff letter of 2008-06-25, condition 1; section16-rules.md 2.9 [V:SCSGP]',
    },
  ),
  fills: fills({
    question: 'Which trades were made? Each with its day, number of shares and price before commission',
    why: 'Prices of one day within one dollar may share a line; who signs undertakes to give the list upon request.',
    source: 'Form 4, Instruction 4(a)(ii); staff letter of 2008-06-25; section16-rules.md 2.9',
  }),
  tradedShares: shares({
    question: 'How many shares were traded in all?',
    why: 'The trades have to add up to what is reported.',
    source: 'Staff letter of 2008-06-25, condition 5; section16-rules.md 2.9',
  }),
}

const isPlanned = (plan: unknown) => plan === 'all' || plan === 'some'

/** Whether a plan of Rule 10b5-1(c) stands behind the trades. */
export const planFacts = {
  plan: choice(
    { none: 'No', all: 'Yes, all of them', some: 'Yes, some of them' },
    {
      question: 'Were the trades made under a plan that is intended to satisfy Rule 10b5-1(c)?',
      why: 'The form has a box for it; plan trades and others never share a line.',
      source: 'Form 4, General Instruction 10; section16-rules.md 5.6',
    },
  ),
  ...planTerms(({ plan }) => isPlanned(plan)),
}

/** What is asked of a plan. `when`: whether there is one. */
export function planTerms(when: (given: Readonly<Record<string, unknown>>) => boolean) {
  return {
    planAdopted: onlyWhen(
      when,
      date({
        question: 'On which day was the plan adopted, or last modified?',
        why: 'The day is told in a footnote; the box is only for plans adopted from February 27, 2023 on.',
        source: 'Form 4, General Instruction 10; Release 33-11138; section16-rules.md 5.6',
      }),
    ),
    insiderChoseDay: onlyWhen(
      when,
      yesNo({
        question: 'Did the insider choose the day of the trades?',
        why: 'If the plan’s broker chose it, the two business days begin with the notice, at most three later.',
        source: 'Rule 16a-3(g)(2); section16-rules.md 3.4',
      }),
    ),
    notified: onlyWhen(
      (given) => when(given) && isAnswered('insiderChoseDay', false)(given),
      date({
        question: 'On which day did the broker tell the insider of the trades?',
        why: 'That day is the deemed execution date, at most the third business day after the trade.',
        source: 'Rule 16a-3(g)(2); section16-rules.md 3.4',
      }),
    ),
  }
}

/** From here on a plan falls under the amended rule, for which the box stands. Source: Release 33-11138. */
const BOX_PLANS_FROM = CalendarDate.of(2023, 2, 27) as CalendarDate

interface Plan {
  readonly adopted: CalendarDate
  /** Of the broker; absent where the insider chose the day. */
  readonly notified: CalendarDate | undefined
}

interface Trades extends Values<typeof tradeFacts> {
  readonly plan: 'none' | 'all' | 'some'
  readonly planAdopted: CalendarDate | undefined
  readonly insiderChoseDay: boolean | undefined
  readonly notified: CalendarDate | undefined
}

/** On what, and which way. */
export interface TradeSide {
  readonly security: Security
  readonly ownership: Ownership
  readonly code: 'P' | 'S'
  /** A footnote on the code of each line. */
  readonly note?: string
}

/**
 * Trades as lines: of each day those outside a plan before those under it, each in the fewest bands of one dollar, by
 * rising price; private ones a line for each price. Refuses where the list is not what was traded.
 * Source: section16-rules.md 2.9, 5.6.
 */
export function trade(trades: Trades, side: TradeSide, form: FormBuilder): void {
  const plan = planOf(trades)
  const batches = batchesOf(trades, plan, form)
  if (form.isBlocked) return
  const isBoxed = batches.some((batch) => batch.plan && batch.plan.adopted.day >= BOX_PLANS_FROM.day)
  form.transactions(...batches.flatMap((batch) => transactionsOf(batch, trades, side)))
  if (form.isBlocked) return
  if (isBoxed) form.tickPlan()
  if (side.code === 'P') sayDeferrable(trades.fills, form)
}

interface Batch {
  readonly day: CalendarDate
  readonly plan: Plan | undefined
  readonly fills: readonly TradeFill[]
}

function planOf({ plan, planAdopted, notified }: Trades): Plan | undefined {
  return plan === 'none' || !planAdopted ? undefined : { adopted: planAdopted, notified }
}

function batchesOf(trades: Trades, plan: Plan | undefined, form: FormBuilder): Batch[] {
  const sum = sharesOf(trades.fills)
  if (!sum.equals(trades.tradedShares)) {
    form.refuse('D120', { fills: String(sum), shares: String(trades.tradedShares) })
    return []
  }
  const days = [...new Set(trades.fills.map((fill) => fill.date.day))].toSorted((one, other) => one - other)
  return days.flatMap((day) => {
    const ofDay = trades.fills.filter((fill) => fill.date.day === day)
    const planned = ofDay.filter((fill) => isUnderPlan(fill, trades.plan, form))
    const others = ofDay.filter((fill) => !planned.includes(fill))
    const date = new CalendarDate(day)
    if (plan && planned.length > 0) checkPlan(plan, date, form)
    return [
      { day: date, plan: undefined, fills: others },
      { day: date, plan, fills: planned },
    ].filter((batch) => batch.fills.length > 0)
  })
}

/** What a single trade says, has to agree with what is said of all. */
function isUnderPlan(fill: TradeFill, plan: Trades['plan'], form: FormBuilder): boolean {
  const { date: day, price, underPlan } = fill
  if (plan === 'some') {
    if (underPlan === undefined) form.refuse('D121', { date: String(day), price: String(price) })
    return underPlan ?? false
  }
  const isPlan = plan === 'all'
  if (underPlan !== undefined && underPlan !== isPlan) {
    form.refuse('D103', { fact: 'fills', other: 'plan', why: `the trade of ${String(day)} says otherwise` })
  }
  return isPlan
}

function checkPlan({ adopted, notified }: Plan, day: CalendarDate, form: FormBuilder): void {
  if (adopted.day > day.day) form.refuse('D122', { adopted: String(adopted), date: String(day) })
  if (notified && notified.day < day.day) form.refuse('D123', { notified: String(notified), date: String(day) })
}

function transactionsOf({ day, plan, fills: ofBatch }: Batch, { venue }: Trades, side: TradeSide): Transaction[] {
  const { note, ...sold } = side
  return linesOf(day, ofBatch, venue).map((line) => {
    const inLine = ofBatch.filter(({ price }) => isWithin(price, line))
    const isAveraged = !line.lowest.equals(line.highest)
    return {
      ...sold,
      date: day,
      way: side.code === 'P' ? 'A' : 'D',
      shares: line.shares,
      price: line.price,
      fills: inLine,
      isPlanTrade: plan !== undefined,
      ...(plan?.notified && { notice: { rule: '10b5-1', notified: plan.notified } satisfies Notice }),
      notes: {
        code: [...(plan ? [planNote(plan, side)] : []), ...(note ? [note] : [])],
        price: isAveraged ? [rangeNote(line, side)] : [],
      },
    }
  })
}

/** In the open market bands, else a line for each price: the staff letter is not for private trades. */
function linesOf(day: CalendarDate, ofBatch: readonly TradeFill[], venue: Trades['venue']): PriceLine[] {
  if (venue === 'market') return priceLines(day, ofBatch)
  const prices = ofBatch.map(({ price }) => price).toSorted((one, other) => one.compare(other))
  const distinct = prices.filter((price, i) => i === 0 || !price.equals(prices[i - 1]!))
  return distinct.flatMap((price) =>
    priceLines(
      day,
      ofBatch.filter((fill) => fill.price.equals(price)),
    ),
  )
}

function isWithin(price: Decimal, { lowest, highest }: PriceLine): boolean {
  return price.compare(lowest) >= 0 && price.compare(highest) <= 0
}

function sharesOf(all: readonly TradeFill[]): Decimal {
  return all.reduce((sum, fill) => sum.plus(fill.shares), NOTHING)
}

/** Conditions 3 to 5 of the staff letter of 2008-06-25. */
function rangeNote({ lowest, highest }: PriceLine, { code, security }: TradeSide): string {
  const done = code === 'P' ? 'purchased' : 'sold'
  const column = security.table === 'I' ? 'Column 4' : 'Column 8'
  return (
    `The price reported in ${column} is a weighted average price. These securities were ${done} in multiple ` +
    `transactions at prices ranging from ${dollars(lowest)} to ${dollars(highest)}, inclusive. The reporting person ` +
    'undertakes to provide to the issuer, any security holder of the issuer, or the staff of the Securities and ' +
    `Exchange Commission, upon request, full information regarding the number of securities ${done} at each separate ` +
    'price within the range set forth in this footnote.'
  )
}

function planNote({ adopted, notified }: Plan, { code }: TradeSide): string {
  const what = code === 'P' ? 'purchase was' : 'sale was'
  const chosen = notified ? ' The reporting person did not select the date of execution.' : ''
  return `This ${what} effected pursuant to a Rule 10b5-1 trading plan adopted on ${longDate(adopted)}.${chosen}`
}

/** Rule 16a-6 would let small purchases wait; that is a choice, and reporting at once is always right. */
function sayDeferrable(bought: readonly TradeFill[], form: FormBuilder): void {
  const value = bought.reduce((sum, fill) => sum.plus(fill.shares.times(fill.price)), NOTHING)
  if (value.compare(SMALL_ACQUISITION_LIMIT) <= 0) form.say('D133', { value: String(value) })
}
