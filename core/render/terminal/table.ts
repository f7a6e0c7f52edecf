import type { FormNumber } from '../../facts/documentTypes.ts'
import { type FormTable, formTables } from '../../facts/formColumns.ts'
import type { OwnershipDocument } from '../../model/ownershipDocument.ts'
import { footnoteNumber } from '../printed.ts'
import {
  NUMERIC,
  OF_TRANSACTIONS,
  type PrintedColumn,
  printedColumns,
  TRANSACTION_VALUE_REMARK,
} from '../printedColumns.ts'
import { type PrintedCell, type PrintedKey, type PrintedRow, printedRow } from '../printedRow.ts'
import { beside, type Flow, measure, type Span, span, wrap } from './flow.ts'
import type { Band, Page } from './page.ts'

/** A column as drawn. */
interface Column extends PrintedColumn {
  /** Whether the column before has the same number, which is then not repeated. */
  readonly continues: boolean
}

/** Columns that take what is left over. */
const WORDS: ReadonlySet<PrintedKey> = new Set(['securityTitle', 'underlyingTitle', 'natureOfOwnership'])

/** A piece longer than this is broken rather than let push the other columns out. */
const LONGEST_PIECE = 14
/** Narrower pages have one block for each row, unless the table has few columns. */
const TABLE_FROM = 100
const FEW_COLUMNS = 6

/** Table I or II: its title, then one line for each row, or one block where the page is too narrow for lines. */
export function drawTable(page: Page, which: 'I' | 'II', document: OwnershipDocument, form: FormNumber): void {
  const table = formTables[form][which]
  const { rows } = which === 'I' ? document.nonDerivativeTable : document.derivativeTable
  const title = [span(table.title, 'strong'), ...(table.examples ? [span(`\n${table.examples}`, 'label')] : [])]
  page.add([page.cell(page.inner, title, 'centre')])
  if (rows.length === 0) {
    page.add([page.cell(page.inner, [span('No entries.', 'label')], 'centre')])
    return
  }
  const printed = rows.map((row) => printedRow(row, form, document))
  const columns = columnsOf(table, printed)
  const isWide = page.width >= TABLE_FROM || columns.length <= FEW_COLUMNS
  const lines = isWide ? asLines(page, columns, printed) : undefined
  if (lines) addLines(page, lines)
  else for (const [i, row] of rows.entries()) page.add(asBlock(page, columns, printed[i]!, row.isTransaction))
  if (columns.some(({ key }) => key === 'transactionValue')) page.add([page.cell(page.inner, VALUE_REMARK)])
}

/** The heading, then the rows: with rules between them where one of them has several lines. */
function addLines(page: Page, [heading, ...rows]: readonly Band[]): void {
  page.add(heading!)
  const isRuled = rows.some((row) => row.some((cell) => 'lines' in cell && cell.lines.length > 1))
  for (const [i, row] of rows.entries()) page.add(row, isRuled || i === rows.length - 1)
}

const VALUE_REMARK = [span(TRANSACTION_VALUE_REMARK, 'label')]

function columnsOf(table: FormTable, rows: readonly PrintedRow[]): Column[] {
  const columns = printedColumns(table, rows)
  return columns.map((column, i) => ({
    ...column,
    continues: i > 0 && column.number !== '' && columns[i - 1]?.number === column.number,
  }))
}

function flowOf(page: Page, cell: PrintedCell): Flow {
  return cell.flatMap(({ parts, marks }, i): Span[] => [
    ...(i > 0 ? [span('\n')] : []),
    ...parts.flatMap(({ kind, text }, j): Span[] => [
      ...(j > 0 ? [span(' ')] : []),
      kind === 'invalid' ? invalid(page, text) : kind === 'note' ? span(text, 'label') : page.said(text),
    ]),
    ...marks.map((id, j) => page.said(`${j > 0 || parts.length > 0 ? ' ' : ''}(${footnoteNumber(id)})`, 'mark')),
  ])
}

/** The most of a text that is no value: enough to see what was meant. */
const LONGEST_INVALID = 60

/** Text that is no value of its field, in marks of its own. */
export function invalid(page: Page, written: string): Span {
  const text = written.trim()
  const cut = text.length > LONGEST_INVALID ? `${text.slice(0, LONGEST_INVALID)}…` : text
  return page.said(page.ascii ? `<${cut}>?` : `‹${cut}›?`, 'invalid')
}

/** An empty column keeps its number, and a heading only if that is as short as a number. */
function headingOf({ number, continues, short: title, empty }: Column): Flow {
  const first = span(continues ? '' : number, 'strong')
  return empty && title.length > 3 ? [first] : [first, span(`\n${title}`, 'label')]
}

