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
const opened = new Map<DatabaseKind, Promise<Store>>()

afterAll(async () => {
  for (const store of opened.values()) await (await store).close()
  rmSync(folder, { recursive: true })
})

/**
 * The configuration of a new, empty database; those of PostgreSQL go with their server when the run ends. Skips the
 * test, with the reason, where there is none to be had.
 */
export async function emptyDatabase(kind: DatabaseKind, context: TestContext): Promise<StoreConfig> {
  if (kind === 'sqlite') return { kind, path: join(folder, `${randomUUID()}.sqlite`), secretKeys: [KEY] }
  const server = await providePostgresql()
  if ('unavailable' in server) return context.skip(server.unavailable)
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: server.url('postgres') })
  await client.connect()
  await client.query(`create database ${name} template template0`)
  await client.end()
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
