import { type Act, newId, said, type View } from './act.ts'
import { type Answer, notFound } from './answer.ts'
import { record } from './audit.ts'
import { sha256 } from './canonicalJson.ts'
import { unfit } from './checks.ts'
import type { AttestationTable } from './tables/drafts.ts'
import { voidingOf, voidRecord } from './voidings.ts'

/** A person's manually signed attestation (Regulation S-T, rule 302(b)(2)), as uploaded. */
export interface NewAttestation {
  userId: string
  signedOn: string
  mediaType: string
  bytes: Uint8Array
}

/** Keeps an attestation. */
export async function keepAttestation(act: Act, attestation: NewAttestation): Promise<Answer<AttestationTable>> {
  const id = newId()
  const refusal = unfit(`attestation/${id}`, [['day', attestation.signedOn]])
  if (refusal) return refusal
  const row = {
    organizationId: act.organizationId,
    id,
    ...attestation,
    bytesHash: sha256(attestation.bytes),
    ...said(act),
  }
  await act.db.insertInto('attestation').values(row).execute()
  const { userId, signedOn, bytesHash } = row
  await record(act, 'attestation.kept', 'attestation', id, { userId, signedOn, bytesHash })
  return { value: row }
}

/** An attestation holds no longer. What was signed under it stays signed, and the paper is kept. */
export async function endAttestation(act: Act, id: string, because: string): Promise<Answer<undefined>> {
  if (!(await current(act).where('id', '=', id).executeTakeFirst())) return notFound('attestation', id)
  await voidRecord(act, 'attestation', id, because)
  return { value: undefined }
}

/** A person's attestations that hold, oldest first. */
export async function attestationsOf(view: View, userId: string): Promise<AttestationTable[]> {
  return current(view).where('userId', '=', userId).orderBy('signedOn').orderBy('id').execute()
}

/**
 * When an attestation was last used (milliseconds UTC), `undefined` when never: seven years from there it must be kept
 * (rule 302(b)(2)).
 */
export async function attestationLastUsed({ db, organizationId }: View, id: string): Promise<number | undefined> {
  const last = await db
    .selectFrom('authentication_document')
    .select(({ fn }) => fn.max('at').as('at'))
    .where('organizationId', '=', organizationId)
    .where('attestationId', '=', id)
    .executeTakeFirst()
  return last?.at ?? undefined
}

function current(view: View) {
  return view.db
    .selectFrom('attestation')
    .selectAll()
    .where('organizationId', '=', view.organizationId)
    .where((eb) => eb.not(eb.exists(voidingOf(view, 'attestation'))))
}
