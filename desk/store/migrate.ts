import { type Kysely, sql, type Transaction } from 'kysely'
import { type Answer, refuse } from './answer.ts'
import { migrations } from './migrations/index.ts'
import { type DatabaseKind, type Migration, wordsOf } from './migrations/words.ts'
import type { Tables } from './tables/index.ts'

/** The version of the data that this program writes. */
export const programVersion = migrations.length

/** Any number; two servers that start at once take turns by it (PostgreSQL). */
const MIGRATION_LOCK = 1616161616

/** The version of the data: 0 for an empty database. D401 when it is newer than the program, D409 when it is foreign. */
export async function dataVersion(kysely: Kysely<Tables>): Promise<Answer<number>> {
  const tables = (await kysely.introspection.getTables()).map(({ name }) => name)
  if (tables.length === 0) return { value: 0 }
  if (!tables.includes('schema_migration'))
    return refuse('D409', 'database', { reason: `it has tables (${tables[0]}), but not the desk’s.` })
  const made = await kysely.selectFrom('schema_migration').select(['number', 'name']).orderBy('number').execute()
  const version = made.at(-1)?.number ?? 0
  if (version > programVersion) return refuse('D401', 'database', { dataVersion: version, programVersion })
  const odd = made.find(({ number, name }, index) => number !== index + 1 || migrations[index]?.name !== name)
  if (odd) return refuse('D409', 'database', { reason: `its step ${odd.number} is “${odd.name}”.` })
  return { value: version }
}

/**
 * Brings the data from `version` to the program's, each step in its own transaction, `before` each step (a backup).
 * Another server may have made a step meanwhile; then it is left out. What fails leaves the data at the step before.
 */
export async function migrate(
  kysely: Kysely<Tables>,
  kind: DatabaseKind,
  version: number,
  at: number,
  before: (step: Migration) => void,
): Promise<void> {
  for (const step of migrations.slice(version)) {
    before(step)
    await kysely.transaction().execute(async (db) => {
      if (kind === 'postgresql') await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(db)
      if (!(await isMade(db, step))) await make(db, kind, step, at)
    })
  }
}

async function isMade(db: Transaction<Tables>, { number }: Migration): Promise<boolean> {
  await sql`create table if not exists schema_migration
    (number integer not null primary key, name text not null, at bigint not null)`.execute(db)
  const made = await db.selectFrom('schema_migration').select('number').where('number', '=', number).executeTakeFirst()
  return made !== undefined
}

async function make(db: Transaction<Tables>, kind: DatabaseKind, step: Migration, at: number): Promise<void> {
  for (const statement of step.statements(wordsOf(kind))) await sql.raw(statement).execute(db)
  await db.insertInto('schema_migration').values({ number: step.number, name: step.name, at }).execute()
}
