import { CalendarDate } from '../../../model/calendarDate.ts'
import type { Ledger } from '../ledger.ts'
import { type BalanceBreak, breaksOf, type Position } from '../positionChain.ts'
import { amendment } from './amended.ts'
import type { BreakReason, ReasonTest, TestedBreak, Verdict } from './breakReason.ts'
import {
  carriedError,
  changeCountedTwice,
  changeNotCounted,
  contradiction,
  exerciseNotEntered,
  revertedFigure,
  slipOfDigits,
  wrongSign,
} from './figures.ts'
import { LedgerIndex, pairOf } from './ledgerIndex.ts'
import { changedForm, missingFiling, reportedLater, restatedClass, wrongLine } from './otherPositions.ts'
import { split } from './reportsOfSplits.ts'
import { amountNotStated, exemptChange, statedCorrection } from './stated.ts'

/** A break with what the data say about its reasons. */
export interface NamedBreak {
  readonly position: Position
  readonly brk: BalanceBreak
  /** What happened, happened after the day that the earlier total speaks of and by that of the later. */
  readonly after: CalendarDate
  readonly by: CalendarDate
  /** The best first; those that the data speak against last. */
  readonly reasons: readonly BreakReason[]
}

/** In this order among equal verdicts: what accounts for more, or is less of a coincidence, first. */
const TESTS: readonly ReasonTest[] = [
  amountNotStated,
  amendment,
  split,
  exemptChange,
  statedCorrection,
  reportedLater,
  changedForm,
  restatedClass,
  exerciseNotEntered,
  revertedFigure,
  missingFiling,
  wrongSign,
  changeNotCounted,
  changeCountedTwice,
  carriedError,
  contradiction,
  slipOfDigits,
  wrongLine,
]

const RANK: Readonly<Record<Verdict, number>> = { shown: 0, likely: 1, possible: 2, against: 3 }

/**
 * Every break of a ledger, with its likely reasons, each tested against the data of all reports at hand. A break without
 * a reason that the data speak for keeps those that are possible; none is passed over. Source: section16-rules.md R2.7.8.
 */
export function namedBreaks(ledger: Ledger): NamedBreak[] {
  const index = new LedgerIndex(ledger)
  return ledger.positions.flatMap((position) => breaksOf(position).map((brk) => named(index, position, brk)))
}

function named(index: LedgerIndex, position: Position, brk: BalanceBreak): NamedBreak {
  const { from, to } = pairOf(index, position, brk)!
  const tested: TestedBreak = { position, brk, from, to, index }
  const reasons = TESTS.flatMap((test) => test(tested) ?? [])
  reasons.sort((a, b) => RANK[a.verdict] - RANK[b.verdict])
  return { position, brk, after: new CalendarDate(from), by: new CalendarDate(to), reasons }
}

export type { BreakCause, BreakReason, Verdict } from './breakReason.ts'
