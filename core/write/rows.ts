import type { CalendarDate } from '../model/calendarDate.ts'
import type { Decimal } from '../model/decimal.ts'
import type { FilingOrigin } from '../model/filingJson.ts'
import { footnoteText, OwnershipDocument, OwnershipRow, type ReportingOwner } from '../model/ownershipDocument.ts'
import type { FootnoteId, Reported } from '../model/reported.ts'
import { transactionValueMeaning } from '../model/transactionValue.ts'
import type { Table } from './csv.ts'

/**
 * Why a field is as it is: a value; no value but a footnote, which is the answer; nothing at all; or text that is no
 * value of its type, which stands in `invalid` as written.
 */
export type FieldState = 'value' | 'footnote' | 'absent' | 'invalid'

/** One owner of a filing. Flags: absent counts as false, as EDGAR reads them; null where the text is neither. */
export interface FlatOwner {
  cik: string | null
  name: string | null
  isDirector: boolean | null
  isOfficer: boolean | null
  isTenPercentOwner: boolean | null
  isOther: boolean | null
  officerTitle: string | null
  otherText: string | null
}

/** Fields of a line whose value is a number, a date or a code. */
const STATED = {
  transactionDate: (row: OwnershipRow) => row.transactionDate,
  deemedExecutionDate: (row: OwnershipRow) => row.deemedExecutionDate,
  transactionCode: (row: OwnershipRow) => row.coding.code,
  transactionFormType: (row: OwnershipRow) => row.coding.formType,
  timeliness: (row: OwnershipRow) => row.timeliness,
  shares: (row: OwnershipRow) => row.amounts.shares,
  totalValue: (row: OwnershipRow) => row.amounts.totalValue,
  pricePerShare: (row: OwnershipRow) => row.amounts.pricePerShare,
  /** The `transactionValue` of 2003 (X0101): a unit price in some rows and a total in others, so never called either. */
  transactionValue: (row: OwnershipRow) => row.amounts.value,
  acquiredDisposed: (row: OwnershipRow) => row.amounts.acquiredDisposedCode,
  sharesOwnedAfter: (row: OwnershipRow) => row.postTransactionAmounts.sharesOwnedFollowingTransaction,
  valueOwnedAfter: (row: OwnershipRow) => row.postTransactionAmounts.valueOwnedFollowingTransaction,
  directIndirect: (row: OwnershipRow) => row.ownershipNature.directOrIndirectOwnership,
  conversionOrExercisePrice: (row: OwnershipRow) => row.conversionOrExercisePrice,
  exerciseDate: (row: OwnershipRow) => row.exerciseDate,
  expirationDate: (row: OwnershipRow) => row.expirationDate,
  underlyingShares: (row: OwnershipRow) => row.underlyingSecurity.shares,
  underlyingValue: (row: OwnershipRow) => row.underlyingSecurity.value,
} as const

type StatedName = keyof typeof STATED

const TEXTS = {
  securityTitle: (row: OwnershipRow) => row.securityTitle,
  natureOfOwnership: (row: OwnershipRow) => row.ownershipNature.natureOfOwnership,
  underlyingTitle: (row: OwnershipRow) => row.underlyingSecurity.title,
} as const

type TextName = keyof typeof TEXTS

/** What all rows of a filing share. */
interface FlatFiling {
  accessionNumber: string | null
  /** The filing's index page on sec.gov; null where accession number or issuer are not known. */
  filingUrl: string | null
  form: string | null
  filingDate: string | null
  /** Eastern civil time. */
  acceptedAt: string | null
  periodOfReport: string | null
  periodOfReportState: FieldState
  dateOfOriginalSubmission: string | null
  dateOfOriginalSubmissionState: FieldState
  issuerCik: string | null
  issuerName: string | null
  /** `issuerTradingSymbol` as filed: several symbols and `NONE` occur. The CIK is the identity. */
  ticker: string | null
  /** Of the only owner; null in a joint filing, whose owners stand in `insiderCiks`, `insiderNames` and `owners`. */
  insiderCik: string | null
  insiderName: string | null
  insiderCiks: string[]
  insiderNames: string[]
  /** Whether any of the owners is one. */
  isDirector: boolean | null
  isOfficer: boolean | null
  isTenPercentOwner: boolean | null
  isOther: boolean | null
  /** Of the only owner; null in a joint filing. */
  officerTitle: string | null
  otherText: string | null
  owners: FlatOwner[]
  /** The Rule 10b5-1(c) box; null is unknown, as in every filing before 2023. */
  aff10b5One: boolean | null
  aff10b5OneState: FieldState
}

