import type { FormBoxName } from '@section16/core/facts'

/** What a label says it is the beginning of. */
export type LabelName =
  | FormBoxName
  | 'tableI'
  | 'tableII'
  | 'headingI'
  | 'headingII'
  | 'owners'
  | 'explanation'
  | 'remarks'
  | 'signatures'
  | 'signature'
  | 'notSubjectToSection16'
  | 'aff10b5One'
  | 'form3HoldingsReported'
  | 'form4TransactionsReported'
  | 'reminder'
  | 'severalPersons'
  | 'misstatements'
  | 'copies'
  | 'response'
  | 'instructions'
  | 'authority'

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

const DATE = '(Month/Day/Year) (Month/Year)'
const SECTION_TITLE = 'Securities Acquired, Disposed of, or Beneficially Owned'

/**
 * The labels of Forms 3, 4 and 5 by what they say, in the editions of 1991 to 2026: the SEC's blank forms, EDGAR's style
 * sheets, and our pages.
 */
export const formLabels: Readonly<Record<LabelName, FormLabel>> = {
  reportingOwner: {
    starts: ['Name and Address of Reporting', 'Name and Address of Reporting Person'],
    rest: 'Person*',
  },
  issuer: { starts: ['Issuer Name'], rest: 'and Ticker or Trading Symbol' },
  foreignTradingSymbol: { starts: ['Foreign Trading Symbol'], rest: '' },
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
  relationship: {
    starts: ['Relationship of Reporting', 'Relationship of Reporting Person(s)'],
    rest: 'Person(s) to Issuer (Check all applicable)',
  },
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
    rest: `${SECTION_TITLE.replace('Securities ', '')} (e.g., puts, calls, warrants, options, convertible securities)`,
  },
  headingI: { starts: ['Title of Security'], rest: '', first: 'Title' },
  headingII: { starts: ['Title of Derivative Security', 'Title of Derivative'], rest: '', first: 'Title' },
  owners: { starts: ['Reporting Owners'], rest: '', isAlone: true },
  explanation: { starts: ['Explanation of Responses'], rest: '' },
  remarks: { starts: ['Remarks'], rest: '', isAlone: true, least: 0.7 },
  signatures: { starts: ['Signatures'], rest: '', isAlone: true, least: 0.7 },
  signature: { starts: ['Signature of Reporting', 'Signature of Reporting Person'], rest: 'Person' },
  notSubjectToSection16: {
    starts: ['Check this box if no longer', 'Check box if no longer subject'],
    rest: 'subject to Section 16. Form 4 or Form 5 obligations may continue. See Instruction 1(b).',
  },
  aff10b5One: {
    starts: ['Check this box to indicate that a'],
    rest:
      'transaction was made pursuant to a contract, instruction or written plan for the purchase or sale of equity ' +
      'securities of the issuer that is intended to satisfy the affirmative defense conditions of Rule 10b5-1(c). See ' +
      'Instruction 10.',
  },
  form3HoldingsReported: { starts: ['Form 3 Holdings Reported'], rest: '' },
  form4TransactionsReported: { starts: ['Form 4 Transactions Reported'], rest: '' },
  reminder: {
    starts: ['Reminder: Report on a separate line'],
    rest: 'for each class of securities beneficially owned directly or indirectly.',
  },
  severalPersons: {
    starts: ['If the form is filed by more than'],
    rest: 'one reporting person, see Instruction 4(b)(v). 5(b)(v). 4 5 (b)(v).',
  },
  misstatements: {
    starts: ['Intentional misstatements or omissions'],
    rest: 'of facts constitute Federal Criminal Violations. See 18 U.S.C. 1001 and 15 U.S.C. 78ff(a).',
  },
  copies: {
    starts: ['Note: File three copies of this Form'],
    rest: 'one of which must be manually signed. If space is insufficient, see Instruction 6 for procedure.',
  },
  response: {
    starts: ['Persons who respond to the collection', 'Potential persons who are to respond to the'],
    rest:
      'collection of information contained in this form are not required to respond unless the form displays a ' +
      'currently valid OMB Number. control number',
  },
  instructions: { starts: ['General Instructions'], rest: '', isAlone: true },
  authority: { starts: ['The Commission is authorized to solicit the information'], rest: '' },
}

/** What stands in the heading of the forms besides titles and boxes to tick. */
export const HEADING_PRINT =
  'SEC Form FORM 3 4 5 United States Securities and Exchange Commission Washington, D.C. DC 20549 Initial Statement of ' +
  'Changes in Annual Beneficial Ownership Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934, ' +
  'Section 17(a) of the Public Utility Holding Company Act of 1935 or Section 30(h) 30(f) of the Investment Company Act ' +
  'of 1940 OMB APPROVAL Number: 3235-0104 3235-0287 3235-0362 3235- 0104 0287 0362 Expires: Estimated average burden hours per response: ' +
  'response 0.5 1.0 (Print or Type Responses) continued Unknown: not answered. forms had no such box before'

/** What the print says of an address, below its parts. */
export const ADDRESS_PRINT = ['(Last)', '(First)', '(Middle)', '(Street)', '(City)', '(State)', '(Zip)', '(Country)']

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
