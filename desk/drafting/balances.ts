import { formPlace } from '@section16/core/facts'
import {
  type DerivationStep,
  type FiledReport,
  type LedgerOptions,
  ledgerOf,
  type Movement,
  type Position,
  type UnplacedLine,
} from '@section16/core/ledger'
import {
  type CalendarDate,
  Decimal,
  type Diagnostic,
  type OwnershipDocument,
  type OwnershipRow,
  PostTransactionAmounts,
  reported,
  rowsOf,
} from '@section16/core/model'
import { balanceSteps } from './balanceRules.ts'
import { copyDocument } from './copy.ts'
import { told } from './diagnostics.ts'
import { pathOfRow } from './rows.ts'

/** How much was owned just before a line, where no report says it; zero where somebody says that nothing was. */
export interface SaidBefore {
  /** A line of the draft. */
  readonly row: OwnershipRow
  readonly balance: Decimal
}

export interface BalanceOptions {
  /** The day on which the draft is to be filed: reports filed up to it count. */
  readonly on: CalendarDate
  readonly said?: readonly SaidBefore[]
  /** How positions are told apart, as for `ledgerOf`. */
  readonly ledger?: Pick<LedgerOptions, 'aliases' | 'series'>
}

/** The balance after one line of a draft, in securities. */
export interface RowBalance {
  /** The line of the draft that was given. */
  readonly row: OwnershipRow
  readonly path: string
  readonly before: Decimal
  /** Negative for a disposition, zero for a holding. */
  readonly change: Decimal
  readonly after: Decimal
  /** From the last report of the position, line by line, to this one. */
  readonly derivation: readonly DerivationStep[]
}

