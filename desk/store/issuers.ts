import { type Act, made, newId, type View } from './act.ts'
import { type Answer, notFound, refuse } from './answer.ts'
import { record } from './audit.ts'
import { canonicalJson, type Json } from './canonicalJson.ts'
import { unfit } from './checks.ts'
import type { IssuerTable } from './tables/people.ts'

/** What can be said, and corrected, of an issuer. */
export interface IssuerFields {
  cik: string
  name: string
  tradingSymbol: string | null
  details: Json
}

export type Issuer = Omit<IssuerTable, 'details'> & { details: Json }

/** A new issuer. D407 when the organisation has one with this CIK. */
export async function addIssuer(act: Act, fields: IssuerFields): Promise<Answer<Issuer>> {
  const id = newId()
  const refusal = unfit(`issuer/${id}`, [['CIK', fields.cik]]) ?? (await cikTaken(act, id, fields.cik))
  if (refusal) return refusal
  const { organizationId } = act
  const row = { organizationId, id, ...columns(fields), revision: 1, ...made(act), retiredAt: null }
  await act.db.insertInto('issuer').values(row).execute()
  await record(act, 'issuer.added', 'issuer', id, fieldsOf(fields))
  return { value: shown(row) }
}

/** Corrects an issuer, its CIK too. `revision` is the one it was read with; D403 when somebody corrected it since. */
export async function correctIssuer(
  act: Act,
  id: string,
  revision: number,
  fields: IssuerFields,
): Promise<Answer<Issuer>> {
  const path = `issuer/${id}`
  const before = await issuer(act, id)
  if (!before) return notFound('issuer', id)
  if (before.revision !== revision) return refuse('D403', path, { basedOn: revision, current: before.revision })
  const refusal = unfit(path, [['CIK', fields.cik]]) ?? (await cikTaken(act, id, fields.cik))
  if (refusal) return refusal
  await update(act, id, { ...columns(fields), revision: revision + 1 })
  await record(act, 'issuer.corrected', 'issuer', id, { before: fieldsOf(before), after: fieldsOf(fields) })
  return { value: { ...before, ...fields, revision: revision + 1 } }
}

/** Takes an issuer out of the lists. Everything of it stays. */
export async function retireIssuer(act: Act, id: string): Promise<Answer<Issuer>> {
  const before = await issuer(act, id)
  if (!before) return notFound('issuer', id)
  await update(act, id, { retiredAt: act.at })
  await record(act, 'issuer.retired', 'issuer', id)
  return { value: { ...before, retiredAt: act.at } }
}

/** One issuer; `undefined` when this organisation has none such. */
export async function issuer({ db, organizationId }: View, id: string): Promise<Issuer | undefined> {
  const row = await db
    .selectFrom('issuer')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && shown(row)
}

/** All that are not retired, by name. */
export async function issuers({ db, organizationId }: View): Promise<Issuer[]> {
  const rows = await db
    .selectFrom('issuer')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('retiredAt', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(shown)
}

async function cikTaken({ db, organizationId }: Act, id: string, cik: string) {
  const other = await db
    .selectFrom('issuer')
    .select('id')
    .where('organizationId', '=', organizationId)
    .where('cik', '=', cik)
    .where('id', '<>', id)
    .executeTakeFirst()
  return other && refuse('D407', `issuer/${other.id}`, { subject: 'issuer', what: 'CIK' })
}

async function update({ db, organizationId }: Act, id: string, changed: Partial<IssuerTable>): Promise<void> {
  await db
    .updateTable('issuer')
    .set(changed)
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .execute()
}

function columns({ cik, name, tradingSymbol, details }: IssuerFields) {
  return { cik, name, tradingSymbol, details: canonicalJson(details) }
}

function fieldsOf({ cik, name, tradingSymbol, details }: IssuerFields): { [key: string]: Json } {
  return { cik, name, tradingSymbol, details }
}

function shown(row: IssuerTable): Issuer {
  return { ...row, details: JSON.parse(row.details) as Json }
}
