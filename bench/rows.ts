import { type CountName, type Counts, countNames } from './counts.ts'

/** One comparison: our work beside one peer's, in one run on one machine. */
export interface Row {
  bench: string
  /** Who we are measured against. */
  peer: string
  unit: string
  /** Our median, in `unit`; null when our side is not there. */
  ours: number | null
  /** The peer's median, in `unit`; null when the peer is missing. */
  theirs: number | null
  /** `ours / theirs`, the median over rounds run side by side. */
  ratio: number | null
  /** The ratio to keep; null: the row is for information. */
  budget: number | null
  /** Whether `budget` is the least or the greatest ratio allowed. */
  sense: 'at least' | 'at most'
  /** Null: nothing to judge, as there is no budget or no peer. */
  ok: boolean | null
  /** What must be known to read the row. */
  note?: string
  /** Why a side is missing, and the command that installs it. */
  missing?: string
  /** What both found in the same documents, and the counts that both carry and that differ. */
  counts?: { ours: Counts; theirs: Counts; differing: CountName[] }
  /** Further figures of this row, for the record. */
  details?: Record<string, unknown>
}

/** Whether a ratio keeps its budget; null when there is nothing to compare. */
export function keepsBudget(ratio: number | null, budget: number | null, sense: Row['sense']): boolean | null {
  if (ratio === null || budget === null) return null
  return sense === 'at least' ? ratio >= budget : ratio <= budget
}

/** The row of a peer that is not there: said, not skipped. */
export function missingRow(
  row: Pick<Row, 'bench' | 'peer' | 'unit' | 'budget' | 'sense'>,
  missing: string,
  ours: number | null = null,
): Row {
  return { ...row, ours, theirs: null, ratio: null, ok: null, missing }
}

/** The middle value; of an even number of values the mean of the two middle ones. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** Rounds to three significant digits: more would be noise. Null stays null. */
export function significant(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(3))
}

/** A table for a terminal, numbers to the right; notes and reasons below the row that they belong to. */
export function formatTable(rows: readonly Row[]): string {
  const head = ['bench', 'peer', 'unit', 'ours', 'theirs', 'ratio', 'budget', 'ok']
  const lines = aligned([head, ...rows.map(rowCells)], [3, 4, 5, 6])
  const remarks = rows.map(({ missing, note }) => [missing, note].filter((text) => text !== undefined))
  return lines.map((line, index) => [line, ...(remarks[index - 1] ?? [])].join('\n    ')).join('\n')
}

function rowCells(row: Row): string[] {
  const sign = row.sense === 'at least' ? '>=' : '<='
  return [
    row.bench,
    row.peer,
    row.unit,
    String(row.ours ?? '-'),
    String(row.theirs ?? 'missing'),
    row.ratio === null ? '-' : `${row.ratio}x`,
    row.budget === null ? '-' : `${sign} ${row.budget}x`,
    row.ok === null ? '-' : row.ok ? 'yes' : 'NO',
  ]
}

/** What each reader found, a line for each count; `!` marks what differs from ours. Empty when nothing was counted. */
export function formatCounts(rows: readonly Row[]): string {
  const counted = rows.flatMap(({ peer, counts }) => (counts === undefined ? [] : [{ peer, ...counts }]))
  const ours = counted[0]?.ours
  if (ours === undefined) return ''
  const names = new Set([ours, ...counted.map(({ theirs }) => theirs)].flatMap(countNames))
  const head = ['found', 'ours', ...counted.map(({ peer }) => peer)]
  const lines = [...names].map((name) => {
    const found = counted.map(
      ({ theirs, differing }) => `${differing.includes(name) ? '! ' : ''}${theirs[name] ?? '-'}`,
    )
    return [name, String(ours[name] ?? '-'), ...found]
  })
  const numbers = head.map((_, column) => column).slice(1)
  return `\n${aligned([head, ...lines], numbers).join('\n')}\n`
}

/** Cells brought under each other; those of the given columns to the right. */
function aligned(table: readonly string[][], toTheRight: readonly number[]): string[] {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)))
  const padded = (cell: string, column: number) =>
    toTheRight.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)
  return table.map((cells) => cells.map(padded).join('  ').trimEnd())
}
