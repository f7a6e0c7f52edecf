import { CalendarDate, Decimal, parseAccessionNumber, parseCik } from '@section16/core/model'
import { sql } from 'kysely'
import type { View } from './act.ts'
import { notFound, type Refusal, refuse } from './answer.ts'

const IS = {
  CIK: (written: string) => parseCik(written) === written,
  day: (written: string) => CalendarDate.parse(written)?.toString() === written,
  'accession number': (written: string) => parseAccessionNumber(written) === written,
  amount: (written: string) => Decimal.parse(written)?.toString() === written,
}

/**
 * Refuses (D408) the first text that is not in the one form in which the store keeps such values: CIKs of ten digits,
 * days `YYYY-MM-DD`, amounts as canonical decimal text. Null and `undefined` are no text and pass.
 */
export function unfit(
  path: string,
  texts: readonly (readonly [keyof typeof IS, string | null | undefined])[],
): Refusal | undefined {
  const odd = texts.find(([what, written]) => written !== null && written !== undefined && !IS[what](written))
  return odd && refuse('D408', path, { what: odd[0], written: odd[1] ?? '' })
}

/** Records that others refer to. */
type Referred =
  | 'issuer'
  | 'insider'
  | 'event'
  | 'draft'
  | 'attestation'
  | 'power_of_attorney'
  | 'authentication_document'
  | 'submission'
  | 'filed_form'
  | 'holding'

/** Refuses (D404) the first record that this organisation does not have. Null and `undefined` refer to nothing. */
export async function missing(
  { db, organizationId }: View,
  references: readonly (readonly [Referred, string | null | undefined])[],
): Promise<Refusal | undefined> {
  const wanted = references.flatMap(([table, id]) => (id === null || id === undefined ? [] : [{ table, id }]))
  const [first, ...others] = [...Map.groupBy(wanted, ({ table }) => table)].map(([table, some]) =>
    // Every one of these tables has the two columns of the first.
    db
      .selectFrom(table as 'issuer')
      .select(['id', sql.lit<string>(table).as('table')])
      .where('organizationId', '=', organizationId)
      .where(
        'id',
        'in',
        some.map(({ id }) => id),
      ),
  )
  if (!first) return undefined
  const found = await others.reduce((all, of) => all.unionAll(of), first).execute()
  const known = new Set(found.map(({ table, id }) => `${table}/${id}`))
  const absent = wanted.find(({ table, id }) => !known.has(`${table}/${id}`))
  return absent && notFound(absent.table, absent.id)
}
