export { type Act, type Actor, lengthOfOwn, type View } from './act.ts'
export type { Answer, Refusal } from './answer.ts'
export * from './approvals.ts'
export * from './archive.ts'
export * from './attachments.ts'
export * from './attestations.ts'
export { type AuditEntry, auditLength, auditTrail, type ChainVerdict, historyOf, record, verifyChain } from './audit.ts'
export * from './authenticationDocuments.ts'
export * from './calendarFeeds.ts'
export { canonicalJson, type Json, sha256 } from './canonicalJson.ts'
export * from './delegations.ts'
export * from './draftParts.ts'
export {
  addDraft,
  type Draft,
  type DraftContent,
  type DraftVersion,
  discardDraft,
  draft,
  draftsOf,
  draftVersion,
  draftVersions,
  type HasRecords,
  type NewDraft,
  openDrafts,
  type StaleSave,
  saveDraft,
  standingVersion,
} from './drafts.ts'
export * from './events.ts'
export * from './filedForms.ts'
export * from './grants.ts'
export * from './holdings.ts'
export * from './insiderRoles.ts'
export * from './insiders.ts'
export * from './issuers.ts'
export {
  type Claim,
  claimJobs,
  failJob,
  finishJob,
  type Job,
  jobOf,
  type NewJob,
  newestJobs,
  orderJob,
} from './jobs.ts'
export * from './libraryFootnotes.ts'
export * from './librarySecurities.ts'
export { programVersion } from './migrate.ts'
export type { DatabaseKind } from './migrations/words.ts'
export { open, type Store, type StoreConfig } from './open.ts'
export * from './organizations.ts'
export * from './powersOfAttorney.ts'
export type { SecretKey } from './seal.ts'
export * from './secrets.ts'
export * from './sends.ts'
export * from './sessions.ts'
export * from './signatures.ts'
export { storeDiagnostics } from './storeDiagnostics.ts'
export {
  type Submission,
  type SubmissionState,
  statesOf,
  submission,
  submissionsIn,
  submissionsOf,
} from './submissionStates.ts'
export * from './submissions.ts'
export type * from './tables/drafts.ts'
export type * from './tables/filing.ts'
export type { Tables } from './tables/index.ts'
export type * from './tables/ledger.ts'
export type * from './tables/people.ts'
export type * from './tables/signIn.ts'
