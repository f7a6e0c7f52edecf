import type { CalendarDate } from '../../model/calendarDate.ts'
import { Decimal } from '../../model/decimal.ts'
import { DEFAULT_VESTING_CONVENTION, type Exercisable, exercisableOn, rowVestings } from '../vesting/index.ts'
import type { CountedStep, Position } from './positionChain.ts'

/** What footnotes say of a right: how much of it is exercisable within 60 days of a day. */
export interface VestedRights {
  readonly rights: Decimal
  /** More may be: the day of an instalment is not known. */
  readonly isAtLeast: boolean
}

/**
 * What of a derivative position is exercisable within 60 days, by the vesting schedule in the footnotes of its grant, or
 * of the first report that has it, less what was disposed of since; `undefined` where no footnote says a schedule.
 * Source: section16-rules.md 6.4.
 */
export function vestedWithin60Days(position: Position, asOf: CalendarDate): VestedRights | undefined {
  const steps = position.steps.filter((step) => step.kind === 'line')
  const [grant] = steps
  if (!grant) return undefined
  const found = scheduleOf(grant, asOf, exercisedBy(steps.slice(1), asOf))
  return found && { rights: Decimal.of(found.within60Days), isAtLeast: found.isAtLeast }
}

function scheduleOf({ movement }: CountedStep, asOf: CalendarDate, exercised: bigint): Exercisable | undefined {
  const { report, place, row } = movement.line
  const vestings = rowVestings(report.document, { conventions: [DEFAULT_VESTING_CONVENTION] })
  const schedule = vestings.find((one) => one.row === place && one.schedule?.total !== undefined)?.schedule
  return (
    schedule &&
    exercisableOn(schedule, asOf, DEFAULT_VESTING_CONVENTION, { expiresOn: row.expirationDate.value, exercised })
  )
}

/** Whole rights that were exercised or otherwise given away up to a day. */
function exercisedBy(steps: readonly CountedStep[], asOf: CalendarDate): bigint {
  return steps.reduce((sum, { movement, change }) => {
    const isBefore = movement.date !== undefined && movement.date.day <= asOf.day
    return isBefore && change.sign < 0 && change.scale === 0 ? sum - change.units : sum
  }, 0n)
}
