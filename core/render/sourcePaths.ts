import { type ElementPath, fieldAt, leafAt } from '../model/elementPath.ts'
import { OWNERSHIP_DOCUMENT } from '../model/elements.ts'
import type { OwnershipRow } from '../model/ownershipDocument.ts'
import type { PrintedKey } from './printedRow.ts'

const OWNED = [
  'postTransactionAmounts/sharesOwnedFollowingTransaction',
  'postTransactionAmounts/valueOwnedFollowingTransaction',
]
const CODE = [
  'transactionCoding/transactionFormType',
  'transactionCoding/transactionCode',
  'transactionCoding/equitySwapInvolved',
]
const AMOUNT = ['transactionAmounts/transactionShares', 'transactionAmounts/transactionTotalValue']
const DIRECTION = 'transactionAmounts/transactionAcquiredDisposedCode'

/** The elements of a line from which a column is printed. */
const ELEMENTS: Readonly<Record<PrintedKey, readonly string[]>> = {
  securityTitle: ['securityTitle'],
  conversionOrExercisePrice: ['conversionOrExercisePrice'],
  transactionDate: ['transactionDate'],
  deemedExecutionDate: ['deemedExecutionDate'],
  code: CODE,
  voluntary: ['transactionCoding/transactionFormType', 'transactionTimeliness'],
  amount: AMOUNT,
  acquired: [...AMOUNT, DIRECTION],
  disposed: [...AMOUNT, DIRECTION],
  acquiredOrDisposed: [DIRECTION],
  exerciseDate: ['exerciseDate'],
  expirationDate: ['expirationDate'],
  underlyingTitle: ['underlyingSecurity/underlyingSecurityTitle'],
  underlyingAmount: ['underlyingSecurity/underlyingSecurityShares', 'underlyingSecurity/underlyingSecurityValue'],
  price: ['transactionAmounts/transactionPricePerShare'],
  transactionValue: ['transactionAmounts/transactionValue'],
  owned: OWNED,
  directOrIndirect: ['ownershipNature/directOrIndirectOwnership'],
  natureOfOwnership: ['ownershipNature/natureOfOwnership'],
}

const LINE = OWNERSHIP_DOCUMENT.children.flatMap((child) => (child.shape === 'rows' ? [child.children] : []))[0] ?? []

const PATHS: ReadonlyMap<string, readonly [string, ElementPath][]> = new Map(
  Object.entries(ELEMENTS).map(([key, elements]) => [key, elements.map((element) => [element, leafAt(LINE, element)])]),
)

/** The elements of a line from which a column was printed, those that stand in the filing: paths below the line. */
export function elementsOf(row: OwnershipRow, key: PrintedKey): string[] {
  return (PATHS.get(key) ?? []).flatMap(([element, path]) => (fieldAt(row, path).present ? [element] : []))
}
