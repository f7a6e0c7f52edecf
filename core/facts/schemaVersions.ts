import type { CalendarDate } from '../model/calendarDate.ts'
import { day, type InForce, isInForce, type Sourced } from './dated.ts'
import type { FormNumber } from './documentTypes.ts'
import { SPECIFICATION } from './sources.ts'

/**
 * One version of the ownership schema. Dates stand only where they are established; `inUse` says in words what is
 * known. Read a document by its shape, never by these dates (ownership-xml.md section 9).
 */
export interface SchemaVersion extends InForce, Sourced {
  /** `X0609`: schema 06, stylesheet 09. Empty for documents without `schemaVersion`. */
  readonly version: string
  /** Amendments included. */
  readonly forms: readonly FormNumber[]
  readonly inUse: string
  readonly differs: string
  /** `specified` the specification says so; `observed` in filings; `inferred` no source says it in words. */
  readonly certainty: 'specified' | 'observed' | 'inferred'
}

const SAMPLE = 'a public sample of about 201,000 filings up to 2018 (iangow/edgar, issue 42)'
const FILINGS = '17,942 Form 4 filings of January to July 2023'

const ALL: readonly FormNumber[] = ['3', '4', '5']
const CHANGES: readonly FormNumber[] = ['4', '5']

export const schemaVersions: readonly SchemaVersion[] = [
  {
    version: '',
    forms: ALL,
    inUse: 'from May or June 2003, some months',
    differs: 'as X0101 or X0201, without schemaVersion',
    certainty: 'observed',
    source: SAMPLE,
  },
  {
    version: 'X0101',
    forms: ALL,
    inUse: 'from May or June 2003, some months',
    differs:
      'no tables: nonDerivativeSecurity and derivativeSecurity stand under the root, transactions and holdings ' +
      'alike; the price is transactionValue',
    certainty: 'observed',
    source: SAMPLE,
  },
  {
    version: 'X0201',
    forms: ALL,
    inUse: 'from the second half of 2003, about a year',
    differs: 'tables as today; transactionPricePerShare',
    certainty: 'observed',
    source: SAMPLE,
  },
  {
    version: 'X0202',
    forms: ALL,
    inUse: 'then to the middle of 2008',
    differs: 'stylesheet',
    certainty: 'inferred',
    source: `${SAMPLE}; filings of 2006`,
  },
  {
    version: 'X0203',
    forms: ['3'],
    inUse: 'from about 2008-06-23',
    differs: 'from here on Form 3 keeps schema 02',
    certainty: 'inferred',
    source: `EDGAR Ownership XML Technical Specification 2, in force 2008-06-23; ${SAMPLE}`,
  },
  {
    version: 'X0303',
    forms: CHANGES,
    inUse: 'from about 2008-06-23',
    differs: 'from here on Forms 4 and 5 have a schema of their own',
    certainty: 'inferred',
    source: `EDGAR Ownership XML Technical Specification 2, in force 2008-06-23; ${SAMPLE}`,
  },
  {
    version: 'X0204',
    forms: ['3'],
    inUse: 'some time between 2008 and 2012',
    differs: 'stylesheet',
    certainty: 'inferred',
    source: SAMPLE,
  },
  {
    version: 'X0304',
    forms: CHANGES,
    inUse: 'some time between 2008 and 2012',
    differs: 'stylesheet',
    certainty: 'inferred',
    source: SAMPLE,
  },
  {
    version: 'X0205',
    forms: ['3'],
    inUse: 'a short time between 2008 and 2012',
    differs: 'stylesheet',
    certainty: 'inferred',
    source: SAMPLE,
  },
  {
    version: 'X0305',
    forms: CHANGES,
    inUse: 'a short time between 2008 and 2012',
    differs: 'stylesheet',
    certainty: 'inferred',
    source: SAMPLE,
  },
  {
    version: 'X0206',
    forms: ['3'],
    inUse: 'from before 2013 to 2026-03-17',
    until: day('2026-03-18'),
    differs: 'rptOwnerState holds state and country codes',
    certainty: 'observed',
    source: `filings of 2020 to July 2025; the end from ${SPECIFICATION}`,
  },
  {
    version: 'X0306',
    forms: CHANGES,
    inUse: 'from before 2013-01-02 to 2023-03-17, its last filing day',
    until: day('2023-03-20'),
    differs: 'no aff10b5One; rptOwnerState holds state and country codes',
    certainty: 'observed',
    source: FILINGS,
  },
  {
    version: 'X0407',
    forms: CHANGES,
    inUse: '2023-03-20 to 2023-07-14, its last filing day',
    from: day('2023-03-20'),
    until: day('2023-07-17'),
    differs: 'aff10b5One added, printed as a line in the heading',
    certainty: 'observed',
    source: `EDGAR Release 23.1; ${FILINGS}`,
  },
  {
    version: 'X0508',
    forms: CHANGES,
    inUse: '2023-07-17 to 2026-03-17',
    from: day('2023-07-17'),
    until: day('2026-03-18'),
    differs: 'the same elements; the 10b5-1 box stands at the top left',
    certainty: 'observed',
    source: `${FILINGS}; stylesheet 5_X08`,
  },
  {
    version: 'X0607',
    forms: ['3'],
    inUse: 'from 2026-03-18',
    from: day('2026-03-18'),
    differs:
      'issuerForeignTradingSymbol, rptOwnerNonUSAddressFlag, rptOwnerNonUSStateTerritory, rptOwnerCountry added; ' +
      'rptOwnerState holds states only',
    certainty: 'specified',
    source: SPECIFICATION,
  },
  {
    version: 'X0609',
    forms: CHANGES,
    inUse: 'from 2026-03-18',
    from: day('2026-03-18'),
    differs:
      'issuerForeignTradingSymbol, rptOwnerNonUSAddressFlag, rptOwnerNonUSStateTerritory, rptOwnerCountry added; ' +
      'rptOwnerState holds states only',
    certainty: 'specified',
    source: SPECIFICATION,
  },
]

/**
 * The version in which EDGAR wrote a form on a day; `undefined` where that is not established to the day (Forms 4 and
 * 5 before 2023-03-20, Form 3 before 2026-03-18).
 */
export function schemaVersionOn(form: FormNumber, date: CalendarDate): SchemaVersion | undefined {
  return schemaVersions.find((row) => row.from && row.forms.includes(form) && isInForce(row, date))
}
