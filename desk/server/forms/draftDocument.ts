/** A draft's content as the store keeps it (filing JSON), and the document that it is. */
import { absent, EDGAR_LAYOUT, type OwnershipDocument, reported, type SubmittedDocument } from '@section16/core/model'
import { readFilingJson } from '@section16/core/read'
import { toFilingJson } from '@section16/core/write'
import { contentHash, copyDocument, draftHash } from '../../drafting/index.ts'
import type { AttachmentTable, DraftContent, Insider, Issuer, Json } from '../../store/index.ts'
import { decline } from '../declined.ts'
import { supporting } from './attached.ts'

/** The document of a content that the store kept: a new one each time, laid out as it will be filed. */
export function documentOf(content: Json): OwnershipDocument {
  const { document } = readFilingJson(content)
  if (!document) throw new Error('a stored draft that is no filing JSON')
  document.source = EDGAR_LAYOUT
  return document
}

/** The document of filing JSON that somebody sent. Declined (422) where it is none. */
export function documentSent(filing: unknown): OwnershipDocument {
  const { document } = readFilingJson(filing)
  if (!document) throw decline(422, 'D514', 'filing')
  return document
}

/**
 * What is kept of a draft: without signatures, which are made of acts of signing, and without CCCs, which are put in last.
 * Its hash is the one that is signed (`contentHash`) where the form can be written for EDGAR; before that, one that
 * nobody can sign (see `isSignable`).
 */
export async function contentOf(
  document: OwnershipDocument,
  exhibits: readonly SubmittedDocument[] = [],
): Promise<DraftContent> {
  const kept = copyDocument(document)
  kept.ownerSignatures = []
  for (const owner of kept.reportingOwners) owner.id.ccc = absent('text')
  const { hash } = await contentHash(kept, exhibits)
  return { hash: hash ?? (await draftHash(kept)), content: toFilingJson(kept) as unknown as Json }
}

/** By the hash of a draft and those of its exhibits: nothing else decides it, and working it out takes long. */
const signable = new Map<string, boolean>()
const MOST_KNOWN = 10_000

/** Whether a draft with this hash can be signed: the hash is that of a form as it will be filed. */
export async function isSignable(
  document: OwnershipDocument,
  attachments: readonly AttachmentTable[],
  hash: string,
): Promise<boolean> {
  const key = [hash, ...attachments.flatMap(({ type, name, bytesHash }) => [type, name, bytesHash])].join('\n')
  const known = signable.get(key)
  if (known !== undefined) return known
  const found = (await contentHash(document, attachments.map(supporting))).hash === hash
  if (signable.size >= MOST_KNOWN) signable.clear()
  signable.set(key, found)
  return found
}

/**
 * Gives a document the names of its parties as they are kept: EDGAR puts in its own, and a draft shows those that the desk
 * knows. The document itself is changed, and given back.
 */
export function nameParties(
  document: OwnershipDocument,
  issuer: Issuer,
  insiders: readonly Insider[],
): OwnershipDocument {
  if (document.issuer.cik.value === issuer.cik) document.issuer.name = reported('text', issuer.name)
  for (const { id } of document.reportingOwners) {
    const known = insiders.find(({ cik }) => cik === id.cik.value)
    if (known) id.name = reported('text', known.name)
  }
  return document
}
