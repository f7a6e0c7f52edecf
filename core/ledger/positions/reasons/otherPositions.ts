import { Decimal } from '../../../model/decimal.ts'
import { dayOf, isUnits, type Movement } from '../movement.ts'
import type { Position, Step } from '../positionChain.ts'
import type { BreakReason, ReasonTest, TestedBreak } from './breakReason.ts'
import { breaksWithin } from './ledgerIndex.ts'

const negated = (decimal: Decimal) => Decimal.of(0).minus(decimal)

/**
 * As much went out of another line of the same security and owner as came into this one, or the other way round: a
 * change of the form of ownership, which nobody has to report (Rule 16a-13).
 */
export const changedForm: ReasonTest = (tested) => {
  const { position, index } = tested
  const others = index.ofSameOwners(position).filter((other) => isOtherLine(other, position))
  return counterpart(tested, others, 'changedForm')
}

/**
 * As much of another security of the owner came or went in the same report: a class exchanged, or a title that changed.
 * Units that become shares are not: they vested, and the report of that is not at hand.
 */
export const restatedClass: ReasonTest = (tested) => {
  const { position, index } = tested
  const { key } = position
  const others = index
    .ofSameOwners(position)
    .filter((other) => other.key.table === key.table && other.key.security !== key.security)
    .filter((other) => other.key.ownership === key.ownership && other.key.nature === key.nature)
    .filter((other) => !isOfUnits(other) && !isOfUnits(position))
  return counterpart(tested, others, 'restatedClass')
}

/** Another line of the same security: direct for indirect, or another nature. */
function isOtherLine({ key: a }: Position, { key: b }: Position): boolean {
  if (a.table !== b.table || a.security !== b.security) return false
  if (a.ownership === b.ownership && a.nature === b.nature) return false
  return JSON.stringify(a.series) === JSON.stringify(b.series)
}

/** A break of the opposite size, or a line that then begins with as much; in the same report it is shown. */
function counterpart(
  { brk, from, to, index }: TestedBreak,
  others: readonly Position[],
  cause: 'changedForm' | 'restatedClass',
): BreakReason | undefined {
  const opposite = negated(brk.size)
  const found = others.flatMap((other) => {
    const pairs = breaksWithin(index, other, from, to).filter((pair) => pair.brk?.size.equals(opposite))
    const { opening } = other
    const began = dayOf(opening.line.report, undefined)
    const begins = began > from && began <= to && opening.balance.equals(opposite) && !opposite.isZero
    const reports = [...pairs.map((pair) => pair.brk!.next.line.report), ...(begins ? [opening.line.report] : [])]
    return reports.map((report) => ({ other, report }))
  })
  const together = found.find(({ report }) => report === brk.next.line.report)
  const [best] = together ? [together] : cause === 'changedForm' ? found : []
  return best && reason(cause, together ? 'shown' : 'likely', best.other, best.report.key, opposite)
}

const isOfUnits = ({ key }: Position) => isUnits(key)

function reason(
  cause: BreakReason['cause'],
  verdict: BreakReason['verdict'],
  { title, nature, key }: Position,
  report: string,
  amount: Decimal,
): BreakReason {
  const line = [title, key.ownership, nature].filter((part) => part !== '').join(' ')
  return { cause, verdict, evidence: { report, line, amount: String(amount) } }
}

/**
 * Something between the two reports is not at hand. It cannot be shown; other lines of the same owner that break at the
 * same time speak for it, and so does a size in which this line moves more than once.
 */
export const missingFiling: ReasonTest = ({ position, brk, from, to, index }) => {
  const { previous, next } = brk
  if (previous.standsIn === next.standsIn) return undefined
  const others = index.ofSameOwners(position).filter((other) => breaksWithin(index, other, from + 1, to).length > 0)
  const usual = position.steps.filter((step) => step.kind === 'line' && step.change.equals(brk.size)).length
  const released = others.find((other) => hasBreakOf(index.pairsOf(other), negated(brk.size), from, to))
  const evidence = {
    days: String(Math.max(0, to - from)),
    lines: String(others.length),
    usual: String(usual),
    ...(released ? { line: released.title } : {}),
  }
  return { cause: 'missingFiling', verdict: others.length > 0 || usual > 1 ? 'likely' : 'possible', evidence }
}

function hasBreakOf(
  pairs: readonly { from: number; to: number; brk: { size: Decimal } | undefined }[],
  size: Decimal,
  from: number,
  to: number,
): boolean {
  return pairs.some((pair) => pair.brk?.size.equals(size) === true && pair.from <= to && pair.to >= from)
}

/** The total is another position's: the figure of a neighbouring line was written here. */
export const wrongLine: ReasonTest = ({ position, brk, to, index }) => {
  const stated = brk.run.at(-1)?.stated
  if (stated === undefined || stated.isZero) return undefined
  const inReport = index
    .ofSameOwners(position)
    .filter((other) => other.key.table === position.key.table)
    .find((other) =>
      other.steps.some(
        (step) =>
          step.kind === 'line' && step.movement.standsIn === brk.next.standsIn && step.movement.stated?.equals(stated),
      ),
    )
  return (
    inReport && {
      cause: 'wrongLine',
      verdict: 'possible',
      evidence: { line: inReport.title, nature: inReport.nature, day: String(to) },
    }
  )
}

/**
 * A report filed after the total reports a transaction of that time and of that size: the total had it already, though
 * it need not have (R2.7.3). Where that report comes, its line is taken off again, as it was counted before.
 */
export const reportedLater: ReasonTest = (tested) => {
  const found = laterReported(tested) ?? countedBefore(tested)
  if (!found) return undefined
  const { line, date } = found
  return { cause: 'reportedLater', verdict: 'shown', evidence: { report: line.report.key, date: String(date) } }
}

function laterReported({ position, brk, from, to }: TestedBreak): Movement | undefined {
  const own = new Set(brk.run)
  const later = countedLines(position.steps.slice(position.steps.indexOf(brk)))
  return later.find(({ movement, day }) => {
    if (own.has(movement)) return false
    return day > from && day <= to && movement.change?.equals(brk.size) === true
  })?.movement
}

/** A line of the run that undoes it, of the time of an earlier break of its size: that total had it already. */
function countedBefore({ position, brk, from, index }: TestedBreak): Movement | undefined {
  const change = negated(brk.size)
  const before = index.pairsOf(position).filter((pair) => pair.to <= from && pair.brk?.size.equals(change) === true)
  return brk.run.find(
    ({ date, change: own }) =>
      date && own?.equals(change) === true && before.some((pair) => date.day > pair.from && date.day <= pair.to),
  )
}

function countedLines(steps: readonly Step[]): { readonly movement: Movement; readonly day: number }[] {
  return steps.flatMap((step) =>
    step.kind === 'line' && step.movement.date ? [{ movement: step.movement, day: step.movement.date.day }] : [],
  )
}
