import type { ColumnKey } from '../core/facts/index.ts'

/** What stands in a field; `page` is what is asked of the whole: its edition, and that no word is lost. */
export type FieldKind =
  | 'name'
  | 'address'
  | 'cik'
  | 'symbol'
  | 'date'
  | 'code'
  | 'number'
  | 'title'
  | 'text'
  | 'tick'
  | 'form'
  | 'page'

const COLUMNS: Readonly<Record<ColumnKey, FieldKind>> = {
  securityTitle: 'title',
  conversionOrExercisePrice: 'number',
  transactionDate: 'date',
  deemedExecutionDate: 'date',
  code: 'code',
  voluntary: 'code',
  amount: 'number',
  acquired: 'number',
  disposed: 'number',
  acquiredOrDisposed: 'code',
  exerciseDate: 'date',
  expirationDate: 'date',
  underlyingTitle: 'title',
  underlyingAmount: 'number',
  price: 'number',
  owned: 'number',
  directOrIndirect: 'code',
  natureOfOwnership: 'text',
}

const OTHERS: Readonly<Record<string, FieldKind>> = {
  name: 'name',
  issuer: 'name',
  address: 'address',
  street1: 'address',
  street2: 'address',
  city: 'address',
  state: 'address',
  zipCode: 'address',
  cik: 'cik',
  issuerCik: 'cik',
  tradingSymbol: 'symbol',
  foreignTradingSymbol: 'symbol',
  periodOfReport: 'date',
  dateOfOriginalSubmission: 'date',
  date: 'date',
  officerTitle: 'title',
  otherText: 'title',
  mark: 'code',
  text: 'text',
  remarks: 'text',
  form: 'form',
  isAmendment: 'form',
  forms: 'form',
}

/** What stands in a field, by its place as in `SaidFields`. */
export function fieldKind(at: string): FieldKind {
  const last = at.slice(at.lastIndexOf('/') + 1)
  return at.startsWith('rows/') ? COLUMNS[last as ColumnKey] : (OTHERS[last] ?? 'tick')
}
