/** What an earlier day's program left behind is opened by this one, is as it was, and goes on. See README.md beside it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, describe, expect, type TestContext, test } from 'vitest'
import { keysOf } from '../../cli/desk/keys.ts'
import { must, submissionOf, work } from '../../desk/server/testing/acts.mts'
import { openServer, type Server, WEDNESDAY } from '../../desk/server/testing/openServer.mts'
import {
  type FiledForm,
  filedForm,
  programVersion,
  type Store,
  type StoreConfig,
  verifyChain,
  verifyFiledForm,
} from '../../desk/store/index.ts'
import { emptyDatabase, KINDS } from '../../desk/store/testing/databases.mts'
import { keptDemonstration, send, sign } from './endState.mts'

/** An hour after the last act of the end state. */
const LATER = WEDNESDAY + 3_600_000

const folder = mkdtempSync(join(tmpdir(), 'section16-upgrade-'))
afterAll(() => rmSync(folder, { recursive: true }))

const JOURNALS = { sqlite: 'rehearsal.ndjson', postgresql: 'rehearsal-postgresql.ndjson' } as const

/** A copy of the data as a desk's folder and database. */
async function kept(kind: (typeof KINDS)[number], context: TestContext): Promise<{ data: string; store: StoreConfig }> {
  const data = mkdtempSync(join(folder, `${kind}-`))
  const packed = join(import.meta.dirname, 'data')
  for (const name of readdirSync(packed))
    writeFileSync(join(data, name.replace('.gz', '')), gunzipSync(readFileSync(join(packed, name))), { mode: 0o600 })
  const { secretKeys } = keysOf(join(data, 'keys.json'))
  if (kind === 'sqlite') return { data, store: { kind, path: join(data, 'desk.sqlite'), secretKeys } }
  const { url } = (await emptyDatabase(kind, context)) as StoreConfig & { kind: 'postgresql' }
  await restore(url, readFileSync(join(data, 'postgresql.sql'), 'utf8'))
  return { data, store: { kind, url, secretKeys, upgradeAfterBackup: true } }
}

/** Runs a plain dump; the lines with a backslash are for psql alone. */
async function restore(url: string, dump: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(dump.replaceAll(/^\\(un)?restrict .*$/gm, ''))
  await client.end()
}

const organizations = (store: Store) => store.kysely.selectFrom('organization').selectAll().orderBy('slug').execute()

describe.each(KINDS)('kept on %s', (kind) => {
  test('is brought up to this program, is as it was, and a form of it is signed and filed', async (context) => {
    const { data, store } = await kept(kind, context)
    const before = keptVersion(data)
    const at = await openServer({ at: LATER, store, journal: join(data, JOURNALS[kind]), kept: keptDemonstration })
    try {
      await isBroughtUp(at, data, kind === 'sqlite' ? programVersion - before : 0)
      await isAsItWas(at)
      await holdsWhatWasOpen(at)
      await goesOn(at)
    } finally {
      await at.close()
    }
  }, 300_000)
})

/** The version of the data as they are kept. */
function keptVersion(data: string): number {
  const database = new DatabaseSync(join(data, 'desk.sqlite'))
  const { number } = database.prepare('select max(number) as number from schema_migration').get() as { number: number }
  database.close()
  return number
}

async function isBroughtUp({ store }: Server, data: string, backups: number): Promise<void> {
  const steps = await store.kysely.selectFrom('schema_migration').select('number').execute()
  expect(steps).toHaveLength(programVersion)
  const made = readdirSync(data).filter((name) => name.startsWith('desk.sqlite.before-'))
  expect(made).toHaveLength(backups)
}

