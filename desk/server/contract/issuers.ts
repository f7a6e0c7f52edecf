import { createRoute, z } from '@hono/zod-openapi'
import { answer, base, body, Cik, Id, inOrganization, JsonObject, problems, Text } from './words.ts'

const fields = {
  cik: Cik,
  name: Text,
  tradingSymbol: z.string().max(20).nullable(),
  /** `unitsIn` (I or II), `fiscalYearEnd` (MM-DD) and whatever else pages keep of an issuer. */
  details: JsonObject.default({}),
}

export const Issuer = z.object({ id: Id, ...fields, revision: z.int(), retired: z.boolean() }).openapi('Issuer')

export const getIssuers = createRoute({
  operationId: 'getIssuers',
  method: 'get',
  path: `${base}/issuers`,
  summary: 'All issuers that are not retired and that the caller may see, by name',
  request: { params: inOrganization() },
  responses: { 200: answer(z.object({ issuers: z.array(Issuer) }), 'Issuers.'), ...problems },
})

export const getIssuer = createRoute({
  operationId: 'getIssuer',
  method: 'get',
  path: `${base}/issuers/{issuer}`,
  summary: 'One issuer',
  request: { params: inOrganization('issuer') },
  responses: { 200: answer(Issuer, 'The issuer.'), ...problems },
})

export const postIssuer = createRoute({
  operationId: 'postIssuer',
  method: 'post',
  path: `${base}/issuers`,
  summary: 'A new issuer',
  request: { params: inOrganization(), body: body(z.object(fields)) },
  responses: { 201: answer(Issuer, 'Added.'), ...problems },
})

export const putIssuer = createRoute({
  operationId: 'putIssuer',
  method: 'put',
  path: `${base}/issuers/{issuer}`,
  summary: 'Correct an issuer, its CIK too; 409 when somebody corrected it meanwhile',
  request: { params: inOrganization('issuer'), body: body(z.object({ ...fields, revision: z.int() })) },
  responses: { 200: answer(Issuer, 'Corrected.'), ...problems },
})

export const deleteIssuer = createRoute({
  operationId: 'deleteIssuer',
  method: 'delete',
  path: `${base}/issuers/{issuer}`,
  summary: 'Take an issuer out of the lists; everything of it stays',
  request: { params: inOrganization('issuer') },
  responses: { 200: answer(Issuer, 'Retired.'), ...problems },
})
