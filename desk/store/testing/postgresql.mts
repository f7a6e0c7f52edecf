/**
 * One PostgreSQL server for a whole run of the tests: the first test that needs one starts a keeper, which outlives
 * the worker that started it and ends with the run (or after 90 minutes), server and files included.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { isMainThread } from 'node:worker_threads'
import { postgresqlUrl } from './postgresqlServer.mts'

/** Where to reach the server, without a database's name; or why there is none. */
export type Server = { url: (database: string) => string } | { unavailable: string }

const WAIT_MILLISECONDS = 60_000
const LOOK_MILLISECONDS = 50

/** The process whose end is the end of the run: the workers' parent. */
const run = isMainThread ? process.ppid : process.pid

/** The server of this run. */
export async function providePostgresql(): Promise<Server> {
  const folder = join(tmpdir(), `section16-postgresql-${run}`)
  if (madeFirst(folder)) startKeeper(folder)
  const until = Date.now() + WAIT_MILLISECONDS
  while (Date.now() < until) {
    if (existsSync(join(folder, 'unavailable')))
      return { unavailable: readFileSync(join(folder, 'unavailable'), 'utf8') }
    if (existsSync(join(folder, 'ready'))) return { url: (database) => postgresqlUrl(folder, database) }
    await wait(LOOK_MILLISECONDS)
  }
  return { unavailable: 'PostgreSQL did not start in a minute' }
}

function madeFirst(folder: string): boolean {
  try {
    mkdirSync(folder, { mode: 0o755 })
    return true
  } catch {
    return false
  }
}

function startKeeper(folder: string): void {
  const keeper = fileURLToPath(new URL('keeper.mts', import.meta.url))
  spawn(process.execPath, [keeper, folder, String(run)], { detached: true, stdio: 'ignore' }).unref()
}
