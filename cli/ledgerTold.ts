import {
  type BalanceBreak,
  type BeneficialOwnership,
  breakReasonText,
  checkedLines,
  type EconomicEvent,
  type LinePlace,
  type NamedBreak,
  type Position,
  placeOf,
  positionAsOf,
  type Step,
} from '@section16/core/ledger'
import type { CalendarDate } from '@section16/core/model'
import type { Table } from '@section16/core/write'
import type { LedgerAnswer } from './ledgerAsked.ts'
import { cellsOf, type Written } from './tableCells.ts'

/** The answer as JSON: amounts are decimal text, lines are named by report, table and place. */
export function ledgerJson(answer: LedgerAnswer): object {
  const { ledger, positions, breaks, asOf, knownOn, beneficial, events } = answer
  return {
    ...(asOf && { asOf }),
    ...(knownOn && { knownOn }),
    positions: positions.map((position) => positionJson(answer, position)),
    breaks: breaks.map(breakJson),
    ...(beneficial && { beneficialOwnership: beneficial.map(beneficialJson) }),
    ...(events && { events: events.map(eventJson) }),
    unplaced: ledger.unplaced.map(({ movement, reason }) => ({ line: placeOf(movement.line), reason })),
    repeated: ledger.repeated.map(({ report, of, because }) => ({ report: report.key, of: of.key, because })),
    amendmentsHeldBack: ledger.heldBack.map(({ amendment, reason }) => ({ amendment: amendment.key, reason })),
    filingDateNotKnown: ledger.undated.map(({ key }) => key),
    summary: summaryOf(answer),
    options: ledger.options,
    derivation: ledger.derivation,
  }
}

/** How many balances there are that follow another, how many of them chain, and what the others are put down to. */
export function summaryOf({ positions, breaks }: LedgerAnswer): {
  positions: number
  adjacentBalances: number
  chained: number
  breaks: number
  causes: Record<string, number>
} {
  const causes: Record<string, number> = {}
  for (const { reasons } of breaks) {
    const cause = reasons[0] ? `${reasons[0].cause} ${reasons[0].verdict}` : 'none'
    causes[cause] = 1 + (causes[cause] ?? 0)
  }
  const adjacentBalances = positions.reduce((sum, position) => sum + Math.max(0, checkedLines(position).length - 1), 0)
  return {
    positions: positions.length,
    adjacentBalances,
    chained: adjacentBalances - breaks.length,
    breaks: breaks.length,
    causes,
  }
}

function positionJson({ asOf }: LedgerAnswer, position: Position): object {
  const { key, title, owners, opening, steps, closing } = position
  return {
    issuer: key.issuer,
    owners,
    table: key.table,
    security: key.security,
    title,
    ownership: key.ownership,
    nature: position.nature,
    ...(key.series && { series: key.series }),
    unit: key.unit,
    ...(asOf && { asOf: asOfJson(position, asOf) }),
    opening: { from: opening.from, balance: opening.balance, line: placeOf(opening.line) },
    closing,
    steps: steps.map(stepJson),
  }
}

function asOfJson(position: Position, asOf: CalendarDate): object {
  const { quantity, state, lastStated } = positionAsOf(position, asOf)
  return { quantity: quantity ?? null, state, lastStated: lastStated ? placeOf(lastStated.line) : null }
}

function stepJson(step: Step): object {
  if (step.kind === 'break') return { kind: 'break', ...breakSizes(step) }
  const { movement, change, balance, isChecked } = step
  return {
    kind: movement.line.row.isTransaction ? 'transaction' : 'holding',
    line: placeOf(movement.line),
    ...(movement.earlier.length > 0 && { amends: movement.earlier.map(placeOf) }),
    date: movement.date ?? null,
    change: movement.change === undefined ? null : change,
    stated: movement.stated ?? null,
    balance,
    isChecked,
  }
}

function breakSizes({ size, expected, opening, previous, next }: BalanceBreak): object {
  return { size, expected, opening, previous: placeOf(previous.line), next: placeOf(next.line) }
}

function breakJson({ position, brk, after, by, reasons }: NamedBreak): object {
  const { key, title, nature, owners } = position
  return {
    issuer: key.issuer,
    owners,
    title,
    ownership: key.ownership,
    nature,
    ...breakSizes(brk),
    after,
    by,
    reasons: reasons.map((reason) => ({ ...reason, text: breakReasonText(reason) })),
  }
}

function beneficialJson(one: BeneficialOwnership): object {
  const right = ({ title, key }: Position) => ({
    title,
    ownership: key.ownership,
    nature: key.nature,
    series: key.series,
  })
  return {
    ...one,
    percent: one.percent ?? null,
    counted: one.counted.map(({ position, ...rest }) => ({ ...right(position), ...rest })),
    notCounted: one.notCounted.map(({ position, because }) => ({ ...right(position), because })),
    notKnown: one.notKnown.map(right),
  }
}

function eventJson(event: EconomicEvent): object {
  const places = (lines: readonly Parameters<typeof placeOf>[0][]): LinePlace[] => lines.map(placeOf)
  if (event.kind === 'exercise') {
    const { kind, exercised, acquired, sold, withheld, kept } = event
    return {
      kind,
      exercised: places(exercised),
      acquired: places(acquired),
      sold: places(sold),
      withheld: places(withheld),
      kept,
    }
  }
  return { ...event, lines: places(event.lines) }
}

const COLUMNS = [
  'issuer',
  'owners',
  'security',
  'title',
  'table',
  'ownership',
  'nature',
  'exercisePrice',
  'expires',
  'exercisable',
  'step',
  'report',
  'line',
  'date',
  'change',
  'stated',
  'balance',
  'cause',
  'verdict',
] as const

/** A row for each step of each position: its opening, its lines, its breaks. */
export function ledgerTable({ positions, breaks }: Pick<LedgerAnswer, 'positions' | 'breaks'>): Table {
  const named = new Map(breaks.map((one) => [one.brk, one]))
  const rows = positions.flatMap((position) => {
    const { key, title, nature, owners, opening, steps } = position
    const series = [key.series?.price ?? '', key.series?.expires ?? '', key.series?.exercisable ?? '']
    const head = [key.issuer, owners.join(' '), key.security, title, key.table, key.ownership, nature, ...series]
    const first = [
      ...head,
      'opening',
      opening.line.report.key,
      opening.line.place,
      '',
      '',
      '',
      opening.balance,
      opening.from,
      '',
    ]
    return [first, ...steps.map((step) => [...head, ...stepCells(step, named)])]
  })
  return { columns: COLUMNS, rows: rows.map(cellsOf) }
}

function stepCells(step: Step, named: ReadonlyMap<BalanceBreak, NamedBreak>): Written[] {
  if (step.kind === 'break') {
    const { line } = step.next
    const [reason] = named.get(step)?.reasons ?? []
    return ['break', line.report.key, line.place, '', step.size, '', step.opening, reason?.cause, reason?.verdict]
  }
  const { movement, balance } = step
  const { line, date, change, stated } = movement
  const kind = line.row.isTransaction ? 'transaction' : 'holding'
  return [kind, line.report.key, line.place, date, change, stated, balance, '', '']
}
