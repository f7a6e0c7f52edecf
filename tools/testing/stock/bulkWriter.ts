/** Rows written many at a time, and an audit chain that goes on with them as if each had been an act of its own. */
import type { Insertable, Kysely } from 'kysely'
import { FIRST_HASH } from '../../../desk/store/act.ts'
import { chained } from '../../../desk/store/audit.ts'
import { canonicalJson, type Json } from '../../../desk/store/canonicalJson.ts'
import type { Store, Tables } from '../../../desk/store/index.ts'

/** Tables in an order in which every reference points back. */
const ORDER = [
  'user',
  'organization',
  'member',
  'issuer',
  'insider',
  'insider_role',
  'role_grant',
  'library_security',
  'attestation',
  'power_of_attorney',
  'power_of_attorney_signer',
  'event',
  'event_insider',
  'event_fact',
  'draft',
  'draft_insider',
  'draft_version',
  'approval',
  'voiding',
  'authentication_document',
  'signature',
  'submission',
  'submission_state',
  'job',
  'filed_form',
  'filed_form_insider',
  'archive_entry',
  'holding',
  'audit_entry',
] as const satisfies readonly (keyof Tables)[]

type Written = (typeof ORDER)[number]

/** Parameters of one statement: below what either database takes. */
const MOST_PARAMETERS = 8000
/** Rows kept in memory before they are written, in one transaction. */
const MOST_ROWS = 20_000

/** Who did what, in which organisation, when. */
interface Told {
  organizationId: string
  by: string
  at: number
}

export class BulkWriter {
  readonly #store: Store
  readonly #rows = new Map<Written, object[]>(ORDER.map((table) => [table, []]))
  readonly #chains = new Map<string, { length: number; hash: string }>()
  #count = 0

  constructor(store: Store) {
    this.#store = store
  }

  add<T extends Written>(table: T, row: Insertable<Tables[T]>): void {
    this.#rows.get(table)!.push(row)
    this.#count++
  }

  /** An entry of the audit trail. In one organisation they have to come in order. */
  tell({ organizationId, by, at }: Told, action: string, subject: string, subjectId: string, detail: Json = {}): void {
    const end = this.#chains.get(organizationId) ?? { length: 0, hash: FIRST_HASH }
    const number = end.length + 1
    const entry = chained(
      { organizationId, number, at, by, action, subject, subjectId, detail: canonicalJson(detail) },
      end.hash,
    )
    this.#chains.set(organizationId, { length: number, hash: entry.hash })
    this.add('audit_entry', entry)
  }

  /** Writes what has come together where it is much. To be called between wholes. */
  async breathe(): Promise<void> {
    if (this.#count >= MOST_ROWS) await this.#write()
  }

  /** Writes all that is left, and where each chain ends. */
  async end(): Promise<void> {
    await this.#write()
    const ends = [...this.#chains].map(([organizationId, end]) => ({ organizationId, ...end }))
    await this.#store.kysely.insertInto('audit_chain').values(ends).execute()
  }

  async #write(): Promise<void> {
    await this.#store.transaction(async (db) => {
      for (const table of ORDER) await writeTable(db, table, this.#rows.get(table)!)
    })
    for (const table of ORDER) this.#rows.set(table, [])
    this.#count = 0
  }
}

async function writeTable(db: Kysely<Tables>, table: Written, rows: readonly object[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const atOnce = Math.floor(MOST_PARAMETERS / Object.keys(first).length)
  for (let from = 0; from < rows.length; from += atOnce)
    await db
      .insertInto(table)
      .values(rows.slice(from, from + atOnce))
      .execute()
}
