import type { FilingOrigin } from '../model/filingJson.ts'
import type { Submission } from '../model/submission.ts'

/** What a document does not say of itself: its filing's number, dates and, by the owner's CIK, SEC file numbers. */
export interface SubmissionOrigin extends FilingOrigin {
  /** By the owner's CIK in ten digits: `001-18761`, the file in which EDGAR put the report. */
  fileNumbers?: ReadonlyMap<string, string>
}

/** Takes from a submission's header what rows and tables need beside the document. What it does not say is left out. */
export function originOf(submission: Submission): SubmissionOrigin {
  const { accessionNumber, filedAsOf, acceptedAt } = submission
  const fileNumbers = submission.parties.flatMap(({ role, cik, fileNumber }): [string, string][] =>
    role === 'reportingOwner' && cik && fileNumber ? [[cik, fileNumber]] : [],
  )
  return {
    ...(accessionNumber && { accessionNumber }),
    ...(filedAsOf && { filedAsOf: String(filedAsOf) }),
    ...(acceptedAt && { acceptedAt: `${String(acceptedAt.date)}T${acceptedAt.time}` }),
    ...(fileNumbers.length > 0 && { fileNumbers: new Map(fileNumbers) }),
  }
}
