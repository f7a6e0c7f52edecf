import { describe, expect, type TestContext, test } from 'vitest'
import type { DatabaseKind } from '../store/migrations/words.ts'
import { emptyDatabase, KINDS } from '../store/testing/databases.mts'
import { inventCrowd } from '../store/testing/invented.mts'
import { must } from './testing/acts.mts'
import { inventServer, type Server, type Visitor } from './testing/server.mts'

/** More than one answer may hold; Zoe and Max come after them all by name, and are at another issuer. */
const CROWD = 600

interface Crowded {
  at: Server
  administrator: Visitor
  crowded: string
  elsewhere: string
  zoe: string
  max: string
}

async function inventCrowded(kind: DatabaseKind, context: TestContext): Promise<Crowded> {
  const at = await inventServer({ store: await emptyDatabase(kind, context) })
  const administrator = at.as('administrator')
  const { issuerId: crowded, organizationId } = at.demonstration
  const fields = { cik: '0009016011', name: 'Elsewhere Inc.', tradingSymbol: null }
  const { id: elsewhere } = must(await administrator.post(`${at.base}/issuers`, fields), 201)
  await inventCrowd(at.store.view(organizationId), CROWD, crowded)
  const add = async (name: string): Promise<string> => {
    const person = { kind: 'person', cik: null, name, email: null }
    const { id } = must(await administrator.post(`${at.base}/insiders`, person), 201)
    const role = { issuerId: elsewhere, relationship: 'director', title: null, fromDay: '2026-01-05' }
    must(await administrator.post(`${at.base}/insiders/${id}/roles`, role), 201)
    return id
  }
  return { at, administrator, crowded, elsewhere, zoe: await add('Yarrow Zoe'), max: await add('Zinn Max') }
}

/** Somebody new who has one role. */
async function invite({ at, administrator }: Crowded, email: string, grant: object): Promise<Visitor> {
  const firstPassword = 'a long first password'
  must(await administrator.post(`${at.base}/grants`, { email, firstPassword, ...grant }), 201)
  return at.signIn(email, firstPassword)
}

/** The names of a page, and what the next goes on after. */
async function list({ at }: Crowded, visitor: Visitor, query: string): Promise<[string[], string | null]> {
  const { insiders, next } = must(await visitor.get(`${at.base}/insiders?${query}`))
  return [insiders.map(({ name }: { name: string }) => name), next]
}

describe.each(KINDS)('of many insiders on %s', { timeout: 180_000 }, (kind) => {
  let made: Promise<Crowded> | undefined
  const known = (context: TestContext) => (made ??= inventCrowded(kind, context))

  test('whoever is beyond every page is found by a part of the name, and nobody where nobody is', async (context) => {
    const desk = await known(context)
    expect(await list(desk, desk.administrator, 'limit=500&search=ZOE')).toEqual([['Yarrow Zoe'], null])
    expect(await list(desk, desk.administrator, 'search=nobody+such')).toEqual([[], null])
  })

  test('those of an issuer come in pages of their own', async (context) => {
    const desk = await known(context)
    const { at, administrator, elsewhere } = desk
    expect(await list(desk, administrator, `issuer=${elsewhere}`)).toEqual([['Yarrow Zoe', 'Zinn Max'], null])
    const [names, next] = await list(desk, administrator, `issuer=${elsewhere}&limit=1`)
    expect(names).toEqual(['Yarrow Zoe'])
    const after = `issuer=${elsewhere}&limit=1&after=${encodeURIComponent(next as string)}`
    expect(await list(desk, administrator, after)).toEqual([['Zinn Max'], null])
    const none = await administrator.get(`${at.base}/insiders?issuer=none`)
    expect([none.status, none.body.problem.code]).toEqual([404, 'D404'])
  })

  test('whom one may not see takes no place on a page, and is not found', async (context) => {
    const desk = await known(context)
    const { at, crowded, elsewhere, zoe } = desk
    const agent = await invite(desk, 'agent@new.example', { role: 'agent', issuerId: elsewhere })
    expect(await list(desk, agent, 'limit=2')).toEqual([['Yarrow Zoe', 'Zinn Max'], null])
    expect(await list(desk, agent, 'search=birch')).toEqual([[], null])
    const asZoe = await invite(desk, 'zoe@new.example', { role: 'insider', insiderId: zoe })
    expect(await list(desk, asZoe, 'limit=1')).toEqual([['Yarrow Zoe'], null])
    expect(await list(desk, asZoe, `issuer=${elsewhere}`)).toEqual([['Yarrow Zoe'], null])
    for (const visitor of [agent, asZoe])
      expect((await visitor.get(`${at.base}/insiders?issuer=${crowded}`)).status).toBe(404)
  })

  test('who somebody acts as is named with the grant', async (context) => {
    const desk = await known(context)
    const { at, administrator, elsewhere, max } = desk
    await invite(desk, 'max@new.example', { role: 'insider', insiderId: max })
    await invite(desk, 'viewer@new.example', { role: 'viewer', issuerId: elsewhere })
    const { members } = must(await administrator.get(`${at.base}/members`))
    const grantsOf = (email: string) => members.find((one: { email: string }) => one.email === email).grants
    expect(grantsOf('max@new.example')).toMatchObject([{ insiderId: max, insiderName: 'Zinn Max' }])
    expect(grantsOf('viewer@new.example')).toMatchObject([{ issuerId: elsewhere, insiderName: null }])
  })

  test('those whom an event concerns are named with what it comes to', async (context) => {
    const { at, elsewhere: issuerId, zoe, max } = await known(context)
    const event = { issuerId, insiderIds: [max, zoe], recipe: 'option-grant', day: '2026-06-02' }
    const { results } = must(await at.as('preparer').post(`${at.base}/events`, event), 201)
    const named = new Map(results.map((one: { insiderId: string; name: string }) => [one.insiderId, one.name]))
    expect([named.size, named.get(max), named.get(zoe)]).toEqual([2, 'Zinn Max', 'Yarrow Zoe'])
    expect(at.log).toEqual([])
  })
})
