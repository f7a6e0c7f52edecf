import { expect, test } from 'vitest'
import { must } from './testing/acts.mts'
import { inventServer } from './testing/server.mts'

test('an administrator gives roles, to whom has no account a first password too, and takes them away', async () => {
  const at = await inventServer()
  const administrator = at.as('administrator')
  const { issuerId, insiderId } = at.demonstration
  const grants = `${at.base}/grants`
  const noa = { email: 'Noa@new.example', name: 'Noa New', firstPassword: 'a long first password' }
  const unknown = await administrator.post(grants, { email: noa.email, role: 'viewer' })
  expect([unknown.status, unknown.body.problem.code]).toEqual([404, 'D404'])
  const given = must(await administrator.post(grants, { ...noa, role: 'agent', issuerId }), 201)
  const asNoa = await at.signIn('noa@new.example', noa.firstPassword)
  expect((await asNoa.get(`${at.base}/issuers`)).body.issuers).toHaveLength(1)
  expect((await asNoa.get(`${at.base}/members`)).status).toBe(403)

  // An insider's role names the insider and nothing else does; else it would reach nothing, silently.
  for (const odd of [{ role: 'insider' }, { role: 'viewer', insiderId }, { role: 'insider', insiderId, issuerId }]) {
    const { status, body } = await administrator.post(grants, { email: noa.email, ...odd })
    expect([status, body.problem.code], JSON.stringify(odd)).toEqual([400, 'D501'])
  }
  const { members } = must(await at.as('counsel').get(`${at.base}/members`))
  expect(members.find(({ name }: { name: string }) => name === 'Noa New')).toMatchObject({
    email: 'noa@new.example',
    grants: [{ id: given.id, role: 'agent', issuerId, insiderId: null }],
  })

  must(await administrator.delete(`${grants}/${given.id}`))
  expect((await asNoa.get(`${at.base}/issuers`)).status).toBe(404)
  const ada = members
    .flatMap((member: { grants: unknown[] }) => member.grants)
    .find(({ role }: { role: string }) => role === 'administrator')
  const last = await administrator.delete(`${grants}/${ada.id}`)
  expect([last.status, last.body.problem.code]).toEqual([409, 'D414'])
  const { entries } = must(await administrator.get(`${at.base}/audit`))
  const actions = entries.map(({ action, subjectId }: { action: string; subjectId: string }) => [action, subjectId])
  expect(actions).toContainEqual(['role.granted', given.userId])
  expect(actions).toContainEqual(['role.withdrawn', given.userId])
})
