import { CalendarDate } from '../../model/calendarDate.ts'
import { type DerivationStep, derivationStep } from '../derivation.ts'
import type { ForeignPeriod, ShortSwingFacts } from './facts.ts'
import type { Leg, SetAsideReason } from './leg.ts'
import type { Ratio } from './ratio.ts'
import { foreignPeriodsIn, foreignStep, pairOptions, type ShortSwingOptions } from './shortSwing.ts'
import { shortSwingRules } from './shortSwingRules.ts'
import { sortTransactions } from './sortTransactions.ts'
import type { ShortSwingTransaction } from './transaction.ts'
import { lastMatchableDay, type MonthEndRule } from './window.ts'

/** A trade in stock that somebody thinks of making. */
export interface ThoughtTrade {
  readonly side: 'purchase' | 'sale'
  readonly price: Ratio
  /** Absent: of the only class that was traded. */
  readonly classKey?: string
}

/** What was at hand: the answer knows nothing else. */
export interface WhatWasKnown {
  /** Whose trades. */
  readonly owner: string
  readonly accounts: readonly string[]
  /** The last day of which anything is known; `undefined`: none is. */
  readonly upTo: CalendarDate | undefined
}

/** A known trade with which the one thought of would match, and the last day on which it would. */
export interface WouldMatch {
  readonly transaction: ShortSwingTransaction
  readonly shares: Ratio
  readonly unitProfit: Ratio
  readonly lastDay: CalendarDate
  /** Whether it is exempt turns on a fact that nobody gave; it is taken for not exempt. */
  readonly isUncertain: boolean
}

export interface WhatIfAnswer {
  readonly trade: ThoughtTrade
  /** From this day on it matches nothing that is known; `undefined`: nothing known would match on any day to come. */
  readonly noMatchFrom: CalendarDate | undefined
  /** The latest first. */
  readonly wouldMatch: readonly WouldMatch[]
  /** Known trades of the other side that could not be judged for want of a fact: the day may be later for them. */
  readonly notJudged: readonly ShortSwingTransaction[]
  /** Known trades of these periods are not in it: Section 16(b) does not apply to them. */
  readonly foreign: readonly ForeignPeriod[]
  readonly known: WhatWasKnown
  readonly derivation: readonly DerivationStep[]
}

/**
 * From which day a trade would match nothing that is known: the day after the last window of any known trade of the other
 * side at a price that leaves a profit. It speaks of the trades given and of nothing else: trades that are not reported
 * yet, by others in the household, in other accounts, are not in it. Transactions whose exemption is not known are taken
 * for not exempt, the person for an insider on that day. Source: section16-rules.md 4.1, 4.2.
 */
export function whatIf(
  transactions: readonly ShortSwingTransaction[],
  trade: ThoughtTrade,
  known: WhatWasKnown,
  facts: ShortSwingFacts = {},
  options: ShortSwingOptions = {},
): WhatIfAnswer {
  const { monthEnd } = pairOptions(options)
  const sorted = sortTransactions(transactions, facts)
  const opposite = [
    ...sorted.certain.map((leg) => ({ leg, isUncertain: false })),
    ...sorted.uncertain.map(({ leg }) => ({ leg, isUncertain: true })),
  ].filter(({ leg }) => leg.side !== trade.side && isOfClass(leg.transaction, trade) && !leg.isLapse)
  const wouldMatch = opposite
    .flatMap(({ leg, isUncertain }): WouldMatch[] => {
      const unitProfit = gainBeside(leg, trade)
      if (unitProfit === undefined || unitProfit.sign <= 0) return []
      const lastDay = lastMatchableDay(leg.transaction.date, monthEnd)
      return [{ transaction: leg.transaction, shares: leg.shares, unitProfit, lastDay, isUncertain }]
    })
    .sort((one, other) => other.lastDay.day - one.lastDay.day)
  const last = wouldMatch[0]?.lastDay
  const noMatchFrom = last && new CalendarDate(last.day + 1)
  const foreign = foreignPeriodsIn(sorted, facts)
  return {
    trade,
    noMatchFrom,
    wouldMatch,
    notJudged: [
      ...opposite.filter(({ leg }) => gainBeside(leg, trade) === undefined).map(({ leg }) => leg.transaction),
      ...sorted.setAside
        .filter(({ reason, transaction }) => NOT_KNOWN.has(reason) && isOfClass(transaction, trade))
        .map(({ transaction }) => transaction),
    ],
    foreign,
    known,
    derivation: [...foreign.map(foreignStep), ...steps(trade, noMatchFrom, known, monthEnd)],
  }
}

const NOT_KNOWN: ReadonlySet<SetAsideReason> = new Set([
  'priceNotKnown',
  'sharesNotKnown',
  'directionNotKnown',
  'rightNotKnown',
])

function isOfClass({ classKey }: ShortSwingTransaction, trade: ThoughtTrade): boolean {
  return trade.classKey === undefined || trade.classKey === classKey
}

/** Profit on a share of a known trade beside the one thought of; a derivative at the market price of its day. */
function gainBeside({ series, price, market }: Leg, trade: ThoughtTrade): Ratio | undefined {
  const known = series === undefined ? price : market
  if (known === undefined) return undefined
  return trade.side === 'sale' ? trade.price.minus(known) : known.minus(trade.price)
}

function steps(
  { side, price }: ThoughtTrade,
  noMatchFrom: CalendarDate | undefined,
  { owner, accounts, upTo }: WhatWasKnown,
  monthEnd: MonthEndRule,
): DerivationStep[] {
  const data = { side, price, day: noMatchFrom ?? 'any day' }
  return [
    derivationStep(shortSwingRules, 'window'),
    derivationStep(shortSwingRules, `monthEnd.${monthEnd}`),
    derivationStep(shortSwingRules, 'whatIf', data),
    derivationStep(shortSwingRules, 'whatIf.known', {
      owner,
      accounts: accounts.join(', ') || 'none',
      upTo: upTo ?? 'no day',
    }),
  ]
}
