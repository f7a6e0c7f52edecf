export { alreadyReported } from './alreadyReported.ts'
export type {
  AffectedLine,
  AmendedLine,
  AmendedLineKind,
  AmendmentChange,
  AmendmentRequest,
  CellCorrection,
  DraftAmendment,
  HeadingCorrection,
} from './amendment.ts'
export { amendmentOf } from './amendmentOf.ts'
export {
  type BalanceOptions,
  type Balances,
  balancesOf,
  type RowBalance,
  type SaidBefore,
  withBalances,
} from './balances.ts'
export {
  composeDraft,
  type Draft,
  type DraftAddress,
  type DraftHeader,
  type DraftIssuer,
  type DraftOwner,
  type DraftRelationship,
  type DraftRows,
} from './composeDraft.ts'
export { type AmendmentConsequences, amendmentConsequences, type JudgedAmendmentLine } from './consequences.ts'
export { type ContentHash, contentHash, draftHash, isContent } from './contentHash.ts'
export { copyDocument } from './copy.ts'
export { draftingDiagnostics } from './diagnostics.ts'
export { draftDifference } from './draftDifference.ts'
export { cellOf, lineFields } from './lineCells.ts'
export { type ComposedLine, composeLine } from './newLine.ts'
export { type Parts, partsOf } from './parts.ts'
