import { type Expression, type SqlBool, sql } from 'kysely'
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

/** These insiders, and whoever has or had a role at one of these issuers. */
export interface InsidersWithin {
  insiderIds: readonly string[]
  issuerIds: readonly string[]
}

/** Which insiders, where not all. */
export interface InsidersWanted {
  /** Words, each of which is part of the name, without regard to case, or of the CIK. */
  search?: string
  /** Who has or had a role at this issuer. */
  issuerId?: string
  /** Nobody beyond these. */
  within?: InsidersWithin
}

/** How many at most, and after which one: the last that was seen. */
export interface InsidersPage {
  limit: number
  after?: Pick<InsiderTable, 'name' | 'id'>
}

/** Those wanted that are not retired, by name, a page of them. */
export async function insiders(
  view: View,
  { search = '', issuerId, within, limit, after }: InsidersWanted & InsidersPage,
): Promise<Insider[]> {
  const { db, organizationId } = view
  let query = db
    .selectFrom('insider')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('retiredAt', 'is', null)
  for (const word of wordsOf(search)) query = query.where((eb) => eb.or(saysWord(word)))
  if (issuerId !== undefined) query = query.where('id', 'in', withRoleAt(view, [issuerId]))
  if (within) {
    const { insiderIds, issuerIds } = within
    // A list without a value is no SQL for PostgreSQL.
    query = query.where((eb) =>
      eb.or([
        ...(insiderIds.length > 0 ? [eb('id', 'in', insiderIds)] : []),
        ...(issuerIds.length > 0 ? [eb('id', 'in', withRoleAt(view, issuerIds))] : []),
      ]),
    )
  }
  if (after)
    // The first condition is said alone, so that it is a range of an index.
    query = query
      .where('name', '>=', after.name)
      .where((eb) => eb.or([eb('name', '>', after.name), eb('id', '>', after.id)]))
  return (await query.orderBy('name').orderBy('id').limit(limit).execute()).map(shown)
}

/** Names by id, of retired ones too. */
export async function insiderNames({ db, organizationId }: View, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('insider')
    .select(['id', 'name'])
    .where('organizationId', '=', organizationId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function withRoleAt({ db, organizationId }: View, issuerIds: readonly string[]) {
  return db
    .selectFrom('insider_role')
    .select('insiderId')
    .where('organizationId', '=', organizationId)
    .where('issuerId', 'in', issuerIds)
}

/** Control characters part words too: PostgreSQL takes no NUL in a text. */
function wordsOf(search: string): string[] {
  return search.split(/[\s\p{Cc}]+/u).filter((word) => word !== '')
}

function saysWord(word: string): Expression<SqlBool>[] {
  return spellings(word).flatMap((spelled) => {
    const pattern = `%${spelled.replace(/[!%_]/g, '!$&')}%`
    return [
      sql<SqlBool>`lower(name) like ${pattern} escape '!'`,
      ...(/^\d+$/.test(word) ? [sql<SqlBool>`cik like ${pattern}`] : []),
    ]
  })
}

/**
 * A word as `lower` may leave it: SQLite's, and PostgreSQL's under the locale C, lowers the letters of ASCII only, and
 * the others stay as names have them, all small, all great or with a great one first. A word of ASCII has one spelling.
 */
function spellings(word: string): string[] {
  const [first = '', ...rest] = word
  const small = word.toLowerCase()
  const ways = [word, small, word.toUpperCase(), first.toUpperCase() + rest.join('').toLowerCase()]
  return [...new Set(ways.map((way) => way.replace(/[A-Z]/g, (letter) => letter.toLowerCase())))]
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
