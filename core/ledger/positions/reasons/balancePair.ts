import type { Decimal } from '../../../model/decimal.ts'
import type { BalanceBreak, Position } from '../positionChain.ts'

/** Two totals of one position, one after the other. */
export interface BalancePair {
  readonly position: Position
  readonly from: number
  readonly to: number
  /** The balance before; what the second total needs it to be. Equal where they chain. */
  readonly expected: Decimal
  readonly opening: Decimal
  readonly brk: BalanceBreak | undefined
}
