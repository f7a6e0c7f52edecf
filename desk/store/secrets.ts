import { type Act, made, newId, type View } from './act.ts'
import { type Answer, notFound, refuse } from './answer.ts'
import { record } from './audit.ts'
import type { SecretPurpose, SecretSubject, SecretTable } from './tables/people.ts'

/** Whose secret, and what it is for. */
export interface SecretPlace {
  subject: SecretSubject
  subjectId: string
  purpose: SecretPurpose
}

/** What may be known of a secret: that it is there, since when, until when. */
export type SecretNote = Omit<SecretTable, 'sealed' | 'organizationId' | 'endedBy' | 'endedAt'>

/** Keeps a secret, sealed, in place of the one before, whose content is wiped. `expiresAt`: null for never. */
export async function keepSecret(
  act: Act,
  place: SecretPlace,
  secret: string,
  expiresAt: number | null,
): Promise<Answer<SecretNote>> {
  await wipe(act, place)
  const { organizationId, sealing } = act
  const note = { id: newId(), ...place, keyId: sealing.keyId, expiresAt, ...made(act) }
  const sealed = sealing.seal(secret, boundTo(organizationId, note))
  await act.db
    .insertInto('secret')
    .values({ organizationId, ...note, sealed, endedBy: null, endedAt: null })
    .execute()
  await record(act, 'secret.kept', place.subject, place.subjectId, { purpose: place.purpose, expiresAt })
  return { value: note }
}

/** Removes a secret: its content is wiped, that it was there stays. */
export async function removeSecret(act: Act, place: SecretPlace): Promise<Answer<SecretNote>> {
  const row = await current(act, place).executeTakeFirst()
  if (!row) return notFound('secret', `${place.subject}/${place.subjectId}/${place.purpose}`)
  await wipe(act, place)
  await record(act, 'secret.removed', place.subject, place.subjectId, { purpose: place.purpose })
  return { value: noteOf(row) }
}

/**
 * The one way to a secret's content. Who took it and `why` goes into the audit trail. D404 when there is none, D405
 * when it does not open: its key is missing, or the row was changed or copied from another.
 */
export async function revealSecret(act: Act, place: SecretPlace, why: string): Promise<Answer<string>> {
  const row = await current(act, place).executeTakeFirst()
  const path = `secret/${place.subject}/${place.subjectId}/${place.purpose}`
  if (!row?.sealed) return notFound('secret', path)
  const secret = act.sealing.unseal(row.sealed, row.keyId, boundTo(act.organizationId, row))
  if (secret === undefined) return refuse('D405', path, { purpose: place.purpose, keyId: row.keyId })
  await record(act, 'secret.revealed', place.subject, place.subjectId, { purpose: place.purpose, why })
  return { value: secret }
}

/** Seals with the first key what older keys sealed; how many. D405 when one does not open, and nothing is changed. */
export async function resealSecrets(act: Act): Promise<Answer<number>> {
  const { db, organizationId, sealing } = act
  const old = await db
    .selectFrom('secret')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('endedAt', 'is', null)
    .where('keyId', '<>', sealing.keyId)
    .execute()
  for (const row of old) {
    const secret = row.sealed && sealing.unseal(row.sealed, row.keyId, boundTo(organizationId, row))
    if (secret === undefined || secret === null)
      return refuse('D405', `secret/${row.id}`, { purpose: row.purpose, keyId: row.keyId })
    await db
      .updateTable('secret')
      .set({ keyId: sealing.keyId, sealed: sealing.seal(secret, boundTo(organizationId, row)) })
      .where('organizationId', '=', organizationId)
      .where('id', '=', row.id)
      .execute()
  }
  if (old.length > 0) await record(act, 'secrets.resealed', 'organization', organizationId, { count: old.length })
  return { value: old.length }
}

/** Which secrets: by what they are for, by whose they are; all where nothing is said. */
export interface SecretsWanted {
  purposes?: readonly SecretPurpose[]
  subjectIds?: readonly string[]
}

/** Which secrets there are, without their content, those that expire first. */
export async function secretNotes({ db, organizationId }: View, wanted: SecretsWanted = {}): Promise<SecretNote[]> {
  const { purposes, subjectIds } = wanted
  let query = db
    .selectFrom('secret')
    .select(['id', 'subject', 'subjectId', 'purpose', 'keyId', 'expiresAt', 'createdBy', 'createdAt'])
    .where('organizationId', '=', organizationId)
    .where('endedAt', 'is', null)
  if (purposes) query = query.where('purpose', 'in', purposes)
  if (subjectIds) query = query.where('subjectId', 'in', subjectIds)
  const notes = await query.orderBy('expiresAt').orderBy('createdAt').orderBy('id').execute()
  // The databases disagree about where null stands in an order.
  return [
    ...notes.filter(({ expiresAt }) => expiresAt !== null),
    ...notes.filter(({ expiresAt }) => expiresAt === null),
  ]
}

/** Row and purpose: a sealed secret opens nowhere else. */
function boundTo(organizationId: string, { id, subject, subjectId, purpose }: SecretPlace & { id: string }): string {
  return JSON.stringify(['section16/secret', organizationId, id, subject, subjectId, purpose])
}

function current({ db, organizationId }: View, { subject, subjectId, purpose }: SecretPlace) {
  return db
    .selectFrom('secret')
    .selectAll()
    .where('organizationId', '=', organizationId)
    .where('subject', '=', subject)
    .where('subjectId', '=', subjectId)
    .where('purpose', '=', purpose)
    .where('endedAt', 'is', null)
}

async function wipe({ db, organizationId, by, at }: Act, { subject, subjectId, purpose }: SecretPlace): Promise<void> {
  await db
    .updateTable('secret')
    .set({ sealed: null, endedBy: by, endedAt: at })
    .where('organizationId', '=', organizationId)
    .where('subject', '=', subject)
    .where('subjectId', '=', subjectId)
    .where('purpose', '=', purpose)
    .where('endedAt', 'is', null)
    .execute()
}

function noteOf({ id, subject, subjectId, purpose, keyId, expiresAt, createdBy, createdAt }: SecretTable): SecretNote {
  return { id, subject, subjectId, purpose, keyId, expiresAt, createdBy, createdAt }
}
