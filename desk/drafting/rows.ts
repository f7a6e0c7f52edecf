import { type OwnershipDocument, type OwnershipRow, OwnershipTable } from '@section16/core/model'

/**
 * Puts lines into the tables to which they belong, in their order, in place of those that stand there. A table without
 * lines is no element of the document.
 */
export function putRows(document: OwnershipDocument, rows: readonly OwnershipRow[]): void {
  document.nonDerivativeTable = tableOf(rows.filter((row) => !row.isDerivative))
  document.derivativeTable = tableOf(rows.filter((row) => row.isDerivative))
}

function tableOf(rows: OwnershipRow[]): OwnershipTable {
  const table = new OwnershipTable()
  table.rows = rows
  table.present = rows.length > 0
  return table
}

/** The XPath of a line of a document: lines are counted by their element, as XPath does. */
export function pathOfRow(document: OwnershipDocument, row: OwnershipRow): string {
  const { nonDerivativeTable, derivativeTable } = document
  const [name, { rows }] = row.isDerivative
    ? (['derivativeTable', derivativeTable] as const)
    : (['nonDerivativeTable', nonDerivativeTable] as const)
  const place = rows.filter(({ element }) => element === row.element).indexOf(row) + 1
  return `/ownershipDocument/${name}/${row.element}[${place}]`
}
