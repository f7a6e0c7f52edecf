import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { verifyChain } from './audit.ts'
import { open, type StoreConfig } from './open.ts'
import { settleExpiredJobs } from './sends.ts'
import { statesOf } from './submissionStates.ts'
import { emptyDatabase, KINDS, must, NOW } from './testing/databases.mts'
import { type Desk, inventDesk } from './testing/invented.mts'

const WRITER = fileURLToPath(new URL('testing/writer.mts', import.meta.url))
/** Rounds on each database; in the first, two writers work on it at once. */
const ROUNDS = 5
const LONGEST_MILLISECONDS = 250
const STARTING_MILLISECONDS = 30_000

interface Acknowledged {
  insider: string[]
  ordered: string[]
  received: string[]
}

/** Runs a writer until it is killed at a random moment after its first word, and gives all it said. */
async function killedWriter(args: string[]): Promise<string[]> {
  const child = spawn(process.execPath, [WRITER, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  let complaints = ''
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const begun = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk) => {
      said += chunk
      resolve()
    })
  })
  child.stderr.on('data', (chunk) => {
    complaints += chunk
  })
  await Promise.race([begun, ended, wait(STARTING_MILLISECONDS)])
  await wait(randomInt(LONGEST_MILLISECONDS))
  child.kill('SIGKILL')
  await ended
  expect(complaints).toBe('')
  // A line that was cut off was never acknowledged.
  return said.split('\n').slice(0, -1)
}

async function killWriters(config: StoreConfig, desk: Desk, edgar: string): Promise<Acknowledged> {
  const text = JSON.stringify(config, (_, value) => (value instanceof Uint8Array ? [...value] : value))
  const lines: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const names = round === 0 ? ['first', 'second'] : [`round${round}`]
    const writers = names.map((name) => killedWriter([text, name, desk.organizationId, desk.userId, edgar]))
    lines.push(...(await Promise.all(writers)).flat())
  }
  const ids = (what: string) =>
    lines.flatMap((line) => (line.startsWith(`${what} `) ? [line.slice(what.length + 1)] : []))
  return { insider: ids('insider'), ordered: ids('ordered'), received: ids('received') }
}

const once = (found: string[], wanted: string[]) =>
  wanted.filter((one) => found.filter((other) => other === one).length !== 1)

describe.each(KINDS)('killed at random moments, on %s', (kind) => {
  test('every acknowledged action is there once, nothing is sent twice, the chain holds', async (context) => {
    const config = await emptyDatabase(kind, context)
    const folder = mkdtempSync(join(tmpdir(), 'section16-edgar-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const edgar = join(folder, 'edgar')
    const store = must(await open(config, NOW))
    const desk = await inventDesk(store, NOW)
    const acknowledged = await killWriters(config, desk, edgar)
    await settleExpiredJobs(store, Date.now() + 60_000)

    const insiders = await store.kysely.selectFrom('insider').select('name').execute()
    const submissions = await store.kysely.selectFrom('submission').select('id').execute()
    const jobs = await store.kysely.selectFrom('job').select(['key', 'state']).execute()
    expect(acknowledged.insider.length).toBeGreaterThanOrEqual(ROUNDS)
    expect(
      once(
        insiders.map(({ name }) => name),
        acknowledged.insider,
      ),
    ).toEqual([])
    expect(
      once(
        submissions.map(({ id }) => id),
        acknowledged.ordered,
      ),
    ).toEqual([])
    expect(jobs.map(({ key }) => key).sort()).toEqual(submissions.map(({ id }) => id).sort())

    const arrived = existsSync(edgar) ? readFileSync(edgar, 'utf8').split('\n').slice(0, -1) : []
    expect(once(arrived, arrived)).toEqual([])
    for (const { id } of submissions) {
      const last = (await statesOf(desk.view, id)).at(-1)?.state ?? 'none'
      if (acknowledged.received.includes(id)) expect(last).toBe('received')
      else
        expect(arrived.includes(id) ? ['received', 'outcomeUnknown'] : ['prepared', 'outcomeUnknown']).toContain(last)
    }
    expect(await verifyChain(desk.view)).toMatchObject({ intact: true })
    await store.close()
  }, 90_000)
})
