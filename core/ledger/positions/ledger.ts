import {
  byFiling,
  formFamily,
  linesOf,
  type OpenAmendment,
  ownersOf,
  type ReportsInView,
  reportsInView,
  type ViewedReport,
  type ViewOptions,
} from '../amendments/index.ts'
import type { FiledReport } from '../filedReport.ts'
import { keyText, type Movement, movementOf, ownerText, type PositionKey, positionKeyOf, speaksOf } from './movement.ts'
import { Pool, type UnplacedLine } from './pool.ts'
import type { Position } from './positionChain.ts'
import { type SecurityAlias, securityLibrary } from './securityTitle.ts'
import { type RepeatedReport, repeatedReports } from './splitSubmissions.ts'

export interface LedgerOptions extends ViewOptions {
  readonly aliases?: readonly SecurityAlias[]
}

/** What the reports say of positions. */
export interface Ledger {
  /** By issuer, security, table and nature; the owners' order is that of their first reports. */
  readonly positions: readonly Position[]
  /** Lines without a total that no position could take: they are counted nowhere. */
  readonly unplaced: readonly UnplacedLine[]
  /** Parts of joint filings whose lines are counted in another part. */
  readonly repeated: readonly RepeatedReport[]
  readonly heldBack: readonly OpenAmendment[]
  readonly undated: readonly FiledReport[]
  readonly view: ReportsInView
}

/**
 * Positions for each set of owners, security, nature of ownership and series, from the reports in a view, whatever the
 * order in which they are given. A position begins with a Form 3 or the first balance seen; what a total says beside the
 * lines before it is a named break. For each position opening + changes + breaks = closing, exactly. A joint filing's
 * lines are common to its owners and counted once. Source: section16-rules.md 1.4, 2.7.
 */
export function ledgerOf(reports: readonly FiledReport[], options: LedgerOptions = {}): Ledger {
  const view = reportsInView(reports, options)
  const repeated = repeatedReports(view.reports)
  const leftOut = new Set(repeated.map(({ report }) => report))
  const counted = inStandingOrder(view.reports.filter(({ report }) => !leftOut.has(report)))
  const securityOf = securityLibrary(options.aliases)
  const pools = new Map<string, Pool>()
  for (const ofDay of daysOf(counted)) {
    const groups = new Map<Pool, Movement[][]>()
    for (const { report, lines } of ofDay) {
      const parts = new Map<Pool, Movement[]>()
      for (const one of lines) {
        const key = positionKeyOf(one.line, securityOf)
        const pool = poolOf(pools, key)
        parts.set(pool, [...(parts.get(pool) ?? []), movementOf(one, report, key.unit)])
      }
      for (const [pool, movements] of parts) groups.set(pool, [...(groups.get(pool) ?? []), movements])
    }
    for (const [pool, movements] of groups) pool.count(movements)
  }
  const inOrder = [...pools].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pool]) => pool)
  return {
    positions: inOrder.flatMap(({ chains }) => chains.map((chain) => chain.finished())),
    unplaced: inOrder.flatMap(({ unplaced }) => unplaced),
    repeated,
    heldBack: view.heldBack,
    undated: view.undated,
    view,
  }
}

function poolOf(pools: Map<string, Pool>, key: PositionKey): Pool {
  const text = keyText(key)
  const pool = pools.get(text) ?? new Pool(key)
  pools.set(text, pool)
  return pool
}

/** Reports of one set of owners in one issuer that were filed on one day are taken together; the rest one by one. */
function daysOf(viewed: readonly ViewedReport[]): ViewedReport[][] {
  const days = new Map<string, ViewedReport[]>()
  for (const one of viewed) {
    const { filedOn, key, document } = one.report
    const day = `${document.issuer.cik.value ?? ''}|${ownerText(one.report)}|${filedOn ? String(filedOn) : key}`
    days.set(day, [...(days.get(day) ?? []), one])
  }
  return [...days.values()]
}

/**
 * The order in which totals stand: that of filing, except that a Form 3 and a Form 5 speak of an earlier day, the event
 * and the end of the fiscal year (R2.7.6): they stand before reports of the same owner that were filed earlier and
 * whose transactions are all later.
 */
function inStandingOrder(viewed: readonly ViewedReport[]): ViewedReport[] {
  const inOrder = viewed.toSorted((a, b) => byFiling(a.report, b.report))
  const early = inOrder.filter(({ report }) => speaksEarly(report))
  const order = inOrder.filter(({ report }) => !speaksEarly(report))
  for (const one of early) {
    const day = speaksOf(one.report)
    const filed = order.findIndex(({ report }) => byFiling(report, one.report) > 0)
    const later = order.findIndex(({ report }) => day !== undefined && isAllLater(report, day, one.report))
    const places = [filed, later].filter((place) => place >= 0)
    order.splice(places.length > 0 ? Math.min(...places) : order.length, 0, one)
  }
  return order
}

function speaksEarly(report: FiledReport): boolean {
  const family = formFamily(report)
  return family === '3' || family === '5'
}

/** Whether all transactions of a Form 4 of the same issuer and an owner of the other came after a day. */
function isAllLater(report: FiledReport, day: number, other: FiledReport): boolean {
  if (speaksEarly(report) || report.document.issuer.cik.value !== other.document.issuer.cik.value) return false
  const owners = new Set<string>(ownersOf(other))
  if (!ownersOf(report).some((owner) => owners.has(owner))) return false
  const days = linesOf(report).flatMap(({ row }) => row.transactionDate.value?.day ?? [])
  return days.length > 0 && days.every((one) => one > day)
}
