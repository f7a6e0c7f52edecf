import { Decimal } from '../../model/decimal.ts'
import type { OwnershipRow } from '../../model/ownershipDocument.ts'
import type { ReportLine, ViewedReport } from '../amendments/index.ts'
import { ZERO } from './movement.ts'
import { securityKey } from './securityTitle.ts'

/** Lines at several prices that are one order, carried out in parts. */
export interface OrderEvent {
  readonly kind: 'order'
  readonly lines: readonly ReportLine[]
  readonly shares: Decimal
  /** Shares times price, summed; `undefined` where a line states no price. The average is `value` / `shares`, exactly. */
  readonly value: Decimal | undefined
}

/** An exercise or conversion with what was done with the shares on that day. */
export interface ExerciseEvent {
  readonly kind: 'exercise'
  /** In Table II. */
  readonly exercised: readonly ReportLine[]
  /** In Table I: the shares that came of it. */
  readonly acquired: readonly ReportLine[]
  readonly sold: readonly ReportLine[]
  /** For the price or the tax, code F. */
  readonly withheld: readonly ReportLine[]
  /** What was acquired and neither sold nor withheld on that day. */
  readonly kept: Decimal
}

/** One block of shares that a chain of entities reports, each as its own indirect holding. */
export interface BlockEvent {
  readonly kind: 'block'
  readonly lines: readonly ReportLine[]
  /** Counted once. */
  readonly shares: Decimal
}

export type EconomicEvent = OrderEvent | ExerciseEvent | BlockEvent

/**
 * The events behind the lines of reports: orders in tranches, exercises with their sale and their withholding, blocks
 * reported by a chain of entities. The lines stay as they are; a line stands in at most one event of each kind.
 * Source: section16-rules.md 2.6, 2.9, 1.4 point 4.
 */
export function economicEvents(reports: readonly ViewedReport[]): EconomicEvent[] {
  const lines = reports.map(({ lines: some }) => some.map(({ line }) => line))
  return [...lines.flatMap((some) => [...exercisesIn(some), ...ordersIn(some)]), ...blocksIn(lines.flat())]
}

const EXERCISES = new Set(['M', 'X', 'O', 'C'])

function exercisesIn(lines: readonly ReportLine[]): ExerciseEvent[] {
  const days = groupsOf(
    lines.filter(({ row }) => row.isTransaction && EXERCISES.has(codeOf(row))),
    ({ row }) => `${dateOf(row)}|${codeOf(row)}`,
  )
  return days.flatMap((group): ExerciseEvent[] => {
    const exercised = group.filter(({ table }) => table === 'derivative')
    const acquired = group.filter(({ table, row }) => table === 'nonDerivative' && directionOf(row) === 'A')
    const [first] = acquired
    if (!first || exercised.length === 0) return []
    const isOfDay = ({ table, row }: ReportLine, code: string) =>
      table === 'nonDerivative' && codeOf(row) === code && dateOf(row) === dateOf(first.row)
    const titles = new Set(acquired.map(({ row }) => titleOf(row)))
    const sold = lines.filter((line) => isOfDay(line, 'S') && titles.has(titleOf(line.row)))
    const withheld = lines.filter((line) => isOfDay(line, 'F') && titles.has(titleOf(line.row)))
    const kept = sharesOf(acquired).minus(sharesOf(sold)).minus(sharesOf(withheld))
    return [{ kind: 'exercise', exercised, acquired, sold, withheld, kept }]
  })
}

function ordersIn(lines: readonly ReportLine[]): OrderEvent[] {
  const trades = lines.filter(({ row }) => row.isTransaction && (codeOf(row) === 'P' || codeOf(row) === 'S'))
  const orders = groupsOf(trades, (line) => `${tradeOf(line)}|${natureOf(line.row)}`)
  return orders.flatMap((group): OrderEvent[] => {
    const prices = new Set(group.map(({ row }) => String(row.amounts.pricePerShare.value)))
    if (prices.size < 2) return []
    return [{ kind: 'order', lines: group, shares: sharesOf(group), value: worthOf(group) }]
  })
}

/** Codes under which entities of one chain report the same block. */
const OF_BLOCKS = new Set(['P', 'S', 'C', 'J'])

/** Equal trades with equal totals by different owners or natures, indirect at least in part: one block of shares. */
function blocksIn(lines: readonly ReportLine[]): BlockEvent[] {
  const trades = lines.filter(({ row }) => row.isTransaction && OF_BLOCKS.has(codeOf(row)) && isPriced(row))
  const same = groupsOf(trades, (line) => {
    const { amounts, postTransactionAmounts } = line.row
    const { sharesOwnedFollowingTransaction: total } = postTransactionAmounts
    const issuer = line.report.document.issuer.cik.value ?? ''
    const figures = [amounts.shares.value, amounts.pricePerShare.value, total.value].map(String)
    return [issuer, tradeOf(line), ...figures].join('|')
  })
  return same.flatMap((group): BlockEvent[] => {
    const holders = new Set(
      group.map(
        (line) => `${natureOf(line.row)}|${line.report.document.reportingOwners.map(({ id }) => id.cik.value).join()}`,
      ),
    )
    const isIndirect = group.some(({ row }) => row.ownershipNature.directOrIndirectOwnership.value === 'I')
    if (group.length < 2 || holders.size < 2 || !isIndirect) return []
    return [{ kind: 'block', lines: group, shares: group[0]!.row.amounts.shares.value ?? ZERO }]
  })
}

function isPriced(row: OwnershipRow): boolean {
  return row.amounts.pricePerShare.value?.isZero === false
}

function tradeOf({ row, table }: ReportLine): string {
  return [table, titleOf(row), dateOf(row), codeOf(row), directionOf(row)].join('|')
}

function groupsOf(lines: readonly ReportLine[], key: (line: ReportLine) => string): ReportLine[][] {
  const groups = new Map<string, ReportLine[]>()
  for (const line of lines) {
    const group = groups.get(key(line))
    if (group) group.push(line)
    else groups.set(key(line), [line])
  }
  return [...groups.values()]
}

function sharesOf(lines: readonly ReportLine[]): Decimal {
  return lines.reduce((sum, { row }) => sum.plus(row.amounts.shares.value ?? ZERO), ZERO)
}

function worthOf(lines: readonly ReportLine[]): Decimal | undefined {
  return lines.reduce<Decimal | undefined>((sum, { row }) => {
    const { shares, pricePerShare } = row.amounts
    return sum && shares.value && pricePerShare.value ? sum.plus(shares.value.times(pricePerShare.value)) : undefined
  }, Decimal.of(0))
}

const codeOf = (row: OwnershipRow) => row.coding.code.value ?? ''
const dateOf = (row: OwnershipRow) => String(row.transactionDate.value)
const directionOf = (row: OwnershipRow) => row.amounts.acquiredDisposedCode.value ?? ''
const titleOf = (row: OwnershipRow) => securityKey(row.securityTitle.value ?? '')
const natureOf = ({ ownershipNature }: OwnershipRow) =>
  `${ownershipNature.directOrIndirectOwnership.value ?? ''} ${ownershipNature.natureOfOwnership.value ?? ''}`
