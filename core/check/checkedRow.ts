import type { OwnershipRow, RowElement } from '../model/ownershipDocument.ts'
import type { FootnoteId } from '../model/reported.ts'

/** A line with its table and its number. */
export class CheckedRow {
  readonly row: OwnershipRow
  readonly table: 'I' | 'II'
  /** From 1, in its table. */
  readonly position: number
  /** What several rules ask for, kept by whoever works it out first. (WeakMaps would cost more than they save.) */
  readonly known: { line: string | undefined; footnotes: readonly FootnoteId[] | undefined } = {
    line: undefined,
    footnotes: undefined,
  }
  /** From 1, among the lines of its element's name in its table. */
  private readonly nth: number

  constructor(row: OwnershipRow, table: 'I' | 'II', position: number, nth: number) {
    this.row = row
    this.table = table
    this.position = position
    this.nth = nth
  }

  /** Its XPath. Made when asked for: few lines are reported. */
  get path(): string {
    const { element } = this.row
    const parent = this.table === 'I' ? 'nonDerivativeTable/' : 'derivativeTable/'
    return `/ownershipDocument/${element.endsWith('Security') ? '' : parent}${element}[${this.nth}]`
  }
}

/** The lines of a table, in the order filed. */
export function rowsOfTable(rows: readonly OwnershipRow[], table: 'I' | 'II'): CheckedRow[] {
  const counts: Partial<Record<RowElement, number>> = {}
  return rows.map((row, i) => {
    const nth = (counts[row.element] ?? 0) + 1
    counts[row.element] = nth
    return new CheckedRow(row, table, i + 1, nth)
  })
}
