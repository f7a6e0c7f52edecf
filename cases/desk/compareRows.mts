/** Lines that a recipe makes beside those that were filed, cell by cell. */
import type { OwnershipRow, Reported } from '@section16/core'

interface Cell {
  value: string
  hasNotes: boolean
}

type Cells = Readonly<Record<string, Cell>>

/** A difference: of a cell, or of a whole line (`cell` is then `line`). */
export interface RowDifference {
  cell: string
  /** '' where the cell is empty. */
  made: string
  filed: string
  row: OwnershipRow
}

export interface ComparedRows {
  rows: number
  cells: number
  differences: RowDifference[]
  /** Footnotes on a cell that only one of both has: `price only filed`. */
  notes: string[]
}

/** Every cell of a line by the name of its element. */
function cellsOf(row: OwnershipRow): Cells {
  const { coding, amounts, underlyingSecurity, postTransactionAmounts: post, ownershipNature: nature } = row
  const cell = ({ value, footnotes }: Reported<unknown>): Cell => ({
    value: value === undefined ? '' : String(value),
    hasNotes: footnotes.length > 0,
  })
  return {
    securityTitle: cell(row.securityTitle),
    exercisePrice: cell(row.conversionOrExercisePrice),
    transactionDate: cell(row.transactionDate),
    deemedExecutionDate: cell(row.deemedExecutionDate),
    formType: cell(coding.formType),
    code: { value: coding.code.value ?? '', hasNotes: coding.footnotes.length > 0 },
    equitySwap: cell(coding.equitySwapInvolved),
    timeliness: cell(row.timeliness),
    shares: cell(amounts.shares),
    price: cell(amounts.pricePerShare),
    way: cell(amounts.acquiredDisposedCode),
    exerciseDate: cell(row.exerciseDate),
    expirationDate: cell(row.expirationDate),
    underlyingTitle: cell(underlyingSecurity.title),
    underlyingShares: cell(underlyingSecurity.shares),
    total: cell(post.sharesOwnedFollowingTransaction),
    ownership: cell(nature.directOrIndirectOwnership),
    nature: cell(nature.natureOfOwnership),
  }
}

/** Compares: each filed line with the made one of its table and kind that is most like it; lines left over are named. */
export function compareRows(made: readonly OwnershipRow[], filed: readonly OwnershipRow[]): ComparedRows {
  const compared: ComparedRows = { rows: filed.length, cells: 0, differences: [], notes: [] }
  const left = made.map((row) => ({ row, cells: cellsOf(row) }))
  for (const row of filed) {
    const cells = cellsOf(row)
    const likest = left
      .filter((one) => one.row.element === row.element)
      .map((one) => ({ one, different: differing(one.cells, cells).length }))
      .toSorted((one, other) => one.different - other.different)[0]?.one
    if (!likest) {
      compared.differences.push({ cell: 'line', made: '', filed: 'line', row })
      continue
    }
    left.splice(left.indexOf(likest), 1)
    compareCells(likest.cells, cells, row, compared)
  }
  for (const { row } of left) compared.differences.push({ cell: 'line', made: 'line', filed: '', row })
  return compared
}

const differing = (made: Cells, filed: Cells) =>
  Object.keys(made).filter((name) => made[name]!.value.toLowerCase() !== filed[name]!.value.toLowerCase())

function compareCells(made: Cells, filed: Cells, row: OwnershipRow, compared: ComparedRows): void {
  compared.cells += Object.keys(made).length
  for (const cell of differing(made, filed))
    compared.differences.push({ cell, made: made[cell]!.value, filed: filed[cell]!.value, row })
  for (const [cell, { hasNotes }] of Object.entries(made)) {
    if (hasNotes !== filed[cell]!.hasNotes) compared.notes.push(`${cell} ${hasNotes ? 'only made' : 'only filed'}`)
  }
}
