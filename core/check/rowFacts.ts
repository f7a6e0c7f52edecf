import { TWO_DAY_FROM } from '../facts/deadlines.ts'
import type { CheckedFiling, CheckedRow } from './checkedFiling.ts'
import { codeOf } from './lines.ts'
import type { Report } from './rule.ts'

/** Where a line's fields stand below it. */
export const CODE = 'transactionCoding/transactionCode'
export const FORM_TYPE = 'transactionCoding/transactionFormType'
export const DIRECTION = 'transactionAmounts/transactionAcquiredDisposedCode'
export const PRICE = 'transactionAmounts/transactionPricePerShare'
export const NATURE = 'ownershipNature/natureOfOwnership'

/** Codes of exercises and conversions: two lines, the stock in Table I and the derivative in Table II. */
export const EXERCISES = 'MCOX'

/** Codes that never wait for Form 5 (section16-rules.md 2.1 and 2.3); A, D, F and I since 2002-08-29. */
const ALWAYS_FORM_4 = 'PSMCOXU'
const FORM_4_SINCE_2002 = 'ADFI'

/** Whether a line's code is one letter of a list. */
export function hasCodeOf(line: CheckedRow, letters: string): boolean {
  const code = codeOf(line)
  return code.length === 1 && letters.includes(code)
}

/** `A`, `D`, or '' where the line says neither. */
export function directionOf({ row }: CheckedRow): string {
  return row.amounts.acquiredDisposedCode.value ?? ''
}

/** A line's title as it is shown in a message. */
export function titleOf({ row }: CheckedRow): string {
  return row.securityTitle.value ?? 'security'
}

/**
 * Reports the direction of each transaction of one of the codes that goes the wrong way; in one table where it is given,
 * some codes excepted.
 */
export function reportDirection(
  { transactions }: CheckedFiling,
  report: Report,
  wrong: { codes: string; except?: ReadonlySet<string>; direction: 'A' | 'D'; table?: 'I' | 'II' },
): void {
  for (const line of transactions) {
    if (wrong.table && wrong.table !== line.table) continue
    if (directionOf(line) !== wrong.direction || !hasCodeOf(line, wrong.codes)) continue
    if (wrong.except?.has(codeOf(line))) continue
    report(`${line.path}/${DIRECTION}`, { code: codeOf(line), title: titleOf(line) })
  }
}

/** Reports the code of each transaction of one of the codes in a table where it has no place. */
export function reportTable(
  { transactions }: CheckedFiling,
  report: Report,
  wrong: { codes: string; table: 'I' | 'II' },
): void {
  for (const line of transactions) {
    if (line.table !== wrong.table || !hasCodeOf(line, wrong.codes)) continue
    report(`${line.path}/${CODE}`, { code: codeOf(line), title: titleOf(line) })
  }
}

/** Reports the form type of each transaction marked as an item of Form 5 (type 5) that never was one. */
export function reportForm4Items(transactions: readonly CheckedRow[], report: Report): void {
  for (const line of transactions) {
    if (line.row.coding.formType.value !== '5' || !isForm4Item(line)) continue
    report(`${line.path}/${FORM_TYPE}`, { code: codeOf(line) })
  }
}

/** By its code and, for A, D, F and I, its day. */
function isForm4Item(line: CheckedRow): boolean {
  if (hasCodeOf(line, ALWAYS_FORM_4)) return true
  const date = line.row.transactionDate.value
  return hasCodeOf(line, FORM_4_SINCE_2002) && date !== undefined && date.day >= TWO_DAY_FROM.day
}

/** The path of an owner's relationship; owners are counted from 0 here and from 1 in the path. */
export function relationshipPath(owner: number): string {
  return `/ownershipDocument/reportingOwner[${owner + 1}]/reportingOwnerRelationship`
}
