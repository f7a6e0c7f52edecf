import type { FormNumber } from '@section16/core/facts'
import type { PaperRow } from '../../form/paperForm.ts'
import { likeness } from '../../labels/likeness.ts'
import type { Word } from '../../page/page.ts'
import type { GridLine } from '../text/grid.ts'
import { isPrint } from '../text/print.ts'
import { type Assignment, assign } from './assign.ts'
import { columnsOf } from './borders.ts'
import { type ColumnSet, columnSets } from './columnKeys.ts'
import { columnNumbers, type TypedTable, tablesIn } from './heading.ts'
import { readList } from './list.ts'
import { readRows } from './rows.ts'

/** The rows of Table I or II, and the words of its print. */
export interface Table {
  readonly rows: readonly PaperRow[]
  readonly print: readonly Word[]
}

/** Reads all that a form types as one of its tables: lists, tables in columns, and such as go on below or overleaf. */
export function readTable(
  lines: readonly GridLine[],
  form: FormNumber,
  table: 'I' | 'II',
  footnotes: ReadonlySet<string>,
): Table {
  const sets = columnSets(form, table)
  const title = lines.filter((line) => isPrint(line.words)).flatMap((line) => line.words)
  for (const set of sets) {
    const list = readList(lines, set, footnotes)
    if (list && list.rows.length > 0) return { rows: list.rows, print: [...title, ...list.print] }
  }
  const tables = tablesIn(lines)
  const print = [...title, ...tables.flatMap(({ heading }) => heading.flatMap(({ words }) => words))]
  let rows: readonly PaperRow[] = []
  for (const typed of tables) rows = withMore(rows, rowsOf(typed, sets, footnotes), isSecondHalf(typed))
  return { rows, print }
}

function rowsOf(typed: TypedTable, sets: readonly ColumnSet[], footnotes: ReadonlySet<string>): readonly PaperRow[] {
  const body = typed.body.filter((line) => !isPrint(line.words))
  const columns = columnsOf({ heading: typed.heading, body })
  if (!columns) return []
  const best = sets
    .map((set) => assign(columns, typed.heading, set))
    .reduce<Assignment | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined)
  return readRows(columns, body, best!, footnotes)
}

/** Whether a table is the rest of the columns of the table above it: its numbers begin behind 3, but for a title's 1. */
function isSecondHalf({ heading }: TypedTable): boolean {
  const numbers = heading.flatMap(columnNumbers).map(({ number }) => Number.parseInt(number, 10))
  const later = numbers.filter((number) => number > 1)
  return later.length > 0 && Math.min(...later) > 3
}

/**
 * The rows of a table that goes on: further rows, or for a second half the same rows' other columns, row by row. Where
 * the halves do not have as many rows, or their titles differ, the second half is in no row.
 */
function withMore(rows: readonly PaperRow[], more: readonly PaperRow[], isRest: boolean): readonly PaperRow[] {
  if (!isRest) return [...rows, ...more]
  const from = rows.length - more.length
  if (from < 0 || (from > 0 && rows.slice(0, from).length > 0)) return rows
  if (!more.every((row, i) => isSameRow(rows[i]!, row))) return rows
  return rows.map((row, i) => ({ ...more[i], ...row }))
}

function isSameRow(row: PaperRow, other: PaperRow): boolean {
  const shared = Object.keys(other).filter((key) => key in row)
  const isTitleOnly = shared.every((key) => key === 'securityTitle')
  const titles = [row.securityTitle, other.securityTitle]
  return isTitleOnly && (!titles[0] || !titles[1] || likeness(titles[0].text, titles[1].text) > 0.9)
}
