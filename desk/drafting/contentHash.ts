import {
  type Diagnostic,
  OwnerSignature,
  type OwnershipDocument,
  reported,
  type SubmittedDocument,
} from '@section16/core/model'
import { writeOwnershipXml, writeSubmissionForm } from '@section16/core/write'
import { copyDocument } from './copy.ts'

/** What a signature binds to; without a hash where the form can't be filed as it is, and why. */
export interface ContentHash {
  /** 64 hexadecimal digits, lower case. */
  readonly hash: string | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Exhibits that say who may sign or speak to the staff only: the report says the same with and without them. */
const NOT_CONTENT = /^(?:EX-24|CORRESP|COVER)\b/

/** Whether a file of this type is part of what is signed. */
export function isContent(type: string): boolean {
  return !NOT_CONTENT.test(type)
}

/**
 * The hash to which signatures and approvals are bound: SHA-256 of what is reported, byte for byte as it will be filed.
 *
 * In it: the XML that core's `writeSubmissionForm` writes, from the declaration up to and without the first
 * `ownerSignature`; then, of each exhibit given whose type is content (EX-99, GRAPHIC), in the order of the submission, a
 * line `type name sha256`. So any change of a value, of the order of lines, of a footnote, of a party, a box, the form
 * type, the date in the amendment's box, the remarks or an exhibit makes another hash, and voids what was signed.
 *
 * Not in it: the signature block (its names and days are made by the acts of signing, each owner's at another time; it is
 * generated from them and compared with them before filing), CCCs (put in last), what EDGAR puts in itself (names,
 * schema version, derived boxes), the white space and spelling of a source, EX-24 (authority is judged apart), letters to
 * the staff, and the wrapper (test or live, contact, file name).
 *
 * No hash, and core's diagnostics (W1xx), where the form can't be written. Web Crypto: in a page it needs a secure
 * context (https, or this machine). Source: Regulation S-T 302(b) (the authentication document is of the filing).
 */
export async function contentHash(
  document: OwnershipDocument,
  exhibits: readonly SubmittedDocument[] = [],
): Promise<ContentHash> {
  const copy = copyDocument(document)
  copy.ownerSignatures = [STAND_IN]
  const { xml, diagnostics } = writeSubmissionForm(copy)
  if (xml === undefined) return { hash: undefined, diagnostics }
  // Text can't hold the tag: writing escapes it.
  const lines = [xml.slice(0, xml.indexOf('    <ownerSignature>'))]
  for (const { type, name, bytes } of exhibits) {
    if (isContent(type)) lines.push(`${type} ${name} ${await sha256(bytes)}\n`)
  }
  return { hash: await sha256(new TextEncoder().encode(lines.join(''))), diagnostics }
}

/** Nobody's signature: the writer wants one, and it is cut off again. */
const STAND_IN = new OwnerSignature()
STAND_IN.name = reported('text', 'cut off')
STAND_IN.date = reported('date', '2000-01-01')

/**
 * The hash of a draft as it stands, finished or not, to tell whether somebody else saved it meanwhile: SHA-256 of its
 * XML with everything that a draft holds, signatures too, CCCs masked. Nobody signs this.
 */
export function draftHash(document: OwnershipDocument): Promise<string> {
  return sha256(new TextEncoder().encode(writeOwnershipXml(copyDocument(document))))
}

async function sha256(bytes: Uint8Array): Promise<string> {
  // A copy, because a view may lie on shared memory, which Web Crypto does not take.
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
