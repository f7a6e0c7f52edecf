import type { Cik } from '../../../model/cik.ts'
import { ownersOf } from '../../amendments/index.ts'
import type { FiledReport } from '../../filedReport.ts'
import type { Ledger } from '../ledger.ts'
import { dayOf } from '../movement.ts'
import type { BalanceBreak, Position } from '../positionChain.ts'
import type { BalancePair } from './balancePair.ts'
import { type FoundSplit, splitsOf } from './splits.ts'

/** A ledger made ready for questions about breaks. */
export class LedgerIndex {
  readonly ledger: Ledger
  private readonly byIssuer = new Map<string, Position[]>()
  private readonly pairs = new Map<Position, readonly BalancePair[]>()
  private readonly splits = new Map<string, readonly FoundSplit[]>()

  constructor(ledger: Ledger) {
    this.ledger = ledger
    for (const position of ledger.positions) {
      const { issuer } = position.key
      this.byIssuer.set(issuer, [...(this.byIssuer.get(issuer) ?? []), position])
    }
  }

  /** All positions in securities of a position's issuer. */
  ofIssuer({ key }: Position): readonly Position[] {
    return this.byIssuer.get(key.issuer) ?? []
  }

  /** The other positions of the same issuer that share an owner. */
  ofSameOwners(position: Position): Position[] {
    const owners = new Set(position.owners)
    return this.ofIssuer(position).filter(
      (other) => other !== position && other.owners.some((owner) => owners.has(owner)),
    )
  }

  /** Each two totals of a position that follow one another. */
  pairsOf(position: Position): readonly BalancePair[] {
    const known = this.pairs.get(position) ?? pairsIn(position)
    this.pairs.set(position, known)
    return known
  }

  /** The splits that the totals of all holders of a security show. */
  splitsOf(position: Position): readonly FoundSplit[] {
    const { issuer, security } = position.key
    const key = `${issuer}|${security}`
    const found = this.splits.get(key)
    if (found) return found
    const holders = this.ofIssuer(position).filter((other) => other.key.security === security)
    const splits = splitsOf(holders.flatMap((holder) => this.pairsOf(holder)))
    this.splits.set(key, splits)
    return splits
  }

  /** Open amendments of the same issuer and an owner. */
  heldBack({ key, owners }: Position): FiledReport[] {
    return this.ledger.heldBack
      .map(({ amendment }) => amendment)
      .filter((amendment) => amendment.document.issuer.cik.value === key.issuer)
      .filter((amendment) => ownersOf(amendment).some((owner: Cik) => owners.includes(owner)))
  }
}

function pairsIn(position: Position): BalancePair[] {
  const pairs: BalancePair[] = []
  let from: number | undefined
  let brk: BalanceBreak | undefined
  let balance = position.opening.balance
  for (const step of position.steps) {
    if (step.kind === 'break') brk = step
    else if (step.isChecked) {
      const to = dayOf(step.movement.standsIn, step.movement.date)
      const expected = brk?.expected ?? balance
      if (from !== undefined)
        pairs.push({ position, from, to: Math.max(from, to), expected, opening: brk?.opening ?? balance, brk })
      from = to
      brk = undefined
    }
    if (step.kind === 'line') balance = step.balance
  }
  return pairs
}

/** The pair of totals around a break. */
export function pairOf(index: LedgerIndex, position: Position, brk: BalanceBreak): BalancePair | undefined {
  return index.pairsOf(position).find((pair) => pair.brk === brk)
}

/** Breaks of a position whose time overlaps another's. */
export function breaksWithin(index: LedgerIndex, position: Position, from: number, to: number): BalancePair[] {
  return index.pairsOf(position).filter((pair) => pair.brk && pair.from <= to && pair.to >= from)
}
