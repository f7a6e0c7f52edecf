import type { DiagnosticWording } from '@section16/core/facts'
import type { Diagnostic } from '@section16/core/model'

const SPECIFICATION = 'EDGAR Ownership XML Technical Specification 5.5'
const ORIGINAL_DATE = 'Form 3, box 5; Forms 4 and 5, box 4: the date the original was filed'

/** What drafting can say: D20x composing, D21x parts, D22x balances, D23x amendments, D24x hashes. */
export const draftingDiagnostics: Readonly<Record<string, DiagnosticWording>> = {
  D201: {
    name: 'period-not-given',
    severity: 'suspends',
    message: 'The date of Form {form} is not given, and no line says it.',
    fix: 'Give the date of the event (Form 3), of the earliest transaction (4) or the fiscal year end (5).',
    source: `Form 3, box 2; Forms 4 and 5, box 3; ${SPECIFICATION}, appendices B to D`,
  },
  D202: {
    name: 'period-not-earliest',
    severity: 'doubt',
    message: 'The date given is {given}; the earliest transaction is of {earliest}.',
    fix: 'Give the date of the earliest transaction, or report the transaction of the date given.',
    source: `Form 3, box 2; Forms 4 and 5, box 3; ${SPECIFICATION}, appendices B to D`,
  },
  D203: {
    name: 'transaction-on-form-3',
    severity: 'suspends',
    message: 'A transaction stands on a Form 3, which takes holdings only.',
    fix: 'Report it on a Form 4 or 5, or the holding that it led to.',
    source: `EDGAR’s schema of Form 3, ${SPECIFICATION}`,
  },
  D204: {
    name: 'owner-twice',
    severity: 'suspends',
    message: 'The reporting owner {cik} is named twice.',
    fix: 'Name each owner once.',
    source: `${SPECIFICATION}, section 4.3.2`,
  },
  D205: {
    name: 'no-owner',
    severity: 'suspends',
    message: 'No reporting owner is named.',
    fix: 'Name who reports.',
    source: `EDGAR’s schema, ${SPECIFICATION}: 1 to 10 owners`,
  },
  D206: {
    name: 'mark-without-footnote',
    severity: 'suspends',
    message: 'A line is marked with footnote {id}, which nobody wrote; the mark is left out.',
    fix: 'Write the footnote, or take the mark away.',
    source: `EDGAR’s schema, ${SPECIFICATION}`,
  },
  D207: {
    name: 'footnote-without-mark',
    severity: 'doubt',
    message: 'No line is marked with the footnote “{text}”; it is left out, because EDGAR refuses it.',
    fix: 'Mark the cell that it explains, or say it in the remarks.',
    source: `${SPECIFICATION}, section 5`,
  },
  D208: {
    name: 'plan-box-on-form-3',
    severity: 'note',
    message: 'A Form 3 has no Rule 10b5-1 box; the answer given is left out.',
    fix: 'None needed.',
    source: `${SPECIFICATION}, section 4.3`,
  },
  D211: {
    name: 'common-total-in-two-parts',
    severity: 'doubt',
    message: 'More than {most} lines state one common total, {total}; they had to be put into two parts.',
    fix: 'State after each line what is owned after it.',
    source: 'EDGAR’s schema takes 30 lines a table; how a form is parted is practice, no rule says so',
  },
  D212: {
    name: 'remarks-of-part-too-long',
    severity: 'suspends',
    message: 'With the number of the part the remarks have {length} characters; {most} fit.',
    fix: 'Put a part of the remarks into an exhibit 99.',
    source: 'Form 4, General Instruction 6(a); EDGAR’s schema takes 2000 characters of remarks',
  },
  D220: {
    name: 'balance-differs',
    severity: 'doubt',
    message: 'The line states {stated} owned after it; by {report} and the lines before it they are {computed}.',
    fix: 'Correct the number, or say in a footnote what lies between.',
    source: 'Form 4, General Instruction 4(a)(i); that totals follow from one another is arithmetic, no rule says so',
  },
  D221: {
    name: 'no-balance-known',
    severity: 'doubt',
    message: 'No report says how much of {title} was owned before this line.',
    fix: 'Say how much was owned before, zero if nothing was.',
    source: 'Form 4, General Instruction 4(a)(i)',
  },
  D222: {
    name: 'several-positions',
    severity: 'doubt',
    message: 'Several positions in {title} fit this line; which one it changes is not known.',
    fix: 'State how much is owned after the line.',
    source: 'Form 4, General Instruction 4(b)(iii); a total for each series is practice, no rule says so',
  },
  D223: {
    name: 'amount-not-stated',
    severity: 'doubt',
    message: 'The line does not say how much it adds or takes away; no balance follows from it.',
    fix: 'State the number of securities and whether they were acquired or disposed of.',
    source: 'Form 4, General Instruction 4(a)(i)',
  },
  D224: {
    name: 'already-reported',
    severity: 'doubt',
    message: 'The same transaction in {title} is in {report} already.',
    fix: 'Leave the line out, unless it is another one of the same day and size.',
    source: 'Practice, no rule says so: filers explain such a line in an amendment',
  },
  D230: {
    name: 'other-party-is-new-filing',
    severity: 'law',
    message: 'A wrong {party} cannot be amended away: {filed} was filed, {meant} was meant.',
    fix: 'File anew for the right {party}, with a footnote that says so, and ask for the removal of the wrong filing.',
    source: 'Practice, no rule says so; counsel may see it otherwise',
  },
  D231: {
    name: 'original-not-given',
    severity: 'law',
    message: 'The report {original} is not among those given.',
    fix: 'Name the report that is to be amended.',
    source: ORIGINAL_DATE,
  },
  D232: {
    name: 'amendment-of-amendment',
    severity: 'law',
    message: '{original} is itself an amendment; the box takes the filing date of the original.',
    fix: 'Amend the original; lines of its amendments can be named.',
    source: ORIGINAL_DATE,
  },
  D233: {
    name: 'original-date-not-known',
    severity: 'law',
    message: 'The day on which {original} was filed is not known; no other day may stand in the box.',
    fix: 'Give EDGAR’s filing date.',
    source: ORIGINAL_DATE,
  },
  D234: {
    name: 'line-not-in-force',
    severity: 'law',
    message: '{report}, {table} line {line} is no line of this report that is in force.',
    fix: 'Name the line as it stands after the amendments before.',
    source: 'Form 4, General Instruction 9(b), as this program reads it',
  },
  D235: {
    name: 'nothing-corrected',
    severity: 'doubt',
    message: '{report}, {table} line {line}: what is to be corrected is as it was.',
    fix: 'Say what it should be.',
    source: 'Form 4, General Instruction 9(b)',
  },
  D236: {
    name: 'line-repeated',
    severity: 'note',
    message:
      'A line is repeated without a change: EDGAR takes no form without lines, or takes a Form 3 for one of nothing owned.',
    fix: 'None needed.',
    source: `${SPECIFICATION}, section 4.3; Form 4, General Instruction 9, would have no line repeated`,
  },
  D237: {
    name: 'read-otherwise',
    severity: 'doubt',
    message: 'A reader of this amendment would take what is {built} as {read}.',
    fix: 'Say it in other words, or name the line by its date and number of shares.',
    source: 'This program’s way of reading amendments, no rule says so',
  },
  D238: {
    name: 'total-does-not-follow',
    severity: 'doubt',
    message: '{report}, {table} line {line} states {stated} owned after it; after this amendment {follows} follows.',
    fix: 'Correct this line in the same amendment.',
    source: 'Form 4, General Instruction 4(a)(i); that totals follow from one another is arithmetic, no rule says so',
  },
  D239: {
    name: 'no-value-of-cell',
    severity: 'suspends',
    message: '“{written}” is no value of {field}.',
    fix: 'Write a value of its type.',
    source: `EDGAR’s schema, ${SPECIFICATION}`,
  },
}

/** A diagnostic of a code of the table above; its severity is the table's. */
export function told(code: string, path: string, data: Diagnostic['data'] = {}): Diagnostic {
  const wording = draftingDiagnostics[code]
  if (!wording) throw new Error(`no wording for ${code}`)
  return { code, severity: wording.severity, at: { path }, data }
}
