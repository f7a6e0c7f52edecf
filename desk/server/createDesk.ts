import { randomUUID } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Hono } from 'hono'
import { Again } from './again.ts'
import { type Auth, startAuth } from './auth.ts'
import { checkConfiguration, type DeskConfiguration } from './configuration.ts'
import type { Desk, Env } from './context.ts'
import { Declined, decline } from './declined.ts'
import { ofServer, told } from './diagnostics.ts'
import { startWorker, type Worker } from './filing/worker.ts'
import { guard, sizeLimit } from './guard.ts'
import { type Notifier, startNotifier } from './notices/notifier.ts'
import { VERSION } from './program.ts'
import { addAmendmentRoutes } from './routes/amendments.ts'
import { addAttachmentRoutes } from './routes/attachments.ts'
import { addAuditRoutes } from './routes/audit.ts'
import { addCalendarRoutes } from './routes/calendar.ts'
import { addDelegationRoutes } from './routes/delegations.ts'
import { addDraftRoutes } from './routes/drafts.ts'
import { addEventRoutes } from './routes/events.ts'
import { addFilingRoutes } from './routes/filings.ts'
import { addInsiderRoutes } from './routes/insiders.ts'
import { addIssuerRoutes } from './routes/issuers.ts'
import { addLibraryRoutes } from './routes/library.ts'
import { addMeRoutes } from './routes/me.ts'
import { addNoticeRoutes } from './routes/notices.ts'
import { addSigningRoutes } from './routes/signing.ts'
import { addSubmissionRoutes } from './routes/submissions.ts'
import { addWorkRoutes } from './routes/work.ts'
import { Sessions } from './sessions.ts'
import { workAhead } from './workAhead.ts'

export interface StartedDesk {
  /** The desk as a web application; pages may be added to it (`addPages`). */
  app: Hono<Env>
  /** What it does by itself; nothing is sent while nobody lets it tick. */
  worker: Worker
  /** Tells people what they have to do; nothing is told while nobody lets it tick. */
  notifier: Notifier
  /** Works out the open drafts, for at most so long, so that nobody waits for them later. Never rejects. */
  prepare: (milliseconds: number) => Promise<void>
  auth: Auth
}

/**
 * A desk: its API, and its worker. Throws a TypeError for a configuration that is none. Whatever goes wrong in a request
 * is an answer, which says nothing of what was sent; the log says where it went wrong, and not with what.
 */
export function createDesk(config: DeskConfiguration): StartedDesk {
  checkConfiguration(config)
  const { clock = Date.now, log = console.error } = config
  const auth = startAuth(config)
  const sessions = new Sessions(auth, config.store)
  const desk: Desk = { ...config, clock, auth, sessions, again: new Again(auth, clock) }
  const app = new OpenAPIHono<Env>({
    defaultHook(result) {
      if (result.success) return
      const places = result.error.issues.map(({ path, code }) => `${path.join('.') || 'the request'} (${code})`)
      throw decline(400, 'D501', 'request', { where: [...new Set(places)].join(', ') })
    },
  })
  app.onError((error, c) => {
    const answer = asDeclined(error)
    if (answer) return c.json({ problem: told(answer.diagnostic), ...answer.more }, answer.status)
    const reference = randomUUID()
    log(`${reference} ${whereOf(error)}`)
    return c.json({ problem: told(ofServer('D508', 'desk', { reference })) }, 500)
  })
  app.use('*', guard(config.origin))
  addAuth(app, auth)
  app.use('/api/*', sizeLimit(false))
  for (const add of ALL) add(app, desk)
  app.doc31('/api/openapi.json', { openapi: '3.1.0', info: { title: 'section16 desk', version: VERSION } })
  app.all('/api/*', () => {
    throw decline(404, 'D501', 'path', { where: 'path' })
  })
  const failed = (error: unknown) => log(`worker ${whereOf(error)}`)
  const prepare = async (milliseconds: number) => {
    const until = performance.now() + milliseconds
    const isOver = () => performance.now() > until
    try {
      await workAhead(config.store, config.edgar.destination, clock, isOver)
    } catch (error) {
      log(`working ahead ${whereOf(error)}`)
    }
  }
  const notifier = startNotifier(config, clock, failed)
  const worker = startWorker(config, clock, failed, notifier.wake)
  return { app, worker, notifier, prepare, auth }
}

const ALL = [
  addMeRoutes,
  addIssuerRoutes,
  addLibraryRoutes,
  addInsiderRoutes,
  addDelegationRoutes,
  addEventRoutes,
  addDraftRoutes,
  addAttachmentRoutes,
  addSigningRoutes,
  addSubmissionRoutes,
  addWorkRoutes,
  addFilingRoutes,
  addAmendmentRoutes,
  addAuditRoutes,
  addCalendarRoutes,
  addNoticeRoutes,
]

/** Sign-in, but for what would let somebody into an organisation past the desk's own grants. */
function addAuth(app: OpenAPIHono<Env>, auth: Auth): void {
  app.use('/api/auth/*', sizeLimit(true))
  app.all('/api/auth/organization/*', () => {
    throw decline(404, 'D501', 'path', { where: 'path' })
  })
  app.on(['GET', 'POST'], '/api/auth/*', (c) => auth.handler(c.req.raw))
}

/** Our own, or what Hono throws for a body that is no JSON. */
function asDeclined(error: Error): Declined | undefined {
  if (error instanceof Declined) return error
  const { status } = error as { status?: unknown }
  return status === 400 ? decline(400, 'D501', 'request', { where: 'body' }) : undefined
}

/** Where an error arose, and not what it says: it may quote what was sent. */
function whereOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no error'
  const places = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? []
  return [error.name, ...places].join('\n')
}
