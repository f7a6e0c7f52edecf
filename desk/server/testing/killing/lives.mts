/**
 * A desk that lives, is killed and lives again, at the same records: after each death everything acknowledged is there,
 * nothing twice, and the other side was sent nothing twice.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { open, type Store } from '../../../store/index.ts'
import type { PostgresqlServer } from '../../../store/testing/postgresqlServer.mts'
import { Record } from './acknowledged.mts'
import { compare } from './checks.mts'
import { type DeskConfig, storeOf } from './deskConfiguration.mts'
import { takenBy } from './edgarLog.mts'
import { Life, ORDER } from './load.mts'
import { type Running, startAndKill, startProgram } from './processes.mts'
import type { Setting } from './setting.mts'

/** What happened, added up. */
export interface Tally {
  kills: number
  /** Of them while the desk was starting, not under load. */
  startingKills: number
  /** Of them together with PostgreSQL. */
  crashes: number
  asked: number
  acknowledged: number
  /** Answers by which the desk said that it failed: only where it lost its PostgreSQL. */
  failures: number
  /** Being sent when the desk was killed. */
  cutOff: number
  /** Ended `outcomeUnknown`, whether by a kill or by what the rehearsal did. */
  unknown: number
  foundFiled: number
  foundNotFiled: number
  taken: number
}

export const NOTHING: Tally = {
  kills: 0,
  startingKills: 0,
  crashes: 0,
  asked: 0,
  acknowledged: 0,
  failures: 0,
  cutOff: 0,
  unknown: 0,
  foundFiled: 0,
  foundNotFiled: 0,
  taken: 0,
}

/** A lease of the worker's, and a little: then the next worker looks after what the last one left. */
const AFTER_LEASE_MS = 301_000
const SETTLING_MS = 30_000
/** A desk is killed after at most so many answers more than the first, and then at most so many milliseconds. */
const MOST_ANSWERS = 80
const MOST_MS = 60
const LONGEST_LIFE_MS = 30_000
const STARTING_MS = 1500
const LOOK_MS = 20
const STARTING_SHARE = 0.1
const CRASH_SHARE = 0.1

/** What the rehearsal does to calls; `other`: it is asked what became of something. */
const FAULTS = [
  { kind: 'loseAnswer' },
  { kind: 'loseAnswer', times: 2 },
  { kind: 'dropBeforeTaking' },
  { kind: 'neverAnswer' },
  { kind: 'garbleAnswer' },
  { kind: 'serverError' },
  { kind: 'gateway' },
  { kind: 'reject' },
  { kind: 'answerLate', ms: 200, times: 2 },
  { kind: 'answerLate', ms: 300, times: 3 },
  { kind: 'dropBeforeTaking', on: 'other' },
  { kind: 'answerLate', on: 'other', ms: 150, times: 3 },
]

/**
 * Kills a desk so many times under load. Gives what happened and what is wrong; `server`: its PostgreSQL, which is killed
 * too at times.
 */
export async function killManyTimes(setting: Setting, kills: number, server?: PostgresqlServer) {
  const record = new Record()
  const tally = { ...NOTHING }
  const faults: string[] = []
  let asked = 0
  for (let number = 0; number <= kills; number++) {
    const { desk, bornAt, startingKills } = await start(setting)
    tally.startingKills += startingKills
    const checked = await checkAfterDeath(setting, record, asked, bornAt)
    asked = record.all.length
    const life = new Life(setting, record, `l${number}`, checked.unknown)
    if (number === 0) await life.begin()
    checked.faults.push(...(await life.unknownFirst(checked.unknown)))
    if (number < kills) {
      const before = record.failures
      const crashes = await liveAndDie(life, record, setting, desk, server)
      const failures = record.failures - before
      if (crashes === 0 && failures > 0) checked.faults.push(`it failed ${failures} times and had its database`)
      tally.crashes += crashes
    } else await desk.kill()
    faults.push(...[...checked.faults, ...complaintsOf(desk, server)].map((fault) => `life ${number}: ${fault}`))
  }
  const { faults: last, ...ends } = await lastCheck(setting, record)
  return { faults: [...faults, ...last], tally: { ...tally, kills, ...ends } }
}

