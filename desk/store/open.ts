import type { DatabaseSync } from 'node:sqlite'
import { Kysely, sql } from 'kysely'
import { type Act, type Actor, perform, type View } from './act.ts'
import { type Answer, type Refusal, refuse } from './answer.ts'
import { backUp } from './backup.ts'
import { dataVersion, migrate, programVersion } from './migrate.ts'
import type { DatabaseKind, Migration } from './migrations/words.ts'
import { postgresqlDialect } from './postgresql.ts'
import { type SecretKey, sealing } from './seal.ts'
import { openSqlite, sqliteDialect } from './sqlite.ts'
import type { Tables } from './tables/index.ts'

/** Which database, and the keys of its secrets: the first seals, the others still open what they sealed. */
export type StoreConfig = { secretKeys: readonly SecretKey[] } & (
  | { kind: 'sqlite'; path: string }
  | {
      kind: 'postgresql'
      url: string
      /** Connections held at most; 4 unless given. More only wait for one another where the server has few processors. */
      connections?: number
      /** That a backup was made, so that older data may be brought up to this program (see D410). */
      upgradeAfterBackup?: boolean
    }
)

const CONNECTIONS = 4

/** An open database of a desk. */
export interface Store {
  kind: DatabaseKind
  /**
   * For reading across organisations, and for better-auth. Never wait for it inside `act` or `transaction`: SQLite has
   * one connection, and they hold it.
   */
  kysely: Kysely<Tables>
  /** One transaction outside any organisation; `act` is the way to do anything inside one. */
  transaction: <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>
  /** Reading in one organisation. */
  view: (organizationId: string) => View
  /** Doing in one organisation; see `perform`. */
  act: <A extends Answer<unknown>>(actor: Actor, work: (act: Act) => Promise<A>) => Promise<A | Refusal>
  close: () => Promise<void>
}

interface Connected {
  kysely: Kysely<Tables>
  backUp: (step: Migration, version: number) => void
  /** Why older data may not be touched yet. */
  blocked?: (version: number) => Refusal | undefined
}

/**
 * Opens a desk's database, makes it when it is new, and brings older data up to this program: numbered steps, each in
 * a transaction, for SQLite each after a backup (`<path>.before-<step>-<at>`). `at` is now, in milliseconds UTC.
 * Refused: data newer than the program (D401), a database that cannot be reached or written (D402), one that is not a
 * desk's (D409), older data on PostgreSQL without word of a backup (D410), a server that does not sync (D411).
 */
export async function open(config: StoreConfig, at: number): Promise<Answer<Store>> {
  const given = { kind: config.kind, sealing: sealing(config.secretKeys) }
  let connected: Connected | undefined
  try {
    connected = config.kind === 'sqlite' ? connectSqlite(config.path, at) : connectPostgresql(config)
    const { kysely } = connected
    const refusal = (await undurable(kysely, config.kind)) ?? (await bringUp(connected, config.kind, at))
    if (!refusal) return { value: storeOf(kysely, given) }
    await kysely.destroy()
    return refusal
  } catch (error) {
    await connected?.kysely.destroy()
    return refuse('D402', 'database', { reason: error instanceof Error ? error.message : String(error) })
  }
}

function storeOf(kysely: Kysely<Tables>, given: { kind: DatabaseKind; sealing: ReturnType<typeof sealing> }): Store {
  return {
    kind: given.kind,
    kysely,
    transaction: (work) => kysely.transaction().execute(work),
    view: (organizationId) => ({ db: kysely, organizationId }),
    act: (actor, work) => perform(kysely, given, actor, work),
    close: () => kysely.destroy(),
  }
}

function connectSqlite(path: string, at: number): Connected {
  const database: DatabaseSync = openSqlite(path)
  return {
    kysely: new Kysely<Tables>({ dialect: sqliteDialect(database) }),
    backUp(step, version) {
      if (version > 0) backUp(database, `${path}.before-${String(step.number).padStart(4, '0')}-${at}`)
    },
  }
}

function connectPostgresql(config: StoreConfig & { kind: 'postgresql' }): Connected {
  return {
    kysely: new Kysely<Tables>({ dialect: postgresqlDialect(config.url, config.connections ?? CONNECTIONS) }),
    backUp: () => undefined,
    blocked: (version) =>
      config.upgradeAfterBackup === true || version === 0 || version === programVersion
        ? undefined
        : refuse('D410', 'database', { dataVersion: version, programVersion }),
  }
}

async function bringUp({ kysely, backUp, blocked }: Connected, kind: DatabaseKind, at: number) {
  const version = await dataVersion(kysely)
  if ('refused' in version) return version
  const refusal = blocked?.(version.value)
  if (!refusal) await migrate(kysely, kind, version.value, at, (step) => backUp(step, version.value))
  return refusal
}

/** What a server must have on so that an acknowledged commit is on the disk. SQLite was told when it was opened. */
const DURABLE_SETTINGS = ['fsync', 'full_page_writes'] as const

async function undurable(kysely: Kysely<Tables>, kind: DatabaseKind): Promise<Refusal | undefined> {
  if (kind === 'sqlite') return undefined
  for (const setting of DURABLE_SETTINGS) {
    const { rows } = await sql<{ value: string }>`select current_setting(${setting}) as value`.execute(kysely)
    const value = rows[0]?.value ?? 'unknown'
    if (value !== 'on') return refuse('D411', 'database', { setting, value })
  }
  return undefined
}
