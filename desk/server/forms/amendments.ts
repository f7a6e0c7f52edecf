/** Amendments of filed forms: where they begin, what they would be, and what one that is drafted brings about. */
import type { z } from '@hono/zod-openapi'
import { elementTitle } from '@section16/core/facts'
import {
  type LateAnswer,
  type LatenessOptions,
  type LineTable,
  parseMonthDay,
  resolveAmendments,
} from '@section16/core/ledger'
import {
  CalendarDate,
  type Cik,
  type Diagnostic,
  Footnote,
  footnoteText,
  type OwnershipDocument,
  OwnershipRow,
} from '@section16/core/model'
import {
  type AffectedLine,
  type AmendmentChange,
  amendmentConsequences,
  amendmentOf,
  cellOf,
  composeLine,
  type DraftAmendment,
  lineFields,
} from '../../drafting/index.ts'
import type { Destination, FiledForm, Issuer, View } from '../../store/index.ts'
import type * as contract from '../contract/index.ts'
import { easternDay } from '../moments.ts'
import { originalAmong, type Report, reportsOf } from './history.ts'
import type { OpenDraft } from './openDraft.ts'

type Wanted = z.output<typeof contract.AmendmentChange>
type Shown<K extends 'FilingLines' | 'AmendmentLine' | 'AffectedLine' | 'Amendment'> = z.output<(typeof contract)[K]>

/** A filed form among all that count beside it. */
export interface Amendable {
  readonly reports: readonly Report[]
  readonly report: Report
}

/** `undefined` where it does not count with this EDGAR, and there is nothing to amend there. */
export async function amendable(view: View, destination: Destination, form: FiledForm): Promise<Amendable | undefined> {
  const [insiderId = ''] = form.insiderIds
  const reports = await reportsOf(view, destination, { issuerId: form.issuerId, insiderId })
  const report = reports.find(({ key }) => key === form.accessionNumber)
  return report && { reports, report }
}

const ELEMENTS = [
  'nonDerivativeTransaction',
  'nonDerivativeHolding',
  'derivativeTransaction',
  'derivativeHolding',
] as const

/** The lines in force, cell by cell. */
export function linesShown({ reports, report }: Amendable): Shown<'FilingLines'> {
  const { document } = report
  const original = originalAmong(reports, report)
  const standing = resolveAmendments(reports).reports.find((one) => one.report === report)
  const form = document.documentType.value?.[0]
  return {
    original: original ? { filingId: original.form.id, accessionNumber: original.form.accessionNumber } : null,
    issuer: named(document.issuer),
    owners: document.reportingOwners.map(({ id }) => named(id)),
    periodOfReport: document.periodOfReport.value?.toString() ?? null,
    aff10b5One: document.aff10b5One.value ?? null,
    notSubjectToSection16: document.notSubjectToSection16.value ?? null,
    lines: (standing?.state.lines ?? []).map(({ line: { report: of, table, place, row } }) => ({
      at: { report: of.key, table, line: place },
      place: placeWords(table, place),
      isTransaction: row.isTransaction,
      cells: cellsShown(of.document, row),
    })),
    elements: ELEMENTS.filter((element) => form !== '3' || element.endsWith('Holding')).map((element) => ({
      element,
      cells: lineFields(new OwnershipRow(element)).map((field) => ({
        field: field as Field,
        title: elementTitle(field),
      })),
    })),
  }
}

type Field = z.output<typeof contract.LineField>

function named({ cik, name }: OwnershipDocument['issuer'] | OwnershipDocument['reportingOwners'][number]['id']) {
  return { cik: cik.value ?? null, name: name.value ?? null }
}

function cellsShown(document: OwnershipDocument, row: OwnershipRow) {
  return lineFields(row).map((field) => {
    const { kind, written, footnotes } = cellOf(row, field)
    return {
      field: field as Field,
      title: elementTitle(field),
      written: kind === 'value' || kind === 'invalid' ? written : null,
      footnotes: footnotes.map((id) => ({ id, text: footnoteText(document, id) ?? '' })),
    }
  })
}

function placeWords(table: LineTable, line: number): string {
  return `${table === 'derivative' ? 'Table II' : 'Table I'}, row ${line}`
}

/** What of its issuer decides whether something is late. */
export function latenessOf({ details }: Issuer): LatenessOptions {
  const { fiscalYearEnd } = details as { fiscalYearEnd?: unknown }
  const end = typeof fiscalYearEnd === 'string' ? parseMonthDay(fiscalYearEnd) : undefined
  return end ? { fiscalYearEnd: end } : {}
}

export interface TriedAmendment {
  readonly made: DraftAmendment
  readonly diagnostics: readonly Diagnostic[]
}

/** The amendment that some changes come to, were it filed now. */
export function tried(of: Amendable, issuer: Issuer, wanted: readonly Wanted[], at: number): TriedAmendment {
  const form = of.report.document.documentType.value?.[0] ?? ''
  const changes = wanted.map((one) => changeOf(one, form))
  const made = amendmentOf({
    reports: of.reports,
    original: of.report.key,
    changes: changes.map(({ change }) => change),
    on: easternDay(at),
    lateness: latenessOf(issuer),
  })
  return { made, diagnostics: [...changes.flatMap(({ diagnostics }) => diagnostics), ...made.diagnostics] }
}

