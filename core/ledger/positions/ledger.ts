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
import { type DerivationStep, derivationStep } from '../derivation.ts'
import type { FiledReport } from '../filedReport.ts'
import { ledgerRules } from './ledgerRules.ts'
import {
  keyText,
  type Movement,
  movementOf,
  ownerText,
  type PositionKey,
  positionKeyOf,
  type SeriesRule,
  speaksOf,
} from './movement.ts'
import { Pool, type UnplacedLine } from './pool.ts'
import type { Position } from './positionChain.ts'
import { type SecurityAlias, securityLibrary } from './securityTitle.ts'
import { type RepeatedReport, repeatedReports } from './splitSubmissions.ts'

export interface LedgerOptions extends ViewOptions {
  readonly aliases?: readonly SecurityAlias[]
  /** `exercisableWithoutExpiry` unless said. */
  readonly series?: SeriesRule
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
  /** The options where the law is doubtful, as they were used. */
  readonly options: { readonly series: SeriesRule }
  /** How lines were counted. */
  readonly derivation: readonly DerivationStep[]
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
  const { series = 'exercisableWithoutExpiry' } = options
  const pools = new Map<string, Pool>()
  for (const ofDay of daysOf(counted)) {
    const groups = new Map<Pool, Movement[][]>()
    for (const { report, lines } of ofDay) {
      const parts = new Map<Pool, Movement[]>()
      for (const one of lines) {
        const key = positionKeyOf(one.line, securityOf, series)
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
    options: { series },
    derivation: derivationOf(series, repeated.length, view),
  }
}

function derivationOf(series: SeriesRule, repeated: number, view: ReportsInView): DerivationStep[] {
  const { heldBack, undated } = view
  return [
    derivationStep(ledgerRules, 'lines'),
    derivationStep(ledgerRules, 'totals'),
    derivationStep(ledgerRules, series),
    derivationStep(ledgerRules, 'standing'),
    derivationStep(ledgerRules, 'amendments'),
    ...(repeated > 0 ? [derivationStep(ledgerRules, 'repeated', { count: repeated })] : []),
    ...(heldBack.length > 0 ? [derivationStep(ledgerRules, 'heldBack', { count: heldBack.length })] : []),
    ...(undated.length > 0 ? [derivationStep(ledgerRules, 'undated', { count: undated.length })] : []),
  ]
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
  const trades = new Map<string, { place: number; firstDay: number }[]>()
  for (const [place, { report }] of inOrder.entries()) {
    const firstDay = speaksEarly(report) ? Number.NEGATIVE_INFINITY : firstTransaction(report)
    for (const key of partiesOf(report)) {
      const known = trades.get(key)
      if (known) known.push({ place, firstDay })
      else trades.set(key, [{ place, firstDay }])
    }
  }
  const places = inOrder.map(({ report }, place) => {
    const day = speaksEarly(report) ? speaksOf(report) : undefined
    if (day === undefined) return place
    const later = partiesOf(report).flatMap(
      (key) => trades.get(key)?.find(({ firstDay }) => firstDay > day)?.place ?? [],
    )
    // Before the first of them; several that stand there keep the order of their filing.
    return Math.min(place, ...later.map((first) => first - 0.5))
  })
  return inOrder
    .map((one, i) => ({ one, place: places[i]! }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)
}

function speaksEarly(report: FiledReport): boolean {
  const family = formFamily(report)
  return family === '3' || family === '5'
}

/** The first day of a transaction; without any no day is later. */
function firstTransaction(report: FiledReport): number {
  const days = linesOf(report).flatMap(({ row }) => row.transactionDate.value?.day ?? [])
  return days.length > 0 ? Math.min(...days) : Number.NEGATIVE_INFINITY
}

/** The issuer with each owner, as a key. */
function partiesOf(report: FiledReport): string[] {
  return ownersOf(report).map((owner) => `${report.document.issuer.cik.value ?? ''}|${owner}`)
}
