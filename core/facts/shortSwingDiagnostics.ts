import type { DiagnosticWording } from './wording.ts'

/** What can be wrong with what is given for short-swing profit: L30x a table of lots, L31x a file of facts. */
export const shortSwingDiagnostics = {
  L301: {
    name: 'lots-column-missing',
    severity: 'doubt',
    message: 'The first line names no column “{column}”.',
    fix: 'Begin the file with the line date,side,shares,price.',
  },
  L302: {
    name: 'lots-cell-missing',
    severity: 'doubt',
    message: 'Line {line} has {cells} cells where the first line has {columns}.',
    fix: 'Give every line its date, side, shares and price.',
  },
  L303: {
    name: 'lots-date',
    severity: 'doubt',
    message: 'Line {line}: “{written}” is no date.',
    fix: 'Write the day of the trade as YYYY-MM-DD.',
  },
  L304: {
    name: 'lots-side',
    severity: 'doubt',
    message: 'Line {line}: “{written}” is no side.',
    fix: 'Write P for a purchase, S for a sale.',
  },
  L305: {
    name: 'lots-shares',
    severity: 'doubt',
    message: 'Line {line}: “{written}” is no number of shares above zero.',
    fix: 'Write digits with at most one point; no commas between thousands.',
  },
  L306: {
    name: 'lots-price',
    severity: 'doubt',
    message: 'Line {line}: “{written}” is no price of zero or more.',
    fix: 'Write US dollars a share, digits with at most one point; no currency sign.',
  },
  L311: {
    name: 'fact-unknown',
    severity: 'doubt',
    message: 'There is no fact “{path}”.',
    fix: 'See section16 shortswing --help for the facts there are.',
  },
  L312: {
    name: 'fact-missing',
    severity: 'doubt',
    message: 'The fact {path} is missing.',
    fix: 'Give it; every fact says its source.',
  },
  L313: {
    name: 'fact-value',
    severity: 'doubt',
    message: 'The fact {path} is {written}, which is not {wanted}.',
    fix: 'Write days as YYYY-MM-DD, and numbers as text (“10.25”, “1/3”) so that they stay exact.',
  },
} as const satisfies Record<string, DiagnosticWording>

export type ShortSwingCode = keyof typeof shortSwingDiagnostics
