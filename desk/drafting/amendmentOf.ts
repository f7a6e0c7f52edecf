import {
  type AmendedReport,
  type FiledReport,
  isAmendment,
  type LinePlace,
  ownersOf,
  placeOf,
  type ReportLine,
  resolveAmendments,
} from '@section16/core/ledger'
import {
  absent,
  type Diagnostic,
  type FootnoteId,
  OwnershipDocument,
  type OwnershipRow,
  reported,
} from '@section16/core/model'
import type {
  AmendedLine,
  AmendedLineKind,
  AmendmentChange,
  AmendmentRequest,
  BuiltLine,
  DraftAmendment,
  HeadingCorrection,
} from './amendment.ts'
import { additionText, type CorrectedCell, correctionText, explanationText, withdrawalText } from './amendmentTexts.ts'
import { relationshipOf } from './composeDraft.ts'
import { consequencesOf, TABLES, unfiled } from './consequences.ts'
import { copyDocument, copyRow } from './copy.ts'
import { told } from './diagnostics.ts'
import { type NotedRow, numberFootnotes, textsOf } from './footnotes.ts'
import { cellOf, isSameValue, markCell, setCell } from './lineCells.ts'
import { readingProblems } from './readBack.ts'
import { putRows } from './rows.ts'

/**
 * An amendment of a report, built from what was wrong in it: only the lines that change, each complete, every column that
 * is not corrected as it was then, footnotes numbered anew, a footnote on the cell that says what and why. The box holds
 * EDGAR's filing date of the original, never its period, acceptance or signature; heading and owners are the original's.
 * What the lines cost is said: whether a transaction in it is late, and which totals filed since no longer follow. At last
 * the amendment is read back as any reader would, and what would be taken otherwise is told (D237).
 *
 * Refused, with no document: another issuer or owner, which is a new filing (D230); an original that is not given, is an
 * amendment, or has no known filing date (D231 to D233); a line that is not in force, or not changed (D234, D235).
 * Source: Form 4, box 4 and General Instruction 9; what neither says is practice.
 */
export function amendmentOf(request: AmendmentRequest): DraftAmendment {
  const { reports, changes } = request
  const original = reports.find(({ key }) => key === request.original)
  if (!original) return refused(undefined, [told('D231', DATE_BOX, { original: request.original })])
  const report = original.key
  if (isAmendment(original)) return refused(original, [told('D232', DATE_BOX, { original: report })])
  if (!original.filedOn) return refused(original, [told('D233', DATE_BOX, { original: report })])
  const parties = changes.flatMap((change) => otherParty(change, original))
  if (parties.length > 0) return refused(original, parties)
  const builder = new Builder(request, original)
  builder.build()
  const hasRefusal = builder.diagnostics.some(({ code }) => REFUSALS.has(code))
  return hasRefusal ? refused(original, builder.diagnostics) : judged(request, original, builder)
}

const DATE_BOX = '/ownershipDocument/dateOfOriginalSubmission'
const REFUSALS = new Set(['D234', 'D235', 'D239'])

function refused(original: FiledReport | undefined, diagnostics: readonly Diagnostic[]): DraftAmendment {
  return { document: undefined, original, lines: [], isLate: false, affected: [], diagnostics }
}

/** Whose report it is can't be amended: practice, no rule says so. */
function otherParty(change: AmendmentChange, original: FiledReport): Diagnostic[] {
  if (change.kind !== 'explained' || !change.heading) return []
  const { issuer, owners } = change.heading
  const filed = original.document.issuer.cik.value ?? ''
  const filers = ownersOf(original).join(', ')
  const meant = owners && [...new Set(owners)].sort().join(', ')
  return [
    ...(issuer !== undefined && issuer !== filed
      ? [told('D230', '/ownershipDocument/issuer/issuerCik', { party: 'issuer', filed, meant: issuer })]
      : []),
    ...(meant !== undefined && meant !== filers
      ? [told('D230', '/ownershipDocument/reportingOwner', { party: 'reporting owner', filed: filers, meant })]
      : []),
  ]
}

/** The mark of the footnote that explains a change; no form's footnotes are named so. */
const WHY: FootnoteId = 'why'

class Builder {
  readonly diagnostics: Diagnostic[] = []
  readonly lines: BuiltLine[] = []
  document = new OwnershipDocument()
  private readonly request: AmendmentRequest
  private readonly original: FiledReport
  private readonly standing: AmendedReport
  private readonly remarks: string[] = []

  constructor(request: AmendmentRequest, original: FiledReport) {
    this.request = request
    this.original = original
    this.standing = resolveAmendments(request.reports).reports.find(({ report }) => report === original)!
  }

  build(): void {
    this.document = headingOf(this.original)
    for (const change of this.request.changes) this.change(change)
    this.lineForEdgar()
    const numbered = numberFootnotes(this.lines.map(({ noted }) => noted))
    putRows(this.document, numbered.rows)
    this.document.footnotes = numbered.footnotes
    this.diagnostics.push(...numbered.diagnostics)
    if (this.remarks.length > 0) this.document.remarks = reported('text', this.remarks.join(' '))
    // From here on the lines are those of the document.
    for (const [i, row] of numbered.rows.entries()) {
      const line = this.lines[i]!
      this.lines[i] = { ...line, noted: { ...line.noted, row } }
    }
  }

  private change(change: AmendmentChange): void {
    if (change.kind === 'lineAdded') this.add(change)
    else if (change.kind === 'lineCorrected') this.correct(change)
    else this.explain(change)
  }

  private add({ row, footnotes, reason }: AmendmentChange & { kind: 'lineAdded' }): void {
    const copy = copyRow(row)
    markCell(copy, 'securityTitle', WHY)
    const why = `${additionText(row, this.original)} ${reason}`
    this.put('added', undefined, copy, why, textsOf(footnotes))
  }

