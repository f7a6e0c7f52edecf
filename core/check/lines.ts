import type { Decimal } from '../model/decimal.ts'
import { type FootnoteId, noFootnotes, type Reported } from '../model/reported.ts'
import type { CheckedFiling, CheckedLine } from './checkedFiling.ts'
import type { CheckedRow } from './checkedRow.ts'
import { plain } from './phrases.ts'
import { remembered } from './remembered.ts'

/**
 * The line of ownership that a row belongs to: one class of security and one form and nature of ownership; in Table II
 * one series (title, exercise price, dates). Column 5 and column 9 run along it (section16-rules.md R2.7.1, R2.7.5).
 */
export function lineOf(row: CheckedRow): string {
  row.known.line ??= keyOf(row)
  return row.known.line
}

/** The lines of a filing often say the same, one after the other. */
const plainTitle = remembered(plain)
const plainNature = remembered(plain)

function keyOf({ row, table }: CheckedRow): string {
  const { directOrIndirectOwnership: direct, natureOfOwnership: nature } = row.ownershipNature
  const ownership = `${direct.value ?? ''}|${plainNature(nature.value ?? '')}|${listed(nature)}|${listed(direct)}`
  const line = `${table}|${plainTitle(row.securityTitle.value ?? '')}|${ownership}`
  if (table === 'I') return line
  const price = row.conversionOrExercisePrice
  const { exerciseDate: from, expirationDate: until } = row
  const dates = `${from.value?.day ?? listed(from)}|${until.value?.day ?? listed(until)}`
  return `${line}|${String(price.value ?? listed(price))}|${dates}|${plain(row.underlyingSecurity.title.value)}`
}

/** The footnotes on a field, as a part of a key. */
function listed({ footnotes }: Reported<unknown>): string {
  return footnotes.length === 0 ? '' : footnotes.join(',')
}

/**
 * The transactions of a filing by their line, in the order filed. Lines of one transaction are left out: there is nothing
 * to compare.
 */
export function linesOf(filing: CheckedFiling): readonly CheckedLine[] {
  filing.known.lines ??= sortOut(filing.transactions)
  return filing.known.lines
}

const NO_LINES: readonly CheckedLine[] = []

function sortOut(rows: readonly CheckedRow[]): readonly CheckedLine[] {
  if (rows.length < 2) return NO_LINES
  const lines = new Map<string, CheckedRow[]>()
  let before: CheckedRow | undefined
  for (const row of rows) {
    // Most rows follow one of their own line: its key need not be made again.
    if (before && saysTheSame(before, row)) row.known.line = lineOf(before)
    before = row
    const key = lineOf(row)
    const line = lines.get(key)
    if (line) line.push(row)
    else lines.set(key, [row])
  }
  return [...lines.values()].filter(({ length }) => length > 1)
}

/** Whether two rows of Table I tell their line in the very same words, without a footnote; others may be of one line. */
function saysTheSame(one: CheckedRow, other: CheckedRow): boolean {
  if (one.table !== 'I' || other.table !== 'I' || one.row.securityTitle.value !== other.row.securityTitle.value)
    return false
  const { directOrIndirectOwnership: direct, natureOfOwnership: nature } = one.row.ownershipNature
  const { directOrIndirectOwnership: otherDirect, natureOfOwnership: otherNature } = other.row.ownershipNature
  return (
    direct.value === otherDirect.value &&
    nature.value === otherNature.value &&
    direct.footnotes.length + nature.footnotes.length === 0 &&
    otherDirect.footnotes.length + otherNature.footnotes.length === 0
  )
}

/** Every footnote on a row, wherever it stands in it. */
export function footnotesOn(row: CheckedRow): readonly FootnoteId[] {
  row.known.footnotes ??= idsOf(row)
  return row.known.footnotes
}

/** The coding's first, then the others in the order of their fields, each once. */
function idsOf({ row }: CheckedRow): readonly FootnoteId[] {
  const { coding, amounts, underlyingSecurity, postTransactionAmounts, ownershipNature } = row
  let ids = joined(noFootnotes, coding)
  ids = joined(ids, row.securityTitle)
  ids = joined(ids, row.conversionOrExercisePrice)
  ids = joined(ids, row.transactionDate)
  ids = joined(ids, row.deemedExecutionDate)
  ids = joined(ids, coding.code)
  ids = joined(ids, coding.formType)
  ids = joined(ids, row.timeliness)
  ids = joined(ids, amounts.shares)
  ids = joined(ids, amounts.totalValue)
  ids = joined(ids, amounts.value)
  ids = joined(ids, amounts.pricePerShare)
  ids = joined(ids, amounts.acquiredDisposedCode)
  ids = joined(ids, row.exerciseDate)
  ids = joined(ids, row.expirationDate)
  ids = joined(ids, underlyingSecurity.title)
  ids = joined(ids, underlyingSecurity.shares)
  ids = joined(ids, underlyingSecurity.value)
  ids = joined(ids, postTransactionAmounts.sharesOwnedFollowingTransaction)
  ids = joined(ids, postTransactionAmounts.valueOwnedFollowingTransaction)
  ids = joined(ids, ownershipNature.directOrIndirectOwnership)
  return joined(ids, ownershipNature.natureOfOwnership)
}

/** Most fields have no footnote, and most lines have them on one field only: neither needs a new list. */
function joined(
  ids: readonly FootnoteId[],
  { footnotes }: { footnotes: readonly FootnoteId[] },
): readonly FootnoteId[] {
  if (footnotes.length === 0) return ids
  if (ids.length === 0 && footnotes.length === 1) return footnotes
  const all = [...ids]
  for (const id of footnotes) if (!all.includes(id)) all.push(id)
  return all
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
