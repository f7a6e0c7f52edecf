import type { ColumnKey, FormNumber } from '@section16/core/facts'
import type { PaperCell, PaperRow } from '../form/paperForm.ts'
import type { Word } from '../page/page.ts'
import { cellOf, hasDateShape } from './cells.ts'
import { type AssignedColumn, assignColumns } from './columns.ts'
import { columnLabels } from './tableLabels.ts'
import { type TextCell, type TextLine, textOf, wordsIn } from './textLines.ts'
import { shareOfHeadingWords } from './vocabulary.ts'

/** The lines of one table of the form, and the words that are none of its cells. */
export interface ReadTable {
  readonly rows: readonly PaperRow[]
  readonly form: readonly Word[]
  readonly noise: readonly Word[]
  readonly rest: readonly (readonly Word[])[]
}

/** A line with so many words of headings is a line of headings. */
const HEADING_SHARE = 0.5

/** The rows below a title: lines of headings first, then lines of cells, told apart by what they say. */
export function readTable(lines: readonly TextLine[], form: FormNumber, table: 'I' | 'II'): ReadTable {
  const { headings, data, rest } = sorted(lines)
  const joined = data.map(rejoined)
  const keys = keysOf(headings, joined, form, table)
  const rows: Map<ColumnKey, Word[][]>[] = []
  const left: Word[][] = []
  for (const line of joined) addLine(rows, line, keys, left)
  const heading = Map.groupBy(headings.flatMap(wordsIn), isOfHeading)
  return {
    rows: rows.map(rowOf),
    form: heading.get(true) ?? [],
    noise: heading.get(false) ?? [],
    rest: [...rest.map(wordsIn), ...left],
  }
}

/** Whether a word is one of the print's headings: a word of theirs, `(A)`, `3A.`, `V`. */
function isOfHeading({ text }: Word): boolean {
  return shareOfHeadingWords(text) === 1 || /^\(?[AD]\)?$|^\d{1,2}[AB]?\.$|^v$/i.test(text)
}

/** Lines of headings stand above the first line of cells; those that a new page repeats are headings too. */
function sorted(lines: readonly TextLine[]) {
  const headings: TextLine[] = []
  const data: TextLine[] = []
  const rest: TextLine[] = []
  for (const line of lines) {
    const text = textOf(wordsIn(line))
    if (shareOfHeadingWords(text) >= HEADING_SHARE && !hasDateShape(text)) headings.push(line)
    else if (line.isTable) (data.length === 0 && !hasValue(line) ? headings : data).push(line)
    else if (hasValue(line) || /\p{L}{3}/u.test(text)) rest.push(line)
    else headings.push(line)
  }
  return { headings, data, rest }
}

/** A figure of its own, a day, or a security's title where all else is blank: some line of cells has one of these. */
function hasValue({ cells }: TextLine): boolean {
  return cells.some(({ words }) => {
    const text = textOf(words)
    return hasDateShape(text) || /^\$?[\d.,]*\d(?:\s*\(\w\))?$/.test(text) || /^(?:none|[DI])$/i.test(text)
  })
}

function keysOf(
  headings: readonly TextLine[],
  data: readonly TextLine[],
  form: FormNumber,
  table: 'I' | 'II',
): Map<number, AssignedColumn> {
  const columns = [...new Set([...headings, ...data].flatMap(({ cells }) => cells.map(({ column }) => column)))]
  const at = (lines: readonly TextLine[], column: number) =>
    lines.flatMap(({ cells }) => cells.filter((cell) => cell.column === column).map(({ words }) => textOf(words)))
  const described = columns
    .toSorted((a, b) => a - b)
    .map((column) => ({ column, heading: at(headings, column), values: at(data, column) }))
  return assignColumns(described, columnLabels(form, table))
}

/**
 * A number cut in two by the edge of a column: `10,00` and `0 $33,100`. Three figures follow a comma, so those that are
 * missing are taken from the beginning of the next cell.
 */
function rejoined(line: TextLine): TextLine {
  const cells: TextCell[] = []
  for (const cell of line.cells) {
    const last = cells.at(-1)
    const lacking = last ? 3 - (/^\$?\d{1,3}(?:,\d{3})*,(\d{1,2})$/.exec(textOf(last.words))?.[1]?.length ?? 3) : 0
    const [first, ...others] = cell.words
    if (!last || lacking === 0 || !/^\d+$/.test(first?.text ?? '') || first!.text.length !== lacking) cells.push(cell)
    else {
      cells[cells.length - 1] = { ...last, words: [...last.words, first!] }
      if (others.length > 0) cells.push({ ...cell, words: others })
    }
  }
  return { ...line, cells }
}

/** Adds a line as a row, or to the row before, where it goes on with its words. */
function addLine(
  rows: Map<ColumnKey, Word[][]>[],
  line: TextLine,
  keys: ReadonlyMap<number, AssignedColumn>,
  left: Word[][],
): void {
  const row = new Map<ColumnKey, Word[][]>()
  let last: ColumnKey | undefined
  for (const { column, words } of line.cells) {
    const { key, isSure } = keys.get(column) ?? {}
    // A figure beside a number, in a column that is none, is kept with the number: understanding decides.
    if (key === undefined && last !== undefined && /^\d{1,2}$/.test(textOf(words)))
      row
        .get(last)!
        .at(-1)!
        .push(...words)
    else if (key === undefined) left.push([...words])
    else {
      row.set(key, [isSure ? [...words] : words.map(unsure)])
      last = key
    }
  }
  const before = rows.at(-1)
  if (before && goesOn(row, before))
    for (const [key, words] of row) before.set(key, [...(before.get(key) ?? []), ...words])
  else if (row.size > 0) rows.push(row)
}

/** In a column that its heading does not name a word may be another's. */
const UNSURE = 0.7

function unsure(word: Word): Word {
  return { ...word, certainty: word.certainty * UNSURE }
}

const TEXTS: readonly ColumnKey[] = ['securityTitle', 'underlyingTitle', 'natureOfOwnership']

/** A line goes on with the row before where it has words only, none of them a title that begins anew. */
function goesOn(row: ReadonlyMap<ColumnKey, Word[][]>, before: ReadonlyMap<ColumnKey, Word[][]>): boolean {
  if (row.size === 0 || [...row.keys()].some((key) => !TEXTS.includes(key))) return false
  const title = row.get('securityTitle')
  if (title === undefined) return true
  const said = textOf(before.get('securityTitle')?.at(-1) ?? [])
  return said.endsWith('-') || /^[\p{Ll}(]/u.test(textOf(title[0]!))
}

function rowOf(row: ReadonlyMap<ColumnKey, Word[][]>): PaperRow {
  return Object.fromEntries([...row].map(([key, lines]): [ColumnKey, PaperCell] => [key, cellOf(lines.flat(), lines)!]))
}
