import type * as drafts from './drafts.ts'
import type * as filing from './filing.ts'
import type * as history from './history.ts'
import type * as ledger from './ledger.ts'
import type * as people from './people.ts'
import type * as signIn from './signIn.ts'

/** The desk's tables as Kysely knows them. better-auth's other tables are in the database, and its own business. */
export interface Tables {
  user: signIn.UserTable
  session: signIn.SessionTable
  organization: signIn.OrganizationTable
  member: signIn.MemberTable
  schema_migration: history.SchemaMigrationTable
  audit_chain: history.AuditChainTable
  audit_entry: history.AuditEntryTable
  job: history.JobTable
  issuer: people.IssuerTable
  insider: people.InsiderTable
  insider_role: people.InsiderRoleTable
  role_grant: people.RoleGrantTable
  delegation: people.DelegationTable
  secret: people.SecretTable
  calendar_feed: people.CalendarFeedTable
  library_security: ledger.LibrarySecurityTable
  library_footnote: ledger.LibraryFootnoteTable
  event: ledger.EventTable
  event_insider: ledger.EventInsiderTable
  event_fact: ledger.EventFactTable
  holding: ledger.HoldingTable
  draft: drafts.DraftTable
  draft_insider: drafts.DraftInsiderTable
  draft_part: drafts.DraftPartTable
  draft_version: drafts.DraftVersionTable
  draft_attachment: drafts.AttachmentTable
  approval: drafts.ApprovalTable
  attestation: drafts.AttestationTable
  power_of_attorney: drafts.PowerOfAttorneyTable
  power_of_attorney_signer: drafts.PowerOfAttorneySignerTable
  authentication_document: drafts.AuthenticationDocumentTable
  signature: drafts.SignatureTable
  voiding: drafts.VoidingTable
  submission: filing.SubmissionTable
  submission_state: filing.SubmissionStateTable
  filed_form: filing.FiledFormTable
  filed_form_insider: filing.FiledFormInsiderTable
  archive_entry: filing.ArchiveEntryTable
}
