import type { Decimal } from '../../model/decimal.ts'
import { notesOn, type ReportLine } from '../amendments/index.ts'
import type { Movement, PositionKey } from './movement.ts'

/** Where a position's first balance comes from. */
export interface Opening {
  /** `form3`: the holdings of a Form 3; `nothing`: the first line makes something of nothing; else the first total. */
  readonly from: 'form3' | 'nothing' | 'firstBalance'
  readonly balance: Decimal
  readonly line: ReportLine
}

/** A line that was counted. */
export interface CountedStep {
  readonly kind: 'line'
  readonly movement: Movement
  /** Zero for a holding and where the line states no amount. */
  readonly change: Decimal
  /** The balance with this line and all before it. */
  readonly balance: Decimal
  /** Whether the line's total was compared with the balance. A total after several lines counts at the last of them. */
  readonly isChecked: boolean
}

/** A difference between what a report's total says and what the reports before it say. */
export interface BalanceBreak {
  readonly kind: 'break'
  /** By how much the balance is moved so that the total is right; never zero. */
  readonly size: Decimal
  /** The balance before, as the earlier reports leave it. */
  readonly expected: Decimal
  /** What the later report's total needs: `expected` + `size`. */
  readonly opening: Decimal
  /** The last line that stated a total before the break, and the first after it. */
  readonly previous: Movement
  readonly next: Movement
  /** All lines that the total after the break stands for. */
  readonly run: readonly Movement[]
}

export type Step = CountedStep | BalanceBreak

/** One position: everything that the reports say of it, one after the other. */
export interface Position {
  readonly key: PositionKey
  /** The title as first filed. */
  readonly title: string
  /** The nature of ownership as first filed. */
  readonly nature: string
  /** The CIKs of the owners, as of the last report. */
  readonly owners: readonly string[]
  readonly opening: Opening
  readonly steps: readonly Step[]
  readonly closing: Decimal
}

/** The breaks of a position. */
export function breaksOf({ steps }: Position): BalanceBreak[] {
  return steps.filter((step) => step.kind === 'break')
}

/** The lines of a position whose totals were compared; each two that follow one another are adjacent balances. */
export function checkedLines({ steps }: Position): CountedStep[] {
  return steps.filter((step) => step.kind === 'line' && step.isChecked) as CountedStep[]
}

/** A position while it is built. */
export class Chain {
  readonly key: PositionKey
  owners: readonly string[]
  readonly opening: Opening
  readonly steps: Step[] = []
  balance: Decimal
  private last: Movement
  /** The texts of the footnotes on its lines: they tell grants apart that the form's fields do not. */
  private readonly notes = new Set<string>()

  constructor(key: PositionKey, owners: readonly string[], opening: Opening, first: Movement) {
    this.key = key
    this.owners = owners
    this.opening = opening
    this.balance = opening.balance
    this.last = first
  }

  /** Counts lines whose total stands after all of them; before them a break, where the total wants it. */
  count(run: readonly Movement[], opening: Decimal): void {
    if (!opening.equals(this.balance)) {
      const expected = this.balance
      const [next] = run
      const size = opening.minus(expected)
      this.steps.push({ kind: 'break', size, expected, opening, previous: this.last, next: next!, run })
      this.balance = opening
    }
    for (const movement of run) this.countLine(movement, movement === run.at(-1))
  }

  /** Counts a line whose total is compared, or that states none. */
  countLine(movement: Movement, isChecked: boolean): void {
    const change = movement.change ?? this.balance.minus(this.balance)
    this.balance = this.balance.plus(change)
    this.steps.push({ kind: 'line', movement, change, balance: this.balance, isChecked })
    if (isChecked) this.last = movement
    for (const { text } of notesOn(movement.line)) this.notes.add(text)
  }

  /** How many footnotes of lines are known from this position. */
  sharedNotes(movements: readonly Movement[]): number {
    const texts = new Set(movements.flatMap(({ line }) => notesOn(line).map(({ text }) => text)))
    return [...texts].filter((text) => this.notes.has(text)).length
  }

  finished(): Position {
    const { key, owners, opening, steps, balance } = this
    const { row } = opening.line
    const title = row.securityTitle.value ?? ''
    const nature = row.ownershipNature.natureOfOwnership.value ?? ''
    return { key, title, nature, owners, opening, steps, closing: balance }
  }
}
