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

/** Compares: of all pairs that may be one line the likest first; lines left over are named. */
export function compareRows(made: readonly OwnershipRow[], filed: readonly OwnershipRow[]): ComparedRows {
  const compared: ComparedRows = { rows: filed.length, cells: 0, differences: [], notes: [] }
  const [ours, theirs] = [made, filed].map((rows) => new Map(rows.map((row) => [row, cellsOf(row)]))) as [Lines, Lines]
  for (const { mine, other } of pairsOf(ours, theirs)) {
    const [madeCells, filedCells] = [ours.get(mine), theirs.get(other)]
    if (!madeCells || !filedCells) continue
    compareCells(madeCells, filedCells, other, compared)
    ours.delete(mine)
    theirs.delete(other)
  }
  for (const row of ours.keys()) compared.differences.push({ cell: 'line', made: 'line', filed: '', row })
  for (const row of theirs.keys()) compared.differences.push({ cell: 'line', made: '', filed: 'line', row })
  return compared
}

type Lines = Map<OwnershipRow, Cells>

/** Pairs that may be one line, the likest first: of one table and kind; transactions with one code, holdings of one position. */
function pairsOf(ours: Lines, theirs: Lines) {
  const pairs = [...ours].flatMap(([mine, made], i) =>
    [...theirs].flatMap(([other, cells], j) => {
      const names = differing(made, cells)
      const fixed = mine.isTransaction ? ['code', 'way'] : ['securityTitle', 'ownership', 'nature', 'exercisePrice']
      if (mine.element !== other.element || fixed.some((name) => names.includes(name))) return []
      return [{ mine, other, different: names.length, apart: Math.abs(i - j) }]
    }),
  )
  return pairs.toSorted((one, two) => one.different - two.different || one.apart - two.apart)
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
