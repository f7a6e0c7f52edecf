import type { Server } from 'node:http'
import type { AddressInfo, BlockList } from 'node:net'
import { type HttpBindings, serve } from '@hono/node-server'
import { PEER } from './auth.ts'
import type { DeskConfiguration } from './configuration.ts'
import { createDesk, type StartedDesk } from './createDesk.ts'
import type { Worker } from './filing/worker.ts'
import { addPages } from './pages.ts'
import { peerOf, trustedProxiesOf } from './peer.ts'

export interface ServedDesk extends StartedDesk {
  port: number
  /** Ends after the jobs at hand have; the store stays open. */
  close: () => Promise<void>
}

export interface ServeOptions {
  /** 127.0.0.1 unless told otherwise: behind a reverse proxy that is still enough. */
  hostname?: string
  /** The origin's port where absent; 0 for any that is free. */
  port?: number
  /** How often the worker looks for work, milliseconds; 1,000 where absent. */
  tickMs?: number
  /** The folder of the built pages, `PAGES`; without one there is the API alone. */
  pages?: string
}

/**
 * A connection without a request is closed after so long. Reverse proxies close theirs after a minute: were the desk the
 * first to do so, a request that is just on its way would be lost.
 */
const KEEP_ALIVE_MS = 75_000

/**
 * Requests wait so long at most while a desk that has just started works out its open drafts: some hundred. Else the first
 * who ask for a work list would wait for that, and everybody beside them.
 */
const PREPARING_MS = 20_000

/** Serves a desk and lets its worker work. Rejects where the port is taken. */
export async function startDesk(config: DeskConfiguration, options: ServeOptions = {}): Promise<ServedDesk> {
  const { hostname = '127.0.0.1', port = portOf(config.origin), tickMs = 1000, pages } = options
  const desk = createDesk(config)
  if (pages !== undefined) addPages(desk, pages)
  const trusted = trustedProxiesOf(config.trustedProxies ?? [])
  const { promise: prepared, resolve: open } = Promise.withResolvers<void>()
  const server = serve({
    async fetch(request, env) {
      await prepared
      return desk.app.fetch(withPeer(request, env, trusted), env)
    },
    hostname,
    port,
  }) as Server
  server.keepAliveTimeout = KEEP_ALIVE_MS
  await listening(server)
  const stopping = [desk.worker, desk.notifier].map((worker) => work(worker, tickMs))
  await desk.prepare(PREPARING_MS)
  open()
  return {
    ...desk,
    port: (server.address() as AddressInfo).port,
    async close() {
      await Promise.all(stopping.map((stop) => stop()))
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
    },
  }
}

function portOf(origin: string): number {
  const { port, protocol } = new URL(origin)
  return Number(port || (protocol === 'https:' ? 443 : 80))
}

/** What is in an organisation needs a session, and nothing of it is counted by address. */
const IN_ORGANIZATION = '/api/organizations/'

/** The request with the address it came from, by which failed sign-ins and calendars are counted. */
function withPeer(request: Request, env: unknown, trusted: BlockList): Request {
  if (new URL(request.url).pathname.startsWith(IN_ORGANIZATION)) return request
  const headers = new Headers(request.headers)
  const connected = (env as HttpBindings).incoming.socket.remoteAddress ?? 'unknown'
  headers.set(PEER, peerOf(connected, headers.get('x-forwarded-for') ?? undefined, trusted))
  return new Request(request, { headers })
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('listening', () => {
      server.off('error', reject)
      resolve()
    })
  })
}

/** One tick after the other; gives how to stop. */
function work(worker: Worker, tickMs: number): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  let current: Promise<unknown> = Promise.resolve()
  const next = () => {
    current = worker
      .tick()
      .catch(() => 0)
      .then(() => {
        if (!isStopped) timer = setTimeout(next, tickMs)
      })
  }
  next()
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await current
  }
}
