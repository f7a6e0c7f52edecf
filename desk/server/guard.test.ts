import { createHmac } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, onTestFinished, test } from 'vitest'
import { backUp } from '../store/backup.ts'
import type { Store } from '../store/index.ts'
import { openSqlite } from '../store/sqlite.ts'
import * as contract from './contract/index.ts'
import { MOST_BYTES } from './guard.ts'
import { AGAIN, draftOf, fileDemonstration, must, order, PDF, signAs, work } from './testing/acts.mts'
import { cookiesOf, inventServer, KEY, ORIGIN, type Server } from './testing/server.mts'

const code = ({ status, body }: { status: number; body: { problem: { code: string } } }) => [status, body.problem.code]

test('requests by another name, from another page, or as a form are declined', async () => {
  const at = await inventServer()
  const preparer = at.as('preparer')
  expect(code(await preparer.send('GET', '/api/me', undefined, { host: 'evil.example:1616' }))).toEqual([403, 'D504'])
  expect(code(await preparer.send('GET', '/api/me', undefined, { origin: 'https://evil.example' }))).toEqual([
    403,
    'D504',
  ])
  const path = `${at.base}/drafts/${at.demonstration.draftId}`
  const strange: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'text/plain' },
  ]
  for (const headers of strange)
    expect(code(await preparer.send('POST', `${path}/approvals`, {}, headers))).toEqual([403, 'D504'])
  expect(code(await preparer.send('DELETE', path, undefined, { origin: 'https://evil.example' }))).toEqual([
    403,
    'D504',
  ])
  expect((await draftOf(at)).closed).toBeNull()
  expect(
    code(await at.visitor().send('POST', '/api/auth/sign-in/email', {}, { origin: 'https://evil.example' })),
  ).toEqual([403, 'D504'])
})

test('answers say how a browser may use them; sessions are cookies that scripts and other pages do not get', async () => {
  const at = await inventServer()
  const { headers } = await at.as('viewer').get('/api/me')
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cache-control')).toBe('no-store')
  const page = await at.as('viewer').get(`${at.base}/drafts/${at.demonstration.draftId}/page.html`)
  expect(page.headers.get('content-security-policy')).toContain('sandbox')
  const { email } = at.demonstration.people.viewer
  const signedIn = await at.visitor().post('/api/auth/sign-in/email', { email, ...AGAIN })
  expect(signedIn.headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/)
})

test('nobody makes an account or an organisation past the desk; guessing passwords is slowed', async () => {
  const at = await inventServer()
  const account = { name: 'Mallory', email: 'mallory@evil.example', password: 'a long invented password' }
  expect((await at.visitor().post('/api/auth/sign-up/email', account)).status).toBe(404)
  const own = await at.as('viewer').post('/api/auth/organization/create', { name: 'X', slug: 'x' })
  expect(own.status).toBe(404)
  const { email } = at.demonstration.people.viewer
  const guess = () => at.visitor().post('/api/auth/sign-in/email', { email, password: 'a wrong password' })
  const statuses = []
  for (let i = 0; i < 5; i++) statuses.push((await guess()).status)
  expect(statuses.slice(0, 3)).toEqual([401, 401, 401])
  expect(statuses.at(-1)).toBe(429)
})

test('too much is declined, and what is not of its shape is named without being quoted', async () => {
  const at = await inventServer()
  const large = await at.as('preparer').send('POST', `${at.base}/events`, 'x'.repeat(MOST_BYTES + 1))
  expect(code(large)).toEqual([413, 'D507'])
  const { insiderId } = at.demonstration
  const odd = await at.as('preparer').put(`${at.base}/insiders/${insiderId}/ccc`, { ccc: 'canary-of-the-wrong-length' })
  expect(code(odd)).toEqual([400, 'D501'])
  expect(odd.text).not.toContain('canary')
  expect(code(await at.as('preparer').send('POST', `${at.base}/events`, '{"a":'))).toEqual([400, 'D501'])
  expect((await at.visitor().get(`${at.base}/insiders/${insiderId}`)).status).toBe(401)
})

