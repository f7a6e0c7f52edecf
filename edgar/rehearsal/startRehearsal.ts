/** The rehearsal EDGAR as a server on this machine. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type HttpBindings, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { REHEARSAL_HEADER } from '../submission/exchange.ts'
import { adminRoutes } from './adminRoutes.ts'
import { refusal } from './answer.ts'
import { RehearsalClock } from './clock.ts'
import { type Fault, Faults } from './faults.ts'
import { filerRoutes } from './filerRoutes.ts'
import type { FilerSetup } from './filerSetup.ts'
import { Journal } from './journal.ts'
import { RehearsalEdgar, tenDigits, USUAL_TIMING } from './rehearsalEdgar.ts'
import type { Timing } from './state.ts'
import { submissionRoutes } from './submissionRoutes.ts'

export interface RehearsalOptions {
  /** 0, and where absent: any that is free. */
  port?: number
  /** The machine's clock where absent. */
  clock?: RehearsalClock
  /** Where its clock is put when it starts, milliseconds UTC; where absent, it stays where it stood. */
  now?: number
  /** File in which filers, tokens (as hashes) and submissions (without CCC) outlive the process; none where absent. */
  journal?: string
  /** What is not said is `USUAL_TIMING`. */
  timing?: Partial<Timing>
  /** Entered when it starts, but for those that the journal knows. */
  filers?: readonly FilerSetup[]
}

export interface Rehearsal {
  /** `http://127.0.0.1:PORT`. */
  url: string
  port: number
  edgar: RehearsalEdgar
  /** Scripts what is to go wrong. */
  addFault(fault: Fault): void
  /** Breaks all connections and returns when the port is free. */
  close(): Promise<void>
}

/**
 * Starts a rehearsal EDGAR, on 127.0.0.1 only. It answers the calls of EDGAR's Submission API (EDGAR API 1.11.0) and its
 * own below `/rehearsal`; every answer says that it is a rehearsal's, in a header and a field. Rejects where the port is
 * taken or the journal is none (`NotAJournalError`).
 */
export async function startRehearsal(options: RehearsalOptions = {}): Promise<Rehearsal> {
  const { port = 0, clock = new RehearsalClock(), now, journal: path, timing = {}, filers = [] } = options
  const { journal, events } = path === undefined ? { journal: undefined, events: [] } : Journal.open(path)
  const edgar = new RehearsalEdgar(clock, { ...USUAL_TIMING, ...timing }, journal, events)
  if (now !== undefined) edgar.setClock({ now })
  for (const filer of filers) if (!edgar.filer(tenDigits(filer.cik))) edgar.setFiler(filer)
  const faults = new Faults()
  const server = serve({ fetch: appOf(edgar, faults).fetch, hostname: '127.0.0.1', port }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.once('listening', () => {
      server.off('error', reject)
      resolve()
    })
  })
  const { port: given } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${given}`,
    port: given,
    edgar,
    addFault: (fault) => faults.add(fault),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          edgar.close()
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

function appOf(edgar: RehearsalEdgar, faults: Faults): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use(async (c, next) => {
    // A page in a browser must not reach it under a name of its own.
    if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(c.req.header('host') ?? '') || c.req.header('origin') !== undefined)
      return refusal(c, 403, 'This is for programs on this machine.')
    await next()
    c.res.headers.set(REHEARSAL_HEADER, 'true')
  })
  app.route('/', submissionRoutes(edgar, faults))
  app.route('/', filerRoutes(edgar))
  app.route('/', adminRoutes(edgar, faults))
  app.notFound((c) => refusal(c, 404, 'There is nothing here.'))
  app.onError((error, c) => {
    // Where, and not what: an error may quote what was sent.
    console.error(
      error.name,
      error.stack
        ?.split('\n')
        .filter((line) => line.startsWith('    at '))
        .join('\n'),
    )
    return refusal(c, 500, 'Server error.')
  })
  return app
}
