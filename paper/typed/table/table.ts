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
import { type ListRows, readList } from './list.ts'
import { doubtedRow, type Rows, readRows } from './rows.ts'

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
  const list = sets
    .flatMap((set) => readList(lines, set, footnotes) ?? [])
    .reduce<ListRows | undefined>((a, b) => (a && cellCount(a) >= cellCount(b) ? a : b), undefined)
  if (list && list.rows.length > 0) return { rows: list.rows, print: [...title, ...list.print] }
  const tables = tablesIn(lines)
  const headings = tables.flatMap(({ heading }) => heading.flatMap(({ words }) => words))
  const print = [...title, ...headings, ...tables.flatMap(({ body }) => rowMarks(body))]
  let all: Rows = { rows: [], isDoubtful: false }
  for (const [i, typed] of tables.entries()) {
    const isRest = isSecondHalf(typed)
    if (isRest && !isMarkedAlike(tables[i - 1], typed)) continue
    all = withMore(all, rowsOf(typed, sets, footnotes), isRest)
  }
  return { rows: all.rows, print }
}

function cellCount({ rows }: ListRows): number {
  return rows.reduce((sum, row) => sum + Object.keys(row).length, 0)
}

function rowsOf(typed: TypedTable, sets: readonly ColumnSet[], footnotes: ReadonlySet<string>): Rows {
  const body = unnumbered(typed.body.filter((line) => !isPrint(line.words)))
  const columns = columnsOf({ heading: typed.heading, body })
  if (!columns) return { rows: [], isDoubtful: false }
  const best = sets
    .map((set) => assign(columns, typed.heading, set))
    .reduce<Assignment | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined)
  return readRows(columns, body, best!, footnotes)
}

/** Lines without the numbers or letters of their rows: `(1)`, `(2)` … or `a.`, `b.` … before two lines or more. */
function unnumbered(body: readonly GridLine[]): readonly GridLine[] {
  const marks = rowMarks(body)
  return body.map((line) => ({ ...line, words: line.words.filter((word) => !marks.includes(word)) }))
}

function rowMarks(body: readonly GridLine[]): readonly Word[] {
  const first = firstMarks(body)
  const isInOrder = marksOf(first).every((mark, i) => mark === String(i + 1) || mark === String.fromCharCode(97 + i))
  return first.length > 1 && isInOrder && new Set(first.map(({ place }) => place.left)).size === 1 ? first : []
}

/** The words that could be marks of rows, first on their lines. */
function firstMarks(body: readonly GridLine[]): readonly Word[] {
  return body.flatMap(({ words }) => (words[0] && /^\(?(?:\d{1,2}|[a-z])[.)]+$/i.test(words[0].text) ? [words[0]] : []))
}

function marksOf(words: readonly Word[]): readonly string[] {
  return words.map(({ text }) => text.replace(/\W/g, '').toLowerCase())
}

/** Whether two halves of a table may be of the same rows: where both mark them, by the same marks. */
function isMarkedAlike(above: TypedTable | undefined, rest: TypedTable): boolean {
  const [own, other] = [above?.body ?? [], rest.body].map((body) => marksOf(firstMarks(body)))
  return own!.length === 0 || other!.length === 0 || own!.join() === other!.join()
}

/** Whether a table is the rest of the columns of the table above it: its numbers begin behind 3, but for a title's 1. */
function isSecondHalf({ heading }: TypedTable): boolean {
  const numbers = heading.flatMap(columnNumbers).map(({ number }) => Number.parseInt(number, 10))
  const later = numbers.filter((number) => number > 1)
  return later.length > 1 && Math.min(...later) > 3
}

/**
 * The rows of a table that goes on: further rows, or for a second half the same rows' other columns, row by row. Where
 * the halves do not have as many rows, or their titles differ, the second half is in no row. A doubtful row of either
 * makes all doubtful, since a row might stand against its neighbour's half.
 */
function withMore(above: Rows, more: Rows, isRest: boolean): Rows {
  const isDoubtful = above.isDoubtful || more.isDoubtful
  if (!isRest) return { rows: [...above.rows, ...more.rows], isDoubtful }
  const isOneForOne =
    above.rows.length === more.rows.length && more.rows.every((row, i) => isSameRow(above.rows[i]!, row))
  if (!isOneForOne) return above
  const rows = above.rows.map((row, i) => oneRow(row, more.rows[i]!))
  return { rows: isDoubtful ? rows.map(doubtedRow) : rows, isDoubtful }
}

/** Two halves of a row; a title that stands in both is read from both. */
function oneRow(row: PaperRow, rest: PaperRow): PaperRow {
  const [title, again] = [row.securityTitle, rest.securityTitle]
  const both = title && again && { securityTitle: { ...title, words: [...title.words, ...again.words] } }
  return { ...rest, ...row, ...both }
}

function isSameRow(row: PaperRow, other: PaperRow): boolean {
  const shared = Object.keys(other).filter((key) => key in row)
  const isTitleOnly = shared.every((key) => key === 'securityTitle')
  const titles = [row.securityTitle, other.securityTitle]
  return isTitleOnly && (!titles[0] || !titles[1] || likeness(titles[0].text, titles[1].text) > 0.9)
}
