/** Notices as jobs: ordered once, delivered at least once, each time under the same id. */
import {
  type Act,
  type Answer,
  failJob,
  finishJob,
  grantsOf,
  type Job,
  jobOf,
  orderJob,
  record,
  type Store,
  type View,
} from '../../store/index.ts'
import type { DeskConfiguration } from '../configuration.ts'
import { DESK } from '../filing/client.ts'
import { EASTERN, writtenIn } from '../moments.ts'
import type { Notice } from './notice.ts'
import { NotTaken, post } from './webhook.ts'
import { subjectOf, textOf } from './wordings.ts'

export const MAIL = 'mail'
export const WEBHOOK = 'webhook'

export type Channels = Pick<DeskConfiguration, 'mail' | 'webhook'>

const MINUTE = 60_000
/** How long after each failure it is tried again; after the last, which is 15 hours on, it has failed. */
const PAUSES_MS = [1, 5, 15, 60, 120, 240, 480].map((minutes) => minutes * MINUTE)
const MOST_ATTEMPTS = PAUSES_MS.length + 1

interface Order {
  kind: typeof MAIL | typeof WEBHOOK
  key: string
  payload: { [name: string]: string }
}

/** Orders what has not been ordered of a notice; how many jobs that were. */
export async function orderNotice(
  { store, origin, mail, webhook }: Channels & { store: Store; origin: string },
  organizationId: string,
  notice: Notice,
  now: number,
): Promise<number> {
  const view = store.view(organizationId)
  const orders: Order[] = []
  if (mail) {
    const letter = { subject: subjectOf(notice), text: textOf(notice, origin, organizationId, now) }
    for (const userId of notice.to)
      orders.push({ kind: MAIL, key: `${notice.key}/${userId}`, payload: { userId, ...letter } })
  }
  if (webhook) orders.push({ kind: WEBHOOK, key: notice.key, payload: { body: bodyOf(notice, origin, view, now) } })
  const lacking: Order[] = []
  for (const order of orders) if (!(await jobOf(view, order.kind, order.key))) lacking.push(order)
  if (lacking.length === 0) return 0
  await store.act({ organizationId, by: DESK, at: now }, async (act) => {
    for (const order of lacking) await place(act, order, notice)
    return { value: undefined }
  })
  return lacking.length
}

async function place(act: Act, { kind, key, payload }: Order, { isUrgent, kind: of }: Notice): Promise<void> {
  // Another server may have ordered it since we looked.
  if (await jobOf(act, kind, key)) return
  const dueAt = isUrgent ? 0 : act.at
  const { id } = await orderJob(act, { kind, key, payload, dueAt, mostAttempts: MOST_ATTEMPTS })
  await record(act, 'notice.ordered', 'job', id, { channel: kind, kind: of, key })
}

/** What a webhook gets. */
function bodyOf(notice: Notice, origin: string, { organizationId }: View, now: number): string {
  const { kind, key, title, moment, waitingFor, who, page } = notice
  return JSON.stringify({
    type: `section16.${kind}`,
    timestamp: new Date(now).toISOString(),
    data: {
      organizationId,
      key,
      title,
      due: moment === null ? null : { at: new Date(moment).toISOString(), eastern: writtenIn(EASTERN, moment) },
      waitingFor,
      who,
      page: `${origin}/${organizationId}/${page}`,
    },
  })
}

/** Does a job: hands its notice over, and records that it was, or when it is tried again. */
export async function deliver(config: Channels & { store: Store }, job: Job, clock: () => number): Promise<void> {
  const { store } = config
  const { organizationId } = job
  const failure = await (job.kind === MAIL ? mailed(config, job) : posted(config, job, clock()))
  await store.act({ organizationId, by: DESK, at: clock() }, (act) => settle(act, job, failure))
}

async function settle(act: Act, job: Job, failure: string | undefined): Promise<Answer<Job>> {
  const told = { channel: job.kind, key: job.key }
  if (failure === undefined || failure === NOBODY) {
    const done = await finishJob(act, job, { failure: failure ?? null })
    if ('value' in done) await record(act, failure ? 'notice.dropped' : 'notice.sent', 'job', job.id, told)
    return done
  }
  const pause = PAUSES_MS[job.attempts - 1] ?? 0
  const failed = await failJob(act, job, { failure }, act.at + pause)
  if ('value' in failed && failed.value.state === 'failed')
    await record(act, 'notice.failed', 'job', job.id, { ...told, failure })
  return failed
}

/** Whoever was to be told has no role any more. */
export const NOBODY = 'nobody'

/** Why a mail was not handed over; `undefined` where it was. */
async function mailed({ store, mail }: Channels & { store: Store }, job: Job): Promise<string | undefined> {
  const { userId, subject, text } = job.payload as { userId: string; subject: string; text: string }
  const view = store.view(job.organizationId)
  const user = await view.db.selectFrom('user').select('email').where('id', '=', userId).executeTakeFirst()
  if (!user || (await grantsOf(view, userId)).length === 0) return NOBODY
  if (!mail) throw new Error('a mail was taken without a way to send it')
  return failureOf(() => mail({ id: job.id, to: user.email, subject, text }))
}

async function posted({ webhook }: Channels, job: Job, now: number): Promise<string | undefined> {
  const { body } = job.payload as { body: string }
  if (!webhook) throw new Error('a notice was taken without a webhook')
  return failureOf(() => post(webhook, job.id, body, now))
}

/** A word for why something failed: a code, and never what a server said, which may quote what it was sent. */
async function failureOf(doing: () => Promise<void>): Promise<string | undefined> {
  try {
    await doing()
    return undefined
  } catch (error) {
    if (error instanceof NotTaken) return `HTTP ${error.httpStatus}`
    const { code, responseCode, cause, name } = error as NodeJS.ErrnoException & { responseCode?: unknown }
    const said = code ?? (cause as NodeJS.ErrnoException | undefined)?.code ?? name
    return typeof responseCode === 'number' ? `${said} ${responseCode}` : String(said)
  }
}
