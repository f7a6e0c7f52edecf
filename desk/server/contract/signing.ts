import { createRoute, z } from '@hono/zod-openapi'
import {
  AccessionNumber,
  Again,
  answer,
  base,
  body,
  Day,
  Diagnostic,
  FormType,
  file,
  Hash,
  Id,
  inOrganization,
  Moment,
  problems,
  Text,
  UploadedFile,
} from './words.ts'

export const Approval = z
  .object({ id: Id, ofHash: Hash, by: Id, at: Moment, note: z.string().nullable() })
  .openapi('Approval')

export const postApproval = createRoute({
  operationId: 'postApproval',
  method: 'post',
  path: `${base}/drafts/{draft}/approvals`,
  summary: 'Approve this very content; any change voids it',
  request: {
    params: inOrganization('draft'),
    body: body(z.object({ ofHash: Hash, note: z.string().max(2000).nullable().default(null) })),
  },
  responses: { 201: answer(Approval, 'Approved.'), ...problems },
})

export const deleteApproval = createRoute({
  operationId: 'deleteApproval',
  method: 'delete',
  path: `${base}/drafts/{draft}/approvals/{approval}`,
  summary: 'Take your own approval back',
  request: { params: inOrganization('draft', 'approval') },
  responses: { 200: answer(z.object({ withdrawn: Id }), 'Taken back.'), ...problems },
})

/** As what somebody signs for an owner. */
const Capacity = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('self') }),
  z.object({ kind: z.literal('officer') }),
  z.object({ kind: z.literal('attorney'), powerOfAttorneyId: Id }),
])

export const Signature = z
  .object({
    id: Id,
    insiderId: Id,
    ofHash: Hash,
    /** The signature line as the form will show it. */
    line: z.string(),
    signedOn: Day,
    by: Id,
    at: Moment,
    manner: z.enum(['uploaded', 'electronic']),
    powerOfAttorneyId: Id.nullable(),
  })
  .openapi('Signature')

const signed = { insiderId: Id, ofHash: Hash, capacity: Capacity }

export const postSignature = createRoute({
  operationId: 'postSignature',
  method: 'post',
  path: `${base}/drafts/{draft}/signatures`,
  summary: "Sign: the signer's own act, after signing in again, or by the paper they signed by hand",
  request: {
    params: inOrganization('draft'),
    body: body(
      z.discriminatedUnion('manner', [
        z.object({ manner: z.literal('electronic'), ...signed, again: Again }),
        z.object({ manner: z.literal('uploaded'), ...signed, signedOn: Day, document: UploadedFile }),
      ]),
    ),
  },
  responses: { 201: answer(Signature, 'Signed.'), ...problems },
})

export const deleteSignature = createRoute({
  operationId: 'deleteSignature',
  method: 'delete',
  path: `${base}/drafts/{draft}/signatures/{signature}`,
  summary: 'Take your own signature back before it is used',
  request: { params: inOrganization('draft', 'signature') },
  responses: { 200: answer(z.object({ withdrawn: Id }), 'Taken back.'), ...problems },
})

export const Attestation = z
  .object({ id: Id, userId: Id, signedOn: Day, documentHash: Hash, by: Id, at: Moment })
  .openapi('Attestation')

export const getAttestations = createRoute({
  operationId: 'getAttestations',
  method: 'get',
  path: `${base}/attestations`,
  summary: 'Your own attestations that hold (Regulation S-T 302(b)(2))',
  request: { params: inOrganization() },
  responses: { 200: answer(z.object({ attestations: z.array(Attestation) }), 'Attestations.'), ...problems },
})

export const postAttestation = createRoute({
  operationId: 'postAttestation',
  method: 'post',
  path: `${base}/attestations`,
  summary: 'Keep the attestation that you signed by hand, before signing electronically',
  request: { params: inOrganization(), body: body(z.object({ signedOn: Day, document: UploadedFile, again: Again })) },
  responses: { 201: answer(Attestation, 'Kept.'), ...problems },
})

