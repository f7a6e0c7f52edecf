import type { ColumnKey } from '@section16/core/facts'
import type { PaperRow } from '../../form/paperForm.ts'
import type { Row, Segment } from '../closing/lines.ts'
import { rowsOf, type Table, type Token, textOf, tokensIn } from '../page/blocks.ts'
import { type Claims, type MarkRules, markedCell } from '../page/claims.ts'
import { isPrint } from '../page/print.ts'
import type { HeadingKey } from './columns.ts'
import type { TableHead } from './tableHead.ts'

/** Words of a row by the heading they stand under. */
type RawRow = ReadonlyMap<HeadingKey, readonly Token[]>

/** Rows below one set of headings, blank ones too: the halves of a table cut in two are matched by place. */
export interface RawTable {
  readonly which: 'I' | 'II'
  readonly keys: ReadonlySet<HeadingKey>
  readonly rows: readonly RawRow[]
  /** Rows of one text that stands across the columns. */
  readonly across: readonly Row[]
}

const NONE = /^(?:none|no entries|not applicable|n\/?a|-+0?-*)\.?$/i

/** The rows of a table whose headings are known. A `none` is no row. */
export function readRows(table: Table, head: TableHead, claims: Claims): RawTable {
  const rows: RawRow[] = []
  const across: Row[] = []
  for (const cells of rowsOf(table).slice(head.firstRow)) {
    const full = cells
      .map(({ column, columns, blocks }) => ({ column, columns, tokens: claims.free(tokensIn(blocks)) }))
      .filter(({ tokens }) => tokens.length > 0)
    const [only] = full
    const isAlone = full.length === 1 && only !== undefined
    if (isAlone && isPrintOrNone(only.tokens, claims)) continue
    const isAcross = isAlone && keysBelow(head, only.column, only.columns).size > 2
    if (isAcross) across.push({ segments: full, table, paragraph: -1 })
    else rows.push(rowOf(full, head))
  }
  const keys = new Set(head.keys.filter((key) => key !== undefined))
  return { which: head.which, keys, rows, across }
}

function isPrintOrNone(tokens: readonly Token[], claims: Claims): boolean {
  const text = textOf(tokens)
  const isNone = NONE.test(text)
  if (tokens.some(({ isValue }) => isValue) || !(isNone || isPrint(text))) return false
  claims.ignore(isNone ? 'noise' : 'form', tokens)
  return true
}

function keysBelow({ keys }: TableHead, column: number, columns: number): Set<HeadingKey> {
  return new Set(keys.slice(column, column + columns).filter((key) => key !== undefined))
}

function rowOf(cells: readonly Segment[], head: TableHead): RawRow {
  const row = new Map<HeadingKey, readonly Token[]>()
  for (const { column, columns, tokens } of cells) {
    const [key] = keysBelow(head, column, columns)
    if (key !== undefined && key !== 'transactionValue') row.set(key, [...(row.get(key) ?? []), ...tokens])
  }
  return row
}

/** The rows of Table I or II from all that the page prints of it. */
export function joinTables(tables: readonly RawTable[], claims: Claims, rules: MarkRules): PaperRow[] {
  const joined: RawRow[] = []
  for (const [i, table] of tables.entries()) {
    const before = tables[i - 1]
    const isHalf = before && !table.keys.has('securityTitle') && ![...table.keys].some((key) => before.keys.has(key))
    if (!isHalf) joined.push(...table.rows.filter(({ size }) => size > 0))
    else addHalf(joined, before, table)
  }
  return joined.map((row) => paperRow(row, claims, rules))
}

/**
 * The columns of a table that did not fit beside the others, below them: rows by their place where the two have equally
 * many, else full rows one by one; else they are left over.
 */
function addHalf(joined: RawRow[], before: RawTable, half: RawTable): void {
  const full = (rows: readonly RawRow[]) => rows.flatMap(({ size }, i) => (size > 0 ? [i] : []))
  const [above, below] = [full(before.rows), full(half.rows)]
  const isSame = above.length === below.length
  const isByPlace = before.rows.length === half.rows.length && below.every((i) => above.includes(i))
  if (!isSame && !isByPlace) return
  for (const [i, place] of below.entries()) {
    const at = joined.length - above.length + (isByPlace ? above.indexOf(place) : i)
    joined[at] = new Map([...joined[at]!, ...half.rows[place]!])
  }
}

type Cells = { -readonly [K in ColumnKey]?: PaperRow[K] }

function paperRow(raw: RawRow, claims: Claims, rules: MarkRules): PaperRow {
  const row: Cells = {}
  for (const [key, tokens] of raw) {
    for (const [column, part] of columnsOf(key, tokens)) {
      // `(A)` and `(D)` are answers here, never marks.
      const known = column === 'acquiredOrDisposed' ? new Set<string>() : rules.known
      const cell = markedCell(part, { ...rules, known })
      if (!cell) continue
      row[column] = cell
      claims.take(part)
    }
  }
  return row
}

const DATE = /^\(?(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|immed\w*\.?|\(\w{1,2}\)|\*+)[,;]?$/i
const AMOUNT = /^\$?[\d,]*\.?\d+(?:\(\w{1,2}\)|\*+)*$/

/** Two columns of the form that a page prints as one are told apart by the shapes in them, or left over. */
function columnsOf(key: HeadingKey, tokens: readonly Token[]): [ColumnKey, readonly Token[]][] {
  if (key === 'transactionValue') return []
  if (key !== 'dates' && key !== 'underlying') return [[key, tokens]]
  const shape = key === 'dates' ? DATE : AMOUNT
  const parts = tokens.filter(({ word }) => word.text !== '-' && word.text !== '/')
  const last = parts.at(-1)
  if (parts.length < 2 || !last || !shape.test(last.word.text)) return []
  if (key === 'underlying')
    return [
      ['underlyingTitle', tokens.slice(0, -1)],
      ['underlyingAmount', [last]],
    ]
  if (parts.length !== 2 || !shape.test(parts[0]!.word.text)) return []
  return [
    ['exerciseDate', [parts[0]!]],
    ['expirationDate', [last]],
  ]
}
