import { describe, expect, test } from 'vitest'
import { emptyDatabase, KINDS } from '../store/testing/databases.mts'
import { draftOf, must, order, signAs, submissionOf, work } from './testing/acts.mts'
import { inventServer } from './testing/server.mts'

/** A sale of the demonstration's day as filing JSON, down from 1,000. */
const sale = (i: number) => ({
  element: 'nonDerivativeTransaction',
  securityTitle: { value: 'Common Stock' },
  transactionDate: { value: '2026-06-02' },
  coding: { formType: { value: '4' }, code: { value: 'S' }, equitySwapInvolved: { value: false } },
  amounts: {
    shares: { value: '1' },
    pricePerShare: { value: `${100 + i}` },
    acquiredDisposedCode: { value: 'D' },
  },
  postTransactionAmounts: { sharesOwnedFollowingTransaction: { value: `${999 - i}` } },
  ownershipNature: { directOrIndirectOwnership: { value: 'D' } },
})

const codesOf = (said: readonly { code: string }[]) => said.map(({ code }) => code)

describe.each(KINDS)('%s', (kind) => {
  test('a report of 45 lines is split into two forms that go on from one another, each filed by itself', {
    timeout: 180_000,
  }, async (context) => {
    const at = await inventServer({ store: await emptyDatabase(kind, context) })
    const { issuerId, insiderId } = at.demonstration
    const preparer = at.as('preparer')
    const blank = { from: 'scratch', issuerId, insiderIds: [insiderId], formType: '4' }
    const { drafts } = must(await preparer.post(`${at.base}/drafts`, blank), 201)
    const path = `${at.base}/drafts/${drafts[0].id}`
    const empty = await draftOf(at, drafts[0].id)
    const small = await preparer.post(`${path}/parts`, { ofHash: empty.hash })
    expect([small.status, small.body.problem.code, empty.split, empty.parts]).toEqual([422, 'D526', null, null])
    const document = {
      ...empty.filing.document,
      periodOfReport: { value: '2026-06-02' },
      aff10b5One: { value: false },
      nonDerivativeTable: { rows: Array.from({ length: 45 }, (_, i) => sale(i)) },
    }
    const body = { basedOn: empty.hash, filing: { ...empty.filing, document } }
    const whole = must(await preparer.put(path, body))
    expect(whole.split).toEqual({ count: 2, diagnostics: [] })
    expect(whole.blockers).toMatchObject([{ code: 'D525', data: { count: 2, rows: 30, owners: 10 } }, {}])
    expect((await preparer.post(`${path}/parts`, { ofHash: empty.hash })).status).toBe(409)

    const made = must(await preparer.post(`${path}/parts`, { ofHash: whole.hash }), 201).drafts
    const after = await draftOf(at, whole.id)
    expect(after).toMatchObject({ closed: { because: 'split' }, split: null, parts: { of: whole.id } })
    const [first, second] = [await draftOf(at, made[0].id), await draftOf(at, made[1].id)]
    expect(first.parts).toEqual(after.parts)
    expect(first.parts.drafts.map(({ id, number }: { id: string; number: number }) => [id, number])).toEqual([
      [first.id, 1],
      [second.id, 2],
    ])
    expect(second.filing.document.nonDerivativeTable.rows).toHaveLength(15)
    expect(second.filing.document.remarks.value).toContain('Form 2 of 2.')
    // The second goes on where the first, not filed yet, ends.
    expect(codesOf(second.findings)).not.toContain('D221')
    expect(second.balances[0]).toMatchObject({ before: '970', change: '-1', after: '969' })

    for (const part of [first, second]) {
      must(await signAs(at, part.id), 201)
      const { id } = await order(at, 'LIVE', part.id)
      await work(at, 0, 3000, 3000)
      expect((await submissionOf(at, id)).state).toBe('accepted')
      const { balances, findings, closed } = await draftOf(at, second.id)
      expect(codesOf(findings)).not.toContain('D220')
      if (!closed) expect(balances[0]).toMatchObject({ before: '970', after: '969' })
    }
    const { holdings } = must(await preparer.get(`${at.base}/insiders/${insiderId}/holdings?issuer=${issuerId}`))
    expect(holdings).toMatchObject([{ security: 'Common Stock', amount: '955' }])
    expect(at.log).toEqual([])
  })
})

test('of eleven owners ten sign the first form and one the second', { timeout: 120_000 }, async () => {
  const at = await inventServer()
  const { issuerId, insiderId } = at.demonstration
  const administrator = at.as('administrator')
  const others: string[] = []
  for (let i = 0; i < 10; i++) {
    const fields = { kind: 'entity', cik: `00090161${String(i).padStart(2, '0')}`, name: `Fund ${i}`, email: null }
    const { id } = must(await administrator.post(`${at.base}/insiders`, fields), 201)
    const role = { issuerId, relationship: 'tenPercentOwner', title: null, fromDay: '2025-01-02' }
    must(await administrator.post(`${at.base}/insiders/${id}/roles`, role), 201)
    others.push(id)
  }
  const blank = { from: 'scratch', issuerId, insiderIds: [insiderId, ...others], formType: '4' }
  const { drafts } = must(await administrator.post(`${at.base}/drafts`, blank), 201)
  const { hash, split } = await draftOf(at, drafts[0].id)
  expect(split.count).toBe(2)
  // No part would have a letter that is attached to the whole, so it is not split with one.
  const path = `${at.base}/drafts/${drafts[0].id}/attachments`
  const document = { mediaType: 'text/plain', base64: Buffer.from('Dear staff,\n').toString('base64') }
  const letter = { basedOn: hash, type: 'COVER', name: 'letter.txt', document }
  const { attachments } = must(await administrator.post(path, letter), 201)
  const declined = await administrator.post(`${at.base}/drafts/${drafts[0].id}/parts`, { ofHash: hash })
  expect([declined.status, declined.text]).toEqual([422, expect.stringContaining('D527')])
  must(await administrator.delete(`${path}/${attachments[0].id}?basedOn=${hash}`))
  const made = must(await administrator.post(`${at.base}/drafts/${drafts[0].id}/parts`, { ofHash: hash }), 201).drafts
  expect(made.map(({ insiderIds }: { insiderIds: string[] }) => insiderIds.length)).toEqual([10, 1])
  const said = await Promise.all(made.map(({ id }: { id: string }) => draftOf(at, id)))
  expect(said.flatMap(({ blockers }) => codesOf(blockers))).not.toContain('D520')
})
