import type { FormNumber } from '../facts/documentTypes.ts'
import type { ColumnKey } from '../facts/formColumns.ts'
import { acquiredDisposedCodes } from '../facts/ownershipCodes.ts'
import { formTypeOnForm, transactionFormTypes } from '../facts/transactionFormTypes.ts'
import type { CalendarDate } from '../model/calendarDate.ts'
import type { Decimal } from '../model/decimal.ts'
import type { OwnershipDocument, OwnershipRow } from '../model/ownershipDocument.ts'
import { type FootnoteId, noFootnotes, type Reported } from '../model/reported.ts'
import { type TransactionValueMeaning, transactionValueMeaning } from '../model/transactionValue.ts'
import { printedDate, printedNumber } from './printed.ts'

/** A piece of a cell: what is reported, text that is no value, or a word of ours beside it. */
export interface PrintedPart {
  readonly kind: 'value' | 'invalid' | 'note'
  /** As filed for `invalid`, any character may be in it; a medium cleans what it shows. */
  readonly text: string
}

/** One line of a cell with its footnotes. No parts: footnotes only. */
export interface PrintedLine {
  readonly parts: readonly PrintedPart[]
  readonly marks: readonly FootnoteId[]
}

/** Usually one line; two where a filing gives an amount both as number and as value. Empty: nothing reported. */
export type PrintedCell = readonly PrintedLine[]

/** `transactionValue` has no column on any form: it is X0101's price, with what it means. */
export type PrintedKey = ColumnKey | 'transactionValue'

export type PrintedRow = Readonly<Record<PrintedKey, PrintedCell>>

/** The cells of a line of Table I or II as a form prints them (ownership-xml.md sections 5.4 and 11). */
export function printedRow(row: OwnershipRow, form: FormNumber, document: OwnershipDocument): PrintedRow {
  const { amounts, underlyingSecurity, postTransactionAmounts, ownershipNature } = row
  const amount = [...number(amounts.shares), ...money(amounts.totalValue)]
  return {
    securityTitle: text(row.securityTitle),
    conversionOrExercisePrice: money(row.conversionOrExercisePrice),
    transactionDate: date(row.transactionDate),
    deemedExecutionDate: date(row.deemedExecutionDate),
    code: code(row, form),
    voluntary: form === '5' ? [] : voluntary(row, form),
    ...(row.isDerivative ? byDirection(row, amount) : { ...NO_DIRECTION, amount }),
    acquiredOrDisposed: row.isDerivative ? [] : text(amounts.acquiredDisposedCode),
    exerciseDate: date(row.exerciseDate),
    expirationDate: date(row.expirationDate),
    underlyingTitle: text(underlyingSecurity.title),
    underlyingAmount: [...number(underlyingSecurity.shares), ...money(underlyingSecurity.value)],
    price: money(amounts.pricePerShare),
    transactionValue: withMeaning(money(amounts.value), transactionValueMeaning(row, document)),
    owned: [
      ...number(postTransactionAmounts.sharesOwnedFollowingTransaction),
      ...money(postTransactionAmounts.valueOwnedFollowingTransaction),
    ],
    directOrIndirect: text(ownershipNature.directOrIndirectOwnership),
    natureOfOwnership: text(ownershipNature.natureOfOwnership),
  }
}

function cell<T>(field: Reported<T>, print: (value: T, written: string) => string): PrintedCell {
  const { footnotes: marks } = field
  switch (field.kind) {
    case 'value':
      return [{ parts: [{ kind: 'value', text: print(field.value, field.written) }], marks }]
    case 'invalid':
      return [{ parts: [{ kind: 'invalid', text: field.written }], marks }]
    case 'footnote':
      return [{ parts: [], marks }]
    case 'absent':
      return []
  }
}

const text = (field: Reported<string>) => cell(field, (value) => value)
const date = (field: Reported<CalendarDate>) => cell(field, printedDate)
const number = (field: Reported<Decimal>) => cell(field, (_, written) => printedNumber(written))
const money = (field: Reported<Decimal>) => cell(field, (_, written) => `$${printedNumber(written)}`)

/** The code, `/K` for an equity swap, and on a Form 5 where the row belonged: `P/K4`. */
function code(row: OwnershipRow, form: FormNumber): PrintedCell {
  const { code: letter, equitySwapInvolved: swap, formType, footnotes } = row.coding
  const meaning = formTypeOnForm(form, formType.value ?? '', !row.isTransaction)
  const timeliness = row.timeliness.value ?? ''
  const suffix = meaning?.suffix[timeliness] ?? meaning?.suffix[''] ?? ''
  const parts: PrintedPart[] = []
  const printed = (letter.value ?? '') + (swap.value ? '/K' : '') + suffix
  if (printed !== '') parts.push({ kind: 'value', text: printed })
  if (swap.kind === 'invalid') parts.push({ kind: 'invalid', text: swap.written })
  if (formType.kind === 'value' && !transactionFormTypes.has(formType.value)) {
    parts.push({ kind: 'invalid', text: formType.value })
  }
  // Form 5 has no column V, where Forms 3 and 4 have what is said of timeliness.
  const late = form === '5' ? voluntary(row, form) : []
  parts.push(...late.flatMap((line) => line.parts))
  const marks = [...footnotes, ...late.flatMap((line) => line.marks)]
  return parts.length > 0 || marks.length > 0 ? [{ parts, marks }] : []
}

/** `V` where the row was not due on this form; a timeliness that does not go with the form type stands as filed. */
function voluntary(row: OwnershipRow, form: FormNumber): PrintedCell {
  const meaning = formTypeOnForm(form, row.coding.formType.value ?? '', !row.isTransaction)
  const timeliness = row.timeliness.value ?? ''
  const parts: PrintedPart[] = []
  if (meaning?.voluntary) parts.push({ kind: 'value', text: 'V' })
  if (timeliness !== '' && !meaning?.timeliness.includes(timeliness)) parts.push({ kind: 'invalid', text: timeliness })
  const marks = row.timeliness.footnotes
  return parts.length > 0 || marks.length > 0 ? [{ parts, marks }] : []
}

const NO_DIRECTION = { acquired: [], disposed: [] } as const

/** Table II has a column for what was acquired and one for what was disposed of. */
function byDirection(row: OwnershipRow, amount: PrintedCell): Pick<PrintedRow, 'amount' | 'acquired' | 'disposed'> {
  const { value = '', footnotes } = row.amounts.acquiredDisposedCode
  const [first = { parts: [], marks: noFootnotes }, ...others] = amount
  const marked = footnotes.length > 0 ? [{ ...first, marks: [...first.marks, ...footnotes] }, ...others] : amount
  if (value === 'A') return { amount: [], acquired: marked, disposed: [] }
  if (value === 'D') return { amount: [], acquired: [], disposed: marked }
  if (marked.length === 0 && value === '') return { amount: [], acquired: [], disposed: [] }
  const doubt: PrintedPart = acquiredDisposedCodes.has(value)
    ? { kind: 'value', text: value }
    : value === ''
      ? { kind: 'note', text: '(A) or (D)?' }
      : { kind: 'invalid', text: value }
  return { amount: [], acquired: [...marked, { parts: [doubt], marks: [] }], disposed: [] }
}

const MEANINGS: Record<TransactionValueMeaning['meaning'], string> = {
  pricePerShare: 'per share',
  total: 'total',
  open: 'open',
}

function withMeaning(value: PrintedCell, { meaning }: TransactionValueMeaning): PrintedCell {
  if (value.length === 0) return value
  return [...value, { parts: [{ kind: 'note', text: MEANINGS[meaning] }], marks: [] }]
}
