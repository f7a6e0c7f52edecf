import { type RawBuilder, sql } from 'kysely'
import { expect, test } from 'vitest'
import { refuse } from './answer.ts'
import { auditTrail, historyOf, record, verifyChain } from './audit.ts'
import { canonicalJson, sha256 } from './canonicalJson.ts'
import { addIssuer, correctIssuer, issuers } from './issuers.ts'
import { NOW, onBoth, refusal } from './testing/databases.mts'
import { type Desk, inventCik, inventIssuer } from './testing/invented.mts'

test('equal values have one text, whatever the order of their keys', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'é\u0000' }], a: undefined, A: true })).toBe(
    '{"A":true,"b":[1,{"c":"é\\u0000","d":null}]}',
  )
  expect(canonicalJson({ day: { toJSON: () => '2026-03-02' } })).toBe('{"day":"2026-03-02"}')
  expect(() => canonicalJson({ amount: 10n })).toThrow(TypeError)
  expect(() => canonicalJson(Number.NaN)).toThrow(TypeError)
})

onBoth('every act is told once, with who and when, each entry chained to the one before', async (desk) => {
  const issuer = await inventIssuer(desk)
  const { cik, tradingSymbol, details } = issuer
  await desk.act((act) => correctIssuer(act, issuer.id, 1, { cik, name: 'Kelp Inc', tradingSymbol, details }), 5)
  const trail = await auditTrail(desk.view)
  expect(trail.map(({ number, action }) => [number, action])).toEqual([
    [1, 'role.granted'],
    [2, 'issuer.added'],
    [3, 'issuer.corrected'],
  ])
  expect(trail[1]?.previousHash).toBe(trail[0]?.hash)
  const { hash, previousHash, detail, ...told } = trail[2] as (typeof trail)[number]
  const entry = { ...told, detail: canonicalJson(detail), organizationId: desk.organizationId }
  expect(hash).toBe(sha256(previousHash + canonicalJson(entry)))
  expect(await historyOf(desk.view, 'issuer', issuer.id)).toMatchObject([
    { by: desk.userId, at: NOW, action: 'issuer.added' },
    { at: NOW + 5, detail: { before: { name: 'Harbor Kelp Corp' }, after: { name: 'Kelp Inc' } } },
  ])
  expect(await verifyChain(desk.view)).toEqual({ intact: true, length: 3, hash })
})

onBoth('an act that is refused or fails leaves neither records nor entries', async (desk) => {
  const before = await verifyChain(desk.view)
  const fields = { cik: inventCik(), name: 'Gone', tradingSymbol: null, details: {} }
  const answer = await desk.attempt(async (act) => {
    await addIssuer(act, fields)
    return refuse('D403', 'x')
  })
  expect(refusal(answer)).toBe('D403')
  const failing = desk.attempt(async (act) => {
    await addIssuer(act, fields)
    throw new Error('in the middle')
  })
  await expect(failing).rejects.toThrow('in the middle')
  expect(await issuers(desk.view)).toEqual([])
  expect(await verifyChain(desk.view)).toEqual(before)
})

onBoth('acts at once follow one another, and the chain has no gap', async (desk) => {
  const adding = Array.from({ length: 12 }, (_, index) =>
    desk.act((act) => addIssuer(act, { cik: inventCik(), name: `N${index}`, tradingSymbol: null, details: {} })),
  )
  await Promise.all(adding)
  expect(await verifyChain(desk.view)).toMatchObject({ intact: true, length: 13 })
})

onBoth('the database refuses to change or remove an entry', async ({ store, organizationId }) => {
  const { kysely } = store
  const change = kysely.updateTable('audit_entry').set({ by: 'nobody' }).where('organizationId', '=', organizationId)
  await expect(change.execute()).rejects.toThrow('append-only')
  const remove = kysely.deleteFrom('audit_entry').where('organizationId', '=', organizationId)
  await expect(remove.execute()).rejects.toThrow('append-only')
})

/** Changes the database behind the program's back, as its owner can: triggers off, change, triggers on. */
async function tamper({ store }: Desk, change: RawBuilder<unknown>): Promise<void> {
  await store.transaction(async (db) => {
    if (store.kind === 'postgresql') await sql`alter table audit_entry disable trigger user`.execute(db)
    const triggers = store.kind === 'sqlite' ? await dropTriggers(db) : []
    await change.execute(db)
    for (const trigger of triggers) await sql.raw(trigger).execute(db)
    if (store.kind === 'postgresql') await sql`alter table audit_entry enable trigger user`.execute(db)
  })
}

async function dropTriggers(db: Desk['store']['kysely']): Promise<string[]> {
  const listed = sql<{ name: string; sql: string }>`select name, sql from sqlite_schema
    where type = 'trigger' and tbl_name = 'audit_entry'`
  const { rows } = await listed.execute(db)
  for (const { name } of rows) await sql.raw(`drop trigger ${name}`).execute(db)
  return rows.map((row) => row.sql)
}

onBoth('a changed, a missing and a cut-off entry are found', async (desk) => {
  const { organizationId } = desk
  const tell = (n: number) => desk.act(async (act) => ({ value: await record(act, `told.${n}`, 'thing', 'x') }))
  for (const n of [2, 3, 4]) await tell(n)
  await tamper(
    desk,
    sql`update audit_entry set "by" = 'nobody' where "organizationId" = ${organizationId} and number = 3`,
  )
  expect(await verifyChain(desk.view)).toEqual({ intact: false, number: 3, reason: 'changed' })
  await tamper(desk, sql`delete from audit_entry where "organizationId" = ${organizationId} and number = 3`)
  expect(await verifyChain(desk.view)).toEqual({ intact: false, number: 3, reason: 'missing' })
  await tamper(desk, sql`update audit_entry set number = 3 where "organizationId" = ${organizationId} and number = 4`)
  expect(await verifyChain(desk.view)).toEqual({ intact: false, number: 3, reason: 'unchained' })
  await tamper(desk, sql`delete from audit_entry where "organizationId" = ${organizationId} and number = 3`)
  const end = { length: 2 }
  await desk.store.kysely.updateTable('audit_chain').set(end).where('organizationId', '=', organizationId).execute()
  expect(await verifyChain(desk.view)).toEqual({ intact: false, number: 2, reason: 'cut' })
})
