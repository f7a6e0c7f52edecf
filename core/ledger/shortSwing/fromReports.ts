import type { CalendarDate } from '../../model/calendarDate.ts'
import type { Cik } from '../../model/cik.ts'
import { footnoteText, type OwnershipDocument, type OwnershipRow } from '../../model/ownershipDocument.ts'
import { transactionValueMeaning } from '../../model/transactionValue.ts'
import { lineName, type ReportLine, reportsInView } from '../amendments/index.ts'
import type { FiledReport } from '../filedReport.ts'
import { priceRangeReading } from '../footnotes/index.ts'
import { type SecurityAlias, type SecurityOf, securityKey, securityLibrary } from '../positions/securityTitle.ts'
import { Ratio } from './ratio.ts'
import type { DerivativeTerms, ShortSwingTransaction } from './transaction.ts'

/** Whose transactions are wanted. */
export interface ShortSwingParties {
  readonly owner: Cik
  readonly issuer: Cik
}

/** One person's transactions in one issuer, as the reports say them. */
export interface CollectedTransactions {
  readonly transactions: readonly ShortSwingTransaction[]
  /** Lines that are transactions and have no date that can be read: they are in no answer. */
  readonly withoutDate: readonly string[]
  /** Reports left out, as nobody says when they were filed and a day of knowing was asked. */
  readonly withoutFilingDate: readonly string[]
  /** Amendments that may amend a report at hand, though which stays open: their lines are in no answer. */
  readonly openAmendments: readonly string[]
  /**
   * Nothing later is known: the last filing date at hand, the last trade where no filing date is known, not later than
   * the day asked for.
   */
  readonly knownUpTo: CalendarDate | undefined
}

export interface CollectOptions {
  /** Only trades up to this day. */
  readonly asOf?: CalendarDate
  /** What was known at the end of this day: only reports filed by then. */
  readonly knownOn?: CalendarDate
  readonly classes?: readonly SecurityAlias[]
}

/** Each owner and issuer that reports name together, and in how many reports. */
export function partiesOf(reports: readonly FiledReport[]): (ShortSwingParties & { readonly reports: number })[] {
  const counts = new Map<string, ShortSwingParties & { reports: number }>()
  for (const { document } of reports) {
    const issuer = document.issuer.cik.value
    for (const { id } of document.reportingOwners) {
      const owner = id.cik.value
      if (issuer === undefined || owner === undefined) continue
      const found = counts.get(`${owner} ${issuer}`) ?? { owner, issuer, reports: 0 }
      counts.set(`${owner} ${issuer}`, { ...found, reports: found.reports + 1 })
    }
  }
  return [...counts.values()]
}

/**
 * The transactions of one owner in one issuer, amended lines as they stand, a joint report's lines once. What a
 * derivative is follows from its title alone unless the facts say it: a right to buy, where nothing speaks of another.
 */
export function transactionsOf(
  reports: readonly FiledReport[],
  { owner, issuer }: ShortSwingParties,
  { asOf, knownOn, classes }: CollectOptions = {},
): CollectedTransactions {
  const own = reports.filter(
    ({ document }) =>
      document.issuer.cik.value === issuer && document.reportingOwners.some(({ id }) => id.cik.value === owner),
  )
  const view = reportsInView(own, knownOn && { knownOn })
  const lines = view.reports
    .flatMap((viewed) => viewed.lines.map(({ line }) => line))
    .filter(({ row }) => row.isTransaction)
  const dated = lines.filter(({ row: { transactionDate } }) => isUpTo(transactionDate.value, asOf))
  const securityOf = securityLibrary(classes)
  const filed = latest(view.reports.map(({ report }) => report.filedOn))
  const known = filed ?? latest(dated.map(({ row }) => row.transactionDate.value))
  return {
    transactions: dated.map((line) => transactionOf(line, owner, securityOf)),
    withoutDate: lines.filter(({ row }) => row.transactionDate.value === undefined).map(lineName),
    withoutFilingDate: view.undated.map(({ key }) => key),
    openAmendments: view.heldBack.map(({ amendment }) => amendment.key),
    knownUpTo: isUpTo(known, asOf) ? known : asOf,
  }
}

