import { type AccessionNumber, parseAccessionNumber } from '../../model/accessionNumber.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Submission, SubmissionWrapper } from '../../model/submission.ts'
import { detectSource } from './detectSource.ts'
import { readDocuments } from './documents.ts'
import { findEntry, readHeader } from './header.ts'
import { acceptedAtOf, accessionNumberOf, countOf, dateOf } from './headerValues.ts'
import { partiesOf } from './parties.ts'
import { report } from './report.ts'
import { readWrapper } from './wrapper.ts'

/** The same thing under the labelled and under the tagged header's name (dissemination.md sections 2 and 3). */
const LABELS = {
  accessionNumber: ['ACCESSION NUMBER', 'ACCESSION-NUMBER'],
  acceptedAt: ['ACCEPTANCE-DATETIME'],
  formType: ['CONFORMED SUBMISSION TYPE', 'TYPE'],
  publicDocumentCount: ['PUBLIC DOCUMENT COUNT', 'PUBLIC-DOCUMENT-COUNT'],
  periodOfReport: ['CONFORMED PERIOD OF REPORT', 'PERIOD'],
  filedAsOf: ['FILED AS OF DATE', 'FILING-DATE'],
  dateAsOfChange: ['DATE AS OF CHANGE', 'DATE-OF-FILING-DATE-CHANGE'],
} as const

/**
 * Reads a full-submission text file of any era, a feed file (`.nc`), or a header alone. Never throws: what cannot be
 * read is `undefined` and a diagnostic (R201 to R215). Time grows with the text's length alone; no document is
 * copied or looked into further than its first tag, see `documentText` and `ownershipDocumentOf`.
 *
 * The strings in the result share the text's memory, as slices do in every engine: whoever keeps many submissions and
 * not their texts should copy what he keeps.
 *
 * Source: dissemination.md sections 1 to 4.
 */
export function readSubmission(text: string): Submission {
  const diagnostics: Diagnostic[] = []
  const { wrapper, headerStart, headerEnd } = readWrapper(text, diagnostics)
  const documents = readDocuments(text, diagnostics)
  // What is no submission has no header either, whatever its lines look like.
  const isHeader = documents.length > 0 || detectSource(text) === 'submission'
  const header = readHeader(text, headerStart, isHeader ? headerEnd : headerStart, diagnostics)
  const { entries } = header
  const submission: Submission = {
    accessionNumber: accessionNumberOf(findEntry(entries, LABELS.accessionNumber), diagnostics),
    acceptedAt: acceptedAtOf(findEntry(entries, LABELS.acceptedAt), diagnostics),
    formType: findEntry(entries, LABELS.formType)?.value,
    filedAsOf: dateOf(findEntry(entries, LABELS.filedAsOf), diagnostics),
    dateAsOfChange: dateOf(findEntry(entries, LABELS.dateAsOfChange), diagnostics),
    periodOfReport: dateOf(findEntry(entries, LABELS.periodOfReport), diagnostics),
    publicDocumentCount: countOf(findEntry(entries, LABELS.publicDocumentCount), diagnostics),
    header,
    parties: partiesOf(entries, diagnostics),
    documents,
    wrapper,
    diagnostics,
  }
  complete(submission, text)
  return submission
}

/** What can only be said when header, wrapper and documents are known together. */
function complete(submission: Submission, text: string): void {
  const { header, documents, wrapper, diagnostics, publicDocumentCount } = submission
  if (header.style === 'none' && documents.length === 0) {
    report(diagnostics, 'R201', 0, { source: detectSource(text) })
    return
  }
  if (header.style === 'none') report(diagnostics, 'R202', 0)
  const inWrapper = accessionNumberInWrapper(wrapper)
  if (submission.accessionNumber === undefined) {
    submission.accessionNumber = inWrapper
    if (inWrapper === undefined) report(diagnostics, 'R203', 0)
  } else if (inWrapper !== undefined && inWrapper !== submission.accessionNumber) {
    report(diagnostics, 'R205', 0, { header: submission.accessionNumber, wrapper: inWrapper })
  }
  if (publicDocumentCount !== undefined && publicDocumentCount !== documents.length) {
    report(diagnostics, 'R213', 0, { claimed: publicDocumentCount, found: documents.length })
  }
}

/** From `0000865752-23-000020.txt : 20230404` or `0000865752-23-000020.hdr.sgml : 20230404`. */
function accessionNumberInWrapper({ documentLine, headerLine }: SubmissionWrapper): AccessionNumber | undefined {
  for (const line of [documentLine, headerLine]) {
    const found = parseAccessionNumber(line?.slice(0, '0000000000-00-000000'.length) ?? '')
    if (found !== undefined) return found
  }
  return undefined
}
