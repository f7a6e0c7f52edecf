import type { Cik } from '../../model/cik.ts'
import { footnoteText, type OwnershipRow } from '../../model/ownershipDocument.ts'
import type { FootnoteId } from '../../model/reported.ts'
import type { FiledReport } from '../filedReport.ts'

export type LineTable = 'nonDerivative' | 'derivative'

/** One line of a report, and where it stands. */
export interface ReportLine {
  readonly report: FiledReport
  readonly table: LineTable
  /** Its place among the lines of its table, from 1. */
  readonly place: number
  readonly row: OwnershipRow
}

/** A line as answers name it: no document in it. */
export interface LinePlace {
  readonly report: string
  readonly table: LineTable
  readonly line: number
}

/** Where a line stands, for an answer. */
export function placeOf({ report, table, place }: ReportLine): LinePlace {
  return { report: report.key, table, line: place }
}

/** `0001234567-24-000001 nonDerivative 2`: the same line has the same name in every call. */
export function lineName({ report, table, place }: ReportLine): string {
  return `${report.key} ${table} ${place}`
}

/** All lines of a report as filed, Table I before Table II. */
export function linesOf(report: FiledReport): ReportLine[] {
  const { nonDerivativeTable, derivativeTable } = report.document
  const lines = (rows: readonly OwnershipRow[], table: LineTable) =>
    rows.map((row, index): ReportLine => ({ report, table, place: index + 1, row }))
  return [...lines(nonDerivativeTable.rows, 'nonDerivative'), ...lines(derivativeTable.rows, 'derivative')]
}

/** The CIKs of a report's owners, each once, in ascending order. Owners without a CIK are left out. */
export function ownersOf(report: FiledReport): Cik[] {
  const ciks = report.document.reportingOwners.flatMap(({ id }) => id.cik.value ?? [])
  return [...new Set(ciks)].sort()
}

/** `3`, `4` or `5`; `undefined` where the form is not said. */
export function formFamily(report: FiledReport): '3' | '4' | '5' | undefined {
  const [first] = report.document.documentType.value ?? ''
  return first === '3' || first === '4' || first === '5' ? first : undefined
}

/** Whether a report is a 3/A, 4/A or 5/A. */
export function isAmendment(report: FiledReport): boolean {
  return report.document.documentType.value?.endsWith('/A') ?? false
}

/**
 * The order in which reports were filed: filing date, acceptance, accession number. A report without a filing date
 * stands where it can have been filed at the earliest, after its last transaction; that is no claim about lateness.
 */
export function byFiling(a: FiledReport, b: FiledReport): number {
  return (
    filingDay(a) - filingDay(b) ||
    compareText(acceptance(a), acceptance(b)) ||
    compareText(a.accessionNumber ?? '', b.accessionNumber ?? '') ||
    compareText(a.key, b.key)
  )
}

/** The filing date as a day number; without one, the day of the last transaction or of the period. */
export function filingDay(report: FiledReport): number {
  return report.filedOn?.day ?? lastDay(report)
}

function lastDay(report: FiledReport): number {
  const { periodOfReport } = report.document
  const days = linesOf(report).flatMap(({ row }) => row.transactionDate.value?.day ?? [])
  return Math.max(periodOfReport.value?.day ?? Number.MIN_SAFE_INTEGER, ...days)
}

function acceptance({ acceptedAt }: FiledReport): string {
  return acceptedAt ? `${String(acceptedAt.date)}T${acceptedAt.time}` : ''
}

/** By code units, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The ids of all footnotes on a line, wherever on it they stand, each once. */
export function footnotesOn(row: OwnershipRow): FootnoteId[] {
  const groups = [row, row.coding, row.amounts, row.underlyingSecurity, row.postTransactionAmounts, row.ownershipNature]
  const ids = groups.flatMap((group) =>
    Object.values(group).flatMap((field: unknown): readonly FootnoteId[] => {
      const { footnotes } = (field ?? {}) as { footnotes?: unknown }
      return Array.isArray(footnotes) ? footnotes : []
    }),
  )
  return [...new Set([...ids, ...row.coding.footnotes])]
}

/** The footnotes on a line with their texts; those that the document does not have are left out. */
export function notesOn({ report, row }: ReportLine): { readonly id: FootnoteId; readonly text: string }[] {
  return footnotesOn(row).flatMap((id) => {
    const text = footnoteText(report.document, id)
    return text === undefined ? [] : [{ id, text }]
  })
}
