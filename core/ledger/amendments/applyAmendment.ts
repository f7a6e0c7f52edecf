import type { FiledReport } from '../filedReport.ts'
import { changesBetween, type FieldChange } from './lineMatch.ts'
import { type OpenPair, type Pairing, pairLines } from './pairLines.ts'
import { linesOf, type ReportLine } from './reportLine.ts'
import { type AmendmentStatement, statementsOf } from './statements.ts'
import { carries, type WithdrawalBasis, withdrawnBy } from './withdrawals.ts'

/** A line in force, and what it was before, the oldest first. */
export interface EffectiveLine {
  readonly line: ReportLine
  /** Empty for a line as first filed. */
  readonly earlier: readonly ReportLine[]
}

/** A line that was taken back. */
export interface WithdrawnLine extends EffectiveLine {
  readonly by: FiledReport
  readonly statement: AmendmentStatement
}

/** A report as it stands. */
export interface ReportState {
  readonly lines: readonly EffectiveLine[]
  readonly withdrawn: readonly WithdrawnLine[]
}

/** What an amendment did to one line. */
export type LineChange =
  | {
      readonly kind: 'corrected'
      readonly before: ReportLine
      readonly line: ReportLine
      readonly changes: readonly FieldChange[]
    }
  | { readonly kind: 'repeated'; readonly before: ReportLine; readonly line: ReportLine }
  | { readonly kind: 'added'; readonly line: ReportLine }
  | { readonly kind: 'kept'; readonly before: ReportLine }
  | {
      readonly kind: 'withdrawn'
      readonly before: ReportLine
      readonly statement: AmendmentStatement
      readonly basis: WithdrawalBasis | 'wholeReport' | 'restatedInEntirety'
    }
  | {
      readonly kind: 'open'
      readonly line: ReportLine
      readonly reason: 'severalLinesFit'
      readonly candidates: readonly ReportLine[]
    }
  | {
      readonly kind: 'open'
      readonly line: ReportLine
      readonly reason: 'withdrawsUnknownLine'
      readonly candidates: readonly []
    }

/** A statement that was heard and could not be followed. */
export interface OpenStatement {
  readonly statement: AmendmentStatement
  readonly reason: 'objectNotFound' | 'withdrawalNamesNoLine'
  /** The lines that it may mean. */
  readonly candidates: readonly ReportLine[]
}

export interface AppliedAmendment {
  readonly state: ReportState
  readonly changes: readonly LineChange[]
  readonly statements: readonly AmendmentStatement[]
  readonly openStatements: readonly OpenStatement[]
  /** `full`: every line in force has its line here, or the amendment says that it replaces all. */
  readonly scope: 'full' | 'declaredFull' | 'lines'
}

/** A report as first filed. */
export function stateOf(report: FiledReport): ReportState {
  return { lines: linesOf(report).map((line) => ({ line, earlier: [] })), withdrawn: [] }
}

/**
 * Applies one amendment to a report as it stands: lines corrected (the best fit), lines added, lines taken back, lines
 * kept. Nothing is replaced wholesale unless the amendment says so, and nothing that it says is passed over: what cannot
 * be followed is left open. Applied twice it changes nothing more. Source: section16-rules.md R5.2.2 to R5.2.6.
 */
export function applyAmendment(state: ReportState, amendment: FiledReport): AppliedAmendment {
  return new Application(state, amendment).applied()
}

class Application {
  private readonly state: ReportState
  private readonly amendment: FiledReport
  private readonly statements: readonly AmendmentStatement[]
  /** Lines of the amendment that carry a statement by which they are taken back. */
  private readonly takenBack = new Map<ReportLine, AmendmentStatement>()
  private readonly changes: LineChange[] = []
  private readonly openStatements: OpenStatement[] = []
  private readonly withdrawn = new Map<ReportLine, AmendmentStatement>()

  constructor(state: ReportState, amendment: FiledReport) {
    this.state = state
    this.amendment = amendment
    this.statements = statementsOf(amendment)
  }

  applied(): AppliedAmendment {
    const lines = linesOf(this.amendment)
    const withdraws = this.statements.filter(({ kind }) => kind === 'withdrawsLine')
    for (const line of lines) {
      const statement = withdraws.find((one) => carries(line, one))
      if (statement) this.takenBack.set(line, statement)
    }
    const inForce = this.state.lines.map(({ line }) => line)
    const whole = this.said('withdrawsReport')
    const all = this.said('restatesAll')
    const pairingOf = (left: readonly ReportLine[]) => this.withoutAdditions(pairLines(left, lines), all !== undefined)
    if (whole) for (const line of inForce) this.withdraw(line, whole, 'wholeReport')
    else this.follow(withdraws, pairingOf(inForce).kept)
    // What is taken back stands in no other line's way.
    const pairing = pairingOf(inForce.filter((line) => !this.withdrawn.has(line)))
    if (!whole) this.pairs(pairing)
    const { kept } = pairing
    if (all) for (const line of kept) this.withdraw(line, all, 'restatedInEntirety')
    else for (const before of kept) this.changes.push({ kind: 'kept', before })
    for (const statement of this.statements) {
      if (statement.kind === 'unclear') this.leaveOpen(statement, 'objectNotFound', kept)
    }
    // Where nothing of the report is left but what the amendment says, the lines have the amendment's order.
    const isAllRestated = pairing.open.length === 0 && (all !== undefined || kept.length === 0)
    const isFull = isAllRestated && this.changes.every(({ kind }) => kind !== 'withdrawn') && inForce.length > 0
    const scope = isFull ? 'full' : all ? 'declaredFull' : 'lines'
    const { changes, statements, openStatements } = this
    return { state: this.stateAfter(isAllRestated), changes, statements, openStatements, scope }
  }

