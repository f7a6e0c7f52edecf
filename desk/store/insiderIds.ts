import { type RawBuilder, sql } from 'kysely'
import type { View } from './act.ts'

/** Records of several insiders, by the table of whose they are and its column of the record. */
const COLUMNS = { draft_insider: 'draftId', event_insider: 'eventId', filed_form_insider: 'filedFormId' } as const

/** Whose a record is, as a column of the query that reads it: one query instead of two. `insiderIdsIn` reads it. */
export function insiderIdsOf(
  { organizationId }: View,
  table: keyof typeof COLUMNS,
  id: string,
): RawBuilder<string | null> {
  const [of, column] = [sql.table(table), sql.ref(COLUMNS[table])]
  return sql`(select string_agg("insiderId", ',') from ${of} where "organizationId" = ${organizationId} and ${column} = ${id})`
}

/** The ids in the column of `insiderIdsOf`, sorted. */
export function insiderIdsIn(joined: string | null): string[] {
  return joined === null ? [] : joined.split(',').toSorted()
}
