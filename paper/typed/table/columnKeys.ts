import { type ColumnKey, type FormNumber, formTables } from '@section16/core/facts'
import { columnGroups, columnHints, columnLabels, type GroupName, ownHeading } from '../../labels/columnLabels.ts'
import { folded } from '../../labels/likeness.ts'
import { ALL, PLAIN, textsOf, type Wording, withoutDay } from '../../labels/wording.ts'

/** A column that a form may print, with all that is known of its heading. */
export interface KnownColumn {
  readonly key: ColumnKey
  /** `2A`. */
  readonly number: string
  /** Headings as printed in 1991 to 2003, folded. */
  readonly headings: readonly string[]
  /** The last words of the heading, under the words that several columns share, folded. */
  readonly lowest: readonly string[]
}

/** A heading as it may be typed: with the instruction that it refers to, or without. */
function typed(name: ColumnKey | GroupName, wordings: readonly Wording[]): string[] {
  const whole = textsOf(wordings, PLAIN).flatMap((text) => [text, withoutDay(text)])
  const hints = columnHints[name] ?? []
  const hinted = whole.flatMap((text) => hints.map((hint) => `${text} ${hint}`))
  return [...new Set([...whole, ...hinted, ...textsOf(wordings, ALL)])]
}

const GROUPS = Object.entries(columnGroups).map(([name, { keys, wordings }]) => ({
  keys,
  headings: typed(name as GroupName, wordings),
}))

/** A code may stand alone under the heading that it shares with `V`. */
const CODES = GROUPS.filter(({ keys }) => keys.includes('code')).flatMap(({ headings }) => headings)

const headingsOf = (key: ColumnKey): string[] => [
  ...typed(key, columnLabels[key]),
  ...(key === 'code' ? CODES.flatMap((text) => [text, `${text} Code`]) : []),
]

/** What is left of a heading in the last line of a narrow column. */
const SCRAPS: Readonly<Partial<Record<ColumnKey, readonly string[]>>> = {
  amount: ['Number'],
  acquiredOrDisposed: ['A/D', 'A or D', '(A)/(D)', 'or (D)'],
  exerciseDate: ['Exercisable', 'Exer-'],
  expirationDate: ['Expiration'],
  underlyingAmount: ['Number of Shares', 'Amount', 'Shares', 'Number'],
}

const lowestOf = (key: ColumnKey): string[] => [ownHeading(key) ?? [], SCRAPS[key] ?? []].flat()

const KEYS = Object.keys(columnLabels) as ColumnKey[]
const KNOWN: ReadonlyMap<ColumnKey, Omit<KnownColumn, 'number'>> = new Map(
  KEYS.map((key) => [key, { key, headings: headingsOf(key).map(folded), lowest: lowestOf(key).map(folded) }]),
)

const known = (key: ColumnKey, number: string): KnownColumn => ({ ...KNOWN.get(key)!, number })

/** The columns that a table may have, in printed order, each way of printing them (see `columnSets`). */
export type ColumnSet = readonly KnownColumn[]

/**
 * The ways in which a form prints the columns of a table: column 5 of Table II either as `(A)` and `(D)` or as an amount
 * with `A/D`. A typist's Form 5 may have a column V.
 */
export function columnSets(form: FormNumber, table: 'I' | 'II'): readonly ColumnSet[] {
  const own = formTables[form][table].columns.flatMap(({ key, number }, i, all) =>
    key === 'code' && all[i + 1]?.key !== 'voluntary'
      ? [known(key, number), known('voluntary', number)]
      : [known(key, number)],
  )
  if (!own.some(({ key }) => key === 'acquired')) return [own]
  const other = own.map((column) =>
    column.key === 'acquired'
      ? known('amount', column.number)
      : column.key === 'disposed'
        ? known('acquiredOrDisposed', column.number)
        : column,
  )
  return [own, other]
}

/** The letters of all headings of a form's tables: a heading's words, however cut, are parts of them. */
export const HEADING_LETTERS = folded(
  [
    ...KEYS.flatMap(headingsOf),
    ...GROUPS.flatMap(({ keys, headings }) => [...headings, ...keys.flatMap((key) => ownHeading(key) ?? [])]),
    'Transaction Code V mm/dd/yy mm/dd/yyyy Execution Date, if any Owned at End of Issuer’s Fiscal Year End Month-End Year-End (repeated)',
  ].join(' '),
)
