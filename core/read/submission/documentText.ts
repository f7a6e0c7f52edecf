import type { SubmissionDocument } from '../../model/submission.ts'

/** What stands between `<TEXT>` and `</TEXT>` of a document, as filed; empty where it has no text. */
export function documentText(text: string, document: SubmissionDocument): string {
  return text.slice(document.start, document.end)
}

/**
 * Takes back the quoting of privacy-enhanced mail, in which a line that begins with `-` is written `- -` (RFC 934; the
 * rules of typed forms before 2003 are such lines). Only for a text out of a submission whose `wrapper.pem` is true;
 * offsets move.
 */
export function withoutPemEscapes(text: string): string {
  return text.includes('- -') ? text.replaceAll(/^- -/gm, '-') : text
}
