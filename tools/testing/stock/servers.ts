/** Desks as a user starts them, each in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '../../repository.ts'
import type { Place } from './places.ts'

export interface DeskProcess {
  pid: number
  origin: string
  /** What it wrote to standard error: a desk under load has nothing to say there. */
  complaints: () => string
  stop: () => Promise<void>
}

const START_MS = 60_000

/** `section16 desk` for each folder of a place. `profile`: a folder for the processor profile of the first. */
export async function startServers({ folders, url }: Place, profile?: string): Promise<DeskProcess[]> {
  return Promise.all(folders.map((folder, n) => startServer(folder, url, n === 0 ? profile : undefined)))
}

async function startServer(folder: string, url: string | undefined, profile: string | undefined): Promise<DeskProcess> {
  const port = await freePort()
  const args = ['desk', '--data', folder, '--port', String(port), ...(url === undefined ? [] : ['--postgres', url])]
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
  const process_ = spawn(process.execPath, [...profiling, join(root, 'cli/bin/section16.mjs'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaints = ''
  process_.stderr.on('data', (text: Buffer) => {
    complaints += text.toString()
  })
  const origin = `http://127.0.0.1:${port}`
  await answering(process_, origin, () => complaints)
  return {
    pid: process_.pid!,
    origin,
    complaints: () => complaints,
    async stop() {
      if (process_.exitCode !== null) return
      const ended = once(process_, 'exit')
      process_.kill('SIGTERM')
      await ended
    },
  }
}

async function answering(process_: ChildProcess, origin: string, complaints: () => string): Promise<void> {
  const until = Date.now() + START_MS
  for (;;) {
    if (process_.exitCode !== null || Date.now() > until) throw new Error(`a desk did not start: ${complaints()}`)
    const answer = await fetch(`${origin}/api/me`).catch(() => undefined)
    if (answer?.status === 401) return
    await wait(100)
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
