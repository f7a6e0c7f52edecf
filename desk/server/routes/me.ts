import {
  foundOrganization,
  grantRole,
  grants,
  grantsOf,
  insiderNames,
  keepSecret,
  organizationsOf,
  type RoleGrantTable,
  type SecretNote,
  secretNotes,
  withdrawRole,
} from '../../store/index.ts'
import { hashedPassword, makeAccount } from '../auth.ts'
import { type Api, addOpenRoute, addRoute, type Desk, type Request } from '../context.ts'
import * as contract from '../contract/index.ts'
import { notThere, orDecline } from '../declined.ts'
import { isMarked } from '../filing/organization.ts'

/** Who is signed in, members and their roles, and the organisation's access to EDGAR. */
export function addMeRoutes(api: Api, desk: Desk): void {
  const { store, clock, edgar } = desk
  addOpenRoute(api, desk, contract.getMe, async (c) => {
    const { id, name, email, twoFactorEnabled } = c.get('person')
    const found = await organizationsOf(store.kysely, id)
    const organizations = await Promise.all(
      found.map(async ({ id: organization, name: called, slug, metadata }) => ({
        id: organization,
        name: called,
        slug,
        demonstration: isMarked(metadata),
        destination: edgar.destination,
        grants: (await grantsOf(store.view(organization), id)).map(grantShown),
      })),
    )
    return c.json({ id, name, email, hasSecondFactor: twoFactorEnabled === true, now: clock(), organizations }, 200)
  })
  addOpenRoute(api, desk, contract.postOrganization, async (c) => {
    const { name, slug } = c.req.valid('json')
    const founded = await foundOrganization(store, { name, slug, userId: c.get('person').id, at: clock() })
    const { id } = orDecline(founded)
    return c.json({ id, name, slug }, 201)
  })
  addMemberRoutes(api, desk)
  addEdgarRoutes(api, desk)
}

function addMemberRoutes(api: Api, desk: Desk): void {
  const { store } = desk
  addRoute(api, desk, contract.getMembers, async (c) => {
    const { view } = c.get('request')
    const given = await grants(view)
    const acting = given.flatMap(({ insiderId }) => insiderId ?? [])
    const names = await insiderNames(view, acting)
    const shown = given.map((grant) => ({
      ...grantShown(grant),
      insiderName: names.get(grant.insiderId ?? '') ?? null,
    }))
    const ids = [...new Set(given.map(({ userId }) => userId))]
    const people = await store.kysely
      .selectFrom('user')
      .select(['id', 'name', 'email'])
      .where('id', 'in', ids)
      .execute()
    const grantsByUser = Map.groupBy(shown, ({ userId }) => userId)
    const members = people.map((one) => ({ ...one, grants: grantsByUser.get(one.id) ?? [] }))
    return c.json({ members }, 200)
  })
  addRoute(api, desk, contract.postGrant, async (c) => {
    const { email, name, firstPassword, ...grant } = c.req.valid('json')
    const userId = await accountOf(desk, email.toLowerCase(), name, firstPassword)
    const given = await c.get('request').act((act) => grantRole(act, { userId, ...grant }))
    return c.json(grantShown(given), 201)
  })
  addRoute(api, desk, contract.deleteGrant, async (c) => {
    const { grant } = c.req.valid('param')
    return c.json(grantShown(await c.get('request').act((act) => withdrawRole(act, grant))), 200)
  })
}

/** The account with an e-mail address; a new one where there is none and a first password is given. */
async function accountOf({ store, auth }: Desk, email: string, name = email, firstPassword?: string) {
  const known = await store.kysely.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst()
  if (known) return known.id
  if (firstPassword === undefined) throw notThere('account')
  return makeAccount(auth, { email, name, passwordHash: await hashedPassword(auth, firstPassword) })
}

function grantShown({ id, userId, role, issuerId, insiderId }: RoleGrantTable) {
  return { id, userId, role, issuerId, insiderId }
}

function addEdgarRoutes(api: Api, desk: Desk): void {
  const { edgar } = desk
  const access = async ({ view, organizationId, by }: Request) => {
    const notes = await secretNotes(view, { purposes: ['filerToken', 'userToken'], subjectIds: [organizationId, by] })
    const find = (purpose: string, subjectId: string) =>
      noteShown(notes.find((one) => one.purpose === purpose && one.subjectId === subjectId))
    const isRehearsal = edgar.destination === 'rehearsal'
    return {
      destination: edgar.destination,
      allows: { TEST: isRehearsal || edgar.allowTest === true, LIVE: isRehearsal || edgar.allowLive === true },
      filerToken: find('filerToken', organizationId),
      userToken: find('userToken', by),
      loginCik: edgar.loginCik ?? null,
    }
  }
  addRoute(api, desk, contract.getEdgar, async (c) => c.json(await access(c.get('request')), 200))
  addRoute(api, desk, contract.putFilerToken, async (c) => {
    const { token, expiresAt } = c.req.valid('json')
    const request = c.get('request')
    const place = { subject: 'organization', subjectId: request.organizationId, purpose: 'filerToken' } as const
    await request.act((act) => keepSecret(act, place, token, expiresAt))
    return c.json(await access(request), 200)
  })
  addRoute(api, desk, contract.putUserToken, async (c) => {
    const { token, expiresAt } = c.req.valid('json')
    const request = c.get('request')
    const place = { subject: 'user', subjectId: request.by, purpose: 'userToken' } as const
    await request.act((act) => keepSecret(act, place, token, expiresAt))
    return c.json(await access(request), 200)
  })
}

/** That a secret is there. */
export function noteShown(note: SecretNote | undefined) {
  return note ? { since: note.createdAt, by: note.createdBy, expiresAt: note.expiresAt } : null
}
