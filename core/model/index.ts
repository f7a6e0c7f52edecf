export { type AccessionNumber, parseAccessionNumber } from './accessionNumber.ts'
export { CalendarDate } from './calendarDate.ts'
export { MASKED_CCC, maskCccMarkup } from './ccc.ts'
export { type Cik, parseCik } from './cik.ts'
export { Decimal } from './decimal.ts'
export type { Diagnostic, Place, Severity } from './diagnostic.ts'
export {
  type ElementDefinition,
  type FieldDefinition,
  type FootnoteDefinition,
  type GroupDefinition,
  type LeafDefinition,
  OWNERSHIP_DOCUMENT,
  type RowsDefinition,
} from './elements.ts'
export { FILING_JSON_FORMAT, type FilingJson, type FilingOrigin } from './filingJson.ts'
export {
  type DocumentLayout,
  EDGAR_LAYOUT,
  EDGAR_STYLE,
  type Layout,
  type LayoutChild,
  type LayoutItem,
  type Style,
} from './layout.ts'
export {
  Footnote,
  Footnotes,
  footnoteText,
  Issuer,
  OwnerSignature,
  OwnershipDocument,
  OwnershipNature,
  OwnershipRow,
  OwnershipTable,
  PostTransactionAmounts,
  ReportingOwner,
  ReportingOwnerAddress,
  ReportingOwnerId,
  ReportingOwnerRelationship,
  type RowElement,
  rowsOf,
  TransactionAmounts,
  TransactionCoding,
  UnderlyingSecurity,
} from './ownershipDocument.ts'
export {
  absent,
  canonical,
  type FootnoteId,
  type Reported,
  reported,
  type ValueType,
  type ValueTypes,
} from './reported.ts'
export type {
  AcceptedAt,
  FormerName,
  HeaderAddress,
  HeaderEntry,
  PartyRole,
  PemHeader,
  Submission,
  SubmissionDocument,
  SubmissionHeader,
  SubmissionParty,
  SubmissionWrapper,
} from './submission.ts'
export type { PointOfContact, SubmissionElement, SubmissionFile, SubmittedDocument } from './submissionFile.ts'
export { type Visitor, walk } from './walk.ts'
export { escapeText, resolveReferences } from './xmlText.ts'
