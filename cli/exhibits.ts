import type { Diagnostic, Submission } from '@section16/core/model'
import { decodeUuencoded, documentText, ownershipDocumentOf, withoutPemEscapes } from '@section16/core/read'
import { isSafeName } from './files.ts'
import type { Filing, Other } from './filings.ts'

/** A document of a submission beside the form. */
export interface Exhibit {
  /** From 1, in the submission's order. */
  number: number
  /** Safe to write; the document's own name where that is. */
  name: string
  isRenamed: boolean
  bytes: Uint8Array
  diagnostics: Diagnostic[]
}

/** All documents of a submission but the ownership document: texts as filed, attachments decoded. */
export function* exhibitsOf({ text, bytes, submission }: Filing | Other): Generator<Exhibit> {
  if (!submission) return
  const form = ownershipDocumentOf(text, submission).found?.document
  const taken = new Set<string>()
  for (const [i, document] of submission.documents.entries()) {
    if (document === form) continue
    const own = document.filename ?? ''
    const isRenamed = !isSafeName(own) || taken.has(own.toLowerCase())
    const name = isRenamed ? `document-${i + 1}${document.isUuencoded ? '.bin' : '.txt'}` : own
    taken.add(name.toLowerCase())
    const decoded = document.isUuencoded ? decodeUuencoded(text, document) : undefined
    const content = decoded?.file?.bytes ?? textBytes(text, bytes, submission, document)
    yield { number: i + 1, name, isRenamed, bytes: content, diagnostics: decoded?.diagnostics ?? [] }
  }
}

/** A text has one character a byte, so a document's bytes lie where its text does. */
function textBytes(
  text: string,
  bytes: Uint8Array,
  submission: Submission,
  document: Submission['documents'][number],
): Uint8Array {
  if (!submission.wrapper.pem) return bytes.subarray(document.start, document.end)
  return Buffer.from(withoutPemEscapes(documentText(text, document)), 'latin1')
}
