import { type ColumnKey, type FormNumber, formTables } from '@section16/core/facts'
import {
  columnGroups,
  columnHints,
  columnLabels as labels,
  ownHeading,
  type TableName,
} from '../labels/columnLabels.ts'
import { textsOf, withoutDay } from '../labels/wording.ts'

/** How the heading of a column is printed: in the lines above it together, and in the last of them by itself. */
export interface ColumnLabel {
  readonly key: ColumnKey
  readonly texts: readonly string[]
}

/** What else a column's heading may be: of wrapped ones the end, and a code's with the instruction, on any form. */
const OTHERS: Readonly<Partial<Record<ColumnKey, readonly string[]>>> = {
  underlyingAmount: textsOf(labels.underlyingAmount, ['short']),
  code: textsOf(columnGroups.transactionCode.wordings, ['sheet']).flatMap((text) =>
    ['3', '4'].flatMap((number) => columnHints.transactionCode!.map((hint) => `${number}. ${text} ${hint}`)),
  ),
}

/** The columns of a table in printed order, each with its headings. */
export function columnLabels(form: FormNumber, table: TableName): ColumnLabel[] {
  return formTables[form][table].columns.map(({ key, number, title }) => {
    const [, part = title] = title.split(': ')
    const own = [part, withoutDay(part), ownHeading(key, table) ?? [], OTHERS[key] ?? []].flat()
    return { key, texts: [...new Set([`${number}. ${title}`, ...own])] }
  })
}
