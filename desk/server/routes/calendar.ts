import { calendarFeedBy, calendarFeedOf, grantsOf, makeCalendarFeed, revokeCalendarFeed } from '../../store/index.ts'
import { allowing } from '../access.ts'
import { PEER } from '../auth.ts'
import { type Api, addRoute, type Desk } from '../context.ts'
import * as contract from '../contract/index.ts'
import { decline, notThere } from '../declined.ts'
import { workOf } from '../forms/work.ts'
import { Rate } from '../rate.ts'
import { Scope } from '../scope.ts'
import { CALENDAR_HEADERS, calendarOf } from './calendarText.ts'

const HOUR = 3_600_000
/** A calendar program asks a few times an hour; each reading looks at every open draft. */
const MOST_AN_HOUR = 60
/** From one address, of however many calendars: a company's people may share it. */
const MOST_AN_HOUR_FROM = 600

/** Where a calendar is read: the rest of the address is the secret. */
const FEED = '/calendar'

/** The address of one's own calendar, and what is read there. */
export function addCalendarRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.getCalendarFeed, async (c) => {
    const { view, by } = c.get('request')
    return c.json({ feed: feedShown(await calendarFeedOf(view, by)) }, 200)
  })
  addRoute(api, desk, contract.postCalendarFeed, async (c) => {
    const { feed, token } = await c.get('request').act(makeCalendarFeed)
    return c.json({ url: `${desk.origin}${FEED}/${token}.ics`, since: feed.createdAt }, 201)
  })
  addRoute(api, desk, contract.deleteCalendarFeed, async (c) => {
    await c.get('request').act(revokeCalendarFeed)
    return c.json({ feed: null }, 200)
  })
  addFeed(api, desk)
}

function feedShown(feed: { createdAt: number } | undefined) {
  return feed ? { since: feed.createdAt } : null
}

/**
 * No session and no cookie: whoever has the address reads what its person may see now, and nothing else of the desk. An
 * address that is none, one that was revoked, and one whose person lost every role look the same.
 */
function addFeed(api: Api, { store, clock, edgar: { loginCik } }: Desk): void {
  const byAddress = new Rate(MOST_AN_HOUR_FROM, HOUR, clock)
  const byFeed = new Rate(MOST_AN_HOUR, HOUR, clock)
  const unlessTooOften = (seconds: number | undefined) => {
    if (seconds !== undefined) throw decline(429, 'D506', 'calendar', { seconds })
  }
  api.get(`${FEED}/:file`, async (c) => {
    unlessTooOften(byAddress.ask(c.req.header(PEER) ?? 'unknown'))
    const [, token] = /^([\w-]{43})\.ics$/.exec(c.req.param('file')) ?? []
    const feed = token === undefined ? undefined : await calendarFeedBy(store.kysely, token)
    if (!feed) throw notThere('calendar')
    unlessTooOften(byFeed.ask(feed.id))
    const view = store.view(feed.organizationId)
    const allowed = allowing('getCalendar', await grantsOf(view, feed.userId))
    if (allowed.length === 0) throw notThere('calendar')
    const at = clock()
    const items = await workOf(view, new Scope(view, allowed), { by: feed.userId, at, loginCik })
    return c.body(calendarOf(items, at, feed.organizationId), 200, { ...CALENDAR_HEADERS, 'cache-control': 'no-store' })
  })
}
