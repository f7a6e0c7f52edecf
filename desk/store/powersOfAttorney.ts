import { type Act, newId, said, type View } from './act.ts'
import { type Answer, notFound } from './answer.ts'
import { record } from './audit.ts'
import { canonicalJson, sha256 } from './canonicalJson.ts'
import { missing, unfit } from './checks.ts'
import type { PowerOfAttorneyTable } from './tables/drafts.ts'
import { voidRecord } from './voidings.ts'

interface Signer {
  userId: string
  name: string
}

/** Who may sign for an insider: which forms, for which issuers, from when until when. */
export interface NewPowerOfAttorney {
  /** The principal. */
  insiderId: string
  signers: readonly Signer[]
  /** Each signer alone, or all of them together. */
  acting: 'severally' | 'jointly'
  forms: readonly string[]
  /** Null: for every issuer. */
  issuerIds: readonly string[] | null
  fromDay: string
  untilDay: string | null
  /** The filing with which it is on file; null until it is. */
  onFileAccession: string | null
  mediaType: string
  /** As it will be attached (EX-24): text or HTML. */
  bytes: Uint8Array
}

export interface PowerOfAttorney extends Omit<PowerOfAttorneyTable, 'forms' | 'issuerIds'> {
  signers: Signer[]
  forms: string[]
  issuerIds: string[] | null
  /** Revoked from which day, and why; `undefined` while it is not. */
  revoked: { fromDay: string | null; because: string; by: string; at: number } | undefined
}

/** Keeps a power of attorney. */
export async function keepPowerOfAttorney(act: Act, power: NewPowerOfAttorney): Promise<Answer<PowerOfAttorney>> {
  const id = newId()
  const { signers, forms, issuerIds, ...told } = power
  const refusal =
    unfit(`power_of_attorney/${id}`, [
      ['day', told.fromDay],
      ['day', told.untilDay],
      ['accession number', told.onFileAccession],
    ]) ??
    (await missing(act, [
      ['insider', told.insiderId],
      ...(issuerIds ?? []).map((issuerId) => ['issuer', issuerId] as const),
    ]))
  if (refusal) return refusal
  const { db, organizationId } = act
  const row = {
    organizationId,
    id,
    ...told,
    forms: canonicalJson(forms),
    issuerIds: issuerIds && canonicalJson(issuerIds),
    bytesHash: sha256(told.bytes),
    ...said(act),
  }
  await db.insertInto('power_of_attorney').values(row).execute()
  const named = signers.map(({ userId, name }) => ({ organizationId, powerOfAttorneyId: id, userId, name }))
  if (named.length > 0) await db.insertInto('power_of_attorney_signer').values(named).execute()
  const { insiderId, fromDay, untilDay, bytesHash } = row
  const scope = { acting: told.acting, forms: [...forms], issuerIds: issuerIds && [...issuerIds], fromDay, untilDay }
  const signerIds = signers.map(({ userId }) => userId)
  await record(act, 'powerOfAttorney.kept', 'power_of_attorney', id, { insiderId, signerIds, ...scope, bytesHash })
  return { value: (await powerOfAttorney(act, id)) as PowerOfAttorney }
}

/** A power of attorney is revoked from a day on. */
export async function revokePowerOfAttorney(
  act: Act,
  id: string,
  { fromDay, because }: { fromDay: string; because: string },
): Promise<Answer<PowerOfAttorney>> {
  const refusal = unfit(`power_of_attorney/${id}`, [['day', fromDay]])
  if (refusal) return refusal
  if (!(await powerOfAttorney(act, id))) return notFound('power_of_attorney', id)
  await voidRecord(act, 'power_of_attorney', id, because, fromDay)
  return { value: (await powerOfAttorney(act, id)) as PowerOfAttorney }
}

/** One power of attorney; `undefined` when this organisation has none such. */
export async function powerOfAttorney(view: View, id: string): Promise<PowerOfAttorney | undefined> {
  const row = await rows(view).where('id', '=', id).executeTakeFirst()
  return row && withSigners(view, row)
}

/** All of an insider, revoked ones too: what held on a day is for the signing rules to say. Oldest first. */
export async function powersOfAttorneyOf(view: View, insiderId: string): Promise<PowerOfAttorney[]> {
  const found = await rows(view).where('insiderId', '=', insiderId).orderBy('fromDay').orderBy('id').execute()
  return Promise.all(found.map((row) => withSigners(view, row)))
}

async function withSigners(view: View, row: PowerOfAttorneyTable): Promise<PowerOfAttorney> {
  const { db, organizationId } = view
  const signers = await db
    .selectFrom('power_of_attorney_signer')
    .select(['userId', 'name'])
    .where('organizationId', '=', organizationId)
    .where('powerOfAttorneyId', '=', row.id)
    .orderBy('name')
    .orderBy('userId')
    .execute()
  const revoked = await db
    .selectFrom('voiding')
    .select(['fromDay', 'because', 'by', 'at'])
    .where('organizationId', '=', organizationId)
    .where('subject', '=', 'power_of_attorney')
    .where('subjectId', '=', row.id)
    .executeTakeFirst()
  const issuerIds = row.issuerIds === null ? null : (JSON.parse(row.issuerIds) as string[])
  return { ...row, forms: JSON.parse(row.forms) as string[], issuerIds, signers, revoked }
}

function rows({ db, organizationId }: View) {
  return db.selectFrom('power_of_attorney').selectAll().where('organizationId', '=', organizationId)
}
