import { CalendarDate, type Decimal, SMALL_ACQUISITION_LIMIT } from '@section16/core'
import { choice, fills, shares, type Values } from './facts.ts'
import type { FormBuilder, Transaction } from './formBuilder.ts'
import { checkPlan, isBoxed, noticeOf, type Plan, planNote, planOf, type planTerms } from './plan.ts'
import { NOTHING } from './positionBook.ts'
import { priceBands, rangeNotes } from './priceBands.ts'
import type { Ownership, Security } from './security.ts'
import type { TradeFill } from './values.ts'

/** The trades themselves. */
export const tradeFacts = {
  venue: choice(
    { market: 'In the open market, by an order to a broker', private: 'Privately, with a known other side' },
    {
      question: 'How were the trades made?',
      why: 'Only trades in the open market through a broker may share a line at an average price.',
      source: 'Staff letter of 2008-06-25, condition 1',
    },
  ),
  fills: fills({
    question: 'Which trades were made? Each with its day, number of shares and price before commission',
    why: 'Prices of one day within one dollar may share a line; who signs undertakes to give the list upon request.',
    source: 'Form 4, General Instruction 4(a)(ii); staff letter of 2008-06-25',
  }),
  tradedShares: shares({
    question: 'How many shares were traded in all?',
    why: 'The trades have to add up to what is reported.',
    source: 'Staff letter of 2008-06-25, condition 5',
  }),
}

interface Trades extends Values<typeof tradeFacts>, Values<ReturnType<typeof planTerms>> {
  readonly plan: 'none' | 'all' | 'some'
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
 * Source: staff letter of 2008-06-25; Form 4, General Instruction 10.
 */
export function trade(trades: Trades, side: TradeSide, form: FormBuilder): void {
  const plan = trades.plan === 'none' ? undefined : planOf(trades)
  const batches = batchesOf(trades, plan, form)
  if (form.isBlocked) return
  form.transactions(...batches.flatMap((batch) => transactionsOf(batch, trades, side)))
  if (form.isBlocked) return
  if (batches.some((batch) => batch.plan && isBoxed(batch.plan))) form.tickPlan()
  if (side.code === 'P') sayDeferrable(trades.fills, form)
}

interface Batch {
  readonly day: CalendarDate
  readonly plan: Plan | undefined
  readonly fills: readonly TradeFill[]
}

function batchesOf(trades: Trades, plan: Plan | undefined, form: FormBuilder): Batch[] {
  const sum = sharesOf(trades.fills)
  if (!sum.equals(trades.tradedShares)) {
    form.refuse('D120', { fills: String(sum), shares: String(trades.tradedShares) })
    return []
  }
  const flags = new Set(trades.fills.map(({ underPlan }) => underPlan))
  if (trades.plan === 'some' && flags.size === 1 && !flags.has(undefined)) {
    form.refuse('D103', { fact: 'fills', other: 'plan', why: 'either all or none of the trades say so' })
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

function transactionsOf({ day, plan, fills: ofBatch }: Batch, { venue }: Trades, side: TradeSide): Transaction[] {
  const { note, ...traded } = side
  const isPurchase = side.code === 'P'
  const column = side.security.table === 'I' ? 'Column 4' : 'Column 8'
  const code = [...(plan ? [planNote(plan, isPurchase ? 'purchase' : 'sale')] : []), ...(note ? [note] : [])]
  return priceBands(day, ofBatch, venue).map((band) => ({
    ...traded,
    ...noticeOf(plan),
    date: day,
    way: isPurchase ? 'A' : 'D',
    shares: band.shares,
    price: band.price,
    fills: band.fills,
    isPlanTrade: plan !== undefined,
    notes: { code, price: rangeNotes(band, isPurchase ? 'purchased' : 'sold', column) },
  }))
}

function sharesOf(all: readonly TradeFill[]): Decimal {
  return all.reduce((sum, fill) => sum.plus(fill.shares), NOTHING)
}

/** Rule 16a-6 would let small purchases wait; that is a choice, and reporting at once is always right. */
function sayDeferrable(bought: readonly TradeFill[], form: FormBuilder): void {
  const value = bought.reduce((sum, fill) => sum.plus(fill.shares.times(fill.price)), NOTHING)
  if (value.compare(SMALL_ACQUISITION_LIMIT) <= 0) form.say('D133', { value: String(value) })
}
