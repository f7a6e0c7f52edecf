import { type Act, made, newId, type View } from './act.ts'
import { type Answer, notFound } from './answer.ts'
import { record } from './audit.ts'
import { missing } from './checks.ts'
import type { LibraryFootnoteTable } from './tables/ledger.ts'

/** A footnote to be used again. `issuerId`: null for every issuer. */
export interface NewLibraryFootnote {
  issuerId: string | null
  name: string
  text: string
}

/** A new footnote. */
export async function addLibraryFootnote(
  act: Act,
  footnote: NewLibraryFootnote,
): Promise<Answer<LibraryFootnoteTable>> {
  const refusal = await missing(act, [['issuer', footnote.issuerId]])
  if (refusal) return refusal
  const id = newId()
  const row = {
    organizationId: act.organizationId,
    id,
    ...footnote,
    ...made(act),
    retiredBy: null,
    retiredAt: null,
  }
  await act.db.insertInto('library_footnote').values(row).execute()
  await record(act, 'footnote.added', 'library_footnote', id, { ...footnote })
  return { value: row }
}

/**
 * Corrects a footnote: what it was is retired, and another takes its place, in one act. Forms that used it are untouched.
 * D404 when it was retired or corrected meanwhile.
 */
export async function correctLibraryFootnote(
  act: Act,
  id: string,
  fields: Omit<NewLibraryFootnote, 'issuerId'>,
): Promise<Answer<LibraryFootnoteTable>> {
  const before = await retireLibraryFootnote(act, id)
  return 'refused' in before ? before : addLibraryFootnote(act, { issuerId: before.value.issuerId, ...fields })
}

/** Takes a footnote out of the library; forms that used it are untouched. */
export async function retireLibraryFootnote(act: Act, id: string): Promise<Answer<LibraryFootnoteTable>> {
  const row = await current(act).where('id', '=', id).executeTakeFirst()
  if (!row) return notFound('library_footnote', id)
  const retired = { retiredBy: act.by, retiredAt: act.at }
  await act.db
    .updateTable('library_footnote')
    .set(retired)
    .where('organizationId', '=', act.organizationId)
    .where('id', '=', id)
    .execute()
  await record(act, 'footnote.retired', 'library_footnote', id)
  return { value: { ...row, ...retired } }
}

/** The footnotes that serve an issuer: its own and those for all, by name. */
export async function libraryFootnotes(view: View, issuerId: string): Promise<LibraryFootnoteTable[]> {
  return current(view)
    .where((eb) => eb.or([eb('issuerId', 'is', null), eb('issuerId', '=', issuerId)]))
    .orderBy('name')
    .orderBy('id')
    .execute()
}

function current({ db, organizationId }: View) {
  return db
    .selectFrom('library_footnote')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('retiredAt', 'is', null)
}
