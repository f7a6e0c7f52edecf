import type { Kysely } from 'kysely'
import type { Tables } from './tables/index.ts'
import type { UserTable } from './tables/signIn.ts'

/** Who is signed in by a session, and until when, milliseconds UTC. */
export interface SignedIn {
  user: UserTable
  expiresAt: number
}

/** A session by its token: secret. `undefined` where there is none such; one that has expired may still be there. */
export async function sessionOf(kysely: Kysely<Tables>, token: string): Promise<SignedIn | undefined> {
  const found = await kysely
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .selectAll('user')
    .select('session.expiresAt')
    .where('session.token', '=', token)
    .executeTakeFirst()
  if (!found) return undefined
  const { expiresAt, ...user } = found
  return { user, expiresAt: new Date(expiresAt).getTime() }
}