/** Organisations, people, what was filed and what is held. */
async function isAsItWas(at: Server): Promise<void> {
  expect((await organizations(at.store)).map(({ name }) => name)).toEqual(['Demonstration', 'Second Desk'])
  await isIntact(at)
  const viewer = at.as('viewer')
  const { issuers } = must(await viewer.get(`${at.base}/issuers`))
  expect(issuers.map(({ name }: { name: string }) => name)).toEqual(['Saltmarsh Instruments Inc.'])
  const { insiders } = must(await viewer.get(`${at.base}/insiders`))
  expect(insiders).toMatchObject([
    { name: 'Alder Rowan', cik: '0009016003', roles: [{ relationship: 'director', untilDay: null }] },
    { name: 'Quill Marsh', roles: [{ title: 'Chief Financial Officer', untilDay: '2026-03-31' }] },
  ])
  const { filings } = must(await viewer.get(`${at.base}/filings`))
  expect(filings).toMatchObject([{ formType: '4', destination: 'rehearsal', filingDate: '2026-06-03' }])
  expect((await viewer.get(`${at.base}/filings/${filings[0].id}/form.xml`)).text).toContain('/s/ Rowan Alder')
  expect(await heldAmounts(at)).toEqual(['10000'])
  const { powers } = must(await viewer.get(`${at.base}/insiders/${at.demonstration.insiderId}/powers-of-attorney`))
  expect(powers.map(({ revoked }: { revoked: unknown }) => revoked !== null).toSorted()).toEqual([false, true])
}

/** Drafts, their versions, approvals and signatures, and what became of what was sent. */
async function holdsWhatWasOpen(at: Server): Promise<void> {
  const { items } = must(await at.as('preparer').get(`${at.base}/work`))
  const told = items.map(({ kind, waitingFor }: { kind: string; waitingFor: string }) => `${kind}, ${waitingFor}`)
  expect(told.toSorted()).toEqual(['draft, signature', 'outcomeUnknown, resolution', 'suspended, content'])
  const draft = must(await at.as('preparer').get(`${at.base}/drafts/${await openDraftId(at)}`))
  expect(draft.filing.document.remarks.value).toBe('Kept for an upgrade.')
  expect([draft.version, draft.approvals.length, draft.signatures.length]).toEqual([2, 1, 0])
}

/** The open draft is signed, tested and filed; the lost answer is found; and the chain goes on. */
async function goesOn(at: Server): Promise<void> {
  const draftId = await openDraftId(at)
  await sign(at, draftId)
  expect((await send(at, 'TEST', draftId)).state).toBe('accepted')
  expect((await send(at, 'LIVE', draftId)).state).toBe('accepted')
  const { items } = must(await at.as('preparer').get(`${at.base}/work`))
  const { id } = items.find(({ kind }: { kind: string }) => kind === 'outcomeUnknown')
  const listed = at.rehearsal.edgar
    .filings('0009016003')
    .map(({ accessionNumber, acceptedAt, xml }) => ({ accessionNumber, acceptedAt, xml }))
  const compared = must(await at.as('preparer').post(`${at.base}/submissions/${id}/comparison`, { listed }))
  expect(compared.kind).toBe('accepted')
  const resolution = { filed: compared.accessionNumbers[0], how: 'The owner’s list.', typed: 'it was filed' }
  must(await at.as('preparer').post(`${at.base}/submissions/${id}/resolution`, resolution))
  await work(at, 0, 3000)
  expect((await submissionOf(at, id)).state).toBe('accepted')
  const { filings } = must(await at.as('viewer').get(`${at.base}/filings`))
  expect(filings).toHaveLength(3)
  await isIntact(at)
}

async function openDraftId(at: Server): Promise<string> {
  const { items } = must(await at.as('preparer').get(`${at.base}/work`))
  return items.find(({ kind, waitingFor }: Record<string, string>) => kind === 'draft' && waitingFor === 'signature').id
}

async function heldAmounts(at: Server): Promise<string[]> {
  const { insiderId, issuerId } = at.demonstration
  const path = `${at.base}/insiders/${insiderId}/holdings?issuer=${issuerId}`
  const { holdings } = must(await at.as('viewer').get(path))
  return holdings.map(({ amount }: { amount: string }) => amount)
}

/** Every chain of audit entries, and every filed form as it was frozen. */
async function isIntact({ store }: Server): Promise<void> {
  for (const { id } of await organizations(store)) {
    const view = store.view(id)
    expect(await verifyChain(view)).toMatchObject({ intact: true })
    const forms = await store.kysely.selectFrom('filed_form').select('id').where('organizationId', '=', id).execute()
    for (const { id } of forms) expect(await verifyFiledForm(view, (await filedForm(view, id)) as FiledForm)).toBe(true)
  }
}
