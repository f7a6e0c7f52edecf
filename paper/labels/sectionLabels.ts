import { type FormNumber, fixedNotes, formTables, lawCited, officialForms } from '@section16/core/facts'
import { CalendarDate } from '@section16/core/model'
import { type Wording, worded } from './wording.ts'

const FORMS: readonly FormNumber[] = ['3', '4', '5']

/** What begins with a line of its own: the tables, and what stands below them. */
export type SectionName = 'tableI' | 'tableII' | 'owners' | 'explanation' | 'remarks' | 'signatures' | 'signature'

/** A sentence at the end of a form, or where the SEC's instructions begin behind it. */
export type NoteName =
  | 'reminder'
  | 'severalPersons'
  | 'misstatements'
  | 'copies'
  | 'response'
  | 'instructions'
  | 'authority'

const tableTitles = (table: 'I' | 'II'): Wording[] =>
  worded('sheet', ...new Set(FORMS.map((form) => formTables[form][table].title)))

/** Under the title of Table II. */
export const EXAMPLES = formTables[4].II.examples

/** What heads the parts of a form from the tables on. `owners` and `signatures` are headings of our pages. */
export const sectionLabels: Readonly<Record<SectionName, readonly Wording[]>> = {
  tableI: tableTitles('I'),
  tableII: tableTitles('II'),
  owners: worded('sheet', 'Reporting Owners'),
  explanation: worded('sheet', 'Explanation of Responses:'),
  remarks: worded('sheet', 'Remarks:'),
  signatures: worded('sheet', 'Signatures'),
  signature: worded('sheet', 'Signature of Reporting Person'),
}

/** Core's notes that begin so, without the stars that refer to them. */
function notes(start: string): Wording[] {
  const texts = FORMS.flatMap((form) => fixedNotes(form).map(({ text }) => text.replace(/^\*+ /, '')))
  return worded('sheet', ...new Set(texts.filter((text) => text.startsWith(start))))
}

/** The sentences that every form ends with. */
export const noteLabels: Readonly<Record<NoteName, readonly Wording[]>> = {
  reminder: notes('Reminder'),
  severalPersons: [
    ...notes('If the form'),
    ...worded('print', 'If the form is filed by more than one reporting person, see Instruction 4 (b)(v).'),
  ],
  misstatements: notes('Intentional'),
  copies: [
    ...notes('Note'),
    ...worded(
      'print',
      'Note: File three copies of this Form, one of which must be manually signed. If space provided is insufficient, ' +
        'see Instruction 6 for procedure.',
    ),
  ],
  response: [
    ...notes('Persons'),
    ...worded(
      'print',
      'Potential persons who are to respond to the collection of information contained in this form are not required ' +
        'to respond unless the form displays a currently valid OMB control number.',
    ),
  ],
  instructions: worded('print', 'General Instructions'),
  authority: worded('print', 'The Commission is authorized to solicit the information'),
}

/** What a form is called above its boxes. */
export const formTitles: Readonly<Record<FormNumber, readonly Wording[]>> = {
  3: titles('3'),
  4: titles('4'),
  5: [
    ...titles('5'),
    ...worded(
      'print',
      'Annual Statement of Changes in Beneficial Ownership of Securities',
      'Annual Statement of Beneficial Ownership of Securities',
    ),
  ],
}

function titles(form: FormNumber): Wording[] {
  return worded('sheet', ...officialForms[form].titles.map(({ title }) => title))
}

/** The law cited below the title: with the Act of 1935, until August 2007, and without. */
export const LAW_WITH_1935 = lawCited(CalendarDate.parse('2003-06-01'))
export const LAW = lawCited(CalendarDate.parse('2020-01-01'))

/** What else stands above the boxes. */
export const headLines: Readonly<Record<'commission' | 'seat' | 'law' | 'hint' | 'omb', readonly Wording[]>> = {
  commission: [
    ...worded('sheet', 'United States Securities and Exchange Commission'),
    ...worded('print', 'U.S. Securities and Exchange Commission'),
  ],
  seat: [...worded('sheet', 'Washington, D.C. 20549'), ...worded('print', 'Washington, DC 20549')],
  law: [...worded('sheet', LAW_WITH_1935, LAW), ...worded('print', LAW_WITH_1935.replace('30(h)', '30(f)'))],
  hint: worded('print', '(Print or Type Responses)'),
  omb: worded('sheet', 'OMB APPROVAL', 'Expires:', ...FORMS.flatMap((form) => ombLines(form))),
}

function ombLines(form: FormNumber): string[] {
  const { ombNumber, burdenHours } = officialForms[form]
  return [`OMB Number: ${ombNumber}`, `Estimated average burden hours per response: ${burdenHours}`]
}
