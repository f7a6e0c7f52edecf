import type { DiagnosticWording } from '@section16/core/facts'
import type { Diagnostic } from '@section16/core/model'

/**
 * What the command itself can say; the codes go on from those of `input`. I20x and I21x: what a file is that holds no
 * ownership document. I22x: what keeps something from being written. I23x: filings that are taken together.
 * I24x: paper.
 */
export const commandDiagnostics = {
  I201: {
    name: 'refusal-page',
    severity: 'doubt',
    message: 'This is the page with which the SEC refuses a download, not a filing.',
    fix: 'Fetch it again, slower and with a User-Agent that names you.',
  },
  I202: {
    name: 'html-page',
    severity: 'note',
    message: 'This is an HTML page, which holds no ownership XML.',
    fix: 'Give the XML or the full submission text instead.',
  },
  I203: {
    name: 'other-xml',
    severity: 'note',
    message: 'This is XML of another kind; it holds no ownership document.',
    fix: 'Check that this is the file you meant.',
  },
  I204: {
    name: 'empty-file',
    severity: 'doubt',
    message: 'The file is empty.',
    fix: 'Fetch it again.',
  },
  I205: {
    name: 'data-set-table',
    severity: 'note',
    message: 'This is a table of the SEC’s Insider Transactions Data Sets, not a filing.',
    fix: 'None needed; filings are read from submissions or XML.',
  },
  I206: {
    name: 'index-file',
    severity: 'note',
    message: 'This is one of EDGAR’s index files, not a filing.',
    fix: 'None needed; filings are read from submissions or XML.',
  },
  I207: {
    name: 'not-text',
    severity: 'note',
    message: 'This is {kind}, not text.',
    fix: 'Check that this is the file you meant.',
  },
  I208: {
    name: 'other-json',
    severity: 'note',
    message: 'This is JSON, but no filing JSON.',
    fix: 'Give what `section16 write --to json` writes.',
  },
  I209: {
    name: 'other-text',
    severity: 'note',
    message: 'This is text of another kind; it holds no ownership document.',
    fix: 'Check that this is the file you meant.',
  },
  I210: {
    name: 'submission-without-form',
    severity: 'doubt',
    message: 'This edgarSubmission holds no ownership document.',
    fix: 'Check that this is a submission of a Form 3, 4 or 5.',
  },
  I211: {
    name: 'filing-json',
    severity: 'note',
    message: 'This is filing JSON, which has no XML of its own to compare with.',
    fix: 'Verify the XML or the submission it was made from.',
  },
  I220: {
    name: 'ccc-missing',
    severity: 'suspends',
    message: 'The document holds no CCC for {owner}, so none can be put in.',
    fix: 'Give the XML with rptOwnerCcc in it, or leave --with-ccc out.',
  },
  I221: {
    name: 'ccc-masked',
    severity: 'suspends',
    message: 'The CCC of {owner} is masked in this source, so it is not known.',
    fix: 'Give the XML that holds the CCC itself: no other output does.',
  },
  I222: {
    name: 'exhibit-renamed',
    severity: 'note',
    message: 'Document {document} has a name that is not safe to write; it is saved as {name}.',
    fix: 'None needed.',
  },
  I223: {
    name: 'file-exists',
    severity: 'doubt',
    message: '{path} exists and was not overwritten.',
    fix: 'Give another place, or --force.',
  },
  I230: {
    name: 'filing-given-twice',
    severity: 'note',
    message: 'Filing {accessionNumber} was met before, in {other}; it is counted once.',
    fix: 'None needed.',
  },
  I240: {
    name: 'paper-room-missing',
    severity: 'note',
    message: 'This may be a form on paper; reading it needs the paper room, which is not installed.',
    fix: 'npm install @section16/paper',
  },
  I241: {
    name: 'read-from-paper',
    severity: 'doubt',
    message: '{doubtful} to be compared with the paper, {asked} to be answered, {unplaced} without a field.',
    fix: '`section16 read` shows which.',
  },
  I242: {
    name: 'nothing-to-review',
    severity: 'doubt',
    message: 'None of the files is a form on paper: no page was written.',
    fix: 'XML needs no review; give the paper.',
  },
} as const satisfies Record<string, DiagnosticWording>

/** A code of the command. */
export type CommandCode = keyof typeof commandDiagnostics

/** A complaint of the command. */
export function commandDiagnostic(code: CommandCode, data: Diagnostic['data'] = {}): Diagnostic {
  return { code, severity: commandDiagnostics[code].severity, at: {}, data }
}
