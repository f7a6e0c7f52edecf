/**
 * A desk as it may be found at the end of a working day: something of every kind of record, all of it invented. Made
 * through the API, as people make it, so that a program of that day could have left it behind.
 */
import type { Demonstration } from '../../desk/server/demonstration.ts'
import { AGAIN, draftOf, must, order, PDF, submissionOf, work } from '../../desk/server/testing/acts.mts'
import { openServer, type Server } from '../../desk/server/testing/openServer.mts'
import {
  addDelegation,
  addLibraryFootnote,
  addLibrarySecurity,
  type Role,
  type Store,
  type StoreConfig,
} from '../../desk/store/index.ts'

/** The terms of one more option grant to the demonstration's director. */
const grantOf = (options: string) => ({
  grantDate: '2026-06-02',
  options,
  optionTitle: 'Stock Option (right to buy)',
  stock: 'Common Stock',
  exercisePrice: '3.31',
  vesting: 'at',
  exercisableFrom: '2027-06-02',
  expires: '2036-06-01',
  pecuniaryInterest: 'all',
  holder: 'insider',
  approval: 'board',
})

/** An event, answered, and the draft that comes of it. */
async function draftOfGrant(at: Server, options: string): Promise<string> {
  const { issuerId, insiderId } = at.demonstration
  const event = {
    issuerId,
    insiderIds: [insiderId],
    recipe: 'option-grant',
    day: '2026-06-02',
    facts: grantOf(options),
  }
  const { id: eventId } = must(await at.as('preparer').post(`${at.base}/events`, event), 201)
  const { drafts } = must(await at.as('preparer').post(`${at.base}/drafts`, { from: 'event', eventId }), 201)
  return drafts[0].id
}

/** The director's electronic signature; the attestation has to be there. */
export async function sign(at: Server, draftId: string) {
  const { hash: ofHash } = await draftOf(at, draftId)
  const { insiderId } = at.demonstration
  const wish = { manner: 'electronic', insiderId, ofHash, capacity: { kind: 'self' }, again: AGAIN }
  return must(await at.as('insider').post(`${at.base}/drafts/${draftId}/signatures`, wish), 201)
}

/** Sends a draft and lets the rehearsal come to its end. */
export async function send(at: Server, mode: 'TEST' | 'LIVE', draftId: string) {
  const { id } = await order(at, mode, draftId)
  await work(at, 0, 3000, 3000)
  return submissionOf(at, id)
}

/** Makes the end state in an empty store, with the journal of the rehearsal beside it. */
export async function makeEndState(store: StoreConfig, journal: string): Promise<void> {
  const at = await openServer({ store, journal })
  try {
    await addPeople(at)
    await addLibraries(at)
    await fileOne(at)
    await leaveOpen(at)
    await leaveSuspended(at)
    await leaveUnknown(at)
  } finally {
    await at.close()
  }
}

async function addPeople(at: Server): Promise<void> {
  const { base, demonstration } = at
  const administrator = at.as('administrator')
  const issuer = { cik: '0009016021', name: 'Driftwood Kelp Corp', tradingSymbol: null }
  const retired = must(await administrator.post(`${base}/issuers`, issuer), 201)
  must(await administrator.delete(`${base}/issuers/${retired.id}`))
  const address = { nonUSAddressFlag: false, street1: '3 Ferry Lane', city: 'Bath', state: 'ME', zipCode: '04530' }
  const person = { kind: 'person', cik: '0009016022', name: 'Quill Marsh', email: null, details: { address } }
  const { id: insiderId } = must(await administrator.post(`${base}/insiders`, person), 201)
  const { issuerId, people } = demonstration
  const officer = { issuerId, relationship: 'officer', title: 'Chief Financial Officer', fromDay: '2025-01-02' }
  const role = must(await administrator.post(`${base}/insiders/${insiderId}/roles`, officer), 201)
  must(await administrator.put(`${base}/insiders/${insiderId}/roles/${role.id}/end`, { untilDay: '2026-03-31' }))
  const power = {
    insiderId: demonstration.insiderId,
    signers: [{ userId: people.counsel.userId, name: 'Conrad Counsel' }],
    forms: ['4'],
    issuerIds: [issuerId],
    fromDay: '2026-01-05',
    untilDay: null,
    onFileAccession: '0009016001-26-000001',
    document: {
      mediaType: 'text/plain',
      base64: Buffer.from('I appoint Conrad Counsel. Invented.').toString('base64'),
    },
  }
  must(await administrator.post(`${base}/powers-of-attorney`, power), 201)
  const other = { ...power, fromDay: '2025-01-05' }
  const revoked = must(await administrator.post(`${base}/powers-of-attorney`, other), 201)
  const revocation = { fromDay: '2025-12-31', because: 'Replaced.' }
  must(await administrator.put(`${base}/powers-of-attorney/${revoked.id}/revocation`, revocation))
  const grant = { email: people.viewer.email, role: 'preparer' }
  const given = must(await administrator.post(`${base}/grants`, grant), 201)
  must(await administrator.delete(`${base}/grants/${given.id}`))
  must(await administrator.post('/api/organizations', { name: 'Second Desk', slug: 'second' }), 201)
}

