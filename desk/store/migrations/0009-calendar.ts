import { type Migration, recordTable } from './words.ts'

/** Calendars that are read without a session, by an address that is a secret: kept as its hash alone. */
export const calendar: Migration = {
  number: 9,
  name: 'calendar',
  statements: (words) => [
    recordTable(words, 'calendar_feed', [
      '"userId" text not null references "user" (id)',
      '"tokenHash" text not null unique',
      '"createdBy" text not null',
      '"createdAt" moment not null',
      '"endedBy" text',
      '"endedAt" moment',
    ]),
    `create unique index calendar_feed_user on calendar_feed ("organizationId", "userId") where "endedAt" is null`,
  ],
}
