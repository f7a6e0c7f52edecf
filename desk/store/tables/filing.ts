import type { Identified, OfOrganization, Said } from './records.ts'

export type SubmissionMode = 'TEST' | 'LIVE'

/** Whose EDGAR: the rehearsal beside the desk, the SEC's test system, the real one; or a form filed elsewhere. */
export type Destination = 'rehearsal' | 'beta' | 'edgar'

export interface SubmissionTable extends Identified, Said {
  draftId: string
  ofHash: string
  mode: SubmissionMode
  destination: Destination
}

/**
 * `refused`: EDGAR said that it did not take it. `outcomeUnknown`: it may have taken it. `resolved`: a person found out
 * which, `detail.filed`. `withdrawn`: never left.
 */
export type SubmissionStateName =
  | 'prepared'
  | 'withdrawn'
  | 'sending'
  | 'refused'
  | 'received'
  | 'accepted'
  | 'suspended'
  | 'outcomeUnknown'
  | 'resolved'

/** What happened to a submission. Append-only; the last one holds. */
export interface SubmissionStateTable extends OfOrganization, Said {
  submissionId: string
  number: number
  state: SubmissionStateName
  accessionNumber: string | null
  /** Canonical JSON. */
  detail: string
}

/** A form as filed: frozen. `submissionId` and `draftId` are null for one that was filed elsewhere and imported. */
export interface FiledFormTable extends Identified, Said {
  issuerId: string
  submissionId: string | null
  draftId: string | null
  destination: Destination
  formType: string
  accessionNumber: string
  acceptedAt: number
  filingDate: string
  xml: Uint8Array
  /** The HTML page of it. */
  page: string
  /** Canonical JSON: EDGAR's answer. */
  answer: string
  /** Over all of the above; the audit trail has it too. */
  hash: string
}

export interface FiledFormInsiderTable extends OfOrganization {
  filedFormId: string
  insiderId: string
}

/** Whatever EDGAR said of a submission, as received: it keeps its own copy for days only. Append-only. */
export interface ArchiveEntryTable extends Identified, Said {
  submissionId: string
  kind: string
  mediaType: string
  bytes: Uint8Array
  bytesHash: string
}
