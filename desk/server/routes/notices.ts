import { randomUUID } from 'node:crypto'
import { type Job, newestJobs, type View } from '../../store/index.ts'
import { type Api, addRoute, type Desk, type Request } from '../context.ts'
import * as contract from '../contract/index.ts'
import { decline } from '../declined.ts'
import { isDemonstration } from '../filing/organization.ts'
import { nameOf } from '../forms/records.ts'
import { MAIL, NOBODY, orderNotice, WEBHOOK } from '../notices/deliver.ts'
import type { Notice } from '../notices/notice.ts'

const MOST_SHOWN = 200

/** What was told by e-mail and webhook, for who administers. */
export function addNoticeRoutes(api: Api, desk: Desk): void {
  const channels = { mail: desk.mail !== undefined, webhook: desk.webhook !== undefined }
  const shown = async ({ view }: Request) => {
    const jobs = await newestJobs(view, [MAIL, WEBHOOK], MOST_SHOWN)
    return { channels, notices: await Promise.all(jobs.map((job) => noticeShown(view, job))) }
  }
  addRoute(api, desk, contract.getNotices, async (c) => c.json(await shown(c.get('request')), 200))
  addRoute(api, desk, contract.postNoticeTest, async (c) => {
    const request = c.get('request')
    const { view, organizationId, by, at } = request
    if (!(channels.mail || channels.webhook)) throw decline(422, 'D550', 'notices')
    if (await isDemonstration(view)) throw decline(422, 'D551', 'notices')
    await orderNotice(desk, organizationId, testFor(by), at)
    return c.json(await shown(request), 202)
  })
}

function testFor(userId: string): Notice {
  return {
    kind: 'test',
    key: `test/${randomUUID()}`,
    title: 'section16 desk',
    moment: null,
    waitingFor: null,
    who: [],
    page: 'notices',
    to: [userId],
    isUrgent: true,
  }
}

async function noticeShown(view: View, job: Job) {
  const { id, kind, key, state, attempts, createdAt, endedAt } = job
  const { userId } = job.payload as { userId?: string }
  const { failure } = (job.outcome ?? {}) as { failure?: string | null }
  return {
    id,
    channel: kind as typeof MAIL | typeof WEBHOOK,
    key,
    to: userId === undefined ? null : await nameOf(view, userId),
    state: stateOf(state, failure),
    attempts,
    orderedAt: createdAt,
    endedAt,
    failure: failure ?? null,
  }
}

function stateOf(state: Job['state'], failure: string | null | undefined): 'waiting' | 'sent' | 'failed' | 'dropped' {
  if (state === 'done') return failure === NOBODY ? 'dropped' : 'sent'
  return state === 'failed' || state === 'lost' ? 'failed' : 'waiting'
}
