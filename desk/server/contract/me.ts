import { createRoute, z } from '@hono/zod-openapi'
import { answer, base, body, Cik, Id, inOrganization, Moment, problems, Role, Text } from './words.ts'

export const Grant = z
  .object({
    id: Id,
    userId: Id,
    role: Role,
    /** Only at this issuer; null: everywhere. */
    issuerId: Id.nullable(),
    /** Of the role `insider`: who it is. */
    insiderId: Id.nullable(),
  })
  .openapi('Grant')

export const Me = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    hasSecondFactor: z.boolean(),
    /** The desk's clock, for countdowns that do not trust the page's. */
    now: Moment,
    organizations: z.array(
      z.object({
        id: Id,
        name: z.string(),
        slug: z.string(),
        /** Invented data: nothing of it ever goes to the real EDGAR. */
        demonstration: z.boolean(),
        /** Whose EDGAR filings of this organisation go to. */
        destination: z.enum(['rehearsal', 'beta', 'edgar']),
        grants: z.array(Grant),
      }),
    ),
  })
  .openapi('Me')

export const getMe = createRoute({
  operationId: 'getMe',
  method: 'get',
  path: '/api/me',
  summary: 'Who is signed in, and what they may do where',
  responses: { 200: answer(Me, 'The person.'), ...problems },
})

export const postOrganization = createRoute({
  operationId: 'postOrganization',
  method: 'post',
  path: '/api/organizations',
  summary: 'Found an organisation; whoever does is its first administrator',
  request: {
    body: body(z.object({ name: Text, slug: z.string().regex(/^[a-z0-9-]{1,40}$/) })),
  },
  responses: { 201: answer(z.object({ id: Id, name: z.string(), slug: z.string() }), 'Founded.'), ...problems },
})

/** A grant, and of the role `insider` the name of who it is. */
export const MemberGrant = Grant.extend({ insiderName: z.string().nullable() }).openapi('MemberGrant')

export const Member = z
  .object({ id: Id, name: z.string(), email: z.string(), grants: z.array(MemberGrant) })
  .openapi('Member')

export const getMembers = createRoute({
  operationId: 'getMembers',
  method: 'get',
  path: `${base}/members`,
  summary: 'Who may do what in the organisation',
  request: { params: inOrganization() },
  responses: { 200: answer(z.object({ members: z.array(Member) }), 'Its members.'), ...problems },
})

export const postGrant = createRoute({
  operationId: 'postGrant',
  method: 'post',
  path: `${base}/grants`,
  summary: 'Give a person a role; a person without an account gets one with this first password',
  request: {
    params: inOrganization(),
    body: body(
      z
        .object({
          email: z.email().max(200),
          name: Text.optional(),
          firstPassword: z.string().min(12).max(200).optional(),
          role: Role,
          issuerId: Id.nullable().default(null),
          insiderId: Id.nullable().default(null),
        })
        // Any other grant that names an insider would reach nothing, and so would an insider's that names none.
        .refine(({ role, insiderId }) => (role === 'insider') === (insiderId !== null), { path: ['insiderId'] })
        .refine(({ issuerId, insiderId }) => issuerId === null || insiderId === null, { path: ['issuerId'] }),
    ),
  },
  responses: { 201: answer(Grant, 'Given.'), ...problems },
})

export const deleteGrant = createRoute({
  operationId: 'deleteGrant',
  method: 'delete',
  path: `${base}/grants/{grant}`,
  summary: 'Take a role away',
  request: { params: inOrganization('grant') },
  responses: { 200: answer(Grant, 'Taken away.'), ...problems },
})

/** That a secret is there; never the secret. */
export const SecretNote = z
  .object({ since: Moment, by: Id, expiresAt: Moment.nullable() })
  .nullable()
  .openapi('SecretNote')

export const EdgarAccess = z
  .object({
    destination: z.enum(['rehearsal', 'beta', 'edgar']),
    /** Whether the configuration lets a test, and a filing, go there. */
    allows: z.object({ TEST: z.boolean(), LIVE: z.boolean() }),
    filerToken: SecretNote,
    /** Of the person who asks. */
    userToken: SecretNote,
    /** The CIK that the accession numbers begin with. */
    loginCik: Cik.nullable(),
  })
  .openapi('EdgarAccess')

export const getEdgar = createRoute({
  operationId: 'getEdgar',
  method: 'get',
  path: `${base}/edgar`,
  summary: 'Whose EDGAR, and whether its tokens are there',
  request: { params: inOrganization() },
  responses: { 200: answer(EdgarAccess, 'The access.'), ...problems },
})

const token = body(
  z.object({ token: z.string().regex(/^[\x21-\x2b\x2d-\x7e]{8,4000}$/), expiresAt: Moment.nullable() }),
)

export const putFilerToken = createRoute({
  operationId: 'putFilerToken',
  method: 'put',
  path: `${base}/edgar/filer-token`,
  summary: "Keep the organisation's filer API token; it cannot be read again",
  request: { params: inOrganization(), body: token },
  responses: { 200: answer(EdgarAccess, 'Kept.'), ...problems },
})

export const putUserToken = createRoute({
  operationId: 'putUserToken',
  method: 'put',
  path: `${base}/edgar/user-token`,
  summary: 'Keep your own user API token; it cannot be read again',
  request: { params: inOrganization(), body: token },
  responses: { 200: answer(EdgarAccess, 'Kept.'), ...problems },
})
