/** What a route gets to work with, and the one way to add a route. */
import { createRoute, type OpenAPIHono, type RouteConfig, type RouteHandler } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import type { Act, Actor, Answer, RoleGrantTable, View } from '../store/index.ts'
import { accessTable, allowing, type Operation } from './access.ts'
import type { Again } from './again.ts'
import type { Auth } from './auth.ts'
import type { DeskConfiguration } from './configuration.ts'
import { decline, notThere, orDecline } from './declined.ts'
import { noteLength } from './forms/trail.ts'
import { Scope } from './scope.ts'
import type { Person, Sessions, SignedIn } from './sessions.ts'

/** One request in one organisation, by somebody whose role allows its operation. */
export interface Request extends Actor {
  person: Person
  headers: Headers
  view: View
  grants: readonly RoleGrantTable[]
  scope: Scope
  /** Does something; a refusal of the store becomes the answer of the request. */
  act: <T>(work: (act: Act) => Promise<Answer<T>>) => Promise<T>
}

export interface Env {
  Variables: SignedIn & { trailLength: number | undefined; request: Request }
}

/** The desk as its routes see it. */
export interface Desk extends DeskConfiguration {
  clock: () => number
  auth: Auth
  sessions: Sessions
  again: Again
}

export type Api = OpenAPIHono<Env>

/** Adds a route of the contract that is in an organisation. Nobody gets to its handler whom the access table keeps out. */
export function addRoute<R extends RouteConfig>(api: Api, desk: Desk, route: R, handler: RouteHandler<R, Env>): void {
  const guarded = createRoute({ ...route, middleware: [signedIn(desk), inOrganization(desk, operationOf(route))] })
  api.openapi(guarded, handler)
}

function operationOf({ operationId = '' }: RouteConfig): Operation {
  if (!Object.hasOwn(accessTable, operationId))
    throw new Error(`nobody may do ${operationId}: it has no row in the table`)
  return operationId as Operation
}

/** Adds a route for whoever is signed in. */
export function addOpenRoute<R extends RouteConfig>(
  api: Api,
  desk: Desk,
  route: R,
  handler: RouteHandler<R, Env>,
): void {
  const guarded = createRoute({ ...route, middleware: [signedIn(desk)] })
  api.openapi(guarded, handler)
}

function signedIn({ sessions }: Desk): MiddlewareHandler<Env> {
  return async (c, next) => {
    const found = await sessions.signedIn(c.req.raw.headers, c.req.param('organization'))
    if (!found) throw decline(401, 'D502', 'session')
    c.set('person', found.person)
    c.set('grants', found.grants)
    c.set('trailLength', found.trailLength)
    await next()
  }
}

/** Who has no grant in an organisation does not even learn that it is there. */
function inOrganization({ store, clock }: Desk, operation: Operation): MiddlewareHandler<Env> {
  return async (c, next) => {
    const organizationId = c.req.param('organization') ?? ''
    const person = c.get('person')
    const view = store.view(organizationId)
    const trailLength = c.get('trailLength')
    if (trailLength !== undefined) noteLength(view, trailLength)
    const grants = c.get('grants')
    if (grants.length === 0) throw notThere('organization')
    const allowed = allowing(operation, grants)
    if (allowed.length === 0) throw decline(403, 'D503', operation, { roles: accessTable[operation].roles.join(', ') })
    const actor = { organizationId, by: person.id, at: clock() }
    c.set('request', {
      ...actor,
      person,
      headers: c.req.raw.headers,
      view,
      grants,
      scope: new Scope(view, allowed),
      act: async (work) => orDecline(await store.act(actor, work)),
    })
    await next()
  }
}
