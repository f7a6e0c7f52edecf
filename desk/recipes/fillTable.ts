import { CalendarDate, Decimal, type Delimited, type Diagnostic, readDelimited } from '@section16/core'
import { type RecipeCode, recipeDiagnostics } from './wordings.ts'

/** A trade as an answer to a question for trades says it; see `readFill`. */
export interface WrittenFill {
  readonly date: string
  readonly shares: string
  readonly price: string
}

export interface FillTable {
  readonly fills: readonly WrittenFill[]
  /** What keeps lines from being trades (D124 to D127, R301, R302); such lines are not among the fills. */
  readonly diagnostics: readonly Diagnostic[]
}

const COLUMNS = ['date', 'shares', 'price'] as const
type Column = (typeof COLUMNS)[number]

/** Names that brokers, plans and transfer agents give the columns. A day of settlement is not the day of the trade. */
const NAMES: Readonly<Record<Column, RegExp>> = {
  date: /^(date|day|(trade|transaction|execution|exec|fill|sale|purchase)[ _-]?(date|day))$/,
  shares:
    /^(shares?|qty|quantity|(number|no\.?|#) of shares|share[ _-]?(qty|quantity)|shares (sold|bought|purchased)|filled( qty)?)$/,
  price:
    /^(price|(trade|transaction|execution|exec|fill|sale|purchase|unit)[ _-]?price|price( per | a |\/)(share|unit))$/,
}

/** Columns in which all lines have to say the same: trades of one event are of one side, security and account. */
const ALIKE =
  /^(status|side|action|activity|type|(transaction|order|trade)( type)?|buy ?\/ ?sell|b\/s|symbol|ticker|security|cusip|isin|currency|account( (name|number|no\.?))?)$/

/**
 * Trades out of a table as a broker's file has it, or as it is pasted from a spreadsheet: cells parted by tabs, commas or
 * semicolons, quoted or not. A first line that names the columns decides which they are, in any order, others passed over;
 * without one they are day, shares, price. Days are `2026-06-02`, `6/2/2026` or `2-Jun-2026`; numbers may have a dollar
 * sign and commas of thousands, and shares of a sale a minus. Nothing is guessed: a line that cannot be read is told, and
 * where lines differ in side, security, account or sign none of them is taken. A last line of totals is passed over where
 * its shares are the sum of those above.
 */
export function fillTable(text: string): FillTable {
  const { rows, lines, diagnostics: unreadable } = linesOf(text)
  const header = headerOf(rows[0] ?? [])
  const missing = COLUMNS.filter((column) => header.places[column] < 0)
  if (missing.length > 0) return { fills: [], diagnostics: missing.map((column) => told('D124', { column })) }
  const fills: WrittenFill[] = []
  const diagnostics = [...unreadable]
  const taken: string[][] = []
  for (const [i, cells] of rows.entries()) {
    if (i < header.lines || cells.every((cell) => cell === '')) continue
    const fill = fillOf(cells, header)
    if (typeof fill !== 'string') {
      fills.push(fill)
      taken.push(cells)
    } else if (i < rows.length - 1 || !isTotal(cells, header, fills))
      diagnostics.push(told('D125', { line: lines[i] ?? i + 1, column: fill, written: cells.join(' ').slice(0, 80) }))
  }
  const unlike = differences(taken, header)
  return unlike.length > 0 ? { fills: [], diagnostics: unlike } : { fills, diagnostics }
}

function told(code: RecipeCode, data: Diagnostic['data']): Diagnostic {
  return { code, severity: recipeDiagnostics[code].severity, at: {}, data }
}

interface Header {
  readonly places: Readonly<Record<Column, number>>
  /** Columns in which lines must not differ, by their names. */
  readonly alike: readonly (readonly [number, string])[]
  /** How many cells a line has. */
  readonly width: number
  /** How many lines it takes: one, or none where the table has no names. */
  readonly lines: number
}

function headerOf(first: readonly string[]): Header {
  const names = first.map((cell) => cell.toLowerCase())
  const find = (column: Column) => names.findIndex((name) => NAMES[column].test(name))
  const places = { date: find('date'), shares: find('shares'), price: find('price') }
  if (COLUMNS.every((column) => places[column] < 0))
    return { places: { date: 0, shares: 1, price: 2 }, alike: [], width: COLUMNS.length, lines: 0 }
  const alike = names.flatMap((name, i) => (ALIKE.test(name) ? [[i, name] as const] : []))
  return { places, alike, width: first.length, lines: 1 }
}

/** A trade, or what keeps the line from being one. */
function fillOf(cells: readonly string[], { places, width }: Header): WrittenFill | Column | 'cells' {
  // A comma of thousands that nobody quoted parts a number in two.
  if (cells.length < width || cells.slice(width).some((cell) => cell !== '')) return 'cells'
  const cell = (column: Column) => cells[places[column]] ?? ''
  const date = dayOf(cell('date'))
  const [shares, price] = [numberOf(cell('shares')), numberOf(cell('price'))]
  if (date === undefined) return 'date'
  if (shares === undefined || shares === '0') return 'shares'
  return price === undefined || price === '0' || isNegative(cell('price')) ? 'price' : { date, shares, price }
}

function differences(taken: readonly (readonly string[])[], { places, alike }: Header): Diagnostic[] {
  const said = (texts: readonly string[]) => [...new Set(texts.map((text) => text.toUpperCase()))]
  const unlike = alike.flatMap(([i, column]) => {
    const values = said(taken.map((cells) => cells[i] ?? ''))
    return values.length > 1 ? [told('D126', { column, values: values.slice(0, 5).join(', ') })] : []
  })
  const signs = new Set(taken.map((cells) => isNegative(cells[places.shares] ?? '')))
  return signs.size > 1 ? [...unlike, told('D127', {})] : unlike
}

function isTotal(cells: readonly string[], { places }: Header, fills: readonly WrittenFill[]): boolean {
  const sum = fills.reduce((total, { shares }) => total.plus(Decimal.parse(shares)!), Decimal.of(0))
  return cells[places.date] === '' && fills.length > 0 && numberOf(cells[places.shares] ?? '') === String(sum)
}

const isNegative = (written: string): boolean => /^[-(]/.test(written)

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function dayOf(written: string): string | undefined {
  const [, month = '', day = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(written) ?? []
  const [, dayNamed = '', name = '', yearNamed = ''] =
    /^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\d{4})$/.exec(written) ?? []
  const named = MONTHS.indexOf(name.toLowerCase()) + 1
  const found =
    year !== ''
      ? CalendarDate.of(Number(year), Number(month), Number(day))
      : named > 0
        ? CalendarDate.of(Number(yearNamed), named, Number(dayNamed))
        : written.length === 10
          ? CalendarDate.parse(written)
          : undefined
  return found?.toString()
}

/** A number without its sign, as a decimal is written. */
function numberOf(written: string): string | undefined {
  const bare = written.replace(/^\((.*)\)$/, '-$1').replace(/^-?\s*(?:US)?\$?\s*/, '')
  if (!/^\d{1,3}(,\d{3})*(\.\d+)?$|^\d*\.?\d+$|^\d+\.$/.test(bare)) return undefined
  return Decimal.parse(bare.replaceAll(',', ''))?.toString()
}

/** The lines of a table with their cells, trimmed. */
function linesOf(text: string): Delimited {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  const separator = SEPARATORS.find((one) => first.includes(one)) ?? ','
  const { rows, ...rest } = readDelimited(text, separator)
  return { ...rest, rows: rows.map((cells) => cells.map((cell) => cell.trim())) }
}

/** In this order: a day or a number may hold a comma. */
const SEPARATORS = ['\t', ';', ','] as const
