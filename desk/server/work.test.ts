/**
 * The work list and the drafts keep what they worked out: they have to say what they would say had the desk just been
 * started.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { open, type Store, type StoreConfig } from '../store/index.ts'
import { workOf } from './forms/work.ts'
import { draftShown } from './routes/draftShown.ts'
import { Scope } from './scope.ts'
import { AGAIN, draftOf, must, order, PDF, signAs } from './testing/acts.mts'
import { inventServer, KEY, type Server } from './testing/server.mts'
import { workAhead } from './workAhead.ts'

const folder = mkdtempSync(join(tmpdir(), 'section16-work-'))
const config: StoreConfig = { kind: 'sqlite', path: join(folder, 'desk.sqlite'), secretKeys: [KEY] }
const stores: Store[] = []
afterAll(async () => {
  for (const store of stores) await store.close()
  rmSync(folder, { recursive: true })
})

/** Another server behind the same database; it knows nothing yet. */
async function another(at: number): Promise<Store> {
  const opened = await open(config, at)
  if ('refused' in opened) throw new Error(opened.refused.code)
  stores.push(opened.value)
  return opened.value
}

/** Passwords are slow on purpose, and several are asked for one after the other. */
const MOST_MILLISECONDS = 300_000

const ALL = [{ role: 'administrator', issuerId: null, insiderId: null }] as const

const EDGAR = { edgar: { destination: 'rehearsal' } } as const

/** The work list as one server says it, and the demonstration's draft. */
async function seenBy(store: Store, server: Server) {
  const { organizationId, draftId, people } = server.demonstration
  const view = store.view(organizationId)
  const asking = { by: people.administrator.userId, at: server.now(), loginCik: undefined }
  const scope = new Scope(view, ALL)
  const draft = await draftShown(EDGAR, { view, scope, ...asking }, draftId)
  return { list: await workOf(view, scope, asking), draft }
}

/** What is done, in this order; each says what it does to the list. */
const ACTS: readonly [string, (server: Server) => Promise<unknown>][] = [
  ['a draft is edited', edit('A remark.')],
  ['it is approved', approve],
  ['its issuer wants approvals', correctIssuer],
  ['its insider is renamed', renameInsider],
  ['its approval is taken back', takeApprovalBack],
  ['an exhibit is attached', attach],
  ['the exhibit is taken away', detach],
  ['a form of long ago is imported', importSeed],
  ['it is signed', async (server) => must(await signAs(server), 201)],
  ['it is edited after that', edit('Another remark.')],
  ['it is made unfinished', edit(undefined)],
  ['who made it so is renamed', renameUser],
  ['it is finished again', edit('The last remark.')],
  ['a power of attorney is kept', keepPower],
  ['a role is given', grant],
  ['another draft is added', addAnother],
  ['both wait for EDGAR or the signer', fileIt],
  ['EDGAR accepts', acceptIt],
  ['a day passes', async (server) => server.advance(86_400_000)],
]

test(
  'after every act two servers say what one says that was just started',
  async () => {
    const server = await inventServer({ store: config })
    const other = await another(server.now())
    const before = new Set<string>()
    for (const [what, act] of ACTS) {
      await act(server)
      server.advance(1000)
      const fresh = await seenBy(await another(server.now()), server)
      expect(await seenBy(server.store, server), what).toEqual(fresh)
      expect(await seenBy(other, server), `${what}, the other server`).toEqual(fresh)
      before.add(JSON.stringify(fresh))
    }
    // It was not the same list all the time.
    expect(before.size).toBeGreaterThan(8)
  },
  MOST_MILLISECONDS,
)

test('a desk that has just started works the list out before anybody asks', async () => {
  const { store, demonstration, now } = await inventServer()
  const view = store.view(demonstration.organizationId)
  const titles = async () => {
    const asking = { by: demonstration.people.administrator.userId, at: now(), loginCik: undefined }
    return (await workOf(view, new Scope(view, ALL), asking)).map(({ title }) => title)
  }
  const rename = (name: string) => store.kysely.updateTable('insider').set({ name }).execute()
  // Nothing in the audit trail tells of these names: each is seen by a look, and not by what was worked out before.
  await rename('BEFORE')
  expect(await workAhead(store, 'rehearsal', now, () => false)).toBe(1)
  await rename('AFTER')
  expect(await titles()).toEqual([expect.stringContaining('BEFORE')])
  expect(await workAhead(store, 'rehearsal', now, () => true)).toBe(0)
})

