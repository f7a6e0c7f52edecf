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
export type { PairCounts, PairExample, PairKind } from './pairCounts.ts'
export { Ratio } from './ratio.ts'
export { isWithinSixMonths, lastMatchableDay, type MonthEndRule } from './window.ts'
