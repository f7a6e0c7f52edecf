import type { ColumnKey } from '@section16/core/facts'
import type { PaperCell, PaperForm, PaperRow } from '../form/paperForm.ts'
import { readAmounts } from './amounts.ts'
import { readCoding } from './coding.ts'
import { type FieldReader, readCell, readText } from './fieldReader.ts'
import { readDirectIndirect } from './readCode.ts'
import { readDate } from './readDate.ts'
import { BLANK, isBlankMark } from './reading.ts'
import { readNumber } from './readNumber.ts'
import type { ReadRow } from './readRow.ts'
import { settleRow } from './settleRow.ts'

/** The lines of a table, and what of it is none. */
export interface ReadRows {
  readonly rows: readonly ReadRow[]
  /** Lines that say nothing but `None`. */
  readonly empty: readonly PaperRow[]
  /** Cells for which their line has no element. */
  readonly unplaced: readonly PaperCell[]
}

/** The lines of one table, in printed order. */
export function readRows(reader: FieldReader, form: PaperForm, table: 'I' | 'II'): ReadRows {
  const rows: ReadRow[] = []
  const unplaced: PaperCell[] = []
  const empty: PaperRow[] = []
  for (const cells of form.rows[table]) {
    if (isEmpty(reader, cells)) empty.push(cells)
    else rows.push(readRow(reader, form, table, cells, unplaced))
  }
  return { rows, empty, unplaced }
}

/** Typists write `None` into a table, or dashes; a print of XML has no such line unless somebody filed it. */
function isEmpty({ isPrintOfXml }: FieldReader, cells: PaperRow): boolean {
  const said = Object.values(cells).filter((cell) => cell.marks.length > 0 || !isBlankMark(cell.text))
  return said.length === 0 && !(isPrintOfXml && cells.securityTitle !== undefined)
}

function readRow(
  reader: FieldReader,
  form: PaperForm,
  table: 'I' | 'II',
  printed: PaperRow,
  unplaced: PaperCell[],
): ReadRow {
  const isTransaction = form.form !== '3' && isTransactionLine(printed)
  const { cells, unplaced: homeless } = apart(printed, isTransaction)
  unplaced.push(...homeless)
  const kind = isTransaction ? 'Transaction' : 'Holding'
  const path = reader.draft.addRow(`${table === 'I' ? 'nonDerivative' : 'derivative'}${kind}`)
  const row = { path, isTransaction, cells }
  readPlain(reader, row, table)
  readCoding(reader, row, form.form)
  readAmounts(reader, row, table)
  settleRow(reader, row, table)
  return row
}

/** Only what happened has these. */
const TRANSACTION: readonly ColumnKey[] = ['code', 'amount', 'acquired', 'disposed', 'acquiredOrDisposed']

/** A date alone makes a transaction; words in its place (`Previously reported`) do not. */
function isTransactionLine(cells: PaperRow): boolean {
  const date = cells.transactionDate
  if (TRANSACTION.some((key) => says(cells[key]))) return true
  return date !== undefined && says(date) && readDate(date.text).kind !== 'misfit'
}

/** What a holding has no element for. */
const OF_TRANSACTIONS: readonly ColumnKey[] = ['transactionDate', 'deemedExecutionDate', 'voluntary', 'price']

/** The cells of a line that a holding has a place for, and those that it has none for. */
function apart(cells: PaperRow, isTransaction: boolean): { cells: PaperRow; unplaced: PaperCell[] } {
  const isHomeless = (key: ColumnKey) => !isTransaction && OF_TRANSACTIONS.includes(key) && says(cells[key])
  const entries = Object.entries(cells) as [ColumnKey, PaperCell][]
  return {
    cells: Object.fromEntries(entries.filter(([key]) => !isHomeless(key))),
    unplaced: entries.flatMap(([key, cell]) => (isHomeless(key) ? [cell] : [])),
  }
}

/** Whether a cell says something; a code cell that only says on which form a holding belonged does not. */
function says(cell: PaperCell | undefined): boolean {
  return cell !== undefined && (cell.marks.length > 0 || !isBlankMark(cell.text)) && !/^[345]$/.test(cell.text)
}

/** The columns that are one field each. */
function readPlain(reader: FieldReader, { path, cells }: ReadRow, table: 'I' | 'II'): void {
  const text = (printed: string) => readText(reader, printed)
  const money = (printed: string) => readNumber(printed, { column: 'money', isOcr: reader.isOcr })
  readCell(reader, `${path}/securityTitle`, cells.securityTitle, text)
  readCell(reader, `${path}/transactionDate`, cells.transactionDate, readDate)
  readCell(reader, `${path}/deemedExecutionDate`, cells.deemedExecutionDate, readDate)
  readCell(reader, `${path}/ownershipNature/directOrIndirectOwnership`, cells.directOrIndirect, readDirectIndirect)
  readCell(reader, `${path}/ownershipNature/natureOfOwnership`, cells.natureOfOwnership, (printed) =>
    !reader.isPrintOfXml && isBlankMark(printed) ? BLANK : text(printed),
  )
  readCell(reader, `${path}/transactionAmounts/transactionPricePerShare`, cells.price, money)
  if (table === 'I') return
  readCell(reader, `${path}/conversionOrExercisePrice`, cells.conversionOrExercisePrice, money)
  readCell(reader, `${path}/exerciseDate`, cells.exerciseDate, readDate)
  readCell(reader, `${path}/expirationDate`, cells.expirationDate, readDate)
  readCell(reader, `${path}/underlyingSecurity/underlyingSecurityTitle`, cells.underlyingTitle, text)
}
