/** Every behaviour of the store is tested on both databases. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, type TestContext, test } from 'vitest'
import type { Answer } from '../answer.ts'
import type { DatabaseKind } from '../migrations/words.ts'
import { open, type Store, type StoreConfig } from '../open.ts'
import { type Desk, inventDesk } from './invented.mts'
import { providePostgresql } from './postgresql.mts'

export const KINDS: readonly DatabaseKind[] = ['sqlite', 'postgresql']

/** The invented now of the tests: 2 March 2026, noon UTC. */
export const NOW = Date.UTC(2026, 2, 2, 12)

export const KEY = { id: 'k1', key: new Uint8Array(32).fill(7) }

/** The value of an answer that has to be one. */
export function must<T>(answer: Answer<T>): T {
  if ('refused' in answer) throw new Error(`refused: ${JSON.stringify(answer.refused)}`)
  return answer.value
}

/** The code of an answer that has to be a refusal. */
export function refusal(answer: Answer<unknown>): string {
  if ('value' in answer) throw new Error('not refused')
  return answer.refused.code
}

const folder = mkdtempSync(join(tmpdir(), 'section16-store-'))
const databases: string[] = []
const opened = new Map<DatabaseKind, Promise<Store>>()

afterAll(async () => {
  for (const store of opened.values()) await (await store).close()
  if (databases.length > 0)
    await administer(async (client) => {
      for (const name of databases) await client.query(`drop database ${name} with (force)`)
    })
  rmSync(folder, { recursive: true })
})

async function administer(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const server = await providePostgresql()
  if ('unavailable' in server) throw new Error(server.unavailable)
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  await work(client)
  await client.end()
}

/** The configuration of a new, empty database. Skips the test, with the reason, where there is none to be had. */
export async function emptyDatabase(kind: DatabaseKind, context: TestContext): Promise<StoreConfig> {
  if (kind === 'sqlite') return { kind, path: join(folder, `${randomUUID()}.sqlite`), secretKeys: [KEY] }
  const server = await providePostgresql()
  if ('unavailable' in server) return context.skip(server.unavailable)
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await administer(async (client) => void (await client.query(`create database ${name} template template0`)))
  databases.push(name)
  return { kind, url: server.url(name), secretKeys: [KEY] }
}

/** One store of each kind serves a whole file of tests; every test has its own organisation in it. */
async function sharedStore(kind: DatabaseKind, context: TestContext): Promise<Store> {
  const known = opened.get(kind)
  if (known) return known
  const config = await emptyDatabase(kind, context)
  const store = open(config, NOW).then(must)
  opened.set(kind, store)
  return store
}

/** A test on both databases, each time with a new organisation of invented people. */
export function onBoth(name: string, work: (desk: Desk) => Promise<void>): void {
  for (const kind of KINDS)
    test(`${name} (${kind})`, async (context) => work(await inventDesk(await sharedStore(kind, context), NOW)))
}
