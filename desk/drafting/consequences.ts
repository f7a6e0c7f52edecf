import {
  changesBetween,
  type FiledReport,
  judgeReports,
  type LateAnswer,
  type Ledger,
  type LedgerOptions,
  type LineChange,
  ledgerOf,
  lineName,
  type Movement,
  type Position,
  placeOf,
  resolveAmendments,
} from '@section16/core/ledger'
import {
  type CalendarDate,
  Decimal,
  type Diagnostic,
  type OwnershipDocument,
  type OwnershipRow,
} from '@section16/core/model'
import type { AffectedLine, AmendmentRequest } from './amendment.ts'
import { told } from './diagnostics.ts'

const ZERO = Decimal.of(0)
export const TABLES = { nonDerivative: 'Table I', derivative: 'Table II' }

/** Names the amendment among the reports. No accession number looks like it. */
const AMENDMENT = 'this amendment'

/** A line of an amendment that is not filed yet. */
export interface JudgedAmendmentLine {
  readonly row: OwnershipRow
  /** What a reader takes it for; `undefined` where of no report at hand. */
  readonly readAs: LineChange['kind'] | undefined
  readonly lateness: LateAnswer
}

/** What an amendment brings about once it stands. */
export interface AmendmentConsequences {
  /** In the order of the document, Table I before Table II. */
  readonly lines: readonly JudgedAmendmentLine[]
  readonly isLate: boolean
  readonly affected: readonly AffectedLine[]
  readonly diagnostics: readonly Diagnostic[]
}

/** An amendment as a report that is filed on a day, after everything that was accepted on it. */
export function unfiled(document: OwnershipDocument, on: CalendarDate): FiledReport {
  const acceptedAt = { date: on, time: '23:59:59' }
  return { key: AMENDMENT, accessionNumber: undefined, filedOn: on, acceptedAt, document }
}

/** The same of an amendment's document as it stands, whoever wrote it, were it filed on that day. */
export function amendmentConsequences(
  document: OwnershipDocument,
  original: FiledReport,
  request: Pick<AmendmentRequest, 'reports' | 'on' | 'ledger' | 'lateness'>,
): AmendmentConsequences {
  return consequencesOf(unfiled(document, request.on), original, request)
}

/**
 * Whether a transaction in an amendment is reported late, which lines filed before no longer follow, and which of them
 * should be corrected with it (D238). That forms filed since are seldom amended is practice, no rule says so.
 */
export function consequencesOf(
  amendment: FiledReport,
  original: FiledReport,
  { reports, ledger, lateness }: Pick<AmendmentRequest, 'reports' | 'ledger' | 'lateness'>,
): AmendmentConsequences {
  const all = [...reports, amendment]
  const judged = judgeReports(all, lateness).find(({ report }) => report === amendment)!
  const answer = resolveAmendments(all).answers.find((one) => one.amendment === amendment)
  const changes = answer?.kind === 'resolved' ? answer.applied.changes : []
  const lines = judged.lines.map(({ line, ...late }) => ({
    row: line.row,
    readAs:
      changes.find((change) => 'line' in change && change.line.row === line.row)?.kind ?? withdrawn(changes, line.row),
    lateness: late,
  }))
  const affected = affectedLines(reports, amendment, original, ledger)
  const own = affected.filter(({ isSameReport, report }) => isSameReport || report === amendment)
  return {
    lines,
    isLate: judged.isLate,
    affected: affected.filter(({ report }) => report !== amendment),
    diagnostics: own.map(totalDiffers),
  }
}

/** A line that takes one back is no line in force, and has no change of its own. */
function withdrawn(changes: readonly LineChange[], row: OwnershipRow): 'withdrawn' | undefined {
  const is = changes.some((one) => one.kind === 'withdrawn' && changesBetween(one.before.row, row).length === 0)
  return is ? 'withdrawn' : undefined
}

function totalDiffers({ line: { report, table, line }, stated, follows }: AffectedLine): Diagnostic {
  const data = { report, table: TABLES[table], line, stated: String(stated), follows: String(follows) }
  return told('D238', '/ownershipDocument', data)
}

/**
 * The lines, filed with or after the original, whose totals no longer follow once an amendment stands: the ledger is
 * replayed with and without it, and what is new in a position's breaks runs on from total to total, until one corrects
 * it. A total that was right although the original was wrong, as the next form's often is, is not among them.
 * Lines of the amendment itself are, where its own total does not follow.
 */
function affectedLines(
  reports: readonly FiledReport[],
  amendment: FiledReport,
  original: FiledReport,
  options: Pick<LedgerOptions, 'aliases' | 'series'> = {},
): AffectedLine[] {
  const without = ledgerOf(reports, options)
  const before = { breaks: breaksOfAll(without), openings: openingsOf(without) }
  const { positions } = ledgerOf([...reports, amendment], options)
  return positions.flatMap((position) => affectedIn(position, before, original))
}

/** How positions stood before the amendment, by the names of lines as first filed. */
interface Before {
  /** The size of the break that comes before a line. */
  readonly breaks: ReadonlyMap<string, Decimal>
  /** The balance before the first line of a position. */
  readonly openings: ReadonlyMap<string, Decimal>
}

function breaksOfAll(ledger: Ledger): Map<string, Decimal> {
  const sizes = new Map<string, Decimal>()
  for (const { steps } of ledger.positions) {
    for (const step of steps) if (step.kind === 'break') sizes.set(firstName(step.next), step.size)
  }
  return sizes
}

function openingsOf(ledger: Ledger): Map<string, Decimal> {
  return new Map(
    ledger.positions.flatMap(({ opening, steps }): [string, Decimal][] => {
      const [first] = steps
      return first?.kind === 'line' ? [[firstName(first.movement), opening.balance]] : []
    }),
  )
}

/**
 * By how much the first total of a position is off. No report says what was before it, so that the total says it; but an
 * amendment that changes the amount and leaves the total as it was does not mean that more was there.
 */
function offAtFirst({ opening, steps }: Position, openings: Before['openings']): Decimal {
  const [first] = steps
  if (first?.kind !== 'line') return ZERO
  const [asFiled] = first.movement.earlier
  const total = asFiled?.row.postTransactionAmounts.sharesOwnedFollowingTransaction.value
  const was = openings.get(firstName(first.movement))
  if (was === undefined || !total || !first.movement.stated?.equals(total)) return ZERO
  return opening.balance.minus(was)
}

function affectedIn(position: Position, before: Before, original: FiledReport): AffectedLine[] {
  let off = offAtFirst(position, before.openings)
  const affected: AffectedLine[] = []
  for (const step of position.steps) {
    if (step.kind === 'break') {
      const was = before.breaks.get(firstName(step.next)) ?? ZERO
      if (!was.equals(step.size)) off = off.plus(step.size).minus(was)
      else if (step.size.plus(off).isZero) off = ZERO
      continue
    }
    const { line, stated, standsIn } = step.movement
    if (off.isZero || stated === undefined) continue
    affected.push({
      report: line.report,
      line: placeOf(line),
      title: position.title,
      stated,
      follows: stated.minus(off),
      isSameReport: standsIn === original,
    })
  }
  return affected
}

function firstName({ line, earlier }: Movement): string {
  return lineName(earlier[0] ?? line)
}
