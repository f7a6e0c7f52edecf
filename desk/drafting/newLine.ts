import type { LineField } from '@section16/core/ledger'
import { type Diagnostic, OwnershipRow, type RowElement } from '@section16/core/model'
import type { CellCorrection } from './amendment.ts'
import { told } from './diagnostics.ts'
import { lineFields, setCell } from './lineCells.ts'

/** A line made of cells. */
export interface ComposedLine {
  readonly row: OwnershipRow
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * A line of one's own, of the cells that are given; what is not given is absent. A text that is no value of its cell, or
 * a cell that a line of this kind does not have, is told (D239). Source: EDGAR's schema, specification 5.5.
 */
export function composeLine(
  element: Exclude<RowElement, `${string}Security`>,
  cells: readonly CellCorrection[],
): ComposedLine {
  const row = new OwnershipRow(element)
  const fields: readonly LineField[] = lineFields(row)
  const wrong = cells.filter(({ field, written }) => !fields.includes(field) || !setCell(row, field, written))
  return {
    row,
    diagnostics: wrong.map(({ field, written }) =>
      told('D239', `/ownershipDocument/${element}`, { field, written: written ?? '' }),
    ),
  }
}
