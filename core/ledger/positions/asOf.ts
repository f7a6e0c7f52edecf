import { CalendarDate } from '../../model/calendarDate.ts'
import type { Decimal } from '../../model/decimal.ts'
import type { Ledger } from './ledger.ts'
import type { Movement } from './movement.ts'
import { dayOf } from './movement.ts'
import { type BalanceBreak, checkedLines, type Position } from './positionChain.ts'

/** A position on a day. */
export interface PositionAsOf {
  readonly position: Position
  /** `undefined` where the reports do not say it: before the first balance. */
  readonly quantity: Decimal | undefined
  /**
   * `reported`: the reports say it; `nothingYet`: before the first line, which makes something of nothing; `between`: a
   * break lies around the day, and whether it was before or after is not known (`quantity` is without it);
   * `beforeFirstBalance`: not known.
   */
  readonly state: 'reported' | 'nothingYet' | 'between' | 'beforeFirstBalance'
  /** The breaks around the day. */
  readonly breaks: readonly BalanceBreak[]
  /** The last line up to the day that stated a total. */
  readonly lastStated: Movement | undefined
}

/** All positions of a ledger at the end of a day, by the transactions' own dates. */
export function positionsAsOf(ledger: Ledger, date: CalendarDate): PositionAsOf[] {
  return ledger.positions.map((position) => positionAsOf(position, date))
}

/**
 * One position at the end of a day: its opening, and what is dated up to that day, whenever it was reported; a late
 * report counts on the day of its transaction. Source: section16-rules.md 2.7.
 */
export function positionAsOf(position: Position, date: CalendarDate): PositionAsOf {
  const { opening, steps } = position
  const { row, report } = opening.line
  const began = dayOf(report, row.isTransaction ? row.transactionDate.value : undefined)
  const before = { position, breaks: [], lastStated: undefined }
  if (date.day < began && opening.from !== 'nothing') {
    return { ...before, quantity: undefined, state: 'beforeFirstBalance' }
  }
  if (date.day < began) return { ...before, quantity: opening.balance, state: 'nothingYet' }
  let quantity = opening.balance
  const around: BalanceBreak[] = []
  for (const step of steps) {
    if (step.kind === 'line') {
      if (dayOfMovement(step.movement) <= date.day) quantity = quantity.plus(step.change)
    } else if (dayOfMovement(step.run.at(-1)!) <= date.day) quantity = quantity.plus(step.size)
    else if (dayOfMovement(step.previous) < date.day) around.push(step)
  }
  const stated = checkedLines(position).filter(({ movement }) => dayOfMovement(movement) <= date.day)
  const lastStated = stated.at(-1)?.movement
  return { position, quantity, state: around.length > 0 ? 'between' : 'reported', breaks: around, lastStated }
}

/** A position over time: a point for each day on which it is stated or changes. */
export function balancesOverTime(position: Position): { readonly date: CalendarDate; readonly balance: Decimal }[] {
  const days = new Set(position.steps.flatMap((step) => (step.kind === 'line' ? [dayOfMovement(step.movement)] : [])))
  return [...days]
    .sort((a, b) => a - b)
    .flatMap((day) => {
      const date = new CalendarDate(day)
      const { quantity } = positionAsOf(position, date)
      return quantity === undefined ? [] : [{ date, balance: quantity }]
    })
}

/** The day on which a line counts: its transaction's date, else the day that its report speaks of. */
export function dayOfMovement({ standsIn, date }: Movement): number {
  return dayOf(standsIn, date)
}
