import { type DataSetCode, dataSetDiagnostics } from '../facts/dataSetDiagnostics.ts'
import type { Diagnostic } from '../model/diagnostic.ts'

/** What came of a CSV or TSV text: its lines as cells, the header among them. */
export interface Delimited {
  rows: string[][]
  /** The line of the text on which each row begins, from 1. */
  lines: number[]
  diagnostics: Diagnostic[]
}

/**
 * Reads a text with a separator between cells and quotes around those that need them (RFC 4180; the SEC's data sets
 * with a tab). Line ends may be LF, CRLF or CR; a byte order mark is dropped; an empty line is no row. A quote counts only at the
 * beginning of a cell. A quote never closed, or text behind a closed one, is kept and said (R301, R302).
 */
export function readDelimited(text: string, separator: ',' | '\t' | ';' = ','): Delimited {
  const rows: string[][] = []
  const lines: number[] = []
  const diagnostics: Diagnostic[] = []
  let row: string[] = []
  let line = 1
  let began = 1
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator)
    if (cell.problem) diagnostics.push(dataSetDiagnostic(cell.problem, { offset: at, line }, { line }))
    row.push(cell.text)
    line += cell.lineEnds
    at = cell.end
    if (text[at] === separator) {
      at++
      if (at < text.length) continue
      row.push('')
    } else {
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1
      line++
    }
    if (row.length > 1 || row[0] !== '') {
      rows.push(row)
      lines.push(began)
    }
    row = []
    began = line
  }
  return { rows, lines, diagnostics }
}

/** A diagnostic of the data sets' readers. */
export function dataSetDiagnostic(code: DataSetCode, at: Diagnostic['at'], data: Diagnostic['data']): Diagnostic {
  return { code, severity: dataSetDiagnostics[code].severity, at, data }
}

interface Cell {
  text: string
  /** Where the separator or line end behind it stands. */
  end: number
  lineEnds: number
  problem?: DataSetCode
}

function plainCell(text: string, start: number, separator: string): Cell {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return { text: text.slice(start, end), end, lineEnds: 0 }
}

function quotedCell(text: string, start: number, separator: string): Cell {
  let content = ''
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) {
      content += text.slice(from)
      return { text: content, end: text.length, lineEnds: countLineEnds(content), problem: 'R301' }
    }
    content += text.slice(from, quote)
    if (text[quote + 1] === '"') {
      content += '"'
      from = quote + 2
      continue
    }
    const rest = plainCell(text, quote + 1, separator)
    const cell = { text: content + rest.text, end: rest.end, lineEnds: countLineEnds(content) }
    return rest.text === '' ? cell : { ...cell, problem: 'R302' }
  }
}

function countLineEnds(text: string): number {
  return text.split(/\r\n|\r|\n/).length - 1
}
