import { type FormBoxName, type FormNumber, formBoxes } from '@section16/core/facts'
import { type Wording, worded } from './wording.ts'

/** A box above the tables: core's, and those that only older prints have or filers part from another. */
export type BoxName = FormBoxName | 'ownerAddress' | 'tradingSymbol' | 'irsNumber'

const FORMS: readonly FormNumber[] = ['3', '4', '5']

/** The hint behind a title of core's on EDGAR's pages. */
const HINTS: Partial<Record<FormBoxName, string>> = {
  reportingOwner: '*',
  periodOfReport: ' (Month/Day/Year)',
  dateOfOriginalSubmission: ' (Month/Day/Year)',
  relationship: ' (Check all applicable)',
  individualOrJoint: ' (Check Applicable Line)',
}

/** What the box of a form is called since 2003, with its hint. */
export const sheetLabel = (name: FormBoxName, form: FormNumber): string =>
  `${formBoxes[form][name].title}${HINTS[name] ?? ''}`

const sheet = (name: FormBoxName): Wording[] => worded('sheet', ...new Set(FORMS.map((form) => sheetLabel(name, form))))

/** What the date asked for was until 2002, and from then to 2003 (section16-rules.md section 7.7). */
export const MONTH_YEAR = 'Statement for Month/Year'
export const MONTH_DAY_YEAR = 'Statement for Month/Day/Year'

/** What the boxes above the tables are called, 1991 to 2026. */
export const boxLabels: Readonly<Record<BoxName, readonly Wording[]>> = {
  reportingOwner: [
    ...sheet('reportingOwner'),
    ...worded('filer', 'Name and Address of Reporting Person(s)'),
    ...worded('short', 'Name of Reporting Person'),
  ],
  ownerAddress: worded('short', 'Address of Reporting Person', 'Address of Principal Business Office'),
  issuer: [
    ...sheet('issuer'),
    ...worded(
      'filer',
      'Name of Issuer and Ticker or Trading Symbol',
      'Issuer Name and Ticker Symbol',
      'Issuer Name and Trading Symbol',
    ),
    ...worded('short', 'Issuer Name', 'Name of Issuer'),
  ],
  tradingSymbol: worded('short', 'Ticker or Trading Symbol', 'Trading Symbol', 'Ticker Symbol'),
  foreignTradingSymbol: sheet('foreignTradingSymbol'),
  irsNumber: [
    ...worded(
      'print',
      'I.R.S. Identification Number of Reporting Person, if an entity (Voluntary)',
      'IRS or Social Security Number of Reporting Person (Voluntary)',
    ),
    ...worded(
      'filer',
      'IRS Identification Number of Reporting Person (Voluntary)',
      'IRS Number of Reporting Person',
      'IRS or SS Number of Reporting Person (Voluntary)',
      'IRS or SS# of Reporting Person (Voluntary)',
      'Social Security Number of Reporting Person (Voluntary)',
    ),
    ...worded('short', 'IRS Identification Number (Voluntary)'),
  ],
  periodOfReport: [
    ...sheet('periodOfReport'),
    ...worded(
      'print',
      MONTH_DAY_YEAR,
      MONTH_YEAR,
      'Date of Earliest Transaction Required to be Reported (Month/Day/Year)',
    ),
    ...worded('filer', 'Statement for Month or Fiscal Year Ended', 'Statement for Fiscal Year Ended'),
  ],
  dateOfOriginalSubmission: [
    ...sheet('dateOfOriginalSubmission'),
    ...worded(
      'print',
      'If Amendment, Date of Original (Month/Day/Year)',
      'If Amendment, Date of Original (Month/Year)',
    ),
    ...worded('filer', 'If Amendment, Date of Original Filing', 'If Amendment, Date Original Filed'),
  ],
  relationship: [
    ...sheet('relationship'),
    ...worded('filer', 'Relationship of Reporting Person to Issuer (Check all applicable)'),
    ...worded('short', 'Relationship to Issuer (Check all applicable)'),
  ],
  individualOrJoint: [
    ...sheet('individualOrJoint'),
    ...worded(
      'filer',
      'Individual or Joint/Group Reporting (Check Applicable Line)',
      'Individual or Joint/Group Filing (Check Line)',
      'Individual or Joint Filing',
    ),
  ],
}

/** The parts of a name and an address, as the print names them below what it asks for, there in brackets. */
export const ADDRESS_PARTS = ['Last', 'First', 'Middle', 'Street', 'City', 'State', 'Zip', 'Country'] as const