/** Whether a date is known and not after the last one wanted. */
function isUpTo(date: CalendarDate | undefined, last: CalendarDate | undefined): boolean {
  return date !== undefined && (last === undefined || date.day <= last.day)
}

function latest(dates: readonly (CalendarDate | undefined)[]): CalendarDate | undefined {
  return dates.reduce((last, date) => (date && (!last || date.day > last.day) ? date : last), undefined)
}

function transactionOf(line: ReportLine, owner: Cik, securityOf: SecurityOf): ShortSwingTransaction {
  const { row, report } = line
  const { document } = report
  const issuer = document.issuer.cik.value
  const title = row.securityTitle.value ?? ''
  const boxes = document.reportingOwners.find(({ id }) => id.cik.value === owner)?.relationship
  const way = row.amounts.acquiredDisposedCode.value
  const { directOrIndirectOwnership, natureOfOwnership } = row.ownershipNature
  return {
    key: lineName(line),
    date: row.transactionDate.value!,
    code: row.coding.code.value ?? '',
    acquiredDisposed: way === 'A' || way === 'D' ? way : undefined,
    title,
    classKey: securityOf(issuer, (row.isDerivative && row.underlyingSecurity.title.value) || title),
    ...amountsOf(row, document),
    isAveragePrice: row.amounts.pricePerShare.footnotes.some(
      (id) => priceRangeReading(footnoteText(document, id) ?? '') !== undefined,
    ),
    derivative: row.isDerivative ? termsOf(row, title) : undefined,
    isDirectorOrOfficer: boxes?.isDirector.value === true || boxes?.isOfficer.value === true,
    isTenPercentOwner: boxes?.isTenPercentOwner.value === true,
    isExitBoxTicked: document.notSubjectToSection16.value === true,
    account: directOrIndirectOwnership.value === 'I' ? (natureOfOwnership.value ?? 'indirect') : 'direct',
  }
}

/** In shares of the class: of a derivative its underlying, and what was paid for the right to one of them. */
function amountsOf(row: OwnershipRow, document: OwnershipDocument): Pick<ShortSwingTransaction, 'shares' | 'price'> {
  const { isDerivative, amounts, underlyingSecurity } = row
  const reportedShares = amounts.shares.value && Ratio.of(amounts.shares.value)
  const reportedPrice = priceOf(row, document)
  if (!isDerivative) return { shares: reportedShares, price: reportedPrice }
  const shares = underlyingSecurity.shares.value && Ratio.of(underlyingSecurity.shares.value)
  const isKnown = reportedPrice && reportedShares && shares && shares.sign > 0
  return { shares, price: isKnown ? reportedPrice.times(reportedShares).over(shares) : undefined }
}

/** A price of a security; the 2003 dialect has a value instead, which is one only where the filing shows it. */
function priceOf(row: OwnershipRow, document: OwnershipDocument): Ratio | undefined {
  const { pricePerShare, value, shares } = row.amounts
  if (pricePerShare.value) return Ratio.of(pricePerShare.value)
  const { meaning } = transactionValueMeaning(row, document)
  if (!value.value || meaning === 'open') return undefined
  const amount = Ratio.of(value.value)
  if (meaning === 'pricePerShare') return amount
  return shares.value && shares.value.sign > 0 ? amount.over(Ratio.of(shares.value)) : undefined
}

const PUT = /\bputs?\b|right to sell\b/i
/** Titles that are no plain right one way or the other. */
const NEITHER = /\b(?:swaps?|forwards?|collars?|spreads?|straddles?|futures?)\b/i

function termsOf(row: OwnershipRow, title: string): DerivativeTerms {
  const isPut = PUT.test(title)
  const isBoth =
    NEITHER.test(title) || (isPut && /\bcalls?\b/i.test(title)) || row.coding.equitySwapInvolved.value === true
  const terms = [row.conversionOrExercisePrice, row.exerciseDate, row.expirationDate].map(({ value }) =>
    String(value ?? ''),
  )
  return { right: isBoth ? undefined : isPut ? 'put' : 'call', series: [securityKey(title), ...terms].join('|') }
}
