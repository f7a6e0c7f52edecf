import type { FormNumber } from '@section16/core/facts'
import type { OwnershipDocument, OwnershipRow } from '@section16/core/model'
import { type PrintedRow, printedRow } from '@section16/core/render'

const kept = new WeakMap<OwnershipRow, { readonly form: FormNumber; readonly printed: PrintedRow }>()

/** As `printedRow`, and the same object for as long as it says the same: a draft's lines are replaced, never changed. */
export function printedOnce(row: OwnershipRow, form: FormNumber, document: OwnershipDocument): PrintedRow {
  // What `transactionValue` means is told by other lines and the footnotes.
  if (row.amounts.value.kind !== 'absent') return printedRow(row, form, document)
  const before = kept.get(row)
  if (before?.form === form) return before.printed
  const printed = printedRow(row, form, document)
  kept.set(row, { form, printed })
  return printed
}
