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
  const pool = new pg.Pool({ connectionString: url, max: connections, types })
  // An idle connection that breaks is replaced by the next query; unheard, its error would end the process.
  pool.on('error', () => undefined)
  return new PostgresDialect({
    pool,
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw('set synchronous_commit to on'))
    },
  })
}
