/** The calls of the Submission API. Source: EDGAR API 1.11.0. */
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { answer, type RehearsalContext, refusal } from './answer.ts'
import { membersOf } from './bulk.ts'
import type { FaultKind, Faults } from './faults.ts'
import { type Caller, type RehearsalEdgar, tenDigits } from './rehearsalEdgar.ts'
import type { SubmissionRecord } from './state.ts'

type Env = { Bindings: HttpBindings }

/** EDGAR's API and what is scripted to go wrong with it. */
export function submissionRoutes(edgar: RehearsalEdgar, faults: Faults): Hono<Env> {
  const app = new Hono<Env>()
  app.get('/status', (c) => withFaults(c, faults, 'other', (due) => status(c, edgar, due)))
  for (const mode of ['TEST', 'LIVE'] as const) {
    const path = mode.toLowerCase()
    app.post(`/submission/single/${path}`, (c) =>
      withFaults(c, faults, 'send', (due) => takeSingle(c, edgar, mode, due)),
    )
    app.post(`/submission/bulk/${path}`, (c) => withFaults(c, faults, 'send', (due) => takeBulk(c, edgar, mode, due)))
  }
  app.get('/submission/:accessionNumber/status', (c) =>
    withFaults(c, faults, 'other', () => {
      const caller = edgar.callerOf(tokensOf(c), false)?.caller
      if (!caller) return unauthorised(c)
      const found = edgar.statusOf(c.req.param('accessionNumber'), caller)
      return found ? answer(c, 200, found) : refusal(c, 404, 'No such submission.')
    }),
  )
  app.post('/submission/status', (c) => withFaults(c, faults, 'other', () => statuses(c, edgar)))
  app.get('/fm/:cik/verify', (c) => withFaults(c, faults, 'other', () => verify(c, edgar)))
  return app
}

/** The tokens of a call, the filer's first. */
export function tokensOf(c: RehearsalContext): string[] {
  return /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]?.split(',') ?? []
}

export function unauthorised(c: RehearsalContext): Response {
  return refusal(c, 401, 'Unauthorized. A token is missing, not known or not active.')
}

type Due = ReadonlyMap<FaultKind, number>

/** Does what is scripted before and after the call itself. */
async function withFaults(
  c: RehearsalContext,
  faults: Faults,
  on: 'send' | 'other',
  call: (due: Due) => Response | Promise<Response>,
): Promise<Response> {
  const due = faults.due(on)
  if (due.has('dropBeforeTaking')) return drop(c)
  if (due.has('serverError')) return refusal(c, 500, 'Server error.')
  if (due.has('gateway')) return c.html('<html><body>503 Service Unavailable</body></html>', 503)
  const response = await call(due)
  if (due.has('loseAnswer')) return drop(c)
  if (due.has('neverAnswer')) await new Promise(() => {})
  if (due.has('answerLate')) await new Promise((resolve) => setTimeout(resolve, due.get('answerLate')))
  return due.has('garbleAnswer') ? c.html('<html><body>Request received</body></html>', 202) : response
}

/** Breaks the connection; the answer that is returned has nowhere to go. */
function drop(c: RehearsalContext): Response {
  c.env.incoming.socket.destroy()
  return c.body(null)
}

function status(c: RehearsalContext, edgar: RehearsalEdgar, due: Due): Response {
  if (!edgar.callerOf(tokensOf(c), false)) return unauthorised(c)
  const condition = due.has('outage') ? 'NO_COMMUNICATION' : edgar.condition()
  return answer(c, 200, { condition, message: MESSAGES[condition] })
}

const MESSAGES = {
  ACCEPTING: 'The rehearsal EDGAR is within operating hours.',
  ACCEPTING_AFTER_HOURS: 'The rehearsal EDGAR takes submissions after hours; Forms 3, 4 and 5 get the date of today.',
  OUTSIDE_OPERATING_HOURS: 'The rehearsal EDGAR is outside operating hours.',
  NO_COMMUNICATION: 'The rehearsal EDGAR cannot be reached.',
} as const

