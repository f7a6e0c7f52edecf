/** What the desk does by itself: sends, and asks what became of what was sent. */
import { randomUUID } from 'node:crypto'
import { claimJobs, type Job, SEND, settleExpiredJobs } from '../../store/index.ts'
import type { DeskConfiguration } from '../configuration.ts'
import { POLL, poll } from './poll.ts'
import { send } from './send.ts'

const AT_ONCE = 4
const CALL_MS = 60_000
/** A job's calls (whether it is a rehearsal, the send itself) have ended, answer or not, well before this. */
const LEASE_MS = 5 * CALL_MS

export interface Worker {
  /** Does what is due now, and gives how many jobs that were. Never throws: what fails is tried again or settled. */
  tick: () => Promise<number>
}

/**
 * A worker of its own name; several, also of several processes, may work on one database. `sent` is called when a send
 * has ended, however it did.
 */
export function startWorker(
  config: Pick<DeskConfiguration, 'store' | 'edgar'> & { edgar: { timeoutMs?: number } },
  clock: () => number,
  failed: (error: unknown) => void,
  sent: () => void,
): Worker {
  const worker = `desk-${randomUUID()}`
  const doing = { store: config.store, edgar: { timeoutMs: CALL_MS, ...config.edgar } }
  const done = async (job: Job) => {
    try {
      await (job.kind === SEND ? send(doing, job, clock) : poll(doing, job, clock))
    } catch (error) {
      // The lease runs out, and then the job is settled: a send that had begun is never repeated.
      failed(error)
    }
    if (job.kind === SEND) sent()
  }
  return {
    async tick() {
      const unknown = await settleExpiredJobs(doing.store, clock())
      if (unknown.length > 0) sent()
      const claim = { worker, kinds: [SEND, POLL], limit: AT_ONCE, leaseMilliseconds: LEASE_MS }
      const jobs = await claimJobs(doing.store, claim, clock())
      await Promise.all(jobs.map(done))
      return jobs.length
    },
  }
}
