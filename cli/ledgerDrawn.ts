import {
  type BeneficialOwnership,
  balancesOverTime,
  breakReasonText,
  breaksOf,
  type EconomicEvent,
  lineName,
  type NamedBreak,
  type Position,
  positionAsOf,
  type ReportLine,
} from '@section16/core/ledger'
import { counted } from './counted.ts'
import { drawDerivation } from './derivationDrawn.ts'
import { printable } from './input/names.ts'
import type { LedgerAnswer } from './ledgerAsked.ts'
import { summaryOf } from './ledgerTold.ts'
import { drawPlot } from './positionPlot.ts'
import { type Column, drawColumns } from './table.ts'
import { hasColour, type ShowOptions, styled, widthOf } from './terminal.ts'

export interface LedgerShowOptions extends ShowOptions {
  breaks?: boolean
  plot?: boolean
  explain?: boolean
}

/** The ledger for people: positions, and what was asked for beside them. */
export function drawLedger(answer: LedgerAnswer, options: LedgerShowOptions): string[] {
  return [
    ...drawPositions(answer, options),
    ...(options.plot ? answer.positions.flatMap((position) => drawPosition(answer, position, options)) : []),
    ...(options.explain ? answer.positions.flatMap((position) => drawSteps(answer, position, options)) : []),
    ...(options.breaks || options.explain ? answer.breaks.flatMap((one) => drawBreak(answer, one)) : []),
    ...(answer.beneficial ?? []).flatMap((one) => drawBeneficial(answer, one, options)),
    ...(answer.events ? ['', 'Events:', ...answer.events.map(drawEvent)] : []),
    ...(options.explain ? drawDerivation(answer.ledger.derivation) : []),
    '',
    ...drawSummary(answer),
  ]
}

const COLUMNS: readonly Column[] = [
  { title: 'security', gives: true },
  { title: 'held', gives: true },
  { title: 'series' },
  { title: 'opening', align: 'right' },
  { title: 'lines', align: 'right' },
  { title: 'breaks', align: 'right' },
  { title: 'balance', align: 'right' },
]

/** A table for each set of owners. */
function drawPositions(answer: LedgerAnswer, options: ShowOptions): string[] {
  const byOwners = new Map<string, Position[]>()
  for (const position of answer.positions) {
    const names = ownerNames(answer, position)
    byOwners.set(names, [...(byOwners.get(names) ?? []), position])
  }
  if (byOwners.size === 0) return ['no positions']
  const columns = answer.asOf ? [...COLUMNS, { title: 'state' }] : COLUMNS
  return [...byOwners].flatMap(([names, positions], i) => [
    ...(i > 0 ? [''] : []),
    styled('bold', printable(names), hasColour(options)),
    ...drawColumns(
      columns,
      positions.map((position) => positionCells(answer, position)),
      widthOf(options),
    ),
  ])
}

function positionCells(answer: LedgerAnswer, position: Position): string[] {
  const { title, opening, steps } = position
  const breaks = breaksOf(position).length
  const { quantity, state } = stateOf(answer, position)
  const counts = [String(opening.balance), String(steps.length - breaks), String(breaks)]
  return [title, heldAs(position), seriesOf(position), ...counts, quantity, state]
}

function stateOf({ asOf }: LedgerAnswer, position: Position): { quantity: string; state: string } {
  if (!asOf) return { quantity: String(position.closing), state: '' }
  const { quantity, state } = positionAsOf(position, asOf)
  return { quantity: String(quantity ?? '?'), state: STATES[state] }
}

const STATES = {
  reported: '',
  nothingYet: 'nothing yet',
  between: 'a break lies around this day',
  beforeFirstBalance: 'before the first balance',
} as const

function ownerNames({ names }: LedgerAnswer, { owners }: Position): string {
  return owners.map((cik) => names.of(cik)).join(', ')
}

function heldAs({ key, nature }: Position): string {
  return [key.ownership, nature].filter((part) => part !== '').join(' ')
}

function seriesOf({ key }: Position): string {
  if (!key.series) return ''
  const { price, expires, exercisable } = key.series
  return [price && `@ ${price}`, expires && `to ${expires}`, exercisable && `from ${exercisable}`]
    .filter(Boolean)
    .join(' ')
}

function titleOf(answer: LedgerAnswer, position: Position): string {
  const parts = [ownerNames(answer, position), position.title, heldAs(position), seriesOf(position)]
  return printable(parts.filter((part) => part !== '').join(', '))
}

/** Rows of a plot. */
const PLOT_ROWS = 8

