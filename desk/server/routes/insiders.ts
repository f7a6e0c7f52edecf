import {
  addInsider,
  beginInsiderRole,
  correctInsider,
  endInsiderRole,
  type Insider,
  type InsiderFields,
  type InsiderRoleTable,
  insider,
  insiderRoles,
  insiders,
  issuer,
  keepSecret,
  removeSecret,
  retireInsider,
  type SecretNote,
  secretNotes,
  type View,
} from '../../store/index.ts'
import { type Api, addRoute, type Desk, type Request } from '../context.ts'
import * as contract from '../contract/index.ts'
import { decline, notThere } from '../declined.ts'
import { acceptedHoldings } from '../forms/acceptedHoldings.ts'
import { yearEndOf, yearEndPage } from '../forms/yearEnd.ts'
import { PAGE_HEADERS } from '../guard.ts'
import { objectShown } from '../json.ts'
import { easternDay } from '../moments.ts'
import { reachedIssuer } from './issuers.ts'
import { noteShown } from './me.ts'

export function addInsiderRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.getInsiders, async (c) => {
    const { search, issuer: issuerId, limit, after } = c.req.valid('query')
    const request = c.get('request')
    const { view, scope } = request
    if (issuerId !== undefined) await reachedIssuer(request, issuerId)
    const wanted = { search, issuerId, within: scope.insidersWithin }
    const found = await insiders(view, { ...wanted, limit: limit + 1, ...placeOf(after) })
    const page = found.slice(0, limit)
    const last = found.length > limit ? page.at(-1) : undefined
    const next = last ? JSON.stringify([last.name, last.id]) : null
    const ids = page.map(({ id }) => id)
    const known = await knownOf(view, ids)
    return c.json({ insiders: page.map((one) => insiderShown(one, known)), next }, 200)
  })
  addRoute(api, desk, contract.getInsider, async (c) => {
    const request = c.get('request')
    return c.json(await shown(request.view, await reachedInsider(request, c.req.valid('param').insider)), 200)
  })
  addRoute(api, desk, contract.postInsider, async (c) => {
    const fields = c.req.valid('json') as InsiderFields
    const request = c.get('request')
    unlessOfficers(request, { officers: undefined }, fields)
    return c.json(await shown(request.view, await request.act((act) => addInsider(act, fields))), 201)
  })
  addRoute(api, desk, contract.putInsider, async (c) => {
    const { revision, ...fields } = c.req.valid('json')
    const request = c.get('request')
    const before = await reachedInsider(request, c.req.valid('param').insider)
    unlessOfficers(request, before.details as { officers?: unknown }, fields)
    const after = await request.act((act) => correctInsider(act, before.id, revision, fields as InsiderFields))
    return c.json(await shown(request.view, after), 200)
  })
  addRoute(api, desk, contract.deleteInsider, async (c) => {
    const request = c.get('request')
    const { id } = await reachedInsider(request, c.req.valid('param').insider)
    return c.json(await shown(request.view, await request.act((act) => retireInsider(act, id))), 200)
  })
  addCccRoutes(api, desk)
  addRoleRoutes(api, desk)
}

/** Who may sign for an entity only an administrator says: who prepares a form must not make himself its signer. */
function unlessOfficers({ grants }: Request, before: { officers?: unknown }, fields: InsiderFields): void {
  const { officers } = fields.details as { officers?: unknown }
  if (JSON.stringify(officers) === JSON.stringify(before.officers)) return
  if (!grants.some(({ role, issuerId }) => role === 'administrator' && issuerId === null))
    throw decline(403, 'D503', 'details/officers', { roles: 'administrator' })
}

function addCccRoutes(api: Api, desk: Desk): void {
  const placeOfCcc = (subjectId: string) => ({ subject: 'insider', subjectId, purpose: 'ccc' }) as const
  addRoute(api, desk, contract.putCcc, async (c) => {
    const { ccc } = c.req.valid('json')
    const request = c.get('request')
    const { id } = await reachedInsider(request, c.req.valid('param').insider)
    const note = await request.act((act) => keepSecret(act, placeOfCcc(id), ccc, null))
    return c.json({ ccc: noteShown(note) }, 200)
  })
  addRoute(api, desk, contract.deleteCcc, async (c) => {
    const request = c.get('request')
    const { id } = await reachedInsider(request, c.req.valid('param').insider)
    await request.act((act) => removeSecret(act, placeOfCcc(id)))
    return c.json({ ccc: null }, 200)
  })
}

