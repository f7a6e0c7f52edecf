import {
  type CalendarDate,
  canonical,
  type Decimal,
  Footnote,
  OwnershipNature,
  OwnershipRow,
  PostTransactionAmounts,
  type Reported,
  reported,
  TransactionAmounts,
  TransactionCoding,
  UnderlyingSecurity,
  type ValueType,
  type ValueTypes,
} from '@section16/core'
import type { Derivative, Ownership, Security } from './security.ts'

/** The texts of footnotes on the cells of a line. */
export interface CellNotes {
  readonly title?: readonly string[]
  readonly date?: readonly string[]
  readonly code?: readonly string[]
  readonly shares?: readonly string[]
  readonly price?: readonly string[]
  readonly owned?: readonly string[]
  readonly nature?: readonly string[]
}

/** What a line says that a holding does not. */
export interface LineTransaction {
  readonly date: CalendarDate
  /** Column 2A or 3A, where Rule 16a-3(g)(2) or (3) sets another day. */
  readonly deemed: CalendarDate | undefined
  readonly code: string
  readonly formType: '4' | '5'
  readonly isEarly: boolean
  readonly shares: Decimal
  /** US dollars. */
  readonly price: Decimal
  readonly way: 'A' | 'D'
}

/** A line of Table I or II before its footnotes have numbers. */
export interface Line {
  readonly security: Security
  readonly ownership: Ownership
  readonly ownedAfter: Decimal
  readonly notes: CellNotes
  /** Absent: a holding. */
  readonly transaction: LineTransaction | undefined
}

/** The footnotes of a form, numbered in the order of their first use; one text has one number. */
export class FootnoteBook {
  readonly footnotes: Footnote[] = []

  /** The ids of texts, new ones added. A field names no footnote twice (specification 5.5, section 4.3.6). */
  idsOf(texts: readonly string[]): string[] {
    return [...new Set(texts)].map((text) => this.idOf(text))
  }

  private idOf(text: string): string {
    const known = this.footnotes.find((footnote) => footnote.text === text)
    if (known) return known.id
    const id = `F${this.footnotes.length + 1}`
    this.footnotes.push(new Footnote(id, text))
    return id
  }
}

/** Table I before Table II, in each the transactions before the holdings, else as they come. */
export function runningOrder<T extends { readonly line: Line }>(lines: readonly T[]): T[] {
  const rank = ({ line }: T) => (line.security.table === 'I' ? 0 : 2) + (line.transaction ? 0 : 1)
  return lines.toSorted((one, other) => rank(one) - rank(other))
}

const NONE: readonly string[] = []

/** Disclaimer of Rule 16a-1(a)(4): the line stays. */
export const DISCLAIMER =
  'The reporting person disclaims beneficial ownership of these securities except to the extent of the reporting ' +
  "person's pecuniary interest therein, and this report shall not be deemed an admission of beneficial ownership for " +
  'purposes of Section 16 or for any other purpose.'

/** The line as the SEC's elements have it on a form; its footnotes get their numbers from the book, cell by cell. */
export function rowOf(line: Line, form: '3' | '4' | '5', book: FootnoteBook): OwnershipRow {
  const { security, transaction, notes } = line
  const kind = transaction ? 'Transaction' : 'Holding'
  const row = new OwnershipRow(security.table === 'I' ? `nonDerivative${kind}` : `derivative${kind}`)
  const cell = cellsOf(book)
  row.securityTitle = cell('text', security.title, notes.title)
  if (security.table === 'II') fillPrice(row, security, cell)
  if (transaction) fillTransaction(row, transaction, notes, book)
  if (security.table === 'II') fillTerms(row, security, transaction?.shares ?? line.ownedAfter, cell)
  // Table II of a Form 3 has no column 9: the underlying amount says how much it is (EDGAR's schema of Form 3).
  if (security.table === 'I' || form !== '3') fillTotal(row, line, cell)
  fillNature(row, line, cell)
  return row
}

type CellMaker = <K extends ValueType>(
  type: K,
  value: ValueTypes[K] | undefined,
  notes?: readonly (string | undefined)[],
) => Reported<ValueTypes[K]>

function cellsOf(book: FootnoteBook): CellMaker {
  return (type, value, notes = NONE) => {
    const written = value === undefined ? undefined : canonical(value)
    return reported(type, written, { footnotes: book.idsOf(notes.filter((note) => note !== undefined)) })
  }
}

function fillPrice(row: OwnershipRow, { exercisePrice, exercisePriceNote }: Derivative, cell: CellMaker): void {
  row.conversionOrExercisePrice = cell('decimal', exercisePrice, [exercisePriceNote])
}

function fillTransaction(row: OwnershipRow, transaction: LineTransaction, notes: CellNotes, book: FootnoteBook): void {
  const cell = cellsOf(book)
  const { date, deemed, code, formType, isEarly, shares, price, way } = transaction
  row.transactionDate = cell('date', date, notes.date)
  if (deemed) row.deemedExecutionDate = cell('date', deemed)
  row.coding = new TransactionCoding()
  row.coding.formType = cell('text', formType)
  row.coding.code = cell('text', code)
  row.coding.equitySwapInvolved = cell('boolean', false)
  row.coding.footnotes = book.idsOf(notes.code ?? NONE)
  if (isEarly) row.timeliness = cell('text', 'E')
  row.amounts = new TransactionAmounts()
  row.amounts.shares = cell('decimal', shares, notes.shares)
  row.amounts.pricePerShare = cell('decimal', price, notes.price)
  row.amounts.acquiredDisposedCode = cell('text', way)
}

function fillTerms(row: OwnershipRow, security: Derivative, derivatives: Decimal, cell: CellMaker): void {
  row.exerciseDate = cell('date', security.exercisableFrom, [security.exercisableNote])
  row.expirationDate = cell('date', security.expires, [security.expiresNote])
  row.underlyingSecurity = new UnderlyingSecurity()
  row.underlyingSecurity.title = cell('text', security.underlying)
  row.underlyingSecurity.shares = cell('decimal', derivatives.times(security.sharesEach))
}

function fillTotal(row: OwnershipRow, { ownedAfter, notes }: Line, cell: CellMaker): void {
  row.postTransactionAmounts = new PostTransactionAmounts()
  row.postTransactionAmounts.sharesOwnedFollowingTransaction = cell('decimal', ownedAfter, notes.owned)
}

/** Footnotes on how it is held go where the form says how: column 7 of an indirect line, column 6 of a direct one. */
function fillNature(row: OwnershipRow, { ownership, notes }: Line, cell: CellMaker): void {
  const texts = [...(ownership.isDisclaimed ? [DISCLAIMER] : NONE), ...(notes.nature ?? NONE)]
  const isDirect = ownership.form === 'D'
  row.ownershipNature = new OwnershipNature()
  row.ownershipNature.directOrIndirectOwnership = cell('text', ownership.form, isDirect ? texts : NONE)
  if (!isDirect) row.ownershipNature.natureOfOwnership = cell('text', ownership.nature, texts)
}