function drawPosition(answer: LedgerAnswer, position: Position, options: ShowOptions): string[] {
  const points = balancesOverTime(position)
  const [first] = points
  const last = points.at(-1)
  if (!first || !last || points.length < 2) return []
  const highest = points.map(({ balance }) => balance).reduce((a, b) => (a.compare(b) < 0 ? b : a))
  const label = Math.max(String(highest).length, 1)
  const width = Math.max(10, widthOf(options) - label - 2)
  const plot = drawPlot(
    points.map(({ date, balance }) => ({ day: date.day, height: Number(String(balance)) })),
    width,
    PLOT_ROWS,
  )
  const from = String(first.date)
  const to = String(last.date)
  const side = (i: number) => (i === 0 ? String(highest) : i === PLOT_ROWS - 1 ? '0' : '').padStart(label)
  const axis = `${from}${to.padStart(Math.max(to.length + 1, width - from.length))}`
  return [
    '',
    styled('bold', titleOf(answer, position), hasColour(options)),
    ...plot.map((line, i) => `${side(i)}  ${line}`),
    `${' '.repeat(label)}  ${axis}`,
  ]
}

const STEP_COLUMNS: readonly Column[] = [
  { title: 'line', gives: true },
  { title: 'date' },
  { title: 'code' },
  { title: 'change', align: 'right' },
  { title: 'stated', align: 'right' },
  { title: 'balance', align: 'right' },
]

function drawSteps(answer: LedgerAnswer, position: Position, options: ShowOptions): string[] {
  const { opening, steps } = position
  const rows = steps.map((step) => {
    if (step.kind === 'break') return ['break', '', '', String(step.size), '', String(step.opening)]
    const { movement, balance } = step
    const { line, date, change, stated } = movement
    const code = line.row.coding.code.value ?? ''
    return [lineName(line), String(date ?? ''), code, String(change ?? '?'), String(stated ?? ''), String(balance)]
  })
  const first = [`opening (${OPENINGS[opening.from]})`, '', '', '', '', String(opening.balance)]
  return [
    '',
    styled('bold', titleOf(answer, position), hasColour(options)),
    ...drawColumns(STEP_COLUMNS, [first, ...rows], widthOf(options)),
  ]
}

const OPENINGS = { form3: 'Form 3', nothing: 'nothing before', firstBalance: 'first balance seen' } as const

function drawBreak(answer: LedgerAnswer, { position, brk, after, by, reasons }: NamedBreak): string[] {
  const { size, expected, opening, previous, next } = brk
  const sign = size.sign > 0 ? '+' : ''
  const between = `${String(expected)} after ${lineName(previous.line)}, ${String(opening)} before ${lineName(next.line)}`
  return [
    '',
    `Break of ${sign}${String(size)} between ${String(after)} and ${String(by)}: ${titleOf(answer, position)}`,
    printable(`  ${between}`),
    ...reasons.map((reason) => printable(`  ${breakReasonText(reason)}`)),
  ]
}

function drawBeneficial({ names }: LedgerAnswer, one: BeneficialOwnership, options: LedgerShowOptions): string[] {
  const { owner, security, asOf, owned, within60Days, total, percent, notCounted, derivation } = one
  const share = percent === undefined ? '' : `, ${String(percent)} % of the class`
  const sum = `${String(owned)} owned + ${String(within60Days)} within 60 days = ${String(total)}${share}`
  const left = notCounted.length > 0 ? [`  not counted: ${notCounted.length} rights`] : []
  return [
    '',
    printable(`${names.of(owner)}, ${security}, on ${String(asOf)}: ${sum}`),
    ...left,
    ...(options.explain ? drawDerivation(derivation) : []),
  ]
}

function drawEvent(event: EconomicEvent): string {
  const named = (lines: readonly ReportLine[]) => lines.map(lineName).join('; ')
  if (event.kind === 'order') return printable(`  one order, ${String(event.shares)} shares: ${named(event.lines)}`)
  if (event.kind === 'block') {
    return printable(`  one block, ${String(event.shares)} shares, by a chain of holders: ${named(event.lines)}`)
  }
  const { acquired, sold, withheld, kept } = event
  const parts = [`${acquired.length} acquired`, `${sold.length} sold`, `${withheld.length} withheld`]
  return printable(
    `  an exercise, lines: ${parts.join(', ')}; ${String(kept)} kept: ${named([...event.exercised, ...acquired])}`,
  )
}

function drawSummary(answer: LedgerAnswer): string[] {
  const { ledger } = answer
  const { positions, adjacentBalances, chained, breaks, causes } = summaryOf(answer)
  const counts = Object.entries(causes).sort((a, b) => b[1] - a[1])
  return [
    `${counted(positions, 'position')}, ${counted(adjacentBalances, 'adjacent balance')}: ${chained} chained exactly, ${counted(breaks, 'break')}`,
    ...counts.map(([cause, count]) => `  ${count} ${cause}`),
    ...(ledger.repeated.length > 0
      ? [`counted once, as repeating another: ${counted(ledger.repeated.length, 'report')}`]
      : []),
    ...(ledger.unplaced.length > 0
      ? [`without a total and not placed: ${counted(ledger.unplaced.length, 'line')}`]
      : []),
    ...(ledger.heldBack.length > 0
      ? [`left open, see section16 amendments: ${counted(ledger.heldBack.length, 'amendment')}`]
      : []),
    ...(ledger.undated.length > 0
      ? [`left out for want of a filing date: ${counted(ledger.undated.length, 'report')}`]
      : []),
  ]
}
