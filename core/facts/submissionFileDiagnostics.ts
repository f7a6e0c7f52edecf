import type { DiagnosticWording } from './wording.ts'

/**
 * What `checkSubmissionFile` can say of a submission as a whole: rows 1 to 3 and 8 to 10 of ownership-xml.md section
 * 7.1. The other rows of that section are W201 to W209, which the writer says too.
 */
export const submissionFileDiagnostics: Record<string, DiagnosticWording & { source: string }> = {
  C301: {
    name: 'submission-against-schema',
    severity: 'suspends',
    message: 'The submission does not follow its schema: {why}.',
    fix: 'Follow edgarSubmission.xsd: submissionType, testOrLive, pointOfContact, notificationAddresses, edgarDocument.',
    source: 'ownership-xml.md section 7.1, rows 1, 7 and 13; edgarSubmission.xsd',
  },
  C302: {
    name: 'not-one-primary-document',
    severity: 'suspends',
    message: 'The submission has {count} ownership documents; it must have exactly one.',
    fix: 'File each form in a submission of its own.',
    source: 'ownership-xml.md section 7.1, row 2',
  },
  C303: {
    name: 'submission-type-differs',
    severity: 'suspends',
    message: 'The {what} is “{found}”, and the submission is one of type “{submissionType}”.',
    fix: 'Make the type of the submission, of its document and inside the form the same.',
    source: 'ownership-xml.md section 7.1, row 3',
  },
  C308: {
    name: 'pdf-dropped',
    severity: 'warns',
    message: 'EDGAR drops the PDF “{name}”.',
    fix: 'Attach the text as .txt or .htm.',
    source: 'ownership-xml.md section 7.1, row 8',
  },
  C309: {
    name: 'unused-graphic',
    severity: 'suspends',
    message: 'No HTML document of the submission refers to the graphic “{name}”.',
    fix: 'Refer to it by its name in an <img>, or leave it out.',
    source: 'ownership-xml.md section 7.1, row 9',
  },
  C310: {
    name: 'attachment-not-ascii',
    severity: 'suspends',
    message: 'The document “{name}” holds the byte {byte}, which is no ASCII text.',
    fix: 'Write the character in ASCII, or in HTML as a character reference.',
    source: 'ownership-xml.md section 7.1, row 10',
  },
  C311: {
    name: 'active-html',
    severity: 'suspends',
    message: 'The document “{name}” holds {found}, which EDGAR does not take.',
    fix: 'Take it out: an HTML document for EDGAR has text, tables and pictures.',
    source: 'ownership-xml.md section 7.1, row 10',
  },
  C312: {
    name: 'content-not-base64',
    severity: 'suspends',
    message: 'The content of a document is not base64.',
    fix: 'Encode the file again, as a whole.',
    source: 'ownership-xml.md section 7.1, row 1; submission.md section 2',
  },
}
