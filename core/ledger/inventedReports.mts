/** Invented reports for the tests of the ledger: `4`, a filing date, owners, and lines written as people write them. */
import { parseAccessionNumber } from '../model/accessionNumber.ts'
import { CalendarDate } from '../model/calendarDate.ts'
import {
  Footnote,
  Footnotes,
  Issuer,
  OwnershipDocument,
  OwnershipNature,
  OwnershipRow,
  OwnershipTable,
  PostTransactionAmounts,
  ReportingOwner,
  ReportingOwnerId,
  TransactionAmounts,
  TransactionCoding,
  UnderlyingSecurity,
} from '../model/ownershipDocument.ts'
import { reported, type ValueType } from '../model/reported.ts'
import type { FiledReport } from './filedReport.ts'

/** What a line has beside its text. */
export interface LineParts {
  title?: string
  /** `D`, or `I By Spouse`. */
  nature?: string
  /** The number of the footnotes on it, `1` for F1. On the amount after the transaction. */
  notes?: number[]
  deemed?: string
  formType?: string
  timeliness?: string
  /** Makes it a line of Table II. */
  derivative?: { price?: string; exercisable?: string; expires?: string; underlying?: string; shares?: string }
}

/** One line: see `line`. */
export type InventedLine = readonly [text: string, parts?: LineParts]

export interface InventedReport {
  form?: string
  /** The filing date; null: not known. */
  filed?: string | null
  key?: string
  owners?: readonly string[]
  issuer?: string
  foreignSymbol?: string
  period?: string
  original?: string
  lines?: readonly InventedLine[]
  footnotes?: readonly string[]
  remarks?: string
  accepted?: string
}

let made = 0

/** A report of Jane Doe (CIK 2001) in Invented Holdings (CIK 1001), a Form 4 unless said. */
export function invented(parts: InventedReport = {}): FiledReport {
  const { form = '4', filed = '2024-03-04', owners = ['2001'], issuer = '1001', lines = [], footnotes = [] } = parts
  const document = new OwnershipDocument()
  document.documentType = text(form)
  document.issuer = new Issuer()
  document.issuer.cik = reported('cik', issuer)
  document.issuer.name = text('Invented Holdings Inc.')
  if (parts.foreignSymbol !== undefined) document.issuer.foreignTradingSymbol = text(parts.foreignSymbol)
  document.reportingOwners = owners.map((cik) => {
    const owner = new ReportingOwner()
    owner.id = new ReportingOwnerId()
    owner.id.cik = reported('cik', cik)
    owner.id.name = text(`OWNER ${cik}`)
    return owner
  })
  const rows = lines.map(([written, more]) => line(written, more))
  document.nonDerivativeTable = tableOf(rows.filter((row) => !row.isDerivative))
  document.derivativeTable = tableOf(rows.filter((row) => row.isDerivative))
  document.footnotes = new Footnotes()
  document.footnotes.footnotes = footnotes.map((one, i) => new Footnote(`F${i + 1}`, one))
  if (parts.remarks !== undefined) document.remarks = text(parts.remarks)
  const period = parts.period ?? rows.map((row) => row.transactionDate.written ?? '').find((date) => date !== '')
  if (period !== undefined) document.periodOfReport = reported('date', period)
  if (parts.original !== undefined) document.dateOfOriginalSubmission = reported('date', parts.original)
  const accessionNumber = parseAccessionNumber(parts.key ?? `0009999990-24-${String(++made).padStart(6, '0')}`)
  const filedOn = filed === null ? undefined : CalendarDate.parse(filed)
  return {
    key: accessionNumber ?? parts.key ?? '',
    accessionNumber,
    filedOn,
    acceptedAt: parts.accepted && filedOn ? { date: filedOn, time: parts.accepted } : undefined,
    document,
  }
}

function tableOf(rows: OwnershipRow[]): OwnershipTable {
  const table = new OwnershipTable()
  table.rows = rows
  return table
}

/**
 * `2024-03-01 S 100 @ 14.50 -> 900` is a transaction, `-> 900` a holding. Acquired or disposed follows from the code
 * (`S`, `D`, `F`, `U` dispose) or is said: `2024-03-01 G A 100`. What is left out is absent.
 */
export function line(written: string, parts: LineParts = {}): OwnershipRow {
  const [before = '', after] = written.split('->').map((part) => part.trim())
  const words = before.split(/\s+/).filter((word) => word !== '')
  const price = words.includes('@') ? words.splice(words.indexOf('@'), 2)[1] : undefined
  const [date, code = '', ...amounts] = words
  const said = amounts[0] === 'A' || amounts[0] === 'D' ? amounts.shift() : undefined
  const { derivative } = parts
  const kind = date === undefined ? 'Holding' : 'Transaction'
  const row = new OwnershipRow(derivative ? `derivative${kind}` : `nonDerivative${kind}`)
  row.securityTitle = text(parts.title ?? 'Common Stock')
  if (date !== undefined) {
    row.transactionDate = reported('date', date)
    row.coding = new TransactionCoding()
    row.coding.formType = text(parts.formType ?? '4')
    row.coding.code = text(code)
    row.amounts = new TransactionAmounts()
    row.amounts.shares = maybe('decimal', amounts[0])
    row.amounts.pricePerShare = maybe('decimal', price)
    row.amounts.acquiredDisposedCode = text(said ?? ('SDFU'.includes(code) ? 'D' : 'A'))
    row.deemedExecutionDate = maybe('date', parts.deemed)
    row.timeliness = maybe('text', parts.timeliness)
  }
  const footnotes = (parts.notes ?? []).map((number) => `F${number}`)
  row.postTransactionAmounts = new PostTransactionAmounts()
  row.postTransactionAmounts.sharesOwnedFollowingTransaction = reported('decimal', after, { footnotes })
  const [owned = 'D', ...nature] = (parts.nature ?? 'D').split(' ')
  row.ownershipNature = new OwnershipNature()
  row.ownershipNature.directOrIndirectOwnership = text(owned)
  if (nature.length > 0) row.ownershipNature.natureOfOwnership = text(nature.join(' '))
  if (derivative) fillDerivative(row, derivative, amounts[0])
  return row
}

function fillDerivative(
  row: OwnershipRow,
  parts: NonNullable<LineParts['derivative']>,
  amount: string | undefined,
): void {
  row.conversionOrExercisePrice = maybe('decimal', parts.price)
  row.exerciseDate = maybe('date', parts.exercisable)
  row.expirationDate = maybe('date', parts.expires)
  row.underlyingSecurity = new UnderlyingSecurity()
  row.underlyingSecurity.title = text(parts.underlying ?? 'Common Stock')
  row.underlyingSecurity.shares = maybe('decimal', parts.shares ?? amount)
}

const text = (written: string) => reported('text', written)

const maybe = <K extends ValueType>(type: K, written: string | undefined) => reported<K>(type, written)
