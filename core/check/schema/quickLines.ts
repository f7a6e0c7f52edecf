import { acquiredDisposedCodes, directOrIndirectCodes, FORM_LIMITS } from '../../facts/index.ts'
import type { OwnershipRow, OwnershipTable, TransactionCoding } from '../../model/ownershipDocument.ts'
import type { Edition } from './contents.ts'
import { isFlag, type QuickFields } from './quickValues.ts'
import { code, date, text, timeliness, transactionCode } from './values.ts'

const ACQUIRED_DISPOSED = code(acquiredDisposedCodes, 'neither-acquired-nor-disposed')
const DIRECT_INDIRECT = code(directOrIndirectCodes, 'neither-direct-nor-indirect')
const NATURE = text(0, 100)

/** Whether a quick look finds a table and all its lines in order; false where it takes a closer one. */
export function isTableInOrder(table: OwnershipTable, isDerivative: boolean, edition: Edition, fields: QuickFields) {
  const { rows } = table
  if (!table.present) return rows.length === 0
  if (table.layout || rows.length > FORM_LIMITS.rowsPerTable.most) return false
  for (const row of rows) if (!isLineInOrder(row, isDerivative, edition, fields)) return false
  return true
}

function isLineInOrder(row: OwnershipRow, isDerivative: boolean, { form }: Edition, fields: QuickFields): boolean {
  const isKnown = isDerivative
    ? isDerivativeInOrder(row, fields)
    : !row.conversionOrExercisePrice.present && hasNoDerivative(row)
  if (!isKnown || row.layout || !fields.text(row.securityTitle, 60) || !isNatureInOrder(row, fields)) return false
  const kind = isDerivative ? 'derivative' : 'nonDerivative'
  if (form !== '3' && row.element === `${kind}Transaction`) {
    return isTransactionInOrder(row, isDerivative, form, fields) && arePostAmountsInOrder(row, fields)
  }
  if (row.element !== `${kind}Holding` || !isHoldingInOrder(row, form, fields)) return false
  return isDerivative && form === '3' ? !row.postTransactionAmounts.present : arePostAmountsInOrder(row, fields)
}

function isTransactionInOrder(row: OwnershipRow, isDerivative: boolean, form: '4' | '5', fields: QuickFields): boolean {
  const { amounts, deemedExecutionDate, timeliness: late } = row
  const { acquiredDisposedCode: direction } = amounts
  return (
    fields.day(row.transactionDate) &&
    fields.optional(deemedExecutionDate, date) &&
    isCodingInOrder(row.coding, fields) &&
    fields.optional(late, timeliness) &&
    (form === '4' || late.footnotes.length === 0) &&
    amounts.present &&
    !amounts.layout &&
    !amounts.value.present &&
    (amounts.totalValue.present
      ? isDerivative && !amounts.shares.present && fields.amount(amounts.totalValue)
      : fields.amount(amounts.shares)) &&
    fields.amountOrFootnote(amounts.pricePerShare) &&
    fields.checked(direction, ACQUIRED_DISPOSED) &&
    (!isDerivative || direction.footnotes.length === 0)
  )
}

function isCodingInOrder(coding: TransactionCoding, fields: QuickFields): boolean {
  if (!coding.present) return true
  const { formType, equitySwapInvolved } = coding
  return (
    !coding.layout &&
    fields.references(coding.footnotes) &&
    formType.spelling === undefined &&
    (formType.written === '4' || formType.written === '5') &&
    coding.code.spelling === undefined &&
    transactionCode(coding.code.written ?? '', coding.code) === undefined &&
    coding.code.present &&
    equitySwapInvolved.present &&
    isFlag(equitySwapInvolved)
  )
}

function isHoldingInOrder(row: OwnershipRow, form: Edition['form'], fields: QuickFields): boolean {
  const { coding } = row
  const isCodingKnown =
    !coding.present ||
    (form === '5' &&
      !coding.layout &&
      fields.references(coding.footnotes) &&
      formTypeIs3(coding) &&
      !coding.code.present &&
      !coding.equitySwapInvolved.present)
  return (
    isCodingKnown &&
    !row.transactionDate.present &&
    !row.deemedExecutionDate.present &&
    !row.timeliness.present &&
    !row.amounts.present
  )
}

function formTypeIs3({ formType }: TransactionCoding): boolean {
  return !formType.present || (formType.spelling === undefined && formType.written === '3')
}

function hasNoDerivative({ exerciseDate, expirationDate, underlyingSecurity }: OwnershipRow): boolean {
  return !exerciseDate.present && !expirationDate.present && !underlyingSecurity.present
}

function isDerivativeInOrder(row: OwnershipRow, fields: QuickFields): boolean {
  const { title, shares, value, present, layout } = row.underlyingSecurity
  return (
    fields.amountOrFootnote(row.conversionOrExercisePrice) &&
    fields.dayOrFootnote(row.exerciseDate) &&
    fields.dayOrFootnote(row.expirationDate) &&
    present &&
    !layout &&
    fields.text(title, 60) &&
    (!shares.present || (!value.present && fields.amountOrFootnote(shares))) &&
    (!value.present || fields.amountOrFootnote(value))
  )
}

function arePostAmountsInOrder({ postTransactionAmounts }: OwnershipRow, fields: QuickFields): boolean {
  const {
    present,
    layout,
    sharesOwnedFollowingTransaction: shares,
    valueOwnedFollowingTransaction: value,
  } = postTransactionAmounts
  return present && !layout && (value.present ? !shares.present && fields.amount(value) : fields.amount(shares))
}

function isNatureInOrder({ ownershipNature }: OwnershipRow, fields: QuickFields): boolean {
  const { present, layout, directOrIndirectOwnership, natureOfOwnership } = ownershipNature
  return (
    present &&
    !layout &&
    fields.checked(directOrIndirectOwnership, DIRECT_INDIRECT) &&
    (!natureOfOwnership.present || fields.checked(natureOfOwnership, NATURE))
  )
}
