import { createRoute, z } from '@hono/zod-openapi'
import { answer, base, Id, inOrganization, Moment, problems } from './words.ts'

export const CalendarFeed = z
  .object({ since: Moment })
  .nullable()
  .openapi('CalendarFeed', { description: 'That there is an address of one’s own; null where there is none.' })

export const getCalendarFeed = createRoute({
  operationId: 'getCalendarFeed',
  method: 'get',
  path: `${base}/calendar-feed`,
  summary: 'Whether your calendar can be read by an address of its own',
  request: { params: inOrganization() },
  responses: { 200: answer(z.object({ feed: CalendarFeed }), 'Whether there is one.'), ...problems },
})

export const postCalendarFeed = createRoute({
  operationId: 'postCalendarFeed',
  method: 'post',
  path: `${base}/calendar-feed`,
  summary: 'A secret address at which your calendar is read without signing in; the one before ends',
  request: { params: inOrganization() },
  responses: {
    201: answer(z.object({ url: z.url(), since: Moment }), 'The address, told this once.'),
    ...problems,
  },
})

export const deleteCalendarFeed = createRoute({
  operationId: 'deleteCalendarFeed',
  method: 'delete',
  path: `${base}/calendar-feed`,
  summary: 'End the address of your calendar',
  request: { params: inOrganization() },
  responses: { 200: answer(z.object({ feed: CalendarFeed }), 'Ended.'), ...problems },
})

export const SentNotice = z
  .object({
    id: Id,
    channel: z.enum(['mail', 'webhook']),
    /** What it is about: a kind, and of what. */
    key: z.string(),
    /** The name of the person; null of a webhook. */
    to: z.string().nullable(),
    /** `waiting`: to be sent, or, after an attempt, to be tried again. `dropped`: the person has no role any more. */
    state: z.enum(['waiting', 'sent', 'failed', 'dropped']),
    attempts: z.int(),
    orderedAt: Moment,
    endedAt: Moment.nullable(),
    /** Why the last attempt failed: a code. */
    failure: z.string().nullable(),
  })
  .openapi('SentNotice')

const Notices = z
  .object({
    /** Which ways are configured. */
    channels: z.object({ mail: z.boolean(), webhook: z.boolean() }),
    notices: z.array(SentNotice),
  })
  .openapi('Notices')

export const getNotices = createRoute({
  operationId: 'getNotices',
  method: 'get',
  path: `${base}/notices`,
  summary: 'The 200 notices ordered last, and what became of them',
  request: { params: inOrganization() },
  responses: { 200: answer(Notices, 'The notices.'), ...problems },
})

export const postNoticeTest = createRoute({
  operationId: 'postNoticeTest',
  method: 'post',
  path: `${base}/notices/test`,
  summary: 'Send yourself a test by every way that is configured',
  request: { params: inOrganization() },
  responses: { 202: answer(Notices, 'Ordered.'), ...problems },
})
