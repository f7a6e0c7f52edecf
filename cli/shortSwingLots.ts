import {
  type Lot,
  type LotOnLine,
  type LotsAnswer,
  type LotTable,
  lotTable,
  type PairKind,
} from '@section16/core/ledger'
import type { Diagnostic } from '@section16/core/model'
import { readDelimited } from '@section16/core/read'
import type { Table } from '@section16/core/write'
import { sources } from './input/sources.ts'
import { diagnosticJson, inputProblemLine } from './problems.ts'
import type { Column } from './table.ts'

/** A table of lots that was read, or why the file could not be. */
export type LotsFile = { readonly table: LotTable; readonly file: string } | { readonly problem: string }

/** Reads a file of lots: `date,side,shares,price`. */
export async function readLotsFile(path: string): Promise<LotsFile> {
  let problem: string | undefined
  for await (const source of sources([path])) {
    if ('problem' in source) problem ??= inputProblemLine(source.problem)
    else {
      const { rows, lines, diagnostics } = readDelimited(Buffer.from(source.bytes).toString('utf8'))
      const table = lotTable(rows, lines)
      return { table: { ...table, diagnostics: [...diagnostics, ...table.diagnostics] }, file: source.name }
    }
  }
  return { problem: problem ?? `${path}: nothing was read` }
}

/** Diagnostics of a table, as JSON says them. */
export function tableDiagnostics(diagnostics: readonly Diagnostic[]): object[] {
  return diagnostics.map((one) => diagnosticJson(one, one.at.line === undefined ? {} : { line: one.at.line }))
}

/** The answer to `--lots` as JSON. Amounts are exact decimals; a number of the certificate is `u` or `v` as in 4.3. */
export function lotsJson({ purchases, sales, diagnostics }: LotTable, answer: LotsAnswer): object {
  const { maximum, beside, faults, monthEnd, derivation } = answer
  const number = (
    name: 'u' | 'v',
    lots: readonly LotOnLine[],
    numbers: LotsAnswer['maximum']['certificate']['sales'],
  ) => lots.map((one, place) => ({ ...lotJson(one), shares: one.lot.shares, [name]: numbers[place] }))
  const kind = ({ count, examples }: PairKind) => ({
    count,
    examples: examples.map(({ purchase, sale }) => ({
      purchase: lotJson(purchases[purchase]!),
      sale: lotJson(sales[sale]!),
    })),
  })
  return {
    maximumProfit: maximum.total,
    rounded: maximum.total.toDollars(),
    method: 'exact',
    monthEnd,
    partial: diagnostics.length > 0,
    lots: { purchases: purchases.length, sales: sales.length },
    pairs: maximum.pairs.map(({ purchase, sale, ...matched }) => ({
      purchase: lotJson(purchases[purchase]!),
      sale: lotJson(sales[sale]!),
      ...matched,
    })),
    certificate: {
      verified: faults.length === 0,
      faults,
      purchases: number('u', purchases, maximum.certificate.purchases),
      sales: number('v', sales, maximum.certificate.sales),
    },
    lowestInHighestOut: beside.lowestInHighestOut,
    firstInFirstOut: beside.firstInFirstOut,
    pairCounts: {
      considered: beside.pairs.considered,
      outsideWindow: kind(beside.pairs.outsideWindow),
      withoutProfit: kind(beside.pairs.withoutProfit),
    },
    derivation,
    diagnostics: tableDiagnostics(diagnostics),
  }
}

/** The columns in which matched lots are drawn. */
export const MATCHED_COLUMNS: readonly Column[] = [
  { title: 'purchase' },
  { title: 'line', align: 'right' },
  { title: 'price', align: 'right' },
  { title: 'sale' },
  { title: 'line', align: 'right' },
  { title: 'price', align: 'right' },
  { title: 'shares', align: 'right' },
  { title: 'a share', align: 'right' },
  { title: 'profit', align: 'right' },
]

/** The matched lots as a table, one row a pair, in the order of the days; profits are exact. */
export function matchedTable({ purchases, sales }: LotTable, { maximum }: LotsAnswer): Table & { rows: string[][] } {
  const lot = ({ line, lot }: LotOnLine) => [String(lot.date), String(line), String(lot.price)]
  return {
    columns: [
      'purchaseDate',
      'purchaseLine',
      'purchasePrice',
      'saleDate',
      'saleLine',
      'salePrice',
      'shares',
      'unitProfit',
      'profit',
    ],
    rows: maximum.pairs.map(({ purchase, sale, shares, unitProfit, profit }) => [
      ...lot(purchases[purchase]!),
      ...lot(sales[sale]!),
      ...[shares, unitProfit, profit].map(String),
    ]),
  }
}

function lotJson({ line, lot }: LotOnLine): { line: number; date: Lot['date']; price: Lot['price'] } {
  return { line, date: lot.date, price: lot.price }
}