  private said(kind: AmendmentStatement['kind']): AmendmentStatement | undefined {
    return this.statements.find((statement) => statement.kind === kind)
  }

  /**
   * A line of which it is said that it had been left out corrects none, unless it is there already. Where everything is
   * replaced it is all one which line a line stands for.
   */
  private withoutAdditions(pairing: Pairing, isAllReplaced: boolean): Pairing {
    const adds = this.statements.filter(({ kind }) => kind === 'adds')
    const isOnlyAdding = !this.statements.some(({ kind }) => kind === 'corrects' || kind === 'restatesAll')
    const isAddition = (line: ReportLine) =>
      adds.some((one) => carries(line, one) || (one.at === 'remarks' && isOnlyAdding))
    const pairs = pairing.pairs.filter(
      ({ before, after }) => changesBetween(before.row, after.row).length === 0 || !isAddition(after),
    )
    const freed = pairing.pairs.filter((pair) => !pairs.includes(pair))
    const open = pairing.open.filter(({ after }) => !isAllReplaced && !isAddition(after))
    return {
      pairs,
      open,
      added: [
        ...pairing.added,
        ...freed.map(({ after }) => after),
        ...pairing.open.filter((one) => !open.includes(one)).map(({ after }) => after),
      ],
      kept: [...pairing.kept, ...freed.map(({ before }) => before)],
    }
  }

  private pairs(pairing: Pairing): void {
    for (const { before, after } of pairing.pairs) {
      const statement = this.takenBack.get(after)
      const changes = changesBetween(before.row, after.row)
      if (statement) this.withdraw(before, statement, 'footnote')
      else if (changes.length === 0) this.changes.push({ kind: 'repeated', before, line: after })
      else this.changes.push({ kind: 'corrected', before, line: after, changes })
    }
    for (const line of pairing.added) this.add(line)
    for (const one of pairing.open) this.leaveLineOpen(one)
  }

  private add(line: ReportLine): void {
    if (!this.takenBack.has(line)) this.changes.push({ kind: 'added', line })
    else if (!this.isGone(line)) {
      this.changes.push({ kind: 'open', line, reason: 'withdrawsUnknownLine', candidates: [] })
    }
  }

  /** Whether the line that this one takes back was taken back before. */
  private isGone(line: ReportLine): boolean {
    const gone = this.state.withdrawn.map((one) => one.line)
    return pairLines(gone, [line]).pairs.length > 0
  }

  private leaveLineOpen({ after, candidates }: OpenPair): void {
    this.changes.push({ kind: 'open', line: after, reason: 'severalLinesFit', candidates })
  }

  /** Statements in the remarks, or in footnotes that no line of the amendment carries. `kept`: not restated. */
  private follow(withdraws: readonly AmendmentStatement[], kept: readonly ReportLine[]): void {
    const own = new Set(this.takenBack.values())
    for (const statement of withdraws) {
      if (own.has(statement) || this.wasFollowed(statement)) continue
      const left = kept.filter((line) => !this.withdrawn.has(line))
      const found = withdrawnBy(statement, left)
      if (found) for (const line of found.lines) this.withdraw(line, statement, found.basis)
      else this.leaveOpen(statement, 'withdrawalNamesNoLine', left)
    }
  }

  /** Whether an earlier amendment said the same, and it was done. */
  private wasFollowed({ text }: AmendmentStatement): boolean {
    return this.state.withdrawn.some(({ statement }) => statement.text === text)
  }

  private withdraw(
    before: ReportLine,
    statement: AmendmentStatement,
    basis: WithdrawalBasis | 'wholeReport' | 'restatedInEntirety',
  ): void {
    this.withdrawn.set(before, statement)
    this.changes.push({ kind: 'withdrawn', before, statement, basis })
  }

  private leaveOpen(
    statement: AmendmentStatement,
    reason: OpenStatement['reason'],
    candidates: readonly ReportLine[],
  ): void {
    this.openStatements.push({ statement, reason, candidates })
  }

  /** Lines keep their places and added ones follow; only where everything is restated the amendment's order holds. */
  private stateAfter(isAllRestated: boolean): ReportState {
    const next = new Map<ReportLine, EffectiveLine>()
    for (const one of this.state.lines) if (!this.withdrawn.has(one.line)) next.set(one.line, one)
    for (const change of this.changes) {
      if (change.kind !== 'corrected' && change.kind !== 'repeated') continue
      const was = next.get(change.before)
      if (was) next.set(change.before, { line: change.line, earlier: [...was.earlier, was.line] })
    }
    const added = this.changes.flatMap((change) =>
      change.kind === 'added' ? [{ line: change.line, earlier: [] }] : [],
    )
    const lines = [...next.values(), ...added]
    if (isAllRestated) lines.sort((a, b) => orderOf(a.line) - orderOf(b.line))
    const gone = this.state.lines.flatMap((one): WithdrawnLine[] => {
      const statement = this.withdrawn.get(one.line)
      return statement ? [{ ...one, by: this.amendment, statement }] : []
    })
    return { lines, withdrawn: [...this.state.withdrawn, ...gone] }
  }
}

function orderOf({ table, place }: ReportLine): number {
  return (table === 'nonDerivative' ? 0 : AFTER_TABLE_I) + place
}

const AFTER_TABLE_I = 1_000_000
