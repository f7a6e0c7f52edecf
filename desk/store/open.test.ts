import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { addIssuer } from './issuers.ts'
import { programVersion } from './migrate.ts'
import { open, type StoreConfig } from './open.ts'
import { emptyDatabase, KINDS, must, NOW, refusal } from './testing/databases.mts'
import { inventDesk } from './testing/invented.mts'

async function run(config: StoreConfig, statement: string): Promise<void> {
  const store = must(await open(config, NOW))
  await sql.raw(statement).execute(store.kysely)
  await store.close()
}

/** As if the last step had not been invented yet: its index is the old one, its row in the list of steps is gone. */
async function takeBackLastStep(config: StoreConfig): Promise<void> {
  const store = must(await open(config, NOW))
  for (const statement of [
    'drop index filed_form_insider_insider',
    'create index filed_form_insider_insider on filed_form_insider ("organizationId", "insiderId")',
  ])
    await sql.raw(statement).execute(store.kysely)
  await store.kysely.deleteFrom('schema_migration').where('number', '=', programVersion).execute()
  await store.close()
}

describe.each(KINDS)('opening %s', (kind) => {
  test('makes the tables once, and finds them again', async (context) => {
    const config = await emptyDatabase(kind, context)
    const first = must(await open(config, NOW))
    await first.close()
    const second = must(await open(config, NOW + 1))
    const steps = await second.kysely.selectFrom('schema_migration').selectAll().orderBy('number').execute()
    await second.close()
    expect(steps.map(({ number }) => number)).toEqual(Array.from({ length: programVersion }, (_, index) => index + 1))
    expect(steps.every(({ at }) => at === NOW)).toBe(true)
  })

  test('refuses data newer than the program', async (context) => {
    const config = await emptyDatabase(kind, context)
    await run(config, `insert into schema_migration (number, name, at) values (${programVersion + 1}, 'later', 1)`)
    expect(await open(config, NOW)).toMatchObject({
      refused: { code: 'D401', data: { dataVersion: programVersion + 1, programVersion } },
    })
  })

  test('refuses a database of something else, and one whose steps are others', async (context) => {
    const config = await emptyDatabase(kind, context)
    await run(config, `update schema_migration set name = 'other' where number = 2`)
    expect(refusal(await open(config, NOW))).toBe('D409')
    const foreign = await emptyDatabase(kind, context)
    const store = must(await open(foreign, NOW))
    await sql`alter table schema_migration rename to something_else`.execute(store.kysely)
    await store.close()
    expect(refusal(await open(foreign, NOW))).toBe('D409')
  })
})

test('SQLite syncs every commit of a write-ahead log, and its file is its owner’s alone', async (context) => {
  const config = (await emptyDatabase('sqlite', context)) as StoreConfig & { kind: 'sqlite' }
  const store = must(await open(config, NOW))
  const pragma = async (name: string) => (await sql.raw(`pragma ${name}`).execute(store.kysely)).rows
  expect(await pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }])
  expect(await pragma('synchronous')).toEqual([{ synchronous: 2 }])
  expect(await pragma('foreign_keys')).toEqual([{ foreign_keys: 1 }])
  for (const suffix of ['', '-wal', '-shm']) expect(statSync(config.path + suffix).mode & 0o077).toBe(0)
  await store.close()
})

test('SQLite: each step on data that exist comes after a backup, which holds them as they were', async (context) => {
  const config = (await emptyDatabase('sqlite', context)) as StoreConfig & { kind: 'sqlite' }
  const store = must(await open(config, NOW))
  const { act } = await inventDesk(store, NOW)
  await act((a) => addIssuer(a, { cik: '0009990001', name: 'Old Kelp', tradingSymbol: null, details: {} }))
  await store.close()
  await takeBackLastStep(config)
  expect(readdirSync(dirname(config.path)).filter((name) => name.includes('.before-'))).toEqual([])
  await must(await open(config, NOW + 5)).close()
  const backup = `${config.path}.before-${String(programVersion).padStart(4, '0')}-${NOW + 5}`
  expect(readdirSync(dirname(config.path)).filter((name) => name.includes('.before-'))).toEqual([basename(backup)])
  expect(statSync(backup).mode & 0o077).toBe(0)
  const copy = new DatabaseSync(backup, { readOnly: true })
  expect(copy.prepare('select name from issuer').all()).toMatchObject([{ name: 'Old Kelp' }])
  expect(copy.prepare('select max(number) as number from schema_migration').get()).toMatchObject({
    number: programVersion - 1,
  })
  copy.close()
})

test('PostgreSQL: two that open a new database at once make it once', async (context) => {
  const config = await emptyDatabase('postgresql', context)
  const both = (await Promise.all([open(config, NOW), open(config, NOW)])).map(must)
  expect(await both[0]?.kysely.selectFrom('schema_migration').selectAll().execute()).toHaveLength(programVersion)
  for (const store of both) await store.close()
})

test('PostgreSQL: older data wait until it is said that a backup was made', async (context) => {
  const config = (await emptyDatabase('postgresql', context)) as StoreConfig & { kind: 'postgresql' }
  await takeBackLastStep(config)
  expect(await open(config, NOW)).toMatchObject({
    refused: { code: 'D410', data: { dataVersion: programVersion - 1 } },
  })
  const store = must(await open({ ...config, upgradeAfterBackup: true }, NOW))
  const { rows } = await sql<{ indexdef: string }>`
    select indexdef from pg_indexes where indexname = 'filed_form_insider_insider'`.execute(store.kysely)
  expect(rows).toMatchObject([{ indexdef: expect.stringContaining('"filedFormId"') }])
  await store.close()
})

test('PostgreSQL: every connection waits for the disk, whatever the database says', async (context) => {
  const config = await emptyDatabase('postgresql', context)
  const store = must(await open(config, NOW))
  await sql`do $$ begin execute format('alter database %I set synchronous_commit to off', current_database()); end $$`.execute(
    store.kysely,
  )
  await store.close()
  const again = must(await open(config, NOW))
  const { rows } = await sql<{ value: string }>`select current_setting('synchronous_commit') as value`.execute(
    again.kysely,
  )
  expect(rows).toEqual([{ value: 'on' }])
  await again.close()
})

test('what cannot be opened is a refusal with the reason', async (context) => {
  const config = (await emptyDatabase('sqlite', context)) as StoreConfig & { kind: 'sqlite' }
  writeFileSync(config.path, 'no database at all, but long enough to be looked at as one; '.repeat(20))
  expect(await open(config, NOW)).toMatchObject({
    refused: { code: 'D402', data: { reason: expect.stringContaining('not a database') } },
  })
  const nowhere = { ...config, path: `${config.path}/within/nothing` }
  expect(refusal(await open(nowhere, NOW))).toBe('D402')
  expect(existsSync(nowhere.path)).toBe(false)
  const unreachable = {
    kind: 'postgresql',
    url: 'postgres://x@/y?host=/nonexistent',
    secretKeys: config.secretKeys,
  } as const
  expect(refusal(await open(unreachable, NOW))).toBe('D402')
})

test('a key of the wrong length is an error of the program', async (context) => {
  const config = await emptyDatabase('sqlite', context)
  await expect(open({ ...config, secretKeys: [] }, NOW)).rejects.toThrow(TypeError)
  await expect(open({ ...config, secretKeys: [{ id: 'k', key: new Uint8Array(16) }] }, NOW)).rejects.toThrow(TypeError)
})
