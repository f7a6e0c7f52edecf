/** What the real EDGAR has not: clock, faults, filers, tokens and the list of filings, below `/rehearsal`. */
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { answer, type RehearsalContext, refusal } from './answer.ts'
import { eastern } from './easternTime.ts'
import { type Faults, readFault } from './faults.ts'
import { isFilerSetup } from './filerSetup.ts'
import { type RehearsalEdgar, tenDigits } from './rehearsalEdgar.ts'
import type { Timing } from './state.ts'

type Env = { Bindings: HttpBindings }
type Body = Readonly<Record<string, unknown>>

/** The rehearsal's own calls. */
export function adminRoutes(edgar: RehearsalEdgar, faults: Faults): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/rehearsal', (c) => answer(c, 200, summary(edgar, faults)))
  app.put('/rehearsal/clock', (c) => withBody(c, (body) => setClock(c, edgar, faults, body)))
  app.put('/rehearsal/timing', (c) => withBody(c, (body) => setTiming(c, edgar, body)))
  app.post('/rehearsal/faults', (c) =>
    withBody(c, (body) => {
      const fault = readFault(body)
      if (!fault) return refusal(c, 400, 'No such fault.')
      faults.add(fault)
      return answer(c, 200, { faults: faults.waiting })
    }),
  )
  app.delete('/rehearsal/faults', (c) => {
    faults.clear()
    return answer(c, 200, { faults: [] })
  })
  app.post('/rehearsal/filers', (c) => withBody(c, (body) => setFiler(c, edgar, body)))
  app.post('/rehearsal/tokens', (c) => withBody(c, (body) => issue(c, edgar, body)))
  app.post('/rehearsal/tokens/expire', (c) =>
    withBody(c, ({ kind }) => {
      if (kind !== 'filer' && kind !== 'user') return refusal(c, 400, 'kind is filer or user.')
      edgar.expireTokens(kind)
      return answer(c, 200, {})
    }),
  )
  app.get('/rehearsal/filings', (c) => {
    const cik = c.req.query('cik') ?? ''
    if (!/^\d{1,10}$/.test(cik)) return refusal(c, 400, 'cik is needed.')
    return answer(c, 200, { filings: edgar.filings(tenDigits(cik)) })
  })
  app.get('/rehearsal/taken', (c) => answer(c, 200, { taken: edgar.takenByContent() }))
  return app
}

async function withBody(c: RehearsalContext, call: (body: Body) => Response): Promise<Response> {
  const json: unknown = await c.req.json().catch(() => undefined)
  if (typeof json !== 'object' || json === null) return refusal(c, 400, 'The body is no JSON object.')
  return call(json as Body)
}

function summary(edgar: RehearsalEdgar, faults: Faults): Body {
  const now = edgar.now()
  return {
    now,
    eastern: eastern(now).written,
    isRunning: edgar.isRunning,
    condition: edgar.condition(),
    timing: edgar.timing,
    faults: faults.waiting,
  }
}

/** `now`: milliseconds UTC or an RFC 3339 moment; `advanceMs`; `running`. In this order. */
function setClock(
  c: RehearsalContext,
  edgar: RehearsalEdgar,
  faults: Faults,
  { now, advanceMs, running }: Body,
): Response {
  const at = typeof now === 'string' ? Date.parse(now) : now
  if (at !== undefined && !Number.isSafeInteger(at)) return refusal(c, 400, 'now is no moment.')
  if (advanceMs !== undefined && !Number.isSafeInteger(advanceMs)) return refusal(c, 400, 'advanceMs is no number.')
  if (running !== undefined && typeof running !== 'boolean') return refusal(c, 400, 'running is true or false.')
  edgar.setClock({
    ...(at !== undefined && { now: at as number }),
    ...(advanceMs !== undefined && { advanceMs: advanceMs as number }),
    ...(running !== undefined && { running }),
  })
  return answer(c, 200, summary(edgar, faults))
}

function setTiming(c: RehearsalContext, edgar: RehearsalEdgar, body: Body): Response {
  const timing: Partial<Timing> = {}
  for (const name of ['hiddenMs', 'judgedMs', 'publicMs'] as const satisfies (keyof Timing)[]) {
    const ms = body[name]
    if (ms === undefined) continue
    if (!Number.isSafeInteger(ms) || (ms as number) < 0) return refusal(c, 400, `${name} is no number.`)
    timing[name] = ms as number
  }
  edgar.setTiming(timing)
  return answer(c, 200, { timing: edgar.timing })
}

function setFiler(c: RehearsalContext, edgar: RehearsalEdgar, body: Body): Response {
  if (!isFilerSetup(body))
    return refusal(c, 400, 'cik and name are needed, and what else there is must be as documented.')
  edgar.setFiler(body)
  return answer(c, 200, {})
}

function issue(c: RehearsalContext, edgar: RehearsalEdgar, { kind, holder }: Body): Response {
  if ((kind !== 'filer' && kind !== 'user') || typeof holder !== 'string' || holder === '')
    return refusal(c, 400, 'kind is filer or user; holder is a CIK or a login.')
  if (kind === 'filer' && !/^\d{1,10}$/.test(holder)) return refusal(c, 400, 'The holder of a filer token is a CIK.')
  const issued = edgar.issueToken(kind, holder)
  return 'refused' in issued ? refusal(c, 403, issued.refused) : answer(c, 200, issued)
}
