/** Invented reports for the tests of drafting: lines written as people write them. */
import type { FiledReport } from '@section16/core/ledger'
import {
  CalendarDate,
  type Cik,
  Footnote,
  OwnerSignature,
  type OwnershipDocument,
  OwnershipNature,
  OwnershipRow,
  PostTransactionAmounts,
  parseCik,
  reported,
  TransactionAmounts,
  TransactionCoding,
  UnderlyingSecurity,
} from '@section16/core/model'
import { composeDraft, type DraftHeader } from './composeDraft.ts'

const text = (written: string) => reported('text', written)

export const cik = (written: string) => parseCik(written) as Cik
export const day = (written: string) => CalendarDate.parse(written) as CalendarDate

export interface LineParts {
  title?: string
  /** `D`, or `I By Spouse`. */
  nature?: string
  /** Marks on the price of a transaction, the total of a holding. */
  notes?: readonly string[]
  derivative?: { price: string; expires: string }
}

/** `2024-03-01 S 100 @ 14.50 -> 900` is a transaction, `-> 900` a holding; `-> ?` states no total. S, F, D dispose. */
export function line(written: string, parts: LineParts = {}): OwnershipRow {
  const [before = '', after = ''] = written.split('->').map((part) => part.trim())
  const [date = '', code = '', shares = '', , price = '0'] = before.split(' ')
  const footnotes = parts.notes ?? []
  const table = parts.derivative ? 'derivative' : 'nonDerivative'
  const row = new OwnershipRow(`${table}${date === '' ? 'Holding' : 'Transaction'}`)
  row.securityTitle = text(parts.title ?? 'Common Stock')
  if (date !== '') {
    row.transactionDate = reported('date', date)
    row.coding = new TransactionCoding()
    row.coding.formType = text('4')
    row.coding.code = text(code)
    row.coding.equitySwapInvolved = reported('boolean', '0')
    row.amounts = new TransactionAmounts()
    if (shares !== '?') row.amounts.shares = reported('decimal', shares)
    row.amounts.pricePerShare = reported('decimal', price, { footnotes })
    row.amounts.acquiredDisposedCode = text('SFD'.includes(code) ? 'D' : 'A')
  }
  if (parts.derivative) {
    row.conversionOrExercisePrice = reported('decimal', parts.derivative.price)
    row.exerciseDate = reported('date', '2024-01-02')
    row.expirationDate = reported('date', parts.derivative.expires)
    row.underlyingSecurity = new UnderlyingSecurity()
    row.underlyingSecurity.title = text('Common Stock')
    row.underlyingSecurity.shares = reported('decimal', shares === '' ? after : shares)
  }
  if (after !== '?') {
    row.postTransactionAmounts = new PostTransactionAmounts()
    const marks = date === '' ? footnotes : []
    row.postTransactionAmounts.sharesOwnedFollowingTransaction = reported('decimal', after, { footnotes: marks })
  }
  const [owned = 'D', ...nature] = (parts.nature ?? 'D').split(' ')
  row.ownershipNature = new OwnershipNature()
  row.ownershipNature.directOrIndirectOwnership = text(owned)
  if (nature.length > 0) row.ownershipNature.natureOfOwnership = text(nature.join(' '))
  return row
}

export const HEADER: DraftHeader = {
  form: '4',
  issuer: { cik: cik('1001'), name: 'Invented Holdings Inc.', tradingSymbol: 'ZZZQ' },
  owners: [{ cik: cik('2001'), name: 'DOE JANE', relationship: { isDirector: true } }],
  aff10b5One: false,
}

export function draft(
  lines: readonly OwnershipRow[],
  header: Partial<DraftHeader> = {},
  notes: readonly string[] = [],
) {
  const footnotes = notes.map((one, i) => new Footnote(`F${i + 1}`, one))
  return composeDraft({ ...HEADER, ...header }, [{ rows: lines, footnotes }])
}

export function signed(document: OwnershipDocument, name = '/s/ Jane Doe', date = '2024-03-04'): OwnershipDocument {
  const signature = new OwnerSignature()
  signature.name = text(name)
  signature.date = reported('date', date)
  document.ownerSignatures = [signature]
  return document
}

/** A report as filed. */
export function filed(
  key: string,
  filedOn: string,
  lines: readonly OwnershipRow[],
  header: Partial<DraftHeader> = {},
  notes: readonly string[] = [],
): FiledReport {
  const document = signed(draft(lines, header, notes).document)
  return { key, accessionNumber: undefined, filedOn: day(filedOn), acceptedAt: undefined, document }
}
