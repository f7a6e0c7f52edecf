import { type ColumnKey, type FormTable, formTables } from '../facts/formColumns.ts'
import type { PrintedKey, PrintedRow } from './printedRow.ts'

/** A column as it is printed with the rows of one filing. */
export interface PrintedColumn {
  readonly key: PrintedKey
  /** `2A`; empty for a column that the form does not have. */
  readonly number: string
  readonly title: string
  /** A heading of a few letters; soft hyphens say where a word may be broken. */
  readonly short: string
  /** A heading that says enough by itself. */
  readonly name: string
  /** Nothing stands in it. */
  readonly empty: boolean
}

/** The form's columns, then those for which the form has none and this filing something to say. */
export function printedColumns(table: FormTable, rows: readonly PrintedRow[]): PrintedColumn[] {
  const has = (key: PrintedKey) => rows.some((row) => row[key].length > 0)
  const columns = table.columns.map(
    ({ key, number, title, short }): PrintedColumn => ({
      key,
      number,
      title,
      short,
      name: nameOf(key, short),
      empty: !has(key),
    }),
  )
  const known = new Set<string>(table.columns.map(({ key }) => key))
  const extra = (Object.keys(rows[0] ?? {}) as PrintedKey[]).filter((key) => !known.has(key) && has(key))
  const price = columns.findIndex(({ key }) => key === 'price')
  for (const key of extra) {
    const titles = EXTRA_TITLES.get(key) ?? { title: key, short: key }
    const column = { key, number: '', ...titles, name: nameOf(key, titles.short), empty: false }
    if (key === 'transactionValue' && price >= 0) {
      columns.splice(price + 1, 0, { ...column, number: columns[price]!.number })
    } else columns.push(column)
  }
  return columns
}

const EXTRA_TITLES: ReadonlyMap<PrintedKey, { title: string; short: string }> = new Map<
  PrintedKey,
  { title: string; short: string }
>([
  ['transactionValue', { title: 'transactionValue', short: 'trans\u00adaction\u00adValue' }],
  ...Object.values(formTables[4]).flatMap(({ columns }) =>
    columns.map(({ key, title, short }): [ColumnKey, { title: string; short: string }] => [key, { title, short }]),
  ),
])

/** Headings that say little without those beside them. */
const NAMES: Partial<Record<PrintedKey, string>> = {
  voluntary: 'V (voluntarily early)',
  code: 'Transaction Code',
  acquired: 'Acquired (A)',
  disposed: 'Disposed of (D)',
  acquiredOrDisposed: 'Acquired or Disposed of',
  deemedExecutionDate: 'Deemed Execution Date',
  underlyingAmount: 'Underlying Amount',
  directOrIndirect: 'Direct or Indirect',
}

const nameOf = (key: PrintedKey, short: string) => NAMES[key] ?? short.replaceAll('\u00ad', '')

/** Columns of amounts, whose digits stand below one another. */
export const NUMERIC: ReadonlySet<PrintedKey> = new Set([
  'conversionOrExercisePrice',
  'amount',
  'acquired',
  'disposed',
  'underlyingAmount',
  'price',
  'transactionValue',
  'owned',
])

/** What a holding has none of. */
export const OF_TRANSACTIONS: ReadonlySet<PrintedKey> = new Set([
  'transactionDate',
  'deemedExecutionDate',
  'code',
  'voluntary',
  'amount',
  'acquired',
  'disposed',
  'acquiredOrDisposed',
  'price',
  'transactionValue',
])

/** Said below a table that has the column `transactionValue`. */
export const TRANSACTION_VALUE_REMARK =
  'transactionValue is the price column of schema X0101, a price per share in some filings and a total in others. ' +
  'What it is here is told by the filing itself, or open where nothing in it tells.'
