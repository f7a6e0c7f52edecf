import type { Act, View } from './act.ts'
import { FIRST_HASH } from './act.ts'
import { canonicalJson, type Json, sha256 } from './canonicalJson.ts'
import type { AuditEntryTable } from './tables/history.ts'

/** One thing that was done. `detail` is what the record's history is to show; never a secret. */
export interface AuditEntry extends Omit<AuditEntryTable, 'detail' | 'organizationId'> {
  detail: Json
}

/** Whether a chain holds: all of it, or up to before the entry `number`. */
export type ChainVerdict =
  | { intact: true; length: number; hash: string }
  | { intact: false; number: number; reason: 'missing' | 'changed' | 'unchained' | 'cut' }

const BATCH = 1000

/** Adds an entry to the organisation's chain, in the act's own transaction. */
export async function record(
  act: Act,
  action: string,
  subject: string,
  subjectId: string,
  detail: Json = {},
): Promise<void> {
  const { db, organizationId, by, at, chain } = act
  const told = { organizationId, number: chain.length + 1, at, by, action, subject, subjectId }
  const entry = chained({ ...told, detail: canonicalJson(detail) }, chain.hash)
  await db.insertInto('audit_entry').values(entry).execute()
  Object.assign(chain, { length: entry.number, hash: entry.hash })
}

/** An entry as it stands in the chain after the one with the hash `previousHash`. */
export function chained(told: Omit<AuditEntryTable, 'previousHash' | 'hash'>, previousHash: string): AuditEntryTable {
  return { ...told, previousHash, hash: hashOf(told, previousHash) }
}

/** SHA-256 of the hash before and the entry's canonical JSON. */
function hashOf(entry: Omit<AuditEntryTable, 'previousHash' | 'hash'>, previousHash: string): string {
  return sha256(previousHash + canonicalJson(entry))
}

/** Reads an organisation's whole chain and says whether it is as it was written. */
export async function verifyChain({ db, organizationId }: View): Promise<ChainVerdict> {
  // The end first: entries that are added while we read stand behind it.
  const end = await db
    .selectFrom('audit_chain')
    .select(['length', 'hash'])
    .where('organizationId', '=', organizationId)
    .executeTakeFirst()
  const length = end?.length ?? 0
  let previousHash = FIRST_HASH
  let number = 0
  while (number < length) {
    const entries = await entriesAfter({ db, organizationId }, number, Math.min(BATCH, length - number))
    if (entries.length === 0) return { intact: false, number: number + 1, reason: 'missing' }
    for (const entry of entries) {
      number++
      const fault = faultOf(entry, number, previousHash)
      if (fault) return { intact: false, number, reason: fault }
      previousHash = entry.hash
    }
  }
  const intact = previousHash === (end?.hash ?? FIRST_HASH)
  return intact ? { intact, length, hash: previousHash } : { intact, number: length, reason: 'cut' }
}

function entriesAfter({ db, organizationId }: View, number: number, limit: number): Promise<AuditEntryTable[]> {
  return db
    .selectFrom('audit_entry')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('number', '>', number)
    .orderBy('number')
    .limit(limit)
    .execute()
}

function faultOf(entry: AuditEntryTable, number: number, previousHash: string) {
  if (entry.number !== number) return 'missing'
  if (entry.previousHash !== previousHash) return 'unchained'
  const { previousHash: _, hash, ...told } = entry
  return hashOf(told, previousHash) === hash ? undefined : 'changed'
}

/** How many entries an organisation's chain has. */
export async function auditLength({ db, organizationId }: View): Promise<number> {
  const chain = db.selectFrom('audit_chain').select('length').where('organizationId', '=', organizationId)
  return (await chain.executeTakeFirst())?.length ?? 0
}

/** What was done to one record, oldest first. */
export async function historyOf(
  { db, organizationId }: View,
  subject: string,
  subjectId: string,
): Promise<AuditEntry[]> {
  const entries = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('subject', '=', subject)
    .where('subjectId', '=', subjectId)
    .orderBy('number')
    .execute()
  return entries.map(shown)
}

/** The organisation's trail after the entry `after`, oldest first, at most `limit`. */
export async function auditTrail(view: View, after = 0, limit = BATCH): Promise<AuditEntry[]> {
  return (await entriesAfter(view, after, limit)).map(shown)
}

function shown({ organizationId: _, detail, ...entry }: AuditEntryTable): AuditEntry {
  return { ...entry, detail: JSON.parse(detail) as Json }
}
