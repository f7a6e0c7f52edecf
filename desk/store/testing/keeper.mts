/**
 * Keeps a PostgreSQL server while a process lives: `keeper.mts FOLDER PID [BIN]`. Says in the folder how it went: a file
 * `ready`, or `unavailable` with the reason. The server's binaries are those of the folder BIN, where one is named.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makePostgresql, type PostgresqlServer } from './postgresqlServer.mts'

const LOOK_MILLISECONDS = 200
/** No run of the tests takes longer, on however busy a machine. */
const LONGEST_MILLISECONDS = 90 * 60_000

const [, , folder = '', run = '', bin] = process.argv

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

let server: PostgresqlServer | undefined
try {
  server = makePostgresql(folder, { bin })
  await server.start()
  writeFileSync(join(folder, 'ready'), '')
} catch (error) {
  const why = (error instanceof Error ? error.message : String(error)).split('\n')[0]
  writeFileSync(join(folder, 'unavailable'), `PostgreSQL cannot be started here: ${why}`)
}
const until = Date.now() + LONGEST_MILLISECONDS
while (lives(Number(run)) && Date.now() < until) await wait(LOOK_MILLISECONDS)
await server?.stop()
rmSync(folder, { recursive: true, force: true })
