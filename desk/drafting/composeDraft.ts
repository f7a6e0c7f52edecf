import {
  absent,
  CalendarDate,
  type Cik,
  canonical,
  type Diagnostic,
  type Footnote,
  Issuer,
  OwnershipDocument,
  type OwnershipRow,
  type Reported,
  ReportingOwner,
  ReportingOwnerAddress,
  ReportingOwnerId,
  ReportingOwnerRelationship,
  reported,
  rowsOf,
  type ValueType,
  type ValueTypes,
} from '@section16/core/model'
import { told } from './diagnostics.ts'
import { numberFootnotes, textsOf } from './footnotes.ts'
import { pathOfRow, putRows } from './rows.ts'

export interface DraftIssuer {
  readonly cik: Cik
  /** EDGAR puts in its own; here for people to read. */
  readonly name?: string
  readonly tradingSymbol?: string
  readonly foreignTradingSymbol?: string
}

/** As `ReportingOwnerAddress` of the model. Without any EDGAR puts in the address of record; with one, only that. */
export interface DraftAddress {
  readonly nonUSAddressFlag?: boolean
  readonly street1?: string
  readonly street2?: string
  readonly city?: string
  readonly nonUSStateTerritory?: string
  readonly state?: string
  readonly country?: string
  readonly zipCode?: string
}

/** As `ReportingOwnerRelationship` of the model: what is not said is not written, which EDGAR reads as no. */
export interface DraftRelationship {
  readonly isDirector?: boolean
  readonly isOfficer?: boolean
  readonly isTenPercentOwner?: boolean
  readonly isOther?: boolean
  readonly officerTitle?: string
  readonly otherText?: string
}

export interface DraftOwner {
  readonly cik: Cik
  /** EDGAR puts in its own; here for people to read. */
  readonly name?: string
  readonly address?: DraftAddress
  readonly relationship: DraftRelationship
}

/** What stands above and below the tables. */
export interface DraftHeader {
  readonly form: '3' | '4' | '5'
  readonly issuer: DraftIssuer
  /** Several for a joint filing (Rule 16a-3(j)), in the order in which they will stand. */
  readonly owners: readonly DraftOwner[]
  /** Form 3 the event, 5 the fiscal year end. Form 4: the earliest transaction, taken from the lines where not given. */
  readonly periodOfReport?: CalendarDate
  /** The filer's own answer to the Rule 10b5-1(c) box; without one a Form 4 or 5 cannot be filed (W102). */
  readonly aff10b5One?: boolean
  readonly notSubjectToSection16?: boolean
  readonly remarks?: string
}

/** Lines made together, and the footnotes that their marks mean. */
export interface DraftRows {
  readonly rows: readonly OwnershipRow[]
  readonly footnotes: readonly Footnote[]
}

