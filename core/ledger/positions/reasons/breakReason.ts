import type { BalanceBreak, Position } from '../positionChain.ts'
import type { LedgerIndex } from './ledgerIndex.ts'

/** What may stand behind a break. The names are for ever. */
export type BreakCause =
  | 'amountNotStated'
  | 'amendment'
  | 'split'
  | 'exemptChange'
  | 'statedCorrection'
  | 'changedForm'
  | 'restatedClass'
  | 'reportedLater'
  | 'revertedFigure'
  | 'carriedError'
  | 'wrongSign'
  | 'changeNotCounted'
  | 'changeCountedTwice'
  | 'exerciseNotEntered'
  | 'wrongLine'
  | 'slipOfDigits'
  | 'contradiction'
  | 'missingFiling'

/**
 * What a test against the data found. `shown`: the data account for the whole of the break; `likely`: something in the
 * data speaks for it; `possible`: nothing speaks against it; `against`: the data contradict it.
 */
export type Verdict = 'shown' | 'likely' | 'possible' | 'against'

export interface BreakReason {
  readonly cause: BreakCause
  readonly verdict: Verdict
  /** What was found, for the sentence and for programs: keys of reports, amounts as decimal text, dates, words. */
  readonly evidence: Readonly<Record<string, string>>
}

/** A break with its position, as the tests see it. */
export interface TestedBreak {
  readonly position: Position
  readonly brk: BalanceBreak
  /** The days that the totals before and after speak of: what happened, happened after the one and by the other. */
  readonly from: number
  readonly to: number
  readonly index: LedgerIndex
}

/** Tests one cause of a break: nothing where it does not come into question. */
export type ReasonTest = (tested: TestedBreak) => BreakReason | undefined
