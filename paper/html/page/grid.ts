import type { Block, Cell } from './blocks.ts'
import { HTML_LIMITS } from './limits.ts'

/** A cell as its markup gives it. */
export interface RawCell {
  readonly colspan: number
  readonly rowspan: number
  readonly isHead: boolean
  readonly blocks: readonly Block[]
}

/** Cells put into columns as browsers do: each at the first place of its row that no cell from above takes. */
export function placeCells(rows: readonly (readonly RawCell[])[]): { cells: Cell[]; columns: number } {
  const cells: Cell[] = []
  /** By column: the first row that is free again. */
  const freeFrom: number[] = []
  for (const [row, raws] of rows.entries()) {
    let column = 0
    for (const { colspan, rowspan, isHead, blocks } of raws) {
      while ((freeFrom[column] ?? 0) > row) column++
      if (column >= HTML_LIMITS.columns) break
      const columns = Math.min(colspan, HTML_LIMITS.columns - column)
      const height = Math.min(rowspan === 0 ? rows.length : rowspan, rows.length - row)
      for (let i = column; i < column + columns; i++) freeFrom[i] = row + height
      cells.push({ row, column, rows: height, columns, isHead, blocks })
      column += columns
    }
  }
  return { cells, columns: freeFrom.length }
}
