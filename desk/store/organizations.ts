import type { Kysely } from 'kysely'
import { newId, signInMoment } from './act.ts'
import { type Answer, refuse } from './answer.ts'
import { grantRole } from './grants.ts'
import type { Store } from './open.ts'
import type { Tables } from './tables/index.ts'
import type { OrganizationTable } from './tables/signIn.ts'

/**
 * A new organisation with its first administrator, a user that exists. D407 when the short name is taken. What a
 * failure between the two steps leaves is an organisation without a member, which nobody sees.
 */
export async function foundOrganization(
  store: Store,
  { name, slug, userId, at }: { name: string; slug: string; userId: string; at: number },
): Promise<Answer<OrganizationTable>> {
  const taken = await store.kysely.selectFrom('organization').select('id').where('slug', '=', slug).executeTakeFirst()
  if (taken) return refuse('D407', `organization/${slug}`, { subject: 'organization', what: 'short name' })
  const row = { id: newId(), name, slug, logo: null, createdAt: signInMoment(store.kind, at), metadata: null }
  await store.kysely.insertInto('organization').values(row).execute()
  const granted = await store.act({ organizationId: row.id, by: userId, at }, (act) =>
    grantRole(act, { userId, role: 'administrator', issuerId: null, insiderId: null }),
  )
  return 'refused' in granted ? granted : { value: row }
}

/** The organisations in which a user has any role now. */
export async function organizationsOf(kysely: Kysely<Tables>, userId: string): Promise<OrganizationTable[]> {
  return kysely
    .selectFrom('organization')
    .selectAll()
    .where('id', 'in', (eb) =>
      eb.selectFrom('role_grant').select('organizationId').where('userId', '=', userId).where('endedAt', 'is', null),
    )
    .orderBy('name')
    .execute()
}
