import { type Act, made, newId, type View } from './act.ts'
import { type Answer, notFound, refuse } from './answer.ts'
import { record } from './audit.ts'
import { canonicalJson, type Json } from './canonicalJson.ts'
import { missing } from './checks.ts'
import type { LibrarySecurityTable } from './tables/ledger.ts'

/** A security as its issuer's forms call it. */
export interface NewLibrarySecurity {
  issuerId: string
  table: 'nonDerivative' | 'derivative'
  title: string
  underlyingTitle: string | null
  terms: Json
}

export type LibrarySecurity = Omit<LibrarySecurityTable, 'terms'> & { terms: Json }

/** A new security. D407 when the issuer has one of this title in this table: one name, one security. */
export async function addLibrarySecurity(act: Act, security: NewLibrarySecurity): Promise<Answer<LibrarySecurity>> {
  const refusal = await missing(act, [['issuer', security.issuerId]])
  if (refusal) return refusal
  const others = await librarySecurities(act, security.issuerId)
  const same = others.find(({ table, title }) => table === security.table && title === security.title)
  if (same) return refuse('D407', `library_security/${same.id}`, { subject: 'security', what: 'title' })
  const id = newId()
  const row = {
    organizationId: act.organizationId,
    id,
    ...security,
    terms: canonicalJson(security.terms),
    ...made(act),
    retiredBy: null,
    retiredAt: null,
  }
  await act.db.insertInto('library_security').values(row).execute()
  await record(act, 'security.added', 'issuer', security.issuerId, { security: id, ...security })
  return { value: shown(row) }
}

/**
 * Corrects a security: what it was is retired, and another takes its place, in one act. Forms that used it are untouched.
 * D404 when it was retired or corrected meanwhile; D407 as for a new one.
 */
export async function correctLibrarySecurity(
  act: Act,
  id: string,
  fields: Omit<NewLibrarySecurity, 'issuerId'>,
): Promise<Answer<LibrarySecurity>> {
  const before = await retireLibrarySecurity(act, id)
  return 'refused' in before ? before : addLibrarySecurity(act, { issuerId: before.value.issuerId, ...fields })
}

/** Takes a security out of the library. Forms that used it are untouched, and its title is free again. */
export async function retireLibrarySecurity(act: Act, id: string): Promise<Answer<LibrarySecurity>> {
  const row = await current(act).where('id', '=', id).executeTakeFirst()
  if (!row) return notFound('library_security', id)
  const retired = { retiredBy: act.by, retiredAt: act.at }
  await act.db
    .updateTable('library_security')
    .set(retired)
    .where('organizationId', '=', act.organizationId)
    .where('id', '=', id)
    .execute()
  await record(act, 'security.retired', 'issuer', row.issuerId, { security: id })
  return { value: shown({ ...row, ...retired }) }
}

/** An issuer's securities, by title. */
export async function librarySecurities(view: View, issuerId: string): Promise<LibrarySecurity[]> {
  const rows = await current(view).where('issuerId', '=', issuerId).orderBy('title').orderBy('id').execute()
  return rows.map(shown)
}

function current({ db, organizationId }: View) {
  return db
    .selectFrom('library_security')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('retiredAt', 'is', null)
}

function shown(row: LibrarySecurityTable): LibrarySecurity {
  return { ...row, terms: JSON.parse(row.terms) as Json }
}
