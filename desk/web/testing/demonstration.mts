/** The demonstration of `npm start` as a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

const COMMAND = join(import.meta.dirname, '../../../cli/bin/section16.mjs')

export interface ServedDemonstration {
  readonly url: string
  readonly process: ChildProcess
}

/** Kept in `data`, a folder of its own. Resolves once it listens; whoever starts it ends it. */
export async function serveDemonstration(data: string): Promise<ServedDemonstration> {
  const port = String(await freePort())
  const all = ['desk', '--demonstration', '--data', data, '--port', port]
  const child = spawn(process.execPath, [COMMAND, ...all], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  for await (const text of child.stdout.iterator({ destroyOnReturn: false })) {
    said += String(text)
    if (said.includes('Ctrl-C')) break
  }
  return { url: `http://127.0.0.1:${port}`, process: child }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
