import { createRoute, z } from '@hono/zod-openapi'
import { AnyJson, answer, base, Hash, Id, inOrganization, Moment, problems } from './words.ts'

export const AuditEntry = z
  .object({
    number: z.int(),
    at: Moment,
    by: Id,
    /** A noun and what befell it: `draft.saved`. */
    action: z.string(),
    subject: z.string(),
    subjectId: z.string(),
    detail: AnyJson,
    previousHash: Hash,
    hash: Hash,
  })
  .openapi('AuditEntry')

export const getAudit = createRoute({
  operationId: 'getAudit',
  method: 'get',
  path: `${base}/audit`,
  summary: 'The audit trail after an entry, oldest first, at most 1,000',
  request: { params: inOrganization(), query: z.object({ after: z.coerce.number().int().min(0).default(0) }) },
  responses: { 200: answer(z.object({ entries: z.array(AuditEntry) }), 'Entries.'), ...problems },
})

export const Verification = z
  .union([
    z.object({ intact: z.literal(true), length: z.int(), hash: Hash }),
    z.object({
      intact: z.literal(false),
      number: z.int(),
      reason: z.enum(['missing', 'changed', 'unchained', 'cut']),
    }),
  ])
  .openapi('Verification')

export const getAuditVerification = createRoute({
  operationId: 'getAuditVerification',
  method: 'get',
  path: `${base}/audit/verification`,
  summary: 'Read the whole chain and say whether it is as it was written',
  request: { params: inOrganization() },
  responses: { 200: answer(Verification, 'The verdict.'), ...problems },
})
