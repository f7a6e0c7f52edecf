import {
  type DataSetColumn,
  type DataSetRowTableName,
  type DataSetTableName,
  dataSetColumns,
  dataSetMonths,
  dataSetTableNames,
  relationshipWords,
} from '../facts/dataSetColumns.ts'
import type { DataSetCode } from '../facts/dataSetDiagnostics.ts'
import { type AccessionNumber, parseAccessionNumber } from '../model/accessionNumber.ts'
import { CalendarDate } from '../model/calendarDate.ts'
import { Decimal } from '../model/decimal.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { type ElementPath, fieldAt, groupFor, putField } from '../model/elementPath.ts'
import {
  Footnote,
  Footnotes,
  OwnerSignature,
  OwnershipDocument,
  OwnershipRow,
  OwnershipTable,
  ReportingOwner,
  ReportingOwnerRelationship,
  type RowElement,
} from '../model/ownershipDocument.ts'
import { type FootnoteId, reported, type ValueType } from '../model/reported.ts'
import { dataSetDiagnostic } from './delimited.ts'

/** One filing as the tables tell it. */
export interface DataSetFiling {
  accessionNumber: AccessionNumber
  /** `YYYY-MM-DD`; absent where SUBMISSION says none. */
  filedAsOf?: string
  /** SEC file numbers by the owner's CIK. */
  fileNumbers: Map<string, string>
  /** The SEC's numbers of the lines, in the document's order. */
  sks: Record<DataSetRowTableName, string[]>
  document: OwnershipDocument
}

/** What came of reading tables: filings in the order in which they are first named. */
export interface DataSetReading {
  filings: DataSetFiling[]
  diagnostics: Diagnostic[]
}

/** Tables by name, each a header and rows of cells, see `readDelimited`. A table may be missing. */
export type DataSetTexts = Partial<Record<DataSetTableName, readonly (readonly string[])[]>>

/**
 * Documents from the SEC's flat data sets, one per accession number, as far as the tables reach: no schema version, no
 * acceptance time, transactions before holdings, both in the order of their `_SK` numbers, footnotes in that of their ids. Columns
 * are found by name. A relationship flag that is not listed stays absent. Cells that are no value of their type are
 * kept as written. Rows without a usable accession number are left out and said (R314).
 *
 * Do not trust D or I of a line of the SEC's own files: where a filing has several they do not stay with their line
 * (dissemination.md section 9.3, quirk 3). They are read as they stand.
 */
export function readDataSets(tables: DataSetTexts): DataSetReading {
  const filings = new Map<AccessionNumber, DataSetFiling>()
  const submitted = new Set<DataSetFiling>()
  const diagnostics: Diagnostic[] = []
  for (const table of dataSetTableNames) {
    for (const row of rowsOf(table, tables[table], diagnostics)) {
      const filing = filingOf(filings, row, diagnostics)
      if (!filing) continue
      if (table !== 'SUBMISSION') take(row, filing, targetIn(filing.document, table), diagnostics)
      else if (submitted.has(filing)) diagnostics.push(complaint('R316', row, { row: row.number }))
      else take(row, filing, submitted.add(filing) && filing.document, diagnostics)
    }
  }
  for (const filing of tables.SUBMISSION ? filings.values() : []) {
    if (!submitted.has(filing)) diagnostics.push(dataSetDiagnostic('R315', { path: filing.accessionNumber }, {}))
  }
  return { filings: [...filings.values()], diagnostics }
}

/** A row with its cells found by name. */
interface Row {
  table: DataSetTableName
  /** From 1, the header not counted. */
  number: number
  cell: (column: DataSetColumn) => string
}

/** The rows of a table in the document's order: by the SEC's numbers, by footnote id, else as they stand. */
function rowsOf(table: DataSetTableName, lines: DataSetTexts[DataSetTableName], diagnostics: Diagnostic[]): Row[] {
  const header = lines?.[0]
  if (!lines || !header) return []
  const columns = dataSetColumns[table]
  const places = new Map(columns.map((column) => [column, header.indexOf(column.name)]))
  checkHeader(table, header, diagnostics)
  const rows = lines.slice(1).map((cells, index): Row => {
    if (cells.length !== header.length) {
      const data = { table, row: index + 1, cells: cells.length, columns: header.length }
      diagnostics.push(dataSetDiagnostic('R313', { path: table }, data))
    }
    return { table, number: index + 1, cell: (column) => cells[places.get(column) ?? -1]?.trim() ?? '' }
  })
  const key = columns.find(({ from }) => from === 'surrogateKey' || from === 'footnoteId')
  return key ? rows.sort((a, b) => compareNumbers(a.cell(key), b.cell(key))) : rows
}

function checkHeader(table: DataSetTableName, header: readonly string[], diagnostics: Diagnostic[]): void {
  const known = dataSetColumns[table].map(({ name }) => name)
  for (const column of header) {
    if (!known.includes(column)) diagnostics.push(dataSetDiagnostic('R311', { path: table }, { table, column }))
  }
  for (const column of known) {
    // Editions of a quarter from before the column are as good as those with it.
    if (header.includes(column) || column === 'AFF10B5ONE') continue
    diagnostics.push(dataSetDiagnostic('R312', { path: table }, { table, column }))
  }
}

/** Numbers in digits, or ids of one letter and a number, by their size; without parsing, because they may be long. */
function compareNumbers(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
}

function complaint(code: DataSetCode, { table }: Row, data: Diagnostic['data']): Diagnostic {
  return dataSetDiagnostic(code, { path: table }, data)
}

