import { type ShortSwingCode, shortSwingDiagnostics } from '../../facts/shortSwingDiagnostics.ts'
import { CalendarDate } from '../../model/calendarDate.ts'
import { Decimal } from '../../model/decimal.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Lot } from './lots.ts'
import { Ratio } from './ratio.ts'

/** A lot and the line it stands on, from 1. */
export interface LotOnLine {
  readonly line: number
  readonly lot: Lot
}

/** What came of a table of lots. */
export interface LotTable {
  readonly purchases: readonly LotOnLine[]
  readonly sales: readonly LotOnLine[]
  /** One for each thing that is wrong; a line with any is in neither list. */
  readonly diagnostics: readonly Diagnostic[]
}

const COLUMNS = ['date', 'side', 'shares', 'price'] as const

type Column = (typeof COLUMNS)[number]

/**
 * Lots out of the cells of a table. The first row names the columns, in any order: `date` (YYYY-MM-DD), `side` (P or
 * S), `shares`, `price` (US dollars a share); others are passed over. `lines`: where each row begins. What cannot be
 * read is said (L301 to L306) and never guessed; whether the rest is worth an answer is for the caller.
 */
export function lotTable(rows: readonly (readonly string[])[], lines: readonly number[]): LotTable {
  const [header = [], ...body] = rows
  const names = header.map((name) => name.trim().toLowerCase())
  const missing = COLUMNS.filter((column) => !names.includes(column))
  if (missing.length > 0) {
    const diagnostics = missing.map((column) => complaint('L301', { line: lines[0] ?? 1 }, { column }))
    return { purchases: [], sales: [], diagnostics }
  }
  const table = { purchases: [] as LotOnLine[], sales: [] as LotOnLine[], diagnostics: [] as Diagnostic[] }
  for (const [at, cells] of body.entries()) {
    const line = lines[at + 1]!
    const read = readLot(names, cells, line)
    if ('lot' in read) table[read.side].push({ line, lot: read.lot })
    else table.diagnostics.push(...read.diagnostics)
  }
  return table
}

type ReadLot = { side: 'purchases' | 'sales'; lot: Lot } | { diagnostics: Diagnostic[] }

function readLot(names: readonly string[], cells: readonly string[], line: number): ReadLot {
  const written = (column: Column) => (cells[names.indexOf(column)] ?? '').trim()
  if (COLUMNS.some((column) => names.indexOf(column) >= cells.length)) {
    const data = { line, cells: cells.length, columns: names.length }
    return { diagnostics: [complaint('L302', { line }, data)] }
  }
  const date = CalendarDate.parse(written('date'))
  const side = sideOf(written('side'))
  const shares = Decimal.parse(written('shares'))
  const price = Decimal.parse(written('price'))
  const diagnostics: Diagnostic[] = []
  const refuse = (code: ShortSwingCode, column: Column) =>
    diagnostics.push(complaint(code, { line }, { line, written: written(column) }))
  if (date === undefined) refuse('L303', 'date')
  if (side === undefined) refuse('L304', 'side')
  if (shares === undefined || shares.sign <= 0) refuse('L305', 'shares')
  if (price === undefined || price.sign < 0) refuse('L306', 'price')
  if (!date || !side || !shares || !price || diagnostics.length > 0) return { diagnostics }
  return { side, lot: { date, shares: Ratio.of(shares), price: Ratio.of(price) } }
}

function sideOf(written: string): 'purchases' | 'sales' | undefined {
  const letter = written.toUpperCase()
  return letter === 'P' ? 'purchases' : letter === 'S' ? 'sales' : undefined
}

function complaint(code: ShortSwingCode, at: Diagnostic['at'], data: Diagnostic['data']): Diagnostic {
  return { code, severity: shortSwingDiagnostics[code].severity, at, data }
}
