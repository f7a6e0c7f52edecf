import { changesBetween, type LineFit, lineFit, lineText } from './lineMatch.ts'
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
 * line is left open. Lines that are equal in everything are one as good as the other. Of more than `MOST_CANDIDATES`
 * ways to pair what is left, which no report has that EDGAR takes, none is tried: those lines are left open.
 */
export function pairLines(before: readonly ReportLine[], after: readonly ReportLine[]): Pairing {
  const pairing = new Pairer(before, after)
  if (pairing.isWithinLimit) {
    pairing.takeBest()
    pairing.takeInOrder()
  }
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

/** EDGAR takes 30 lines in a table: some 1,800 ways to pair two reports that differ in every line. */
const MOST_CANDIDATES = 4000

class Pairer {
  private readonly before: readonly ReportLine[]
  private readonly after: readonly ReportLine[]
  private readonly pairs: LinePair[] = []
  private candidates: Candidate[]

  constructor(before: readonly ReportLine[], after: readonly ReportLine[]) {
    this.before = before
    this.after = after
    this.takeEqual()
    const paired = new Set(this.pairs.flatMap((pair) => [pair.before, pair.after]))
    const [olds, news] = [before, after].map((lines) => lines.filter((line) => !paired.has(line))) as [
      ReportLine[],
      ReportLine[],
    ]
    this.candidates = news
      .flatMap((one) =>
        olds.flatMap((other): Candidate[] => {
          const fit = lineFit(other.row, one.row)
          return fit ? [{ before: other, after: one, fit }] : []
        }),
      )
      .sort((a, b) => (isWorse(a, b) ? 1 : isWorse(b, a) ? -1 : 0))
  }

  get isWithinLimit(): boolean {
    return this.candidates.length <= MOST_CANDIDATES
  }

  /** Takes lines that are equal in everything. */
  private takeEqual(): void {
    const olds = Map.groupBy(this.before, ({ row }) => lineText(row))
    for (const after of this.after) {
      const before = olds.get(lineText(after.row))?.shift()
      if (before) this.pairs.push({ before, after })
    }
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
    const wanted = Map.groupBy(this.candidates, ({ after }) => after)
    const open = this.after.flatMap((after): OpenPair[] => {
      const candidates = wanted.get(after)?.map(({ before }) => before) ?? []
      return candidates.length > 0 ? [{ after, candidates }] : []
    })
    const left = new Set(open.map(({ after }) => after))
    return {
      pairs: this.inOrder(),
      open,
      added: this.after.filter((line) => !taken.has(line) && !left.has(line)),
      kept: this.before.filter((line) => !taken.has(line)),
    }
  }

  private inOrder(): LinePair[] {
    const places = new Map(this.after.map((line, i) => [line, i]))
    return this.pairs.toSorted((a, b) => places.get(a.after)! - places.get(b.after)!)
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
