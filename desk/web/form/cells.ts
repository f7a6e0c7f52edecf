import { type ColumnKey, columnOf, type FormNumber, formTypesOnForms } from '@section16/core/facts'
import {
  absent,
  CalendarDate,
  type FootnoteId,
  type OwnershipDocument,
  type OwnershipRow,
  type Reported,
  reported,
  type ValueType,
} from '@section16/core/model'
import { type PrintedKey, printedDate } from '@section16/core/render'
import { fieldOf, valueAt, withField, withValue } from './place.ts'

/** Where a column keeps what it shows, below the line. */
interface Home {
  readonly path: string
  readonly type: ValueType
  /** The element for an amount in dollars, which is typed and printed with a `$`. */
  readonly dollars?: string
}

const HOMES: Readonly<Partial<Record<PrintedKey, Home>>> = {
  securityTitle: { path: 'securityTitle', type: 'text' },
  conversionOrExercisePrice: { path: 'conversionOrExercisePrice', type: 'decimal' },
  transactionDate: { path: 'transactionDate', type: 'date' },
  deemedExecutionDate: { path: 'deemedExecutionDate', type: 'date' },
  code: { path: 'transactionCoding/transactionCode', type: 'text' },
  voluntary: { path: 'transactionTimeliness', type: 'text' },
  amount: { path: 'transactionAmounts/transactionShares', type: 'decimal' },
  acquired: {
    path: 'transactionAmounts/transactionShares',
    type: 'decimal',
    dollars: 'transactionAmounts/transactionTotalValue',
  },
  disposed: {
    path: 'transactionAmounts/transactionShares',
    type: 'decimal',
    dollars: 'transactionAmounts/transactionTotalValue',
  },
  acquiredOrDisposed: { path: 'transactionAmounts/transactionAcquiredDisposedCode', type: 'text' },
  exerciseDate: { path: 'exerciseDate', type: 'date' },
  expirationDate: { path: 'expirationDate', type: 'date' },
  underlyingTitle: { path: 'underlyingSecurity/underlyingSecurityTitle', type: 'text' },
  underlyingAmount: {
    path: 'underlyingSecurity/underlyingSecurityShares',
    type: 'decimal',
    dollars: 'underlyingSecurity/underlyingSecurityValue',
  },
  price: { path: 'transactionAmounts/transactionPricePerShare', type: 'decimal' },
  owned: {
    path: 'postTransactionAmounts/sharesOwnedFollowingTransaction',
    type: 'decimal',
    dollars: 'postTransactionAmounts/valueOwnedFollowingTransaction',
  },
  directOrIndirect: { path: 'ownershipNature/directOrIndirectOwnership', type: 'text' },
  natureOfOwnership: { path: 'ownershipNature/natureOfOwnership', type: 'text' },
}

const OF_HOLDINGS: ReadonlySet<PrintedKey> = new Set([
  'securityTitle',
  'conversionOrExercisePrice',
  'exerciseDate',
  'expirationDate',
  'underlyingTitle',
  'underlyingAmount',
  'owned',
  'directOrIndirect',
  'natureOfOwnership',
])

const CODED: ReadonlySet<PrintedKey> = new Set(['code', 'voluntary', 'acquiredOrDisposed', 'directOrIndirect'])
const DIRECTION = 'transactionAmounts/transactionAcquiredDisposedCode'

/** Whether a line has the column: a holding has no transaction, and what no form has a column for is only shown. */
export function isEditable(row: OwnershipRow, key: PrintedKey, form: FormNumber): boolean {
  if (HOMES[key] === undefined) return false
  return row.isTransaction || OF_HOLDINGS.has(key) || (key === 'code' && form === '5')
}

/** Whether a column takes what is typed in capitals. */
export const isCoded = (key: PrintedKey): boolean => CODED.has(key)

