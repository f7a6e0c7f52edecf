import { expect, test } from 'vitest'
import { must, order, signAs, submissionOf, work } from './testing/acts.mts'
import { inventServer, type Server } from './testing/server.mts'

/** How often the rehearsal took the demonstration's form for real. */
const taken = (at: Server) =>
  at.rehearsal.edgar.takenByContent().flatMap(({ mode, accessionNumbers }) => (mode === 'LIVE' ? accessionNumbers : []))

/** Signed and sent, and the connection broke. */
async function lost(kind: 'loseAnswer' | 'dropBeforeTaking'): Promise<{ at: Server; id: string }> {
  const at = await inventServer()
  must(await signAs(at), 201)
  at.rehearsal.addFault({ kind })
  const { id } = await order(at, 'LIVE')
  await work(at, 0)
  return { at, id }
}

test('a lost answer is outcome unknown, never repeated by itself, and found filed', async () => {
  const { at, id } = await lost('loseAnswer')
  const preparer = at.as('preparer')
  expect(await submissionOf(at, id)).toMatchObject({ state: 'outcomeUnknown', accessionNumber: null, filingId: null })
  await work(at, 60_000, 3_600_000, 86_400_000)
  expect(taken(at)).toHaveLength(1)
  const { items } = must(await preparer.get(`${at.base}/work`))
  expect(items[0]).toMatchObject({ kind: 'outcomeUnknown', id, waitingFor: 'resolution' })
  const { toResolve } = await submissionOf(at, id)
  expect(toResolve.by).toBe(Date.UTC(2026, 5, 6, 2))
  // Meanwhile it can be neither changed nor sent again.
  const { draftId } = at.demonstration
  const draft = must(await preparer.get(`${at.base}/drafts/${draftId}`))
  const again = await preparer.post(`${at.base}/drafts/${draftId}/submissions`, {
    ...{ ofHash: draft.hash, mode: 'LIVE', typed: draft.toType.LIVE },
  })
  expect([again.status, again.body.problem.code]).toEqual([409, 'D406'])
  // The owner's list tells it by content, and a person says so.
  const listed = at.rehearsal.edgar
    .filings('0009016003')
    .map(({ accessionNumber, acceptedAt, xml }) => ({ accessionNumber, acceptedAt, xml }))
  const compared = must(await preparer.post(`${at.base}/submissions/${id}/comparison`, { listed }))
  expect(compared).toEqual({ kind: 'accepted', accessionNumbers: taken(at) })
  const resolution = { filed: taken(at)[0], how: 'The owner’s list on EDGAR.', typed: 'it was not filed' }
  const mistyped = await preparer.post(`${at.base}/submissions/${id}/resolution`, resolution)
  expect([mistyped.status, mistyped.body.problem.code]).toEqual([422, 'D530'])
  const foreign = { ...resolution, filed: '0001234567-26-000001', typed: 'it was filed' }
  expect((await preparer.post(`${at.base}/submissions/${id}/resolution`, foreign)).body.problem.code).toBe('D534')
  const typed = { ...resolution, typed: toResolve.typeFiled }
  expect(must(await preparer.post(`${at.base}/submissions/${id}/resolution`, typed)).state).toBe('resolved')
  await work(at, 0)
  const accepted = await submissionOf(at, id)
  expect(accepted).toMatchObject({ state: 'accepted', accessionNumber: taken(at)[0] })
  expect(must(await preparer.get(`${at.base}/filings/${accepted.filingId}`)).intact).toBe(true)
})

test('what was found not filed is sent anew only when a person says so', async () => {
  const { at, id } = await lost('dropBeforeTaking')
  const preparer = at.as('preparer')
  expect((await submissionOf(at, id)).state).toBe('outcomeUnknown')
  expect(taken(at)).toEqual([])
  const typed = { filed: null, how: 'Neither e-mail nor filing after a day.', typed: 'it was not filed' }
  must(await preparer.post(`${at.base}/submissions/${id}/resolution`, typed))
  await work(at, 60_000)
  expect(taken(at)).toEqual([])
  const second = await order(at, 'LIVE')
  await work(at, 0, 3000, 3000)
  expect((await submissionOf(at, second.id)).state).toBe('accepted')
  expect(taken(at)).toHaveLength(1)
})

test('a worker that dies while it sends leaves an unknown outcome', async () => {
  const at = await inventServer()
  must(await signAs(at), 201)
  at.rehearsal.addFault({ kind: 'neverAnswer' })
  const { id } = await order(at, 'LIVE')
  const dying = at.worker.tick()
  for (let i = 0; i < 200 && taken(at).length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 10))
  expect((await submissionOf(at, id)).state).toBe('sending')
  // Another worker comes by after the lease has run out.
  at.advance(301_000)
  const { settleExpiredJobs } = await import('../store/index.ts')
  await settleExpiredJobs(at.store, at.now())
  expect((await submissionOf(at, id)).state).toBe('outcomeUnknown')
  expect(taken(at)).toHaveLength(1)
  // The server's end breaks the connection on which nobody ever answers.
  await at.rehearsal.close()
  await dying
})

test('what EDGAR suspends is told at the cell, and can be put right and filed', async () => {
  const at = await inventServer()
  const { issuerId, insiderId } = at.demonstration
  const preparer = at.as('preparer')
  const wrong = must(await preparer.put(`${at.base}/insiders/${insiderId}/ccc`, { ccc: 'wrong#16' }))
  expect(wrong.ccc.by).toBe(at.demonstration.people.preparer.userId)
  must(await signAs(at), 201)
  const { id } = await order(at, 'LIVE')
  await work(at, 0, 3000, 3000)
  const suspended = await submissionOf(at, id)
  expect(suspended.state).toBe('suspended')
  expect(suspended.messages[0]).toMatchObject({ type: 'ERROR', place: 'Item 1' })
  expect(must(await preparer.get(`${at.base}/work`)).items[0]).toMatchObject({ kind: 'suspended' })
  expect(must(await preparer.get(`${at.base}/filings?issuer=${issuerId}`)).filings).toEqual([])
  must(await preparer.put(`${at.base}/insiders/${insiderId}/ccc`, { ccc: 'rowan*16' }))
  const second = await order(at, 'LIVE')
  await work(at, 0, 3000, 3000)
  expect((await submissionOf(at, second.id)).state).toBe('accepted')
})
