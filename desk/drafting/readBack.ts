import {
  changesBetween,
  type FiledReport,
  type LineChange,
  lineName,
  type ReportLine,
  resolveAmendments,
} from '@section16/core/ledger'
import type { Diagnostic, OwnershipRow } from '@section16/core/model'
import type { AmendedLineKind, BuiltLine } from './amendment.ts'
import { told } from './diagnostics.ts'
import { pathOfRow } from './rows.ts'

/**
 * Reads an amendment as core's reader of filed amendments does, who knows nothing of how it was built, and tells where it
 * would be taken otherwise than it is meant (D237): another original, another line, another kind of change, or words of
 * which the reader can't tell what they take back. No rule says how amendments are read.
 */
export function readingProblems(
  reports: readonly FiledReport[],
  amendment: FiledReport,
  original: FiledReport,
  built: readonly BuiltLine[],
): Diagnostic[] {
  const answer = resolveAmendments([...reports, amendment]).answers.find((one) => one.amendment === amendment)
  const root = '/ownershipDocument'
  if (answer?.kind !== 'resolved' || answer.original !== original) {
    const read =
      answer?.kind === 'resolved' ? `an amendment of ${answer.original.key}` : 'an amendment of no known report'
    return [told('D237', root, { built: `an amendment of ${original.key}`, read })]
  }
  const { changes, openStatements } = answer.applied
  const unmeant = changes.filter(
    (change) => change.kind === 'withdrawn' && !built.some(({ before }) => isSameLine(before, change.before)),
  )
  return [
    ...built.flatMap((line): Diagnostic[] => {
      const { kind, before, noted } = line
      const { row } = noted
      const read = readingOf(changes, row, before)
      const isSame = read !== undefined && isAsBuilt(read, line, row)
      const data = { built: inWords(kind, before), read: read ? inWords(read.kind, lineBefore(read)) : 'nothing' }
      return isSame ? [] : [told('D237', pathOfRow(amendment.document, row), data)]
    }),
    ...unmeant.map((change) => told('D237', root, { built: 'kept', read: inWords(change.kind, lineBefore(change)) })),
    ...openStatements.map(({ statement }) =>
      told('D237', root, {
        built: 'an explanation',
        read: `words of which it can’t be told what they take back: ${statement.text}`,
      }),
    ),
  ]
}

/** What the reader made of a line: a withdrawn one has no line of its own in its answer. */
function readingOf(
  changes: readonly LineChange[],
  row: OwnershipRow,
  before: ReportLine | undefined,
): LineChange | undefined {
  return (
    changes.find((change) => 'line' in change && change.line.row === row) ??
    changes.find((change) => change.kind === 'withdrawn' && isSameLine(change.before, before))
  )
}

/** A line of which only footnotes are corrected is repeated to a reader. */
function isAsBuilt(read: LineChange, { kind, before }: BuiltLine, row: OwnershipRow): boolean {
  const hasSameCells = kind === 'corrected' && before !== undefined && changesBetween(before.row, row).length === 0
  const expected: AmendedLineKind = hasSameCells ? 'repeated' : kind
  return read.kind === expected && isSameLine(lineBefore(read), before)
}

/** Of lines that say the same it is all one which is meant. */
function isSameLine(a: ReportLine | undefined, b: ReportLine | undefined): boolean {
  return a === undefined || b === undefined ? a === b : changesBetween(a.row, b.row).length === 0
}

function lineBefore(change: LineChange): ReportLine | undefined {
  return 'before' in change ? change.before : undefined
}

function inWords(kind: string, before: ReportLine | undefined): string {
  return before ? `${kind} (${lineName(before)})` : kind
}
