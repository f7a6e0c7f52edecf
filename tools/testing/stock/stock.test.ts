import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type FiledForm, filedForm, type Store, verifyChain, verifyFiledForm } from '../../../desk/store/index.ts'
import { figuresOf, memoryOf } from './figures.ts'
import { fillStock } from './fillStock.ts'
import { diligenceOf, nextRequest, WRITES } from './mix.ts'
import { opened } from './places.ts'
import { visitorsOf } from './visitors.ts'

const folder = mkdtempSync(join(tmpdir(), 'section16-stock-'))
afterAll(() => rmSync(folder, { recursive: true }))

const PLAN = [
  { name: 'Small Desk', issuers: 3, insiders: 9, filings: 60, openDrafts: 20, madeHere: 12, users: 20 },
  { name: 'Other Desk', issuers: 2, insiders: 4, filings: 20, openDrafts: 10, madeHere: 4, users: 20 },
]

async function filled(name: string, seed: number) {
  const path = join(folder, name)
  const store = await opened({ kind: 'sqlite', path, secretKeys: [{ id: '1', key: new Uint8Array(32) }] })
  return { store, organizations: await fillStock(store, PLAN, seed, () => undefined) }
}

async function count(store: Store, table: 'issuer' | 'insider' | 'filed_form' | 'draft' | 'secret'): Promise<number> {
  return (await store.kysely.selectFrom(table).select('id').execute()).length
}

test('a stock is as planned, its chains hold, its filings are what was frozen, and a seed makes it again', async () => {
  const { store, organizations } = await filled('one', 7)
  expect(await count(store, 'issuer')).toBe(5)
  expect(await count(store, 'insider')).toBe(13)
  expect(await count(store, 'secret')).toBe(13)
  expect(await count(store, 'filed_form')).toBe(80)
  expect(await count(store, 'draft')).toBe(30 + 12 + 4)
  for (const { id } of organizations) expect(await verifyChain(store.view(id))).toMatchObject({ intact: true })
  const forms = await store.kysely.selectFrom('filed_form').select(['organizationId', 'id']).execute()
  for (const { organizationId, id } of forms) {
    const view = store.view(organizationId)
    expect(await verifyFiledForm(view, (await filedForm(view, id)) as FiledForm)).toBe(true)
  }
  await store.close()
  const again = await filled('again', 7)
  expect(again.organizations).toEqual(organizations)
  await again.store.close()
})

test('users ask as the mix says, and no two change the same draft', async () => {
  const { store, organizations } = await filled('mix', 8)
  await store.close()
  const visitors = visitorsOf(organizations, 1)
  const own = visitors.flatMap(({ drafts }) => drafts.map(({ id }) => id))
  expect(new Set(own).size).toBe(own.length)
  const diligence = diligenceOf(visitors.map(({ user }) => user))
  // As if every draft had been opened.
  for (const { drafts, seen } of visitors)
    for (const { id } of drafts) seen.set(id, { hash: 'h', version: 1, filing: { document: {} } })
  const asked = Array.from({ length: 4000 }, (_, n) => nextRequest(visitors[n % visitors.length]!, diligence))
  const writes = asked.filter(({ isWrite }) => isWrite).length / asked.length
  expect(Math.abs(writes - WRITES)).toBeLessThan(0.05)
})

test('figures are nearest ranks; memory is flat unless its last fifth stands above its second', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => n + 1)
  expect(figuresOf(hundred)).toEqual({ count: 100, median: 50, p99: 99, max: 100 })
  expect(figuresOf([])).toEqual({ count: 0, median: 0, p99: 0, max: 0 })
  const warm = [50, 90, ...Array.from({ length: 18 }, () => 120)]
  expect(memoryOf(warm)).toMatchObject({ start: 50, end: 120, isFlat: true })
  expect(memoryOf(Array.from({ length: 20 }, (_, n) => 100 + 5 * n)).isFlat).toBe(false)
})
