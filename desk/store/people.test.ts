import { expect } from 'vitest'
import { addDelegation, delegationsOf, endDelegation } from './delegations.ts'
import { grantRole, grants, grantsOf, withdrawRole } from './grants.ts'
import { beginInsiderRole, endInsiderRole, insiderRoles } from './insiderRoles.ts'
import {
  addInsider,
  correctInsider,
  type Insider,
  type InsidersWanted,
  insider,
  insiders,
  retireInsider,
} from './insiders.ts'
import { addIssuer, correctIssuer, issuer, issuers, retireIssuer } from './issuers.ts'
import { foundOrganization, organizationsOf } from './organizations.ts'
import { NOW, onBoth, refusal } from './testing/databases.mts'
import { inventCik, inventCrowd, inventInsider, inventIssuer, inventUser } from './testing/invented.mts'

onBoth(
  'an issuer is corrected from the revision it was read in, its CIK too, and is kept when retired',
  async (desk) => {
    const { id, cik } = await inventIssuer(desk)
    const fields = { cik: inventCik(), name: 'Harbor Kelp plc', tradingSymbol: null, details: { convention: 'tableI' } }
    const corrected = await desk.act((act) => correctIssuer(act, id, 1, fields))
    expect(corrected).toMatchObject({ ...fields, revision: 2 })
    expect(await issuer(desk.view, id)).toEqual(corrected)
    expect(await desk.attempt((act) => correctIssuer(act, id, 1, { ...fields, cik }))).toMatchObject({
      refused: { code: 'D403', data: { basedOn: 1, current: 2 } },
    })
    const other = await inventIssuer(desk)
    expect(refusal(await desk.attempt((act) => correctIssuer(act, other.id, 1, fields)))).toBe('D407')
    expect(refusal(await desk.attempt((act) => addIssuer(act, fields)))).toBe('D407')
    expect(refusal(await desk.attempt((act) => addIssuer(act, { ...fields, cik: '123' })))).toBe('D408')
    await desk.act((act) => retireIssuer(act, id), 9)
    expect((await issuers(desk.view)).map((one) => one.id)).toEqual([other.id])
    expect(await issuer(desk.view, id)).toMatchObject({ retiredAt: NOW + 9, name: 'Harbor Kelp plc' })
  },
)

onBoth('an insider begins without a CIK and gets one; lists go on after the last one seen', async (desk) => {
  const unknown = { kind: 'person', cik: null, name: 'Bo Reed', email: 'bo@reed.example', details: {} } as const
  const bo = await desk.act((act) => addInsider(act, unknown))
  const again = await desk.act((act) => addInsider(act, unknown))
  const cik = inventCik()
  await desk.act((act) => correctInsider(act, bo.id, 1, { ...unknown, cik }))
  expect(refusal(await desk.attempt((act) => correctInsider(act, again.id, 1, { ...unknown, cik })))).toBe('D407')
  expect(await insider(desk.view, bo.id)).toMatchObject({ cik, revision: 2, createdBy: desk.userId })
  await inventInsider(desk, 'Ann Fern')
  const first = await insiders(desk.view, { limit: 2 })
  const [, second] = first
  const rest = await insiders(desk.view, { limit: 2, ...(second && { after: second }) })
  expect([...first, ...rest].map(({ name }) => name)).toEqual(['Ann Fern', 'Bo Reed', 'Bo Reed'])
  expect(new Set([...first, ...rest].map(({ id }) => id)).size).toBe(3)
  await desk.act((act) => retireInsider(act, again.id))
  expect(await insiders(desk.view, { limit: 9 })).toHaveLength(2)
})

/** More than one answer holds, all of them before the letter C. */
const CROWD = 600