function addRoleRoutes(api: Api, desk: Desk): void {
  addRoute(api, desk, contract.postInsiderRole, async (c) => {
    const request = c.get('request')
    const role = c.req.valid('json')
    const found = await insider(request.view, c.req.valid('param').insider)
    // A new insider has no role yet by which an issuer's preparer would see them.
    if (!found) throw notThere('insider')
    await reachedIssuer(request, role.issuerId)
    const begun = await request.act((act) => beginInsiderRole(act, { insiderId: found.id, ...role }))
    return c.json(roleShown(begun), 201)
  })
  addRoute(api, desk, contract.putInsiderRoleEnd, async (c) => {
    const request = c.get('request')
    const { insider: insiderId, role } = c.req.valid('param')
    const { untilDay } = c.req.valid('json')
    await reachedInsider(request, insiderId)
    const held = (await insiderRoles(request.view, { insiderId })).find(({ id }) => id === role)
    if (!held || !request.scope.reaches({ issuerId: held.issuerId, insiderIds: [] })) throw notThere('role')
    return c.json(roleShown(await request.act((act) => endInsiderRole(act, role, untilDay))), 200)
  })
  addRoute(api, desk, contract.getHoldings, async (c) => {
    const request = c.get('request')
    const { view, at } = request
    const { issuer: issuerId, day = easternDay(at).toString() } = c.req.valid('query')
    const { id: insiderId } = await reachedInsider(request, c.req.valid('param').insider)
    if (!request.scope.reaches({ issuerId, insiderIds: [insiderId] })) throw notThere('issuer')
    const holdings = await acceptedHoldings(view, desk.edgar.destination, { issuerId, insiderId, day })
    return c.json({ holdings }, 200)
  })
  addRoute(api, desk, contract.getYearEnd, async (c) => {
    const request = c.get('request')
    const { issuer: issuerId, year } = c.req.valid('query')
    const { view, scope } = request
    const found = await reachedInsider(request, c.req.valid('param').insider)
    const of = scope.reaches({ issuerId, insiderIds: [found.id] }) ? await issuer(view, issuerId) : undefined
    if (!of) throw notThere('issuer')
    const { destination } = desk.edgar
    const yearEnd = await yearEndOf(view, destination, { issuer: of, insider: found, year })
    return c.body(yearEndPage(yearEnd, destination), 200, PAGE_HEADERS) as never
  })
}

/** An insider that the caller may see; else they are not there. */
export async function reachedInsider({ view, scope }: Request, id: string): Promise<Insider> {
  const found = await insider(view, id)
  if (!found || !(await scope.reachesInsider(id))) throw notThere('insider')
  return found
}

/** What is shown of insiders beside their own record: roles, and whether there is a CCC. */
interface Known {
  rolesOf: (insiderId: string) => InsiderRoleTable[]
  cccOf: (insiderId: string) => SecretNote | undefined
}

async function knownOf(view: View, insiderIds: readonly string[]): Promise<Known> {
  // A list without a value is no SQL for PostgreSQL.
  if (insiderIds.length === 0) return { rolesOf: () => [], cccOf: () => undefined }
  const roles = Map.groupBy(await insiderRoles(view, { insiderId: insiderIds }), ({ insiderId }) => insiderId)
  const notes = await secretNotes(view, { purposes: ['ccc'], subjectIds: insiderIds })
  const cccs = new Map(notes.map((note) => [note.subjectId, note]))
  return { rolesOf: (id) => roles.get(id) ?? [], cccOf: (id) => cccs.get(id) }
}

async function shown(view: View, one: Insider) {
  return insiderShown(one, await knownOf(view, [one.id]))
}

function insiderShown({ id, kind, cik, name, email, details, revision, retiredAt }: Insider, known: Known) {
  return {
    id,
    kind,
    cik,
    name,
    email,
    details: objectShown(details),
    revision,
    retired: retiredAt !== null,
    roles: known.rolesOf(id).map(roleShown),
    ccc: noteShown(known.cccOf(id)),
  }
}

function roleShown({ id, issuerId, relationship, title, fromDay, untilDay }: InsiderRoleTable) {
  return { id, issuerId, relationship, title, fromDay, untilDay }
}

/** Where a page begins, from the `next` of the one before; at the beginning where it is none. */
function placeOf(after: string | undefined): { after?: { name: string; id: string } } {
  try {
    const [name, id] = JSON.parse(after ?? '[]') as unknown[]
    return typeof name === 'string' && typeof id === 'string' ? { after: { name, id } } : {}
  } catch {
    return {}
  }
}