function filingOf(
  filings: Map<AccessionNumber, DataSetFiling>,
  row: Row,
  diagnostics: Diagnostic[],
): DataSetFiling | undefined {
  const written = row.cell(dataSetColumns[row.table][0] as DataSetColumn)
  const accessionNumber = parseAccessionNumber(written)
  if (!accessionNumber) {
    diagnostics.push(complaint('R314', row, { table: row.table, row: row.number, value: written }))
    return undefined
  }
  const known = filings.get(accessionNumber)
  if (known) return known
  const sks = { NONDERIV_TRANS: [], NONDERIV_HOLDING: [], DERIV_TRANS: [], DERIV_HOLDING: [] }
  const filing = { accessionNumber, fileNumbers: new Map<string, string>(), sks, document: new OwnershipDocument() }
  filings.set(accessionNumber, filing)
  return filing
}

/** Adds to a document the part that a row of the table is. */
function targetIn(document: OwnershipDocument, table: Exclude<DataSetTableName, 'SUBMISSION'>): object {
  switch (table) {
    case 'REPORTINGOWNER':
      return added(document.reportingOwners, new ReportingOwner())
    case 'FOOTNOTES':
      if (!document.footnotes.present) document.footnotes = new Footnotes()
      return added(document.footnotes.footnotes, new Footnote('', ''))
    case 'OWNER_SIGNATURE':
      return added(document.ownerSignatures, new OwnerSignature())
    case 'NONDERIV_TRANS':
    case 'NONDERIV_HOLDING':
      if (!document.nonDerivativeTable.present) document.nonDerivativeTable = new OwnershipTable()
      return added(document.nonDerivativeTable.rows, new OwnershipRow(LINE_ELEMENTS[table]))
    case 'DERIV_TRANS':
    case 'DERIV_HOLDING':
      if (!document.derivativeTable.present) document.derivativeTable = new OwnershipTable()
      return added(document.derivativeTable.rows, new OwnershipRow(LINE_ELEMENTS[table]))
  }
}

const LINE_ELEMENTS = {
  NONDERIV_TRANS: 'nonDerivativeTransaction',
  NONDERIV_HOLDING: 'nonDerivativeHolding',
  DERIV_TRANS: 'derivativeTransaction',
  DERIV_HOLDING: 'derivativeHolding',
} as const satisfies Record<DataSetRowTableName, RowElement>

function added<T>(list: T[], item: T): T {
  list.push(item)
  return item
}

/** Takes the cells of a row, in our order of columns: a field's footnotes after its value. */
function take(row: Row, filing: DataSetFiling, target: object, diagnostics: Diagnostic[]): void {
  for (const column of dataSetColumns[row.table]) {
    const text = row.cell(column)
    if (text !== '') takeCell(column, text, row, filing, target, diagnostics)
  }
}

function takeCell(
  column: DataSetColumn,
  text: string,
  row: Row,
  filing: DataSetFiling,
  target: object,
  diagnostics: Diagnostic[],
): void {
  switch (column.from) {
    case 'accessionNumber':
      return
    case 'filingDate':
      filing.filedAsOf = dateOf(text)
      return
    case 'fileNumber': {
      const { cik } = (target as ReportingOwner).id
      filing.fileNumbers.set(cik.value ?? cik.written ?? '', text)
      return
    }
    case 'surrogateKey':
      filing.sks[row.table as DataSetRowTableName].push(text)
      return
    case 'value':
      putField(target, column.path, reported(column.path.leaf.type, writtenOf(column.path.leaf.type, text)))
      return
    case 'footnotes':
      putFootnotes(target, column.path, idsOf(text))
      return
    case 'groupFootnotes':
      ;(groupFor(target, column.path) as { footnotes: FootnoteId[] }).footnotes = idsOf(text)
      return
    case 'relationship':
      takeRelationship(target as ReportingOwner, text, row, diagnostics)
      return
    case 'footnoteId':
      ;(target as Footnote).id = text
      return
    case 'footnoteText':
      ;(target as Footnote).text = text
  }
}

function putFootnotes(target: object, path: ElementPath, footnotes: FootnoteId[]): void {
  putField(target, path, reported(path.leaf.type, fieldAt(target, path).written, { footnotes }))
}

function idsOf(text: string): FootnoteId[] {
  return text.split(',').map((id) => id.trim())
}

/** How a filing would write a cell. */
function writtenOf(type: ValueType, text: string): string {
  if (type === 'date') return dateOf(text)
  // `14706.0` is how the tables spell every whole number; a filing writes `14706`.
  if (type === 'decimal') return String(Decimal.parse(text) ?? text)
  return text
}

/** `02-APR-2023` as `2023-04-02`; anything else as it is. */
function dateOf(text: string): string {
  const [, day, month, year] = /^(\d\d)-([A-Za-z]{3})-(\d{4})$/.exec(text) ?? []
  const date = CalendarDate.of(Number(year), dataSetMonths.indexOf(month?.toUpperCase() ?? '') + 1, Number(day))
  return date ? String(date) : text
}

const WORDS = new RegExp(relationshipWords.map(([word]) => word).join('|'), 'g')

/** The words are found wherever they stand, because the SEC runs some together: `DirectorOther`. */
function takeRelationship(owner: ReportingOwner, text: string, row: Row, diagnostics: Diagnostic[]): void {
  const relationship = new ReportingOwnerRelationship()
  for (const [word, flag] of relationshipWords) {
    if (text.match(WORDS)?.includes(word)) relationship[flag] = reported('boolean', '1')
  }
  owner.relationship = relationship
  if (text.replace(WORDS, '').replace(/[,\s]/g, '') !== '') diagnostics.push(complaint('R321', row, { value: text }))
}
