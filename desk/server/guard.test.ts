import { expect, test } from 'vitest'
import { MOST_BYTES } from './guard.ts'
import { AGAIN, draftOf, fileDemonstration, must, order, signAs, work } from './testing/acts.mts'
import { inventServer } from './testing/server.mts'

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
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-type': 'text/plain' },
  ])
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
  const { createOTP } = await import('@better-auth/utils/otp')
  const { base32 } = await import('@better-auth/utils/base32')
  const now = () => createOTP(new TextDecoder().decode(base32.decode(secret)), { digits: 6, period: 30 }).totp()
  must(await director.post('/api/auth/two-factor/verify-totp', { code: await now() }))
  const { email } = at.demonstration.people.insider
  const half = await at.visitor().post('/api/auth/sign-in/email', { email, ...AGAIN })
  expect(half.body.twoFactorRedirect).toBe(true)
  expect(half.headers.getSetCookie().join()).not.toMatch(/session_token=[^;]/)
})

const CANARIES = ['rowan*16', AGAIN.password]

test('CCC and tokens are in no answer, log, page or stored byte but the upload file', async () => {
  const at = await inventServer()
  const tokens = ['canary-filer-token-1234567890', 'canary-user-token-1234567890']
  const administrator = at.as('administrator')
  must(await signAs(at), 201)
  const { hash } = await draftOf(at)
  const path = `${at.base}/drafts/${at.demonstration.draftId}`
  const upload = { ofHash: hash, mode: 'TEST', again: AGAIN }
  expect(code(await at.as('preparer').post(`${path}/upload-file`, { ...upload, mode: 'LIVE' }))).toEqual([422, 'D531'])
  expect(code(await at.as('preparer').post(`${path}/upload-file`, { ...upload, again: { password: 'no' } }))[0]).toBe(
    401,
  )
  const before = at.answers.length
  const file = await at.as('preparer').post(`${path}/upload-file`, upload)
  at.answers.splice(before, 1)
  expect(file.headers.get('cache-control')).toBe('no-store')
  const [, form = ''] = /<documentMimeBlock>([^<]+)</.exec(file.text) ?? []
  expect(Buffer.from(form, 'base64').toString()).toContain('<rptOwnerCcc>rowan*16</rptOwnerCcc>')
  const { id } = await order(at, 'LIVE')
  await work(at, 0, 3000, 3000)
  must(await administrator.put(`${at.base}/edgar/filer-token`, { token: tokens[0], expiresAt: null }))
  must(await administrator.put(`${at.base}/edgar/user-token`, { token: tokens[1], expiresAt: null }))
  const { filingId } = must(await administrator.get(`${at.base}/submissions/${id}`))
  for (const what of [
    'edgar',
    'audit',
    'work',
    'calendar.ics',
    'members',
    'insiders',
    'filings',
    `filings/${filingId}/page.html`,
  ])
    must(await administrator.get(`${at.base}/${what}`))
  must(await administrator.get(`${at.base}/filings/${filingId}/form.xml`))
  for (const what of ['page.html', 'form.xml']) must(await administrator.get(`${path}/${what}`))
  const stored = await everythingStored(at.store.kysely)
  const forms = [form, Buffer.from('rowan*16').toString('base64').slice(0, 10)]
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

/** Every value of every table, bytes as text. */
// biome-ignore lint/suspicious/noExplicitAny: all tables, better-auth's too.
async function everythingStored(kysely: any): Promise<string[]> {
  const { sql } = await import('kysely')
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
