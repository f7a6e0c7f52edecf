import { expect, test } from 'vitest'
import { must } from '../testing/acts.mts'
import { inventServer } from '../testing/server.mts'

test('what an empty form lacks is found once', async () => {
  const at = await inventServer()
  const { issuerId, insiderId } = at.demonstration
  const preparer = at.as('preparer')
  const blank = { from: 'scratch', issuerId, insiderIds: [insiderId], formType: '4' }
  const { drafts } = must(await preparer.post(`${at.base}/drafts`, blank), 201)
  const { findings } = must(await preparer.get(`${at.base}/drafts/${drafts[0].id}`))
  const told = findings.map(({ code, path }: { code: string; path: string }) => [code, path])
  expect(told.toSorted()).toEqual([
    ['C101', '/ownershipDocument/aff10b5One'],
    ['C101', '/ownershipDocument/periodOfReport'],
    ['C248', '/ownershipDocument/notSubjectToSection16'],
  ])
})
