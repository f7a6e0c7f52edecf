import { type ColumnKey, type FormColumn, type FormNumber, formTables } from '@section16/core/facts'

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

/** `transactionValue` stands on our pages only, see the columns of core's printed forms. */
export type TableKey = ColumnKey | 'transactionValue'

/** The headings of a table in printed order, then those that our pages add where a form has no column for something. */
export function headingsOf(form: FormNumber, which: 'I' | 'II'): HeadingGroup<TableKey>[] {
  const { columns } = formTables[form][which]
  const known = new Set<TableKey>(columns.map(({ key }) => key))
  if (known.has('price')) known.add('transactionValue')
  return [...grouped(columns), ...EXTRA.filter(({ leaves }) => !known.has(leaves[0]!.key))]
}

function grouped(columns: readonly FormColumn[]): HeadingGroup<TableKey>[] {
  const groups = [...Map.groupBy(columns, ({ number }) => number)]
  return groups.map(([number, group]) => {
    const [first] = group as [FormColumn, ...FormColumn[]]
    const common = group.find(({ title }) => title.includes(': '))?.title.split(': ')[0]
    const value: Leaf<TableKey>[] = group.some(({ key }) => key === 'price')
      ? [{ key: 'transactionValue', label: 'transactionValue', isExtra: true }]
      : []
    if (group.length === 1 || common === undefined) {
      return { number, label: first.title, leaves: [{ key: first.key, label: '' }, ...value], isExtra: false }
    }
    const leaves = group.map(
      ({ key, title }): Leaf<TableKey> => ({
        key,
        label: title === common ? 'Code' : title.slice(common.length + 2),
      }),
    )
    return { number, label: common, leaves: [...leaves, ...value], isExtra: false }
  })
}

/** In the order in which they are added, each over one column, with the whole title. */
const EXTRA_KEYS: readonly TableKey[] = [
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

const TITLES: ReadonlyMap<string, string> = new Map(
  Object.values(formTables[4]).flatMap(({ columns }) => columns.map(({ key, title }) => [key, title] as const)),
)

const EXTRA: readonly HeadingGroup<TableKey>[] = EXTRA_KEYS.map((key) => ({
  number: '',
  label: TITLES.get(key) ?? key,
  leaves: [{ key, label: '' }],
  isExtra: true,
}))
