import { day, type InForce, type Sourced } from './dated.ts'
import type { FormNumber } from './documentTypes.ts'
import { STYLESHEETS } from './sources.ts'

/** A numbered box above the tables. */
export interface FormBox extends InForce, Sourced {
  /** `2a` is the foreign trading symbol, below the issuer. */
  readonly number: string
  readonly title: string
}

export type FormBoxName =
  | 'reportingOwner'
  | 'issuer'
  | 'foreignTradingSymbol'
  | 'periodOfReport'
  | 'dateOfOriginalSubmission'
  | 'relationship'
  | 'individualOrJoint'

const SOURCE = `${STYLESHEETS}; specification 5.5, appendices B to D`
const FOREIGN = { title: 'Foreign Trading Symbol', from: day('2026-03-18'), source: SOURCE }

const box = (number: string, title: string): FormBox => ({ number, title, source: SOURCE })

const OWNER = box('1', 'Name and Address of Reporting Person')
const ORIGINAL = 'If Amendment, Date of Original Filed'
const RELATIONSHIP = 'Relationship of Reporting Person(s) to Issuer'
const JOINT = box('6', 'Individual or Joint/Group Filing')

/** The boxes of each form; Form 3 numbers them otherwise (ownership-xml.md section 11.1). */
export const formBoxes: Readonly<Record<FormNumber, Readonly<Record<FormBoxName, FormBox>>>> = {
  3: {
    reportingOwner: OWNER,
    periodOfReport: box('2', 'Date of Event Requiring Statement'),
    issuer: box('3', 'Issuer Name and Ticker or Trading Symbol'),
    foreignTradingSymbol: { number: '3a', ...FOREIGN },
    relationship: box('4', RELATIONSHIP),
    dateOfOriginalSubmission: box('5', ORIGINAL),
    individualOrJoint: JOINT,
  },
  4: {
    reportingOwner: OWNER,
    issuer: box('2', 'Issuer Name and Ticker or Trading Symbol'),
    foreignTradingSymbol: { number: '2a', ...FOREIGN },
    periodOfReport: box('3', 'Date of Earliest Transaction'),
    dateOfOriginalSubmission: box('4', ORIGINAL),
    relationship: box('5', RELATIONSHIP),
    individualOrJoint: JOINT,
  },
  5: {
    reportingOwner: OWNER,
    issuer: box('2', 'Issuer Name and Ticker or Trading Symbol'),
    foreignTradingSymbol: { number: '2a', ...FOREIGN },
    periodOfReport: box('3', "Statement for Issuer's Fiscal Year Ended"),
    dateOfOriginalSubmission: box('4', ORIGINAL),
    relationship: box('5', RELATIONSHIP),
    individualOrJoint: JOINT,
  },
}

/** A box to tick in the heading. */
export interface CheckBox extends InForce, Sourced {
  readonly element: 'notSubjectToSection16' | 'aff10b5One' | 'form3HoldingsReported' | 'form4TransactionsReported'
  readonly forms: readonly FormNumber[]
  /** As printed. */
  readonly title: string
  readonly short: string
}

export const checkBoxes: readonly CheckBox[] = [
  {
    element: 'notSubjectToSection16',
    forms: ['4', '5'],
    title:
      'Check this box if no longer subject to Section 16. Form 4 or Form 5 obligations may continue. See ' +
      'Instruction 1(b).',
    short: 'No longer subject to Section 16. Form 4 or Form 5 obligations may continue.',
    source: STYLESHEETS,
  },
  {
    element: 'aff10b5One',
    forms: ['4', '5'],
    title:
      'Check this box to indicate that a transaction was made pursuant to a contract, instruction or written plan ' +
      'for the purchase or sale of equity securities of the issuer that is intended to satisfy the affirmative ' +
      'defense conditions of Rule 10b5-1(c). See Instruction 10.',
    short: 'Made under a contract, instruction or written plan of Rule 10b5-1(c).',
    // In the schema from X0407 on; the duty to answer it followed on 2023-04-01.
    from: day('2023-03-20'),
    source: 'EDGAR Release 23.1 (schema X0407, first filings of 2023-03-20); Release 33-11138',
  },
  {
    element: 'form3HoldingsReported',
    forms: ['5'],
    title: 'Form 3 Holdings Reported.',
    short: 'Form 3 Holdings Reported.',
    source: STYLESHEETS,
  },
  {
    element: 'form4TransactionsReported',
    forms: ['5'],
    title: 'Form 4 Transactions Reported.',
    short: 'Form 4 Transactions Reported.',
    source: STYLESHEETS,
  },
]