/** Why a call may not send; else the filer in whose name it does. */
function senderOf(c: RehearsalContext, edgar: RehearsalEdgar, due: Due): { sender: string } | { response: Response } {
  const caller = edgar.callerOf(tokensOf(c), true)?.caller
  if (!caller) return { response: unauthorised(c) }
  if (!edgar.mayFile(caller)) return { response: refusal(c, 403, 'The user may not file for the filer of the token.') }
  const login = c.req.header('x-edgar-login-cik') ?? c.req.header('x-edgar-cik') ?? caller.cik
  if (!/^\d{1,10}$/.test(login)) return { response: refusal(c, 400, 'X-EDGAR-LOGIN-CIK is no CIK.') }
  if (!edgar.actsFor(caller.cik, tenDigits(login)))
    return { response: refusal(c, 403, 'The login CIK has not delegated to the filer of the token.') }
  if (due.has('outage') || edgar.condition() === 'OUTSIDE_OPERATING_HOURS')
    return { response: refusal(c, 503, 'EDGAR is outside operating hours.') }
  const type = c.req.header('content-type')?.split(';')[0]
  if (type !== 'application/xml' && type !== 'application/octet-stream')
    return { response: refusal(c, 400, 'The content type is neither application/xml nor application/octet-stream.') }
  return { sender: caller.cik }
}

async function takeSingle(c: RehearsalContext, edgar: RehearsalEdgar, mode: 'TEST' | 'LIVE', due: Due) {
  const allowed = senderOf(c, edgar, due)
  if ('response' in allowed) return allowed.response
  const body = new Uint8Array(await c.req.arrayBuffer())
  if (body.length === 0) return refusal(c, 400, 'The body is empty.')
  return answer(c, 202, receipt(take(edgar, body, mode, allowed.sender, due)))
}

async function takeBulk(c: RehearsalContext, edgar: RehearsalEdgar, mode: 'TEST' | 'LIVE', due: Due) {
  const allowed = senderOf(c, edgar, due)
  if ('response' in allowed) return allowed.response
  const bulk = membersOf(new Uint8Array(await c.req.arrayBuffer()), mode)
  if ('problem' in bulk) return refusal(c, 400, bulk.problem)
  const responses = bulk.members.map((member) => receipt(take(edgar, member, mode, allowed.sender, due)))
  return answer(c, 202, { responses })
}

function take(edgar: RehearsalEdgar, body: Uint8Array, mode: 'TEST' | 'LIVE', sender: string, due: Due) {
  return edgar.take(body, mode, sender, {
    ...(due.has('reject') && { transmission: 'REJECTED' }),
    ...(due.has('fail') && { transmission: 'FAILED' }),
    slowMs: due.get('slowProcessing') ?? 0,
    blockedMs: due.get('block') ?? 0,
  })
}

function receipt({ accessionNumber, mode, transmission, messages }: SubmissionRecord) {
  const told = { mode, status: transmission, transmissionStatus: transmission }
  if (transmission === 'RECEIVED') return { accessionNumber, ...told }
  const [first] = messages.filter(({ type }) => type === 'ERROR')
  return { ...told, messages: [first ?? { type: 'ERROR', content: 'The submission will not be processed.' }] }
}

async function statuses(c: RehearsalContext, edgar: RehearsalEdgar): Promise<Response> {
  const caller = edgar.callerOf(tokensOf(c), false)?.caller
  if (!caller) return unauthorised(c)
  const numbers = await accessionNumbersIn(c)
  if (!numbers) return refusal(c, 400, 'accessionNumbers must name 1 to 25 submissions.')
  const responses = numbers.flatMap((number) => edgar.statusOf(number, caller) ?? [])
  return responses.length === 0 ? c.body(null, 204) : answer(c, 200, { responses })
}

async function accessionNumbersIn(c: RehearsalContext): Promise<string[] | undefined> {
  const json: unknown = await c.req.json().catch(() => undefined)
  const list = (json as { accessionNumbers?: unknown } | null | undefined)?.accessionNumbers
  if (!Array.isArray(list) || list.length < 1 || list.length > 25) return undefined
  return list.every((one) => typeof one === 'string') ? list : undefined
}

function verify(c: RehearsalContext, edgar: RehearsalEdgar): Response {
  const found = edgar.callerOf(tokensOf(c), true)
  if (!found) return unauthorised(c)
  const cik = c.req.param('cik') ?? ''
  const filer = /^\d{1,10}$/.test(cik) ? edgar.filer(tenDigits(cik)) : undefined
  const canFile = filer !== undefined && mayFileFor(edgar, found.caller, filer.cik)
  return answer(c, 200, {
    canFile,
    ...(canFile && { confirmationDueDate: new Date(filer.confirmationDueAt).toISOString() }),
    filerApiTokenExpirationDate: new Date(found.filerExpiresAt).toISOString(),
    userApiTokenExpirationDate: new Date(found.userExpiresAt).toISOString(),
    messages: [{ type: 'INFO', content: null }],
  })
}

function mayFileFor(edgar: RehearsalEdgar, caller: Caller, cik: string): boolean {
  return edgar.mayFile(caller) && edgar.actsFor(caller.cik, cik)
}
