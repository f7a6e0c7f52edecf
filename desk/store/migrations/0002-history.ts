import { appendOnly, type Migration, plainTable, recordTable } from './words.ts'

/** What happened, chained by hashes, and what is to be done: both written with the record that causes them. */
export const history: Migration = {
  number: 2,
  name: 'history',
  statements: (words) => [
    ...(words.kind === 'postgresql'
      ? [
          `create function append_only() returns trigger language plpgsql as
            $$ begin raise exception '% is append-only', tg_table_name; end $$`,
        ]
      : []),
    plainTable(words, 'audit_chain', [
      'length integer not null',
      'hash text not null',
      'primary key ("organizationId")',
    ]),
    plainTable(words, 'audit_entry', [
      'number integer not null',
      'at moment not null',
      '"by" text not null',
      'action text not null',
      'subject text not null',
      '"subjectId" text not null',
      'detail text not null',
      '"previousHash" text not null',
      'hash text not null',
      'primary key ("organizationId", number)',
    ]),
    'create index audit_entry_subject on audit_entry ("organizationId", subject, "subjectId", number)',
    ...appendOnly(words, 'audit_entry'),
    recordTable(words, 'job', [
      'kind text not null',
      'key text not null',
      'payload text not null',
      '"onlyOnce" integer not null',
      'state text not null',
      'attempts integer not null',
      '"mostAttempts" integer not null',
      '"dueAt" moment not null',
      '"leasedBy" text',
      '"leaseUntil" moment',
      '"createdAt" moment not null',
      '"endedAt" moment',
      'outcome text',
      'unique ("organizationId", kind, key)',
    ]),
    `create index job_due on job ("dueAt") where state = 'waiting'`,
    `create index job_lease on job ("leaseUntil") where state = 'leased'`,
  ],
}