async function addLibraries(at: Server): Promise<void> {
  const { organizationId, issuerId, people } = at.demonstration
  const actor = { organizationId, by: people.preparer.userId, at: at.now() }
  const stock = { issuerId, table: 'nonDerivative', title: 'Common Stock', underlyingTitle: null, terms: {} } as const
  const done = await at.store.act(actor, async (act) => {
    await addLibrarySecurity(act, stock)
    await addLibraryFootnote(act, { issuerId, name: 'trust', text: 'By a trust. Invented.' })
    return addDelegation(act, { filerCik: '0009016003', toCik: '0009016002', role: 'user' })
  })
  if ('refused' in done) throw new Error(done.refused.code)
}

async function fileOne(at: Server): Promise<void> {
  const body = { signedOn: '2026-06-01', document: PDF, again: AGAIN }
  must(await at.as('insider').post(`${at.base}/attestations`, body), 201)
  const { draftId } = at.demonstration
  await sign(at, draftId)
  await send(at, 'TEST', draftId)
  await send(at, 'LIVE', draftId)
}

/** One draft in its second version, approved; what was approved and signed before is void. One is discarded. */
async function leaveOpen(at: Server): Promise<void> {
  const draftId = await draftOfGrant(at, '500')
  const path = `${at.base}/drafts/${draftId}`
  const { hash, filing } = await draftOf(at, draftId)
  const counsel = at.as('counsel')
  must(await counsel.post(`${path}/approvals`, { ofHash: hash }), 201)
  await sign(at, draftId)
  const document = { ...filing.document, remarks: { value: 'Kept for an upgrade.' } }
  const saved = must(await at.as('preparer').put(path, { basedOn: hash, filing: { ...filing, document } }))
  must(await counsel.post(`${path}/approvals`, { ofHash: saved.hash }), 201)
  must(await at.as('preparer').delete(`${at.base}/drafts/${await draftOfGrant(at, '1')}`))
}

async function leaveSuspended(at: Server): Promise<void> {
  const path = `${at.base}/insiders/${at.demonstration.insiderId}/ccc`
  must(await at.as('preparer').put(path, { ccc: 'wrong#16' }))
  const draftId = await draftOfGrant(at, '600')
  await sign(at, draftId)
  await send(at, 'LIVE', draftId)
  must(await at.as('preparer').put(path, { ccc: 'rowan*16' }))
}

async function leaveUnknown(at: Server): Promise<void> {
  const draftId = await draftOfGrant(at, '700')
  await sign(at, draftId)
  at.rehearsal.addFault({ kind: 'loseAnswer' })
  await order(at, 'LIVE', draftId)
  await work(at, 0)
}

/** The demonstration of an end state, as far as it can be found by who and what it is. */
export async function keptDemonstration(store: Store): Promise<Demonstration> {
  const { kysely } = store
  const byName = (name: string) => kysely.selectFrom('insider').select('id').where('name', '=', name)
  const { id: organizationId } = await kysely
    .selectFrom('organization')
    .select('id')
    .where('slug', '=', 'demonstration')
    .executeTakeFirstOrThrow()
  const issuer = await kysely
    .selectFrom('issuer')
    .select('id')
    .where('cik', '=', '0009016001')
    .executeTakeFirstOrThrow()
  const { id: insiderId } = await byName('Alder Rowan').executeTakeFirstOrThrow()
  const filed = await kysely.selectFrom('filed_form').select('draftId').executeTakeFirstOrThrow()
  const grants = await kysely
    .selectFrom('role_grant')
    .innerJoin('user', 'user.id', 'role_grant.userId')
    .select(['role', 'userId', 'email'])
    .where('organizationId', '=', organizationId)
    .where('endedAt', 'is', null)
    .execute()
  const people = Object.fromEntries(grants.map(({ role, userId, email }) => [role, { userId, email }])) as Record<
    Role,
    { userId: string; email: string }
  >
  return { organizationId, issuerId: issuer.id, insiderId, draftId: filed.draftId ?? '', people }
}