test('the second factor is asked for, at sign-in and when signing in again', async () => {
  const at = await inventServer()
  const director = at.as('insider')
  const setUp = must(await director.post('/api/auth/two-factor/enable', AGAIN))
  const secret = new URL(setUp.totpURI).searchParams.get('secret') ?? ''
  const now = () => oneTimeCode(secret)
  const verified = await director.post('/api/auth/two-factor/verify-totp', { code: now() })
  must(verified)
  const { email } = at.demonstration.people.insider
  const half = await at.visitor().post('/api/auth/sign-in/email', { email, ...AGAIN })
  expect(half.body.twoFactorRedirect).toBe(true)
  expect(half.headers.getSetCookie().join()).not.toMatch(/session_token=[^;]/)
  // The session was renewed with it.
  const renewed = at.visitor(cookiesOf(verified))
  const path = `${at.base}/attestations`
  const attested = { signedOn: '2026-06-01', document: PDF }
  expect(code(await renewed.post(path, { ...attested, again: AGAIN }))).toEqual([401, 'D505'])
  expect(code(await renewed.post(path, { ...attested, again: { ...AGAIN, code: '000000' } }))).toEqual([401, 'D505'])
  must(await renewed.post(path, { ...attested, again: { ...AGAIN, code: now() } }), 201)
})

/** The code of a second factor now (RFC 6238), as an authenticator makes it from the secret in base32. */
function oneTimeCode(secret: string): string {
  const bits = secret
    .split('')
    .map((digit) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(digit).toString(2).padStart(5, '0'))
  const key = Uint8Array.from(bits.join('').match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const number = hash.readUInt32BE((hash.at(-1) ?? 0) & 15) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

const CANARIES = ['rowan*16', AGAIN.password]

test('CCC and tokens are in no output and no stored byte but the upload file', { timeout: 600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'section16-canaries-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'desk.sqlite')
  const at = await inventServer({ store: { kind: 'sqlite', path, secretKeys: [KEY] } })
  const tokens = ['canary-filer-token-1234567890', 'canary-user-token-1234567890']
  const administrator = at.as('administrator')
  must(await signAs(at), 201)
  const { hash } = await draftOf(at)
  const draft = `${at.base}/drafts/${at.demonstration.draftId}`
  const upload = { ofHash: hash, mode: 'TEST', again: AGAIN }
  expect(code(await at.as('preparer').post(`${draft}/upload-file`, { ...upload, mode: 'LIVE' }))).toEqual([422, 'D531'])
  expect(code(await at.as('preparer').post(`${draft}/upload-file`, { ...upload, again: { password: 'no' } }))[0]).toBe(
    401,
  )
  const before = at.answers.length
  const file = await at.as('preparer').post(`${draft}/upload-file`, upload)
  at.answers.splice(before, 1)
  expect(file.headers.get('cache-control')).toBe('no-store')
  const [, form = ''] = /<documentMimeBlock>([^<]+)</.exec(file.text) ?? []
  expect(Buffer.from(form, 'base64').toString()).toContain('<rptOwnerCcc>rowan*16</rptOwnerCcc>')
  const { id } = await order(at, 'LIVE')
  await work(at, 0, 3000, 3000)
  must(await administrator.put(`${at.base}/edgar/filer-token`, { token: tokens[0], expiresAt: null }))
  must(await administrator.put(`${at.base}/edgar/user-token`, { token: tokens[1], expiresAt: null }))
  const { filingId } = must(await administrator.get(`${at.base}/submissions/${id}`))
  const asked = await everythingShown(at, { submission: id, filing: filingId })
  expect(asked.filter(({ status }) => status === 500)).toEqual([])
  expect(asked.filter(({ status }) => status === 200).length).toBeGreaterThan(20)
  const pages = [await pdfText(at, `${draft}/page.pdf`), await pdfText(at, `${at.base}/filings/${filingId}/page.pdf`)]
  for (const page of pages) expect(page).toContain('16 Tidal Road')
  const copied = openSqlite(path)
  backUp(copied, join(folder, 'backup.sqlite'))
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
  copied.close()
  const stored = [...(await everythingStored(at.store.kysely)), ...files, ...pages]
  const forms = [form, Buffer.from('rowan*16').toString('base64').slice(0, 10)]
  const issued = /rehearsal-(filer|user)-[0-9a-f]{48}/
  expect([...at.answers, ...at.log, ...stored].filter((text) => issued.test(text))).toEqual([])
  for (const canary of [...CANARIES, ...tokens, ...forms]) {
    expect(
      at.answers.filter((answer) => answer.includes(canary)),
      canary,
    ).toEqual([])
    expect(
      at.log.filter((line) => line.includes(canary)),
      canary,
    ).toEqual([])
    expect(
      stored.filter((text) => text.includes(canary)),
      canary,
    ).toEqual([])
  }
})

/** Every route that only reads, asked by the administrator; their answers are with the others. */
async function everythingShown({ as, base, demonstration }: Server, known: Record<string, string>) {
  const { issuerId, insiderId, draftId } = demonstration
  const { eventId } = must(await as('administrator').get(`${base}/drafts/${draftId}`))
  const names: Record<string, string> = {
    issuer: issuerId,
    insider: insiderId,
    draft: draftId,
    event: eventId,
    ...known,
  }
  const routes = (Object.values(contract) as { method?: string; path?: string }[]).filter(
    ({ method }) => method === 'get',
  )
  const paths = routes.map(({ path = '' }) =>
    path.replace(contract.base, base).replaceAll(/\{(\w+)\}/g, (_, name: string) => names[name] ?? 'none'),
  )
  return Promise.all(
    paths.map(async (path) => ({ path, status: (await as('administrator').get(`${path}?issuer=${issuerId}`)).status })),
  )
}

/** The words of a PDF, which stand in it compressed and as numbers of glyphs. */
async function pdfText({ app, visitor, demonstration }: Server, path: string): Promise<string> {
  const { email } = demonstration.people.viewer
  const signedIn = await visitor().post('/api/auth/sign-in/email', { email, ...AGAIN })
  const answer = await app.request(ORIGIN + path, { headers: { cookie: cookiesOf(signedIn) } })
  const document = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()))
  return (await extractText(document, { mergePages: true })).text
}

