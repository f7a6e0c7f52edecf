export { balancesOverTime, dayOfMovement, type PositionAsOf, positionAsOf, positionsAsOf } from './asOf.ts'
export {
  type BeneficialOwnership,
  type BeneficialQuestion,
  beneficialOwnership,
  type RightCounted,
  type RightLeftOut,
  type RightNotCounted,
} from './beneficialOwnership.ts'
export {
  type BlockEvent,
  type EconomicEvent,
  type ExerciseEvent,
  economicEvents,
  type OrderEvent,
} from './economicEvents.ts'
export { type Ledger, type LedgerOptions, ledgerOf } from './ledger.ts'
export type { Movement, PositionKey, PositionUnit, SeriesKey, SeriesRule } from './movement.ts'
export type { UnplacedLine, UnplacedReason } from './pool.ts'
export {
  type BalanceBreak,
  breaksOf,
  type CountedStep,
  checkedLines,
  type Opening,
  type Position,
  type Step,
} from './positionChain.ts'
export { breakReasonText } from './reasons/breakWordings.ts'
export { type BreakCause, type BreakReason, type NamedBreak, namedBreaks, type Verdict } from './reasons/index.ts'
export { type SecurityAlias, securityKey } from './securityTitle.ts'
export type { RepeatedReport } from './splitSubmissions.ts'
