import type { DiagnosticWording } from '@section16/core/facts'
import type { Diagnostic } from '@section16/core/model'

/**
 * What the paper room can say. P10x: what the paper is. P12x: how its fields were read, and what is asked. P13x: what does
 * not go together. P14x: words without a field. P15x: answers.
 */
export const paperDiagnostics = {
  P101: {
    name: 'no-ownership-form',
    severity: 'note',
    message: 'This is {kind}, and no Form 3, 4 or 5 was recognised in it.',
    fix: 'Check that this is the file you meant.',
  },
  P103: {
    name: 'blank-form',
    severity: 'doubt',
    message: 'This is a blank form: nobody has filled it in.',
    fix: 'Give the form that was filled in.',
  },
  P104: {
    name: 'form-number-unread',
    severity: 'doubt',
    message: 'Whether this is a Form 3, 4 or 5 could not be read.',
    fix: 'Answer documentType.',
  },
  P105: {
    name: 'too-large',
    severity: 'doubt',
    message: 'The text has {characters} characters; at most {limit} are read as a form.',
    fix: 'A form is far smaller: check that this is one.',
  },
  P106: {
    name: 'page-too-large',
    severity: 'doubt',
    message: 'The page has more {limit} than any form; it was not read.',
    fix: 'A form is far smaller: check that this is one.',
  },
  P107: {
    name: 'reading-failed',
    severity: 'doubt',
    message: 'Reading the file failed: {why}.',
    fix: 'This is an error of the program: report it, if you can with the file.',
  },
  P108: {
    name: 'not-whole',
    severity: 'suspends',
    message:
      'The form is not whole: {missing} not found. A page may be missing; what stood there is unknown, which is not to say that nothing did.',
    fix: 'Give all pages of the form. If nothing is missing, answer /ownershipDocument with true.',
  },
  P110: {
    name: 'later-print',
    severity: 'note',
    message: 'The print is {edition}{expires}; its labels and dates are the print’s, not the filing’s.',
    fix: 'None needed.',
  },
  P120: {
    name: 'corrected',
    severity: 'doubt',
    message: '“{from}” was corrected to {to}: {because}.',
    fix: 'Compare with the paper.',
  },
  P121: {
    name: 'left-open',
    severity: 'doubt',
    message: '“{words}” could not be read{alternatives}; the field is left open.',
    fix: 'Answer it.',
  },
  P122: {
    name: 'kept-as-written',
    severity: 'doubt',
    message: '“{words}” is no value of this field and is kept as written.',
    fix: 'Answer it, if there is a value.',
  },
  P123: {
    name: 'not-on-paper',
    severity: 'suspends',
    message: '<{element}> is not on the paper; the form cannot be filed without it.',
    fix: 'Give it with --answers. It is never invented.',
  },
  P124: {
    name: 'less-certain-than-asked',
    severity: 'doubt',
    message: '“{words}” was read with a certainty of {certainty}, less than asked for; the field is left open.',
    fix: 'Answer it.',
  },
  P125: {
    name: 'doubtful',
    severity: 'doubt',
    message: '{value} is doubtful: {because}.',
    fix: 'Compare with the paper.',
  },
  P135: {
    name: 'more-persons-than-found',
    severity: 'doubt',
    message: 'The form says that more than one person files it; one was found.',
    fix: 'Look for a continuation page.',
  },
  P136: {
    name: 'header-disagrees',
    severity: 'doubt',
    message: 'The submission’s header says {header}, the paper {paper}.',
    fix: 'Compare both.',
  },
  P140: {
    name: 'words-without-a-field',
    severity: 'doubt',
    message: '“{words}” belongs to no field that was recognised.',
    fix: 'Compare with the paper.',
  },
  P141: {
    name: 'noise',
    severity: 'note',
    message: '“{words}” is noise of the reading and was left out.',
    fix: 'None needed.',
  },
  P142: {
    name: 'mark-without-a-place',
    severity: 'doubt',
    message: 'The paper has a mark on this field ({footnotes}); a filing has no place for one there.',
    fix: 'Say in the footnote what it is about.',
  },
  P150: {
    name: 'answers-not-json',
    severity: 'suspends',
    message: 'The answers cannot be read: {problem}.',
    fix: 'Give JSON: {"by": "…", "on": "YYYY-MM-DD", "answers": {"/ownershipDocument/…": "…"}}.',
  },
  P151: {
    name: 'answer-without-field',
    severity: 'suspends',
    message: 'There is no field {path} in this form to be answered.',
    fix: 'Take the path from the questions that read --json lists.',
  },
  P152: {
    name: 'answer-no-value',
    severity: 'suspends',
    message: 'The answer {answer} to {path} is no {type}.',
    fix: 'Dates are YYYY-MM-DD, numbers digits with a point, boxes true or false, CIKs up to ten digits.',
  },
  P153: {
    name: 'answers-of-another-file',
    severity: 'suspends',
    message: 'The answers were given for another file.',
    fix: 'Give the file whose SHA-256 they name, or answer this one.',
  },
} as const satisfies Record<string, DiagnosticWording>

export type PaperCode = keyof typeof paperDiagnostics

/** A complaint of the paper room about an element path, or about the whole. */
export function paperDiagnostic(code: PaperCode, data: Diagnostic['data'] = {}, path?: string): Diagnostic {
  return { code, severity: paperDiagnostics[code].severity, at: path === undefined ? {} : { path }, data }
}
