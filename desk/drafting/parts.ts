import { FORM_LIMITS } from '@section16/core/facts'
import {
  type Diagnostic,
  type OwnershipDocument,
  type OwnershipRow,
  type ReportingOwner,
  reported,
} from '@section16/core/model'
import { copyDocument } from './copy.ts'
import { told } from './diagnostics.ts'
import { numberFootnotes, textsOf } from './footnotes.ts'
import { putRows } from './rows.ts'

export interface Parts {
  /** One where everything fits, a copy then; else each a complete form, in the order of their numbers. */
  readonly parts: readonly OwnershipDocument[]
  readonly diagnostics: readonly Diagnostic[]
}

const MOST_ROWS = FORM_LIMITS.rowsPerTable.most
const MOST_OWNERS = FORM_LIMITS.reportingOwners.most
const MOST_REMARKS = FORM_LIMITS.remarksCharacters.most

/**
 * A report as the forms that EDGAR takes: at most 30 lines in a table and 10 owners. Every part repeats issuer, date,
 * boxes and, but for their number, the remarks; footnotes are numbered afresh. More lines than fit go on in the next
 * part, every line in one part with the total that it states, so that a part begins with the balances with which the one
 * before ends; lines with one common total stay together. More owners than fit get the same lines again. Each part says
 * “Form 1 of 2” in the remarks, and why, in words by which the ledger knows that they are one report. No part is signed:
 * each is signed by its own owners. What is given is untouched.
 * Source: what filers do, for the SEC has no procedure; the limits are those of EDGAR's schema.
 */
export function partsOf(document: OwnershipDocument): Parts {
  const blocks = { I: blocksOf(document.nonDerivativeTable.rows), II: blocksOf(document.derivativeTable.rows) }
  const [first, second] = [packed(blocks.I), packed(blocks.II)]
  const owners = inTens(document.reportingOwners)
  const lines = Array.from({ length: Math.max(first.length, second.length, 1) }, (_, i) => [
    ...(first[i] ?? []),
    ...(second[i] ?? []),
  ])
  const count = owners.length * lines.length
  if (count === 1) return { parts: [unsigned(document)], diagnostics: [] }
  const why = reasonsOf(lines.length > 1, owners.length > 1)
  const parts = owners.flatMap((some, i) =>
    lines.map((rows, j) => partOf(document, some, rows, numberText(i * lines.length + j + 1, count, why))),
  )
  const split = [...blocks.I, ...blocks.II].filter((block) => block.length > MOST_ROWS)
  return { parts, diagnostics: [...split.map(splitTotal), ...parts.flatMap(longRemarks)] }
}

function partOf(
  document: OwnershipDocument,
  owners: readonly ReportingOwner[],
  rows: readonly OwnershipRow[],
  number: string,
): OwnershipDocument {
  const part = unsigned(document)
  part.reportingOwners = part.reportingOwners.filter((_, i) => owners.includes(document.reportingOwners[i]!))
  const textOf = textsOf(document.footnotes.footnotes)
  const numbered = numberFootnotes(rows.map((row) => ({ row, textOf })))
  putRows(part, numbered.rows)
  part.footnotes = numbered.footnotes
  part.remarks = reported('text', [number, document.remarks.value].filter((text) => text !== undefined).join(' '))
  return part
}

function unsigned(document: OwnershipDocument): OwnershipDocument {
  const copy = copyDocument(document)
  copy.ownerSignatures = []
  return copy
}

function inTens(owners: readonly ReportingOwner[]): (readonly ReportingOwner[])[] {
  const count = Math.max(1, Math.ceil(owners.length / MOST_OWNERS))
  return Array.from({ length: count }, (_, i) => owners.slice(i * MOST_OWNERS, (i + 1) * MOST_OWNERS))
}

/** Lines that may not be parted: transactions one after another that state one total for all of them. */
function blocksOf(rows: readonly OwnershipRow[]): OwnershipRow[][] {
  const blocks: OwnershipRow[][] = []
  for (const row of rows) {
    const block = blocks.at(-1)
    if (block && isOneTotal(block.at(-1)!, row)) block.push(row)
    else blocks.push([row])
  }
  return blocks
}

function isOneTotal(one: OwnershipRow, next: OwnershipRow): boolean {
  const [a, b] = [one, next].map((row) => row.postTransactionAmounts.sharesOwnedFollowingTransaction.value)
  if (!one.isTransaction || !next.isTransaction || a === undefined || !b?.equals(a)) return false
  return positionText(one) === positionText(next)
}

function positionText({ securityTitle, ownershipNature }: OwnershipRow): string {
  const { directOrIndirectOwnership, natureOfOwnership } = ownershipNature
  return JSON.stringify([securityTitle.value, directOrIndirectOwnership.value, natureOfOwnership.value])
}

/** Blocks in tables of at most 30 lines, in order; only a block that is larger than a table is parted. */
function packed(blocks: readonly (readonly OwnershipRow[])[]): OwnershipRow[][] {
  const tables: OwnershipRow[][] = []
  for (const block of blocks) {
    const table = tables.at(-1)
    if (table && table.length + block.length <= MOST_ROWS) table.push(...block)
    else for (let i = 0; i < block.length; i += MOST_ROWS) tables.push(block.slice(i, i + MOST_ROWS))
  }
  return tables
}

function reasonsOf(hasManyRows: boolean, hasManyOwners: boolean): string {
  const rows = `no more than ${MOST_ROWS} lines fit into a table`
  const owners = `no more than ${MOST_OWNERS} reporting persons can file any one form`
  return [...(hasManyRows ? [rows] : []), ...(hasManyOwners ? [owners] : [])].join(' and ')
}

/** Both the words that filers use, and those by which the ledger knows parts of one report. */
function numberText(number: number, count: number, why: string): string {
  return `Form ${number} of ${count}. This filing is ${number} of ${count} that are one report, because ${why}.`
}

function splitTotal(block: readonly OwnershipRow[]): Diagnostic {
  const [row] = block
  const table = row?.isDerivative ? 'derivativeTable' : 'nonDerivativeTable'
  const total = String(row?.postTransactionAmounts.sharesOwnedFollowingTransaction.value ?? '')
  return told('D211', `/ownershipDocument/${table}`, { most: MOST_ROWS, total })
}

function longRemarks({ remarks }: OwnershipDocument): Diagnostic[] {
  const length = remarks.value?.length ?? 0
  return length > MOST_REMARKS ? [told('D212', '/ownershipDocument/remarks', { length, most: MOST_REMARKS })] : []
}
