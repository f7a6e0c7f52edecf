import { type Act, newId, said, type View } from './act.ts'
import type { Answer } from './answer.ts'
import { record } from './audit.ts'
import { sha256 } from './canonicalJson.ts'
import { missing } from './checks.ts'
import type { ArchiveEntryTable } from './tables/filing.ts'

/** Something that EDGAR said of a submission, as received: a status, a notification. */
export interface NewArchiveEntry {
  submissionId: string
  kind: string
  mediaType: string
  bytes: Uint8Array
}

/** Keeps what EDGAR said. The same bytes kept twice are kept once. D404 when there is no such submission. */
export async function archive(act: Act, entry: NewArchiveEntry): Promise<Answer<ArchiveEntryTable>> {
  const refusal = await missing(act, [['submission', entry.submissionId]])
  if (refusal) return refusal
  const bytesHash = sha256(entry.bytes)
  const known = await rows(act, entry.submissionId)
    .where('kind', '=', entry.kind)
    .where('bytesHash', '=', bytesHash)
    .executeTakeFirst()
  if (known) return { value: known }
  const row = { organizationId: act.organizationId, id: newId(), ...entry, bytesHash, ...said(act) }
  await act.db.insertInto('archive_entry').values(row).execute()
  const { submissionId, kind } = entry
  await record(act, 'archive.kept', 'submission', submissionId, { entry: row.id, kind, bytesHash })
  return { value: row }
}

/** What EDGAR said of a submission, oldest first. */
export async function archiveOf(view: View, submissionId: string): Promise<ArchiveEntryTable[]> {
  return rows(view, submissionId).orderBy('at').orderBy('id').execute()
}

function rows({ db, organizationId }: View, submissionId: string) {
  return db
    .selectFrom('archive_entry')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('submissionId', '=', submissionId)
}
