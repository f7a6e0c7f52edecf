import { checkBoxes, fixedNotes, formBoxes, formTables, lawCited, officialForms } from '@section16/core/facts'
import { CalendarDate } from '@section16/core/model'
import { folded, likeness } from '../../labels/likeness.ts'

const PHRASES: readonly string[] = [
  ...(['3', '4', '5'] as const).flatMap((form) => [
    ...officialForms[form].titles.map(({ title }) => title),
    ...fixedNotes(form).map(({ text }) => text),
    ...Object.values(formTables[form]).flatMap(({ title, examples, columns }) => [
      title,
      `${title} ${examples}`,
      examples,
      ...columns.map((column) => column.title),
    ]),
    ...Object.values(formBoxes[form]).map(({ title }) => title),
  ]),
  ...['2003-06-01', '2020-01-01'].map((day) => lawCited(CalendarDate.parse(day))),
  ...checkBoxes.map(({ title }) => title),
  'Check box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. See Instruction 1(b).',
  'UNITED STATES SECURITIES AND EXCHANGE COMMISSION',
  'U.S. SECURITIES AND EXCHANGE COMMISSION',
  'Washington, D.C. 20549',
  'OMB APPROVAL',
  'OMB Number: 3235-0104',
  'OMB Number: 3235-0287',
  'OMB Number: 3235-0362',
  'Expires:',
  'Estimated average burden hours per response: 0.5',
  'Estimated average burden hours per response: 1.0',
  'Intentional misstatements or omissions of facts constitute Federal Criminal Violations.',
  '(Print or Type Responses)',
  'Name and Address of Reporting Person*',
  '(Last) (First) (Middle)',
  '(Street)',
  '(City) (State) (Zip)',
  '(Month/Day/Year)',
  '(Check all applicable)',
  '(Check Applicable Line)',
  'Director',
  '10% Owner',
  'Officer (give title below)',
  'Other (specify below)',
  'Form filed by One Reporting Person',
  'Form filed by More than One Reporting Person',
  'Reporting Owners',
  'Explanation of Responses:',
  'Remarks:',
  'Signatures',
  '** Signature of Reporting Person',
  'Date',
  'Note: File three copies of this Form, one of which must be manually signed. If space provided is insufficient, see ' +
    'Instruction 6 for procedure.',
  'If the form is filed by more than one reporting person, see instruction 4(b)(v).',
  'Potential persons who are to respond to the collection of information contained in this form are not required to ' +
    'respond unless the form displays a currently valid OMB control number.',
  'Reminder: Report on a separate line for each class of securities beneficially owned directly or indirectly. ' +
    '(Print or Type Responses)',
  'No entries.',
  '(Over)',
]

const START = 3
const FOLDED = PHRASES.map(folded)
const ALL = FOLDED.join('\n')
/** By their first letters: what is nearly a phrase begins like it. */
const BY_START = Map.groupBy(FOLDED, (phrase) => phrase.slice(0, START))
const LONGEST = Math.max(...FOLDED.map(({ length }) => length))

/** Lines whose words no list can hold. */
const SHAPES =
  /^(?:note:|page \d+(?: of \d+)?(?: pages)?|\d+|(?:sec )?form [345](?:\/a)?(?: \(continued\))?,?|sec \d{4}t? .*|[-_=*.\s\u00b7]+|see|\(?continued\)?|instruction \d.*)$/i

/** Fewer letters than this stand in too many words to say that they are print. */
const LEAST = 5
const ALIKE = 0.85

/**
 * Whether a text is what every form says: a part of it, or nearly the whole of a phrase. Only asked of words that have
 * no place in a form.
 */
export function isPrint(text: string): boolean {
  if (SHAPES.test(text.trim())) return true
  const letters = folded(text)
  if (letters.length > LONGEST * 1.2) return false
  if (letters.length >= LEAST && ALL.includes(letters)) return true
  return (BY_START.get(letters.slice(0, START)) ?? []).some((phrase) => {
    if (phrase === letters) return true
    const shorter = Math.min(phrase.length, letters.length)
    const longer = Math.max(phrase.length, letters.length)
    return longer >= LEAST && shorter > longer * ALIKE && likeness(phrase, letters) >= ALIKE
  })
}
