import type { CalendarDate } from '../../model/calendarDate.ts'
import { Decimal } from '../../model/decimal.ts'
import type { OwnershipRow } from '../../model/ownershipDocument.ts'
import type { EffectiveLine, LineTable, ReportLine } from '../amendments/index.ts'
import { linesOf, ownersOf } from '../amendments/index.ts'
import type { FiledReport } from '../filedReport.ts'
import { type SecurityOf, securityKey } from './securityTitle.ts'

export const ZERO = Decimal.of(0)

/** What is counted: securities, or US dollars where no number of them is stated (R2.7.7). */
export type PositionUnit = 'shares' | 'value'

/** What makes derivatives one series. Empty where it is not stated. */
export interface SeriesKey {
  /** US dollars; empty for none and for zero, which restricted stock units state. */
  readonly price: string
  /** `YYYY-MM-DD`. */
  readonly expires: string
  /** Only where no expiration is stated: the date on which the right is exercisable tells grants of units apart. */
  readonly exercisable: string
}

/**
 * What is counted as one position, the owners apart: an issuer's security, direct or by one nature of indirect
 * ownership, for derivatives one series. Source: section16-rules.md R2.7.1, R2.7.5 (title, exercise price, expiry).
 */
export interface PositionKey {
  /** The issuer's CIK; empty where none is stated. */
  readonly issuer: string
  readonly table: LineTable
  readonly security: string
  /** `D`, `I`, or empty. */
  readonly ownership: string
  /** The nature of indirect ownership, its typing made plain; empty for direct. */
  readonly nature: string
  readonly series: SeriesKey | undefined
  readonly unit: PositionUnit
}

/** One line as the ledger counts it. */
export interface Movement {
  readonly line: ReportLine
  /** Versions of the line before amendments, the oldest first. */
  readonly earlier: readonly ReportLine[]
  /** The report in whose place it stands: its own, or the one that its own amends. */
  readonly standsIn: FiledReport
  /** The transaction's date; absent for a holding. */
  readonly date: CalendarDate | undefined
  /** What the line adds, negative for a disposition; zero for a holding. `undefined`: not stated. */
  readonly change: Decimal | undefined
  /** The total that the line states. */
  readonly stated: Decimal | undefined
}

/**
 * What tells series apart, doubtful law (R2.7.5 [K?]). `titlePriceExpiry`: nothing else; `exercisableWithoutExpiry`:
 * where no expiration is stated the date exercisable too, because filers count each grant of units by itself.
 */
export type SeriesRule = 'exercisableWithoutExpiry' | 'titlePriceExpiry'

/** The position that a line belongs to. */
export function positionKeyOf(
  { report, table, row }: ReportLine,
  securityOf: SecurityOf,
  seriesRule: SeriesRule,
): PositionKey {
  const { ownershipNature, postTransactionAmounts } = row
  const cik = report.document.issuer.cik.value
  const ownership = ownershipNature.directOrIndirectOwnership.value ?? ''
  const isByValue = postTransactionAmounts.sharesOwnedFollowingTransaction.kind !== 'value'
  return {
    issuer: cik ?? '',
    table,
    security: securityOf(cik, row.securityTitle.value ?? ''),
    ownership,
    nature: ownership === 'D' ? '' : securityKey(ownershipNature.natureOfOwnership.value ?? ''),
    series: table === 'derivative' ? seriesOf(row, seriesRule) : undefined,
    unit: isByValue && postTransactionAmounts.valueOwnedFollowingTransaction.kind === 'value' ? 'value' : 'shares',
  }
}

function seriesOf(row: OwnershipRow, rule: SeriesRule): SeriesKey {
  const price = row.conversionOrExercisePrice.value
  const expires = String(row.expirationDate.value ?? '')
  return {
    price: price === undefined || price.isZero ? '' : String(price),
    expires,
    exercisable: expires === '' && rule === 'exercisableWithoutExpiry' ? String(row.exerciseDate.value ?? '') : '',
  }
}

/** Whether a security is granted in portions that filers count one by one: derivatives, and units in Table I. */
export function isGranted({ table, security }: PositionKey): boolean {
  return table === 'derivative' || UNITS.test(security)
}

/** Whether a security is units that become shares. */
export function isUnits({ security }: PositionKey): boolean {
  return UNITS.test(security)
}

const UNITS = /\b(?:unit|rsu|psu|award)\b/

/** One text for a key: equal texts, equal keys. */
export function keyText({ issuer, table, security, ownership, nature, series, unit }: PositionKey): string {
  const parts = [issuer, table, security, ownership, nature, unit]
  return [...parts, series?.price ?? '', series?.expires ?? '', series?.exercisable ?? ''].join('|')
}

/** A line as counted in a position of the given unit. */
export function movementOf(one: EffectiveLine, standsIn: FiledReport, unit: PositionUnit): Movement {
  const { row } = one.line
  const { sharesOwnedFollowingTransaction: shares, valueOwnedFollowingTransaction: value } = row.postTransactionAmounts
  return {
    line: one.line,
    earlier: one.earlier,
    standsIn,
    date: row.isTransaction ? row.transactionDate.value : undefined,
    change: changeOf(row, unit),
    stated: unit === 'shares' ? shares.value : value.value,
  }
}

function changeOf(row: OwnershipRow, unit: PositionUnit): Decimal | undefined {
  if (!row.isTransaction) return ZERO
  const amount = unit === 'shares' ? row.amounts.shares.value : row.amounts.totalValue.value
  const direction = row.amounts.acquiredDisposedCode.value
  if (amount === undefined) return undefined
  return direction === 'A' ? amount : direction === 'D' ? ZERO.minus(amount) : undefined
}

/** The day that a report's totals speak of: a Form 3's event, a Form 5's fiscal year end, a Form 4's last transaction. */
export function speaksOf(report: FiledReport): number | undefined {
  const period = report.document.periodOfReport.value?.day
  if (!report.document.documentType.value?.startsWith('4')) return period
  const days = linesOf(report).flatMap(({ row }) => row.transactionDate.value?.day ?? [])
  return days.length > 0 ? Math.max(...days) : period
}

/** The day of a total: the transaction's own, else the one that the report speaks of, else that of its filing. */
export function dayOf(report: FiledReport, date: CalendarDate | undefined): number {
  return date?.day ?? speaksOf(report) ?? report.filedOn?.day ?? 0
}

/** The owners of a report as one text. */
export function ownerText(report: FiledReport): string {
  return ownersOf(report).join(',')
}

/** The sum of what lines add; unstated ones add nothing. */
export function sumOf(movements: readonly Movement[]): Decimal {
  return movements.reduce((sum, { change }) => sum.plus(change ?? ZERO), ZERO)
}
