import { type Act, made, newId, type View } from './act.ts'
import { type Answer, notFound, refuse } from './answer.ts'
import { record } from './audit.ts'
import { canonicalJson, type Json } from './canonicalJson.ts'
import { unfit } from './checks.ts'
import type { InsiderTable } from './tables/people.ts'

/** What can be said, and corrected, of an insider. */
export interface InsiderFields {
  kind: 'person' | 'entity'
  /** Null until EDGAR gave one. */
  cik: string | null
  name: string
  email: string | null
  details: Json
}

export type Insider = Omit<InsiderTable, 'details'> & { details: Json }

/** A new insider. D407 when the organisation has one with this CIK. */
export async function addInsider(act: Act, fields: InsiderFields): Promise<Answer<Insider>> {
  const id = newId()
  const refusal = unfit(`insider/${id}`, [['CIK', fields.cik]]) ?? (await cikTaken(act, id, fields.cik))
  if (refusal) return refusal
  const { organizationId } = act
  const row = { organizationId, id, ...columns(fields), revision: 1, ...made(act), retiredAt: null }
  await act.db.insertInto('insider').values(row).execute()
  await record(act, 'insider.added', 'insider', id, fieldsOf(fields))
  return { value: shown(row) }
}

/** Corrects an insider, the CIK too. `revision` is the one it was read with; D403 when somebody corrected it since. */
export async function correctInsider(
  act: Act,
  id: string,
  revision: number,
  fields: InsiderFields,
): Promise<Answer<Insider>> {
  const path = `insider/${id}`
  const before = await insider(act, id)
  if (!before) return notFound('insider', id)
  if (before.revision !== revision) return refuse('D403', path, { basedOn: revision, current: before.revision })
  const refusal = unfit(path, [['CIK', fields.cik]]) ?? (await cikTaken(act, id, fields.cik))
  if (refusal) return refusal
  await update(act, id, { ...columns(fields), revision: revision + 1 })
  await record(act, 'insider.corrected', 'insider', id, { before: fieldsOf(before), after: fieldsOf(fields) })
  return { value: { ...before, ...fields, revision: revision + 1 } }
}

/** Takes an insider out of the lists. Everything of theirs stays. */
export async function retireInsider(act: Act, id: string): Promise<Answer<Insider>> {
  const before = await insider(act, id)
  if (!before) return notFound('insider', id)
  await update(act, id, { retiredAt: act.at })
  await record(act, 'insider.retired', 'insider', id)
  return { value: { ...before, retiredAt: act.at } }
}

/** One insider; `undefined` when this organisation has none such. */
export async function insider({ db, organizationId }: View, id: string): Promise<Insider | undefined> {
  const row = await db
    .selectFrom('insider')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && shown(row)
}

/** The insider who has a CIK; `undefined` when this organisation keeps none such. Retired ones too. */
export async function insiderOfCik({ db, organizationId }: View, cik: string): Promise<Insider | undefined> {
  const row = await db
    .selectFrom('insider')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('cik', '=', cik)
    .orderBy('retiredAt')
    .executeTakeFirst()
  return row && shown(row)
}

/** All that are not retired, by name; at most `limit` after `after`, the last name and id seen. */
export async function insiders(
  { db, organizationId }: View,
  { limit, after }: { limit: number; after?: { name: string; id: string } },
): Promise<Insider[]> {
  let query = db
    .selectFrom('insider')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('retiredAt', 'is', null)
  if (after)
    query = query.where((eb) =>
      eb.or([eb('name', '>', after.name), eb.and([eb('name', '=', after.name), eb('id', '>', after.id)])]),
    )
  return (await query.orderBy('name').orderBy('id').limit(limit).execute()).map(shown)
}

async function cikTaken({ db, organizationId }: Act, id: string, cik: string | null) {
  if (cik === null) return undefined
  const other = await db
    .selectFrom('insider')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('cik', '=', cik)
    .where('id', '<>', id)
    .executeTakeFirst()
  return other && refuse('D407', `insider/${other.id}`, { subject: 'insider', what: 'CIK' })
}

async function update({ db, organizationId }: Act, id: string, changed: Partial<InsiderTable>): Promise<void> {
  await db
    .updateTable('insider')
    .set(changed)
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .execute()
}

function columns({ kind, cik, name, email, details }: InsiderFields) {
  return { kind, cik, name, email, details: canonicalJson(details) }
}

function fieldsOf({ kind, cik, name, email, details }: InsiderFields): { [key: string]: Json } {
  return { kind, cik, name, email, details }
}

function shown(row: InsiderTable): Insider {
  return { ...row, details: JSON.parse(row.details) as Json }
}
