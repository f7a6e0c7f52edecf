import { easternOffset } from '../facts/easternTime.ts'
import { CalendarDate } from '../model/calendarDate.ts'
import type { Decimal } from '../model/decimal.ts'
import type { FilingOrigin } from '../model/filingJson.ts'
import type {
  OwnershipDocument,
  OwnershipRow,
  OwnershipTable,
  ReportingOwner,
  ReportingOwnerAddress,
} from '../model/ownershipDocument.ts'
import type { FootnoteId, Reported } from '../model/reported.ts'

/** A number where JSON carries it exactly, else the decimal as text. */
export type SecApiAmount = number | string

/** A field and, beside it, the footnotes on it; either is left out where there is none. */
type Noted<Name extends string, Value> = { [N in Name]?: Value } & { [N in `${Name}FootnoteId`]?: FootnoteId[] }

export interface SecApiOwner {
  cik?: string
  name?: string
  address?: Partial<Record<SecApiAddressPart, string>>
  relationship: {
    isDirector?: boolean
    isOfficer?: boolean
    officerTitle?: string
    isTenPercentOwner?: boolean
    isOther?: boolean
    otherText?: string
  }
}

const ADDRESS_PARTS = [
  'street1',
  'street2',
  'city',
  'nonUSStateTerritory',
  'state',
  'country',
  'zipCode',
  'stateDescription',
] as const satisfies readonly (keyof ReportingOwnerAddress)[]

type SecApiAddressPart = (typeof ADDRESS_PARTS)[number]

/** A line of either table; what its kind of line does not know is left out. */
export interface SecApiRow extends SecApiTerms {
  coding: { formType?: string; code?: string; equitySwapInvolved?: boolean; footnoteId?: FootnoteId[] }
  amounts?: SecApiAmounts
  underlyingSecurity?: Noted<'title', string> & Noted<'shares' | 'value', SecApiAmount>
  postTransactionAmounts?: Noted<'sharesOwnedFollowingTransaction' | 'valueOwnedFollowingTransaction', SecApiAmount>
  ownershipNature?: Noted<'directOrIndirectOwnership' | 'natureOfOwnership', string>
}

type SecApiTerms = Noted<'securityTitle' | 'timeliness', string> &
  Noted<'transactionDate' | 'deemedExecutionDate' | 'exerciseDate' | 'expirationDate', string> &
  Noted<'conversionOrExercisePrice', SecApiAmount>

/** `totalValue` and, from 2003, `transactionValue` are not in the original shape. */
type SecApiAmounts = Noted<'shares' | 'pricePerShare' | 'totalValue' | 'transactionValue', SecApiAmount> &
  Noted<'acquiredDisposedCode', string>

export interface SecApiTable {
  transactions?: SecApiRow[]
  holdings?: SecApiRow[]
}

export interface SecApiFiling {
  accessionNo?: string
  /** With the offset of Eastern time where the acceptance time is known, else the filing date alone. */
  filedAt?: string
  schemaVersion?: string
  documentType?: string
  periodOfReport?: string
  /** Added. */
  dateOfOriginalSubmission?: string
  notSubjectToSection16: boolean
  /** Added; left out where the filing does not say, as before 2023. */
  aff10b5One?: boolean
  issuer: { cik?: string; name?: string; tradingSymbol?: string; foreignTradingSymbol?: string }
  /** The first owner, as the shape has it. */
  reportingOwner?: SecApiOwner
  /** Added: all owners. */
  reportingOwners: SecApiOwner[]
  nonDerivativeTable?: SecApiTable
  derivativeTable?: SecApiTable
  footnotes?: { id: FootnoteId; text: string }[]
  remarks?: string
  /** The first signature. */
  ownerSignatureName?: string
  ownerSignatureNameDate?: string
  /** Added: all signatures. */
  ownerSignatures: { name?: string; date?: string }[]
}

/**
 * A filing in the JSON shape that sec-api.io made common, so that what was written for it can read our documents. CIKs
 * are without zeros in front. A number is given where JSON carries it exactly, else the decimal as text. What the
 * filing does not say is left out and never 0; so is text that is no value of its field. Flags of an owner and
 * `notSubjectToSection16` are false where absent, as EDGAR reads them. Names that the shape does not have are marked
 * as added. There is no CCC in it.
 */
export function toSecApi(document: OwnershipDocument, origin: FilingOrigin = {}): SecApiFiling {
  const owners = document.reportingOwners.map(ownerOf)
  const signatures = document.ownerSignatures.map(({ name, date }) => without({ name: text(name), date: text(date) }))
  const { issuer } = document
  return without({
    accessionNo: origin.accessionNumber,
    filedAt: filedAt(origin),
    schemaVersion: text(document.schemaVersion),
    documentType: text(document.documentType),
    periodOfReport: text(document.periodOfReport),
    dateOfOriginalSubmission: text(document.dateOfOriginalSubmission),
    notSubjectToSection16: document.notSubjectToSection16.value ?? false,
    aff10b5One: document.aff10b5One.value,
    issuer: without({
      cik: cikOf(issuer.cik),
      name: text(issuer.name),
      tradingSymbol: text(issuer.tradingSymbol),
      foreignTradingSymbol: text(issuer.foreignTradingSymbol),
    }),
    reportingOwner: owners[0],
    reportingOwners: owners,
    nonDerivativeTable: tableOf(document.nonDerivativeTable),
    derivativeTable: tableOf(document.derivativeTable),
    footnotes: listed(document.footnotes.footnotes.map(({ id, text: words }) => ({ id, text: words.trim() }))),
    remarks: text(document.remarks),
    ownerSignatureName: signatures[0]?.name,
    ownerSignatureNameDate: signatures[0]?.date,
    ownerSignatures: signatures,
  })
}

