import { expect, test } from 'vitest'
import { must } from './testing/acts.mts'
import { inventServer, type Visitor, WEDNESDAY } from './testing/server.mts'

interface Item {
  kind: string
  id: string
  title: string
  who: string[]
}

test('the work list says whose delegation is missing, and which tokens soon end', async () => {
  const at = await inventServer({ edgar: { loginCik: '9016002' } })
  const { insiderId } = at.demonstration
  const preparer = at.as('preparer')
  const items = async (kind: string, visitor: Visitor = preparer): Promise<Item[]> =>
    must(await visitor.get(`${at.base}/work`)).items.filter((item: Item) => item.kind === kind)
  const delegations = `${at.base}/insiders/${insiderId}/delegations`
  expect(await items('delegation')).toMatchObject([
    { id: insiderId, title: 'No delegation by Alder Rowan to CIK 0009016002 is noted', who: ['Alder Rowan'] },
  ])
  must(await preparer.post(delegations, { toCik: '0009016099', role: 'user' }), 201)
  expect(await items('delegation')).toHaveLength(1)
  const given = must(await at.as('insider').post(delegations, { toCik: '0009016002', role: 'administrator' }), 201)
  expect(await items('delegation')).toEqual([])
  expect(must(await preparer.get(delegations)).delegations).toHaveLength(2)
  must(await preparer.delete(`${delegations}/${given.id}`))
  expect(await items('delegation')).toHaveLength(1)
  expect((await preparer.delete(`${delegations}/${given.id}`)).status).toBe(404)

  const DAY = 86_400_000
  const token = (days: number) => ({ token: 'an-invented-token', expiresAt: WEDNESDAY + days * DAY })
  must(await at.as('administrator').put(`${at.base}/edgar/filer-token`, token(13)))
  must(await at.as('agent').put(`${at.base}/edgar/user-token`, token(-1)))
  must(await preparer.put(`${at.base}/edgar/user-token`, token(15)))
  const shown = (await items('token')).map(({ title, who }) => [title, ...who])
  expect(shown).toEqual([
    ['User API token ended 2026-06-02 12:00 EDT', 'Agnes Agent'],
    ['Filer API token ends 2026-06-16 12:00 EDT'],
  ])
  // Whoever sees only a part of the organisation is told of their own token alone.
  const { issuerId } = at.demonstration
  const grant = { email: 'limited@new.example', firstPassword: 'a long first password', role: 'agent', issuerId }
  must(await at.as('administrator').post(`${at.base}/grants`, grant), 201)
  const limited = await at.signIn(grant.email, grant.firstPassword)
  expect(await items('token', limited)).toEqual([])
  must(await limited.put(`${at.base}/edgar/user-token`, token(1)))
  expect((await items('token', limited)).map(({ title }) => title)).toEqual([
    'User API token ends 2026-06-04 12:00 EDT',
  ])
})

test('without a CIK nobody delegates', async () => {
  const at = await inventServer()
  const person = { kind: 'person', cik: null, name: 'New Nell', email: null }
  const { id } = must(await at.as('preparer').post(`${at.base}/insiders`, person), 201)
  const delegations = `${at.base}/insiders/${id}/delegations`
  expect(must(await at.as('preparer').get(delegations)).delegations).toEqual([])
  const refused = await at.as('preparer').post(delegations, { toCik: '0009016002', role: 'user' })
  expect([refused.status, refused.body.problem.code]).toEqual([422, 'D513'])
})
