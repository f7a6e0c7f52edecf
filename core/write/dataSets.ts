import {
  type DataSetColumn,
  type DataSetRowTableName,
  type DataSetTableName,
  dataSetColumns,
  dataSetMonths,
  dataSetTableNames,
  relationshipWords,
} from '../facts/dataSetColumns.ts'
import { CalendarDate } from '../model/calendarDate.ts'
import { Decimal } from '../model/decimal.ts'
import { fieldAt, groupIn } from '../model/elementPath.ts'
import type {
  Footnote,
  OwnershipDocument,
  OwnershipRow,
  ReportingOwner,
  ReportingOwnerRelationship,
} from '../model/ownershipDocument.ts'
import type { Reported, ValueType } from '../model/reported.ts'
import { type Table, toCsv } from './csv.ts'
import type { SubmissionOrigin } from './origin.ts'

/** What the tables say beyond the document. Without it those cells are empty. */
export interface DataSetOrigin extends SubmissionOrigin {
  /**
   * The `_SK` number of a table's `index`th line of this filing (from 0); the caller keeps it unique in a file. Without
   * it lines are numbered from 1.
   */
  sk?: (table: DataSetRowTableName, index: number) => string | number
}

export interface DataSetOptions {
  /**
   * `exact`: every amount exact, `14706` and `0.0033`; CIKs in ten digits. `sec`: as in the SEC's own files, amounts to
   * two decimals, half away from zero, and never without a point, `14706.0` and `0.0`; CIKs as filed.
   */
  spelling?: 'exact' | 'sec'
}

/** The rows of each table, cells in the order of `dataSetColumns`; an empty cell is ''. */
export type DataSetRows = Record<DataSetTableName, string[][]>

/**
 * The document as rows of the eight tables of the SEC's Insider Transactions Data Sets. Dates read `02-APR-2023`, flags
 * as filed (`0`, `1`, `true`, `false`), texts as filed without white space around them; a field whose text is no value of its type
 * keeps that text. Transactions and holdings go to tables of their own, so their common order is lost; the `_SK`
 * numbers keep that of each. Elements for which the SEC has no column are left out, a CCC among them.
 * Source: dissemination.md section 9.
 */
export function toDataSets(
  document: OwnershipDocument,
  origin: DataSetOrigin = {},
  options: DataSetOptions = {},
): DataSetRows {
  const { spelling = 'exact' } = options
  return Object.fromEntries(
    dataSetTableNames.map((table) => {
      const columns = dataSetColumns[table]
      const rows = sourcesOf(document, table).map((source, index) =>
        columns.map((column) => cellOf(column, source, { origin, spelling, table, index })),
      )
      return [table, rows]
    }),
  ) as DataSetRows
}

/** Rows of one table with its header, as a table for `toCsv`. */
export function dataSetTable(table: DataSetTableName, rows: Iterable<readonly string[]>): Table {
  return { columns: dataSetColumns[table].map(({ name }) => name), rows }
}

/** The text of a table as in the SEC's files: tabs, LF, a header line, a cell with a quote quoted as in CSV. */
export function toDataSetFile(table: DataSetTableName, rows: Iterable<readonly string[]>): string {
  return toCsv(dataSetTable(table, rows), { separator: '\t', formulas: 'kept' })
}

interface CellPlace {
  origin: DataSetOrigin
  spelling: 'exact' | 'sec'
  table: DataSetTableName
  index: number
}

/** The parts of a document that are a row each in a table. */
function sourcesOf(document: OwnershipDocument, table: DataSetTableName): object[] {
  const lines = (rows: OwnershipRow[], isTransaction: boolean) =>
    rows.filter((row) => row.isTransaction === isTransaction)
  switch (table) {
    case 'SUBMISSION':
      return [document]
    case 'REPORTINGOWNER':
      return document.reportingOwners
    case 'NONDERIV_TRANS':
      return lines(document.nonDerivativeTable.rows, true)
    case 'NONDERIV_HOLDING':
      return lines(document.nonDerivativeTable.rows, false)
    case 'DERIV_TRANS':
      return lines(document.derivativeTable.rows, true)
    case 'DERIV_HOLDING':
      return lines(document.derivativeTable.rows, false)
    case 'FOOTNOTES':
      return document.footnotes.footnotes
    case 'OWNER_SIGNATURE':
      return document.ownerSignatures
  }
}

function cellOf(column: DataSetColumn, source: object, place: CellPlace): string {
  switch (column.from) {
    case 'accessionNumber':
      return place.origin.accessionNumber ?? ''
    case 'filingDate':
      return filingDateCell(place.origin)
    case 'fileNumber':
      return fileNumberOf(source, place.origin)
    case 'surrogateKey':
      return String(place.origin.sk?.(place.table as DataSetRowTableName, place.index) ?? place.index + 1)
    case 'value':
      return valueCell(fieldAt(source, column.path), place.spelling, column.path.leaf.type)
    case 'footnotes':
      return fieldAt(source, column.path).footnotes.join(', ')
    case 'groupFootnotes':
      return (groupIn(source, column.path) as { footnotes: string[] }).footnotes.join(', ')
    case 'relationship':
      return relationshipCell((source as ReportingOwner).relationship)
    case 'footnoteId':
      return (source as Footnote).id
    case 'footnoteText':
      return (source as Footnote).text.trim()
  }
}

function valueCell({ value, written }: Reported<unknown>, spelling: 'exact' | 'sec', type: ValueType): string {
  if (value instanceof CalendarDate) return dateCell(value)
  if (value instanceof Decimal) return spelling === 'sec' ? asTheSecRounds(value) : String(value)
  if (type === 'cik' && spelling === 'exact' && typeof value === 'string') return value
  // A flag keeps its spelling: the SEC's columns mix `1` and `true`, as filings do.
  return (written ?? '').trim()
}

function filingDateCell({ filedAsOf = '' }: DataSetOrigin): string {
  const date = CalendarDate.parse(filedAsOf)
  return date ? dateCell(date) : filedAsOf
}

function dateCell(date: CalendarDate): string {
  const [year, month, day] = String(date).split('-')
  return `${day}-${dataSetMonths[Number(month) - 1]}-${year}`
}

function asTheSecRounds(amount: Decimal): string {
  const text = String(amount.round(2))
  return text.includes('.') ? text : `${text}.0`
}

function fileNumberOf(source: object, { fileNumbers }: DataSetOrigin): string {
  const { cik } = (source as ReportingOwner).id
  return fileNumbers?.get(cik.value ?? cik.written?.trim() ?? '') ?? ''
}

/** With a comma between all words; the SEC's own files mostly run `Other` on: `DirectorOther`. */
function relationshipCell(relationship: ReportingOwnerRelationship): string {
  return relationshipWords
    .filter(([, flag]) => relationship[flag].value)
    .map(([word]) => word)
    .join(',')
}
