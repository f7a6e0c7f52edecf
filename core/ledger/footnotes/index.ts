export { type PriceRange, type PriceRangeReading, type PriceRangeReason, priceRangeReading } from './priceRanges.ts'
export type { Certainty, Span } from './reading.ts'
export {
  type PlanDate,
  type PlanEvent,
  type TradingPlanReading,
  type TradingPlanReason,
  tradingPlanReading,
} from './tradingPlans.ts'
export { type VestingReading, vestingReading } from './vesting.ts'
export { type VestingReason, vestingReasonWordings } from './vestingReasons.ts'
export type { Base, Day, Portion, VestingNote, VestingPart, When } from './vestingTerms.ts'
