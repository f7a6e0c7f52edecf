import { Decimal } from '../../../model/decimal.ts'
import { linesOf } from '../../amendments/index.ts'
import type { FiledReport } from '../../filedReport.ts'
import type { Movement } from '../movement.ts'
import type { BreakReason, ReasonTest, TestedBreak, Verdict } from './breakReason.ts'
import { breaksWithin } from './ledgerIndex.ts'

const ZERO = Decimal.of(0)
const TWO = Decimal.of(2)

/** The figure between this break and the next, or the one before, was wrong: the two cancel out. */
export const revertedFigure: ReasonTest = ({ position, brk }) => {
  const breaks = position.steps.filter((step) => step.kind === 'break')
  const at = breaks.indexOf(brk)
  const opposite = ZERO.minus(brk.size)
  const [before, after] = [breaks[at - 1], breaks[at + 1]]
  if (after?.size.equals(opposite) && brk.run.includes(after.previous))
    return reason('revertedFigure', 'shown', after.next)
  if (before?.size.equals(opposite) && before.run.includes(brk.previous))
    return reason('revertedFigure', 'shown', brk.next)
  return undefined
}

/** The total goes back by a break of an earlier report: its error was carried on and then corrected (L14 of practice). */
export const carriedError: ReasonTest = (tested) => {
  const { position, brk } = tested
  const breaks = position.steps.filter((step) => step.kind === 'break')
  const at = breaks.indexOf(brk)
  const opposite = ZERO.minus(brk.size)
  const partner = [breaks[at - 1], breaks[at + 1]].find((other) => other?.size.equals(opposite))
  return partner && reason('carriedError', coincidence(tested), partner.next)
}

/** Twice a line's amount: it was counted the wrong way, as acquired for disposed of. */
export const wrongSign: ReasonTest = (tested) => {
  const line = nearby(tested, (change, size) => size.equals(ZERO.minus(change.times(TWO))))
  return line && reason('wrongSign', coincidence(tested), line)
}

/** The total leaves out a line of the report, or of the report before. */
export const changeNotCounted: ReasonTest = (tested) => {
  const line = nearby(tested, (change, size) => size.equals(ZERO.minus(change)))
  return line && reason('changeNotCounted', coincidence(tested), line)
}

/** The total has a line of the report, or of the report before, twice. */
export const changeCountedTwice: ReasonTest = (tested) => {
  const line = nearby(tested, (change, size) => size.equals(change))
  return line && reason('changeCountedTwice', coincidence(tested), line)
}

/** Equal amounts recur: where other lines break too, or weeks lie between, an equal amount is no evidence. */
function coincidence({ position, from, to, index }: TestedBreak): Verdict {
  const others = index.ofSameOwners(position).some((other) => breaksWithin(index, other, from + 1, to).length > 0)
  return others || to - from > MOST_DAYS ? 'possible' : 'likely'
}

const MOST_DAYS = 10

function reason(cause: BreakReason['cause'], verdict: Verdict, { line }: Movement): BreakReason {
  return { cause, verdict, evidence: { report: line.report.key, line: String(line.place) } }
}

/** A line of the report after the break, or of the one before it, whose amount fits. */
function nearby(
  { position: { steps }, brk: { previous, next, size } }: TestedBreak,
  fits: (change: Decimal, size: Decimal) => boolean,
): Movement | undefined {
  const reports = new Set([previous.standsIn, next.standsIn])
  const lines = steps.flatMap((step) =>
    step.kind === 'line' && reports.has(step.movement.standsIn) ? [step.movement] : [],
  )
  return lines.find(({ change }) => change !== undefined && !change.isZero && fits(change, size))
}

/** The lines and totals of one report, or perhaps of several of one day, do not go together. */
export const contradiction: ReasonTest = ({ brk }) => {
  const { previous, next } = brk
  if (previous.line.report === next.line.report) return reason('contradiction', 'likely', next)
  const day = previous.standsIn.filedOn?.day
  const isOneDay = day !== undefined && day === next.standsIn.filedOn?.day
  return isOneDay ? reason('contradiction', 'possible', next) : undefined
}

const EXERCISES = new Set(['M', 'X', 'O', 'C'])

/** An exercise or conversion in Table II of the report has no line in Table I, but the total counts it (2.6). */
export const exerciseNotEntered: ReasonTest = ({ position, brk }) => {
  if (position.key.table === 'derivative') return undefined
  const { report } = brk.next.line
  const entered = new Set(
    linesOf(report).flatMap(({ table, row }) => (table === 'nonDerivative' ? [String(row.amounts.shares.value)] : [])),
  )
  const exercised = linesOf(report).filter(
    ({ table, row }) => table === 'derivative' && row.isTransaction && EXERCISES.has(row.coding.code.value ?? ''),
  )
  const left = exercised.flatMap(({ row }) => row.underlyingSecurity.shares.value ?? row.amounts.shares.value ?? [])
  const missing = left.filter((shares) => !entered.has(String(shares)))
  const sum = missing.reduce((total, shares) => total.plus(shares), ZERO)
  if (sum.isZero || !sum.equals(brk.size)) return undefined
  // Performance units become more or fewer shares: then the line is there, with another amount.
  const verdict = hasEntry(report) ? 'likely' : 'shown'
  return { cause: 'exerciseNotEntered', verdict, evidence: { report: report.key, amount: String(sum) } }
}

function hasEntry(report: FiledReport): boolean {
  return linesOf(report).some(
    ({ table, row }) => table === 'nonDerivative' && EXERCISES.has(row.coding.code.value ?? ''),
  )
}

/** Fewer digits than this are alike by chance. */
const LEAST_DIGITS = 4

/** The total and what it should be differ as typed figures do: two digits exchanged, one dropped, doubled or wrong. */
export const slipOfDigits: ReasonTest = ({ brk }) => {
  const stated = brk.run.at(-1)?.stated
  if (stated === undefined) return undefined
  const expected = stated.minus(brk.size)
  const [a, b] = [String(stated), String(expected)]
  const slip = a.length >= LEAST_DIGITS && b.length >= LEAST_DIGITS ? slipBetween(a, b) : undefined
  return slip && { cause: 'slipOfDigits', verdict: 'possible', evidence: { stated: a, expected: b, slip } }
}

function slipBetween(a: string, b: string): 'exchanged' | 'dropped' | 'added' | undefined {
  if (a.length === b.length) return isExchanged(a, b) ? 'exchanged' : undefined
  if (Math.abs(a.length - b.length) !== 1) return undefined
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const at = short.split('').findIndex((digit, i) => digit !== long[i])
  const cut = at < 0 ? short.length : at
  if (long.slice(0, cut) + long.slice(cut + 1) !== short) return undefined
  return a.length < b.length ? 'dropped' : 'added'
}

function isExchanged(a: string, b: string): boolean {
  const differing = a.split('').flatMap((digit, i) => (digit === b[i] ? [] : [i]))
  const [first, second] = differing
  if (differing.length !== 2 || first === undefined || second !== first + 1) return false
  return a[first] === b[second] && a[second] === b[first]
}
