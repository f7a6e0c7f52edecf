import { createRoute, z } from '@hono/zod-openapi'
import { SecretNote } from './me.ts'
import { Amount, answer, base, body, Cik, Day, file, Id, inOrganization, JsonObject, problems, Text } from './words.ts'

const fields = {
  kind: z.enum(['person', 'entity']),
  /** Null until EDGAR gave one. */
  cik: Cik.nullable(),
  /** As EDGAR has it: Last First Middle. */
  name: Text,
  email: z.email().max(200).nullable(),
  /**
   * `signsAs`: as they sign, `Jane Doe`; `address`: street1, street2, city, state, zipCode; `officers` of an entity:
   * `[{ userId, name, title }]`.
   */
  details: JsonObject.default({}),
}

const roleFields = {
  issuerId: Id,
  relationship: z.enum(['director', 'officer', 'tenPercentOwner', 'other']),
  /** The officer's title, or what `other` is. */
  title: z.string().max(100).nullable(),
  fromDay: Day,
}

export const InsiderRole = z.object({ id: Id, ...roleFields, untilDay: Day.nullable() }).openapi('InsiderRole')

export const Insider = z
  .object({
    id: Id,
    ...fields,
    revision: z.int(),
    retired: z.boolean(),
    roles: z.array(InsiderRole),
    /** That a CCC is kept, never the CCC. */
    ccc: SecretNote,
  })
  .openapi('Insider')

export const getInsiders = createRoute({
  operationId: 'getInsiders',
  method: 'get',
  path: `${base}/insiders`,
  summary: 'Insiders that are not retired and that the caller may see, by name: all, or those searched for',
  request: {
    params: inOrganization(),
    query: z.object({
      /** Words, each of which is part of the name, without regard to case, or of the CIK. */
      search: z.string().max(100).optional(),
      /** Who has or had a role there. */
      issuer: Id.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(200),
      /** `next` of the page before. */
      after: z.string().optional(),
    }),
  },
  responses: {
    200: answer(
      z.object({
        insiders: z.array(Insider),
        /** To be given as `after` for the next page; null after the last. */
        next: z.string().nullable(),
      }),
      'Insiders.',
    ),
    ...problems,
  },
})

export const getInsider = createRoute({
  operationId: 'getInsider',
  method: 'get',
  path: `${base}/insiders/{insider}`,
  summary: 'One insider with roles over time',
  request: { params: inOrganization('insider') },
  responses: { 200: answer(Insider, 'The insider.'), ...problems },
})

export const postInsider = createRoute({
  operationId: 'postInsider',
  method: 'post',
  path: `${base}/insiders`,
  summary: 'A new insider',
  request: { params: inOrganization(), body: body(z.object(fields)) },
  responses: { 201: answer(Insider, 'Added.'), ...problems },
})

export const putInsider = createRoute({
  operationId: 'putInsider',
  method: 'put',
  path: `${base}/insiders/{insider}`,
  summary: 'Correct an insider; 409 when somebody corrected it meanwhile',
  request: { params: inOrganization('insider'), body: body(z.object({ ...fields, revision: z.int() })) },
  responses: { 200: answer(Insider, 'Corrected.'), ...problems },
})

export const deleteInsider = createRoute({
  operationId: 'deleteInsider',
  method: 'delete',
  path: `${base}/insiders/{insider}`,
  summary: 'Take an insider out of the lists; everything of theirs stays',
  request: { params: inOrganization('insider') },
  responses: { 200: answer(Insider, 'Retired.'), ...problems },
})

export const putCcc = createRoute({
  operationId: 'putCcc',
  method: 'put',
  path: `${base}/insiders/{insider}/ccc`,
  summary: "Keep the insider's CCC; it cannot be read again",
  request: { params: inOrganization('insider'), body: body(z.object({ ccc: z.string().regex(/^[\x21-\x7e]{8}$/) })) },
  responses: { 200: answer(z.object({ ccc: SecretNote }), 'Kept.'), ...problems },
})

export const deleteCcc = createRoute({
  operationId: 'deleteCcc',
  method: 'delete',
  path: `${base}/insiders/{insider}/ccc`,
  summary: "Wipe the insider's CCC",
  request: { params: inOrganization('insider') },
  responses: { 200: answer(z.object({ ccc: SecretNote }), 'Wiped.'), ...problems },
})

export const postInsiderRole = createRoute({
  operationId: 'postInsiderRole',
  method: 'post',
  path: `${base}/insiders/{insider}/roles`,
  summary: 'The insider takes on a role at an issuer',
  request: { params: inOrganization('insider'), body: body(z.object(roleFields)) },
  responses: { 201: answer(InsiderRole, 'Begun.'), ...problems },
})

export const putInsiderRoleEnd = createRoute({
  operationId: 'putInsiderRoleEnd',
  method: 'put',
  path: `${base}/insiders/{insider}/roles/{role}/end`,
  summary: 'The role ends; the day is the last on which it is held',
  request: { params: inOrganization('insider', 'role'), body: body(z.object({ untilDay: Day })) },
  responses: { 200: answer(InsiderRole, 'Ended.'), ...problems },
})

export const Holding = z
  .object({
    position: z.string(),
    security: z.string(),
    ownership: z.enum(['D', 'I']),
    natureOfOwnership: z.string().nullable(),
    day: Day,
    amount: Amount,
    filingId: Id,
    row: z.int(),
  })
  .openapi('Holding')

export const getHoldings = createRoute({
  operationId: 'getHoldings',
  method: 'get',
  path: `${base}/insiders/{insider}/holdings`,
  summary: 'What accepted forms say the insider holds at an issuer, at the end of a day',
  request: { params: inOrganization('insider'), query: z.object({ issuer: Id, day: Day.optional() }) },
  responses: { 200: answer(z.object({ holdings: z.array(Holding) }), 'One a position.'), ...problems },
})

export const getYearEnd = createRoute({
  operationId: 'getYearEnd',
  method: 'get',
  path: `${base}/insiders/{insider}/year-end.html`,
  summary:
    'The fiscal year that ends in this calendar year: positions, holdings, transactions, and that no Form 5 is due',
  request: {
    params: inOrganization('insider'),
    query: z.object({ issuer: Id, year: z.coerce.number().int().min(2003).max(2200) }),
  },
  responses: { 200: file('text/html', 'The page, to be completed and signed.'), ...problems },
})
