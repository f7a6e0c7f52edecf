import { type Act, made, newId, type View } from './act.ts'
import { type Answer, notFound, refuse } from './answer.ts'
import { record } from './audit.ts'
import { missing, unfit } from './checks.ts'
import type { InsiderRoleTable, Relationship } from './tables/people.ts'

/** What an insider becomes at an issuer, from which day on. */
export interface NewInsiderRole {
  insiderId: string
  issuerId: string
  relationship: Relationship
  title: string | null
  fromDay: string
}

/** An insider takes on a role at an issuer. */
export async function beginInsiderRole(act: Act, role: NewInsiderRole): Promise<Answer<InsiderRoleTable>> {
  const id = newId()
  const refusal =
    unfit(`insider_role/${id}`, [['day', role.fromDay]]) ??
    (await missing(act, [
      ['insider', role.insiderId],
      ['issuer', role.issuerId],
    ]))
  if (refusal) return refusal
  const { organizationId } = act
  const row = { organizationId, id, ...role, untilDay: null, ...made(act), endedBy: null, endedAt: null }
  await act.db.insertInto('insider_role').values(row).execute()
  await record(act, 'insiderRole.begun', 'insider', role.insiderId, { role: id, ...role })
  return { value: row }
}

/** A role ends; `untilDay` is the last day on which it is held. D406 when it ended before. */
export async function endInsiderRole(act: Act, id: string, untilDay: string): Promise<Answer<InsiderRoleTable>> {
  const path = `insider_role/${id}`
  const role = await roles(act).where('id', '=', id).executeTakeFirst()
  if (!role) return notFound('insider_role', id)
  const refusal = unfit(path, [['day', untilDay]])
  if (refusal) return refusal
  if (role.untilDay !== null) return refuse('D406', path, { subject: 'role', state: 'ended', wanted: 'ended' })
  const ended = { untilDay, endedBy: act.by, endedAt: act.at }
  await act.db
    .updateTable('insider_role')
    .set(ended)
    .where('organizationId', '=', act.organizationId)
    .where('id', '=', id)
    .execute()
  await record(act, 'insiderRole.ended', 'insider', role.insiderId, { role: id, untilDay })
  return { value: { ...role, ...ended } }
}

/** Roles at an issuer, of an insider or of several, or of them at it, oldest first; `onDay` leaves those held on that day. */
export async function insiderRoles(
  view: View,
  { insiderId, issuerId, onDay }: { insiderId?: string | readonly string[]; issuerId?: string; onDay?: string },
): Promise<InsiderRoleTable[]> {
  let query = roles(view)
  if (typeof insiderId === 'string') query = query.where('insiderId', '=', insiderId)
  else if (insiderId) query = query.where('insiderId', 'in', insiderId)
  if (issuerId !== undefined) query = query.where('issuerId', '=', issuerId)
  // ISO days sort as text.
  if (onDay !== undefined)
    query = query
      .where('fromDay', '<=', onDay)
      .where((eb) => eb.or([eb('untilDay', 'is', null), eb('untilDay', '>=', onDay)]))
  return query.orderBy('fromDay').orderBy('id').execute()
}

function roles({ db, organizationId }: View) {
  return db.selectFrom('insider_role').selectAll().where('organizationId', '=', organizationId)
}