export interface Balances {
  /** In the draft's order; lines whose balance is not known are not in it. */
  readonly balances: readonly RowBalance[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The balance after each line of a draft (column 5 of Table I, 9 of Table II), from the reports filed before and the
 * lines above it: nothing is taken from what the draft itself states, where the reports say it. A stated balance that
 * differs is told with both numbers (D220); a total that stands after all lines of its position is none, nor is
 * a grant of derivatives counted by itself. Where no report speaks of the position, what is `said` opens it,
 * else the first stated total; else the line has no balance (D221, D222), and neither has one after a line that
 * does not say what it adds (D223). Lines counted by value have none.
 *
 * A position is one of the same owners together. Not for an amendment, which speaks as of its original; see `amendmentOf`. The documents given are untouched, and no
 * other draft counts. Source: Form 4, General Instruction 4(a)(i); the rest is arithmetic.
 */
export function balancesOf(
  document: OwnershipDocument,
  reports: readonly FiledReport[],
  options: BalanceOptions,
): Balances {
  const known = reports.filter(({ filedOn }) => filedOn !== undefined && filedOn.day <= options.on.day)
  return new Replay(document, known, options).balances()
}

/** The draft with the balances filled in where it states none; a stated one stays. A copy. */
export function withBalances(document: OwnershipDocument, balances: readonly RowBalance[]): OwnershipDocument {
  const copy = copyDocument(document)
  const copies = rowsOf(copy)
  for (const [i, row] of rowsOf(document).entries()) {
    const balance = balances.find((one) => one.row === row)
    if (balance && row.postTransactionAmounts.sharesOwnedFollowingTransaction.kind === 'absent') {
      copies[i]!.postTransactionAmounts = stating(balance.after)
    }
  }
  return copy
}

/** Names the draft among the reports. No accession number looks like it. */
const DRAFT = 'this draft'

interface Counted {
  readonly position: Position
  readonly movement: Movement
  readonly change: Decimal
  readonly after: Decimal
}

class Replay {
  private readonly document: OwnershipDocument
  private readonly rows: readonly OwnershipRow[]
  private readonly reports: readonly FiledReport[]
  private readonly options: BalanceOptions

  constructor(document: OwnershipDocument, reports: readonly FiledReport[], options: BalanceOptions) {
    this.document = document
    this.rows = rowsOf(document)
    this.reports = reports
    this.options = options
  }

  balances(): Balances {
    const blind = this.replayed(new Set())
    // What no report speaks of begins with what the draft states.
    const opened = new Set(blind.unplaced.map(({ movement }) => this.rowOf(movement)))
    const { counted, unplaced } = opened.size === 0 ? blind : this.replayed(opened)
    const balances = this.rows.flatMap((row): RowBalance[] => {
      const one = counted.get(row)
      return one && !isByValue(row) && this.isKnown(one, counted) ? [this.balanceOf(row, one, counted)] : []
    })
    return {
      balances,
      diagnostics: [
        ...balances.flatMap((balance) => this.difference(balance, counted)),
        ...unplaced.map(({ movement, reason }) => this.unknown(this.rowOf(movement), reason)),
        ...[...counted].filter(([, { movement }]) => movement.change === undefined).map(([row]) => this.noAmount(row)),
      ],
    }
  }

  /** The draft counted after the reports; only lines that are `opened`, or that somebody said, keep a total. */
  private replayed(opened: ReadonlySet<OwnershipRow>) {
    const draft = copyDocument(this.document)
    for (const [i, copy] of rowsOf(draft).entries()) {
      const row = this.rows[i]!
      const said = this.options.said?.find((one) => one.row === row)
      if (said) copy.postTransactionAmounts = stating(said.balance.plus(changeOf(row)))
      else if (!opened.has(row) && !isByValue(row)) copy.postTransactionAmounts = new PostTransactionAmounts()
    }
    const report = {
      key: DRAFT,
      accessionNumber: undefined,
      filedOn: this.options.on,
      // After everything that was accepted on the same day.
      acceptedAt: { date: this.options.on, time: '23:59:59' },
      document: draft,
    }
    const ledger = ledgerOf([...this.reports, report], this.options.ledger)
    const counted = new Map<OwnershipRow, Counted>()
    for (const position of ledger.positions) {
      for (const step of position.steps) {
        if (step.kind !== 'line' || step.movement.line.report !== report) continue
        const { movement, change, balance: after } = step
        counted.set(this.rowOf(movement), { position, movement, change, after })
      }
    }
    return { counted, unplaced: ledger.unplaced.filter(({ movement }) => movement.line.report === report) }
  }

  /** The line of the given draft that a counted line is a copy of. */
  private rowOf({ line }: Movement): OwnershipRow {
    const { nonDerivativeTable, derivativeTable } = this.document
    return (line.table === 'derivative' ? derivativeTable : nonDerivativeTable).rows[line.place - 1]!
  }

  private balanceOf(row: OwnershipRow, one: Counted, counted: ReadonlyMap<OwnershipRow, Counted>): RowBalance {
    const above = this.inPosition(one.position, counted)
    const upTo = above.slice(0, above.findIndex(([other]) => other === row) + 1)
    const [[, first] = [row, one] as const] = upTo
    return {
      row,
      path: pathOfRow(this.document, row),
      before: one.after.minus(one.change),
      change: one.change,
      after: one.after,
      derivation: [
        this.opening(first),
        ...upTo.map(([other, { change, after }]) => this.lineStep(other, change, after)),
      ],
    }
  }

  /** Whether this line and those above it in its position say what they add. */
  private isKnown(one: Counted, counted: ReadonlyMap<OwnershipRow, Counted>): boolean {
    const above = this.inPosition(one.position, counted).map(([, other]) => other.movement)
    return above.slice(0, above.indexOf(one.movement) + 1).every(({ change }) => change !== undefined)
  }

  /** The draft's lines in a position, in the order in which they were counted. */
  private inPosition(position: Position, counted: ReadonlyMap<OwnershipRow, Counted>): [OwnershipRow, Counted][] {
    return position.steps.flatMap((step): [OwnershipRow, Counted][] => {
      if (step.kind !== 'line' || step.movement.line.report.key !== DRAFT) return []
      const row = this.rowOf(step.movement)
      return [[row, counted.get(row)!]]
    })
  }

  private opening({ position, movement, after, change }: Counted): DerivationStep {
    const before = after.minus(change)
    const { steps } = position
    const at = steps.findIndex((step) => step.kind === 'line' && step.movement === movement)
    const last = steps.slice(0, at).findLast((step) => step.kind === 'line')
    if (!last) return balanceSteps.said(before)
    const { report } = last.movement.line
    return balanceSteps.reported(report.key, String(report.filedOn), last.balance)
  }

  private lineStep(row: OwnershipRow, change: Decimal, after: Decimal): DerivationStep {
    const path = pathOfRow(this.document, row)
    return balanceSteps.line(formPlace(this.document, path) ?? path, after.minus(change), change, after)
  }

  private difference(balance: RowBalance, counted: ReadonlyMap<OwnershipRow, Counted>): Diagnostic[] {
    const { row, after, change, path, derivation } = balance
    const stated = row.postTransactionAmounts.sharesOwnedFollowingTransaction.value
    if (!stated || stated.equals(after)) return []
    const last = this.inPosition(counted.get(row)!.position, counted).at(-1)?.[1].after
    if (last?.equals(stated)) return []
    if (row.isDerivative && change.sign > 0 && stated.equals(change)) return []
    const report = derivation[0]?.data.report ?? 'what was said for this draft'
    const at = `${path}/postTransactionAmounts/sharesOwnedFollowingTransaction`
    return [told('D220', at, { stated: String(stated), computed: String(after), report })]
  }

  private noAmount(row: OwnershipRow): Diagnostic {
    return told('D223', `${pathOfRow(this.document, row)}/transactionAmounts`)
  }

  private unknown(row: OwnershipRow, reason: UnplacedLine['reason']): Diagnostic {
    const path = `${pathOfRow(this.document, row)}/postTransactionAmounts/sharesOwnedFollowingTransaction`
    return told(reason === 'severalPositions' ? 'D222' : 'D221', path, { title: row.securityTitle.value ?? '' })
  }
}

function stating(shares: Decimal): PostTransactionAmounts {
  const amounts = new PostTransactionAmounts()
  amounts.sharesOwnedFollowingTransaction = reported('decimal', String(shares))
  return amounts
}

/** What a line adds; zero for a holding, and where it does not say. */
function changeOf({ isTransaction, amounts }: OwnershipRow): Decimal {
  const shares = (isTransaction && amounts.shares.value) || ZERO
  return amounts.acquiredDisposedCode.value === 'D' ? ZERO.minus(shares) : shares
}

const ZERO = Decimal.of(0)

function isByValue({ postTransactionAmounts: amounts }: OwnershipRow): boolean {
  return (
    amounts.valueOwnedFollowingTransaction.kind === 'value' && amounts.sharesOwnedFollowingTransaction.kind !== 'value'
  )
}