type Without<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** An object without its undefined members. */
function without<T extends object>(members: T): Without<T> {
  return Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined)) as Without<T>
}

/** A list, or nothing where it is empty. */
function listed<T>(items: T[]): T[] | undefined {
  return items.length > 0 ? items : undefined
}

function text({ value }: Reported<string> | Reported<CalendarDate>): string | undefined {
  return value === undefined ? undefined : String(value)
}

function cikOf({ value }: Reported<string>): string | undefined {
  return value?.replace(/^0+(?=.)/, '')
}

function filedAt({ filedAsOf, acceptedAt }: FilingOrigin): string | undefined {
  const [day = '', time] = (acceptedAt ?? '').split('T')
  const date = CalendarDate.parse(day)
  if (!acceptedAt || !date) return filedAsOf
  return acceptedAt + (easternOffset(date, time) ?? '')
}

function ownerOf({ id, address, relationship }: ReportingOwner): SecApiOwner {
  const flag = ({ value, kind }: Reported<boolean>) => value ?? (kind === 'invalid' ? undefined : false)
  return without({
    cik: cikOf(id.cik),
    name: text(id.name),
    address: address.present ? addressOf(address) : undefined,
    relationship: without({
      isDirector: flag(relationship.isDirector),
      isOfficer: flag(relationship.isOfficer),
      officerTitle: text(relationship.officerTitle),
      isTenPercentOwner: flag(relationship.isTenPercentOwner),
      isOther: flag(relationship.isOther),
      otherText: text(relationship.otherText),
    }),
  })
}

function addressOf(address: ReportingOwnerAddress): Partial<Record<SecApiAddressPart, string>> {
  return without(Object.fromEntries(ADDRESS_PARTS.map((part) => [part, text(address[part])])))
}

function tableOf({ rows }: OwnershipTable): SecApiTable | undefined {
  if (rows.length === 0) return undefined
  return without({
    transactions: listed(rows.filter((row) => row.isTransaction).map(rowOf)),
    holdings: listed(rows.filter((row) => !row.isTransaction).map(rowOf)),
  })
}

function rowOf(row: OwnershipRow): SecApiRow {
  const { coding, amounts, underlyingSecurity, postTransactionAmounts, ownershipNature } = row
  return without({
    ...words('securityTitle', row.securityTitle),
    ...amount('conversionOrExercisePrice', row.conversionOrExercisePrice),
    ...words('transactionDate', row.transactionDate),
    ...words('deemedExecutionDate', row.deemedExecutionDate),
    coding: without({
      formType: text(coding.formType),
      code: text(coding.code),
      equitySwapInvolved: coding.equitySwapInvolved.value,
      footnoteId: listed([...coding.footnotes]),
    }),
    ...words('timeliness', row.timeliness),
    amounts: filled({
      ...amount('shares', amounts.shares),
      ...amount('totalValue', amounts.totalValue),
      ...amount('transactionValue', amounts.value),
      ...amount('pricePerShare', amounts.pricePerShare),
      ...words('acquiredDisposedCode', amounts.acquiredDisposedCode),
    }),
    ...words('exerciseDate', row.exerciseDate),
    ...words('expirationDate', row.expirationDate),
    underlyingSecurity: filled({
      ...words('title', underlyingSecurity.title),
      ...amount('shares', underlyingSecurity.shares),
      ...amount('value', underlyingSecurity.value),
    }),
    postTransactionAmounts: filled({
      ...amount('sharesOwnedFollowingTransaction', postTransactionAmounts.sharesOwnedFollowingTransaction),
      ...amount('valueOwnedFollowingTransaction', postTransactionAmounts.valueOwnedFollowingTransaction),
    }),
    ownershipNature: filled({
      ...words('directOrIndirectOwnership', ownershipNature.directOrIndirectOwnership),
      ...words('natureOfOwnership', ownershipNature.natureOfOwnership),
    }),
  })
}

/** An object, or nothing where it has no members. */
function filled<T extends object>(members: T): T | undefined {
  return Object.keys(members).length > 0 ? members : undefined
}

function words<N extends string>(name: N, field: Reported<string> | Reported<CalendarDate>): Noted<N, string> {
  return noted(name, text(field), field.footnotes)
}

function amount<N extends string>(name: N, field: Reported<Decimal>): Noted<N, SecApiAmount> {
  return noted(name, field.value && exactly(field.value), field.footnotes)
}

function noted<N extends string, V>(name: N, value: V | undefined, footnotes: readonly FootnoteId[]): Noted<N, V> {
  return without({ [name]: value, [`${name}FootnoteId`]: listed([...footnotes]) }) as Noted<N, V>
}

/** A JSON number only where its shortest form is the decimal's own text, so that it reads back equal. */
function exactly(decimal: Decimal): SecApiAmount {
  const written = String(decimal)
  const number = Number(written)
  return String(number) === written ? number : written
}