interface FlatLine {
  /** Table I holds non-derivative securities, Table II derivative ones. */
  table: 'I' | 'II'
  /** From 1, in the order filed, transactions and holdings counted together. With accession number and table the key. */
  position: number
  kind: 'transaction' | 'holding'
  isDerivative: boolean
  /**
   * What `transactionValue` (X0101) is as far as the filing itself shows: `open` where nothing shows it, null where there
   * is none. See `transactionValueMeaning`.
   */
  transactionValueMeaning: 'pricePerShare' | 'total' | 'open' | null
  equitySwapInvolved: boolean | null
  equitySwapInvolvedState: FieldState
  /** The text as written of each field whose state is `invalid`. */
  invalid: Record<string, string>
  /** The footnotes on each field of this row that has any, `transactionCoding` for those on the coding as a whole. */
  footnotes: Record<string, FootnoteId[]>
  /** The text of each of them; null where the filing has no footnote of that id. */
  footnoteTexts: Record<FootnoteId, string | null>
}

/**
 * One line of Table I or II with its filing. Amounts are exact decimals as text (`3.4978`), dollars or numbers of
 * securities; dates `YYYY-MM-DD`; what is absent is null, never 0, and the field's `State` says which kind of no value
 * it is. A field that the kind of line does not know is absent.
 */
export type FlatRow = FlatFiling &
  FlatLine &
  Record<StatedName | TextName, string | null> &
  Record<`${StatedName}State`, FieldState>

/**
 * The lines of a document as flat rows, one per transaction or holding and never one per owner: Table I first, in the
 * order filed. A filing without lines has none. The names are the common camel-case ones; `FlatRow` says what each is.
 */
export function flatRows(document: OwnershipDocument, origin: FilingOrigin = {}): FlatRow[] {
  const invalid: Record<string, string> = {}
  const filing = flatFiling(document, origin, invalid)
  return [document.nonDerivativeTable, document.derivativeTable].flatMap(({ rows }) =>
    rows.map((row, index) => flatRow(document, row, index + 1, filing, { ...invalid })),
  )
}

/** The names of a flat row's columns, in order. */
export const flatRowColumns: readonly string[] = Object.keys(
  flatRow(
    new OwnershipDocument(),
    new OwnershipRow('nonDerivativeTransaction'),
    1,
    flatFiling(new OwnershipDocument(), {}, {}),
    {},
  ),
)

/** Flat rows as a table for `toCsv`; it has its header also when there is no row. */
export function flatTable(rows: Iterable<FlatRow>): Table {
  return { columns: flatRowColumns, rows: Array.from(rows, (row) => Object.values(row)) }
}

type AnyField = Reported<string> | Reported<Decimal> | Reported<CalendarDate> | Reported<boolean>

function flatRow(
  document: OwnershipDocument,
  row: OwnershipRow,
  position: number,
  filing: FlatFiling,
  invalid: Record<string, string>,
): FlatRow {
  const footnotes: Record<string, FootnoteId[]> = {}
  const cells: Record<string, unknown> = {}
  const note = (name: string, ids: readonly FootnoteId[]) => {
    if (ids.length > 0) footnotes[name] = [...ids]
  }
  const take = (name: string, field: AnyField, isStated: boolean) => {
    cells[name] = typeof field.value === 'boolean' ? field.value : textOf(field)
    if (isStated) cells[`${name}State`] = field.kind
    if (field.kind === 'invalid') invalid[name] = field.written
    note(name, field.footnotes)
  }
  take('securityTitle', TEXTS.securityTitle(row), false)
  for (const [name, of] of Object.entries(STATED)) take(name, of(row), true)
  take('equitySwapInvolved', row.coding.equitySwapInvolved, true)
  note('transactionCoding', row.coding.footnotes)
  take('natureOfOwnership', TEXTS.natureOfOwnership(row), false)
  take('underlyingTitle', TEXTS.underlyingTitle(row), false)
  return {
    ...filing,
    table: row.isDerivative ? 'II' : 'I',
    position,
    kind: row.isTransaction ? 'transaction' : 'holding',
    isDerivative: row.isDerivative,
    transactionValueMeaning: row.amounts.value.kind === 'value' ? transactionValueMeaning(row, document).meaning : null,
    ...cells,
    invalid,
    footnotes,
    footnoteTexts: textsOf(document, Object.values(footnotes).flat()),
  } as FlatRow
}

