import { checkBoxes } from '@section16/core/facts'

/** What the words behind or below a label are. */
export type BoxKey =
  | 'owner'
  | 'issuer'
  | 'foreignTradingSymbol'
  | 'periodOfReport'
  | 'dateOfOriginalSubmission'
  | 'relationship'
  | 'individualOrJoint'
  | 'irsNumber'
  | 'omb'
  | 'expires'

/** A box to tick, its mark in front of the label. */
export type TickKey =
  | 'isDirector'
  | 'isTenPercentOwner'
  | 'isOfficer'
  | 'isOther'
  | 'isOnePerson'
  | 'isJoint'
  | (typeof checkBoxes)[number]['element']
  | 'noSecuritiesOwned'

/** What a print shows of its edition by having a label. */
export type SignKey =
  | 'monthYear'
  | 'monthDayYear'
  | 'irsNumber'
  | 'actOf1935'
  | 'styleSheet'
  | 'form3'
  | 'form4'
  | 'form5'

export interface HeadLabel {
  readonly text: string
  readonly box?: BoxKey
  readonly tick?: TickKey
  readonly sign?: SignKey
  /** The share of letters that may differ; a quarter where nothing is said. */
  readonly most?: number
}

const LAW = 'Filed pursuant to Section 16(a) of the Securities Exchange Act of 1934'

/** The labels above the tables, those looked for first in front: a longer one before one that is a part of it. */
export const headLabels: readonly HeadLabel[] = [
  ...checkBoxes.map(({ title, element }) => ({ text: title, tick: element, most: 0.35 })),
  { text: 'Check this box if no longer subject to Section 16', tick: 'notSubjectToSection16' },
  { text: `${LAW}, Section 17(a) of the Public Utility Holding Company Act of 1935`, sign: 'actOf1935', most: 0.15 },
  { text: `${LAW} or Section 30(h) of the Investment Company Act of 1940`, sign: 'styleSheet', most: 0.15 },
  { text: LAW },
  { text: 'or Section 30(h) of the Investment Company Act of 1940' },
  { text: 'UNITED STATES SECURITIES AND EXCHANGE COMMISSION' },
  { text: 'INITIAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES', sign: 'form3' },
  { text: 'ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES', sign: 'form5', most: 0.2 },
  { text: 'ANNUAL STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP', sign: 'form5', most: 0.15 },
  { text: 'ANNUAL STATEMENT OF BENEFICIAL OWNERSHIP OF SECURITIES', sign: 'form5', most: 0.15 },
  { text: 'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP OF SECURITIES', sign: 'form4', most: 0.15 },
  { text: 'STATEMENT OF CHANGES IN BENEFICIAL OWNERSHIP', sign: 'form4' },
  { text: 'Name and Address of Reporting Person', box: 'owner' },
  { text: 'Issuer Name and Ticker or Trading Symbol', box: 'issuer' },
  { text: 'Foreign Trading Symbol', box: 'foreignTradingSymbol' },
  { text: 'Date of Earliest Transaction (Month/Day/Year)', box: 'periodOfReport', sign: 'styleSheet', most: 0.3 },
  { text: 'Date of Event Requiring Statement (Month/Day/Year)', box: 'periodOfReport', sign: 'form3', most: 0.3 },
  {
    text: "Statement for Issuer's Fiscal Year Ended (Month/Day/Year)",
    box: 'periodOfReport',
    sign: 'form5',
    most: 0.3,
  },
  { text: 'Statement for Month/Day/Year', box: 'periodOfReport', sign: 'monthDayYear', most: 0.1 },
  { text: 'Statement for Month/Year', box: 'periodOfReport', sign: 'monthYear', most: 0.1 },
  { text: 'If Amendment, Date of Original Filed (Month/Day/Year)', box: 'dateOfOriginalSubmission', most: 0.3 },
  { text: 'If Amendment, Date of Original (Month/Day/Year)', box: 'dateOfOriginalSubmission' },
  { text: 'If Amendment, Date of Original (Month/Year)', box: 'dateOfOriginalSubmission' },
  {
    text: 'I.R.S. Identification Number of Reporting Person, if an entity (Voluntary)',
    box: 'irsNumber',
    sign: 'irsNumber',
  },
  { text: 'IRS or Social Security Number of Reporting Person (Voluntary)', box: 'irsNumber', sign: 'irsNumber' },
  { text: 'Relationship of Reporting Person(s) to Issuer (Check all applicable)', box: 'relationship', most: 0.3 },
  { text: 'Individual or Joint/Group Filing (Check Applicable Line)', box: 'individualOrJoint', most: 0.3 },
  { text: 'Form filed by More than One Reporting Person', tick: 'isJoint' },
  { text: 'Form filed by One Reporting Person', tick: 'isOnePerson' },
  { text: 'No securities are beneficially owned', tick: 'noSecuritiesOwned' },
  { text: 'Officer (give title below)', tick: 'isOfficer', most: 0.3 },
  { text: 'Other (specify below)', tick: 'isOther' },
  { text: '10% Owner', tick: 'isTenPercentOwner' },
  { text: 'Director', tick: 'isDirector', most: 0.13 },
  { text: 'Officer', tick: 'isOfficer', most: 0 },
  { text: 'Washington, D.C. 20549' },
  { text: 'OMB APPROVAL', most: 0.1 },
  { text: 'OMB Number:', box: 'omb', most: 0.15 },
  { text: 'Estimated average burden hours per response', box: 'omb', most: 0.3 },
  { text: 'Estimated average burden', box: 'omb', most: 0.4 },
  { text: 'hours per response', box: 'omb' },
  { text: 'hours per', box: 'omb', most: 0 },
  { text: 'response:', box: 'omb', most: 0.13 },
  { text: 'Expires:', box: 'expires', most: 0.15 },
]

/** Labels within the box of name and address. */
export const SUB_LABEL = /^\(?(last|first|middle|street|city|state|zip)\)?$/i
