import { createRoute, z } from '@hono/zod-openapi'
import { answer, base, body, Cik, Id, inOrganization, Moment, problems } from './words.ts'

const fields = {
  /** The entity that may file for the insider. */
  toCik: Cik,
  /** `administrator`: its account administrators manage who files; `user`: it files. */
  role: z.enum(['administrator', 'user']),
}

/** A delegation that was given at EDGAR, as somebody here noted it. */
export const Delegation = z.object({ id: Id, ...fields, by: Id, at: Moment }).openapi('Delegation')

export const getDelegations = createRoute({
  operationId: 'getDelegations',
  method: 'get',
  path: `${base}/insiders/{insider}/delegations`,
  summary: "To whom the insider's CIK delegates at EDGAR, as noted here",
  request: { params: inOrganization('insider') },
  responses: { 200: answer(z.object({ delegations: z.array(Delegation) }), 'Those that hold.'), ...problems },
})

export const postDelegation = createRoute({
  operationId: 'postDelegation',
  method: 'post',
  path: `${base}/insiders/{insider}/delegations`,
  summary: 'Note a delegation that was given and accepted on EDGAR’s dashboard',
  request: { params: inOrganization('insider'), body: body(z.object(fields)) },
  responses: { 201: answer(Delegation, 'Noted.'), ...problems },
})

export const deleteDelegation = createRoute({
  operationId: 'deleteDelegation',
  method: 'delete',
  path: `${base}/insiders/{insider}/delegations/{delegation}`,
  summary: 'Note that a delegation has ended; that it was there stays',
  request: { params: inOrganization('insider', 'delegation') },
  responses: { 200: answer(Delegation, 'Ended.'), ...problems },
})
