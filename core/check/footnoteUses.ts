import type { FootnoteId } from '../model/reported.ts'
import type { CheckedFiling, FootnoteUse } from './checkedFiling.ts'
import type { CheckedRow } from './checkedRow.ts'

/**
 * Every place of a filing that refers to footnotes, in the schema's order; only lines can. Several rules ask, so it is
 * worked out once. The fields are spelled out because every filing is asked: a walk takes many times as long.
 */
export function footnoteUses(filing: CheckedFiling): readonly FootnoteUse[] {
  filing.known.footnoteUses ??= usesOf(filing)
  return filing.known.footnoteUses
}

function usesOf({ rows }: CheckedFiling): FootnoteUse[] {
  const uses: FootnoteUse[] = []
  for (const row of rows) addUses(row, uses)
  return uses
}

function addUses(line: CheckedRow, uses: FootnoteUse[]): void {
  const { row } = line
  const { coding, amounts, underlyingSecurity, postTransactionAmounts, ownershipNature } = row
  const add = ({ footnotes }: { footnotes: readonly FootnoteId[] }, place: string) => {
    if (footnotes.length > 0) uses.push({ line, place, ids: footnotes })
  }
  add(row.securityTitle, 'securityTitle')
  add(row.conversionOrExercisePrice, 'conversionOrExercisePrice')
  add(row.transactionDate, 'transactionDate')
  add(row.deemedExecutionDate, 'deemedExecutionDate')
  add(coding, 'transactionCoding')
  add(row.timeliness, 'transactionTimeliness')
  if (amounts.present) {
    add(amounts.shares, 'transactionAmounts/transactionShares')
    add(amounts.totalValue, 'transactionAmounts/transactionTotalValue')
    add(amounts.value, 'transactionAmounts/transactionValue')
    add(amounts.pricePerShare, 'transactionAmounts/transactionPricePerShare')
    add(amounts.acquiredDisposedCode, 'transactionAmounts/transactionAcquiredDisposedCode')
  }
  add(row.exerciseDate, 'exerciseDate')
  add(row.expirationDate, 'expirationDate')
  if (underlyingSecurity.present) {
    add(underlyingSecurity.title, 'underlyingSecurity/underlyingSecurityTitle')
    add(underlyingSecurity.shares, 'underlyingSecurity/underlyingSecurityShares')
    add(underlyingSecurity.value, 'underlyingSecurity/underlyingSecurityValue')
  }
  add(postTransactionAmounts.sharesOwnedFollowingTransaction, 'postTransactionAmounts/sharesOwnedFollowingTransaction')
  add(postTransactionAmounts.valueOwnedFollowingTransaction, 'postTransactionAmounts/valueOwnedFollowingTransaction')
  add(ownershipNature.directOrIndirectOwnership, 'ownershipNature/directOrIndirectOwnership')
  add(ownershipNature.natureOfOwnership, 'ownershipNature/natureOfOwnership')
}