onBoth(
  'whoever is beyond the first page is found by words of the name in any case and by digits of the CIK',
  async (desk) => {
    await inventCrowd(desk.view, CROWD)
    const find = async (search: string) => (await insiders(desk.view, { search, limit: 500 })).map(({ name }) => name)
    const yarrow = await inventInsider(desk, 'Yarrow Zoe')
    const names = ['ÖZTÜRK ÜMIT', 'Öztürk Ümit', '50% Trust_A!']
    for (const name of names) await inventInsider(desk, name)
    for (const words of ['yarr', 'YARROW', 'zoe yarrow', '  Yarrow\u0000Zoe ', yarrow.cik as string])
      expect(await find(words), words).toEqual(['Yarrow Zoe'])
    expect(await find((yarrow.cik as string).slice(4))).toContain('Yarrow Zoe')
    for (const words of ['özt', 'ÖZTÜRK', 'ümit öztürk'])
      expect((await find(words)).toSorted(), words).toEqual(['Öztürk Ümit', 'ÖZTÜRK ÜMIT'].toSorted())
    for (const words of ['0%', '%', 't_a', '_', '!']) expect(await find(words), words).toEqual(['50% Trust_A!'])
    expect(await find('yarrow 00001')).toEqual([])
    expect(await find('birch')).toHaveLength(500)
  },
)

onBoth('those of an issuer, and those somebody may see, come in pages of their own', async (desk) => {
  const { act, view } = desk
  const [many, few] = [(await inventIssuer(desk)).id, (await inventIssuer(desk)).id]
  await inventCrowd(view, CROWD, many)
  const [yarrow, zinn, alder] = [
    await inventInsider(desk, 'Yarrow Zoe'),
    await inventInsider(desk, 'Zinn Max'),
    await inventInsider(desk, 'Alder Una'),
  ]
  const role = { relationship: 'other', title: 'Trustee', fromDay: '2024-05-01' } as const
  for (const { id: insiderId } of [yarrow, zinn])
    await act((a) => beginInsiderRole(a, { insiderId, issuerId: few, ...role }))
  const { id } = await act((a) => beginInsiderRole(a, { insiderId: zinn.id, issuerId: few, ...role }))
  await act((a) => endInsiderRole(a, id, '2025-01-01'))
  const names = async (wanted: InsidersWanted) =>
    (await insiders(view, { ...wanted, limit: 9 })).map(({ name }) => name)
  expect(await names({ issuerId: few })).toEqual(['Yarrow Zoe', 'Zinn Max'])
  expect(await names({ issuerId: few, search: 'max' })).toEqual(['Zinn Max'])
  expect(await names({ issuerId: many, search: 'yarrow' })).toEqual([])
  const within = { insiderIds: [alder.id], issuerIds: [few] }
  expect(await names({ within })).toEqual(['Alder Una', 'Yarrow Zoe', 'Zinn Max'])
  expect(await names({ within, issuerId: many })).toEqual([])
  expect(await names({ within: { insiderIds: [alder.id], issuerIds: [] } })).toEqual(['Alder Una'])
  expect(await names({ within: { insiderIds: [], issuerIds: [] } })).toEqual([])
  const seen: string[] = []
  for (let after: Insider | undefined, more = true; more; ) {
    const page = await insiders(view, { issuerId: many, limit: 250, ...(after && { after }) })
    seen.push(...page.map((one) => one.id))
    after = page.at(-1)
    more = page.length === 250
  }
  expect([seen.length, new Set(seen).size]).toEqual([CROWD, CROWD])
})

