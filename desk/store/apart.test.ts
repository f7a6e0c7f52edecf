import { sql } from 'kysely'
import { expect } from 'vitest'
import { auditTrail, historyOf, verifyChain } from './audit.ts'
import { draft, openDrafts, saveDraft } from './drafts.ts'
import { beginInsiderRole } from './insiderRoles.ts'
import { correctInsider, insider, insiders } from './insiders.ts'
import { issuer, issuers } from './issuers.ts'
import { keepSecret, revealSecret, secretNotes } from './secrets.ts'
import { orderSend } from './sends.ts'
import { submission, submissionsIn, submissionsOf } from './submissionStates.ts'
import { NOW, onBoth, refusal } from './testing/databases.mts'
import { inventDesk, inventDraft, inventSubmission } from './testing/invented.mts'

onBoth('what belongs to another organisation looks like nothing', async (mine) => {
  const theirs = await inventDesk(mine.store, NOW)
  const of = await inventDraft(theirs)
  const { id } = await inventSubmission(theirs, of)
  const place = { subject: 'insider', subjectId: of.insiderId, purpose: 'ccc' } as const
  await theirs.act((act) => keepSecret(act, place, 'th31r#cc', null))
  const { view } = mine
  expect(await issuer(view, of.issuerId)).toBeUndefined()
  expect(await insider(view, of.insiderId)).toBeUndefined()
  expect(await draft(view, of.draft.id)).toBeUndefined()
  expect(await submission(view, id)).toBeUndefined()
  const lists = [issuers(view), insiders(view, { limit: 9 }), openDrafts(view), submissionsIn(view, ['prepared'])]
  for (const list of lists) expect(await list).toEqual([])
  expect(await submissionsOf(view, of.draft.id)).toEqual([])
  expect(await secretNotes(view)).toEqual([])
  expect(await historyOf(view, 'draft', of.draft.id)).toEqual([])
  const refused = [
    mine.attempt((act) => revealSecret(act, place, 'theft')),
    mine.attempt((act) => saveDraft(act, of.draft.id, 'hash-1', { hash: 'h', content: {} })),
    mine.attempt((act) => orderSend(act, id)),
    mine.attempt((act) =>
      correctInsider(act, of.insiderId, 1, { kind: 'person', cik: null, name: 'X', email: null, details: {} }),
    ),
    mine.attempt((act) =>
      beginInsiderRole(act, { ...of, relationship: 'director', title: null, fromDay: '2026-01-01' }),
    ),
  ]
  for (const answer of refused) expect(refusal(await answer)).toBe('D404')
  expect(await auditTrail(view)).toHaveLength(1)
  expect(await verifyChain(theirs.view)).toMatchObject({ intact: true, length: 6 })
})

onBoth('the database itself refuses a row that points into another organisation', async (mine) => {
  const theirs = await inventDesk(mine.store, NOW)
  const { draft: of } = await inventDraft(theirs)
  const row = { organizationId: mine.organizationId, draftId: of.id, number: 2, hash: 'h', basedOn: null }
  const insert = mine.store.kysely.insertInto('draft_version').values({ ...row, content: '{}', by: 'x', at: NOW })
  await expect(insert.execute()).rejects.toThrow(/foreign key/i)
})

/** better-auth's tables, and the list of steps, belong to no organisation of the desk. */
const ORGANISATION_FREE = new Set(
  'user session account verification organization twoFactor rateLimit schema_migration'.split(' '),
)

onBoth('every table of records has the organisation in its key', async ({ store }) => {
  const tables = await store.kysely.introspection.getTables()
  const records = tables.filter(({ name }) => !ORGANISATION_FREE.has(name) && !['member', 'invitation'].includes(name))
  expect(records).toHaveLength(33)
  for (const { name } of records) {
    const key =
      store.kind === 'sqlite'
        ? sql<{ name: string }>`select name from pragma_table_info(${name}) where pk = 1`
        : sql<{ name: string }>`select a.attname as name from pg_index i join pg_attribute a
            on a.attrelid = i.indrelid and a.attnum = i.indkey[0] where i.indisprimary and i.indrelid = ${name}::regclass`
    expect((await key.execute(store.kysely)).rows, name).toEqual([{ name: 'organizationId' }])
  }
})

onBoth('no amount and no moment is a float, in either database', async ({ store }) => {
  const tables = await store.kysely.introspection.getTables()
  const types = tables.flatMap(({ columns }) => columns.map(({ dataType }) => dataType.toLowerCase()))
  const known = ['text', 'integer', 'bigint', 'blob', 'date', 'int4', 'int8', 'bool', 'bytea', 'timestamptz']
  expect([...new Set(types)].filter((type) => !known.includes(type))).toEqual([])
})
