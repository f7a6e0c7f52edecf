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

/** The lines of one table, in printed order. Lines that say nothing but `None` are no lines, and are returned apart. */
export function readRows(
  reader: FieldReader,
  form: PaperForm,
  table: 'I' | 'II',
): { rows: ReadRow[]; empty: PaperRow[] } {
  const rows: ReadRow[] = []
  const empty: PaperRow[] = []
  for (const cells of form.rows[table]) {
    if (isEmpty(reader, cells)) empty.push(cells)
    else rows.push(readRow(reader, form, table, cells))
  }
  return { rows, empty }
}

/** Typists write `None` into a table, or dashes; a print of XML has no such line unless somebody filed it. */
function isEmpty({ isPrintOfXml }: FieldReader, cells: PaperRow): boolean {
  const said = Object.values(cells).filter((cell) => cell.marks.length > 0 || !isBlankMark(cell.text))
  return said.length === 0 && !(isPrintOfXml && cells.securityTitle !== undefined)
}

function readRow(reader: FieldReader, form: PaperForm, table: 'I' | 'II', cells: PaperRow): ReadRow {
  const isTransaction = form.form !== '3' && TRANSACTION.some((key) => says(cells[key]))
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
const TRANSACTION: readonly ColumnKey[] = [
  'transactionDate',
  'code',
  'amount',
  'acquired',
  'disposed',
  'acquiredOrDisposed',
]

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