onBoth('roles of an insider begin and end on days, both included', async (desk) => {
  const issuerId = (await inventIssuer(desk)).id
  const insiderId = (await inventInsider(desk)).id
  const director = { insiderId, issuerId, relationship: 'director', title: null, fromDay: '2024-05-01' } as const
  const officer = { ...director, relationship: 'officer', title: 'CFO', fromDay: '2025-01-01' } as const
  const begun = await desk.act((act) => beginInsiderRole(act, director))
  await desk.act((act) => beginInsiderRole(act, officer))
  await desk.act((act) => endInsiderRole(act, begun.id, '2025-06-30'), 3)
  const on = async (onDay: string) =>
    (await insiderRoles(desk.view, { insiderId, issuerId, onDay })).map(({ relationship }) => relationship)
  expect(await on('2024-04-30')).toEqual([])
  expect(await on('2024-05-01')).toEqual(['director'])
  expect(await on('2025-06-30')).toEqual(['director', 'officer'])
  expect(await on('2025-07-01')).toEqual(['officer'])
  expect(refusal(await desk.attempt((act) => endInsiderRole(act, begun.id, '2025-07-30')))).toBe('D406')
  expect(refusal(await desk.attempt((act) => beginInsiderRole(act, { ...director, fromDay: '2025-02-30' })))).toBe(
    'D408',
  )
  expect(refusal(await desk.attempt((act) => beginInsiderRole(act, { ...director, issuerId: 'x' })))).toBe('D404')
})

onBoth('an agent has a role at each of several issuers; the last administrator stays', async (desk) => {
  const { store, view, userId, act, attempt } = desk
  const agentId = await inventUser(store, NOW)
  const [one, two] = [(await inventIssuer(desk)).id, (await inventIssuer(desk)).id]
  const agentOf = (issuerId: string) => ({ userId: agentId, role: 'agent', issuerId, insiderId: null }) as const
  const first = await act((a) => grantRole(a, agentOf(one)))
  await act((a) => grantRole(a, agentOf(two)))
  expect((await act((a) => grantRole(a, agentOf(one)))).id).toBe(first.id)
  expect(new Set((await grantsOf(view, agentId)).map(({ issuerId }) => issuerId))).toEqual(new Set([one, two]))
  expect(await organizationsOf(store.kysely, agentId)).toMatchObject([{ id: desk.organizationId }])
  const administrator = (await grantsOf(view, userId))[0]?.id as string
  expect(refusal(await attempt((a) => withdrawRole(a, administrator)))).toBe('D414')
  const ofOne = { userId, role: 'administrator', issuerId: one, insiderId: null } as const
  const { id: limited } = await act((a) => grantRole(a, ofOne))
  expect(refusal(await attempt((a) => withdrawRole(a, administrator)))).toBe('D414')
  await act((a) => withdrawRole(a, limited))
  await act((a) => grantRole(a, { userId: agentId, role: 'administrator', issuerId: null, insiderId: null }))
  await act((a) => withdrawRole(a, administrator))
  expect(await organizationsOf(store.kysely, userId)).toEqual([])
  const members = await store.kysely
    .selectFrom('member')
    .select('userId')
    .where('organizationId', '=', desk.organizationId)
    .execute()
  expect(members).toEqual([{ userId: agentId }])
  expect(await grants(view)).toHaveLength(3)
  expect(refusal(await attempt((a) => grantRole(a, { ...agentOf(one), userId: 'nobody' })))).toBe('D404')
  expect(refusal(await attempt((a) => withdrawRole(a, administrator)))).toBe('D404')
})

onBoth('two organisations cannot have one short name', async ({ store, userId }) => {
  const answer = await foundOrganization(store, { name: 'Other', slug: userId, userId, at: NOW })
  expect(refusal(answer)).toBe('D407')
  expect(refusal(await store.act({ organizationId: 'none', by: userId, at: NOW }, async () => ({ value: 1 })))).toBe(
    'D404',
  )
})

onBoth('a delegation is noted once, until it ends', async ({ view, act, attempt }) => {
  const delegation = { filerCik: inventCik(), toCik: inventCik(), role: 'user' } as const
  const { id } = await act((a) => addDelegation(a, delegation))
  expect((await act((a) => addDelegation(a, delegation))).id).toBe(id)
  expect(await delegationsOf(view, delegation.filerCik)).toMatchObject([delegation])
  await act((a) => endDelegation(a, id))
  expect(await delegationsOf(view, delegation.filerCik)).toEqual([])
  expect(refusal(await attempt((a) => endDelegation(a, id)))).toBe('D404')
  expect(refusal(await attempt((a) => addDelegation(a, { ...delegation, toCik: 'x' })))).toBe('D408')
})
