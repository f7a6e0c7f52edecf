import type { CalendarDate } from '../model/calendarDate.ts'
import { byCode, day, type InForce, inForceOn, type Sourced } from './dated.ts'
import { SCHEMA, STYLESHEETS } from './sources.ts'

export type FormNumber = '3' | '4' | '5'

/** What a document may be: `documentType`, which is also the submission's form type. */
export interface DocumentType extends Sourced {
  readonly code: string
  readonly form: FormNumber
  readonly isAmendment: boolean
}

export const documentTypes = byCode<DocumentType>([
  { code: '3', form: '3', isAmendment: false, source: SCHEMA },
  { code: '3/A', form: '3', isAmendment: true, source: SCHEMA },
  { code: '4', form: '4', isAmendment: false, source: SCHEMA },
  { code: '4/A', form: '4', isAmendment: true, source: SCHEMA },
  { code: '5', form: '5', isAmendment: false, source: SCHEMA },
  { code: '5/A', form: '5', isAmendment: true, source: SCHEMA },
])

/** A title and the days on which the form bore it. */
export interface FormTitle extends InForce, Sourced {
  readonly title: string
}

/** What is printed on a form whoever files it. */
export interface OfficialForm extends Sourced {
  readonly form: FormNumber
  readonly titles: readonly FormTitle[]
  /** The SEC's number of the printed form. */
  readonly secNumber: string
  /** The edition printed beside it, where known. */
  readonly editions: readonly (InForce & Sourced & { readonly edition: string })[]
  readonly ombNumber: string
  /** Estimated average burden for each response. */
  readonly burdenHours: string
}

const EDITION_2026 = { from: day('2026-03-18'), edition: '03-26', source: STYLESHEETS }
const PAGES = 'pages of EDGAR for filings of 2017 to 2025'

/** The three forms (ownership-xml.md section 11). */
export const officialForms: Readonly<Record<FormNumber, OfficialForm>> = {
  3: {
    form: '3',
    titles: [{ title: 'Initial Statement of Beneficial Ownership of Securities', source: `${STYLESHEETS}; ${PAGES}` }],
    secNumber: 'SEC 1473',
    editions: [EDITION_2026],
    ombNumber: '3235-0104',
    burdenHours: '0.5',
    source: STYLESHEETS,
  },
  4: {
    form: '4',
    titles: [
      { title: 'Statement of Changes in Beneficial Ownership', until: day('2026-03-18'), source: PAGES },
      {
        title: 'Statement of Changes in Beneficial Ownership of Securities',
        from: day('2026-03-18'),
        source: STYLESHEETS,
      },
    ],
    secNumber: 'SEC 1474',
    editions: [EDITION_2026],
    ombNumber: '3235-0287',
    burdenHours: '0.5',
    source: STYLESHEETS,
  },
  5: {
    form: '5',
    titles: [{ title: 'Annual Statement of Changes in Beneficial Ownership', source: PAGES }],
    // The stylesheet prints SEC 2770T at the end and SEC 2270 under Table I; the form's instructions say 2270.
    secNumber: 'SEC 2270',
    editions: [EDITION_2026],
    ombNumber: '3235-0362',
    burdenHours: '1.0',
    source: `${STYLESHEETS}; Form 5, General Instructions, SEC 2270 (02-23)`,
  },
}

/** The title a form bore on a day; of today where no day is given. */
export function formTitle(form: FormNumber, date: CalendarDate | undefined): string {
  const { titles } = officialForms[form]
  return ((date && inForceOn(titles, date)) ?? titles.at(-1)!).title
}

/** `SEC 1474 (03-26)`; without the edition where that of the day is not known. */
export function secFormNumber(form: FormNumber, date: CalendarDate | undefined): string {
  const { secNumber, editions } = officialForms[form]
  const edition = date && inForceOn(editions, date)
  return edition ? `${secNumber} (${edition.edition})` : secNumber
}
