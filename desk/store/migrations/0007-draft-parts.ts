import { appendOnly, type Migration, plainTable, refers } from './words.ts'

/** Drafts that are numbered parts of one report, which did not fit into one form. */
export const draftParts: Migration = {
  number: 7,
  name: 'draft-parts',
  statements: (words) => [
    plainTable(words, 'draft_part', [
      '"draftId" text not null',
      '"ofDraftId" text not null',
      'number integer not null',
      'primary key ("organizationId", "draftId")',
      'unique ("organizationId", "ofDraftId", number)',
      refers('draftId', 'draft'),
      refers('ofDraftId', 'draft'),
    ]),
    ...appendOnly(words, 'draft_part'),
  ],
}
