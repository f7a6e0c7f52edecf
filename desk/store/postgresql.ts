import { CompiledQuery, PostgresDialect } from 'kysely'
import pg from 'pg'

/** PostgreSQL's number of the type bigint, which `pg` gives as text unless told otherwise. */
const INT8 = 20

/**
 * PostgreSQL as the desk uses it. Moments and counts (bigint) come as numbers: both are far below 2^53. Every
 * connection waits for the disk at each commit, whatever the server's own setting.
 */
export function postgresqlDialect(url: string, connections: number): PostgresDialect {
  const types: pg.CustomTypesConfig = {
    getTypeParser: (oid: number) => (oid === INT8 ? Number : pg.types.getTypeParser(oid)),
  }
  const pool = new pg.Pool({ connectionString: url, max: connections, types, Client: PreparingClient })
  // An idle connection that breaks is replaced by the next query; unheard, its error would end the process.
  pool.on('error', () => undefined)
  return new PostgresDialect({
    pool,
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('set synchronous_commit to on'))
    },
  })
}

/** A statement with more parameters than this is one of many lengths. */
const MOST_PARAMETERS = 40
/** A connection keeps at most so many statements, each in its server's memory. */
const MOST_NAMES = 500

const names = new Map<string, string>()

/** A name of a statement, the same for each connection; `undefined` for one that is not worth it. */
function nameOf(text: string, parameters: readonly unknown[]): string | undefined {
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_NAMES || parameters.length > MOST_PARAMETERS) return known
  const name = `section16-${names.size}`
  names.set(text, name)
  return name
}

/** Has a statement parsed and planned once for a connection: of a short query that is most of the server's work. */
class PreparingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    const query = this.query.bind(this) as (...given: unknown[]) => unknown
    this.query = ((text: unknown, values: unknown, ...more: unknown[]) => {
      const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text, values) : undefined
      return name === undefined ? query(text, values, ...more) : query({ name, text, values }, ...more)
    }) as typeof this.query
  }
}
