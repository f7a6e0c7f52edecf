import type { LineField } from '@section16/core/ledger'
import {
  type FootnoteId,
  OwnershipNature,
  type OwnershipRow,
  PostTransactionAmounts,
  type Reported,
  reported,
  TransactionAmounts,
  TransactionCoding,
  UnderlyingSecurity,
  type ValueType,
} from '@section16/core/model'

/** Where a cell stands on a line: its group (none: the line itself), its property, its type. */
interface Cell {
  readonly group?: keyof typeof GROUPS
  readonly property: string
  readonly type: ValueType
  /** `group`: marks stand on the group as a whole; `title`: on the security's title, the cell taking none. */
  readonly marks?: 'group' | 'title'
}

/** The groups of a line, each made new where a line has none. */
const GROUPS = {
  coding: () => new TransactionCoding(),
  amounts: () => new TransactionAmounts(),
  underlyingSecurity: () => new UnderlyingSecurity(),
  postTransactionAmounts: () => new PostTransactionAmounts(),
  ownershipNature: () => new OwnershipNature(),
}

/** The cells of a line that an amendment can correct, by core's names of them. Source: EDGAR's schema, specification 5.5. */
const CELLS: Readonly<Record<LineField, Cell>> = {
  securityTitle: { property: 'securityTitle', type: 'text' },
  conversionOrExercisePrice: { property: 'conversionOrExercisePrice', type: 'decimal' },
  transactionDate: { property: 'transactionDate', type: 'date' },
  deemedExecutionDate: { property: 'deemedExecutionDate', type: 'date' },
  transactionFormType: { group: 'coding', property: 'formType', type: 'text', marks: 'group' },
  transactionCode: { group: 'coding', property: 'code', type: 'text', marks: 'group' },
  equitySwapInvolved: { group: 'coding', property: 'equitySwapInvolved', type: 'boolean', marks: 'group' },
  transactionTimeliness: { property: 'timeliness', type: 'text', marks: 'title' },
  transactionShares: { group: 'amounts', property: 'shares', type: 'decimal' },
  transactionTotalValue: { group: 'amounts', property: 'totalValue', type: 'decimal' },
  transactionValue: { group: 'amounts', property: 'value', type: 'decimal' },
  transactionPricePerShare: { group: 'amounts', property: 'pricePerShare', type: 'decimal' },
  transactionAcquiredDisposedCode: { group: 'amounts', property: 'acquiredDisposedCode', type: 'text', marks: 'title' },
  exerciseDate: { property: 'exerciseDate', type: 'date' },
  expirationDate: { property: 'expirationDate', type: 'date' },
  underlyingSecurityTitle: { group: 'underlyingSecurity', property: 'title', type: 'text' },
  underlyingSecurityShares: { group: 'underlyingSecurity', property: 'shares', type: 'decimal' },
  underlyingSecurityValue: { group: 'underlyingSecurity', property: 'value', type: 'decimal' },
  sharesOwnedFollowingTransaction: {
    group: 'postTransactionAmounts',
    property: 'sharesOwnedFollowingTransaction',
    type: 'decimal',
  },
  valueOwnedFollowingTransaction: {
    group: 'postTransactionAmounts',
    property: 'valueOwnedFollowingTransaction',
    type: 'decimal',
  },
  directOrIndirectOwnership: { group: 'ownershipNature', property: 'directOrIndirectOwnership', type: 'text' },
  // A footnote alone may not stand here, so a mark would be lost with the text.
  natureOfOwnership: { group: 'ownershipNature', property: 'natureOfOwnership', type: 'text', marks: 'title' },
}

type Fields = Record<string, Reported<unknown>>

function fieldsOf(row: OwnershipRow, { group }: Cell): Fields {
  return (group ? row[group] : row) as unknown as Fields
}

/** The same to be written into: a group that the line lacks is shared by all lines, and is given to it first. */
function ownFieldsOf(row: OwnershipRow, cell: Cell): Fields {
  const { group } = cell
  if (group && !row[group].present) Object.assign(row, { [group]: GROUPS[group]() })
  return fieldsOf(row, cell)
}

const OF_HOLDINGS: readonly LineField[] = [
  'securityTitle',
  'conversionOrExercisePrice',
  'exerciseDate',
  'expirationDate',
  'underlyingSecurityTitle',
  'underlyingSecurityShares',
  'underlyingSecurityValue',
  'sharesOwnedFollowingTransaction',
  'valueOwnedFollowingTransaction',
  'directOrIndirectOwnership',
  'natureOfOwnership',
]
const OF_TABLE_II: readonly LineField[] = [
  'conversionOrExercisePrice',
  'transactionTotalValue',
  'exerciseDate',
  'expirationDate',
  'underlyingSecurityTitle',
  'underlyingSecurityShares',
  'underlyingSecurityValue',
]

/**
 * The cells that a line of a kind has, in the order of the form. Without `transactionValue`, which only the dialect of
 * 2003 knows. Source: EDGAR's schema, specification 5.5; filings of 2003.
 */
export function lineFields({ isDerivative, isTransaction }: Pick<OwnershipRow, 'isDerivative' | 'isTransaction'>) {
  return (Object.keys(CELLS) as LineField[]).filter(
    (field) =>
      field !== 'transactionValue' &&
      (isTransaction || OF_HOLDINGS.includes(field)) &&
      (isDerivative || !OF_TABLE_II.includes(field)),
  )
}

/** What stands in a cell. */
export function cellOf(row: OwnershipRow, field: LineField): Reported<unknown> {
  const cell = CELLS[field]
  return fieldsOf(row, cell)[cell.property]!
}

/** Writes into a cell of a line of one's own; its marks stay. `undefined`: no value. Says whether it is one. */
export function setCell(row: OwnershipRow, field: LineField, written: string | undefined): boolean {
  const cell = CELLS[field]
  const fields = ownFieldsOf(row, cell)
  const is = reported(cell.type, written, { footnotes: fields[cell.property]!.footnotes })
  fields[cell.property] = is
  return is.kind !== 'invalid'
}

/** Whether two cells say the same, however it is written. */
export function isSameValue(a: Reported<unknown>, b: Reported<unknown>): boolean {
  return JSON.stringify([a.kind, a.value ?? a.written]) === JSON.stringify([b.kind, b.value ?? b.written])
}

/** Puts a footnote's mark on a cell, or as near as EDGAR takes one, behind those that stand there. */
export function markCell(row: OwnershipRow, field: LineField, id: FootnoteId): void {
  const cell = CELLS[field]
  if (cell.marks === 'group') {
    ownFieldsOf(row, cell)
    row.coding.footnotes = [...row.coding.footnotes, id]
  } else if (cell.marks === 'title') markCell(row, 'securityTitle', id)
  else {
    const fields = ownFieldsOf(row, cell)
    const { written, footnotes } = fields[cell.property]!
    fields[cell.property] = reported(cell.type, written, { footnotes: [...footnotes, id] })
  }
}
