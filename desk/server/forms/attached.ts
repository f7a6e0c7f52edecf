import type { SupportingDocument } from '@section16/core/write'
import type { AttachmentTable } from '../../store/index.ts'

/** What of an attachment goes along. */
export type GoingAlong = Pick<AttachmentTable, 'name' | 'type' | 'description' | 'bytes'>

/** A file of a draft as the submission carries it. */
export function supporting({ name, type, description, bytes }: GoingAlong): SupportingDocument {
  return { name, type, ...(description !== null && { description }), bytes: new Uint8Array(bytes) }
}
