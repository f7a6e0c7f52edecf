import { type Act, made, newId, type View } from './act.ts'
import { type Answer, notFound } from './answer.ts'
import { record } from './audit.ts'
import { unfit } from './checks.ts'
import type { DelegationTable } from './tables/people.ts'

/** Which filer lets which entity file for it, and how far (EDGAR Next). */
export interface NewDelegation {
  filerCik: string
  toCik: string
  role: 'administrator' | 'user'
}

/** A delegation that was given at EDGAR. The same one noted twice is one. */
export async function addDelegation(act: Act, delegation: NewDelegation): Promise<Answer<DelegationTable>> {
  const id = newId()
  const refusal = unfit(`delegation/${id}`, [
    ['CIK', delegation.filerCik],
    ['CIK', delegation.toCik],
  ])
  if (refusal) return refusal
  const known = await delegationsOf(act, delegation.filerCik)
  const same = known.find(({ toCik, role }) => toCik === delegation.toCik && role === delegation.role)
  if (same) return { value: same }
  const row = { organizationId: act.organizationId, id, ...delegation, ...made(act), endedBy: null, endedAt: null }
  await act.db.insertInto('delegation').values(row).execute()
  await record(act, 'delegation.added', 'delegation', id, { ...delegation })
  return { value: row }
}

/** A delegation that ended. */
export async function endDelegation(act: Act, id: string): Promise<Answer<DelegationTable>> {
  const delegation = await current(act).where('id', '=', id).executeTakeFirst()
  if (!delegation) return notFound('delegation', id)
  const ended = { endedBy: act.by, endedAt: act.at }
  await act.db
    .updateTable('delegation')
    .set(ended)
    .where('organizationId', '=', act.organizationId)
    .where('id', '=', id)
    .execute()
  await record(act, 'delegation.ended', 'delegation', id)
  return { value: { ...delegation, ...ended } }
}

/** To whom a filer, or each of several, delegates now. */
export async function delegationsOf(view: View, filers: string | readonly string[]): Promise<DelegationTable[]> {
  const ciks = typeof filers === 'string' ? [filers] : filers
  if (ciks.length === 0) return []
  return current(view).where('filerCik', 'in', ciks).orderBy('createdAt').orderBy('id').execute()
}

function current({ db, organizationId }: View) {
  return db
    .selectFrom('delegation')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('endedAt', 'is', null)
}
