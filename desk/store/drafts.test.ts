import { expect } from 'vitest'
import { approvalsOf, approve, withdrawApproval } from './approvals.ts'
import { historyOf } from './audit.ts'
import { addDraft, discardDraft, draft, draftVersions, openDrafts, type StaleSave, saveDraft } from './drafts.ts'
import { onBoth, refusal } from './testing/databases.mts'
import { type Desk, inventDraft } from './testing/invented.mts'

const content = (shares: string) => ({ rows: [{ shares }] })
const save = (desk: Desk, id: string, basedOn: string, hash: string) =>
  desk.attempt((act) => saveDraft(act, id, basedOn, { hash, content: content(hash) }))

onBoth('every version of a draft is kept, with who saved it and what it was made from', async (desk) => {
  const { id } = (await inventDraft(desk)).draft
  expect(await save(desk, id, 'hash-1', 'hash-2')).toMatchObject({ value: { number: 2, content: content('hash-2') } })
  expect(await draftVersions(desk.view, id)).toMatchObject([
    { number: 1, hash: 'hash-1', basedOn: null, content: content('10000'), by: desk.userId },
    { number: 2, hash: 'hash-2', basedOn: 'hash-1', content: content('hash-2') },
  ])
  expect(await draft(desk.view, id)).toMatchObject({ number: 2, hash: 'hash-2' })
  expect((await historyOf(desk.view, 'draft', id)).map(({ action }) => action)).toEqual(['draft.added', 'draft.saved'])
})

onBoth('a stale save is refused and shows what is there and what it was made from', async (desk) => {
  const { id } = (await inventDraft(desk)).draft
  await save(desk, id, 'hash-1', 'hash-2')
  const answer = (await save(desk, id, 'hash-1', 'hash-3')) as StaleSave
  expect(answer.refused).toMatchObject({ code: 'D403', data: { basedOn: 'hash-1', current: 'hash-2' } })
  expect(answer.current).toMatchObject({ hash: 'hash-2', content: content('hash-2') })
  expect(answer.base).toMatchObject({ hash: 'hash-1', content: content('10000') })
  expect(((await save(desk, id, 'never', 'hash-3')) as StaleSave).base).toBeUndefined()
  expect(await draftVersions(desk.view, id)).toHaveLength(2)
})

onBoth('of two saves at once one wins; a save repeated after a lost answer changes nothing', async (desk) => {
  const { id } = (await inventDraft(desk)).draft
  const answers = await Promise.all(['a', 'b', 'c'].map((hash) => save(desk, id, 'hash-1', hash)))
  const [won] = answers.flatMap((answer) => ('value' in answer ? [answer.value] : []))
  expect(answers.filter((answer) => 'refused' in answer)).toHaveLength(2)
  expect(await save(desk, id, 'hash-1', won?.hash as string)).toEqual({ value: won })
  expect(await draftVersions(desk.view, id)).toHaveLength(2)
})

onBoth('a change voids approvals for good, even when the old content comes back', async (desk) => {
  const { id } = (await inventDraft(desk)).draft
  const approveIt = (ofHash: string) => desk.attempt((act) => approve(act, { draftId: id, ofHash, note: null }))
  const given = await desk.act((act) => approve(act, { draftId: id, ofHash: 'hash-1', note: 'fine' }))
  expect(await approvalsOf(desk.view, id)).toEqual([given])
  await save(desk, id, 'hash-1', 'hash-2')
  expect(await approvalsOf(desk.view, id)).toEqual([])
  expect(refusal(await approveIt('hash-1'))).toBe('D403')
  await save(desk, id, 'hash-2', 'hash-1')
  expect(await approvalsOf(desk.view, id)).toEqual([])
  expect(await historyOf(desk.view, 'approval', given.id)).toMatchObject([{ action: 'approval.voided' }])
  const again = await desk.act((act) => approve(act, { draftId: id, ofHash: 'hash-1', note: null }))
  expect(await approvalsOf(desk.view, id)).toEqual([again])
  await desk.act((act) => withdrawApproval(act, id, again.id))
  expect(await approvalsOf(desk.view, id)).toEqual([])
  expect(refusal(await desk.attempt((act) => withdrawApproval(act, id, again.id)))).toBe('D404')
})

onBoth('a discarded draft is out of the list, readable, and never changes again', async (desk) => {
  const { issuerId, draft: discarded } = await inventDraft(desk)
  const { draft: other } = await inventDraft(desk)
  await desk.act((act) => discardDraft(act, discarded.id))
  expect((await openDrafts(desk.view)).map(({ id }) => id)).toEqual([other.id])
  expect(await openDrafts(desk.view, issuerId)).toEqual([])
  expect(await draft(desk.view, discarded.id)).toMatchObject({ closedBecause: 'discarded' })
  expect(refusal(await save(desk, discarded.id, 'hash-1', 'hash-2'))).toBe('D406')
  expect(refusal(await desk.attempt((act) => discardDraft(act, discarded.id)))).toBe('D406')
  const approval = { draftId: discarded.id, ofHash: 'hash-1', note: null }
  expect(refusal(await desk.attempt((act) => approve(act, approval)))).toBe('D406')
})

onBoth('a draft of unknown people is refused', async (desk) => {
  const { issuerId, insiderId } = await inventDraft(desk)
  const told = { issuerId, insiderIds: [insiderId], formType: '4', eventId: null, amends: null, hash: 'h', content: {} }
  for (const wrong of [{ issuerId: 'x' }, { insiderIds: [insiderId, 'x'] }, { eventId: 'x' }, { amends: 'x' }])
    expect(refusal(await desk.attempt((act) => addDraft(act, { ...told, ...wrong })))).toBe('D404')
  expect(refusal(await save(desk, 'x', 'h', 'i'))).toBe('D404')
})