/** One line for each row; `undefined` where the columns do not fit the page. */
function asLines(page: Page, columns: readonly Column[], rows: readonly PrintedRow[]): Band[] | undefined {
  const flows = rows.map((row) => columns.map(({ key }) => flowOf(page, row[key])))
  const sizes = columns.map((column, i) =>
    sizeOf(
      column,
      flows.map((row) => row[i]!),
    ),
  )
  const inset = [1, 0].find((each) => fits(page, sizes, each))
  if (inset === undefined) return undefined
  const widths = share(page.inner - (columns.length - 1) - 2 * inset * columns.length, columns, sizes)
  const band = (row: readonly Flow[], pad: boolean): Band =>
    row.map((flow, i) => {
      const { key } = columns[i]!
      const size = sizes[i]!
      const aligned = pad && NUMERIC.has(key) && widths[i]! >= size.natural
      const padded = aligned ? [...flow, span('\u00a0'.repeat(size.marks - marksIn(flow)))] : flow
      const align = NUMERIC.has(key) ? 'right' : 'left'
      return page.cell(widths[i]! + 2 * inset, padded, align, inset)
    })
  return [band(columns.map(headingOf), false), ...flows.map((row) => band(row, true))]
}

interface Size {
  readonly least: number
  /** What the cells take unbroken. */
  readonly natural: number
  /** What the heading takes unbroken besides. */
  readonly comfortable: number
  /** The widest footnote marks, kept free behind numbers so that their digits stand below one another. */
  readonly marks: number
}

function sizeOf(column: Column, flows: readonly Flow[]): Size {
  const heading = measure(headingOf(column))
  const cells = flows.map(measure)
  const longest = WORDS.has(column.key) ? LONGEST_PIECE : 2 * LONGEST_PIECE
  const least = Math.min(longest, Math.max(0, ...cells.map((cell) => cell.least)))
  const marks = NUMERIC.has(column.key) ? Math.max(0, ...flows.map(marksIn)) : 0
  const natural = Math.max(0, ...cells.map((cell, i) => cell.natural + marks - (marks > 0 ? marksIn(flows[i]!) : 0)))
  return {
    least: Math.max(1, heading.least, least),
    natural: Math.max(heading.least, natural),
    comfortable: Math.max(heading.natural, natural),
    marks,
  }
}

/** Columns of the footnote marks at the end of a cell of one line. */
function marksIn(flow: Flow): number {
  if (flow.some(({ text }) => text.includes('\n'))) return 0
  return flow.reduce((sum, { style, text }) => sum + (style === 'mark' ? text.length : 0), 0)
}

function fits(page: Page, sizes: readonly Size[], inset: number): boolean {
  const least = sizes.reduce((sum, size) => sum + size.least + 2 * inset + 1, -1)
  return least <= page.inner
}

/** Widths that fill the page: each column its least, then what it would like, then the rest to columns of words. */
function share(width: number, columns: readonly Column[], sizes: readonly Size[]): number[] {
  const widths = sizes.map(({ least }) => least)
  const all = columns.map((_, i) => i)
  const words = all.filter((i) => WORDS.has(columns[i]!.key))
  let free = width - widths.reduce((sum, each) => sum + each, 0)
  const widen = (which: readonly number[], wish: 'natural' | 'comfortable') => {
    for (let i = which; free > 0 && i.length > 0; ) {
      i = i.filter((j) => widths[j]! < sizes[j]![wish])
      for (const j of i.slice(0, free)) widths[j]!++
      free -= Math.min(free, i.length)
    }
  }
  // Numbers and dates first: a broken line there is worse than one more line of words.
  const others = all.filter((i) => !words.includes(i))
  widen(others, 'natural')
  widen(words, 'natural')
  widen(others, 'comfortable')
  const takers = words.filter((i) => !columns[i]!.empty)
  const order = takers.length > 0 ? takers : all
  for (let i = 0; free > 0; i++, free--) widths[order[i % order.length]!]!++
  return widths
}

/** A row as a block: number, name and value below one another. Columns that are empty in all rows are left out. */
function asBlock(page: Page, columns: readonly Column[], row: PrintedRow, isTransaction: boolean): Band {
  const entries = columns.filter(({ empty }) => !empty)

  const width = page.inner - 2
  const numberWidth = Math.max(2, ...entries.map(({ number }) => number.length)) + 1
  const nameWidth = Math.min(Math.max(...entries.map(({ name }) => name.length)), Math.floor(width * 0.45)) + 2
  const shown = entries.filter(({ key }) => isTransaction || row[key].length > 0 || !OF_TRANSACTIONS.has(key))
  const lines = shown.flatMap(({ key, number, name }) =>
    beside(
      beside(wrap([span(number, 'strong')], numberWidth), numberWidth, wrap([span(name, 'label')], nameWidth - 2)),
      numberWidth + nameWidth,
      wrap(flowOf(page, row[key]), width - numberWidth - nameWidth),
    ),
  )
  return [{ width: page.inner, lines }]
}
