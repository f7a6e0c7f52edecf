import { changesBetween, type LineFit, lineFit } from './lineMatch.ts'
import type { ReportLine } from './reportLine.ts'

/** Which line of an amendment stands for which line in force. */
export interface LinePair {
  readonly before: ReportLine
  readonly after: ReportLine
}

/** A line of an amendment that could stand for several lines in force, none of them better. */
export interface OpenPair {
  readonly after: ReportLine
  readonly candidates: readonly ReportLine[]
}

export interface Pairing {
  readonly pairs: readonly LinePair[]
  readonly open: readonly OpenPair[]
  /** Lines of the amendment that fit none. */
  readonly added: readonly ReportLine[]
  /** Lines in force that the amendment does not touch. */
  readonly kept: readonly ReportLine[]
}

interface Candidate extends LinePair {
  fit: LineFit
}

/**
 * Pairs an amendment's lines with those in force, the best fit first; each line once. Between lines that fit equally
 * well their order decides only where as many are left on both sides and each fits the one in its place; otherwise the
 * line is left open. Lines that are equal in everything are one as good as the other.
 */
export function pairLines(before: readonly ReportLine[], after: readonly ReportLine[]): Pairing {
  const pairing = new Pairer(before, after)
  pairing.takeBest()
  pairing.takeInOrder()
  return pairing.result()
}

/** Above it the later of two candidates is worse. */
function isWorse(one: Candidate, other: Candidate): boolean {
  const { misses, agreeing } = one.fit
  return misses > other.fit.misses || (misses === other.fit.misses && agreeing < other.fit.agreeing)
}

/** Whether it is all one which of the two is taken. */
function isTwin(one: Candidate, other: Candidate): boolean {
  return isSame(one.before, other.before) && isSame(one.after, other.after)
}

function isSame(a: ReportLine, b: ReportLine): boolean {
  return a === b || changesBetween(a.row, b.row).length === 0
}

class Pairer {
  private readonly before: readonly ReportLine[]
  private readonly after: readonly ReportLine[]
  private readonly pairs: LinePair[] = []
  private candidates: Candidate[]

  constructor(before: readonly ReportLine[], after: readonly ReportLine[]) {
    this.before = before
    this.after = after
    this.candidates = after
      .flatMap((one) =>
        before.flatMap((other): Candidate[] => {
          const fit = lineFit(other.row, one.row)
          return fit ? [{ before: other, after: one, fit }] : []
        }),
      )
      .sort((a, b) => (isWorse(a, b) ? 1 : isWorse(b, a) ? -1 : 0))
  }

  /** Takes candidates, the best first, as long as one is better than those that want one of its lines. */
  takeBest(): void {
    const isBest = (one: Candidate) => this.rivalsOf(one).every((rival) => isWorse(rival, one) || isTwin(rival, one))
    for (let best = this.candidates.find(isBest); best; best = this.candidates.find(isBest)) {
      this.take(best.before, best.after)
    }
  }

  /** Of the lines that are left, pairs those in one place, if there are as many on both sides and all of them fit. */
  takeInOrder(): void {
    const left = this.candidates
    for (const table of ['nonDerivative', 'derivative']) {
      const olds = this.before.filter((line) => line.table === table && left.some(({ before }) => before === line))
      const news = this.after.filter((line) => line.table === table && left.some(({ after }) => after === line))
      if (olds.length !== news.length) continue
      if (!olds.every((one, i) => lineFit(one.row, news[i]!.row) !== undefined)) continue
      for (const [i, before] of olds.entries()) this.take(before, news[i]!)
    }
  }

  result(): Pairing {
    const taken = new Set(this.pairs.flatMap(({ before, after }) => [before, after]))
    const open = this.after.flatMap((after): OpenPair[] => {
      const candidates = this.candidates.filter((one) => one.after === after).map(({ before }) => before)
      return candidates.length > 0 ? [{ after, candidates }] : []
    })
    const left = new Set(open.map(({ after }) => after))
    return {
      pairs: this.pairs.toSorted((a, b) => this.after.indexOf(a.after) - this.after.indexOf(b.after)),
      open,
      added: this.after.filter((line) => !taken.has(line) && !left.has(line)),
      kept: this.before.filter((line) => !taken.has(line)),
    }
  }

  private take(before: ReportLine, after: ReportLine): void {
    this.pairs.push({ before, after })
    this.candidates = this.candidates.filter((one) => one.before !== before && one.after !== after)
  }

  private rivalsOf(candidate: Candidate): Candidate[] {
    const wants = (one: Candidate) => one.before === candidate.before || one.after === candidate.after
    return this.candidates.filter((one) => one !== candidate && wants(one))
  }
}
