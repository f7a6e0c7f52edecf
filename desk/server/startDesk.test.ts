import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { RehearsalClock, startRehearsal } from '@section16/edgar/rehearsal'
import { expect, test } from 'vitest'
import { open, type Role } from '../store/index.ts'
import { emptyDatabase } from '../store/testing/databases.mts'
import { accessTable } from './access.ts'
import { checkConfiguration, type DeskConfiguration } from './configuration.ts'
import { DEMONSTRATION_PASSWORD, seedDemonstration } from './demonstration.ts'
import { startDesk } from './startDesk.ts'
import { fileDemonstration, must, order, signAs, submissionOf } from './testing/acts.mts'
import { cookiesOf, inventServer, KEY, ORIGIN, type Visitor, visitorOf, WEDNESDAY } from './testing/server.mts'

/** A clock that goes on from a Wednesday. */
function fastened(): () => number {
  const started = Date.now()
  return () => WEDNESDAY + Date.now() - started
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

test('a desk is served on this machine only, and its worker files by itself', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'section16-desk-'))
  const opened = await open({ kind: 'sqlite', path: join(folder, 'desk.sqlite'), secretKeys: [KEY] }, WEDNESDAY)
  if ('refused' in opened) throw new Error(opened.refused.code)
  const store = opened.value
  // A desk by this machine’s clock would meet EDGAR's closing hours and holidays.
  const clock = fastened()
  const rehearsal = await startRehearsal({
    clock: new RehearsalClock(clock),
    timing: { hiddenMs: 0, judgedMs: 50, publicMs: 100 },
  })
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const desk = await startDesk(
    {
      store,
      origin,
      clock,
      sessionSecret: 'an invented secret of more than thirty-two characters',
      edgar: {
        destination: 'rehearsal',
        baseUrl: rehearsal.url,
        userAgent: 'section16/0.1.0 test@example.com',
      },
    },
    { tickMs: 20 },
  )
  try {
    const demonstration = await seedDemonstration(store, clock(), { auth: desk.auth, rehearsal })
    const { people, organizationId, draftId } = demonstration
    const visitors = new Map<Role, Visitor>()
    let cookie = ''
    for (const role of ['insider', 'preparer'] as const) {
      const body = { email: people[role].email, password: DEMONSTRATION_PASSWORD }
      const signedIn = await fetch(`${origin}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: {
          origin,
          'content-type': 'application/json',
        },
        body: JSON.stringify(body),
      })
      cookie = cookiesOf(signedIn)
      visitors.set(role, visitorOf(desk, [], cookie, origin))
    }
    const draft = await fetch(`${origin}/api/organizations/${organizationId}/drafts/${draftId}`, {
      headers: { cookie },
    })
    const { dues, findings } = (await draft.json()) as { dues: { isPast: boolean }[]; findings: unknown[] }
    expect([draft.status, dues.map(({ isPast }) => isPast), findings]).toEqual([200, [false], []])
    // The other name of this machine is not the desk’s own.
    const other = await fetch(`http://127.0.0.1:${port}/api/me`, {
      headers: { cookie, origin: `http://localhost:${port}` },
    })
    expect(other.status).toBe(403)
    const base = `/api/organizations/${organizationId}`
    const at = { demonstration, base, as: (role: Role) => visitors.get(role) as Visitor }
    must(await signAs(at), 201)
    const { id } = await order(at, 'LIVE')
    const state = async () => (await submissionOf(at, id)).state
    await expect.poll(state, { timeout: 30_000, interval: 100 }).toBe('accepted')
    const addresses = await fetch(`${origin}/api/openapi.json`)
    // Longer than reverse proxies keep a connection that rests.
    expect(addresses.headers.get('keep-alive')).toBe('timeout=75')
    type Paths = Record<string, Record<string, { operationId?: string }>>
    const { openapi, paths } = (await addresses.json()) as { openapi: string; paths: Paths }
    expect(openapi).toBe('3.1.0')
    const described = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId))
    expect(described).toEqual(expect.arrayContaining(Object.keys(accessTable)))
  } finally {
    await desk.close()
    await rehearsal.close()
    await store.close()
    rmSync(folder, { recursive: true })
  }
})

