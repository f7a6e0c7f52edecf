/** One document of a submission as it goes to EDGAR, the form itself among them. */
export interface SubmittedDocument {
  /** File name. */
  name: string
  /** `4`, `EX-24`, `GRAPHIC`. */
  type: string
  description?: string
  /** Its content, decoded from base64. */
  bytes: Uint8Array
}

/** Whom EDGAR may ask about a submission. */
export interface PointOfContact {
  name?: string
  phoneNumber?: string
  emailAddress?: string
}

/** What an `edgarSubmission` file says of itself (submission.md section 2). Texts as written; '' where none is. */
export interface SubmissionFile {
  submissionType: string
  contact?: PointOfContact
  notificationEmailAddresses?: readonly string[]
  documents: readonly SubmittedDocument[]
  /** The file's own elements, where it was read from one. */
  root?: SubmissionElement
}

/** An element of an `edgarSubmission` file, for whoever compares the file with its schema. */
export interface SubmissionElement {
  name: string
  /** Names of its attributes. */
  attributes: readonly string[]
  /** Its own text, references resolved, white space kept; that of its children is theirs. */
  text: string
  children: readonly SubmissionElement[]
}
