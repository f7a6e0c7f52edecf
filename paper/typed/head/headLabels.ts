import { folded } from '../../labels/likeness.ts'

/** What a box of the form's head asks for. */
export type HeadKey =
  | 'owner'
  | 'ownerAddress'
  | 'issuer'
  | 'tradingSymbol'
  | 'irsNumber'
  | 'periodOfReport'
  | 'dateOfOriginalSubmission'
  | 'relationship'
  | 'filing'
  /** A numbered box whose label is none of these. */
  | 'unknown'

export interface HeadLabel {
  readonly key: HeadKey
  readonly text: string
  readonly folded: string
}

/** The labels of the prints of 1991 to 2003 (section16-rules.md 7.1), and how typists shorten them in lists. */
const TEXTS: Readonly<Record<Exclude<HeadKey, 'unknown'>, readonly string[]>> = {
  owner: [
    'Name and Address of Reporting Person(s)',
    'Name and Address of Reporting Person',
    'Name of Reporting Person',
  ],
  ownerAddress: ['Address of Reporting Person', 'Address of Principal Business Office'],
  issuer: [
    'Issuer Name and Ticker or Trading Symbol',
    'Issuer Name and Ticker Symbol',
    'Issuer Name and Trading Symbol',
    'Name of Issuer and Ticker or Trading Symbol',
    'Issuer Name',
    'Name of Issuer',
  ],
  tradingSymbol: ['Ticker or Trading Symbol', 'Trading Symbol', 'Ticker Symbol'],
  irsNumber: [
    'IRS or Social Security Number of Reporting Person (Voluntary)',
    'IRS Number of Reporting Person',
    'IRS or SS Number of Reporting Person (Voluntary)',
    'IRS or SS# of Reporting Person (Voluntary)',
    'IRS Identification Number of Reporting Person, if an Entity (Voluntary)',
    'IRS Identification Number of Reporting Person (Voluntary)',
    'IRS Identification Number (Voluntary)',
    'Social Security Number of Reporting Person (Voluntary)',
  ],
  periodOfReport: [
    'Statement for Month/Year',
    'Statement for Month/Day/Year',
    'Statement for Month or Fiscal Year Ended',
    'Statement for Issuer’s Fiscal Year Ended (Month/Day/Year)',
    'Statement for Fiscal Year Ended',
    'Date of Event Requiring Statement (Month/Day/Year)',
    'Date of Earliest Transaction (Month/Day/Year)',
  ],
  dateOfOriginalSubmission: [
    'If Amendment, Date of Original (Month/Year)',
    'If Amendment, Date of Original (Month/Day/Year)',
    'If Amendment, Date of Original Filing',
    'If Amendment, Date Original Filed',
  ],
  relationship: [
    'Relationship of Reporting Person(s) to Issuer (Check all applicable)',
    'Relationship of Reporting Person to Issuer (Check all applicable)',
    'Relationship to Issuer (Check all applicable)',
  ],
  filing: [
    'Individual or Joint/Group Filing (Check Applicable Line)',
    'Individual or Joint/Group Filing (Check Line)',
    'Individual or Joint/Group Reporting (Check Applicable Line)',
    'Individual or Joint Filing',
  ],
}

export const HEAD_LABELS: readonly HeadLabel[] = Object.entries(TEXTS).flatMap(([key, texts]) =>
  texts.map((text) => ({ key: key as HeadKey, text, folded: folded(text) })),
)

/** What may stand after a label and is still print. */
const TAILS = [
  '(Month/Day/Year)',
  '(Month/Year)',
  '(MM/DD/YY)',
  '(Voluntary)',
  '(Check all applicable)',
  '(Check all that apply)',
  '(Check applicable line)',
  '(Check applicable box)',
  'if an entity (Voluntary)',
  'of Reporting Person',
]

export const HEAD_TAILS: readonly string[] = TAILS.map(folded)
