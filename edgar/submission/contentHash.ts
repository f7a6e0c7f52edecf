import { createHash } from 'node:crypto'
import { maskCccMarkup, type SubmissionFile } from '@section16/core/model'

/**
 * What a submission says, as 64 hexadecimal digits: two files with the same hash are the same submission. It is taken
 * of type, flag and all documents with the owners' CCCs masked, so that nobody can try out CCCs against it, and not of the
 * wrapper's layout or contact.
 */
export function contentHash(file: SubmissionFile): string {
  const documents = file.documents.map(({ name, type, bytes }) => [name, type, sha256(masked(bytes))])
  return sha256(JSON.stringify([file.submissionType, testOrLiveOf(file), documents]))
}

/** What the file says it is; '' where it says nothing. */
export function testOrLiveOf({ root }: SubmissionFile): string {
  return root?.children.find(({ name }) => name === 'testOrLive')?.text ?? ''
}

/** Byte for character, so that whatever is no text stays what it is. */
function masked(bytes: Uint8Array): Buffer {
  return Buffer.from(maskCccMarkup(Buffer.from(bytes).toString('latin1')), 'latin1')
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
