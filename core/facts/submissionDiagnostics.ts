import type { DiagnosticWording } from './wording.ts'

/**
 * What the reader of full submissions can say: wording apart from the code, which is for ever.
 * R20x header and wrapper, R21x documents, R22x the ownership document, R23x lines, R24x attachments.
 */
export const submissionDiagnostics = {
  R201: {
    name: 'not-a-submission',
    severity: 'doubt',
    message: 'Neither a submission header nor a document was found; the text looks like: {source}.',
    fix: 'Give the full submission text file. A refusal page means that the download was refused: fetch it again.',
  },
  R202: {
    name: 'header-missing',
    severity: 'note',
    message: 'The submission has documents but no header, so form, dates and parties are not known from it.',
    fix: 'Some files of 1995 are so. Otherwise fetch the whole submission.',
  },
  R203: {
    name: 'accession-number-missing',
    severity: 'doubt',
    message: 'The submission does not say its accession number.',
    fix: 'Take the number from where the file came from.',
  },
  R204: {
    name: 'header-value-invalid',
    severity: 'doubt',
    message: 'The header says {label} “{value}”, which is no {expected}; it is left out.',
    fix: 'Look at the header; the value is kept there as written.',
  },
  R205: {
    name: 'accession-numbers-differ',
    severity: 'doubt',
    message:
      'The header says accession number {header}, the line of the wrapper says {wrapper}; the header is followed.',
    fix: 'Compare with the address the file came from.',
  },
  R206: {
    name: 'header-line-unlabelled',
    severity: 'note',
    message: 'A line of the header has neither label nor tag: “{line}”. It is kept.',
    fix: 'Nothing to do, unless the line belongs to the value above it.',
  },
  R207: {
    name: 'header-group-unbalanced',
    severity: 'note',
    message: 'The header closes </{tag}>, which is not open.',
    fix: 'Look at the header around this place.',
  },
  R208: {
    name: 'header-too-deep',
    severity: 'note',
    message: 'The header nests deeper than {limit} blocks; what is deeper is kept at that depth.',
    fix: 'Look at the header around this place.',
  },
  R209: {
    name: 'pem-not-ended',
    severity: 'note',
    message: 'The privacy-enhanced message has no end line.',
    fix: 'The file may be cut off; compare with EDGAR’s.',
  },
  R211: {
    name: 'document-not-closed',
    severity: 'doubt',
    message: 'Document {document} ({type}) has no {tag}; it is read up to where the next thing begins.',
    fix: 'The file may be cut off; compare with EDGAR’s.',
  },
  R212: {
    name: 'document-without-text',
    severity: 'doubt',
    message: 'Document {document} ({type}) has no <TEXT>.',
    fix: 'The file may be cut off; compare with EDGAR’s.',
  },
  R213: {
    name: 'document-count-differs',
    severity: 'doubt',
    message: 'The header counts {claimed} public documents, the submission has {found}.',
    fix: 'The file may be cut off; compare with EDGAR’s.',
  },
  R214: {
    name: 'xml-not-closed',
    severity: 'doubt',
    message:
      'Document {document} ({type}) opens <XML> and does not close it; its XML is read up to the end of its text.',
    fix: 'The file may be cut off; compare with EDGAR’s.',
  },
  R215: {
    name: 'document-sequence-invalid',
    severity: 'note',
    message: 'Document {document} ({type}) has the sequence “{value}”, which is no number.',
    fix: 'Look at the document’s tags.',
  },
  R221: {
    name: 'several-ownership-documents',
    severity: 'doubt',
    message: '{count} documents hold an ownership document; the first, document {document}, is taken.',
    fix: 'Read the others one by one.',
  },
  R222: {
    name: 'typed-filing',
    severity: 'note',
    message:
      'Document {document} ({type}) is a form on paper, as {kind}, not XML; there is no ownership document to read.',
    fix: 'Read it with the room for paper. Filings before the middle of 2003 are so.',
  },
  R223: {
    name: 'no-ownership-document',
    severity: 'doubt',
    message: 'No document of the submission is a Form 3, 4 or 5 ({found} documents, form type {formType}).',
    fix: 'Check that this is the right filing and that the file is whole.',
  },
  R224: {
    name: 'ownership-document-type-unusual',
    severity: 'doubt',
    message: 'The ownership document was found by its content; its document type is “{type}”.',
    fix: 'Check which form was filed.',
  },
  R225: {
    name: 'form-types-differ',
    severity: 'doubt',
    message: 'The header says form {header}, the document’s type says {document}.',
    fix: 'Check which form was filed.',
  },
  R231: {
    name: 'broken-line-joined',
    severity: 'note',
    message: 'A line of exactly 1,023 characters was joined with the next: EDGAR had cut a longer line there.',
    fix: 'Nothing to do. The text as filed is unchanged.',
  },
  R241: {
    name: 'uuencoding-missing',
    severity: 'doubt',
    message: 'The document has no uuencoded file.',
    fix: 'Take the document’s text instead.',
  },
  R242: {
    name: 'uuencoding-damaged',
    severity: 'doubt',
    message:
      '{lines} of the uuencoded lines of {name} are damaged, the first here; they are decoded as far as they go.',
    fix: 'The file may be damaged; compare with EDGAR’s.',
  },
  R243: {
    name: 'uuencoding-not-ended',
    severity: 'doubt',
    message: 'The uuencoded file {name} has no end line.',
    fix: 'The file may be cut off; compare with EDGAR’s.',
  },
} as const satisfies Record<string, DiagnosticWording>

/** A code of the reader of full submissions. */
export type SubmissionCode = keyof typeof submissionDiagnostics
