import { expect } from 'vitest'
import { refuse } from './answer.ts'
import { claimJobs, failJob, finishJob, type Job, jobOf, type NewJob, orderJob } from './jobs.ts'
import { settleExpiredJobs } from './sends.ts'
import { NOW, onBoth, refusal } from './testing/databases.mts'
import type { Desk } from './testing/invented.mts'

const LEASE = 1000

/** Each test has its own kind of jobs, because workers serve all organisations. */
function tools(desk: Desk) {
  const kind = `kind-${desk.organizationId}`
  const order = (key: string, more: Partial<NewJob> = {}) =>
    desk.act(async (act) => ({ value: await orderJob(act, { kind, key, payload: { key }, dueAt: NOW, ...more }) }))
  const claim = (now: number, limit = 10, worker = 'w1') =>
    claimJobs(desk.store, { worker, kinds: [kind], limit, leaseMilliseconds: LEASE }, now)
  return { kind, order, claim, state: async (key: string) => (await jobOf(desk.view, kind, key))?.state }
}

onBoth('a job ordered twice is one, and comes with the act that orders it or not at all', async (desk) => {
  const { kind, order, claim } = tools(desk)
  const first = await order('a')
  expect((await order('a', { payload: { other: true } })).id).toBe(first.id)
  await desk.attempt(async (act) => {
    await orderJob(act, { kind, key: 'b', payload: {}, dueAt: NOW })
    return refuse('D403', 'x')
  })
  expect(await claim(NOW)).toMatchObject([{ key: 'a', payload: { key: 'a' }, attempts: 1, leaseUntil: NOW + LEASE }])
})

onBoth('jobs are taken when due, those due longest first, each by one worker', async (desk) => {
  const { order, claim } = tools(desk)
  for (let index = 0; index < 30; index++) await order(`j${index}`, { dueAt: NOW + 30 - index })
  expect(await claim(NOW)).toEqual([])
  expect((await claim(NOW + 2)).map(({ key }) => key)).toEqual(['j29', 'j28'])
  const taken = await Promise.all(Array.from({ length: 6 }, (_, worker) => claim(NOW + 99, 5, `w${worker}`)))
  const rest = await claim(NOW + 99, 99)
  const keys = [...taken.flat(), ...rest].map(({ key }) => key)
  expect(keys).toHaveLength(28)
  expect(new Set(keys).size).toBe(28)
})

onBoth('a failed job is tried again later, until it has failed for good', async (desk) => {
  const { order, claim, state } = tools(desk)
  await order('a', { mostAttempts: 2 })
  const [first] = (await claim(NOW)) as [Job]
  await desk.act((act) => failJob(act, first, { why: 'down' }, NOW + 50))
  expect(await claim(NOW + 49)).toEqual([])
  const [second] = (await claim(NOW + 50)) as [Job]
  expect(second).toMatchObject({ attempts: 2, outcome: { why: 'down' } })
  await desk.act((act) => failJob(act, second, { why: 'down' }, NOW + 90))
  expect(await state('a')).toBe('failed')
  expect(await claim(NOW + 999)).toEqual([])
})

onBoth('a job whose lease ran out goes to another; the first one’s word counts no more', async (desk) => {
  const { order, claim, state } = tools(desk)
  await order('a')
  const [first] = (await claim(NOW)) as [Job]
  await settleExpiredJobs(desk.store, NOW + LEASE - 1)
  expect(await claim(NOW + LEASE - 1)).toEqual([])
  await settleExpiredJobs(desk.store, NOW + LEASE)
  const [second] = (await claim(NOW + LEASE, 1, 'w2')) as [Job]
  expect(second).toMatchObject({ id: first.id, attempts: 2, leasedBy: 'w2' })
  expect(refusal(await desk.attempt((act) => finishJob(act, first, {})))).toBe('D412')
  await desk.act((act) => finishJob(act, second, { done: true }))
  expect(await state('a')).toBe('done')
  expect(refusal(await desk.attempt((act) => finishJob(act, second, {})))).toBe('D412')
})

onBoth('what is only done once is lost with its lease, and never taken again', async (desk) => {
  const { order, claim, state } = tools(desk)
  await order('a', { onlyOnce: true })
  await claim(NOW)
  await settleExpiredJobs(desk.store, NOW + LEASE)
  expect(await state('a')).toBe('lost')
  expect(await claim(NOW + 10 * LEASE)).toEqual([])
  expect((await order('a', { onlyOnce: true })).state).toBe('lost')
})
