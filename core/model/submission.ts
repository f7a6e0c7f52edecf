import type { AccessionNumber } from './accessionNumber.ts'
import type { CalendarDate } from './calendarDate.ts'
import type { Cik } from './cik.ts'
import type { Diagnostic } from './diagnostic.ts'

/**
 * One filing as EDGAR disseminates it: a header and documents in one text (dissemination.md sections 1 to 4).
 * Offsets count UTF-16 units of the text that was read; no document is copied. What the header does not say is
 * `undefined`, never invented. All of it is plain data, except that days are `CalendarDate`s.
 */
export interface Submission {
  /** From the header; failing that, from the line of `<SEC-DOCUMENT>` or `<SEC-HEADER>`. */
  accessionNumber: AccessionNumber | undefined
  /** Headers before about 2001 and all feed files (`.nc`) have none. */
  acceptedAt: AcceptedAt | undefined
  /** As written: `4`, `4/A`. */
  formType: string | undefined
  filedAsOf: CalendarDate | undefined
  dateAsOfChange: CalendarDate | undefined
  periodOfReport: CalendarDate | undefined
  /** What the header claims; `documents.length` is what is there. */
  publicDocumentCount: number | undefined
  header: SubmissionHeader
  /** In the header's order: owners before the issuer or after it, both are usual. */
  parties: SubmissionParty[]
  documents: SubmissionDocument[]
  wrapper: SubmissionWrapper
  diagnostics: Diagnostic[]
}

/** A moment in Eastern civil time, as EDGAR writes it; which offset from UTC held is not said. */
export interface AcceptedAt {
  date: CalendarDate
  /** `HH:MM:SS`. */
  time: string
}

/** Every line of the header, in order, unknown labels included. */
export interface SubmissionHeader {
  /** `labelled`: `ACCESSION NUMBER:`; `tagged`: `<ACCESSION-NUMBER>`. Old labelled headers have some tags among them. */
  style: 'labelled' | 'tagged' | 'none'
  entries: HeaderEntry[]
}

export interface HeaderEntry {
  /** Without its colon or angle brackets; empty for a line that has neither. */
  label: string
  /** Absent where nothing is written behind the label. */
  value?: string
  /** What stands inside it, for a block such as `OWNER DATA:` or `<OWNER-DATA>`. */
  entries?: HeaderEntry[]
  /** Where its line begins. */
  offset: number
}

/** `other` is a block with a company's data under a label not known here; see `label`. */
export type PartyRole = 'issuer' | 'reportingOwner' | 'subjectCompany' | 'filedBy' | 'filer' | 'other'

/** Somebody named in the header. Its further lines are found in `header`. */
export interface SubmissionParty {
  role: PartyRole
  /** The block's label as written: `REPORTING-OWNER`, `SUBJECT COMPANY`. */
  label: string
  /** EDGAR's conformed name. */
  name?: string
  cik?: Cik
  /** Of the first filing values; `001-18761`. */
  fileNumber?: string
  filmNumber?: string
  /** Two digits, `34` for the Act of 1934, in whichever style it was written. */
  act?: string
  /** Form type in the party's own filing values. */
  formType?: string
  /** Four digits. */
  sic?: string
  /** Only labelled headers say it. */
  sicDescription?: string
  irsNumber?: string
  stateOfIncorporation?: string
  /** `MMDD`. */
  fiscalYearEnd?: string
  /** The SEC's office, as `04 Manufacturing`; from 2024 on. */
  organizationName?: string
  /** Before 2003: `DIRECTOR`, `OFFICER` and so on. */
  relationship?: string
  businessAddress?: HeaderAddress
  mailAddress?: HeaderAddress
  formerNames: FormerName[]
}

export interface HeaderAddress {
  street1?: string
  street2?: string
  city?: string
  state?: string
  zip?: string
  phone?: string
}

export interface FormerName {
  name?: string
  dateOfChange?: CalendarDate
}

/** One `<DOCUMENT>`. */
export interface SubmissionDocument {
  /** `4`, `EX-24`, `GRAPHIC`; empty where the tag is missing. */
  type: string
  /** From 1. */
  sequence: number | undefined
  /** Free text; say nothing of the content by it. Missing before about 2001. */
  filename: string | undefined
  description: string | undefined
  /** Tags beside these four, as written. */
  otherTags: HeaderEntry[]
  /** Where `<DOCUMENT>` stands. */
  offset: number
  /** The text between `<TEXT>` with its line end and `</TEXT>`. Equal to `end` where there is none. */
  start: number
  end: number
  /** Wrapped in `<XML>`; then the text between that tag with its line end and `</XML>`. */
  isXml: boolean
  xmlStart: number | undefined
  xmlEnd: number | undefined
  isUuencoded: boolean
}

/** What is around header and documents. */
export interface SubmissionWrapper {
  /** The outermost tag, `SEC-DOCUMENT`, `IMS-DOCUMENT`, `SUBMISSION`, `SEC-HEADER`; absent where none is. */
  root: string | undefined
  /** What is written behind `<SEC-DOCUMENT>` and behind `<SEC-HEADER>`: `0000865752-23-000020.txt : 20230404`. */
  documentLine: string | undefined
  headerLine: string | undefined
  /** In privacy-enhanced mail. Its signature is not verified; its lines that begin with `-` are written `- -`. */
  pem: boolean
  pemHeaders: PemHeader[]
}

/** Continuation lines are joined without a blank. */
export interface PemHeader {
  name: string
  value: string
}