export const deleteAttestation = createRoute({
  operationId: 'deleteAttestation',
  method: 'delete',
  path: `${base}/attestations/{attestation}`,
  summary: 'End your own attestation; the paper is kept',
  request: { params: inOrganization('attestation') },
  responses: { 200: answer(z.object({ ended: Id }), 'Ended.'), ...problems },
})

const power = {
  /** The principal. */
  insiderId: Id,
  signers: z
    .array(z.object({ userId: Id, name: Text }))
    .min(1)
    .max(20),
  /** `severally`: each signer alone; `jointly`: all of them, each by an act of their own. */
  acting: z.enum(['severally', 'jointly']).default('severally'),
  forms: z.array(FormType).min(1),
  /** Null: for every issuer. */
  issuerIds: z.array(Id).nullable(),
  fromDay: Day,
  untilDay: Day.nullable(),
  /** The filing with which it is on file; null while it has to be attached. */
  onFileAccession: AccessionNumber.nullable(),
}

export const PowerOfAttorney = z
  .object({
    id: Id,
    ...power,
    documentHash: Hash,
    revoked: z.object({ fromDay: Day.nullable(), because: z.string() }).nullable(),
    by: Id,
    at: Moment,
  })
  .openapi('PowerOfAttorney')

export const getPowers = createRoute({
  operationId: 'getPowers',
  method: 'get',
  path: `${base}/insiders/{insider}/powers-of-attorney`,
  summary: "An insider's powers of attorney, revoked ones too",
  request: { params: inOrganization('insider') },
  responses: { 200: answer(z.object({ powers: z.array(PowerOfAttorney) }), 'Powers of attorney.'), ...problems },
})

export const postPower = createRoute({
  operationId: 'postPower',
  method: 'post',
  path: `${base}/powers-of-attorney`,
  summary: 'Keep a power of attorney, as text or HTML as it will be attached (EX-24)',
  request: {
    params: inOrganization(),
    body: body(
      z.object({ ...power, document: UploadedFile.extend({ mediaType: z.enum(['text/plain', 'text/html']) }) }),
    ),
  },
  responses: { 201: answer(PowerOfAttorney, 'Kept.'), ...problems },
})

export const postPowerText = createRoute({
  operationId: 'postPowerText',
  method: 'post',
  path: `${base}/powers-of-attorney/text`,
  summary:
    'Make text for EX-24 of a Word file, a PDF or a text; nothing is kept: it is for somebody to read and correct',
  request: {
    params: inOrganization(),
    body: body(
      z.object({
        document: z.object({
          mediaType: z.enum([
            'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
            'application/pdf',
            'text/plain',
          ]),
          base64: z.base64().max(14_000_000),
        }),
      }),
    ),
  },
  responses: {
    200: answer(
      z.object({
        /** ASCII in lines, but for characters that a diagnostic names. */
        text: z.string(),
        /** What of the file is not in it. */
        diagnostics: z.array(Diagnostic),
      }),
      'The text.',
    ),
    ...problems,
  },
})

export const getPowerDocument = createRoute({
  operationId: 'getPowerDocument',
  method: 'get',
  path: `${base}/powers-of-attorney/{power}/document`,
  summary: 'The power of attorney byte for byte as EX-24 carries it',
  request: { params: inOrganization('power') },
  responses: { 200: file('text/html', 'The exhibit; plain text where it is that.'), ...problems },
})

export const putPowerRevocation = createRoute({
  operationId: 'putPowerRevocation',
  method: 'put',
  path: `${base}/powers-of-attorney/{power}/revocation`,
  summary: 'The power of attorney is revoked from a day on',
  request: { params: inOrganization('power'), body: body(z.object({ fromDay: Day, because: Text })) },
  responses: { 200: answer(PowerOfAttorney, 'Revoked.'), ...problems },
})
