import { type FlatRow, flatRows, flatTable, toCsv } from '@section16/core/write'
import { Batch } from '../batch.ts'
import { DataSetFiles } from '../dataSetFiles.ts'
import type { Filing } from '../filings.ts'
import { printable } from '../input/names.ts'
import { jsonText } from '../json.ts'
import { Output } from '../output.ts'
import type { PaperVerbOptions } from '../paperRoom.ts'
import { type Column, drawColumns } from '../table.ts'
import { hasColour, type ShowOptions, styled, widthOf } from '../terminal.ts'

export interface RowsVerbOptions extends ShowOptions, PaperVerbOptions {
  json?: boolean
  ndjson?: boolean
  csv?: boolean
  tsv?: boolean
  dataSets?: string
  force?: boolean
}

/** `section16 rows`: one row for each transaction or holding. */
export async function rows(whats: readonly string[], options: RowsVerbOptions): Promise<number> {
  const batch = new Batch(options)
  const separator = options.csv ? ',' : options.tsv ? '\t' : undefined
  const output = new Output(process.stdout, separator !== undefined)
  const values = new JsonRows(output)
  const files = options.dataSets === undefined ? undefined : new DataSetFiles(options.dataSets, options.force ?? false)
  if (separator) await output.write(toCsv(flatTable([]), { separator }))
  for await (const filing of batch.documents(whats)) {
    if (files) files.add(filing)
    else if (options.ndjson) await output.line(jsonText(rowsJson(filing)))
    else if (options.json) await values.add(rowsOf(filing))
    else if (separator) await output.write(toCsv(flatTable(rowsOf(filing)), { separator, header: false }))
    else for (const line of drawn(filing, options)) await output.line(line)
  }
  if (options.json) await values.end()
  files?.close()
  await output.end()
  return batch.exitStatus
}

/** The flat rows of a filing. */
function rowsOf({ reading, origin }: Filing): FlatRow[] {
  return flatRows(reading.document!, origin)
}

function rowsJson(filing: Filing): object {
  return { file: filing.file, accessionNumber: filing.accessionNumber ?? null, rows: rowsOf(filing) }
}

const COLUMNS: readonly Column[] = [
  { title: 'table' },
  { title: 'date' },
  { title: 'code' },
  { title: 'A/D' },
  { title: 'shares', align: 'right' },
  { title: 'price', align: 'right' },
  { title: 'owned after', align: 'right' },
  { title: 'D/I' },
  { title: 'security', gives: true },
]

function drawn(filing: Filing, options: RowsVerbOptions): string[] {
  const flat = rowsOf(filing)
  const { documentType, issuer, reportingOwners } = filing.reading.document!
  const owners = reportingOwners.map(({ id }) => id.name.value ?? id.cik.value ?? '?').join(', ')
  const said = [`Form ${documentType.value ?? '?'}`, issuer.name.value ?? issuer.cik.value ?? '?', owners]
  const heading = printable([filing.accessionNumber ?? filing.file, ...said].join('  '))
  const table = flat.length > 0 ? drawColumns(COLUMNS, flat.map(cellsOf), widthOf(options)) : ['  no rows']
  return [styled('bold', heading, hasColour(options)), ...table, '']
}

function cellsOf(row: FlatRow): string[] {
  return [
    row.table,
    cellOf(row, 'transactionDate'),
    cellOf(row, 'transactionCode'),
    cellOf(row, 'acquiredDisposed'),
    row.sharesState === 'absent' ? cellOf(row, 'totalValue') : cellOf(row, 'shares'),
    row.pricePerShareState === 'absent' ? cellOf(row, 'transactionValue') : cellOf(row, 'pricePerShare'),
    row.sharesOwnedAfterState === 'absent' ? cellOf(row, 'valueOwnedAfter') : cellOf(row, 'sharesOwnedAfter'),
    cellOf(row, 'directIndirect'),
    row.securityTitle ?? '',
  ]
}

type Stated =
  | 'transactionDate'
  | 'transactionCode'
  | 'acquiredDisposed'
  | 'shares'
  | 'totalValue'
  | 'pricePerShare'
  | 'transactionValue'
  | 'sharesOwnedAfter'
  | 'valueOwnedAfter'
  | 'directIndirect'

/** A value; where there is none, the footnotes that stand for it in brackets, or what is written and is no value. */
function cellOf(row: FlatRow, name: Stated): string {
  const state = row[`${name}State`]
  if (state === 'footnote') return `(${(row.footnotes[name] ?? []).join(' ')})`
  return state === 'invalid' ? `‹${row.invalid[name] ?? ''}›?` : (row[name] ?? '')
}

/** All rows as one JSON list, whatever filings they come from. */
class JsonRows {
  private readonly output: Output
  private count = 0

  constructor(output: Output) {
    this.output = output
  }

  async add(some: readonly FlatRow[]): Promise<void> {
    for (const row of some) await this.output.write(`${this.count++ === 0 ? '[\n' : ',\n'}${jsonText(row)}`)
  }

  async end(): Promise<void> {
    await this.output.write(this.count === 0 ? '[]\n' : '\n]\n')
  }
}