function textsOf(document: OwnershipDocument, ids: readonly FootnoteId[]): Record<FootnoteId, string | null> {
  return Object.fromEntries(ids.map((id) => [id, footnoteText(document, id) ?? null]))
}

function textOf(field: AnyField): string | null {
  return field.value === undefined ? null : String(field.value)
}

function flatFiling(document: OwnershipDocument, origin: FilingOrigin, invalid: Record<string, string>): FlatFiling {
  const { issuer, periodOfReport, dateOfOriginalSubmission, aff10b5One } = document
  for (const [name, field] of Object.entries({ periodOfReport, dateOfOriginalSubmission, aff10b5One })) {
    if (field.kind === 'invalid') invalid[name] = field.written
  }
  const owners = document.reportingOwners.map(flatOwner)
  const only = owners.length === 1 ? owners[0] : undefined
  return {
    accessionNumber: origin.accessionNumber ?? null,
    filingUrl: filingUrl(issuer.cik.value, origin.accessionNumber),
    form: textOf(document.documentType),
    filingDate: origin.filedAsOf ?? null,
    acceptedAt: origin.acceptedAt ?? null,
    periodOfReport: textOf(periodOfReport),
    periodOfReportState: periodOfReport.kind,
    dateOfOriginalSubmission: textOf(dateOfOriginalSubmission),
    dateOfOriginalSubmissionState: dateOfOriginalSubmission.kind,
    issuerCik: textOf(issuer.cik),
    issuerName: textOf(issuer.name),
    ticker: textOf(issuer.tradingSymbol),
    insiderCik: only?.cik ?? null,
    insiderName: only?.name ?? null,
    insiderCiks: owners.flatMap(({ cik }) => cik ?? []),
    insiderNames: owners.flatMap(({ name }) => name ?? []),
    isDirector: any(owners, 'isDirector'),
    isOfficer: any(owners, 'isOfficer'),
    isTenPercentOwner: any(owners, 'isTenPercentOwner'),
    isOther: any(owners, 'isOther'),
    officerTitle: only?.officerTitle ?? null,
    otherText: only?.otherText ?? null,
    owners,
    aff10b5One: aff10b5One.value ?? null,
    aff10b5OneState: aff10b5One.kind,
  }
}

function flatOwner({ id, relationship }: ReportingOwner): FlatOwner {
  return {
    cik: textOf(id.cik),
    name: textOf(id.name),
    isDirector: flagOf(relationship.isDirector),
    isOfficer: flagOf(relationship.isOfficer),
    isTenPercentOwner: flagOf(relationship.isTenPercentOwner),
    isOther: flagOf(relationship.isOther),
    officerTitle: textOf(relationship.officerTitle),
    otherText: textOf(relationship.otherText),
  }
}

function flagOf(field: Reported<boolean>): boolean | null {
  return field.value ?? (field.kind === 'invalid' ? null : false)
}

/** True where one owner is; else null where one cannot be told, or where there is no owner. */
function any(owners: readonly FlatOwner[], flag: 'isDirector' | 'isOfficer' | 'isTenPercentOwner' | 'isOther') {
  if (owners.some((owner) => owner[flag])) return true
  return owners.length === 0 || owners.some((owner) => owner[flag] === null) ? null : false
}

/** Source: dissemination.md section 1. */
function filingUrl(issuerCik: string | undefined, accessionNumber: string | undefined): string | null {
  if (!issuerCik || !accessionNumber) return null
  const folder = `${issuerCik.replace(/^0+/, '')}/${accessionNumber.replaceAll('-', '')}`
  return `https://www.sec.gov/Archives/edgar/data/${folder}/${accessionNumber}-index.htm`
}
