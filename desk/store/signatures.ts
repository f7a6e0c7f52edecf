import { type Act, newId, said, type View } from './act.ts'
import { type Answer, notFound, refuse } from './answer.ts'
import { record } from './audit.ts'
import { authenticationDocument } from './authenticationDocuments.ts'
import { missing, unfit } from './checks.ts'
import { draft, unlessCurrent } from './drafts.ts'
import { powerOfAttorney } from './powersOfAttorney.ts'
import type { SignatureTable } from './tables/drafts.ts'
import type { New } from './tables/records.ts'
import { takeBack, voidingOf } from './voidings.ts'

/** A signature on a draft's content, for one of its owners. Whether it is valid the signing rules say beforehand. */
export type NewSignature = New<SignatureTable>

/**
 * Signs: the signer is the act's `by`. Refused: content that is another by now (D403), a closed draft (D406), an owner
 * for whom it is signed (D407) but by an attorney who acts jointly with this one, an authentication document that is not of this signer, owner and content (D404).
 */
export async function sign(act: Act, signature: NewSignature): Promise<Answer<SignatureTable>> {
  const { draftId, insiderId, ofHash } = signature
  const of = await draft(act, draftId)
  if (!of?.insiderIds.includes(insiderId)) return notFound('draft', draftId)
  const refusal =
    unlessCurrent(of, ofHash) ??
    unfit(`draft/${draftId}`, [['day', signature.signedOn]]) ??
    (await missing(act, [['power_of_attorney', signature.powerOfAttorneyId]]))
  if (refusal) return refusal
  if (of.closedBecause !== null)
    return refuse('D406', `draft/${draftId}`, { subject: 'draft', state: of.closedBecause, wanted: 'signed' })
  if (!(await authenticates(act, signature)))
    return notFound('authentication_document', signature.authenticationDocumentId)
  const others = (await signaturesOf(act, draftId)).filter((other) => other.insiderId === insiderId)
  if (others.length > 0 && !(await actsJointly(act, signature, others)))
    return refuse('D407', `draft/${draftId}`, { subject: 'signature', what: 'owner' })
  const row = { organizationId: act.organizationId, id: newId(), ...signature, ...said(act) }
  await act.db.insertInto('signature').values(row).execute()
  await record(act, 'draft.signed', 'draft', draftId, { signature: row.id, insiderId, ofHash })
  return { value: row }
}

/** Whether this signer and those before are different attorneys of one power by which they act together. */
async function actsJointly(act: Act, signature: NewSignature, others: readonly SignatureTable[]): Promise<boolean> {
  const { powerOfAttorneyId: id } = signature
  if (id === null || others.some(({ by, powerOfAttorneyId }) => by === act.by || powerOfAttorneyId !== id)) return false
  return (await powerOfAttorney(act, id))?.acting === 'jointly'
}

async function authenticates(act: Act, signature: NewSignature): Promise<boolean> {
  const document = await authenticationDocument(act, signature.authenticationDocumentId)
  return (
    document?.draftId === signature.draftId &&
    document.insiderId === signature.insiderId &&
    document.ofHash === signature.ofHash &&
    document.by === act.by
  )
}

/** Takes a signature back before it is used. */
export const withdrawSignature = (act: Act, draftId: string, id: string): Promise<Answer<undefined>> =>
  takeBack(act, 'signature', draftId, id)

/** The signatures of a draft that hold: those given since its content last changed, and not taken back. */
export async function signaturesOf(view: View, draftId: string): Promise<SignatureTable[]> {
  return view.db
    .selectFrom('signature')
    .selectAll()
    .where('organizationId', '=', view.organizationId)
    .where('draftId', '=', draftId)
    .where((eb) => eb.not(eb.exists(voidingOf(view, 'signature'))))
    .orderBy('at')
    .orderBy('id')
    .execute()
}
