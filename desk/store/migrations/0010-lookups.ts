import type { Migration } from './words.ts'

/** By what lists and pages look things up, where there are many: an index each, and none twice. */
export const lookups: Migration = {
  number: 10,
  name: 'lookups',
  statements: () => [
    // Archive: all of it, an issuer's; latest first, a page at a time.
    'create index filed_form_accepted on filed_form ("organizationId", "acceptedAt" desc, id)',
    'create index filed_form_issuer_accepted on filed_form ("organizationId", "issuerId", "acceptedAt" desc, id)',
    'drop index filed_form_issuer',
    'create index filed_form_submission on filed_form ("organizationId", "submissionId")',
    'create index holding_form on holding ("organizationId", "filedFormId")',
    'create index insider_name on insider ("organizationId", name, id) where "retiredAt" is null',
    'create index role_grant_insider on role_grant ("organizationId", "insiderId")',
    'create index secret_purpose on secret ("organizationId", purpose, "subjectId") where "endedAt" is null',
    'create index submission_state_state on submission_state ("organizationId", state, "submissionId")',
  ],
}
