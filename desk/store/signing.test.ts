import { expect } from 'vitest'
import { attestationLastUsed, attestationsOf, endAttestation, keepAttestation } from './attestations.ts'
import { keepAuthenticationDocument } from './authenticationDocuments.ts'
import { sha256 } from './canonicalJson.ts'
import { saveDraft } from './drafts.ts'
import { keepPowerOfAttorney, powersOfAttorneyOf, revokePowerOfAttorney } from './powersOfAttorney.ts'
import { type NewSignature, sign, signaturesOf, withdrawSignature } from './signatures.ts'
import { NOW, onBoth, refusal } from './testing/databases.mts'
import { inventAuthentication, inventDraft, inventInsider, inventUser } from './testing/invented.mts'

const bytes = new TextEncoder().encode('%PDF invented')
const DAY = '2026-03-02'

onBoth('a signature needs its signer’s own document of this very content, and falls with a change', async (desk) => {
  const of = await inventDraft(desk)
  const document = await inventAuthentication(desk, of, 'hash-1')
  const signature: NewSignature = {
    draftId: of.draft.id,
    insiderId: of.insiderId,
    ofHash: 'hash-1',
    line: '/s/ Moss Ivy',
    signedOn: DAY,
    powerOfAttorneyId: null,
    authenticationDocumentId: document.id,
  }
  const other = { ...desk.actor, by: await inventUser(desk.store, NOW) }
  expect(refusal(await desk.store.act(other, (act) => sign(act, signature)))).toBe('D404')
  const stranger = (await inventInsider(desk)).id
  for (const wrong of [{ authenticationDocumentId: 'x' }, { insiderId: stranger }, { powerOfAttorneyId: 'x' }])
    expect(refusal(await desk.attempt((act) => sign(act, { ...signature, ...wrong })))).toBe('D404')
  const given = await desk.act((act) => sign(act, signature))
  expect(await signaturesOf(desk.view, of.draft.id)).toEqual([given])
  expect(refusal(await desk.attempt((act) => sign(act, signature)))).toBe('D407')
  await desk.act((act) => saveDraft(act, of.draft.id, 'hash-1', { hash: 'hash-2', content: {} }))
  expect(await signaturesOf(desk.view, of.draft.id)).toEqual([])
  expect(refusal(await desk.attempt((act) => sign(act, signature)))).toBe('D403')
  const stale = { ...signature, ofHash: 'hash-2' }
  expect(refusal(await desk.attempt((act) => sign(act, stale)))).toBe('D404')
  const anew = await inventAuthentication(desk, of, 'hash-2')
  const again = await desk.act((act) => sign(act, { ...stale, authenticationDocumentId: anew.id }))
  await desk.act((act) => withdrawSignature(act, of.draft.id, again.id))
  expect(await signaturesOf(desk.view, of.draft.id)).toEqual([])
})

onBoth('electronic authentication needs the signer’s attestation, in force', async (desk) => {
  const { draft, insiderId } = await inventDraft(desk)
  const electronic = (attestationId: string | null) =>
    desk.attempt((act) =>
      keepAuthenticationDocument(act, {
        draftId: draft.id,
        insiderId,
        ofHash: 'hash-1',
        manner: 'electronic',
        attestationId,
        mediaType: 'application/json',
        bytes,
        retainUntil: '2031-03-02',
      }),
    )
  expect(refusal(await electronic(null))).toBe('D404')
  const attest = (userId: string) =>
    desk.act((act) => keepAttestation(act, { userId, signedOn: DAY, mediaType: 'application/pdf', bytes }))
  const others = await attest(await inventUser(desk.store, NOW))
  expect(refusal(await electronic(others.id))).toBe('D404')
  const own = await attest(desk.userId)
  expect(own.bytesHash).toBe(sha256(bytes))
  expect(await attestationLastUsed(desk.view, own.id)).toBeUndefined()
  expect(await electronic(own.id)).toMatchObject({ value: { manner: 'electronic', by: desk.userId } })
  expect(await attestationLastUsed(desk.view, own.id)).toBe(NOW)
  await desk.act((act) => endAttestation(act, own.id, 'left the firm'))
  expect(await attestationsOf(desk.view, desk.userId)).toEqual([])
  expect(refusal(await electronic(own.id))).toBe('D404')
})

onBoth('a power of attorney keeps its scope, signers and revocation', async (desk) => {
  const { issuerId, insiderId } = await inventDraft(desk)
  const told = {
    insiderId,
    signers: [{ userId: desk.userId, name: 'Ada Quill' }],
    acting: 'jointly' as const,
    forms: ['3', '4', '5'],
    issuerIds: [issuerId],
    fromDay: DAY,
    untilDay: null,
    onFileAccession: '0009990000-26-000001',
    mediaType: 'text/plain',
    bytes,
  }
  const kept = await desk.act((act) => keepPowerOfAttorney(act, told))
  expect(kept).toMatchObject({ ...told, bytes: expect.anything(), revoked: undefined })
  expect(new Uint8Array(kept.bytes)).toEqual(bytes)
  const revoke = (fromDay: string) =>
    desk.attempt((act) => revokePowerOfAttorney(act, kept.id, { fromDay, because: 'new counsel' }), 4)
  await revoke('2026-04-01')
  await revoke('2026-05-01')
  expect(await powersOfAttorneyOf(desk.view, insiderId)).toMatchObject([
    { id: kept.id, revoked: { fromDay: '2026-04-01', because: 'new counsel', by: desk.userId, at: NOW + 4 } },
  ])
  expect(refusal(await revoke('soon'))).toBe('D408')
  const keep = (wrong: object) => desk.attempt((act) => keepPowerOfAttorney(act, { ...told, ...wrong }))
  expect(refusal(await keep({ onFileAccession: '1' }))).toBe('D408')
  expect(refusal(await keep({ issuerIds: ['x'] }))).toBe('D404')
})

onBoth('the database refuses to change what was signed', async ({ store, organizationId, ...desk }) => {
  const of = await inventDraft({ store, organizationId, ...desk })
  await inventAuthentication({ store, organizationId, ...desk }, of, 'hash-1')
  const { kysely } = store
  await expect(kysely.updateTable('authentication_document').set({ ofHash: 'x' }).execute()).rejects.toThrow(
    'append-only',
  )
  await expect(kysely.deleteFrom('draft_version').execute()).rejects.toThrow('append-only')
})