test('a configuration that contradicts itself is none', () => {
  const config = {
    store: undefined as unknown as DeskConfiguration['store'],
    origin: ORIGIN,
    sessionSecret: 'x'.repeat(32),
    edgar: { destination: 'rehearsal', baseUrl: 'http://127.0.0.1:1617', userAgent: 'x' },
  } as const
  expect(() => checkConfiguration(config)).not.toThrow()
  const odd: Partial<DeskConfiguration>[] = [
    { sessionSecret: 'short' },
    { trustedProxies: ['proxy.example'] },
    { webhook: { url: 'http://hooks.example', secret: `whsec_${'a'.repeat(40)}` } },
    { origin: 'http://desk.example' },
    { origin: `${ORIGIN}/` },
    { edgar: { ...config.edgar, baseUrl: 'https://api.edgarfiling.sec.gov' } },
    { edgar: { ...config.edgar, destination: 'edgar' } },
    { edgar: { ...config.edgar, destination: 'beta', baseUrl: 'https://api.edgarfiling.sec.gov' } },
  ]
  for (const one of odd) expect(() => checkConfiguration({ ...config, ...one }), JSON.stringify(one)).toThrow(TypeError)
})

test('a desk answers when it has worked its open drafts out', { timeout: 60_000 }, async () => {
  const { store, demonstration } = await inventServer()
  const { organizationId, people } = demonstration
  const rename = (name: string) => store.kysely.updateTable('insider').set({ name }).execute()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const edgar = {
    destination: 'rehearsal',
    baseUrl: 'http://127.0.0.1:9',
    userAgent: 'section16 test@example.com',
  } as const
  const sessionSecret = 'an invented secret of more than thirty-two characters'
  await rename('BEFORE')
  const desk = await startDesk({ store, origin, clock: fastened(), sessionSecret, edgar }, { tickMs: 60_000 })
  try {
    // Nothing in the audit trail tells of this name.
    await rename('AFTER')
    const body = { email: people.preparer.email, password: DEMONSTRATION_PASSWORD }
    const headers = { origin, 'content-type': 'application/json' }
    const sent = { method: 'POST', headers, body: JSON.stringify(body) }
    const cookie = cookiesOf(await fetch(`${origin}/api/auth/sign-in/email`, sent))
    const work = await fetch(`${origin}/api/organizations/${organizationId}/work`, { headers: { cookie } })
    const { items } = (await work.json()) as { items: { title: string }[] }
    expect(items.map(({ title }) => title)).toEqual([expect.stringContaining('BEFORE')])
  } finally {
    await desk.close()
  }
})

test('the demonstration is due ahead on any day', { timeout: 60_000 }, async () => {
  // A Saturday, the evening before a holiday, the day on which clocks change, a leap day.
  for (const at of ['2026-06-06T12:00Z', '2026-07-03T01:30Z', '2026-11-01T05:30Z', '2028-02-29T23:00Z']) {
    const now = Date.parse(at)
    const server = await inventServer({ at: now })
    const draft = must(await server.as('viewer').get(`${server.base}/drafts/${server.demonstration.draftId}`))
    expect(draft.dues.map((due: { at: number }) => due.at > now + 86_400_000)).toEqual([true])
    expect(draft.findings).toEqual([])
  }
})

test('the whole way on PostgreSQL too', { timeout: 90_000 }, async (context) => {
  const at = await inventServer({ store: await emptyDatabase('postgresql', context) })
  const accepted = await fileDemonstration(at)
  expect(accepted.state).toBe('accepted')
  expect(must(await at.as('viewer').get(`${at.base}/filings/${accepted.filingId}`)).intact).toBe(true)
  expect(must(await at.as('administrator').get(`${at.base}/audit/verification`)).intact).toBe(true)
})
