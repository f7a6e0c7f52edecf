import { expect, test } from 'vitest'
import { draftOf, must } from './testing/acts.mts'
import { inventServer } from './testing/server.mts'

test('a library is kept for an issuer; correcting and taking out change no form', async () => {
  const at = await inventServer()
  const { issuerId } = at.demonstration
  const preparer = at.as('preparer')
  const library = `${at.base}/issuers/${issuerId}/library`
  const shares = { table: 'nonDerivative', title: 'Ordinary Shares', underlyingTitle: null }
  const security = must(await preparer.post(`${library}/securities`, shares), 201)
  const twice = await preparer.post(`${library}/securities`, shares)
  expect([twice.status, twice.body.problem.code]).toEqual([409, 'D407'])
  const warrant = { table: 'derivative', title: 'Warrant', underlyingTitle: 'Ordinary Shares' }
  const terms = { exercisePrice: '12.5', expires: '2031-06-30' }
  must(await preparer.post(`${library}/securities`, { ...warrant, terms }), 201)
  const odd = await preparer.post(`${library}/footnotes`, { name: 'long', text: 'x'.repeat(1001) })
  expect([odd.status, odd.body.problem.code]).toEqual([400, 'D501'])
  const plan = { name: 'plan', text: 'Under a plan adopted on May 4, 2026.' }
  const footnote = must(await preparer.post(`${library}/footnotes`, plan), 201)
  const range = { name: 'range', text: 'Invented.', isForAll: true }
  must(await at.as('counsel').post(`${library}/footnotes`, range), 201)

  // What a form took stays as it was taken.
  const { hash, filing } = await draftOf(at)
  const footnotes = [{ id: 'F1', text: plan.text }]
  const used = { basedOn: hash, filing: { ...filing, footnotes } }
  const saved = must(await preparer.put(`${at.base}/drafts/${at.demonstration.draftId}`, used))
  const corrected = must(await preparer.put(`${library}/footnotes/${footnote.id}`, { ...plan, text: 'Corrected.' }))
  const meanwhile = await preparer.put(`${library}/footnotes/${footnote.id}`, plan)
  expect([meanwhile.status, meanwhile.body.problem.code]).toEqual([404, 'D404'])
  const renamed = { ...shares, title: 'Common Stock' }
  must(await preparer.put(`${library}/securities/${security.id}`, renamed))
  must(await preparer.delete(`${library}/footnotes/${corrected.id}`))
  expect((await draftOf(at)).hash).toBe(saved.hash)
  expect(must(await at.as('viewer').get(library))).toMatchObject({
    securities: [renamed, { ...warrant, terms }],
    footnotes: [range],
  })
  const { entries } = must(await at.as('administrator').get(`${at.base}/audit`))
  const actions = new Set(entries.map(({ action }: { action: string }) => action))
  for (const action of ['security.added', 'security.retired', 'footnote.added', 'footnote.retired'])
    expect(actions).toContain(action)
})

test('who is limited to an issuer changes its library, and nothing that serves all', async () => {
  const at = await inventServer()
  const { issuerId } = at.demonstration
  const library = `${at.base}/issuers/${issuerId}/library`
  const grant = { email: 'limited@new.example', firstPassword: 'a long first password', role: 'preparer', issuerId }
  must(await at.as('administrator').post(`${at.base}/grants`, grant), 201)
  const limited = await at.signIn(grant.email, grant.firstPassword)
  const forAll = { name: 'range', text: 'Invented.', isForAll: true }
  const refused = await limited.post(`${library}/footnotes`, forAll)
  expect([refused.status, refused.body.problem.code]).toEqual([403, 'D503'])
  const { id } = must(await at.as('preparer').post(`${library}/footnotes`, forAll), 201)
  expect((await limited.put(`${library}/footnotes/${id}`, { name: 'x', text: 'x' })).status).toBe(403)
  expect((await limited.delete(`${library}/footnotes/${id}`)).status).toBe(403)
  expect((await limited.get(library)).body.footnotes).toMatchObject([forAll])
  must(await limited.post(`${library}/footnotes`, { ...forAll, isForAll: false }), 201)
})
