import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { type Act, made, newId, type View } from './act.ts'
import { type Answer, notFound } from './answer.ts'
import { record } from './audit.ts'
import { sha256 } from './canonicalJson.ts'
import type { Tables } from './tables/index.ts'
import type { CalendarFeedTable } from './tables/people.ts'

const TOKEN_BYTES = 32

/**
 * A new address for the acting person's calendar, in place of the one before. `token` (256 bits at random, base64url)
 * is told here and never again: only its hash is kept.
 */
export async function makeCalendarFeed(act: Act): Promise<Answer<{ feed: CalendarFeedTable; token: string }>> {
  await endFeed(act)
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const { organizationId, by: userId } = act
  const ended = { endedBy: null, endedAt: null }
  const feed = { organizationId, id: newId(), userId, tokenHash: sha256(token), ...made(act), ...ended }
  await act.db.insertInto('calendar_feed').values(feed).execute()
  await record(act, 'calendarFeed.made', 'user', userId, { feed: feed.id })
  return { value: { feed, token } }
}

/** Ends the acting person's address: nothing is read there any more. D404 when there is none. */
export async function revokeCalendarFeed(act: Act): Promise<Answer<CalendarFeedTable>> {
  const feed = await calendarFeedOf(act, act.by)
  if (!feed) return notFound('calendar_feed', act.by)
  await endFeed(act)
  await record(act, 'calendarFeed.revoked', 'user', act.by, { feed: feed.id })
  return { value: { ...feed, endedBy: act.by, endedAt: act.at } }
}

/** A person's address that holds; `undefined` when there is none. */
export async function calendarFeedOf(
  { db, organizationId }: View,
  userId: string,
): Promise<CalendarFeedTable | undefined> {
  return db
    .selectFrom('calendar_feed')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('userId', '=', userId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
}

/** Whose calendar an address is, in which organisation; `undefined` when it is none, or none any more. */
export async function calendarFeedBy(kysely: Kysely<Tables>, token: string): Promise<CalendarFeedTable | undefined> {
  return kysely
    .selectFrom('calendar_feed')
    .selectAll()
    .where('tokenHash', '=', sha256(token))
    .where('endedAt', 'is', null)
    .executeTakeFirst()
}

async function endFeed({ db, organizationId, by, at }: Act): Promise<void> {
  await db
    .updateTable('calendar_feed')
    .set({ endedBy: by, endedAt: at })
    .where('organizationId', '=', organizationId)
    .where('userId', '=', by)
    .where('endedAt', 'is', null)
    .execute()
}
