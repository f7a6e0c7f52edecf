import type { CheckBox, FormBoxName } from '@section16/core/facts'
import { ADDRESS_PARTS, sheetLabel } from './boxLabels.ts'
import {
  EXAMPLES,
  formTitles,
  headLines,
  type NoteName,
  noteLabels,
  type SectionName,
  sectionLabels,
} from './sectionLabels.ts'
import { sheetTick } from './tickLabels.ts'
import { PRINTED, textsOf, type Wording } from './wording.ts'

/** What a label says it is the beginning of; `headingI` and `headingII` are the first headings of the tables. */
export type LabelName = FormBoxName | SectionName | NoteName | CheckBox['element'] | 'headingI' | 'headingII'

export interface FormLabel {
  /** Beginnings as prints have them, enough of each to know it by; a number before it is not part of it. */
  readonly starts: readonly string[]
  /** What may follow, in this order; prints differ in how much of it they say. */
  readonly rest: string
  /** Nothing else stands on its line. */
  readonly isAlone?: boolean
  /** How alike words have to be to it, where that is not as usual. */
  readonly least?: number
  /** What its first word has to be like: further down there are words like all the others. */
  readonly first?: string
}

/** A wording cut where its beginning ends: behind so many words, or where more are read behind more of them. */
function cut(text: string, ...counts: readonly [number, ...number[]]): Pick<FormLabel, 'starts' | 'rest'> {
  const words = text.split(' ')
  const start = (count: number) =>
    words
      .slice(0, count)
      .join(' ')
      .replace(/[*:.,]$/, '')
  return { starts: counts.map(start), rest: words.slice(counts[0]).join(' ') }
}

/** The first wording of a sentence or a part's title: the SEC's of today where it has one. */
const first = ([wording]: readonly Wording[]): string => wording!.text

const DATE = '(Month/Day/Year) (Month/Year)'
const SECTION_TITLE = 'Securities Acquired, Disposed of, or Beneficially Owned'

/**
 * The labels of Forms 3, 4 and 5 by what they say, in the editions of 1991 to 2026: the SEC's blank forms, EDGAR's style
 * sheets, and our pages.
 */
export const formLabels: Readonly<Record<LabelName, FormLabel>> = {
  reportingOwner: cut(sheetLabel('reportingOwner', '4'), 5, 6),
  issuer: cut(sheetLabel('issuer', '4'), 2),
  foreignTradingSymbol: cut(sheetLabel('foreignTradingSymbol', '4'), 3),
  periodOfReport: {
    starts: [
      'Date of Earliest Transaction',
      'Date of Event',
      'Statement for Issuer',
      'Statement for Month',
      'Statement for Month/Year',
    ],
    rest: `'s Fiscal Year Ended Requiring Statement Required to be Reported ${DATE}`,
  },
  dateOfOriginalSubmission: { starts: ['If Amendment, Date'], rest: `of Original Filed ${DATE}` },
  relationship: cut(sheetLabel('relationship', '4'), 3, 4),
  individualOrJoint: {
    starts: ['Individual or Joint', 'Individual or Joint/Group'],
    rest: 'Group Filing (Check Applicable Line)',
  },
  tableI: {
    starts: ['Table I Non-Derivative Securities'],
    least: 0.74,
    first: 'Table',
    rest: `${SECTION_TITLE.replace('Securities ', '')}`,
  },
  tableII: {
    starts: ['Table II Derivative Securities'],
    least: 0.74,
    first: 'Table',
    rest: `${SECTION_TITLE.replace('Securities ', '')} ${EXAMPLES}`,
  },
  headingI: { starts: ['Title of Security'], rest: '', first: 'Title' },
  headingII: { starts: ['Title of Derivative Security', 'Title of Derivative'], rest: '', first: 'Title' },
  owners: { ...cut(first(sectionLabels.owners), 2), isAlone: true },
  explanation: cut(first(sectionLabels.explanation), 3),
  remarks: { ...cut(first(sectionLabels.remarks), 1), isAlone: true, least: 0.7 },
  signatures: { ...cut(first(sectionLabels.signatures), 1), isAlone: true, least: 0.7 },
  signature: cut(first(sectionLabels.signature), 3, 4),
  notSubjectToSection16: {
    starts: ['Check this box if no longer', 'Check box if no longer subject'],
    rest: cut(sheetTick('notSubjectToSection16'), 6).rest,
  },
  aff10b5One: cut(sheetTick('aff10b5One'), 7),
  form3HoldingsReported: cut(sheetTick('form3HoldingsReported'), 4),
  form4TransactionsReported: cut(sheetTick('form4TransactionsReported'), 4),
  reminder: cut(first(noteLabels.reminder), 6),
  severalPersons: {
    starts: ['If the form is filed by more than'],
    rest: 'one reporting person, see Instruction 4(b)(v). 5(b)(v). 4 5 (b)(v).',
  },
  misstatements: cut(first(noteLabels.misstatements), 4),
  copies: cut(first(noteLabels.copies), 7),
  response: {
    starts: ['Persons who respond to the collection', 'Potential persons who are to respond to the'],
    rest:
      'collection of information contained in this form are not required to respond unless the form displays a ' +
      'currently valid OMB Number. control number',
  },
  instructions: { ...cut(first(noteLabels.instructions), 2), isAlone: true },
  authority: cut(first(noteLabels.authority), 8),
}

/** What stands in the heading of the forms besides titles and boxes to tick. */
export const HEADING_PRINT = [
  ...[...Object.values(formTitles), ...Object.values(headLines)].flatMap((wordings) => textsOf(wordings, PRINTED)),
  'SEC Form 3 4 5 3235- 0104 0287 0362 response continued',
  'Unknown: not answered. forms had no such box before',
].join(' ')

/** What the print says of an address, below its parts. */
export const ADDRESS_PRINT: readonly string[] = ADDRESS_PARTS.map((part) => `(${part})`)

/** Words that our pages put where a filing says nothing. */
export const OUR_WORDS = [
  'not given',
  'name not given',
  'not signed',
  'none',
  'No entries.',
  '(A) or (D)?',
  'The filing has no such footnote.',
]
