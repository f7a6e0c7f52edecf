import { expect, test } from 'vitest'
import { AGAIN, must } from './testing/acts.mts'
import { cookiesOf, inventServer, type Server } from './testing/server.mts'

const HOUR_MS = 3_600_000

/** The director, signed in once more and known to the desk. */
async function known(at: Server) {
  const { email, userId } = at.demonstration.people.insider
  const signedIn = await at.visitor().post('/api/auth/sign-in/email', { email, ...AGAIN })
  const cookies = cookiesOf(signedIn)
  const visitor = at.visitor(cookies)
  expect(must(await visitor.get('/api/me')).id).toBe(userId)
  return { cookies, visitor, statusOf: async (one = visitor) => (await one.get('/api/me')).status }
}

async function set(at: Server, cookies: string, hours: number): Promise<string> {
  const token = decodeURIComponent(/session_token=([^.;]+)/.exec(cookies)?.[1] ?? '')
  const expiresAt = new Date(Date.now() + hours * HOUR_MS).toISOString()
  await at.store.kysely.updateTable('session').set({ expiresAt }).where('token', '=', token).execute()
  return token
}

test('who signs out is out at once, and nobody else', async () => {
  const at = await inventServer()
  const one = await known(at)
  const other = await known(at)
  must(await one.visitor.post('/api/auth/sign-out', {}))
  expect(await one.statusOf()).toBe(401)
  expect(await other.statusOf()).toBe(200)
})

test('a session that has expired is none, and one of which an hour is gone lasts anew when something is asked', async () => {
  const at = await inventServer()
  const { cookies, statusOf } = await known(at)
  const token = await set(at, cookies, 10)
  expect(await statusOf()).toBe(200)
  const { expiresAt } = await at.store.kysely
    .selectFrom('session')
    .select('expiresAt')
    .where('token', '=', token)
    .executeTakeFirstOrThrow()
  expect(new Date(expiresAt).getTime()).toBeGreaterThan(Date.now() + 11.9 * HOUR_MS)
  await set(at, cookies, -0.001)
  expect(await statusOf()).toBe(401)
})

test('a cookie whose signature is another is nobody’s, however well its session is known', async () => {
  const at = await inventServer()
  const { cookies, statusOf } = await known(at)
  const forged = cookies.replace(/(session_token=[^;]*?)(.)(?=%3D|=|;|$)/, (_, rest: string, last: string) =>
    [rest, last === 'A' ? 'B' : 'A'].join(''),
  )
  expect(forged).not.toBe(cookies)
  expect(await statusOf(at.visitor(forged))).toBe(401)
  expect(await statusOf()).toBe(200)
})

test('a name is the one that it is now', async () => {
  const at = await inventServer()
  const { visitor } = await known(at)
  const { userId } = at.demonstration.people.insider
  await at.store.kysely.updateTable('user').set({ name: 'Dana Newname' }).where('id', '=', userId).execute()
  expect(must(await visitor.get('/api/me')).name).toBe('Dana Newname')
})
