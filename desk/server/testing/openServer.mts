/** A desk with its demonstration and the rehearsal EDGAR beside it, in one process, at a moment of the test's choosing. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Rehearsal, RehearsalClock, startRehearsal } from '@section16/edgar/rehearsal'
import { open, type Role, type Store, type StoreConfig } from '../../store/index.ts'
import { PEER } from '../auth.ts'
import type { DeskConfiguration } from '../configuration.ts'
import { createDesk, type StartedDesk } from '../createDesk.ts'
import { DEMONSTRATION_PASSWORD, type Demonstration, seedDemonstration } from '../demonstration.ts'

/** A Wednesday at noon in New York, in 2026. */
export const WEDNESDAY = Date.UTC(2026, 5, 3, 16)

export const ORIGIN = 'http://127.0.0.1:1616'

export interface Answered {
  status: number
  /** Whatever JSON came. */
  body: ReturnType<typeof JSON.parse>
  text: string
  headers: Headers
}

/** Somebody at a browser. */
export interface Visitor {
  get: (path: string) => Promise<Answered>
  post: (path: string, body?: unknown) => Promise<Answered>
  put: (path: string, body: unknown) => Promise<Answered>
  delete: (path: string) => Promise<Answered>
  send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answered>
}

export interface Server extends StartedDesk {
  store: Store
  rehearsal: Rehearsal
  demonstration: Demonstration
  /** `/api/organizations/…` of the demonstration. */
  base: string
  /** What the desk wrote into its log. */
  log: string[]
  /** Everything that was answered, for canaries. */
  answers: string[]
  as: (role: Role) => Visitor
  visitor: (cookie?: string) => Visitor
  signIn: (email: string, password?: string) => Promise<Visitor>
  /** Lets time pass at the desk and at the rehearsal. */
  advance: (milliseconds: number) => void
  now: () => number
  close: () => Promise<void>
}

export interface Options {
  at?: number
  store?: StoreConfig
  /** The journal of the rehearsal beside it; none where absent. */
  journal?: string
  /** The demonstration that is in the store already; a new one is made where absent. */
  kept?: (store: Store) => Promise<Demonstration>
  edgar?: Partial<DeskConfiguration['edgar']>
  mail?: DeskConfiguration['mail']
  webhook?: DeskConfiguration['webhook']
}

export const KEY = { id: 'k1', key: new Uint8Array(32).fill(7) }

export async function openServer(options: Options = {}): Promise<Server> {
  const { at = WEDNESDAY, store: given, edgar = {}, journal, kept, mail, webhook } = options
  let now = at
  const folder = mkdtempSync(join(tmpdir(), 'section16-desk-'))
  const config = given ?? { kind: 'sqlite' as const, path: join(folder, 'desk.sqlite'), secretKeys: [KEY] }
  const opened = await open(config, now)
  if ('refused' in opened) throw new Error(JSON.stringify(opened.refused))
  const store = opened.value
  const rehearsal = await startRehearsal({
    clock: new RehearsalClock(() => now),
    ...(journal !== undefined && { journal }),
  })
  const log: string[] = []
  const answers: string[] = []
  const desk = createDesk({
    store,
    edgar: {
      destination: 'rehearsal',
      baseUrl: rehearsal.url,
      userAgent: 'section16/0.1.0 test@example.com',
      ...edgar,
    },
    clock: () => now,
    origin: ORIGIN,
    sessionSecret: 'an invented secret of more than thirty-two characters',
    log: (line) => log.push(line),
    ...(mail && { mail }),
    ...(webhook && { webhook }),
  })
  const close = async () => {
    await rehearsal.close()
    await store.close()
    rmSync(folder, { recursive: true })
  }
  const demonstration = await (kept?.(store) ?? seedDemonstration(store, now, { auth: desk.auth, rehearsal }))
  let peers = 0
  const visitor = (cookie?: string) => visitorOf(desk, answers, cookie)
  const signIn = async (email: string, password = DEMONSTRATION_PASSWORD) => {
    // Each from an address of their own: failed sign-ins are counted by address.
    const peer = { [PEER]: `10.0.0.${++peers}` }
    const answer = await visitor().send('POST', '/api/auth/sign-in/email', { email, password }, peer)
    if (answer.status !== 200) throw new Error(`${email}: ${answer.status} ${answer.text}`)
    return visitor(cookiesOf(answer))
  }
  const people = new Map<Role, Promise<Visitor>>()
  const signedIn = (role: Role) => {
    const known = people.get(role) ?? signIn(demonstration.people[role].email)
    people.set(role, known)
    return known
  }
  return {
    ...desk,
    store,
    rehearsal,
    demonstration,
    log,
    answers,
    visitor,
    signIn,
    base: `/api/organizations/${demonstration.organizationId}`,
    as: (role) => shortened(async (...all) => (await signedIn(role)).send(...all)),
    advance: (milliseconds) => {
      now += milliseconds
    },
    now: () => now,
    close,
  }
}

/** The cookies that an answer sets, as a browser sends them back. */
export function cookiesOf({ headers }: { headers: Headers }): string {
  return headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

export function visitorOf(
  { app }: Pick<StartedDesk, 'app'>,
  answers: string[],
  cookie?: string,
  origin = ORIGIN,
): Visitor {
  const send: Visitor['send'] = async (method, path, body, headers = {}) => {
    const response = await app.request(origin + path, {
      method,
      headers: {
        ...(method !== 'GET' && { origin }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(cookie !== undefined && { cookie }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    answers.push(text)
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      body: isJson && text !== '' ? JSON.parse(text) : undefined,
      text,
      headers: response.headers,
    }
  }
  return shortened(send)
}

function shortened(send: Visitor['send']): Visitor {
  return {
    send,
    get: (path) => send('GET', path),
    post: (path, body = {}) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    delete: (path) => send('DELETE', path),
  }
}
