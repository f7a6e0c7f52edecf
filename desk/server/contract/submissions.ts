import { createRoute, z } from '@hono/zod-openapi'
import {
  AccessionNumber,
  Again,
  answer,
  base,
  body,
  file,
  Hash,
  Id,
  inOrganization,
  Moment,
  problems,
  Text,
} from './words.ts'

export const SubmissionStateName = z
  .enum([
    'prepared',
    'withdrawn',
    'sending',
    'refused',
    'received',
    'accepted',
    'suspended',
    'outcomeUnknown',
    'resolved',
  ])
  .openapi('SubmissionState')

export const SubmissionNote = z
  .object({
    id: Id,
    draftId: Id,
    ofHash: Hash,
    mode: z.enum(['TEST', 'LIVE']),
    /** `rehearsal`: nothing of it was filed with the SEC; to be shown wherever it is shown. */
    destination: z.enum(['rehearsal', 'beta', 'edgar']),
    by: Id,
    at: Moment,
    state: SubmissionStateName,
    stateAt: Moment,
    accessionNumber: AccessionNumber.nullable(),
  })
  .openapi('SubmissionNote')

/** A message of EDGAR's, at the field that it is about where one can be told. */
export const EdgarMessage = z
  .object({
    type: z.string(),
    content: z.string(),
    errorNumber: z.string().optional(),
    label: z.string().optional(),
    /** The field, as an XPath of the document. */
    path: z.string().optional(),
    /** Its place on the printed form. */
    place: z.string().optional(),
  })
  .openapi('EdgarMessage')

export const Submission = SubmissionNote.extend({
  states: z.array(
    z.object({ state: SubmissionStateName, by: Id, at: Moment, accessionNumber: AccessionNumber.nullable() }),
  ),
  messages: z.array(EdgarMessage),
  /** The archived form, once accepted. */
  filingId: Id.nullable(),
  /** Only while the outcome is unknown: how to find out, what to type, and by when at the latest. */
  toResolve: z
    .object({ how: z.array(z.string()), by: Moment.nullable(), typeFiled: z.string(), typeNotFiled: z.string() })
    .nullable(),
}).openapi('Submission')

export const postSubmission = createRoute({
  operationId: 'postSubmission',
  method: 'post',
  path: `${base}/drafts/{draft}/submissions`,
  summary: 'Send a draft, as a test or for real; the words to type are the draft’s `toType`',
  request: {
    params: inOrganization('draft'),
    body: body(z.object({ ofHash: Hash, mode: z.enum(['TEST', 'LIVE']), typed: z.string().max(200) })),
  },
  responses: { 202: answer(Submission, 'It will be sent, once.'), ...problems },
})

export const getSubmission = createRoute({
  operationId: 'getSubmission',
  method: 'get',
  path: `${base}/submissions/{submission}`,
  summary: 'What became of a submission, with EDGAR’s messages at the cells they concern',
  request: { params: inOrganization('submission') },
  responses: { 200: answer(Submission, 'The submission.'), ...problems },
})

export const postResolution = createRoute({
  operationId: 'postResolution',
  method: 'post',
  path: `${base}/submissions/{submission}/resolution`,
  summary: 'You found out whether a submission of unknown outcome was filed',
  request: {
    params: inOrganization('submission'),
    body: body(
      z.object({
        /** Its accession number; null: it was not filed and may be sent anew. */
        filed: AccessionNumber.nullable(),
        /** What you looked at. */
        how: Text,
        /** `toResolve.typeFiled` or `toResolve.typeNotFiled`. */
        typed: z.string().max(200),
      }),
    ),
  },
  responses: { 200: answer(Submission, 'Resolved.'), ...problems },
})

export const Comparison = z
  .object({
    kind: z.enum(['accepted', 'acceptedSeveralTimes', 'notFoundYet', 'notByContent']),
    accessionNumbers: z.array(AccessionNumber),
  })
  .openapi('Comparison')

export const postComparison = createRoute({
  operationId: 'postComparison',
  method: 'post',
  path: `${base}/submissions/{submission}/comparison`,
  summary: 'Compare filings from the owner’s list with what was sent, by content; resolves nothing by itself',
  request: {
    params: inOrganization('submission'),
    body: body(
      z.object({
        listed: z
          .array(z.object({ accessionNumber: AccessionNumber, acceptedAt: Moment, xml: z.string().max(2_000_000) }))
          .max(100),
      }),
    ),
  },
  responses: { 200: answer(Comparison, 'What the list says.'), ...problems },
})

export const postUploadFile = createRoute({
  operationId: 'postUploadFile',
  method: 'post',
  path: `${base}/drafts/{draft}/upload-file`,
  summary: 'The edgarSubmission file to upload by hand: with the CCC, made now, streamed, never stored',
  request: {
    params: inOrganization('draft'),
    body: body(z.object({ ofHash: Hash, mode: z.enum(['TEST', 'LIVE']), again: Again })),
  },
  responses: { 200: file('application/xml', 'The file. It holds a secret: upload and delete it.'), ...problems },
})

export const getAdjustmentRequest = createRoute({
  operationId: 'getAdjustmentRequest',
  method: 'get',
  path: `${base}/drafts/{draft}/adjustment-request.txt`,
  summary: 'A request for another filing date (Regulation S-T 13(b)), with what was sent in time and what EDGAR said',
  request: { params: inOrganization('draft') },
  responses: { 200: file('text/plain', 'The request, to be completed and signed.'), ...problems },
})
