/** The rehearsal's messages about a submission, as they go over the wire (EDGAR API 1.11.0). */

/** How the rehearsal reads a rule of EDGAR's: ERROR suspends the submission, WARNING does not. */
export interface Suspension {
  type: 'ERROR' | 'WARNING'
  errorNumber: number
  errorLabel: string
}

export interface SubmissionMessage extends Suspension {
  content: string
  docSequenceNum: number
  lineNumber: number
  lineOffset: number
  context: string
}

const error = (number: number, label: string): Suspension => ({
  type: 'ERROR',
  errorNumber: 9000 + number,
  errorLabel: `E${number}_${label}`,
})

const warning = (number: number, label: string): Suspension => ({ ...error(number, label), type: 'WARNING' })

/**
 * The table of suspensions: the rehearsal's own reading of the EDGAR Ownership XML Technical Specification 5.5, sections
 * 3 to 5, and its schema. The Filer Manual's catalogue of errors was not to be had: of EDGAR's own numbers and labels only
 * 442 is known, and all others are invented, E2xx in their labels and 9000 more in their numbers, so that nobody takes
 * them for EDGAR's.
 */
export const SUSPENSIONS = {
  tagValue: { type: 'ERROR', errorNumber: 442, errorLabel: 'TAG_VALUE_MISSING_OR_INVALID' },
  notWellFormed: error(201, 'SUBMISSION_NOT_WELL_FORMED'),
  wrapperSchema: error(202, 'SUBMISSION_AGAINST_SCHEMA'),
  primaryCount: error(203, 'NOT_ONE_PRIMARY_DOCUMENT'),
  typesDiffer: error(204, 'TYPES_DIFFER'),
  fileExtension: error(205, 'FILE_EXTENSION'),
  fileName: error(206, 'FILE_NAME'),
  supportingType: error(207, 'SUPPORTING_DOCUMENT_TYPE'),
  pdfDropped: warning(208, 'PDF_DROPPED'),
  graphicUnused: error(209, 'GRAPHIC_NOT_REFERRED_TO'),
  attachmentText: error(210, 'ATTACHMENT_NOT_ASCII'),
  emailForm: error(211, 'EMAIL_ADDRESS_FORM'),
  emailTwice: warning(212, 'EMAIL_ADDRESS_TWICE'),
  documentEmpty: error(213, 'DOCUMENT_EMPTY'),
  flagDiffers: error(214, 'FLAG_DIFFERS_FROM_PATH'),
  documentNotWellFormed: error(220, 'DOCUMENT_NOT_WELL_FORMED'),
  documentSchema: error(221, 'DOCUMENT_AGAINST_SCHEMA'),
  instruction: error(222, 'PROCESSING_INSTRUCTION'),
  rawCharacter: error(223, 'CHARACTER_NOT_ESCAPED'),
  notAscii: error(224, 'CHARACTER_NOT_ASCII'),
  edgarElement: warning(225, 'ELEMENT_OF_EDGAR_GIVEN'),
  schemaVersion: warning(226, 'SCHEMA_VERSION_NOT_CURRENT'),
  issuerUnknown: error(230, 'ISSUER_CIK_NOT_FOUND'),
  ownerUnknown: error(231, 'OWNER_CIK_NOT_FOUND'),
  ccc: error(232, 'CCC_MISSING_OR_INVALID'),
  notDelegated: error(233, 'OWNER_HAS_NOT_DELEGATED'),
  ownerTwice: error(234, 'OWNER_CIK_TWICE'),
  noRelationship: error(235, 'NO_RELATIONSHIP'),
  officerTitle: error(236, 'OFFICER_TITLE_MISSING'),
  otherText: error(237, 'OTHER_TEXT_MISSING'),
  addressFlag: error(238, 'NON_US_ADDRESS_FLAG_MISSING'),
  addressState: error(239, 'STATE_MISSING'),
  addressCountry: error(240, 'COUNTRY_MISSING'),
  countryObsolete: error(241, 'COUNTRY_OBSOLETE'),
  codingMissing: error(250, 'TRANSACTION_CODING_MISSING'),
  timeliness: error(251, 'TIMELINESS_NOT_ALLOWED'),
  natureOfDirect: error(252, 'NATURE_OF_DIRECT_OWNERSHIP'),
  natureMissing: error(253, 'NATURE_OF_INDIRECT_OWNERSHIP_MISSING'),
  underlyingAmount: error(254, 'UNDERLYING_AMOUNT_MISSING'),
  noRows: error(255, 'NOTHING_REPORTED'),
  footnoteUnused: error(260, 'FOOTNOTE_NOT_REFERENCED'),
  footnoteMissing: error(261, 'REFERENCE_WITHOUT_FOOTNOTE'),
  footnoteTwice: error(262, 'FOOTNOTE_TWICE_ON_FIELD'),
  footnoteLength: error(263, 'FOOTNOTE_TOO_LONG'),
} as const satisfies Record<string, Suspension>

export type SuspensionName = keyof typeof SUSPENSIONS

/** A message. `documentNumber`: of the submission's documents, from 1; 0 for the submission. `line`: from 1, or 0. */
export function messageOf(name: SuspensionName, content: string, documentNumber = 0, line = 0): SubmissionMessage {
  return {
    ...SUSPENSIONS[name],
    content,
    docSequenceNum: documentNumber,
    lineNumber: line,
    lineOffset: 0,
    context: 'none',
  }
}
