import { printable } from './input/names.ts'

/** A column of a table for people. */
export interface Column {
  title: string
  align?: 'right'
  /** Where the table is too wide, this column gives way. */
  gives?: boolean
}

/** The least that a column which gives way keeps. */
const LEAST = 8
const GAP = '  '

/**
 * Rows under their titles, columns as wide as their content; where that is wider than `width`, the columns that give way
 * are cut. Everything is printable, a cell one line.
 */
export function drawColumns(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => row.map(printable))]
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => (row[i] ?? '').length)))
  const over = () => widths.reduce((sum, one) => sum + one + GAP.length, -GAP.length) - width
  for (const [i, { gives }] of columns.entries()) {
    if (gives && over() > 0) widths[i] = Math.max(LEAST, (widths[i] ?? 0) - over())
  }
  return cells.map((row) =>
    row
      .map((cell, i) => fitted(cell, widths[i] ?? 0, columns[i]?.align))
      .join(GAP)
      .trimEnd(),
  )
}

function fitted(cell: string, width: number, align: Column['align']): string {
  const cut = cell.length > width ? `${cell.slice(0, width - 1)}…` : cell
  return align === 'right' ? cut.padStart(width) : cut.padEnd(width)
}
