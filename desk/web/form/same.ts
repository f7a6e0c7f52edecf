import type { OwnershipDocument } from '@section16/core/model'
import { useRef } from 'react'
import type { Boxes } from './BoxField.tsx'
import { rowsOfTable, type TableName } from './edit.ts'
import type { Finding } from './findings.ts'

/** Whether two lists say the same of the same places. */
export function isSameFindings(one: readonly Finding[], other: readonly Finding[]): boolean {
  return (
    one === other ||
    (one.length === other.length &&
      one.every(({ path, message }, i) => path === other[i]?.path && message === other[i].message))
  )
}

/** The value before, where the new one says the same: so that who shows it need not be drawn anew. */
export function useSame<T>(value: T, isSame: (one: T, other: T) => boolean): T {
  const kept = useRef(value)
  if (!isSame(kept.current, value)) kept.current = value
  return kept.current
}

/** Everything of a draft but its lines. */
const HEAD = [
  'documentType',
  'periodOfReport',
  'dateOfOriginalSubmission',
  'noSecuritiesOwned',
  'notSubjectToSection16',
  'form3HoldingsReported',
  'form4TransactionsReported',
  'aff10b5One',
  'issuer',
  'reportingOwners',
  'footnotes',
] as const satisfies readonly (keyof OwnershipDocument)[]

/** Whether what stands outside the tables is as it was. */
export function isSameHead(one: Boxes, other: Boxes): boolean {
  return (
    one.isReadOnly === other.isReadOnly &&
    one.findings === other.findings &&
    HEAD.every((name) => one.document[name] === other.document[name])
  )
}

interface OfTable extends Boxes {
  readonly table: TableName
  readonly balances: readonly unknown[]
  readonly titles: readonly string[]
}

/** Whether a table is as it was: its lines, what is objected to them, the footnotes and the form that it is part of. */
export function isSameTable(one: OfTable, other: OfTable): boolean {
  return (
    one.isReadOnly === other.isReadOnly &&
    one.findings === other.findings &&
    one.balances === other.balances &&
    one.titles === other.titles &&
    one.document.documentType === other.document.documentType &&
    one.document.footnotes === other.document.footnotes &&
    rowsOfTable(one.document, one.table) === rowsOfTable(other.document, other.table)
  )
}