  private correct({ at, cells, footnotes = [], reason }: AmendmentChange & { kind: 'lineCorrected' }): void {
    const line = this.inForce(at)
    if (!line) return
    const copy = copyRow(line.row)
    const textOf = textsOf([...footnotes, ...line.report.document.footnotes.footnotes])
    const corrected: CorrectedCell[] = []
    for (const { field, written } of cells) {
      const before = cellOf(copy, field)
      if (!setCell(copy, field, written)) this.tell('D239', at, { field, written: written ?? '' })
      const after = cellOf(copy, field)
      if (!isSameValue(before, after)) corrected.push({ field, before, after })
    }
    if (corrected.length + footnotes.length === 0) this.tell('D235', at)
    if (corrected.length === 0) markCell(copy, 'securityTitle', WHY)
    for (const { field } of corrected) markCell(copy, field, WHY)
    const why = `${correctionText(corrected, footnotes.length, this.original)} ${reason}`
    this.put('corrected', line, copy, why, textOf)
  }

  private explain({ withdraws, heading, reason }: AmendmentChange & { kind: 'explained' }): void {
    if (heading) correctHeading(this.document, heading)
    if (!withdraws) {
      this.remarks.push(`${explanationText(this.original)} ${reason}`)
      return
    }
    const line = this.inForce(withdraws)
    if (!line) return
    const copy = copyRow(line.row)
    markCell(copy, 'securityTitle', WHY)
    const why = `${withdrawalText(line.row)} ${reason}`
    this.put('withdrawn', line, copy, why, textsOf(line.report.document.footnotes.footnotes))
  }

  /**
   * A line is repeated where none changes: without any EDGAR takes no Form 4 or 5, but for the exit box (specification
   * 5.5, section 4.3), and would print on a Form 3 that nothing is owned.
   */
  private lineForEdgar(): void {
    const [first] = this.standing.state.lines
    const hasExitBox = this.document.notSubjectToSection16.value === true
    if (this.lines.length > 0 || this.diagnostics.length > 0 || !first || hasExitBox) return
    const { line } = first
    this.put('repeated', line, copyRow(line.row), '', textsOf(line.report.document.footnotes.footnotes))
    this.diagnostics.push(told('D236', '/ownershipDocument'))
  }

  private put(
    kind: AmendedLineKind,
    before: ReportLine | undefined,
    row: OwnershipRow,
    why: string,
    textOf: NotedRow['textOf'],
  ): void {
    this.lines.push({ kind, before, noted: { row, textOf: (id) => (id === WHY ? why.trim() : textOf(id)) } })
  }

  /** The line of that place, if it stands: of the original, or of an amendment of it. */
  private inForce(at: LinePlace): ReportLine | undefined {
    const found = this.standing.state.lines.find(({ line }) => isAt(line, at))
    if (!found) this.tell('D234', at)
    return found?.line
  }

  private tell(code: string, at: LinePlace, data: Diagnostic['data'] = {}): void {
    const { report, table, line } = at
    this.diagnostics.push(told(code, '/ownershipDocument', { report, table: TABLES[table], line, ...data }))
  }
}

function isAt(line: ReportLine, at: LinePlace): boolean {
  return line.report.key === at.report && line.table === at.table && line.place === at.line
}

/** The original's heading under an amendment's form type, unsigned, without its remarks: they spoke for the original. */
function headingOf({ document, filedOn }: FiledReport): OwnershipDocument {
  const copy = copyDocument(document)
  copy.schemaVersion = absent('text')
  copy.documentType = reported('text', `${document.documentType.value ?? ''}/A`)
  copy.dateOfOriginalSubmission = reported('date', String(filedOn))
  // EDGAR's own, from the lines.
  copy.noSecuritiesOwned = absent('boolean')
  copy.form3HoldingsReported = absent('boolean')
  copy.form4TransactionsReported = absent('boolean')
  copy.remarks = absent('text')
  copy.ownerSignatures = []
  for (const owner of copy.reportingOwners) if (owner.id.present) owner.id.ccc = absent('text')
  return copy
}

function correctHeading(document: OwnershipDocument, heading: HeadingCorrection): void {
  const { periodOfReport, aff10b5One, notSubjectToSection16, relationships = [] } = heading
  if (periodOfReport) document.periodOfReport = reported('date', String(periodOfReport))
  if (aff10b5One !== undefined) document.aff10b5One = reported('boolean', aff10b5One ? '1' : '0')
  if (notSubjectToSection16 !== undefined) {
    document.notSubjectToSection16 = reported('boolean', notSubjectToSection16 ? '1' : '0')
  }
  for (const { owner, relationship } of relationships) {
    const found = document.reportingOwners.find(({ id }) => id.cik.value === owner)
    if (found) found.relationship = relationshipOf(relationship)
  }
}

function judged(request: AmendmentRequest, original: FiledReport, builder: Builder): DraftAmendment {
  const { reports, on } = request
  const { document, lines: built } = builder
  const amendment = unfiled(document, on)
  const { lines: judgedLines, isLate, affected, diagnostics } = consequencesOf(amendment, original, request)
  const lines = built.map(({ kind, before, noted: { row } }): AmendedLine => {
    const { lateness } = judgedLines.find((one) => one.row === row)!
    return { row, kind, before: before && placeOf(before), lateness }
  })
  const reading = readingProblems(reports, amendment, original, built)
  return {
    document,
    original,
    lines,
    isLate,
    affected,
    diagnostics: [...builder.diagnostics, ...reading, ...diagnostics],
  }
}
