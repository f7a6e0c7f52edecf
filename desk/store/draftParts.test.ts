import { expect } from 'vitest'
import { approvalsOf, approve } from './approvals.ts'
import { historyOf } from './audit.ts'
import { draftParts, splitDraft } from './draftParts.ts'
import { draft, openDrafts, saveDraft } from './drafts.ts'
import { onBoth, refusal } from './testing/databases.mts'
import { inventDraft } from './testing/invented.mts'

onBoth('a draft is split once, into parts that are drafts of their own', async (desk) => {
  const { draft: whole, insiderId, issuerId } = await inventDraft(desk)
  await desk.act((act) => approve(act, { draftId: whole.id, ofHash: 'hash-1', note: null }))
  const parts = ['part-1', 'part-2'].map((hash) => ({ hash, content: { hash }, insiderIds: [insiderId] }))
  expect(refusal(await desk.attempt((act) => splitDraft(act, whole.id, 'hash-0', parts)))).toBe('D403')
  expect(await draftParts(desk.view, whole.id)).toBeUndefined()
  const made = await desk.act((act) => splitDraft(act, whole.id, 'hash-1', parts))
  expect(made).toMatchObject(parts.map(({ hash }) => ({ hash, issuerId, insiderIds: [insiderId], closedAt: null })))
  expect(await draft(desk.view, whole.id)).toMatchObject({ closedBecause: 'split' })
  expect(await approvalsOf(desk.view, whole.id)).toEqual([])
  expect((await openDrafts(desk.view)).map(({ id }) => id).sort()).toEqual(made.map(({ id }) => id).sort())
  const told = { of: whole.id, parts: made.map(({ id }, i) => ({ draftId: id, number: i + 1 })) }
  expect(await draftParts(desk.view, whole.id)).toEqual(told)
  expect(await draftParts(desk.view, made[1]?.id ?? '')).toEqual(told)
  expect(refusal(await desk.attempt((act) => splitDraft(act, whole.id, 'hash-1', parts)))).toBe('D406')
  const change = { hash: 'hash-2', content: {} }
  expect(refusal(await desk.attempt((act) => saveDraft(act, whole.id, 'hash-1', change)))).toBe('D406')
  expect((await historyOf(desk.view, 'draft', whole.id)).map(({ action }) => action)).toEqual([
    'draft.added',
    'draft.approved',
    'draft.partsMade',
    'draft.split',
  ])
  await expect(desk.store.kysely.deleteFrom('draft_part').execute()).rejects.toThrow('append-only')
})
