import { type Act, made, newId, signInMoment, type View } from './act.ts'
import { type Answer, notFound, refuse } from './answer.ts'
import { record } from './audit.ts'
import { missing } from './checks.ts'
import type { Role, RoleGrantTable } from './tables/people.ts'

/** What a user may do, and where: everywhere, at one issuer (an agent has a grant for each), as one insider. */
export interface NewGrant {
  userId: string
  role: Role
  issuerId: string | null
  insiderId: string | null
}

/**
 * Gives a user a role, and makes them a member of the organisation if they are none. The same role given twice is one
 * grant. D404 when there is no such user, issuer or insider.
 */
export async function grantRole(act: Act, grant: NewGrant): Promise<Answer<RoleGrantTable>> {
  const user = await act.db.selectFrom('user').select('id').where('id', '=', grant.userId).executeTakeFirst()
  if (!user) return notFound('user', grant.userId)
  const refusal = await missing(act, [
    ['issuer', grant.issuerId],
    ['insider', grant.insiderId],
  ])
  if (refusal) return refusal
  const same = (await grantsOf(act, grant.userId)).find(
    ({ role, issuerId, insiderId }) =>
      role === grant.role && issuerId === grant.issuerId && insiderId === grant.insiderId,
  )
  if (same) return { value: same }
  await makeMember(act, grant.userId)
  const row = { organizationId: act.organizationId, id: newId(), ...grant, ...made(act), endedBy: null, endedAt: null }
  await act.db.insertInto('role_grant').values(row).execute()
  await record(act, 'role.granted', 'user', grant.userId, { grant: row.id, ...grant })
  return { value: row }
}

/** Takes a role away; with the last one the membership ends. D414 when nobody else would administer. */
export async function withdrawRole(act: Act, id: string): Promise<Answer<RoleGrantTable>> {
  const grant = await current(act).where('id', '=', id).executeTakeFirst()
  if (!grant) return notFound('role_grant', id)
  if (isOverall(grant) && (await current(act).execute()).filter(isOverall).length === 1)
    return refuse('D414', `role_grant/${id}`)
  const ended = { endedBy: act.by, endedAt: act.at }
  await act.db
    .updateTable('role_grant')
    .set(ended)
    .where('organizationId', '=', act.organizationId)
    .where('id', '=', id)
    .execute()
  if ((await grantsOf(act, grant.userId)).length === 0) await endMembership(act, grant.userId)
  await record(act, 'role.withdrawn', 'user', grant.userId, { grant: id, role: grant.role })
  return { value: { ...grant, ...ended } }
}

/** What a user may do in this organisation now. */
export async function grantsOf(view: View, userId: string): Promise<RoleGrantTable[]> {
  return current(view).where('userId', '=', userId).orderBy('createdAt').orderBy('id').execute()
}

/** All that is granted in this organisation now. */
export async function grants(view: View): Promise<RoleGrantTable[]> {
  return current(view).orderBy('createdAt').orderBy('id').execute()
}

/** An administrator of everything: who administers one issuer only cannot give roles. */
function isOverall({ role, issuerId, insiderId }: RoleGrantTable): boolean {
  return role === 'administrator' && issuerId === null && insiderId === null
}

function current({ db, organizationId }: View) {
  return db
    .selectFrom('role_grant')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('endedAt', 'is', null)
}

/** The role that better-auth's own table has for everybody; what a member may do says `role_grant`. */
const MEMBER = 'member'

async function makeMember(act: Act, userId: string): Promise<void> {
  const { db, organizationId, at, kind } = act
  const member = await membership(act, userId).executeTakeFirst()
  if (member) return
  const createdAt = signInMoment(kind, at)
  await db.insertInto('member').values({ id: newId(), organizationId, userId, role: MEMBER, createdAt }).execute()
}

async function endMembership(act: Act, userId: string): Promise<void> {
  const member = await membership(act, userId).executeTakeFirst()
  if (member) await act.db.deleteFrom('member').where('id', '=', member.id).execute()
}

function membership({ db, organizationId }: View, userId: string) {
  return db.selectFrom('member').select('id').where('organizationId', '=', organizationId).where('userId', '=', userId)
}
