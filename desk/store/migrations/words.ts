/** The two databases. */
export type DatabaseKind = 'sqlite' | 'postgresql'

/** What the two call the same thing. */
export interface Words {
  kind: DatabaseKind
  /** Integer milliseconds UTC. */
  moment: string
  bytes: string
  /** The end of a `create table`: SQLite keeps to the types only when told. */
  strict: string
  /** As better-auth wants them; the desk's own tables have neither. */
  date: string
  boolean: string
}

/** One step from a version of the data to the next. Never changed once published: another step follows instead. */
export interface Migration {
  number: number
  name: string
  statements: (words: Words) => string[]
}

/** The words of a database. */
export function wordsOf(kind: DatabaseKind): Words {
  return kind === 'sqlite'
    ? { kind, moment: 'integer', bytes: 'blob', strict: ' strict', date: 'date', boolean: 'integer' }
    : { kind, moment: 'bigint', bytes: 'bytea', strict: '', date: 'timestamptz', boolean: 'boolean' }
}

/**
 * A table of an organisation's records. Its key begins with the organisation, and so does every reference to it: no
 * row can point at a record of another organisation. `moment`, `bytes` stand for the database's own types.
 */
export function recordTable(words: Words, name: string, columns: string[]): string {
  return plainTable(words, name, ['id text not null', ...columns, 'primary key ("organizationId", id)'])
}

/** The same without an `id`; `columns` names the key. */
export function plainTable(words: Words, name: string, columns: string[]): string {
  const typed = columns.map((column) =>
    column.replace(
      /^("?\w+"?) (moment|bytes)\b/,
      (_, column: string, type: 'moment' | 'bytes') => `${column} ${words[type]}`,
    ),
  )
  const lines = ['"organizationId" text not null references "organization" (id)', ...typed]
  return `create table ${name} (${lines.join(', ')})${words.strict}`
}

/** A reference to a record of the same organisation. */
export function refers(column: string, table: string): string {
  return `foreign key ("organizationId", "${column}") references ${table} ("organizationId", id)`
}

/** Triggers by which the database itself refuses to change or remove what was written. */
export function appendOnly(words: Words, table: string): string[] {
  return ['update', 'delete'].map((verb) =>
    words.kind === 'sqlite'
      ? `create trigger ${table}_no_${verb} before ${verb} on ${table} begin ` +
        `select raise(abort, '${table} is append-only'); end`
      : `create trigger ${table}_no_${verb} before ${verb} on ${table} for each row execute function append_only()`,
  )
}