export interface Draft {
  readonly document: OwnershipDocument
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * One draft from header facts and lines made elsewhere, in their order; footnotes of all of them numbered as one list.
 * Nothing is invented: a fact that is not given is absent, no box is ticked, nobody signs. One thing follows by the
 * SEC's own definition and is filled in: a Form 4's date is that of its earliest transaction. No CCC is ever in a draft.
 * What is given is untouched. Problems are told (D201 to D208), and the draft is there all the same.
 * Source: specification 5.5, section 4.3 and appendices B to D.
 */
export function composeDraft(header: DraftHeader, made: readonly DraftRows[]): Draft {
  const document = new OwnershipDocument()
  const noted = made.flatMap(({ rows, footnotes }) => rows.map((row) => ({ row, textOf: textsOf(footnotes) })))
  const numbered = numberFootnotes(noted)
  putRows(document, numbered.rows)
  document.footnotes = numbered.footnotes
  fillHeading(document, header)
  return {
    document,
    diagnostics: [
      ...periodProblems(document, header),
      ...ownerProblems(header),
      ...rowProblems(document, header),
      ...numbered.diagnostics,
      ...unmarked(document, made),
    ],
  }
}

function fillHeading(document: OwnershipDocument, header: DraftHeader): void {
  const { form, issuer, owners, periodOfReport, aff10b5One, notSubjectToSection16, remarks } = header
  document.documentType = reported('text', form)
  document.periodOfReport = given('date', periodOfReport ?? (form === '4' ? earliestOf(document) : undefined))
  document.issuer = issuerOf(issuer)
  document.reportingOwners = owners.map(ownerOf)
  if (form !== '3') document.aff10b5One = given('boolean', aff10b5One)
  document.notSubjectToSection16 = given('boolean', notSubjectToSection16)
  document.remarks = given('text', remarks)
}

/** A field that says what is given, and nothing where nothing is. */
export function given<K extends ValueType>(type: K, value: ValueTypes[K] | undefined): Reported<ValueTypes[K]> {
  return value === undefined ? absent(type) : reported(type, canonical(value))
}

function issuerOf({ cik, name, tradingSymbol, foreignTradingSymbol }: DraftIssuer): Issuer {
  const issuer = new Issuer()
  issuer.cik = reported('cik', cik)
  issuer.name = given('text', name)
  issuer.tradingSymbol = given('text', tradingSymbol)
  issuer.foreignTradingSymbol = given('text', foreignTradingSymbol)
  return issuer
}

function ownerOf({ cik, name, address, relationship }: DraftOwner): ReportingOwner {
  const owner = new ReportingOwner()
  owner.id = new ReportingOwnerId()
  owner.id.cik = reported('cik', cik)
  owner.id.name = given('text', name)
  if (address) owner.address = addressOf(address)
  owner.relationship = relationshipOf(relationship)
  return owner
}

function addressOf(address: DraftAddress): ReportingOwnerAddress {
  const written = new ReportingOwnerAddress()
  // The one flag that EDGAR's stylesheets know only as a word (those of specification 5.5).
  const { nonUSAddressFlag } = address
  if (nonUSAddressFlag !== undefined) written.nonUSAddressFlag = reported('boolean', String(nonUSAddressFlag))
  written.street1 = given('text', address.street1)
  written.street2 = given('text', address.street2)
  written.city = given('text', address.city)
  written.nonUSStateTerritory = given('text', address.nonUSStateTerritory)
  written.state = given('text', address.state)
  written.country = given('text', address.country)
  written.zipCode = given('text', address.zipCode)
  return written
}

/** A relationship as a document says it. */
export function relationshipOf(relationship: DraftRelationship): ReportingOwnerRelationship {
  const written = new ReportingOwnerRelationship()
  written.isDirector = given('boolean', relationship.isDirector)
  written.isOfficer = given('boolean', relationship.isOfficer)
  written.isTenPercentOwner = given('boolean', relationship.isTenPercentOwner)
  written.isOther = given('boolean', relationship.isOther)
  written.officerTitle = given('text', relationship.officerTitle)
  written.otherText = given('text', relationship.otherText)
  return written
}

function earliestOf(document: OwnershipDocument): CalendarDate | undefined {
  const days = rowsOf(document).flatMap(({ transactionDate }) => transactionDate.value?.day ?? [])
  return days.length > 0 ? new CalendarDate(Math.min(...days)) : undefined
}

const PERIOD = '/ownershipDocument/periodOfReport'

function periodProblems(document: OwnershipDocument, { form, periodOfReport }: DraftHeader): Diagnostic[] {
  if (document.periodOfReport.value === undefined) return [told('D201', PERIOD, { form })]
  const earliest = earliestOf(document)
  if (form !== '4' || !periodOfReport || !earliest || periodOfReport.equals(earliest)) return []
  return [told('D202', PERIOD, { given: String(periodOfReport), earliest: String(earliest) })]
}

function ownerProblems({ owners }: DraftHeader): Diagnostic[] {
  if (owners.length === 0) return [told('D205', '/ownershipDocument/reportingOwner')]
  return owners.flatMap(({ cik }, i) =>
    owners.findIndex((other) => other.cik === cik) === i
      ? []
      : [told('D204', `/ownershipDocument/reportingOwner[${i + 1}]/reportingOwnerId/rptOwnerCik`, { cik })],
  )
}

function rowProblems(document: OwnershipDocument, { form, aff10b5One }: DraftHeader): Diagnostic[] {
  if (form !== '3') return []
  const transactions = rowsOf(document).filter(({ isTransaction }) => isTransaction)
  return [
    ...transactions.map((row) => told('D203', pathOfRow(document, row))),
    ...(aff10b5One === undefined ? [] : [told('D208', '/ownershipDocument/aff10b5One')]),
  ]
}

/** Footnotes that no line is marked with. */
function unmarked(document: OwnershipDocument, made: readonly DraftRows[]): Diagnostic[] {
  const used = new Set(document.footnotes.footnotes.map(({ text }) => text))
  const left = made.flatMap(({ footnotes }) => footnotes).filter(({ text }) => !used.has(text))
  return left.map(({ text }) => told('D207', '/ownershipDocument/footnotes', { text: text.slice(0, 60) }))
}
