import { Complaints } from './complaints.ts'
import { type Filing, type FilingsOptions, filingsIn, type Other } from './filings.ts'
import type { InputProblem } from './input/diagnostics.ts'
import { type Source, sources } from './input/sources.ts'
import type { PaperFilings } from './paperFilings.ts'
import { mayBePaper, type PaperVerbOptions } from './paperRoom.ts'
import { paperTold } from './paperTold.ts'
import { inputProblemLine, nameOf, problemLine } from './problems.ts'
import { YoungGeneration } from './youngGeneration.ts'

/** A file that could not be read, in its place among the others. */
export interface Unreadable {
  kind: 'unreadable'
  file: string
  problem: InputProblem
}

export type Met = Filing | Other | Unreadable

export const FINE = 0
export const FINDINGS = 1
export const USAGE = 2
export const UNREADABLE = 3

/** As many files without an ownership document are named one by one; more are counted. */
const MOST_NAMED = 5

export interface BatchOptions extends FilingsOptions {
  /** Whether the verb tells by itself what files without an ownership document are. */
  tellsOthers?: boolean
  /** What becomes of forms on paper: read, and a line says how well; read, and the verb says it; or left as other files. */
  paper?: 'told' | 'silent' | 'other'
}

/**
 * One run of a verb over everything it was given. Whatever is wrong with one file is one line on standard error, and the
 * next file follows.
 */
export class Batch {
  readonly complaints = new Complaints()
  filings = 0
  refused = 0
  unreadable = 0
  /** What a verb found that makes its exit status 1. */
  findings = 0
  private others = 0
  private readonly options: PaperVerbOptions
  private paper: PaperFilings | undefined
  private readonly named: Other[] = []
  private readonly reasons = new Map<string, number>()

  constructor(options: PaperVerbOptions = {}) {
    this.options = options
  }

  async *met(whats: readonly string[], options: BatchOptions = {}): AsyncGenerator<Met> {
    const young = new YoungGeneration()
    for await (const source of sources(whats)) {
      young.file()
      if ('problem' in source) yield* this.failed(source.problem)
      else
        for (const met of filingsIn(source, options)) {
          if (met.kind === 'filing' || options.paper === 'other' || !mayBePaper(met)) {
            this.count(met)
            yield met
          } else yield* this.onPaper(source, met, options)
        }
      this.complaints.progress(() => `${this.filings + this.others} files read`)
    }
    if (this.options.answers !== undefined || this.options.review !== undefined) await this.tellUnmet()
    this.complaints.clear()
    if (!options.tellsOthers) this.tellOthers()
  }

  /** Only the filings that have a document; why another was refused is said on standard error. */
  async *documents(whats: readonly string[], options: BatchOptions = {}): AsyncGenerator<Filing> {
    for await (const met of this.met(whats, options)) {
      if (met.kind !== 'filing') continue
      if (met.reading.document) yield met
      else this.refuse(met)
    }
  }

  refuse(filing: Filing): void {
    for (const diagnostic of filing.reading.diagnostics) this.complaints.line(problemLine(filing.file, diagnostic))
  }

  /** 3 where something could not be read or nothing was a filing, 1 where there are findings, else 0. */
  get exitStatus(): number {
    if (this.unreadable > 0 || this.filings === 0) return UNREADABLE
    return this.refused + this.findings > 0 ? FINDINGS : FINE
  }

  /** A file that is none of the forms is another file; one that could not be read as what it is, is unreadable. */
  private async *onPaper(
    source: Source & { bytes: Uint8Array },
    other: Other,
    { paper = 'told' }: BatchOptions,
  ): AsyncGenerator<Filing | Other> {
    for (const met of await (await this.paperFilings()).in(source, other)) {
      this.count(met)
      if (met.kind === 'other') this.unreadable += Number(met.diagnostics[0].severity !== 'note')
      else if (paper === 'told') this.complaints.line(problemLine(met.file, paperTold(met)))
      yield met
    }
  }

  /** Loaded with the first file that may be paper, so that XML pays nothing. */
  private async paperFilings(): Promise<PaperFilings> {
    this.paper ??= new (await import('./paperFilings.ts')).PaperFilings(this.options)
    return this.paper
  }

  private async tellUnmet(): Promise<void> {
    for (const line of await (await this.paperFilings()).unmet()) {
      this.findings++
      this.complaints.line(line)
    }
  }

  private *failed(problem: InputProblem): Generator<Unreadable> {
    this.complaints.line(inputProblemLine(problem))
    if (problem.severity === 'note') return
    this.unreadable++
    yield { kind: 'unreadable', file: problem.at.path, problem }
  }

  private count(met: Filing | Other): void {
    if (met.kind === 'filing') {
      this.filings++
      if (!met.reading.document) this.refused++
      return
    }
    this.others++
    const [{ code }] = met.diagnostics
    this.reasons.set(code, (this.reasons.get(code) ?? 0) + 1)
    if (this.others <= MOST_NAMED) this.named.push(met)
  }

  private tellOthers(): void {
    if (this.others <= MOST_NAMED) {
      for (const { file, diagnostics } of this.named) this.complaints.line(problemLine(file, diagnostics[0]))
      return
    }
    const reasons = [...this.reasons].map(([code, count]) => `${count} × ${code} ${nameOf(code)}`)
    this.complaints.line(`${this.others} files without an ownership document: ${reasons.join(', ')}`)
  }
}
