import { type DerivationStep, derivationStep } from '../derivation.ts'
import { type ClassProfit, classProfit } from './classProfit.ts'
import type { ForeignPeriod, ShortSwingFacts } from './facts.ts'
import type { Leg, SetAside } from './leg.ts'
import { type FactMissing, missingFacts } from './missingFacts.ts'
import type { PairOptions } from './pairRules.ts'
import { type Ratio, ZERO } from './ratio.ts'
import { type ShortSwingRule, shortSwingRules } from './shortSwingRules.ts'
import { type ExemptTransaction, type SortedTransactions, sortTransactions } from './sortTransactions.ts'
import type { ShortSwingTransaction } from './transaction.ts'
import { DEFAULT_MONTH_END } from './window.ts'

/** What the law leaves open, see each. Absent: the default. */
export type ShortSwingOptions = Partial<PairOptions>

/** A profit and where it comes from. */
export interface ShortSwingTotal {
  /** US dollars, exact. */
  readonly total: Ratio
  /** Classes in which something could be matched at all. */
  readonly classes: readonly ClassProfit[]
}

/** Foreign private issuers are exempt from Section 16(b): no profit is asked for, which is not a profit of zero. */
export interface NotApplicable {
  readonly kind: 'notApplicable'
  readonly periods: readonly ForeignPeriod[]
  readonly setAside: readonly SetAside[]
  readonly derivation: readonly DerivationStep[]
}

export interface ShortSwingProfit {
  readonly kind: 'profit'
  /** If all transactions whose exemption turns on facts that nobody gave are exempt. */
  readonly ifExempt: ShortSwingTotal
  /** If none of them is. Never less. */
  readonly ifNotExempt: ShortSwingTotal
  /** Whether both are the same and nothing else that could change them is missing. */
  readonly isSettled: boolean
  readonly missing: readonly FactMissing[]
  /** Lots at the average price of several trades, by their keys: the trades one by one can give a greater profit. */
  readonly averaged: readonly string[]
  readonly exempt: readonly ExemptTransaction[]
  readonly setAside: readonly SetAside[]
  readonly options: PairOptions
  readonly derivation: readonly DerivationStep[]
}

export type ShortSwingAnswer = NotApplicable | ShortSwingProfit

/**
 * The greatest short-swing profit of one person in one issuer, from all of his transactions, in whichever order they are
 * given: exempt ones passed over, derivatives with their underlying, status and window judged pair by pair. Each share
 * counts once, so transactions reported twice must be given once. Where an exemption turns on a fact that is not given
 * there are two totals, and the missing facts that could change them are named.
 * Source: Exchange Act 16(b); section16-rules.md 4.2 to 4.7.
 */
export function shortSwing(
  transactions: readonly ShortSwingTransaction[],
  facts: ShortSwingFacts = {},
  options: ShortSwingOptions = {},
): ShortSwingAnswer {
  const given = pairOptions(options)
  const sorted = sortTransactions(transactions, facts)
  const { certain, uncertain, exempt, setAside } = sorted
  const periods = foreignPeriodsIn(sorted, facts)
  const isAllForeign =
    transactions.length > 0 && setAside.filter(({ foreign }) => foreign).length === transactions.length
  if (isAllForeign) return { kind: 'notApplicable', periods, setAside, derivation: periods.map(foreignStep) }
  const ifExempt = totalOf(certain, given, facts)
  const ifNotExempt =
    uncertain.length === 0 ? ifExempt : totalOf([...certain, ...uncertain.map(({ leg }) => leg)], given, facts)
  const missing = missingFacts(sorted, given, facts)
  return {
    kind: 'profit',
    ifExempt,
    ifNotExempt,
    isSettled: ifExempt.total.compare(ifNotExempt.total) === 0 && missing.every(({ kind }) => kind === 'exemption'),
    missing,
    averaged: averagedIn(ifNotExempt),
    exempt,
    setAside,
    options: given,
    derivation: derivationOf(sorted, { ifExempt, ifNotExempt, periods }, given, facts),
  }
}

