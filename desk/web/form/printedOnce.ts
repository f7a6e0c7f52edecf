import type { FormNumber } from '@section16/core/facts'
import type { OwnershipDocument, OwnershipRow } from '@section16/core/model'
import { type PrintedRow, printedRow } from '@section16/core/render'

const kept = new WeakMap<OwnershipRow, { readonly form: FormNumber; readonly printed: PrintedRow }>()

/**
 * As `printedRow`, and the same object each time for one line on one form: a draft's lines are replaced, never changed.
 * A line with `transactionValue` is printed anew each time, since other lines and the footnotes tell what that means.
 */
export function printedOnce(row: OwnershipRow, form: FormNumber, document: OwnershipDocument): PrintedRow {
  if (row.amounts.value.kind !== 'absent') return printedRow(row, form, document)
  const before = kept.get(row)
  if (before?.form === form) return before.printed
  const printed = printedRow(row, form, document)
  kept.set(row, { form, printed })
  return printed
}