/** A desk that loses its PostgreSQL says so; else there is nothing to complain of. */
function complaintsOf(desk: Running, server: PostgresqlServer | undefined): string[] {
  return server || desk.complaints() === '' ? [] : [desk.complaints()]
}

/** Starts the desk after the lease of the last one has run out; at times it is killed while it starts, and started anew. */
async function start(setting: Setting) {
  const isKilled = setting.random() < STARTING_SHARE
  if (isKilled) await startAndKill('deskProgram.mts', await afterLease(setting), setting.random() * STARTING_MS)
  const config = await afterLease(setting)
  const bornAt = Date.now() + config.aheadMs
  return { desk: await startProgram('deskProgram.mts', config), bornAt, startingKills: isKilled ? 1 : 0 }
}

async function afterLease({ database, port, rehearsal, advance, aheadMs }: Setting): Promise<DeskConfig> {
  await advance(AFTER_LEASE_MS)
  return { database, port, edgar: rehearsal.url, aheadMs: await aheadMs() }
}

async function opened({ database }: Setting): Promise<Store> {
  const answer = await open(storeOf(database), Date.now())
  if ('refused' in answer) throw new Error(JSON.stringify(answer.refused))
  return answer.value
}

/** Looks at the records while the new desk runs: it was the first to open them after the death. */
async function checkAfterDeath(setting: Setting, record: Record, asked: number, bornAt: number) {
  const store = await opened(setting)
  try {
    const { cutOff, faults } = await compare(store, setting, bornAt)
    faults.push(...(await record.faults(store.kysely, record.all.slice(asked))))
    const until = Date.now() + SETTLING_MS
    let now = await compare(store, setting, bornAt)
    while (now.cutOff.length > 0 && Date.now() < until) {
      await wait(LOOK_MS)
      now = await compare(store, setting, bornAt)
    }
    const unsettled = cutOff.filter((id) => !now.unknown.includes(id))
    return {
      faults: [...faults, ...unsettled.map((id) => `${id} was cut off and is not unknown`)],
      unknown: now.unknown,
    }
  } finally {
    await store.close()
  }
}

/** Lets people work and kills the desk in the midst of it. Gives how often PostgreSQL was killed too. */
async function liveAndDie(
  life: Life,
  record: Record,
  setting: Setting,
  desk: Running,
  server: PostgresqlServer | undefined,
): Promise<number> {
  const { random, pick } = setting
  await setting.setFaults(Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(FAULTS)))
  const working = life.run()
  const enough = record.acknowledged + Math.floor(random() * MOST_ANSWERS)
  const until = Date.now() + LONGEST_LIFE_MS
  while (record.acknowledged < enough && Date.now() < until) await wait(1)
  await wait(random() * MOST_MS)
  const isCrash = server !== undefined && random() < CRASH_SHARE
  if (isCrash) {
    await server.crash()
    await wait(random() * MOST_MS)
  }
  await desk.kill()
  await working
  if (isCrash) await server.start()
  return isCrash ? 1 : 0
}

/** All that was ever asked, once more, and how the unknown outcomes ended. */
async function lastCheck(setting: Setting, record: Record) {
  const store = await opened(setting)
  const faults = await record.faults(store.kysely)
  const orders = record.all.filter(({ what, answer }) => what.startsWith(`${ORDER} `) && answer !== 'declined')
  const submissions = await store.kysely.selectFrom('submission').select('id').execute()
  if (submissions.length > orders.length) faults.push(`${submissions.length} submissions of ${orders.length} orders`)
  const rows = await store.kysely.selectFrom('submission_state').select(['state', 'detail']).execute()
  await store.close()
  const states = rows.map(({ state, detail }) => ({ state, detail: JSON.parse(detail) }))
  const unknown = states.filter(({ state }) => state === 'outcomeUnknown')
  const resolved = states.filter(({ state }) => state === 'resolved')
  const filed = resolved.filter(({ detail }) => detail.filed === true)
  return {
    faults,
    asked: record.all.length,
    acknowledged: record.acknowledged,
    failures: record.failures,
    cutOff: unknown.filter(({ detail }) => detail.leaseRanOut !== undefined).length,
    unknown: unknown.length,
    foundFiled: filed.length,
    foundNotFiled: resolved.length - filed.length,
    taken: takenBy(setting.journal).length,
  }
}
