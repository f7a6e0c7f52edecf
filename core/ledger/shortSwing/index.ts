export type { CertificateFault } from './certificate.ts'
export type { ClassProfit } from './classProfit.ts'
export type { Exemption } from './exemption.ts'
export type { ExemptionFact, ForeignPeriod, FromUser, MarketPrice, ShortSwingFacts, Split } from './facts.ts'
export { type ReadFacts, readShortSwingFacts } from './factsJson.ts'
export {
  type CollectedTransactions,
  type CollectOptions,
  partiesOf,
  type ShortSwingParties,
  transactionsOf,
} from './fromReports.ts'
export type { NotConsidered, PairTally } from './judgedPairs.ts'
export type { Leg, SetAside, SetAsideReason } from './leg.ts'
export type { Lot, Lots } from './lots.ts'
export { type LotsAnswer, shortSwingOfLots } from './lotsAnswer.ts'
export { type LotOnLine, type LotTable, lotTable } from './lotTable.ts'
export {
  type Certificate,
  type MatchedLots,
  type MaximumProfit,
  maximumProfit,
  type ProfitFault,
  profitFaults,
  type ShownBeside,
  shownBeside,
} from './maximumProfit.ts'
export type { FactMissing } from './missingFacts.ts'
export type { PairCounts, PairExample, PairKind } from './pairCounts.ts'
export type { MixedPairRule, PairOptions, PairRejection } from './pairRules.ts'
export { Ratio } from './ratio.ts'
export {
  type NotApplicable,
  type ShortSwingAnswer,
  type ShortSwingOptions,
  type ShortSwingProfit,
  type ShortSwingTotal,
  shortSwing,
} from './shortSwing.ts'
export type { ExemptTransaction } from './sortTransactions.ts'
export type { DerivativeTerms, ShortSwingTransaction } from './transaction.ts'
export { type ThoughtTrade, type WhatIfAnswer, type WhatWasKnown, type WouldMatch, whatIf } from './whatIf.ts'
export { isWithinSixMonths, lastMatchableDay, type MonthEndRule } from './window.ts'