function changeOf(wanted: Wanted, form: string): { change: AmendmentChange; diagnostics: readonly Diagnostic[] } {
  if (wanted.kind === 'lineAdded') {
    const { element, cells, ...rest } = wanted
    const { row, diagnostics } = composeLine(element, [...alwaysOn(element, form), ...cells.map(cellOfWanted)])
    return { change: { ...rest, row, footnotes: [] }, diagnostics }
  }
  if (wanted.kind === 'lineCorrected') {
    const { cells, footnotes, ...rest } = wanted
    const texts = footnotes.map(({ id, text }) => new Footnote(id, text))
    return { change: { ...rest, cells: cells.map(cellOfWanted), footnotes: texts }, diagnostics: [] }
  }
  const { withdraws, heading, ...rest } = wanted
  const change = { ...rest, ...(withdraws && { withdraws }), ...(heading && { heading: headingOf(heading) }) }
  return { change, diagnostics: [] }
}

const cellOfWanted = ({ field, written }: { field: Field; written: string | null }) => ({
  field,
  written: written?.trim() || undefined,
})

/** What every transaction says whether anybody thinks of it or not; a cell that is given comes after it. */
function alwaysOn(element: (typeof ELEMENTS)[number], form: string) {
  if (element.endsWith('Holding')) return []
  return [
    { field: 'transactionFormType', written: form },
    { field: 'equitySwapInvolved', written: '0' },
  ] as const
}

type Heading = NonNullable<(Wanted & { kind: 'explained' })['heading']>

function headingOf({ issuer, owners, periodOfReport, aff10b5One, notSubjectToSection16 }: Heading) {
  const day = periodOfReport === undefined ? undefined : CalendarDate.parse(periodOfReport)
  return {
    ...(issuer !== undefined && { issuer: issuer as Cik }),
    ...(owners && { owners: owners as Cik[] }),
    ...(day && { periodOfReport: day }),
    ...(aff10b5One !== undefined && { aff10b5One }),
    ...(notSubjectToSection16 !== undefined && { notSubjectToSection16 }),
  }
}

/** What was built, as the API tells it. */
export function triedLines({ document, lines }: DraftAmendment): Shown<'AmendmentLine'>[] {
  return document ? lines.map(({ row, kind, lateness }) => lineShown(document, row, kind, lateness)) : []
}

/** A drafted amendment, and what it brings about. */
export interface DraftedAmendment {
  readonly shown: Shown<'Amendment'>
  /** Totals that should be corrected in it too (D238). */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Of an amendment as it stands, were it filed now; `undefined` of a draft that is none, or where what it amends does not
 * count with this EDGAR.
 */
export async function draftedAmendment(
  view: View,
  destination: Destination,
  { amends, document, issuer }: OpenDraft,
  at: number,
): Promise<DraftedAmendment | undefined> {
  const of = amends && (await amendable(view, destination, amends.form))
  if (!of) return undefined
  const { reports, report } = of
  const on = easternDay(at)
  const said = amendmentConsequences(document, report, { reports, on, lateness: latenessOf(issuer) })
  const { id: filingId, accessionNumber, filingDate: filedOn } = amends.form
  return {
    shown: {
      filingId,
      accessionNumber,
      filedOn,
      isLate: said.isLate,
      lines: said.lines.map(({ row, readAs, lateness }) => lineShown(document, row, readAs ?? null, lateness)),
      affected: affectedShown(reports, said.affected),
    },
    diagnostics: said.diagnostics,
  }
}

function lineShown(
  { nonDerivativeTable, derivativeTable }: OwnershipDocument,
  row: OwnershipRow,
  kind: Shown<'AmendmentLine'>['kind'],
  { verdict, deadline }: LateAnswer,
): Shown<'AmendmentLine'> {
  const { rows } = row.isDerivative ? derivativeTable : nonDerivativeTable
  const place = placeWords(row.isDerivative ? 'derivative' : 'nonDerivative', rows.indexOf(row) + 1)
  return { place, kind, verdict, due: deadline?.dueDate.toString() ?? null }
}

/** The lines that no longer follow, with the forms that have them. */
export function affectedShown(reports: readonly Report[], affected: readonly AffectedLine[]): Shown<'AffectedLine'>[] {
  return affected.flatMap(({ report, line, title, stated, follows, isSameReport }) => {
    const { form } = reports.find(({ key }) => key === line.report) ?? reports.find((one) => one === report) ?? {}
    if (!form) return []
    const { id: filingId, accessionNumber, formType } = form
    const place = placeWords(line.table, line.line)
    return [
      {
        filingId,
        accessionNumber,
        formType,
        place,
        title,
        stated: String(stated),
        follows: String(follows),
        isSameReport,
      },
    ]
  })
}
