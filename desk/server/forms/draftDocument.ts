/** A draft's content as the store keeps it (filing JSON), and the document that it is. */
import { absent, EDGAR_LAYOUT, type OwnershipDocument, reported, type SubmittedDocument } from '@section16/core/model'
import { readFilingJson } from '@section16/core/read'
import { toFilingJson } from '@section16/core/write'
import { contentHash, draftHash } from '../../drafting/index.ts'
import type { DraftContent, Insider, Issuer, Json } from '../../store/index.ts'
import { decline } from '../declined.ts'

/** A document of its own. How a source was laid out is left behind: a draft is laid out as it will be filed. */
export function copyOf(document: OwnershipDocument): OwnershipDocument {
  const { document: copy } = readFilingJson(toFilingJson(document))
  if (!copy) throw new Error('filing JSON that does not read back')
  copy.source = EDGAR_LAYOUT
  return copy
}

/** The document of a content that the store kept. */
export function documentOf(content: Json): OwnershipDocument {
  const { document } = readFilingJson(content)
  if (!document) throw new Error('a stored draft that is no filing JSON')
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
  const kept = copyOf(document)
  kept.ownerSignatures = []
  for (const owner of kept.reportingOwners) owner.id.ccc = absent('text')
  const { hash } = await contentHash(kept, exhibits)
  return { hash: hash ?? (await draftHash(kept)), content: toFilingJson(kept) as unknown as Json }
}

/** Whether a draft with this hash can be signed: the hash is that of a form as it will be filed. */
export async function isSignable(
  document: OwnershipDocument,
  exhibits: readonly SubmittedDocument[],
  hash: string,
): Promise<boolean> {
  return (await contentHash(document, exhibits)).hash === hash
}

/** The names of the parties as they are kept: EDGAR puts in its own, and a draft shows those that the desk knows. */
export function withKnownNames(
  document: OwnershipDocument,
  issuer: Issuer,
  insiders: readonly Insider[],
): OwnershipDocument {
  const copy = copyOf(document)
  if (copy.issuer.cik.value === issuer.cik) copy.issuer.name = reported('text', issuer.name)
  for (const { id } of copy.reportingOwners) {
    const known = insiders.find(({ cik }) => cik === id.cik.value)
    if (known) id.name = reported('text', known.name)
  }
  return copy
}
