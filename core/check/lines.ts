import type { Decimal } from '../model/decimal.ts'
import type { FootnoteId, Reported } from '../model/reported.ts'
import type { CheckedRow } from './checkedRow.ts'
import { plainTitle } from './phrases.ts'

/**
 * The line of ownership that a row belongs to: one class of security and one form and nature of ownership; in Table II
 * one series (title, exercise price, dates). Column 5 and column 9 run along it (section16-rules.md R2.7.1, R2.7.5).
 */
export function lineOf(row: CheckedRow): string {
  row.known.line ??= keyOf(row)
  return row.known.line
}

function keyOf({ row, table }: CheckedRow): string {
  const { directOrIndirectOwnership, natureOfOwnership } = row.ownershipNature
  const parts = [
    table,
    plainTitle(row.securityTitle.value),
    directOrIndirectOwnership.value ?? '',
    plainTitle(natureOfOwnership.value),
    natureOfOwnership.footnotes.join(','),
    directOrIndirectOwnership.footnotes.join(','),
  ]
  if (table === 'II') {
    parts.push(
      priceKey(row.conversionOrExercisePrice),
      String(row.exerciseDate.value ?? row.exerciseDate.footnotes.join(',')),
      String(row.expirationDate.value ?? row.expirationDate.footnotes.join(',')),
      plainTitle(row.underlyingSecurity.title.value),
    )
  }
  return parts.join('|')
}

function priceKey(price: Reported<Decimal>): string {
  return String(price.value ?? price.footnotes.join(','))
}

/** Rows by their line, in the order filed. */
export function linesOf(rows: readonly CheckedRow[]): CheckedRow[][] {
  const lines = new Map<string, CheckedRow[]>()
  for (const row of rows) {
    const key = lineOf(row)
    const line = lines.get(key)
    if (line) line.push(row)
    else lines.set(key, [row])
  }
  return [...lines.values()]
}

/** Every footnote on a row, wherever it stands in it. */
export function footnotesOn(row: CheckedRow): readonly FootnoteId[] {
  row.known.footnotes ??= idsOf(row)
  return row.known.footnotes
}

function idsOf({ row }: CheckedRow): FootnoteId[] {
  const { coding, amounts, underlyingSecurity, postTransactionAmounts, ownershipNature } = row
  const fields: Reported<unknown>[] = [
    row.securityTitle,
    row.conversionOrExercisePrice,
    row.transactionDate,
    row.deemedExecutionDate,
    coding.code,
    coding.formType,
    row.timeliness,
    amounts.shares,
    amounts.totalValue,
    amounts.value,
    amounts.pricePerShare,
    amounts.acquiredDisposedCode,
    row.exerciseDate,
    row.expirationDate,
    underlyingSecurity.title,
    underlyingSecurity.shares,
    underlyingSecurity.value,
    postTransactionAmounts.sharesOwnedFollowingTransaction,
    postTransactionAmounts.valueOwnedFollowingTransaction,
    ownershipNature.directOrIndirectOwnership,
    ownershipNature.natureOfOwnership,
  ]
  const ids = new Set(coding.footnotes)
  for (const field of fields) for (const id of field.footnotes) ids.add(id)
  return [...ids]
}

/** The number of securities, signed by its direction; `undefined` where number or direction is not told. */
export function signedShares({ row }: CheckedRow): Decimal | undefined {
  const shares = row.amounts.shares.value
  const direction = row.amounts.acquiredDisposedCode.value
  if (!shares) return undefined
  if (direction === 'A') return shares
  return direction === 'D' ? shares.minus(shares).minus(shares) : undefined
}

/** What is owned after the row, in securities. */
export function following({ row }: CheckedRow): Decimal | undefined {
  return row.postTransactionAmounts.sharesOwnedFollowingTransaction.value
}

/** The code of a transaction, '' where it has none. */
export function codeOf({ row }: CheckedRow): string {
  return row.coding.code.value ?? ''
}
