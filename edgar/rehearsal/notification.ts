/** The text of the e-mail that EDGAR sends about a submission. Source: notifications of EDGAR's beta system, May 2026. */
import { eastern } from './easternTime.ts'
import type { SubmissionRecord } from './state.ts'

/** The text, once a submission was judged. `suspended`: it was not accepted. */
export function notificationOf(record: SubmissionRecord, suspended: boolean, confirmationDueAt: number): string {
  const { accessionNumber, formType, documentCount, receivedAt, judgedMs, mode, messages } = record
  const day = (at: number) => eastern(at).written.slice(0, 19).replace('T', ' ')
  const word = suspended ? 'SUSPENDED' : 'ACCEPTED'
  const lines = [
    'THIS IS A REHEARSAL. NOTHING WAS FILED WITH THE SEC.',
    `Subject: ${word} FORM TYPE ${formType} (${accessionNumber})`,
    '',
    `FORM TYPE: ${formType}    NUMBER OF DOCUMENTS: ${documentCount}`,
    `RECEIVED DATE: ${day(receivedAt)}    ${suspended ? 'SUSPENSE' : 'ACCEPTED'} DATE: ${day(receivedAt + judgedMs)}`,
    `TEST FILING: ${mode === 'TEST' ? 'YES' : 'NO'}    CONFIRMING COPY: NO`,
    `ACCESSION NUMBER: ${accessionNumber}`,
    'FILE NUMBER(S): NONE',
    `ANNUAL CONFIRMATION DUE: ${eastern(confirmationDueAt).date}`,
  ]
  for (const { type, errorNumber, errorLabel, content, docSequenceNum, lineNumber } of messages) {
    lines.push('', `${type === 'ERROR' ? 'ERR' : 'WRN'}: ${errorNumber} ${errorLabel}`, `MSG: ${content}`)
    lines.push(`LOC: document ${docSequenceNum}, line ${lineNumber}`)
  }
  if (suspended) lines.push('', 'There may be more errors. A suspended filing must be sent again as a whole.')
  return `${lines.join('\n')}\n`
}
