import { type ColumnKey, type FormColumn, type FormNumber, formTables } from '@section16/core/facts'
import type { PrintedKey } from '@section16/core/render'
import { textsOf, type Whose, type Wording, worded } from './wording.ts'

export type TableName = 'I' | 'II'

const FORMS: readonly FormNumber[] = ['3', '4', '5']
const TABLES: readonly TableName[] = ['I', 'II']

/** A column of a form's table, its title taken apart. */
export interface HeadedColumn {
  readonly key: ColumnKey
  /** `2A`. */
  readonly number: string
  /** The heading that it shares with the other columns of its number; `undefined` where it is alone. */
  readonly group: string | undefined
  /** Its own heading, below that. */
  readonly own: string
}

/** Core's columns of a table in printed order; a title like `Transaction Code: V` is that of a group and a column. */
export function headedColumns(form: FormNumber, table: TableName): HeadedColumn[] {
  return [...Map.groupBy(formTables[form][table].columns, ({ number }) => number).values()].flatMap(headed)
}

function headed(columns: readonly FormColumn[]): HeadedColumn[] {
  const group = columns.length > 1 ? columns.at(-1)!.title.split(': ')[0] : undefined
  return columns.map(({ key, number, title }) => {
    const own = group === undefined ? title : title === group ? 'Code' : title.slice(group.length + 2)
    return { key, number, group, own }
  })
}

/** Headings over several columns, each of which has its own below. */
export type GroupName = 'transactionCode' | 'securities' | 'derivativeSecurities' | 'dates' | 'underlying'

export interface ColumnGroup {
  readonly keys: readonly ColumnKey[]
  readonly tables: readonly TableName[]
  readonly wordings: readonly Wording[]
}

function group(keys: readonly ColumnKey[], ...others: readonly Wording[]): ColumnGroup {
  const tables = TABLES.filter((table) => sharedHeadings(keys[0]!, table).length > 0)
  const texts = tables.flatMap((table) => sharedHeadings(keys[0]!, table))
  return { keys, tables, wordings: [...worded('sheet', ...new Set(texts)), ...others] }
}

const sharedHeadings = (key: ColumnKey, table: TableName): string[] =>
  FORMS.flatMap((form) => headedColumns(form, table)).flatMap((one) => (one.key === key ? (one.group ?? []) : []))

export const columnGroups: Readonly<Record<GroupName, ColumnGroup>> = {
  transactionCode: group(['code', 'voluntary']),
  securities: group(['amount', 'acquiredOrDisposed', 'price']),
  derivativeSecurities: group(
    ['acquired', 'disposed'],
    ...worded('print', 'Number of Derivative Securities Acquired (A) or Disposed (D)'),
  ),
  dates: group(['exerciseDate', 'expirationDate']),
  underlying: group(
    ['underlyingTitle', 'underlyingAmount'],
    ...worded('print', 'Title and Amount of Underlying Securities'),
  ),
}

/** A column's own heading. */
export interface ColumnWording extends Wording {
  /** The table that has it so; both where nothing is said. */
  readonly table?: TableName
}

const sheet = (key: ColumnKey): ColumnWording[] =>
  TABLES.flatMap((table) => {
    const own = FORMS.flatMap((form) => headedColumns(form, table)).filter((column) => column.key === key)
    return [...new Set(own.map((column) => column.own))].map((text) => ({ text, whose: 'sheet' as const, table }))
  })

const inTable = (table: TableName, whose: Whose, ...texts: readonly string[]): ColumnWording[] =>
  worded(whose, ...texts).map((wording) => ({ ...wording, table }))

/** Until 2002 the forms asked for what was owned at the end of the month or year. */
const owned = (table: TableName, what: string): ColumnWording[] => [
  ...inTable(table, 'print', `${what} at End of Month`),
  ...inTable(
    table,
    'filer',
    `${what} at the End of Month`,
    `${what} at the End of Issuer's Fiscal Year`,
    `${what} at End of Year`,
    what,
  ),
]

