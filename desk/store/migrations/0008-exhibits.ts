import { type Migration, recordTable, refers } from './words.ts'

/** Files that go with a draft, and whether the signers of a power of attorney sign alone, as all did before, or together. */
export const exhibits: Migration = {
  number: 8,
  name: 'exhibits',
  statements: (words) => [
    `alter table power_of_attorney add column acting text not null default 'severally'`,
    recordTable(words, 'draft_attachment', [
      '"draftId" text not null',
      'name text not null',
      'type text not null',
      'description text',
      '"mediaType" text not null',
      'bytes bytes not null',
      '"bytesHash" text not null',
      '"createdBy" text not null',
      '"createdAt" moment not null',
      '"endedBy" text',
      '"endedAt" moment',
      refers('draftId', 'draft'),
    ]),
    'create index draft_attachment_draft on draft_attachment ("organizationId", "draftId")',
  ],
}
