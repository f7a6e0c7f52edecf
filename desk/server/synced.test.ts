/** No acknowledgement leaves before its commit is on the disk; what is not there yet may be lost, and nothing is missed. */
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, type TestContext, test } from 'vitest'
import { open } from '../store/index.ts'
import { makePostgresql, type PostgresqlServer, postgresqlUrl } from '../store/testing/postgresqlServer.mts'
import { Record } from './testing/killing/acknowledged.mts'
import { type Database, storeOf } from './testing/killing/deskConfiguration.mts'
import { Life } from './testing/killing/load.mts'
import { freePort, startProgram } from './testing/killing/processes.mts'
import { makeSetting } from './testing/killing/setting.mts'
import { follow, trace, type Unsynced, whyNoTrace } from './testing/killing/strace.mts'

const ACTS = 20
/** Deaths, each with all that was not on the disk cut off. */
const DEATHS = 2
const ANSWERS = 30

const isWal = (path: string) => path.endsWith('.sqlite-wal') || path.includes('/pg_wal/')

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'section16-synced-'))
  // PostgreSQL may run as somebody else.
  chmodSync(folder, 0o755)
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

const sqliteIn = (folder: string): Database => ({ kind: 'sqlite', path: join(folder, 'desk.sqlite') })

/** A desk at work, traced from its first request on. `server`: its PostgreSQL, traced with it. */
async function traced(
  context: TestContext,
  folder: string,
  database: Database,
  { careless = false, server }: { careless?: boolean; server?: PostgresqlServer } = {},
) {
  const why = whyNoTrace()
  if (why !== undefined) return context.skip(why)
  const setting = await makeSetting(database, folder, await freePort(), Math.random)
  onTestFinished(() => setting.rehearsal.kill())
  const { port, rehearsal } = setting
  const config = { database, port, edgar: rehearsal.url, aheadMs: await setting.aheadMs(), careless }
  const desk = await startProgram('deskProgram.mts', config)
  onTestFinished(() => desk.kill())
  await new Life(setting, new Record(), 'before', []).begin()
  const record = new Record()
  const life = new Life(setting, record, 'traced', [])
  const helpers = server?.processes().slice(1) ?? []
  const file = join(folder, 'trace')
  const tracing = await trace([desk.pid, ...(server?.processes() ?? [])], file).catch(() =>
    context.skip('this machine does not allow strace to attach to a process'),
  )
  const stop = async () => {
    await desk.kill()
    await tracing.stop()
    return follow(file, port, isWal)
  }
  return { setting, record, life, helpers, stop }
}

test('on SQLite the log is on the disk before an answer leaves, whatever else is being done', async (context) => {
  const folder = newFolder()
  const { life, record, stop } = await traced(context, folder, sqliteIn(folder))
  for (let n = 0; n < ACTS; n++) await life.add()
  const alone = record.acknowledged
  const working = life.run()
  while (record.acknowledged < alone + ANSWERS) await new Promise((resolve) => setTimeout(resolve, 5))
  const { answers } = await stop()
  await working
  expect(record.failures).toBe(0)
  expect(answers.length).toBeGreaterThanOrEqual(record.acknowledged - 3)
  expect(answers.slice(0, ACTS).filter(({ syncs }) => syncs === 0)).toEqual([])
  expect(answers.flatMap(({ unsynced }) => unsynced)).toEqual([])
}, 900_000)

test('on PostgreSQL a commit’s own log is on the disk before an answer leaves', async (context) => {
  const folder = newFolder()
  const server = await postgresqlIn(folder, context)
  const database: Database = { kind: 'postgresql', url: postgresqlUrl(folder, 'postgres') }
  const { life, record, helpers, stop } = await traced(context, folder, database, { server })
  for (let n = 0; n < ACTS; n++) await life.add()
  const { answers } = await stop()
  expect(record.failures).toBe(0)
  expect(answers).toHaveLength(ACTS)
  expect(answers.filter(({ syncs }) => syncs === 0)).toEqual([])
  // The helpers (log writer, checkpointer) may be ahead of the disk: no commit is theirs.
  expect(answers.flatMap(({ unsynced }) => unsynced.filter(({ pid }) => !helpers.includes(pid)))).toEqual([])
}, 900_000)

async function postgresqlIn(folder: string, context: TestContext): Promise<PostgresqlServer> {
  try {
    const server = makePostgresql(folder)
    onTestFinished(() => server.stop())
    await server.start()
    return server
  } catch (error) {
    return context.skip(`PostgreSQL cannot be started here: ${String(error)}`)
  }
}

/** What is missing after a power failure in the midst of work: all that was not on the disk is gone. */
async function missing(context: TestContext, options: { careless?: boolean } = {}) {
  const folder = newFolder()
  const database = sqliteIn(folder)
  const { life, record, stop } = await traced(context, folder, database, options)
  const working = life.run()
  while (record.acknowledged < ANSWERS) await new Promise((resolve) => setTimeout(resolve, 1))
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 50))
  const { unsynced, answers } = await stop()
  await working
  lose(unsynced)
  const store = await open(storeOf(database), Date.now())
  if ('refused' in store) return { faults: [store.refused.code], answers }
  const faults = await record.faults(store.value.kysely)
  await store.value.close()
  return { faults, answers }
}

/** A log ends where it was not on the disk yet; in the database itself there is rubbish. */
function lose(unsynced: readonly Unsynced[]): void {
  for (const { path, from, until } of unsynced) {
    if (isWal(path)) truncateSync(path, Math.min(from, statSync(path).size))
    else if (path.endsWith('.sqlite')) {
      const file = openSync(path, 'r+')
      writeSync(file, Buffer.alloc(until - from, 0x5a), 0, until - from, from)
      closeSync(file)
    }
  }
}

test('what is not on the disk yet is cut off: everything acknowledged is there', async (context) => {
  for (let death = 0; death < DEATHS; death++) {
    const { faults, answers } = await missing(context)
    expect(answers.length).toBeGreaterThanOrEqual(ANSWERS - 3)
    expect(faults).toEqual([])
  }
}, 900_000)

test('a desk that does not wait for the disk is found out by both', async (context) => {
  const { faults, answers } = await missing(context, { careless: true })
  expect(answers.flatMap(({ unsynced }) => unsynced)).not.toEqual([])
  expect(faults).not.toEqual([])
}, 900_000)