/** Every value of every table, bytes as text. */
async function everythingStored(kysely: Store['kysely']): Promise<string[]> {
  const tables = await sql<{ name: string }>`select name from sqlite_master where type = 'table'`.execute(kysely)
  const found: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(kysely)
    for (const row of rows)
      for (const value of Object.values(row))
        found.push(value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value))
  }
  return found
}

test('a failure says where and not with what', async () => {
  const at = await inventServer()
  await fileDemonstration(at)
  await at.store.kysely.schema.dropTable('holding').execute()
  const { insiderId, issuerId } = at.demonstration
  const failed = await at.as('preparer').get(`${at.base}/insiders/${insiderId}/holdings?issuer=${issuerId}`)
  expect(code(failed)).toEqual([500, 'D508'])
  expect(at.log).toHaveLength(1)
  expect(at.log[0]).toContain(failed.body.problem.data.reference)
  expect(at.log[0]).not.toContain('no such table')
})

test('nothing goes to the real EDGAR without its switch, and of a demonstration never', async () => {
  const edgar = {
    destination: 'edgar',
    baseUrl: 'https://api.edgarfiling.sec.gov',
    fetch: () => Promise.reject(new Error('asked')),
  } as const
  for (const [switches, expected] of [
    [{}, 'D532'],
    [{ allowTest: true }, 'D532'],
    [{ allowTest: true, allowLive: true }, 'D531'],
  ] as const) {
    const at = await inventServer({ edgar: { ...edgar, ...switches } })
    must(await signAs(at), 201)
    const { hash, toType } = await draftOf(at)
    expect(toType.LIVE).toBe('file form 4 with the SEC')
    const marked = expected === 'D531' ? {} : { metadata: null }
    await at.store.kysely
      .updateTable('organization')
      .set(marked.metadata === null ? marked : { logo: null })
      .execute()
    const wanted = { ofHash: hash, mode: 'LIVE', typed: toType.LIVE }
    const refused = await at.as('preparer').post(`${at.base}/drafts/${at.demonstration.draftId}/submissions`, wanted)
    expect(code(refused)).toEqual([422, expected])
    await work(at, 0)
  }
})
