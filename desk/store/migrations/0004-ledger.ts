import { appendOnly, type Migration, plainTable, recordTable, refers } from './words.ts'

const MADE = ['"createdBy" text not null', '"createdAt" moment not null']
const RETIRED = ['"retiredBy" text', '"retiredAt" moment']

/** The libraries, and what happened with its facts. */
export const ledger: Migration = {
  number: 4,
  name: 'ledger',
  statements: (words) => [
    recordTable(words, 'library_security', [
      '"issuerId" text not null',
      '"table" text not null',
      'title text not null',
      '"underlyingTitle" text',
      'terms text not null',
      ...MADE,
      ...RETIRED,
      refers('issuerId', 'issuer'),
    ]),
    `create unique index library_security_title on library_security ("organizationId", "issuerId", "table", title)
      where "retiredAt" is null`,
    recordTable(words, 'library_footnote', [
      '"issuerId" text',
      'name text not null',
      'text text not null',
      ...MADE,
      ...RETIRED,
      refers('issuerId', 'issuer'),
    ]),
    recordTable(words, 'event', [
      '"issuerId" text not null',
      'recipe text not null',
      'day text not null',
      ...MADE,
      refers('issuerId', 'issuer'),
    ]),
    'create index event_issuer on event ("organizationId", "issuerId")',
    plainTable(words, 'event_insider', [
      '"eventId" text not null',
      '"insiderId" text not null',
      'primary key ("organizationId", "eventId", "insiderId")',
      refers('eventId', 'event'),
      refers('insiderId', 'insider'),
    ]),
    plainTable(words, 'event_fact', [
      '"eventId" text not null',
      'number integer not null',
      '"insiderId" text',
      'name text not null',
      'value text not null',
      '"by" text not null',
      'at moment not null',
      'primary key ("organizationId", "eventId", number)',
      refers('eventId', 'event'),
      refers('insiderId', 'insider'),
    ]),
    ...appendOnly(words, 'event_fact'),
  ],
}