/** Without remarks it is left without its period, too, and is no form that can be filed. */
function edit(remarks: string | undefined) {
  return async (server: Server) => {
    const { hash, filing } = await draftOf(server)
    const { periodOfReport = kept.period, ...rest } = filing.document
    kept.period = periodOfReport
    const document = remarks === undefined ? rest : { ...rest, periodOfReport, remarks: { value: remarks } }
    const path = `${server.base}/drafts/${server.demonstration.draftId}`
    const saved = must(await server.as('preparer').put(path, { basedOn: hash, filing: { ...filing, document } }))
    expect(saved.hash).not.toBe(hash)
  }
}

const kept: { period: unknown; approval: string } = { period: undefined, approval: '' }

async function approve(server: Server) {
  const { hash } = await draftOf(server)
  const path = `${server.base}/drafts/${server.demonstration.draftId}/approvals`
  kept.approval = must(await server.as('counsel').post(path, { ofHash: hash, note: null }), 201).id
}

async function takeApprovalBack(server: Server) {
  const path = `${server.base}/drafts/${server.demonstration.draftId}/approvals/${kept.approval}`
  must(await server.as('counsel').delete(path))
}

const attachments = ({ base, demonstration }: Server) => `${base}/drafts/${demonstration.draftId}/attachments`

async function attach(server: Server) {
  const { hash: basedOn } = await draftOf(server)
  const document = { mediaType: 'text/plain', base64: Buffer.from('An exhibit.\n').toString('base64') }
  const exhibit = { basedOn, type: 'EX-99', name: 'ex99.txt', document }
  must(await server.as('preparer').post(attachments(server), exhibit), 201)
}

async function detach(server: Server) {
  const { hash, attachments: all } = await draftOf(server)
  must(await server.as('preparer').delete(`${attachments(server)}/${all[0].id}?basedOn=${hash}`))
}

async function importSeed(server: Server) {
  const seed = {
    xml: readFileSync(new URL('../../cases/seed/form4.xml', import.meta.url)).toString('base64'),
    accessionNumber: '0009990000-03-000001',
    filingDate: '2003-05-09',
    accepted: '2003-05-09 17:02:11',
    issuerId: server.demonstration.issuerId,
    insiderIds: [server.demonstration.insiderId],
  }
  must(await server.as('preparer').post(`${server.base}/filings`, seed), 201)
}

async function correctIssuer(server: Server) {
  const path = `${server.base}/issuers/${server.demonstration.issuerId}`
  const { cik, name, tradingSymbol, details, revision } = must(await server.as('administrator').get(path))
  const corrected = { cik, name, tradingSymbol, details: { ...details, approvals: 0 }, revision }
  must(await server.as('administrator').put(path, { ...corrected, name: `${name} II` }))
}

async function renameInsider(server: Server) {
  const path = `${server.base}/insiders/${server.demonstration.insiderId}`
  const { kind, cik, name, email, details, revision } = must(await server.as('administrator').get(path))
  must(await server.as('administrator').put(path, { kind, cik, email, details, revision, name: `${name} Jr` }))
}

async function renameUser(server: Server) {
  const { userId } = server.demonstration.people.preparer
  await server.store.kysely.updateTable('user').set({ name: 'Petra Newname' }).where('id', '=', userId).execute()
}

async function keepPower(server: Server) {
  const { insiderId, people } = server.demonstration
  must(
    await server.as('administrator').post(`${server.base}/powers-of-attorney`, {
      insiderId,
      signers: [{ userId: people.counsel.userId, name: 'Conrad Counsel' }],
      forms: ['4'],
      issuerIds: null,
      fromDay: '2026-05-01',
      untilDay: null,
      onFileAccession: null,
      document: { ...PDF, mediaType: 'text/plain' },
    }),
    201,
  )
}

async function grant(server: Server) {
  const body = { email: server.demonstration.people.viewer.email, role: 'counsel', issuerId: null, insiderId: null }
  must(await server.as('administrator').post(`${server.base}/grants`, body), 201)
}

async function addAnother(server: Server) {
  const { issuerId, insiderId } = server.demonstration
  const body = { from: 'scratch', issuerId, insiderIds: [insiderId], formType: '5' }
  must(await server.as('preparer').post(`${server.base}/drafts`, body), 201)
}

async function fileIt(server: Server) {
  const { hash } = await draftOf(server)
  const { insiderId, draftId } = server.demonstration
  const body = { manner: 'electronic', insiderId, ofHash: hash, capacity: { kind: 'self' }, again: AGAIN }
  must(await server.as('insider').post(`${server.base}/drafts/${draftId}/signatures`, body), 201)
  await order(server, 'LIVE')
  await server.worker.tick()
}

async function acceptIt(server: Server) {
  for (const pause of [3000, 3000]) {
    server.advance(pause)
    await server.worker.tick()
  }
}
