import type { Ended, Identified, Made, OfOrganization, Said, StoredDocument } from './records.ts'

export interface DraftTable extends Identified, Made {
  issuerId: string
  formType: string
  eventId: string | null
  /** The filed form that it amends. */
  amends: string | null
  /** The version that holds now. */
  number: number
  hash: string
  closedAt: number | null
  closedBecause: 'filed' | 'discarded' | 'split' | null
}

export interface DraftInsiderTable extends OfOrganization {
  draftId: string
  insiderId: string
}

/** A draft that is a part of a report that was split. Append-only. */
export interface DraftPartTable extends OfOrganization {
  draftId: string
  /** The draft that was split. */
  ofDraftId: string
  /** From 1. */
  number: number
}

/** A draft as it was saved once. Append-only. */
export interface DraftVersionTable extends OfOrganization, Said {
  draftId: string
  number: number
  hash: string
  /** The hash of the version it was made from; null for the first. */
  basedOn: string | null
  /** Canonical JSON. */
  content: string
}

/** A file that goes with a draft's form, until it is taken off. */
export interface AttachmentTable extends Identified, Made, Ended, StoredDocument {
  draftId: string
  /** As EDGAR gets it. */
  name: string
  /** `COVER`, `CORRESP` or `EX-99`, with an ending if need be. */
  type: string
  description: string | null
}

export interface ApprovalTable extends Identified, Said {
  draftId: string
  ofHash: string
  note: string | null
}

/** A person's manually signed statement that electronic signatures are theirs (Regulation S-T, rule 302(b)(2)). */
export interface AttestationTable extends Identified, Said, StoredDocument {
  userId: string
  signedOn: string
}

export interface PowerOfAttorneyTable extends Identified, Said, StoredDocument {
  /** The principal. */
  insiderId: string
  acting: 'severally' | 'jointly'
  /** Canonical JSON: the form types it covers. */
  forms: string
  /** Canonical JSON: the issuers it covers; null for all. */
  issuerIds: string | null
  fromDay: string
  untilDay: string | null
  /** The filing with which it is on file. */
  onFileAccession: string | null
}

export interface PowerOfAttorneySignerTable extends OfOrganization {
  powerOfAttorneyId: string
  userId: string
  name: string
}

/** The paper or the electronic act by which a signer authenticated a signature, at or before filing (rule 302(b)(1)). */
export interface AuthenticationDocumentTable extends Identified, Said, StoredDocument {
  draftId: string
  insiderId: string
  ofHash: string
  manner: 'uploaded' | 'electronic'
  attestationId: string | null
  retainUntil: string
}

export interface SignatureTable extends Identified, Said {
  draftId: string
  /** For whom: the owner whose signature the form shows. */
  insiderId: string
  ofHash: string
  /** As the form shows it. */
  line: string
  signedOn: string
  powerOfAttorneyId: string | null
  authenticationDocumentId: string
}

export type VoidableSubject = 'approval' | 'signature' | 'attestation' | 'power_of_attorney'

/** That a record holds no longer, and why. */
export interface VoidingTable extends OfOrganization, Said {
  subject: VoidableSubject
  subjectId: string
  because: string
  /** For a power of attorney: from which day it is revoked. */
  fromDay: string | null
}
