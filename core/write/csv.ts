/** What may stand in a cell. */
export type Cell = string | number | boolean | object | null | undefined

/** A header and rows of cells, in the header's order. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: Iterable<readonly Cell[]>
}

export interface CsvOptions {
  /** What stands between cells; a tab makes TSV. */
  separator?: ',' | '\t' | ';'
  /** What ends a line; without it CRLF for commas and semicolons, as RFC 4180 says, LF for tabs, as the SEC does. */
  newline?: '\n' | '\r\n'
  /** False leaves the header line out: for a text written in parts. */
  header?: boolean
  /**
   * `neutralised`: a cell that a spreadsheet would take for a formula gets an apostrophe in front. `kept`: cells as they
   * are, for programs, and for files in the SEC's own form.
   */
  formulas?: 'neutralised' | 'kept'
}

/**
 * A table as CSV or TSV. A cell with a separator, a quote or a line break is quoted, quotes in it doubled (RFC 4180).
 * Null and undefined give an empty cell, as do an empty list and an empty object; other lists and objects are JSON.
 *
 * A cell that begins with `=`, `+`, `-`, `@`, tab, carriage return or line feed could run as a formula when a spreadsheet
 * opens the text, and a filer may write what he likes in a title or a footnote. Such a cell gets a `'` in front, unless
 * it is a plain number (`-12.5`). Programs that want every cell as it is ask for `formulas: 'kept'`.
 */
export function toCsv(table: Table, options: CsvOptions = {}): string {
  const { separator = ',', header = true, formulas = 'neutralised' } = options
  const newline = options.newline ?? (separator === '\t' ? '\n' : '\r\n')
  const cell = (value: Cell) => {
    const text = textOf(value)
    return quoted(formulas === 'kept' ? text : neutralised(text), separator)
  }
  const line = (cells: readonly Cell[]) => cells.map(cell).join(separator) + newline
  let text = header ? line(table.columns) : ''
  for (const row of table.rows) text += line(row)
  return text
}

/** Values as JSON, one a line, each line ended by LF: flat rows, filing JSON, whatever. */
export function toNdjson(values: Iterable<unknown>): string {
  let text = ''
  for (const value of values) text += `${JSON.stringify(value)}\n`
  return text
}

function textOf(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  return Object.keys(value).length === 0 ? '' : JSON.stringify(value)
}

const FORMULA = /^[=+\-@\t\r\n]/
const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/

function neutralised(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

function quoted(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
