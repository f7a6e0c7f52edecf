import type { ColumnKey } from '@section16/core/facts'
import type { PaperCell, PaperRow } from '../../form/paperForm.ts'
import { doubted, textOf } from '../text/words.ts'
import type { Assignment } from './assign.ts'
import type { Columns, Part } from './borders.ts'
import { isHeadingWord } from './heading.ts'
import { type Cutting, isCutInWord, isFull, join } from './join.ts'
import { withoutMarks } from './marks.ts'
import { type BodyLine, type RowLines, rowsOf } from './rowLines.ts'
import { fit } from './shapes.ts'
import { split } from './split.ts'

const DOUBT = 0.5

/** The rows of a table. */
export interface Rows {
  readonly rows: readonly PaperRow[]
  /** Whether the lines of a row might be of two. */
  readonly isDoubtful: boolean
}

/** Reads rows, their columns known. What does not fit where it stands is in no cell. */
export function readRows(
  columns: Columns,
  body: readonly { readonly isRule: boolean }[],
  assignment: Assignment,
  footnotes: ReadonlySet<string>,
): Rows {
  const keyed = { ...columns, keys: assignment.keys }
  const rows = rowsOf(bodyLines(columns.lines, body), keyed)
  const cutting = cuttingOf(rows, columns, assignment)
  const read = rows
    .map((row) => rowOf(row, columns, assignment, cutting, footnotes))
    .filter((row) => isFilled(row) && !isHeadingRow(row) && !saysNothing(row))
  return { rows: read, isDoubtful: rows.some(({ isDoubtful }) => isDoubtful) }
}

function bodyLines(lines: Columns['lines'], body: readonly { readonly isRule: boolean }[]): readonly BodyLine[] {
  const result: BodyLine[] = []
  let isRuled = false
  let isApart = false
  for (const [i, parts] of lines.entries()) {
    if (parts.length > 0) {
      result.push({ parts, isRuled, isApart })
      isRuled = false
      isApart = false
    } else if (body[i]!.isRule) isRuled = true
    else isApart = true
  }
  return result
}

/** How the table wraps, by all its wrapped cells together. */
function cuttingOf(rows: readonly RowLines[], columns: Columns, { keys }: Assignment): Cutting {
  const seams = rows.flatMap((row) =>
    [...Map.groupBy(row.lines.flat(), (part) => part.column)].flatMap(([column, parts]) =>
      parts
        .slice(1)
        .map((next, i) => ({ key: keys[column]?.[0], column: columns.columns[column]!, above: parts[i]!, next })),
    ),
  )
  const worded = seams.filter(
    ({ above, next }) => /[a-z]{2}/i.test(textOf(above.words)) && /\w/.test(textOf(next.words)),
  )
  const areFull = worded.every(({ above, column }) => isFull(above, column, columns.padding + 1))
  if (!columns.isShown || seams.length === 0 || !areFull) return 'betweenWords'
  const isProved = seams.some(
    ({ key, above, next }) => key && isCutInWord(key, textOf(above.words), textOf(next.words)),
  )
  return isProved ? 'anywhere' : 'unknown'
}

function rowOf(
  row: RowLines,
  columns: Columns,
  { keys, certainty }: Assignment,
  cutting: Cutting,
  footnotes: ReadonlySet<string>,
): PaperRow {
  const cells: Partial<Record<ColumnKey, PaperCell>> = {}
  for (const [column, parts] of Map.groupBy(row.lines.flat(), (part) => part.column)) {
    const own = keys[column]
    if (!own) continue
    const sure = certainty[column]!
    if (own.length > 1) Object.assign(cells, splitCells(own, parts, sure, footnotes))
    else {
      const cell = cellFrom(own[0]!, parts, columns, column, cutting, sure, footnotes)
      if (cell) cells[own[0]!] = cell
    }
  }
  return row.isDoubtful ? doubtedRow(cells) : cells
}

function isFilled(row: PaperRow): boolean {
  return Object.values(row).some(({ text, marks }) => /\w/.test(text) || marks.length > 0)
}

/** `None` in the column of titles, and nothing else: no row. */
export function saysNothing(row: PaperRow): boolean {
  const said = Object.entries(row).filter(([, { text, marks }]) => /\w/.test(text) || marks.length > 0)
  return said.length === 1 && said[0]![0] === 'securityTitle' && NOTHING.test(said[0]![1].text)
}

const NOTHING = /^\W*(?:none|nil|n\/?a|not applicable)\W*$/i

/** Words of a heading that was typed below its rule: no number, and nothing but headings' words. */
function isHeadingRow(row: PaperRow): boolean {
  const words = Object.values(row).flatMap((cell) => cell.words.filter(({ text }) => /[A-Za-z]/.test(text)))
  return (
    words.length > 2 &&
    !words.some(({ text }) => /\d/.test(text)) &&
    words.filter(isHeadingWord).length >= 0.8 * words.length
  )
}

/** The same row, none of it sure. */
export function doubtedRow(row: PaperRow): PaperRow {
  return Object.fromEntries(
    Object.entries(row).map(([key, cell]) => [key, { ...cell, words: doubted(cell.words, DOUBT) }]),
  )
}

function splitCells(
  keys: readonly ColumnKey[],
  parts: readonly Part[],
  sure: number,
  footnotes: ReadonlySet<string>,
): PaperRow {
  const words = parts.flatMap((part) => part.words)
  const fallen = split(keys, words)
  if (!fallen) return {}
  return Object.fromEntries(
    Object.entries(fallen).map(([key, own]) => {
      const { text, marks } = withoutMarks(key as ColumnKey, textOf(own).replace(/\/$/, ''), footnotes)
      return [key, { text, lines: [text], marks, words: doubted(own, sure) }]
    }),
  )
}

/** One cell; `undefined` where its place is doubtful and its shape belongs elsewhere. */
function cellFrom(
  key: ColumnKey,
  parts: readonly Part[],
  columns: Columns,
  column: number,
  cutting: Cutting,
  sure: number,
  footnotes: ReadonlySet<string>,
): PaperCell | undefined {
  const { text, lines, words } = join(key, parts, columns.columns[column]!, cutting, columns.padding)
  const isDoubtful = parts.some((part) => part.isDoubtful)
  const shape = fit(key, text)
  if (shape < 0 && (isDoubtful || !columns.isShown)) return undefined
  const marked = withoutMarks(key, text, footnotes)
  const certainty = isDoubtful || shape < 0 ? Math.min(DOUBT, sure) : sure
  return { text: marked.text, lines, marks: marked.marks, words: certainty < 1 ? doubted(words, certainty) : words }
}
