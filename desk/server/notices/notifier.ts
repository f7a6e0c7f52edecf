/** Tells people by e-mail and webhook what they have to do; a worker of its own, so that no mail server delays a filing. */
import { randomUUID } from 'node:crypto'
import { claimJobs, type Job } from '../../store/index.ts'
import type { DeskConfiguration } from '../configuration.ts'
import { isMarked } from '../filing/organization.ts'
import type { Worker } from '../filing/worker.ts'
import { deliver, MAIL, orderNotice, WEBHOOK } from './deliver.ts'
import { noticesOf } from './watch.ts'

/** How often it looks whether there is something to tell. */
const LOOK_MS = 60_000
const AT_ONCE = 4
/** A delivery has ended, taken or not, well before this. */
const LEASE_MS = 5 * 60_000

export interface Notifier extends Worker {
  /** Lets the next tick look at once, and not only when a minute has passed. */
  wake: () => void
}

/**
 * Nothing is looked at and nothing sent unless e-mail or a webhook is configured, and of a demonstration never. What is
 * to be told follows from the records alone, so a server that was killed tells it when it is there again; what was
 * ordered is a job, which is taken again when its server went silent.
 */
export function startNotifier(
  config: Pick<DeskConfiguration, 'store' | 'origin' | 'mail' | 'webhook'>,
  clock: () => number,
  failed: (error: unknown) => void,
): Notifier {
  const { store, mail, webhook } = config
  const worker = `notices-${randomUUID()}`
  const kinds = [...(mail ? [MAIL] : []), ...(webhook ? [WEBHOOK] : [])]
  let lookAt = 0
  const look = async () => {
    for (const { id, metadata } of await store.kysely.selectFrom('organization').select(['id', 'metadata']).execute()) {
      if (isMarked(metadata)) continue
      for (const notice of await noticesOf(store.view(id), clock())) await orderNotice(config, id, notice, clock())
    }
  }
  const done = (job: Job) => deliver(config, job, clock).catch(failed)
  return {
    wake: () => {
      lookAt = 0
    },
    async tick() {
      if (kinds.length === 0) return 0
      if (clock() >= lookAt) {
        lookAt = clock() + LOOK_MS
        await look().catch(failed)
      }
      const jobs = await claimJobs(store, { worker, kinds, limit: AT_ONCE, leaseMilliseconds: LEASE_MS }, clock())
      await Promise.all(jobs.map(done))
      return jobs.length
    },
  }
}
