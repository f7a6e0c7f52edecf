import { expect } from 'vitest'
import { historyOf } from './audit.ts'
import { calendarFeedBy, calendarFeedOf, makeCalendarFeed, revokeCalendarFeed } from './calendarFeeds.ts'
import { onBoth, refusal } from './testing/databases.mts'

onBoth('an address of a calendar is kept as its hash, replaced by the next, and revoked', async (desk) => {
  const { store, view, userId, act, attempt } = desk
  const first = await act(makeCalendarFeed)
  expect(first.token).toMatch(/^[\w-]{43}$/)
  expect(JSON.stringify(await store.kysely.selectFrom('calendar_feed').selectAll().execute())).not.toContain(
    first.token,
  )
  expect((await calendarFeedBy(store.kysely, first.token))?.userId).toBe(userId)
  expect(await calendarFeedBy(store.kysely, first.feed.tokenHash)).toBeUndefined()
  const second = await act(makeCalendarFeed, 1)
  expect(await calendarFeedBy(store.kysely, first.token)).toBeUndefined()
  expect((await calendarFeedOf(view, userId))?.id).toBe(second.feed.id)
  await act(revokeCalendarFeed, 2)
  expect(await calendarFeedBy(store.kysely, second.token)).toBeUndefined()
  expect(refusal(await attempt(revokeCalendarFeed, 3))).toBe('D404')
  const told = await historyOf(view, 'user', userId)
  expect(told.map(({ action }) => action).filter((action) => action.startsWith('calendarFeed'))).toEqual([
    'calendarFeed.made',
    'calendarFeed.made',
    'calendarFeed.revoked',
  ])
  expect(JSON.stringify(told)).not.toContain(second.token)
})
