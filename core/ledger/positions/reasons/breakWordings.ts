import type { BreakCause, BreakReason, Verdict } from './breakReason.ts'

/** How a cause is said. `{name}` stands for the evidence of that name; a part in brackets is left out where it is not there. */
const WORDINGS: Readonly<Record<BreakCause, string>> = {
  amountNotStated: 'a line of {report} states no amount or no direction',
  amendment:
    'an amendment, {report}[ of {original}]: the total goes on from a figure before it, or it could not be applied',
  split:
    'a split[ of {ratio}][, shown by {holders} holders][, between {after} and {by}][, {against} against][; {rest} is left over][, as {report} says: {words}]',
  exemptChange: 'a change that need not be reported, as {report} says: {words}',
  statedCorrection: 'a correction of what was reported before, as {report} says: {words}',
  changedForm: 'a change of the form of ownership (Rule 16a-13): {amount} in {line}, {report}',
  restatedClass: 'a class restated or exchanged: {amount} in {line}, {report}',
  reportedLater: 'a transaction of {date} that {report} reports later',
  revertedFigure: 'a wrong figure: {report} line {line} takes it back',
  carriedError: 'an error that was carried on: {report} line {line} takes it back',
  wrongSign: 'acquired counted as disposed of, or the other way round: {report} line {line}',
  changeNotCounted: 'a line left out of the total: {report} line {line}',
  changeCountedTwice: 'a line counted twice in the total: {report} line {line}',
  exerciseNotEntered: 'an exercise of {amount} in Table II of {report} without its line in Table I',
  wrongLine: 'the figure of another line of the report: {line} {nature}',
  slipOfDigits: 'a slip of digits ({slip}): {stated} for {expected}',
  missingFiling:
    'a filing that is not at hand; days between the totals: {days}, other lines of the owner that break then: {lines}[, one of them, {line}, by as much]',
  contradiction: 'lines and totals of one report or day do not go together: {report} line {line}',
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  shown: 'shown',
  likely: 'likely',
  possible: 'possible',
  against: 'the data speak against it',
}

/** A reason of a break as a sentence: how sure it is, and what was found. */
export function breakReasonText({ cause, verdict, evidence }: BreakReason): string {
  const whole = WORDINGS[cause].replace(/\[([^\]]*)\]/g, (_, part: string) =>
    namesIn(part).every((name) => evidence[name] !== undefined) ? part : '',
  )
  const text = whole.replace(/\{(\w+)\}/g, (_, name: string) => evidence[name] ?? '')
  return `${VERDICTS[verdict]}: ${text.replace(/\s+/g, ' ').trim()}`
}

function namesIn(part: string): string[] {
  return [...part.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
}
