import { TWO_DAY_FROM } from '../facts/deadlines.ts'
import type { CheckedRow } from './checkedRow.ts'
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

/** Codes that wait for Form 5 at no time, and those that do not since 2002-08-29 (section16-rules.md 2.1 and 2.3). */
const SINCE_2002 = 'ADFI'
export const FORM_4_ITEMS = `PSMCOXU${SINCE_2002}`

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

/** The check of a rule that reports a transaction's direction where it is the wrong one. */
export function reportDirection(wrong: 'A' | 'D') {
  return (line: CheckedRow, report: Report): void => {
    if (directionOf(line) === wrong) report(DIRECTION, { code: codeOf(line), title: titleOf(line) })
  }
}

/** Reports the code of a transaction that has no place in its table. */
export function reportTable(line: CheckedRow, report: Report): void {
  report(CODE, { code: codeOf(line), title: titleOf(line) })
}

/** Reports the form type of a transaction of `FORM_4_ITEMS` that is marked as an item of Form 5 but never was one. */
export function reportForm4Item(line: CheckedRow, report: Report): void {
  const { coding, transactionDate } = line.row
  if (coding.formType.value !== '5') return
  const since2002 = transactionDate.value !== undefined && transactionDate.value.day >= TWO_DAY_FROM.day
  if (since2002 || !hasCodeOf(line, SINCE_2002)) report(FORM_TYPE, { code: codeOf(line) })
}
