import { closeSync, openSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely'

/** Milliseconds for which another process may hold the file before a statement fails. */
const BUSY_MILLISECONDS = 10_000

/** Pages of the file that are kept in memory: asking the system for each again takes longer than most statements. */
const CACHE_KIBIBYTES = 64 * 1024

/**
 * Opens or makes the file of a desk: write-ahead log, every commit synced to disk before it is acknowledged, foreign
 * keys enforced. The file is readable by its owner only, and so is what SQLite puts beside it.
 */
export function openSqlite(path: string): DatabaseSync {
  closeSync(openSync(path, 'a', 0o600))
  const database = new DatabaseSync(path, { timeout: BUSY_MILLISECONDS, enableForeignKeyConstraints: true })
  database.exec('pragma journal_mode = wal')
  database.exec('pragma synchronous = full')
  database.exec(`pragma cache_size = -${CACHE_KIBIBYTES}`)
  // What is wiped (a sealed secret that was replaced) is not left in free pages.
  database.exec('pragma secure_delete = on')
  return database
}

/**
 * The built-in SQLite as Kysely's `SqliteDialect` wants it: parameters come as an array and go spread; a statement
 * reads when it has columns. A transaction takes the write lock when it begins, because one that asks for it later
 * fails at once when another process wrote meanwhile (SQLITE_BUSY_SNAPSHOT), however long it would wait.
 */
export function sqliteDialect(database: DatabaseSync): SqliteDialect {
  const prepared = new Map<string, SqliteStatement>()
  const adapted: SqliteDatabase = {
    close: () => database.close(),
    prepare(sql) {
      const known = prepared.get(sql)
      if (known) return known
      const statement = prepare(database, sql === 'begin' ? 'begin immediate' : sql)
      if (prepared.size >= MOST_PREPARED) prepared.clear()
      prepared.set(sql, statement)
      return statement
    },
  }
  return new SqliteDialect({ database: adapted })
}

/**
 * Statements are prepared once: the desk has some hundreds. Lists of values of every length make more, which is why
 * they are forgotten now and then.
 */
const MOST_PREPARED = 1000

function prepare(database: DatabaseSync, sql: string): SqliteStatement {
  const statement = database.prepare(sql)
  const spread = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...spread(parameters)),
    run: (parameters) => statement.run(...spread(parameters)),
    iterate: (parameters) => statement.iterate(...spread(parameters)),
  }
}