/** What the columns are called, 1991 to 2026, without the number before it and the instruction that it refers to. */
export const columnLabels: Readonly<Record<ColumnKey, readonly ColumnWording[]>> = {
  securityTitle: sheet('securityTitle'),
  conversionOrExercisePrice: [
    ...sheet('conversionOrExercisePrice'),
    ...worded('filer', 'Conversion or Exercise Price', 'Exercise Price'),
  ],
  transactionDate: [...sheet('transactionDate'), ...worded('short', 'Trans. Date', 'Date')],
  deemedExecutionDate: [...sheet('deemedExecutionDate'), ...worded('short', 'Deemed Execution')],
  code: sheet('code'),
  voluntary: sheet('voluntary'),
  amount: [...sheet('amount'), ...worded('short', 'Amount of Securities')],
  acquired: [...sheet('acquired'), ...worded('short', 'Acquired (A)')],
  disposed: [...sheet('disposed'), ...worded('short', 'Disposed of (D)')],
  acquiredOrDisposed: [
    ...sheet('acquiredOrDisposed'),
    ...worded('filer', 'A/D'),
    ...worded('short', 'Acquired (A) or Disposed of (D)', 'Acquired or Disposed'),
  ],
  exerciseDate: [...sheet('exerciseDate'), ...worded('short', 'Exercisable')],
  expirationDate: [...sheet('expirationDate'), ...worded('short', 'Expiration')],
  underlyingTitle: sheet('underlyingTitle'),
  underlyingAmount: [
    ...sheet('underlyingAmount'),
    ...worded('filer', 'Amount or Number of Shares or Value', 'Number of Shares'),
    ...worded('short', 'Amount'),
  ],
  price: sheet('price'),
  owned: [
    ...sheet('owned'),
    ...owned('I', 'Amount of Securities Beneficially Owned'),
    ...owned('II', 'Number of Derivative Securities Beneficially Owned'),
    ...worded(
      'short',
      'Amount Owned',
      'Number Owned',
      'Amount Beneficially Owned',
      'Amount Owned at End of Month',
      'Amount Owned at Month End',
      'Amount Owned at End of Year',
      'Amount Beneficially Owned at End of Month',
      'Amount Beneficially Owned at Year End',
    ),
  ],
  directOrIndirect: [
    ...sheet('directOrIndirect'),
    ...inTable('II', 'print', 'Ownership Form of Derivative Security: Direct (D) or Indirect (I)'),
    ...inTable('II', 'filer', 'Ownership of Derivative Security: Direct (D) or Indirect (I)'),
    ...worded('filer', 'Ownership Form'),
    ...worded('short', 'Direct (D) or Indirect (I)', 'D or I', 'D/I', 'Form of Ownership', 'Direct or Indirect'),
  ],
  natureOfOwnership: [
    ...sheet('natureOfOwnership'),
    ...worded('filer', 'Nature of Indirect Ownership'),
    ...worded('short', 'Nature of Ownership'),
  ],
}

/** What a column is called in a table. */
export const wordingsOf = (key: ColumnKey, table: TableName, whose: readonly Whose[]): string[] =>
  textsOf(
    columnLabels[key].filter((wording) => (wording.table ?? table) === table),
    whose,
  )

/** What a column has below the heading that it shares with others; `undefined` where it shares none in this table. */
export function ownHeading(key: ColumnKey, table?: TableName): string | undefined {
  const isShared = Object.values(columnGroups).some(
    ({ keys, tables }) => keys.includes(key) && (table === undefined || tables.includes(table)),
  )
  return isShared ? columnLabels[key][0]!.text : undefined
}

/** The instructions that the headings refer to; they differ from form to form and edition to edition. */
export const columnHints: Readonly<Partial<Record<ColumnKey | GroupName, readonly string[]>>> = {
  securityTitle: ['(Instr. 3)', '(Instr. 4)'],
  conversionOrExercisePrice: ['(Instr. 5)'],
  transactionCode: ['(Instr. 8)'],
  securities: ['(Instr. 3, 4 and 5)'],
  derivativeSecurities: ['(Instr. 3, 4, and 5)'],
  underlying: ['(Instr. 3 and 4)', '(Instr. 4)'],
  price: ['(Instr. 5)'],
  owned: ['(Instr. 3 and 4)', '(Instr. 4)'],
  directOrIndirect: ['(Instr. 4)'],
  natureOfOwnership: ['(Instr. 4)', '(Instr. 5)'],
}

/** What our pages head a column with that a form does not have and a filing needs: as Form 4 does, Table II before I. */
export const extraTitles: ReadonlyMap<PrintedKey, string> = new Map<PrintedKey, string>([
  ['transactionValue', 'transactionValue'],
  ...TABLES.flatMap((table) => formTables[4][table].columns.map(({ key, title }) => [key, title] as const)),
])
