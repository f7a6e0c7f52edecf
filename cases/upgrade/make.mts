/**
 * Makes the data of this folder anew, of what the program is today: `node cases/upgrade/make.mts`. Needs the programs of
 * a PostgreSQL server with its pg_dump (Debian: postgresql). All moments are the same each time, ids and salts are not.
 */
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { keysOf } from '../../cli/desk/keys.ts'
import { makeEndState } from './endState.mts'

const here = import.meta.dirname
const folder = mkdtempSync(join(tmpdir(), 'section16-upgrade-'))
const MOST_SECONDS = 60

/** Keys made for this data only: they say so themselves. */
function inventKeys(): string {
  const key = Buffer.from('invented, for cases/upgrade only').toString('base64')
  const sessionSecret = Buffer.from('invented, for cases/upgrade only, no secret of anybody').toString('base64')
  return `${JSON.stringify({ sessionSecret, secretKeys: [['1', key]] }, undefined, 2)}\n`
}

async function makeSqlite(data: string): Promise<void> {
  const { secretKeys } = keysOf(join(data, 'keys.json'))
  await makeEndState({ kind: 'sqlite', path: join(data, 'desk.sqlite'), secretKeys }, join(data, 'rehearsal.ndjson'))
}

/** Tables of which nothing is kept: their next migration is tried on nothing. */
function emptyTables(path: string): string[] {
  const database = new DatabaseSync(path, { readOnly: true })
  const tables = database.prepare("select name from sqlite_master where type = 'table' order by name").all()
  const empty = tables.filter(({ name }) => database.prepare(`select 1 from "${name}" limit 1`).get() === undefined)
  database.close()
  return empty.map(({ name }) => String(name))
}

async function makePostgresql(data: string): Promise<void> {
  const bin = execFileSync('pg_config', ['--bindir']).toString().trim()
  // Started by root it runs as nobody, who has to come to its folders.
  const server = mkdtempSync(join(tmpdir(), 'section16-upgrade-'))
  chmodSync(server, 0o755)
  const keeper = join(here, '../../desk/store/testing/keeper.mts')
  // It ends, server and files included, when this program has.
  spawn(process.execPath, [keeper, server, String(process.pid), bin], { detached: true, stdio: 'ignore' }).unref()
  for (let i = 0; !existsSync(join(server, 'ready')); i++) {
    if (existsSync(join(server, 'unavailable'))) throw new Error(readFileSync(join(server, 'unavailable'), 'utf8'))
    if (i > MOST_SECONDS * 10) throw new Error('PostgreSQL did not start')
    await wait(100)
  }
  const url = `postgres://postgres@/postgres?host=${encodeURIComponent(join(server, 'socket'))}`
  const { secretKeys } = keysOf(join(data, 'keys.json'))
  await makeEndState({ kind: 'postgresql', url, secretKeys }, join(data, 'rehearsal-postgresql.ndjson'))
  // As statements that any client can run, without what belongs to one server.
  const options = ['--inserts', '--no-owner', '--no-privileges', '--restrict-key=section16', '--dbname', url]
  writeFileSync(join(data, 'postgresql.sql'), execFileSync(join(bin, 'pg_dump'), options))
}

try {
  writeFileSync(join(folder, 'keys.json'), inventKeys(), { mode: 0o600 })
  await makeSqlite(folder)
  const empty = emptyTables(join(folder, 'desk.sqlite'))
  console.log(`tables without a row: ${empty.join(', ') || 'none'}`)
  await makePostgresql(folder)
  for (const name of readdirSync(folder).filter((one) => !/-(wal|shm)$/.test(one))) {
    const bytes = readFileSync(join(folder, name))
    writeFileSync(join(here, 'data', `${name}.gz`), gzipSync(bytes, { level: 9 }))
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