/** The path of the field whose value stands in a cell: the amount in dollars where the filing gives that. */
export function pathOfCell(document: OwnershipDocument, rowPath: string, key: PrintedKey): string {
  const home = HOMES[key] as Home
  const { dollars, path } = home
  const isInDollars =
    dollars !== undefined &&
    fieldOf(document, `${rowPath}/${dollars}`).kind !== 'absent' &&
    fieldOf(document, `${rowPath}/${path}`).kind === 'absent'
  return `${rowPath}/${isInDollars ? dollars : path}`
}

/** What stands in a cell to be edited: a number as written, a date as the form prints it, `P/K4` for a code. */
export function cellText(document: OwnershipDocument, rowPath: string, key: PrintedKey, form: FormNumber): string {
  const row = rowAt(document, rowPath)
  if (key === 'code') return codeText(row, form)
  if (key === 'voluntary')
    return row.coding.formType.value === '5' && form === '4' ? 'V' : (row.timeliness.written ?? '')
  if (key === 'acquired' || key === 'disposed') {
    const isDisposed = row.amounts.acquiredDisposedCode.value === 'D'
    if (isDisposed !== (key === 'disposed')) return ''
  }
  const home = HOMES[key] as Home
  const path = pathOfCell(document, rowPath, key)
  const field = fieldOf(document, path)
  if (field.value instanceof CalendarDate) return printedDate(field.value)
  const written = field.written ?? ''
  return path.endsWith(home.dollars ?? '\n') && written !== '' ? `$${written}` : written
}

/**
 * The document with what was typed into a cell. Marks of the cell stay. Commas and a `$` are no part of a number, and
 * `5/11/2026` is a date; what can't be read as the cell's type is kept as typed, for the rules to object to. In Table II
 * a number in (A) or (D) says the direction too.
 */
export function withTyped(
  document: OwnershipDocument,
  rowPath: string,
  key: PrintedKey,
  typed: string,
  form: FormNumber,
): OwnershipDocument {
  const text = isCoded(key) ? typed.trim().toUpperCase() : typed
  if (key === 'code') return withCode(document, rowPath, text, form)
  if (key === 'voluntary' && form === '4') return withVoluntary(document, rowPath, text)
  const home = HOMES[key] as Home
  if (home.dollars !== undefined) return withAmount(document, rowPath, key, home, text)
  return put(document, `${rowPath}/${home.path}`, home.type, canonical(home.type, text))
}

/** The footnotes of a cell, and the document with others. A code's marks hang on the coding as a whole. */
export function marksOf(document: OwnershipDocument, rowPath: string, key: PrintedKey): readonly FootnoteId[] {
  if (key === 'code') return rowAt(document, rowPath).coding.footnotes
  return fieldOf(document, pathOfCell(document, rowPath, key)).footnotes
}

export function withMarks(
  document: OwnershipDocument,
  rowPath: string,
  key: PrintedKey,
  marks: readonly FootnoteId[],
): OwnershipDocument {
  if (key === 'code') return withValue(document, `${rowPath}/transactionCoding/footnotes`, () => marks)
  const path = pathOfCell(document, rowPath, key)
  const { written } = fieldOf(document, path)
  const { type } = HOMES[key] as Home
  const isEmpty = (written ?? '').trim() === ''
  return withField(
    document,
    path,
    isEmpty && marks.length === 0 ? absent(type) : reported(type, isEmpty ? undefined : written, { footnotes: marks }),
  )
}

/** The column in which a finding about something below a line is shown; `undefined` for the line as a whole. */
export function keyOfFinding(row: OwnershipRow, form: FormNumber, below: string): ColumnKey | undefined {
  const key = columnOf(form, row.isDerivative ? 'II' : 'I', below)?.key
  const isDisposed = row.amounts.acquiredDisposedCode.value === 'D'
  return key === 'acquired' && isDisposed ? 'disposed' : key
}

/** The line at a path. */
export function rowAt(document: OwnershipDocument, rowPath: string): OwnershipRow {
  return valueAt(document, rowPath) as OwnershipRow
}

