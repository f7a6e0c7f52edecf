/** What became of the fields of many documents, in numbers, and whether that shows what is asked for. */
import type { FieldOutcome } from './trip.mts'

/** Counts of fields. */
export interface Count {
  readonly fields: number
  readonly flagged: number
  readonly wrong: number
  readonly wrongNotFlagged: number
}

/** What a measurement is to show. */
export interface Demands {
  /** The share of the fields that may be wrong, flagged or not. */
  readonly mostWrong?: number
  /** The share of the fields that may be flagged. */
  readonly mostFlagged?: number
  /** The share of the fields that may be wrong and not flagged, to be shown by its upper 95 % bound. */
  readonly wrongNotFlaggedBound?: number
}

const NONE: Count = { fields: 0, flagged: 0, wrong: 0, wrongNotFlagged: 0 }

/** Counts of fields by some name, such as their kind. */
export type Counts = Readonly<Record<string, Count>>

/** The outcomes of some fields, by kind. */
export function countsOf(outcomes: readonly FieldOutcome[]): Counts {
  return sumByName(outcomes.map((outcome) => ({ [outcome.kind]: countOf(outcome) })))
}

const countOf = ({ isRight, isFlagged }: FieldOutcome): Count => ({
  fields: 1,
  flagged: Number(isFlagged),
  wrong: Number(!isRight),
  wrongNotFlagged: Number(!isRight && !isFlagged),
})

/** Adds up what has the same name. */
export function sumByName(counts: readonly Counts[]): Counts {
  const totals = new Map<string, Count>()
  for (const [name, count] of counts.flatMap(Object.entries<Count>)) {
    totals.set(name, plus(totals.get(name) ?? NONE, count))
  }
  return Object.fromEntries(totals)
}

/** All together. */
export const totalOf = (counts: Counts): Count => Object.values(counts).reduce(plus, NONE)

const plus = (a: Count, b: Count): Count => ({
  fields: a.fields + b.fields,
  flagged: a.flagged + b.flagged,
  wrong: a.wrong + b.wrong,
  wrongNotFlagged: a.wrongNotFlagged + b.wrongNotFlagged,
})

/** What was to be shown and is not, in words; nothing where all is. What is too short for a bound does not show it. */
export function notShown({ mostWrong = 1, mostFlagged = 1, wrongNotFlaggedBound }: Demands, count: Count): string[] {
  const { fields, flagged, wrong } = count
  if (fields === 0) return ['nothing was compared']
  const missed: string[] = []
  if (wrong > mostWrong * fields) missed.push(`more than ${100 * mostWrong} % are wrong`)
  if (flagged > mostFlagged * fields) missed.push(`more than ${100 * mostFlagged} % are flagged`)
  if (wrongNotFlaggedBound !== undefined && boundOf(count) > wrongNotFlaggedBound)
    missed.push(`not shown that at most ${wrongNotFlaggedBound} are wrong and not flagged`)
  return missed
}

/** In words, with the upper bound of what is wrong and not flagged. */
export function countTold(count: Count): string {
  const { fields, flagged, wrong, wrongNotFlagged } = count
  const share = fields === 0 ? 0 : (100 * flagged) / fields
  return [
    `fields=${fields} right=${fields - wrong} flagged=${share.toFixed(2)}%`,
    `wrong=${wrong} wrongNotFlagged=${wrongNotFlagged} bound=${boundOf(count).toExponential(1)}`,
  ].join(' ')
}

/** The upper 95 % bound of the share of the fields that is wrong and not flagged; 1 at most, and of no fields. */
const boundOf = ({ wrongNotFlagged, fields }: Count) => Math.min(1, upperBound(wrongNotFlagged) / fields)

/**
 * The upper 95 % bound of the mean of a Poisson variable that came out as so many: at which mean that few or fewer come
 * out one time in twenty.
 */
export function upperBound(seen: number): number {
  let low = seen
  let high = 3 * seen + 10
  for (let step = 0; step < 60; step++) {
    const mean = (low + high) / 2
    let term = Math.exp(-mean)
    let below = term
    for (let k = 1; k <= seen; k++) below += term *= mean / k
    if (below > 0.05) low = mean
    else high = mean
  }
  return high
}
