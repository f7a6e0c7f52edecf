export { decodeUuencoded, type UuencodedFile } from './decodeUuencoded.ts'
export { detectSource, type SourceKind } from './detectSource.ts'
export { documentText, withoutPemEscapes } from './documentText.ts'
export {
  type FoundOwnershipDocument,
  locateOwnershipXml,
  type OwnershipXml,
  ownershipDocumentOf,
} from './ownershipDocumentOf.ts'
export { readSubmission } from './readSubmission.ts'
export { type Join, type RejoinedText, rejoinBrokenLines, sourceOffsetOf } from './rejoinBrokenLines.ts'
