import { type Act, newId, type View } from './act.ts'
import { type Answer, type Refusal, refuse } from './answer.ts'
import { canonicalJson, type Json } from './canonicalJson.ts'
import type { Store } from './open.ts'
import type { JobTable } from './tables/history.ts'

/** Work to be done later, at least once, or (`onlyOnce`) at most once. */
export interface NewJob {
  kind: string
  /** The same kind and key ordered again is the same job. */
  key: string
  payload: Json
  /** Not before this moment. */
  dueAt: number
  onlyOnce?: boolean
  /** How often it is tried before it has failed; 10 unless given, 1 for what is only done once. */
  mostAttempts?: number
}

export type Job = Omit<JobTable, 'payload' | 'outcome'> & { payload: Json; outcome: Json }

const MOST_ATTEMPTS = 10

/** Orders a job in the transaction of what causes it; the one there is when it was ordered before. */
export async function orderJob(act: Act, job: NewJob): Promise<Job> {
  const { kind, key, dueAt, onlyOnce = false } = job
  const { db, organizationId, at } = act
  const row: JobTable = {
    organizationId,
    id: newId(),
    kind,
    key,
    payload: canonicalJson(job.payload),
    onlyOnce: onlyOnce ? 1 : 0,
    state: 'waiting',
    attempts: 0,
    mostAttempts: job.mostAttempts ?? (onlyOnce ? 1 : MOST_ATTEMPTS),
    dueAt,
    leasedBy: null,
    leaseUntil: null,
    createdAt: at,
    endedAt: null,
    outcome: null,
  }
  await db
    .insertInto('job')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const ordered = db.selectFrom('job').selectAll().where('organizationId', '=', organizationId)
  return shown(await ordered.where('kind', '=', kind).where('key', '=', key).executeTakeFirstOrThrow())
}

/** Who takes jobs: a name of the worker, what it can do, how many at once, and for how long it holds them. */
export interface Claim {
  worker: string
  kinds: readonly string[]
  limit: number
  leaseMilliseconds: number
}

/**
 * Takes due jobs of all organisations, those due longest first. No job is taken by two workers: PostgreSQL passes over
 * rows that another is taking (SKIP LOCKED), SQLite lets one writer in at a time. `now` in milliseconds UTC.
 */
export async function claimJobs(store: Store, claim: Claim, now: number): Promise<Job[]> {
  const { worker, kinds, limit, leaseMilliseconds } = claim
  const rows = await store.transaction(async (db) => {
    const due = db
      .selectFrom('job')
      .select('id')
      .where('state', '=', 'waiting')
      .where('dueAt', '<=', now)
      .where('kind', 'in', [...kinds])
      .orderBy('dueAt')
      .orderBy('id')
      .limit(limit)
    const ids = await (store.kind === 'postgresql' ? due.forUpdate().skipLocked() : due).execute()
    if (ids.length === 0) return []
    return db
      .updateTable('job')
      .set(({ eb }) => ({
        state: 'leased' as const,
        attempts: eb('attempts', '+', 1),
        leasedBy: worker,
        leaseUntil: now + leaseMilliseconds,
      }))
      .where(
        'id',
        'in',
        ids.map(({ id }) => id),
      )
      .returningAll()
      .execute()
  })
  return rows.map(shown).sort((a, b) => a.dueAt - b.dueAt || (a.id < b.id ? -1 : 1))
}

/** The job is done. D412 when this worker does not hold it any more: then another did or does it. */
export async function finishJob(act: Act, job: Job, outcome: Json): Promise<Answer<Job>> {
  return leave(act, job, { state: 'done', endedAt: act.at, outcome: canonicalJson(outcome) })
}

/** This attempt failed: the next is at `retryAt`, unless it was the last. D412 as above. */
export async function failJob(act: Act, job: Job, why: Json, retryAt: number): Promise<Answer<Job>> {
  const outcome = canonicalJson(why)
  const last = job.attempts >= job.mostAttempts
  return leave(
    act,
    job,
    last ? { state: 'failed', endedAt: act.at, outcome } : { state: 'waiting', dueAt: retryAt, outcome },
  )
}

/** D412, unless the job is held as it was taken, and the lease has not run out. */
export async function unlessHeld(act: Act, job: Job): Promise<Refusal | undefined> {
  const held = await row(act, job).where('leaseUntil', '>', act.at).executeTakeFirst()
  return held ? undefined : lost(job)
}

/** Jobs of any organisation whose lease ran out. */
export async function expiredJobs(store: Store, now: number): Promise<Job[]> {
  const rows = await store.kysely
    .selectFrom('job')
    .selectAll()
    .where('state', '=', 'leased')
    .where('leaseUntil', '<=', now)
    .orderBy('leaseUntil')
    .orderBy('id')
    .execute()
  return rows.map(shown)
}

/**
 * What becomes of a job whose worker went silent: `waiting` again, `failed` after the last attempt, `lost` when it is
 * only done once. D412 when the worker answered after all.
 */
export async function expireJob(act: Act, job: Job): Promise<Answer<Job>> {
  const outcome = canonicalJson({ leaseRanOut: job.leasedBy })
  if (job.onlyOnce === 1) return leave(act, job, { state: 'lost', endedAt: act.at, outcome })
  return failJob(act, job, { leaseRanOut: job.leasedBy }, act.at)
}

/** Lets a job go that was taken and provably not begun: as if it had not been taken. D412 as above. */
export async function returnJob(act: Act, job: Job): Promise<Answer<Job>> {
  return leave(act, job, { state: 'waiting', attempts: job.attempts - 1 })
}

/** One job by what it is for; `undefined` when nobody ordered it. */
export async function jobOf({ db, organizationId }: View, kind: string, key: string): Promise<Job | undefined> {
  const found = await db
    .selectFrom('job')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst()
  return found && shown(found)
}

/** The jobs of some kinds that were ordered last, the newest first. */
export async function newestJobs(
  { db, organizationId }: View,
  kinds: readonly string[],
  limit: number,
): Promise<Job[]> {
  const rows = await db
    .selectFrom('job')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('kind', 'in', [...kinds])
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(shown)
}

async function leave(act: Act, job: Job, changed: Partial<JobTable>): Promise<Answer<Job>> {
  if (!(await row(act, job).executeTakeFirst())) return lost(job)
  const updated = await act.db
    .updateTable('job')
    .set({ leasedBy: null, leaseUntil: null, ...changed })
    .where('organizationId', '=', act.organizationId)
    .where('id', '=', job.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return { value: shown(updated) }
}

/** The job's row while it is held as it was taken: by this worker, in this attempt, under this lease. */
function row({ db, organizationId }: Act, { id, attempts, leasedBy, leaseUntil }: Job) {
  return db
    .selectFrom('job')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .where('state', '=', 'leased')
    .where('attempts', '=', attempts)
    .where('leasedBy', '=', leasedBy)
    .where('leaseUntil', '=', leaseUntil)
}

function lost({ id, kind }: Job): Refusal {
  return refuse('D412', `job/${id}`, { kind })
}

function shown(row: JobTable): Job {
  return { ...row, payload: JSON.parse(row.payload) as Json, outcome: JSON.parse(row.outcome ?? 'null') as Json }
}
