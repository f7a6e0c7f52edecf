import { type Act, made, newId, type View } from './act.ts'
import { type Answer, notFound } from './answer.ts'
import { record } from './audit.ts'
import { sha256 } from './canonicalJson.ts'
import { clearForChange } from './draftLock.ts'
import { draft } from './drafts.ts'
import type { AttachmentTable } from './tables/drafts.ts'

/** A file that goes with a draft's form: a letter to the staff, an exhibit. Its name and type are EDGAR's. */
export interface NewAttachment {
  draftId: string
  name: string
  type: string
  description: string | null
  mediaType: string
  bytes: Uint8Array
}

/**
 * Attaches a file to a draft. What was prepared of the draft is not sent. A file that is content of the report makes
 * another hash: then the draft is saved in the same act. D406 when it is closed or under way to EDGAR.
 */
export async function attach(act: Act, attachment: NewAttachment): Promise<Answer<AttachmentTable>> {
  const { draftId, name, type, bytes } = attachment
  const of = await draft(act, draftId)
  if (!of) return notFound('draft', draftId)
  const refusal = await clearForChange(act, of)
  if (refusal) return refusal
  const row = {
    organizationId: act.organizationId,
    id: newId(),
    ...attachment,
    bytesHash: sha256(bytes),
    ...made(act),
    endedBy: null,
    endedAt: null,
  }
  await act.db.insertInto('draft_attachment').values(row).execute()
  await record(act, 'attachment.added', 'draft', draftId, { attachment: row.id, name, type, bytesHash: row.bytesHash })
  return { value: row }
}

/** Takes a file off a draft; it stays readable in the database. As with `attach`, for content the draft is saved too. */
export async function detach(act: Act, draftId: string, id: string): Promise<Answer<AttachmentTable>> {
  const found = (await attachmentsOf(act, draftId)).find((one) => one.id === id)
  const of = await draft(act, draftId)
  if (!found || !of) return notFound('draft_attachment', id)
  const refusal = await clearForChange(act, of)
  if (refusal) return refusal
  const ended = { endedBy: act.by, endedAt: act.at }
  await act.db
    .updateTable('draft_attachment')
    .set(ended)
    .where('organizationId', '=', act.organizationId)
    .where('id', '=', id)
    .execute()
  await record(act, 'attachment.removed', 'draft', draftId, { attachment: id, name: found.name, type: found.type })
  return { value: { ...found, ...ended } }
}

/** The files that go with a draft now, in the order in which they were attached. */
export async function attachmentsOf({ db, organizationId }: View, draftId: string): Promise<AttachmentTable[]> {
  return db
    .selectFrom('draft_attachment')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('draftId', '=', draftId)
    .where('endedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}
