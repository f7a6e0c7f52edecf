import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { organization } from 'better-auth/plugins/organization'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { expect } from 'vitest'
import type { Store } from './open.ts'
import { organizationsOf } from './organizations.ts'
import { NOW, onBoth } from './testing/databases.mts'

function options({ kind, kysely }: Store) {
  return {
    baseURL: 'http://localhost:1616',
    secret: 'an invented secret of more than thirty-two characters',
    database: { db: kysely, type: kind === 'sqlite' ? 'sqlite' : 'postgres' },
    emailAndPassword: { enabled: true },
    rateLimit: { enabled: true, storage: 'database' },
    telemetry: { enabled: false },
    plugins: [organization(), twoFactor()],
  } as const
}

onBoth('better-auth finds every table and column it needs', async ({ store }) => {
  const { toBeCreated, toBeAdded } = await getMigrations({ ...options(store), plugins: [organization(), twoFactor()] })
  expect(toBeCreated).toEqual([])
  expect(toBeAdded).toEqual([])
})

onBoth('better-auth signs people up and in, with organisations, through the same Kysely', async ({ store, userId }) => {
  const auth = betterAuth({ ...options(store), plugins: [organization(), twoFactor()] })
  const person = { email: `fern.${userId}@quill.example`, password: 'a long invented password', name: 'Fern Quill' }
  const { user } = await auth.api.signUpEmail({ body: person })
  const signedIn = await auth.api.signInEmail({
    body: { email: person.email, password: person.password },
    asResponse: true,
  })
  const headers = new Headers({
    cookie: signedIn.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  })
  expect((await auth.api.getSession({ headers }))?.user.email).toBe(person.email)
  const made = await auth.api.createOrganization({ body: { name: 'Fern', slug: `fern-${userId}` }, headers })
  expect(made?.name).toBe('Fern')
  const setUp = await auth.api.enableTwoFactor({ body: { password: person.password }, headers })
  expect(setUp.totpURI).toContain('otpauth://')
  const row = await store.kysely.selectFrom('user').selectAll().where('id', '=', user.id).executeTakeFirstOrThrow()
  expect(new Date(row.createdAt).getTime()).toBeGreaterThan(NOW - 10 * 365 * 86_400_000)
  // A member without a role granted by the desk is in no organisation of the desk.
  expect(await organizationsOf(store.kysely, user.id)).toEqual([])
})
