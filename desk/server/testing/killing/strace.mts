/** What processes asked of the system, by `strace`: which writes were on the disk when something was told. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'

/** Calls that write, whether to a file or to a connection, and calls that wait for the disk. */
const CALLS = 'write,writev,pwrite64,pwritev,sendto,sendmsg,fsync,fdatasync'

/** Why there can be no trace; `undefined` where there can. */
export function whyNoTrace(): string | undefined {
  const tried = spawnSync('strace', ['-o', '/dev/null', 'true'], { encoding: 'utf8' })
  if (tried.error) return 'strace is not installed'
  return tried.status === 0 ? undefined : 'this machine does not allow strace to trace'
}

/** Traces processes with all they start, into a file, until they have ended or it is stopped. Rejects where it may not. */
export async function trace(pids: readonly number[], file: string): Promise<{ stop: () => Promise<void> }> {
  const args = ['-f', '-yy', '-s', '16', '-e', `trace=${CALLS}`, '-o', file, ...pids.flatMap((pid) => ['-p', `${pid}`])]
  const child = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(child, 'close')
  let said = ''
  const attached = new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      said += chunk
      if (pids.every((pid) => new RegExp(`Process ${pid} attached`).test(said))) resolve()
    })
    void ended.then(() => reject(new Error(said)))
  })
  await attached
  return {
    async stop() {
      child.kill('SIGINT')
      await ended
    },
  }
}

/** A call as it began or as it ended; most lines are both. */
interface Line {
  pid: number
  name: string
  /** The file's path, or the connection's ends. */
  of: string
  text: string
  begins: boolean
  ends: boolean
}

const BEGUN = /^(\d+) +(\w+)\(\d+<((?:TCP|UNIX)[^[]*:\[.*?\]|[^>]*)>/
const RESUMED = /^(\d+) +<\.\.\. (\w+) resumed>/

function linesOf(text: string): Line[] {
  const waiting = new Map<number, Line>()
  return text.split('\n').flatMap((line): Line[] => {
    const [, pid, name = '', of = ''] = BEGUN.exec(line) ?? []
    if (pid !== undefined) {
      const ends = !line.endsWith('<unfinished ...>')
      const begun = { pid: Number(pid), name, of, text: line, begins: true, ends }
      waiting.set(begun.pid, begun)
      return [begun]
    }
    const begun = waiting.get(Number(RESUMED.exec(line)?.[1]))
    return begun ? [{ ...begun, text: begun.text + line, begins: false, ends: true }] : []
  })
}

/** Bytes that were written and are not known to be on the disk. */
export interface Unsynced {
  path: string
  pid: number
  from: number
  until: number
}

export interface Answered {
  /** Of the logs, when the answer left. */
  unsynced: Unsynced[]
  /** How often a log was brought to the disk since the answer before. */
  syncs: number
}

export interface Told {
  /** Every good answer that left a port. */
  answers: Answered[]
  /** What was not on the disk at the end. */
  unsynced: Unsynced[]
}

/** Follows a trace: `isLog` says of which files the commits are made, `port` whose answers acknowledge them. */
export function follow(file: string, port: number, isLog: (path: string) => boolean): Told {
  let unsynced: Unsynced[] = []
  const syncing = new Map<number, Unsynced[]>()
  const answers: Answered[] = []
  let syncs = 0
  for (const { pid, name, of, text, begins, ends } of linesOf(readFileSync(file, 'utf8'))) {
    if (name === 'fsync' || name === 'fdatasync') {
      // What is written while it waits may be left out.
      if (begins)
        syncing.set(
          pid,
          unsynced.filter(({ path }) => path === of),
        )
      if (!ends || !text.endsWith('= 0')) continue
      const done = new Set(syncing.get(pid))
      unsynced = unsynced.filter((one) => !done.has(one))
      if (isLog(of)) syncs++
    } else if (begins && name === 'pwrite64') {
      const [, length, from] = /, (\d+), (\d+)(?:\)| <unfinished)/.exec(text) ?? []
      unsynced.push({ path: of, pid, from: Number(from), until: Number(from) + Number(length) })
    } else if (begins && of.startsWith(`TCP:[127.0.0.1:${port}->`) && /"HTTP\/1\.1 2/.test(text)) {
      answers.push({ unsynced: unsynced.filter(({ path }) => isLog(path)), syncs })
      syncs = 0
    }
  }
  return { answers, unsynced }
}
