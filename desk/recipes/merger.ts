import { type CalendarDate, type Decimal, securityKey } from '@section16/core'
import { dispositionApproval, isApproved } from './approval.ts'
import { amount, choice, date, isAnswered, onlyWhen, type Values, yesNo } from './facts.ts'
import type { Move, Transaction } from './formBuilder.ts'
import { NOTHING } from './positionBook.ts'
import { recipe } from './recipe.ts'
import type { Derivative, HeldPosition } from './security.ts'
import { stockTitle } from './stock.ts'
import { dollars, longDate } from './wording.ts'

const mergerFacts = {
  closingDate: date({
    question: 'On which day did the merger become effective, or the offer take the shares?',
    why: 'The transaction date.',
    source: 'Form 4, columns 2 and 3',
  }),
  kind: choice(
    { merger: 'A merger: shares became a right to cash', tender: 'A tender offer: shares were tendered and accepted' },
    {
      question: 'How were the shares given up?',
      why: 'In a merger with the issuer code D, exempt if approved in advance; tendered shares are code U, matched.',
      source: 'Rule 16b-3(e); Form 4, General Instruction 8',
    },
  ),
  consideration: amount({
    question: 'How much cash for a share, in dollars?',
    why: 'Column 4; options are worth what it exceeds their price.',
    source: 'Form 4, Table I column 4, General Instruction 5',
  }),
  stock: stockTitle,
  areAllKnown: yesNo({
    question: 'Are the positions on record all that the insider held at closing?',
    why: 'Everything goes: a line that is not on record would be missing.',
    source: 'Form 4, General Instruction 4(a)(i)',
  }),
  areRightsCashed: yesNo({
    question: 'Were options and units cancelled for cash too?',
    why: 'Each is a disposition to the issuer, code D; for nothing it is not reported.',
    source: 'Rules 16b-3(e), 16a-4(d)',
  }),
  arePaidInFull: onlyWhen(
    isAnswered('areRightsCashed', true),
    yesNo({
      question: 'Are rights without an exercise price, as stock units, paid like shares?',
      why: 'Column 8 states what was paid for each; a price that stands only in a footnote is not computed with.',
      source: 'Form 4, Table II column 8',
    }),
  ),
  approval: onlyWhen(
    (given) => isAnswered('kind', 'merger')(given) || isAnswered('areRightsCashed', true)(given),
    dispositionApproval,
  ),
}

type Merger = Values<typeof mergerFacts>

/**
 * Code D or U of the stock, code D of rights with value, nothing of those without.
 * Source: Rules 16b-3(e), 16a-4(d); Form 4, General Instruction 8.
 */
export const mergerCashOut = recipe(
  'merger-cash-out',
  'Merger or tender for cash',
  'The issuer is bought for cash: the insider’s stock, options and units are paid out.',
).step(mergerFacts, (merger, form) => {
  if (!merger.areAllKnown) {
    form.refuse('D111', { why: 'Record the missing positions first; the merger takes all of them.' })
    return
  }
  const held = form.held.filter(({ shares }) => !shares.isZero)
  const stocks = held.filter(({ security }) => security.table === 'I' && isOf(security.title, merger))
  const rights = merger.areRightsCashed ? held.flatMap((one) => rightOf(one, merger)) : []
  if (!merger.arePaidInFull && rights.some(({ security }) => !security.exercisePrice)) {
    form.refuse('D111', { why: 'What was paid for rights without an exercise price is not known here: ask counsel.' })
    return
  }
  const worthless = rights.filter(({ value }) => value.isZero)
  const cashed = rights.filter(({ value }) => !value.isZero)
  form.transactions(...stocks.map((one) => ofStock(one, merger)), ...cashed.map((one) => ofRight(one, merger)))
  if (worthless.length > 0)
    form.event(
      'longExpiry',
      merger.closingDate,
      worthless.map((one) => lapseOf(one, merger)),
    )
})

function isOf(title: string, { stock }: Merger): boolean {
  return securityKey(title) === securityKey(stock)
}

function ofStock({ security, ownership, shares }: HeldPosition, merger: Merger): Transaction {
  const { closingDate, kind, consideration, approval = 'none' } = merger
  const isMerger = kind === 'merger'
  const means = isMerger
    ? 'Disposed of pursuant to a merger agreement'
    : 'Tendered in an offer and accepted for payment'
  return {
    security,
    ownership,
    shares,
    date: closingDate,
    code: isMerger ? 'D' : 'U',
    way: 'D',
    price: consideration,
    ...(isMerger && { exempt: isApproved(approval) }),
    notes: { code: [`${means}, in which each share was exchanged for ${dollars(consideration)} in cash.`] },
  }
}

interface Right {
  readonly position: HeldPosition
  readonly security: Derivative
  /** What is paid for each, US dollars: never less than nothing. */
  readonly value: Decimal
}

function rightOf(position: HeldPosition, merger: Merger): Right[] {
  const { security } = position
  if (security.table === 'I' || !isOf(security.underlying, merger)) return []
  const spread = merger.consideration.minus(security.exercisePrice ?? NOTHING)
  const value = spread.sign < 0 ? NOTHING : spread.times(security.sharesEach)
  return [{ position, security, value }]
}

function ofRight({ position, security, value }: Right, { closingDate, approval = 'none' }: Merger): Transaction {
  const { ownership, shares } = position
  return {
    security,
    ownership,
    shares,
    date: closingDate,
    code: 'D',
    way: 'D',
    price: value,
    exempt: isApproved(approval),
    notes: { price: [`Cancelled in the merger in exchange for ${dollars(value)} in cash for each.`] },
  }
}

function lapseOf({ position, security }: Right, { closingDate }: { readonly closingDate: CalendarDate }): Move {
  const { ownership, shares } = position
  const note = `Cancelled on ${longDate(closingDate)} for no value.`
  return { security, ownership, change: NOTHING.minus(shares), note }
}
