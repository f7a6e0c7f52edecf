import type { Kysely } from 'kysely'
import type { Tables } from './tables/index.ts'
import type { RoleGrantTable } from './tables/people.ts'
import type { UserTable } from './tables/signIn.ts'

/** Who is signed in by a session, until when, milliseconds UTC, and what they may do in the organisation asked for. */
export interface SignedIn {
  user: Pick<UserTable, 'id' | 'name' | 'email' | 'twoFactorEnabled'>
  expiresAt: number
  grants: RoleGrantTable[]
  /** How many entries the audit trail of that organisation has. */
  trailLength: number
}

/**
 * A session by its token: secret. `undefined` where there is none such; one that has expired may still be there. The
 * grants are those of `grantsOf`. Every request asks for all of this, and it is one query.
 */
export async function sessionOf(
  kysely: Kysely<Tables>,
  token: string,
  organizationId: string,
): Promise<SignedIn | undefined> {
  const rows = await kysely
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .leftJoin('role_grant', (join) =>
      join
        .onRef('role_grant.userId', '=', 'user.id')
        .on('role_grant.organizationId', '=', organizationId)
        .on('role_grant.endedAt', 'is', null),
    )
    .select(['session.expiresAt', 'user.id as userId', 'user.name', 'user.email', 'user.twoFactorEnabled'])
    .select(['role_grant.id', 'role_grant.role', 'role_grant.issuerId', 'role_grant.insiderId'])
    .select(['role_grant.createdBy', 'role_grant.createdAt'])
    .select((eb) =>
      eb.selectFrom('audit_chain').select('length').where('organizationId', '=', organizationId).as('trailLength'),
    )
    .where('session.token', '=', token)
    .orderBy('role_grant.createdAt')
    .orderBy('role_grant.id')
    .execute()
  const [found] = rows
  if (!found) return undefined
  const { userId, name, email, twoFactorEnabled, expiresAt } = found
  const grants: RoleGrantTable[] = []
  for (const { id, role, issuerId, insiderId, createdBy, createdAt } of rows)
    if (id !== null && role !== null && createdBy !== null && createdAt !== null) {
      const made = { createdBy, createdAt, endedBy: null, endedAt: null }
      grants.push({ organizationId, id, userId, role, issuerId, insiderId, ...made })
    }
  const user = { id: userId, name, email, twoFactorEnabled }
  return { user, expiresAt: new Date(expiresAt).getTime(), grants, trailLength: found.trailLength ?? 0 }
}
