import type { DiagnosticWording } from './wording.ts'

/** What the reader of the SEC's flat data sets can say: R30x the text, R31x headers and rows, R32x cells. */
export const dataSetDiagnostics = {
  R301: {
    name: 'quote-unclosed',
    severity: 'doubt',
    message: 'A quoted cell that begins in line {line} is never closed; it was read to the end of the text.',
    fix: 'The file was probably cut: fetch it again.',
  },
  R302: {
    name: 'text-after-quote',
    severity: 'doubt',
    message: 'Text follows the closing quote of a cell in line {line}; it was kept as part of the cell.',
    fix: 'Double a quote that stands inside a quoted cell.',
  },
  R311: {
    name: 'column-unknown',
    severity: 'note',
    message: 'Table {table} has a column {column} that is not known; it was left out.',
    fix: 'Nothing, if the SEC has added a column; otherwise look at the header line.',
  },
  R312: {
    name: 'column-missing',
    severity: 'note',
    message: 'Table {table} has no column {column}; its fields are absent.',
    fix: 'Look at the header line, which must be there.',
  },
  R313: {
    name: 'row-width-differs',
    severity: 'doubt',
    message: 'Row {row} of {table} has {cells} cells where the header names {columns}.',
    fix: 'Read the file with a CSV reader set to tab; a line break inside a cell needs quotes.',
  },
  R314: {
    name: 'accession-number-invalid',
    severity: 'doubt',
    message: 'Row {row} of {table} was left out: “{value}” is no accession number.',
    fix: 'Look at the row.',
  },
  R315: {
    name: 'submission-row-missing',
    severity: 'note',
    message: 'SUBMISSION has no row for this filing, so issuer, form and dates are not known.',
    fix: 'Take the SUBMISSION table of the same quarter.',
  },
  R316: {
    name: 'submission-row-repeated',
    severity: 'doubt',
    message: 'Row {row} of SUBMISSION was left out: the filing has one already.',
    fix: 'Do not join two editions of a quarter.',
  },
  R321: {
    name: 'relationship-unknown',
    severity: 'doubt',
    message: 'The relationship “{value}” has a word that is none of Director, Officer, TenPercentOwner, Other.',
    fix: 'Look at the filing.',
  },
} as const satisfies Record<string, DiagnosticWording>

export type DataSetCode = keyof typeof dataSetDiagnostics
