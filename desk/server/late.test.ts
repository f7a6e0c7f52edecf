/** What the desk has to say of a form that EDGAR made late. */
import { expect, test } from 'vitest'
import { must, order, signAs, work } from './testing/acts.mts'
import { inventServer } from './testing/server.mts'

test('what was sent in time and accepted late asks for another filing date, with the evidence', async () => {
  const at = await inventServer()
  const path = `${at.base}/drafts/${at.demonstration.draftId}/adjustment-request.txt`
  const counsel = at.as('counsel')
  must(await signAs(at), 201)
  // Nothing was sent yet.
  expect((await counsel.get(path)).body.problem.code).toBe('D570')
  at.rehearsal.addFault({ kind: 'outage' })
  await order(at, 'LIVE')
  await work(at, 0)
  // The due moment, 22:00 on the fifth of June, has not come.
  expect((await counsel.get(path)).body.problem.code).toBe('D570')
  await work(at, 120 * 3_600_000)
  await order(at, 'LIVE')
  await work(at, 0, 3000, 3000)
  const { text } = await counsel.get(path)
  const lines = text.split('\n')
  expect(lines[0]).toBe('REHEARSAL. Nothing of this was filed with the SEC.')
  expect(text).toContain('Issuer: Saltmarsh Instruments Inc., CIK 0009016001')
  expect(text).toContain('Reporting owner: Alder Rowan, CIK 0009016003')
  expect(text).toMatch(/^Due: 2026-06-05 22:00 EDT \(/m)
  expect(text).toMatch(/^Accepted: 2026-06-08 \d\d:\d\d EDT, accession number 9016000016-26-/m)
  expect(text).toMatch(/^ {2}2026-06-03 12:00 EDT sending/m)
  expect(text).toMatch(/^ {2}2026-06-03 12:00 EDT refused: .*503/m)
  expect(text).toContain('We ask that the filing date be adjusted to 2026-06-05.')
  expect(at.answers.join()).not.toContain('rowan*16')
})

test('what was accepted in time has no case', async () => {
  const at = await inventServer()
  must(await signAs(at), 201)
  await order(at, 'LIVE')
  await work(at, 0, 3000, 3000, 86_400_000 * 7)
  const path = `${at.base}/drafts/${at.demonstration.draftId}/adjustment-request.txt`
  expect((await at.as('counsel').get(path)).body.problem.code).toBe('D570')
})
