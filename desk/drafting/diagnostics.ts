import type { DiagnosticWording } from '@section16/core/facts'
import type { Diagnostic } from '@section16/core/model'

/** What drafting can say: D20x composing, D21x parts, D22x balances, D23x amendments, D24x hashes. */
export const draftingDiagnostics: Readonly<Record<string, DiagnosticWording>> = {
  D201: {
    name: 'period-not-given',
    severity: 'suspends',
    message: 'The date of Form {form} is not given, and no line says it.',
    fix: 'Give the date of the event (Form 3), of the earliest transaction (4) or the fiscal year end (5).',
    source: 'ownership-xml.md section 4, periodOfReport',
  },
  D202: {
    name: 'period-not-earliest',
    severity: 'doubt',
    message: 'The date given is {given}; the earliest transaction is of {earliest}.',
    fix: 'Give the date of the earliest transaction, or report the transaction of the date given.',
    source: 'ownership-xml.md section 4, periodOfReport',
  },
  D203: {
    name: 'transaction-on-form-3',
    severity: 'suspends',
    message: 'A transaction stands on a Form 3, which takes holdings only.',
    fix: 'Report it on a Form 4 or 5, or the holding that it led to.',
    source: 'ownership-xml.md section 1',
  },
  D204: {
    name: 'owner-twice',
    severity: 'suspends',
    message: 'The reporting owner {cik} is named twice.',
    fix: 'Name each owner once.',
    source: 'ownership-xml.md section 4.1',
  },
  D205: {
    name: 'no-owner',
    severity: 'suspends',
    message: 'No reporting owner is named.',
    fix: 'Name who reports.',
    source: 'ownership-xml.md section 4.1',
  },
  D206: {
    name: 'mark-without-footnote',
    severity: 'suspends',
    message: 'A line is marked with footnote {id}, which nobody wrote; the mark is left out.',
    fix: 'Write the footnote, or take the mark away.',
    source: 'ownership-xml.md section 5.2',
  },
  D207: {
    name: 'footnote-without-mark',
    severity: 'doubt',
    message: 'No line is marked with the footnote “{text}”; it is left out, because EDGAR refuses it.',
    fix: 'Mark the cell that it explains, or say it in the remarks.',
    source: 'ownership-xml.md section 5.2',
  },
  D208: {
    name: 'plan-box-on-form-3',
    severity: 'note',
    message: 'A Form 3 has no Rule 10b5-1 box; the answer given is left out.',
    fix: 'None needed.',
    source: 'ownership-xml.md section 4, aff10b5One',
  },
  D211: {
    name: 'common-total-in-two-parts',
    severity: 'doubt',
    message: 'More than {most} lines state one common total, {total}; they had to be put into two parts.',
    fix: 'State after each line what is owned after it.',
    source: 'section16-rules.md R2.7.2; ownership-xml.md section 6',
  },
  D212: {
    name: 'remarks-of-part-too-long',
    severity: 'suspends',
    message: 'With the number of the part the remarks have {length} characters; {most} fit.',
    fix: 'Put a part of the remarks into an exhibit 99.',
    source: 'ownership-xml.md section 6',
  },
  D220: {
    name: 'balance-differs',
    severity: 'doubt',
    message: 'The line states {stated} owned after it; by {report} and the lines before it they are {computed}.',
    fix: 'Correct the number, or say in a footnote what lies between.',
    source: 'section16-rules.md R2.7.8',
  },
  D221: {
    name: 'no-balance-known',
    severity: 'doubt',
    message: 'No report says how much of {title} was owned before this line.',
    fix: 'Say how much was owned before, zero if nothing was.',
    source: 'section16-rules.md 2.7',
  },
  D222: {
    name: 'several-positions',
    severity: 'doubt',
    message: 'Several positions in {title} fit this line; which one it changes is not known.',
    fix: 'State how much is owned after the line.',
    source: 'section16-rules.md R2.7.1, R2.7.5',
  },
  D223: {
    name: 'amount-not-stated',
    severity: 'doubt',
    message: 'The line does not say how much it adds or takes away; no balance follows from it.',
    fix: 'State the number of securities and whether they were acquired or disposed of.',
    source: 'section16-rules.md 2.7',
  },
  D224: {
    name: 'already-reported',
    severity: 'doubt',
    message: 'The same transaction in {title} is in {report} already.',
    fix: 'Leave the line out, unless it is another one of the same day and size.',
    source: 'section16-rules.md R5.2.3',
  },
  D230: {
    name: 'other-party-is-new-filing',
    severity: 'law',
    message: 'A wrong {party} cannot be amended away: {filed} was filed, {meant} was meant.',
    fix: 'File anew for the right {party}, with a footnote that says so, and ask for the removal of the wrong filing.',
    source: 'section16-rules.md R5.2.7',
  },
  D231: {
    name: 'original-not-given',
    severity: 'law',
    message: 'The report {original} is not among those given.',
    fix: 'Name the report that is to be amended.',
    source: 'section16-rules.md R5.2.1',
  },
  D232: {
    name: 'amendment-of-amendment',
    severity: 'law',
    message: '{original} is itself an amendment; the box takes the filing date of the original.',
    fix: 'Amend the original; lines of its amendments can be named.',
    source: 'section16-rules.md R5.2.1',
  },
  D233: {
    name: 'original-date-not-known',
    severity: 'law',
    message: 'The day on which {original} was filed is not known; no other day may stand in the box.',
    fix: 'Give EDGAR’s filing date.',
    source: 'section16-rules.md R5.2.1, 7.2',
  },
  D234: {
    name: 'line-not-in-force',
    severity: 'law',
    message: '{report}, {table} line {line} is no line of this report that is in force.',
    fix: 'Name the line as it stands after the amendments before.',
    source: 'section16-rules.md R5.2.6',
  },
  D235: {
    name: 'nothing-corrected',
    severity: 'doubt',
    message: '{report}, {table} line {line}: what is to be corrected is as it was.',
    fix: 'Say what it should be.',
    source: 'section16-rules.md R5.2.2',
  },
  D236: {
    name: 'line-repeated',
    severity: 'note',
    message:
      'A line is repeated without a change: EDGAR takes no form without lines, or takes a Form 3 for one of nothing owned.',
    fix: 'None needed.',
    source: 'section16-rules.md R5.2.3; ownership-xml.md section 4 and rule 41',
  },
  D237: {
    name: 'read-otherwise',
    severity: 'doubt',
    message: 'A reader of this amendment would take what is {built} as {read}.',
    fix: 'Say it in other words, or name the line by its date and number of shares.',
    source: 'section16-rules.md R5.2.6',
  },
  D238: {
    name: 'total-does-not-follow',
    severity: 'doubt',
    message: '{report}, {table} line {line} states {stated} owned after it; after this amendment {follows} follows.',
    fix: 'Correct this line in the same amendment.',
    source: 'section16-rules.md R2.7.8, R5.2.2',
  },
  D239: {
    name: 'no-value-of-cell',
    severity: 'suspends',
    message: '“{written}” is no value of {field}.',
    fix: 'Write a value of its type.',
    source: 'ownership-xml.md section 2',
  },
}

/** A diagnostic of a code of the table above; its severity is the table's. */
export function told(code: string, path: string, data: Diagnostic['data'] = {}): Diagnostic {
  const wording = draftingDiagnostics[code]
  if (!wording) throw new Error(`no wording for ${code}`)
  return { code, severity: wording.severity, at: { path }, data }
}
