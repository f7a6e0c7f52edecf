import type { FormNumber } from '@section16/core/facts'
import type { PrintedKey } from '@section16/core/render'
import { extraTitles, type HeadedColumn, headedColumns, type TableName } from '../../labels/columnLabels.ts'

/** A column with a heading of its own below that of its group. */
export interface Leaf<Key> {
  readonly key: Key
  readonly label: string
  /** Only where a filing has something to say that its form has no column for. */
  readonly isExtra?: boolean
}

/** One heading of a table: over one column, or over several with headings of their own. */
export interface HeadingGroup<Key> {
  /** `2A`; empty where there is none. */
  readonly number: string
  readonly label: string
  /** One with an empty label, where the heading is over one column. */
  readonly leaves: readonly Leaf<Key>[]
  /** Only where a filing has something to say that its form has no column for. */
  readonly isExtra: boolean
}

/** The headings of a table in printed order, then those that our pages add where a form has no column for something. */
export function headingsOf(form: FormNumber, which: TableName): HeadingGroup<PrintedKey>[] {
  const columns = headedColumns(form, which)
  const known = new Set<PrintedKey>(columns.map(({ key }) => key))
  if (known.has('price')) known.add('transactionValue')
  const groups = [...Map.groupBy(columns, ({ number }) => number).values()]
  return [...groups.map(headingOf), ...EXTRA.filter(({ leaves }) => !known.has(leaves[0]!.key))]
}

function headingOf(columns: readonly HeadedColumn[]): HeadingGroup<PrintedKey> {
  const { number, group, own } = columns[0]!
  const leaves = columns.map((column) => ({ key: column.key, label: group === undefined ? '' : column.own }))
  const value: Leaf<PrintedKey>[] = leaves.some(({ key }) => key === 'price')
    ? [{ key: 'transactionValue', label: 'transactionValue', isExtra: true }]
    : []
  return { number, label: group ?? own, leaves: [...leaves, ...value], isExtra: false }
}

/** In the order in which they are added, each over one column, with the whole title. */
const EXTRA_KEYS: readonly PrintedKey[] = [
  'conversionOrExercisePrice',
  'transactionDate',
  'deemedExecutionDate',
  'code',
  'voluntary',
  'acquired',
  'disposed',
  'amount',
  'acquiredOrDisposed',
  'exerciseDate',
  'expirationDate',
  'underlyingTitle',
  'underlyingAmount',
  'price',
  'transactionValue',
  'owned',
  'directOrIndirect',
  'natureOfOwnership',
]

const EXTRA: readonly HeadingGroup<PrintedKey>[] = EXTRA_KEYS.map((key) => ({
  number: '',
  label: extraTitles.get(key) ?? key,
  leaves: [{ key, label: '' }],
  isExtra: true,
}))
