import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { open } from '../store/index.ts'
import { hashedPassword, makeAccount } from './auth.ts'
import { type ServedDesk, startDesk } from './startDesk.ts'
import { KEY, WEDNESDAY } from './testing/server.mts'

const PUBLIC = 'https://desk.quill.example'
const PASSWORD = 'an invented password'
const EMAIL = 'ada@quill.example'

interface Asked {
  status: number
  headers: NodeJS.Dict<string | string[]>
}

/** A request as a reverse proxy on this machine makes it: under the public name, with whom it was asked by. */
function asking({ port }: ServedDesk) {
  return (method: string, path: string, headers: Record<string, string>, body?: object) =>
    new Promise<Asked>((resolve, reject) => {
      const type = body && { 'content-type': 'application/json' }
      const sent = request({ host: '127.0.0.1', port, method, path, headers: { ...type, ...headers } }, (answer) => {
        answer.resume()
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }))
      })
      sent.on('error', reject)
      sent.end(body && JSON.stringify(body))
    })
}

async function served(trustedProxies: readonly string[], work: (ask: ReturnType<typeof asking>) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'section16-proxy-'))
  const opened = await open({ kind: 'sqlite', path: join(folder, 'desk.sqlite'), secretKeys: [KEY] }, WEDNESDAY)
  if ('refused' in opened) throw new Error(opened.refused.code)
  const edgar = { destination: 'rehearsal', baseUrl: 'http://127.0.0.1:9', userAgent: 'section16/0.1.0' } as const
  const config = { store: opened.value, origin: PUBLIC, sessionSecret: 'x'.repeat(40), edgar, trustedProxies }
  const desk = await startDesk(config, { port: 0 })
  try {
    const passwordHash = await hashedPassword(desk.auth, PASSWORD)
    await makeAccount(desk.auth, { email: EMAIL, name: 'Ada Quill', passwordHash })
    await work(asking(desk))
  } finally {
    await desk.close()
    await opened.value.close()
    rmSync(folder, { recursive: true })
  }
}

const HOST = { host: 'desk.quill.example', origin: PUBLIC }

/** Attempts to sign in that cost nothing, and are counted as any other: without e-mail or password. */
async function attempts(ask: ReturnType<typeof asking>, headers: (i: number) => Record<string, string>) {
  const statuses = []
  for (let i = 0; i < 5; i++)
    statuses.push((await ask('POST', '/api/auth/sign-in/email', { ...HOST, ...headers(i) }, {})).status)
  return statuses
}

test('behind a trusted proxy each client’s attempts are its own; X-Forwarded-For is the proxy’s word alone', async () => {
  await served(['127.0.0.1'], async (ask) => {
    // What the client claims itself stands before what the proxy adds, and changes nothing.
    const guesses = await attempts(ask, (i) => ({ 'x-forwarded-for': `192.0.2.${i}, 203.0.113.7` }))
    expect(guesses).toEqual([400, 400, 400, 429, 429])
    const headers = { ...HOST, 'x-forwarded-for': '203.0.113.8' }
    const body = { email: EMAIL, password: PASSWORD }
    expect((await ask('POST', '/api/auth/sign-in/email', headers, body)).status).toBe(200)
  })
})

test('without a trusted proxy the header is nobody’s word', async () => {
  await served([], async (ask) => {
    const guesses = await attempts(ask, (i) => ({ 'x-forwarded-for': `203.0.113.${i}`, 'x-real-ip': `203.0.113.${i}` }))
    expect(guesses).toEqual([400, 400, 400, 429, 429])
  })
})

test('it answers to its public name alone, whatever another name says it was forwarded for', async () => {
  await served(['127.0.0.1'], async (ask) => {
    const forwarded = { 'x-forwarded-host': 'desk.quill.example', 'x-forwarded-proto': 'https' }
    for (const host of ['127.0.0.1:1616', 'evil.example', 'desk.quill.example:8443'])
      expect((await ask('GET', '/api/openapi.json', { host, ...forwarded })).status).toBe(403)
    const open = await ask('GET', '/api/openapi.json', { host: HOST.host })
    expect(open.status).toBe(200)
    expect(open.headers['strict-transport-security']).toBe('max-age=31536000')
    const body = { email: EMAIL, password: PASSWORD }
    const foreign = { host: HOST.host, origin: 'https://evil.example', 'x-forwarded-for': '203.0.113.9' }
    expect((await ask('POST', '/api/auth/sign-in/email', foreign, body)).status).toBe(403)
    const inTheClear = { host: HOST.host, origin: 'http://desk.quill.example', 'x-forwarded-for': '203.0.113.9' }
    expect((await ask('POST', '/api/auth/sign-in/email', inTheClear, body)).status).toBe(403)
    const signedIn = await ask('POST', '/api/auth/sign-in/email', { ...HOST, 'x-forwarded-for': '203.0.113.9' }, body)
    expect(String(signedIn.headers['set-cookie'])).toMatch(/^__Secure-[^;]+;.*HttpOnly; Secure|Secure;.*HttpOnly/)
  })
})
