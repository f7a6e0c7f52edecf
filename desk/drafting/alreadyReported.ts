import { type FiledReport, securityKey } from '@section16/core/ledger'
import { type Diagnostic, type OwnershipDocument, type OwnershipRow, rowsOf } from '@section16/core/model'
import { told } from './diagnostics.ts'
import { pathOfRow } from './rows.ts'

/**
 * The transactions of a draft that a report filed before it holds already (D224): of the same day, security, series, code,
 * direction, number, price and line of ownership. Each reported line answers for one of the draft's, so that of three
 * equal fills, two of them reported, one is new. What lacks one of these values is like nothing. Not for an amendment,
 * which says again what was said. It is a doubt: equal grants on one day there are. Source: filers' most frequent error,
 * undone by an explanation alone.
 */
export function alreadyReported(document: OwnershipDocument, reports: readonly FiledReport[]): Diagnostic[] {
  const reported = new Map<string, string[]>()
  for (const { key: report, accessionNumber, document: filed } of reports)
    for (const row of rowsOf(filed)) {
      const key = keyOf(row)
      if (key !== undefined) reported.set(key, [...(reported.get(key) ?? []), accessionNumber ?? report])
    }
  return rowsOf(document).flatMap((row) => {
    const report = reported.get(keyOf(row) ?? '')?.shift()
    const title = row.securityTitle.value ?? ''
    return report === undefined ? [] : [told('D224', pathOfRow(document, row), { title, report })]
  })
}

/** Two transactions with one key are the same; `undefined` for a holding, and for what says too little. */
function keyOf(row: OwnershipRow): string | undefined {
  const { securityTitle, transactionDate, coding, amounts, ownershipNature, conversionOrExercisePrice } = row
  const { value: title } = securityTitle
  const needed = [transactionDate.value, coding.code.value, amounts.acquiredDisposedCode.value, amounts.shares.value]
  if (title === undefined || needed.includes(undefined)) return undefined
  const { directOrIndirectOwnership, natureOfOwnership } = ownershipNature
  const others = [
    amounts.pricePerShare.value,
    conversionOrExercisePrice.value,
    row.expirationDate.value,
    directOrIndirectOwnership.value,
    natureOfOwnership.value?.toLowerCase(),
  ]
  return JSON.stringify([row.isDerivative, securityKey(title), ...needed.map(String), ...others.map(String)])
}
