import { type Act, newId, said, type View } from './act.ts'
import { type Answer, notFound, refuse } from './answer.ts'
import { attestationsOf } from './attestations.ts'
import { record } from './audit.ts'
import { sha256 } from './canonicalJson.ts'
import { unfit } from './checks.ts'
import { draft, unlessCurrent } from './drafts.ts'
import type { AuthenticationDocumentTable } from './tables/drafts.ts'

/** What a signer signed, on paper or electronically, to authenticate a signature (Regulation S-T, rule 302(b)(1)). */
export interface NewAuthenticationDocument {
  draftId: string
  insiderId: string
  ofHash: string
  manner: 'uploaded' | 'electronic'
  /** Needed when electronic: the signer's own attestation, in force. */
  attestationId: string | null
  mediaType: string
  bytes: Uint8Array
  retainUntil: string
}

/**
 * Keeps an authentication document; its signer is the act's `by`. D403 when the draft is another by now; D404 when an
 * electronic one names no attestation of this signer that holds.
 */
export async function keepAuthenticationDocument(
  act: Act,
  document: NewAuthenticationDocument,
): Promise<Answer<AuthenticationDocumentTable>> {
  const { draftId, insiderId, ofHash, manner, attestationId } = document
  const of = await draft(act, draftId)
  if (!of?.insiderIds.includes(insiderId)) return notFound('draft', draftId)
  const refusal = unlessCurrent(of, ofHash) ?? unfit(`draft/${draftId}`, [['day', document.retainUntil]])
  if (refusal) return refusal
  if (manner === 'electronic' && !(await attestationsOf(act, act.by)).some(({ id }) => id === attestationId))
    return refuse('D404', `attestation/${attestationId ?? ''}`, { subject: 'attestation of this signer' })
  const bytesHash = sha256(document.bytes)
  const row = { organizationId: act.organizationId, id: newId(), ...document, bytesHash, ...said(act) }
  await act.db.insertInto('authentication_document').values(row).execute()
  await record(act, 'authentication.kept', 'draft', draftId, { document: row.id, insiderId, ofHash, manner, bytesHash })
  return { value: row }
}

/** One authentication document; `undefined` when this organisation has none such. */
export async function authenticationDocument(
  { db, organizationId }: View,
  id: string,
): Promise<AuthenticationDocumentTable | undefined> {
  return db
    .selectFrom('authentication_document')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
}