/** The legs at an average price, of classes in which something can be matched. */
function averagedIn({ classes }: ShortSwingTotal): string[] {
  return classes
    .flatMap(({ purchases, sales }) => [...purchases, ...sales])
    .filter(({ transaction }) => transaction.isAveragePrice)
    .map(({ transaction }) => transaction.key)
}

/** The options in force. */
export function pairOptions({
  monthEnd = DEFAULT_MONTH_END,
  mixedPairs = 'marketPrice',
}: ShortSwingOptions): PairOptions {
  return { monthEnd, mixedPairs }
}

function totalOf(legs: readonly Leg[], options: PairOptions, facts: ShortSwingFacts): ShortSwingTotal {
  const byClass = Map.groupBy(legs, ({ transaction }) => transaction.classKey)
  const classes = [...byClass]
    .map(([classKey, some]) => classProfit(classKey, some, options, facts))
    .filter(({ purchases, sales }) => purchases.length > 0 && sales.length > 0)
  return { total: classes.reduce((sum, { maximum }) => sum.plus(maximum.total), ZERO), classes }
}

interface Found {
  ifExempt: ShortSwingTotal
  ifNotExempt: ShortSwingTotal
  periods: readonly ForeignPeriod[]
}

function derivationOf(
  { certain, uncertain, exempt }: SortedTransactions,
  { ifExempt, ifNotExempt, periods }: Found,
  { monthEnd, mixedPairs }: PairOptions,
  facts: ShortSwingFacts,
): DerivationStep[] {
  const step = (rule: ShortSwingRule, data: Parameters<typeof derivationStep>[2] = {}) =>
    derivationStep(shortSwingRules, rule, data)
  const legs = [...certain, ...uncertain.map(({ leg }) => leg)]
  const accounts = [...new Set(legs.map(({ transaction }) => transaction.account))].sort()
  const averaged = averagedIn(ifNotExempt).length
  const hasDerivatives = legs.some(({ series }) => series !== undefined)
  return [
    ...(facts.foreignPrivateIssuer ? periods.map(foreignStep) : [step('foreign.notSaid')]),
    step('status'),
    step(facts.offices || facts.tenPercent ? 'status.facts' : 'status.boxes'),
    step('attribution', { accounts: accounts.join(', ') || 'none' }),
    ...(exempt.length > 0 ? [step('exempt', { count: exempt.length })] : []),
    ...(facts.splits ?? []).map(({ date, before, after, source }) => step('split', { date, before, after, source })),
    ...(hasDerivatives ? [step('derivatives'), step(`mixedPairs.${mixedPairs}`)] : []),
    step('window'),
    step(`monthEnd.${monthEnd}`),
    ...(averaged > 0 ? [step('averages', { count: averaged })] : []),
    ...(uncertain.length === 0
      ? [step('greatest', { profit: ifExempt.total })]
      : [step('twoTotals', { count: uncertain.length, ifExempt: ifExempt.total, ifNotExempt: ifNotExempt.total })]),
    step('certificate', { profit: ifNotExempt.total }),
    step('leftOut'),
    step('rounding', { rounded: ifNotExempt.total.toDollars() }),
  ]
}

/** The periods given in which something was traded while the issuer was a foreign private one. */
export function foreignPeriodsIn({ setAside }: SortedTransactions, facts: ShortSwingFacts): ForeignPeriod[] {
  return facts.foreignPrivateIssuer?.filter((period) => setAside.some(({ foreign }) => foreign === period)) ?? []
}

/** That Section 16(b) does not apply to what was traded in such a period. */
export function foreignStep({ from, until, source }: ForeignPeriod): DerivationStep {
  return derivationStep(shortSwingRules, 'foreign', {
    from: from ?? 'the beginning',
    until: until ?? 'this day',
    source,
  })
}
