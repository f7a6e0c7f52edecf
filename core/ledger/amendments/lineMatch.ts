import type { CalendarDate } from '../../model/calendarDate.ts'
import type { Decimal } from '../../model/decimal.ts'
import type { OwnershipRow } from '../../model/ownershipDocument.ts'
import type { Reported } from '../../model/reported.ts'
import { securityKey } from '../positions/securityTitle.ts'

/** The fields of a line whose change counts as a correction, in the order of the form. */
export const LINE_FIELDS = {
  securityTitle: (row) => row.securityTitle,
  conversionOrExercisePrice: (row) => row.conversionOrExercisePrice,
  transactionDate: (row) => row.transactionDate,
  deemedExecutionDate: (row) => row.deemedExecutionDate,
  transactionFormType: (row) => row.coding.formType,
  transactionCode: (row) => row.coding.code,
  equitySwapInvolved: (row) => row.coding.equitySwapInvolved,
  transactionTimeliness: (row) => row.timeliness,
  transactionShares: (row) => row.amounts.shares,
  transactionTotalValue: (row) => row.amounts.totalValue,
  transactionValue: (row) => row.amounts.value,
  transactionPricePerShare: (row) => row.amounts.pricePerShare,
  transactionAcquiredDisposedCode: (row) => row.amounts.acquiredDisposedCode,
  exerciseDate: (row) => row.exerciseDate,
  expirationDate: (row) => row.expirationDate,
  underlyingSecurityTitle: (row) => row.underlyingSecurity.title,
  underlyingSecurityShares: (row) => row.underlyingSecurity.shares,
  underlyingSecurityValue: (row) => row.underlyingSecurity.value,
  sharesOwnedFollowingTransaction: (row) => row.postTransactionAmounts.sharesOwnedFollowingTransaction,
  valueOwnedFollowingTransaction: (row) => row.postTransactionAmounts.valueOwnedFollowingTransaction,
  directOrIndirectOwnership: (row) => row.ownershipNature.directOrIndirectOwnership,
  natureOfOwnership: (row) => row.ownershipNature.natureOfOwnership,
} satisfies Record<string, (row: OwnershipRow) => Reported<string | boolean | Decimal | CalendarDate>>

export type LineField = keyof typeof LINE_FIELDS

/** A field that an amendment changes; `null` where a line states no value. */
export interface FieldChange {
  readonly field: LineField
  readonly before: string | null
  readonly after: string | null
}

/** What differs between two lines, in values; how they are typed and their footnotes do not count. */
export function changesBetween(before: OwnershipRow, after: OwnershipRow): FieldChange[] {
  return (Object.keys(LINE_FIELDS) as LineField[]).flatMap((field): FieldChange[] => {
    const was = plainValue(LINE_FIELDS[field](before))
    const is = plainValue(LINE_FIELDS[field](after))
    return was === is ? [] : [{ field, before: was, after: is }]
  })
}

/** All that a line says, in one text: equal texts, lines without a difference. */
export function lineText(row: OwnershipRow): string {
  const values = Object.values(LINE_FIELDS).map((field) => plainValue(field(row)))
  return JSON.stringify([row.isDerivative, row.isTransaction, ...values])
}

/** The value in canonical text, text without the accidents of typing; what is no value as written. */
function plainValue(field: Reported<string | boolean | Decimal | CalendarDate>): string | null {
  if (field.kind === 'value') return String(field.value).replace(/\s+/g, ' ')
  return field.kind === 'invalid' ? field.written : null
}

/** How well an amended line fits one of the original's. */
export interface LineFit {
  /** Of the things by which a line is known, how many differ. More than one is no fit at all. */
  readonly misses: number
  /** How many of all fields agree: among fits with as few misses the more the better. */
  readonly agreeing: number
}

/** With more differences than this a line is another line. */
const MOST_MISSES = 1

/**
 * How well two lines of one table fit by security, date, code, direction, nature, and amount or price; holdings by
 * security, nature and amount. `undefined` for lines that are not the same. One of these may differ, since it may be
 * what is corrected. Source: section16-rules.md R5.2.6.
 */
export function lineFit(before: OwnershipRow, after: OwnershipRow): LineFit | undefined {
  if (before.isDerivative !== after.isDerivative || before.isTransaction !== after.isTransaction) return undefined
  const same = before.isTransaction ? sameTransaction(before, after) : sameHolding(before, after)
  const misses = same.filter((agrees) => !agrees).length
  if (misses > MOST_MISSES) return undefined
  const changes = changesBetween(before, after).length
  return { misses, agreeing: Object.keys(LINE_FIELDS).length - changes }
}

function sameTransaction(a: OwnershipRow, b: OwnershipRow): boolean[] {
  return [
    sameTitle(a, b),
    a.transactionDate.value?.day === b.transactionDate.value?.day,
    a.coding.code.value === b.coding.code.value,
    a.amounts.acquiredDisposedCode.value === b.amounts.acquiredDisposedCode.value,
    sameNature(a, b),
    sameNumber(a.amounts.shares.value, b.amounts.shares.value) || samePrice(a, b),
  ]
}

function sameHolding(a: OwnershipRow, b: OwnershipRow): boolean[] {
  const [was, is] = [a.postTransactionAmounts, b.postTransactionAmounts]
  return [
    sameTitle(a, b),
    sameNature(a, b),
    sameNumber(was.sharesOwnedFollowingTransaction.value, is.sharesOwnedFollowingTransaction.value) ||
      sameNumber(was.valueOwnedFollowingTransaction.value, is.valueOwnedFollowingTransaction.value),
  ]
}

/** Grants are all free: a price of zero is known of too many lines to know one by. */
function samePrice({ amounts: a }: OwnershipRow, { amounts: b }: OwnershipRow): boolean {
  return sameNumber(a.pricePerShare.value, b.pricePerShare.value) && a.pricePerShare.value?.isZero === false
}

function sameTitle(a: OwnershipRow, b: OwnershipRow): boolean {
  return securityKey(a.securityTitle.value ?? '') === securityKey(b.securityTitle.value ?? '')
}

function sameNature({ ownershipNature: a }: OwnershipRow, { ownershipNature: b }: OwnershipRow): boolean {
  if (a.directOrIndirectOwnership.value !== b.directOrIndirectOwnership.value) return false
  return securityKey(a.natureOfOwnership.value ?? '') === securityKey(b.natureOfOwnership.value ?? '')
}

function sameNumber(a: Decimal | undefined, b: Decimal | undefined): boolean {
  return a !== undefined && b !== undefined && a.equals(b)
}