/** As the schema writes it where it can be told; else as typed. */
export function canonical(type: ValueType, typed: string): string {
  const text = typed.trim()
  if (type === 'decimal') {
    const digits = text.replace(/^\$/, '')
    return /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(digits) ? digits.replaceAll(',', '') : digits
  }
  if (type !== 'date') return typed
  const [, month = '', day = '', year = ''] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** A field's new text, its marks kept; an empty one without marks is not there at all. */
export function put(document: OwnershipDocument, path: string, type: ValueType, text: string): OwnershipDocument {
  const { footnotes } = fieldOf(document, path)
  const isEmpty = text.trim() === ''
  const field: Reported<unknown> =
    isEmpty && footnotes.length === 0 ? absent(type) : reported(type, isEmpty ? undefined : text, { footnotes })
  return withField(document, path, field)
}

function withAmount(
  document: OwnershipDocument,
  rowPath: string,
  key: PrintedKey,
  { path, dollars = '' }: Home,
  typed: string,
): OwnershipDocument {
  const marks = marksOf(document, rowPath, key)
  const isInDollars = typed.trim().startsWith('$')
  const [home, other] = isInDollars ? [dollars, path] : [path, dollars]
  const emptied = withField(document, `${rowPath}/${other}`, absent('decimal'))
  const text = canonical('decimal', typed)
  const field =
    text === '' && marks.length === 0
      ? absent('decimal')
      : reported('decimal', text === '' ? undefined : text, { footnotes: marks })
  const written = withField(emptied, `${rowPath}/${home}`, field)
  if (key !== 'acquired' && key !== 'disposed') return written
  return text === '' ? written : put(written, `${rowPath}/${DIRECTION}`, 'text', key === 'acquired' ? 'A' : 'D')
}

function codeText(row: OwnershipRow, form: FormNumber): string {
  const { code, equitySwapInvolved, formType } = row.coding
  const told = formTypesOnForms.find((one) => one.form === form && one.formType === formType.value)
  const suffix = told?.suffix[row.timeliness.value ?? ''] ?? ''
  return `${code.written ?? ''}${equitySwapInvolved.value ? '/K' : ''}${suffix}`
}

/** `P`, `P/K`, on a Form 5 `P4`: the code, the equity swap, the form on which the line belonged. */
function withCode(document: OwnershipDocument, rowPath: string, typed: string, form: FormNumber): OwnershipDocument {
  const [, letters = typed, swap, digit] = /^([A-Z]?)(\/K)?([345])?$/.exec(typed) ?? []
  const coding = `${rowPath}/transactionCoding`
  const row = rowAt(document, rowPath)
  let after = put(document, `${coding}/transactionCode`, 'text', letters)
  if (!row.isTransaction && letters === '') after = document
  else after = put(after, `${coding}/equitySwapInvolved`, 'boolean', swap === undefined ? '0' : '1')
  if (form !== '5') {
    return row.coding.formType.kind === 'absent' ? put(after, `${coding}/transactionFormType`, 'text', '4') : after
  }
  const meant = formTypesOnForms.find(
    (one) => one.form === '5' && one.holding === !row.isTransaction && Object.values(one.suffix).includes(digit ?? ''),
  )
  const timeliness = Object.entries(meant?.suffix ?? {}).find(([, suffix]) => suffix === digit)?.[0] ?? ''
  const formType = meant?.formType ?? (row.isTransaction ? '5' : '')
  const typedForm = put(after, `${coding}/transactionFormType`, 'text', formType)
  return put(typedForm, `${rowPath}/transactionTimeliness`, 'text', timeliness)
}

/** `V` on a Form 4: an item of Form 5, reported early by choice. */
function withVoluntary(document: OwnershipDocument, rowPath: string, typed: string): OwnershipDocument {
  const isEarly = typed === 'V'
  const known = put(document, `${rowPath}/transactionCoding/transactionFormType`, 'text', isEarly ? '5' : '4')
  return put(known, `${rowPath}/transactionTimeliness`, 'text', isEarly ? 'E' : typed)
}
